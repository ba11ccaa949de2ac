"""What is looked for in the sentences of a document: the words, names and numbers of a question.

Words that name the document (its title, issuer, number, place) count as found; weak and slight
ones are left out. A unit that limits a question is looked for too; a key or window limits nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.asking.finding.corpus import Corpus, Shelf
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.relaxing import unit_in_topic
from assistant.asking.finding.retrieval import Search, start_search
from assistant.asking.query import Query, TopicWord
from assistant.asking.questions.topic import Term
from assistant.asking.questions.understanding import as_typed
from assistant.asking.questions.wanted import Asked, Wanted
from assistant.asking.repairing.shorthand import Shorthand
from assistant.asking.sentences.holding import asks_attendance, holder_in, roles_in, word_stands
from assistant.asking.sentences.meeting import UPPER
from assistant.asking.sentences.otherwise import asking_tail, others_of
from assistant.asking.words import Phrase, PhraseTable, contains, plain_phrase, words_of
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

FOUND = 0.61
"""From here on a term stands in a text."""
_FEWEST_SYLLABLES = 2
_HEAD_LINES, _HEAD_LINE = 8, 60
_LETTER = re.compile(rf"(?<=\w )[{UPPER}](?=[\s?.,;]|$)")
_CAPITALISED = re.compile(rf"\b[{UPPER}][^\W\d_]*(?:\s+[{UPPER}][^\W\d_]*)+")
_INITIALS = re.compile(rf"(?<![^\W_])[{UPPER}&]{{2,}}(?![^\W_])")
"""Initials part a name: they are looked for as words."""
_TWO_INITIALS = re.compile(rf"\b[{UPPER}]{{2,}}\s+[{UPPER}]{{2,}}\b")
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?:/\d+)*(?![\w/-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ATTENDS = "du"


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in the sentences of one document."""

    asked: Asked
    terms: tuple[Term, ...]
    spent: tuple[Term, ...]
    names: tuple[Phrase, ...]
    numbers: tuple[str, ...]
    held: tuple[str, ...]
    roles: tuple[Phrase, ...]
    title: str
    bare: bool
    shorthands: tuple[Shorthand, ...] = ()
    said: tuple[Phrase, ...] = ()
    holder: str = ""


@remembered()
def _slight() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_sentences")["slight"])


@remembered()
def _unbroken() -> PhraseTable[str]:
    """Words of two syllables of which one alone would be slight."""
    return PhraseTable((phrase, phrase) for phrase in load("asking_sentences")["unbroken"])


def opened(query: Query, corpus: Corpus) -> Search:
    """The search over running text: a unit is looked for, a key or window limits nothing."""
    exact = corpus.exact
    free = (unit_in_topic(query, exact) if query.limits.unit else None) or query
    words = [entry.word for entry in free.topic]
    asking = asking_tail(query.standalone)
    slight = {place for place, word in enumerate(words) if word.accented in asking}
    index = 0
    while index < len(words):
        length, _ = _slight().at(words, index)
        whole, _ = _unbroken().at(words, index)
        if whole <= length:
            slight.update(range(index, index + length))
        index += max(length, whole) or 1
    topic = tuple(
        replace(entry, required=False) if place in slight else entry
        for place, entry in enumerate(_split(free.topic, exact))
    )
    limits = replace(free.limits, unit=None, partner=None, window=None, key=None, parts=())
    return start_search(replace(free, topic=topic, limits=limits), exact)


def _split(topic: Sequence[TopicWord], corpus: Corpus) -> tuple[TopicWord, ...]:
    """The topic; neighbours that stand together nowhere, of which one has other words, apart."""
    shift, moved = 0, []
    for place, entry in enumerate(topic):
        if place:
            pair = (topic[place - 1].word, entry.word)
            apart = corpus.together((pair[0].plain, pair[1].plain)) == 0
            if apart and any(others_of((word,)) for word in pair):
                shift += 1
        moved.append(replace(entry, place=entry.place + shift))
    return tuple(moved)


