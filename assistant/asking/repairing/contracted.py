"""Writes out what a question shortens, by the words of what is stored.

People who type fast shorten in a few regular ways, and each is undone only where the stored text
knows the result: a short form of the vocabulary that may mean several things takes the meaning that
stands beside its neighbours ("tt" before "trực tuyến" is "thanh toán"); initials stand for the
name of a unit or for a phrase of the documents ("hc&bttp", "gdpl"); a first letter glued to a
syllable stands for the word that ends so ("ktra", "hlong"); two syllables typed as one are parted;
a letter held down is let go. Whatever is none of these stays as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import expanded_words
from assistant.asking.repairing.abridged import by_neighbour, initials, same, written_whole
from assistant.asking.repairing.addressed_names import without_addressing
from assistant.asking.repairing.asides import without_asides
from assistant.asking.repairing.beside import Beside, meanings
from assistant.asking.repairing.spelling import mend
from assistant.asking.words import words_of
from ingest.text.normal import clean, match_key, strip_accents
from ingest.vocabulary import load, remembered

_TOKEN = re.compile(r"(?<![\w/&.-])[^\W\d_]+(?:&[^\W\d_]+)*(?![\w/&-]|\.\w)")
_AMPERSAND = re.compile(r"\s+&\s+")
_CLEARLY = 2
"""By how many more words of the question a rarer meaning must be accompanied to be taken."""
_LONGEST_PLACE = 3
"""Initials up to which a province is looked for."""
_NOT = ("kh", "không")


@remembered()
def _before_places() -> frozenset[str]:
    return frozenset(map(strip_accents, load("asking_chat")["before_places"]))


@remembered()
def _of_rows() -> frozenset[str]:
    """Short forms that before a number name a row of a table."""
    return frozenset(load("asking_chat")["of_rows"])


def in_full(question: str, corpus: Corpus) -> str:
    """The question with its short forms written out; itself where there are none."""
    text = _AMPERSAND.sub(" và ", " ".join(clean(question).split()))
    if not corpus.shelves:
        return question
    said, at = "", 0
    meant: dict[str, str] = {}
    for found in _TOKEN.finditer(text):
        said += text[at : found.start()]
        at = found.end()
        beside = Beside(said, text[at:], corpus, meant)
        named = found.group().isupper() and text[at:].lstrip()[:1].isupper()
        found_for = _meant(found.group(), beside, corpus, named=named and not text.isupper())
        if found_for is not None:
            meant[match_key(found.group())] = found_for
        said += found_for or found.group()
    said = without_addressing(without_asides(f"{said}{text[at:]}", corpus), corpus)
    said = _mended(said, corpus)
    return said if said != " ".join(clean(question).split()) else question


def _mended(text: str, corpus: Corpus) -> str:
    """The text with its slips of the finger mended, see :func:`spelling.mend`."""
    if len(text) != len(match_key(text)):
        return text
    whole = {found.start() for found in _TOKEN.finditer(text) if not found.group().isupper()}
    words = expanded_words(text, corpus.lexicon)
    mended = mend(words, corpus, typed=text)
    for word, better in zip(reversed(words), reversed(mended), strict=True):
        if word.written and word.start in whole and better.written != word.written:
            text = f"{text[: word.start]}{better.shown}{text[word.start + len(word.written) :]}"
    return text


def _meant(token: str, beside: Beside, corpus: Corpus, *, named: bool) -> str | None:
    """What a token stands for; ``None`` where it stands for itself. ``named``: a name follows."""
    key = match_key(token)
    if (found := _place(key, beside, corpus)) is not None:
        return found
    if named and (head := _head_of_name(key, beside, corpus)) is not None:
        return head
    if key in meanings():
        return _chosen(key, beside, corpus)
    return written_whole(key, beside, corpus)


def _chosen(key: str, beside: Beside, corpus: Corpus) -> str | None:
    """The meaning of a short form that fits its neighbours best, else the likeliest."""
    if key == _NOT[0] and beside.left and not beside.right and not beside.number_follows:
        return _NOT[1]
    several = meanings()[key]
    if beside.number_follows:
        numbered = [one for one in several if corpus.lexicon.ref_types.at(words_of(one), 0)[0]]
        if numbered or key in _of_rows():
            return numbered[0] if numbered else None
    fits = [beside.fit([word.plain for word in words_of(one)], corpus) for one in several]
    if key in beside.meant:
        return beside.meant[key]
    if not any(fits):
        return _stored(several, beside, corpus) or by_neighbour(key, beside, corpus) or several[0]
    return several[max(range(len(several)), key=lambda place: (fits[place], -place))]


def _head_of_name(key: str, beside: Beside, corpus: Corpus) -> str | None:
    """The meaning that a stored unit's name begins with before the word that follows ("TT X")."""
    for one in meanings().get(key, ()):
        words = [word.plain for word in words_of(one)]
        opening = (*words, beside.right)
        for phrase, _ in corpus.units:
            if tuple(word.plain for word in phrase[: len(opening)]) == opening:
                return f"{one[:1].upper()}{one[1:]}"
    return None


def _stored(several: Sequence[str], beside: Beside, corpus: Corpus) -> str | None:
    """The meaning that the documents hold together with most of the question's other words.

    Of several the likeliest; ``None`` where its words stand together nowhere.
    """
    plain = [[word.plain for word in words_of(one)] for one in several]
    held = [
        place
        for place, words in enumerate(plain)
        if all(corpus.together(pair) for pair in pairwise(words))
    ]
    if len(held) > 1:
        company = {place: beside.company(plain[place], corpus) for place in held}
        best = max(held, key=lambda place: (company[place], -place))
        return several[best if company[best] >= company[held[0]] + _CLEARLY else held[0]]
    return several[held[0]] if held else None


def _place(key: str, beside: Beside, corpus: Corpus) -> str | None:
    """The province with these initials: behind "ở", or where they mean nothing else."""
    if not 1 < len(key) <= _LONGEST_PLACE or beside.number_follows:
        return None
    if beside.left not in _before_places() and (
        key in meanings() or strip_accents(key) in corpus.lexicon.syllables
    ):
        return None
    named = {
        document.province
        for document in corpus.documents
        if document.province and same(initials(words_of(document.province)), key)
    }
    return named.pop() if len(named) == 1 else None
