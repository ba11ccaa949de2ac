"""A term of the question cut into the parts that a text may hold apart."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.finding.corpus import Corpus
from assistant.asking.questions.topic import Term
from assistant.asking.refusing.slight import unsaid
from assistant.asking.words import Word, words_of
from ingest.vocabulary import load

_PAIR = 2


def apart(term: Term, corpus: Corpus) -> tuple[Term, ...]:
    """The syllables of a pair that only the question puts together ("mua máy"); else the term.

    Two words in a row ("công chức, viên chức") may stand apart in a text.
    """
    slight = unsaid().at(term.words, 0)[0]
    if len(term.words) == 2 * _PAIR:
        halves = (term.words[:_PAIR], term.words[_PAIR:])
        if all(corpus.together((one.plain, other.plain)) for one, other in halves):
            return tuple(replace(term, words=half, others=()) for half in halves)
    if len(term.words) != _PAIR or (term.solid and not slight):
        return (term,)
    if corpus.together((term.plain[0], term.plain[1])):
        return (term,)
    return tuple(replace(term, words=(word,), others=_said_otherwise(word)) for word in term.words)


def _said_otherwise(word: Word) -> tuple[tuple[Word, ...], ...]:
    """What may stand for a word in a sentence ("mua": "trang bị")."""
    groups = [[words_of(one) for one in group] for group in load("asking_sentences")["synonyms"]]
    return tuple(
        tuple(one)
        for group in groups
        if any([other.plain for other in one] == [word.plain] for one in group)
        for one in group
    )