def sought_in(
    search: Search, asked: Asked, shelf: Shelf, *, unit_named: str | None, loose: bool
) -> Sought | None:
    """What is looked for in one document; ``loose``: slight words too where no other is left."""
    document, corpus = shelf.document, search.corpus
    head = corpus.features(
        " · ".join(
            filter(None, (document.title, document.issuer, document.number, document.province))
        )
    )
    accented = search.query.accented
    strong = [_with_others(term) for term in search.topic.terms if not term.weak]
    spent = tuple(term for term in strong if found_in(term, head, accented=accented) > FOUND)
    terms = tuple(term for term in strong if term not in spent)
    bare = not terms
    if bare and loose:
        slight = [term for term in search.topic.terms if term.weak]
        further = (_with_others(term) for term in (*slight, *search.topic.extra))
        terms = tuple(term for term in further if found_in(term, head, accented=accented) <= FOUND)
    if sum(len(term.words) for term in (*strong, *terms)) < _FEWEST_SYLLABLES:
        return None
    if not accented and spent and [len(term.words) for term in terms] == [1]:
        return None  # a lone syllable without its accent may be any word
    typed = as_typed(search.query.standalone)
    above = corpus.features(" · ".join(_head(shelf)))
    unit = (plain_phrase(unit_named),) if unit_named else ()
    names = tuple(
        name
        for name in (*_names(typed, corpus), *unit)
        if contains(head.plain, name) < 0 and contains(above.plain, name) < 0
    )
    numbers = numbers_of(search.query)
    told = match_key(typed)
    vocabulary = load("asking_sentences")
    telling = [*vocabulary["held"]]
    if asked.wanted is Wanted.WHO:
        telling += vocabulary["superlatives"]
    held = tuple(word for word in telling if word_stands(word, told))
    role = roles_in(told)
    present = asks_attendance(told)
    if present and asked.wanted is Wanted.FIGURE and asked.noun:
        present = (*present, (asked.noun[-1], _ATTENDS))  # "1.900 lượt người dự"
    numbers += letters_of(search.query)
    return Sought(
        asked,
        terms,
        spent,
        names,
        numbers,
        held,
        role,
        match_key(document.title or ""),
        bare,
        shelf.shorthands,
        present,
        holder_in(told),
    )


def numbers_of(query: Query) -> tuple[str, ...]:
    """The numbers of a question, without years and document numbers."""
    typed = _without_references(query, as_typed(query.standalone))
    return tuple(found for found in _NUMBER.findall(typed) if not _YEAR.fullmatch(found))


def letters_of(query: Query) -> tuple[str, ...]:
    """The single letters that a question names things by ("loại D")."""
    return tuple(found.casefold() for found in _LETTER.findall(as_typed(query.standalone)))


def _head(shelf: Shelf) -> Iterator[str]:
    """The lines above the title: body, number, place and day."""
    passages = [entry for entry in shelf.entries if entry.kind == "passages"]
    for entry in passages[:_HEAD_LINES]:
        if entry.headings or len(entry.body.text) > _HEAD_LINE:
            return
        yield entry.body.text


def _without_references(query: Query, typed: str) -> str:
    for number in (*query.limits.numbers, *query.limits.ref_numbers):
        typed = typed.replace(number, " ")
    return typed


def _with_others(term: Term) -> Term:
    others = others_of(term.words)
    return replace(term, others=(*term.others, *others)) if others else term


def _names(typed: str, corpus: Corpus) -> Iterator[Phrase]:
    """The names in a question: words in capitals that follow one another.

    Initials of two words that are short for something ("PAR INDEX") are the name of that.
    """
    if typed.isupper():
        return
    for found in _TWO_INITIALS.finditer(typed):
        if corpus.lexicon.abbreviations.at(words_of(found.group()), 0)[0] > 1:
            yield tuple(word.plain for word in corpus.words(found.group()))
    for found in _CAPITALISED.finditer(typed):
        start = found.start()
        for piece in _INITIALS.split(found.group()):
            words = corpus.words(piece)
            if start == 0 and words and corpus.lexicon.function.at(words, 0)[0] == 1:
                words = words[1:]
            start = -1
            if len(words) > 1:
                yield tuple(word.plain for word in words)
