"""The departments ("Sở Tài chính") that a question is about: each is one name, found whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import Features
from assistant.asking.query import Query
from assistant.asking.questions.topic import Term
from assistant.asking.questions.understanding import as_typed
from assistant.asking.words import Word, contains

_DEPARTMENT = "so"


def departments_in(query: Query, corpus: Corpus) -> Iterator[Term]:
    """The departments ("Sở Tài chính") that the question is about, whole: each is one name."""
    required = {entry.place: entry.word for entry in query.required}
    words = [Word(plain, plain) for plain in query.words]
    for place, plain in enumerate(query.words):
        if plain != _DEPARTMENT or place not in required or place + 1 not in required:
            continue
        length, _ = corpus.lexicon.departments.at(words, place + 1)
        end = place + 1 + length
        if length and not (_is_verb(query, required, place) and _has_object(words, end, corpus)):
            name = tuple(required.get(at, words[at]) for at in range(place, end))
            yield Term(name, 1.0, solid=True)


def _is_verb(query: Query, required: Mapping[int, Word], place: int) -> bool:
    """Whether only "Sở" has a capital: the words behind it may say what the body does."""
    typed = as_typed(query.standalone)
    starts = [required[at].start for at in (place, place + 1)]
    capitals = [start >= 0 and typed[start : start + 1].isupper() for start in starts]
    return capitals == [True, False]


def _has_object(words: Sequence[Word], end: int, corpus: Corpus) -> bool:
    """Whether something follows that the body may do ("Sở xây dựng kế hoạch")."""
    if end >= len(words):
        return False
    lexicon = corpus.lexicon
    asks = any(cue.group != "kind" for cue in lexicon.cues.at(words, end)[1])
    return not (asks or lexicon.function.at(words, end)[0] or lexicon.provinces.at(words, end)[0])


def named_in(term: Term, told: Sequence[Features]) -> bool:
    """Whether any of the texts holds the name."""
    return any(contains(one.plain, term.plain) >= 0 for one in told)
