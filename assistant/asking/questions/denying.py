"""What a question says is not so: "chưa triển khai", "không được bồi dưỡng".

A figure or row of what is so answers the opposite of such a question, though it holds all its
other words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import Intent, Query
from assistant.asking.words import Phrase, PhraseTable, Word
from ingest.text.normal import match_key
from ingest.vocabulary import load

_NOT = frozenset({"không", "chưa", "chẳng"})
_BARE = frozenset({"khong"})
_BETWEEN = re.compile(r"[,;.?!]")
_DENYING = re.compile(r"\b(?:không|chưa|chẳng|khong|chua)\b[^,;.?]*", re.IGNORECASE)
_LONGEST = 10
_NEAR = 2
_SAID = 3
_APART = frozenset({Intent.REASON, Intent.COMPARE, Intent.DIFFERENCE, Intent.STATUS})


def denied_in(query: Query, corpus: Corpus) -> tuple[Phrase, ...]:
    """The words behind each "không" and "chưa" that the question means, without accents.

    One that ends a clause asks for yes or no, others set a bound or are part of a word; those of
    which the question was read to list what is blank or unfinished are accounted for already.
    """
    read = query.state or query.blanks or query.without_lead or query.without_help
    if read or query.intent in _APART or query.supposed is not None:
        return ()
    text = match_key(query.standalone)
    words = corpus.words(query.standalone)
    looked_for = {(entry.word.plain, entry.word.start) for entry in query.required}
    found = []
    for place, word in enumerate(words):
        if word.accented not in (_NOT if query.accented else _BARE):
            continue
        if (word.plain, word.start) in looked_for or _idle().at(words, place)[0]:
            continue
        behind = _behind(words, place, text)
        if behind:
            found.append(behind)
    return tuple(found)


def _behind(words: tuple[Word, ...], place: int, text: str) -> Phrase:
    """The telling words behind a "không"; none where the clause ends there."""
    told: list[str] = []
    last = words[place]
    for one in words[place + 1 : place + 1 + _NEAR + _SAID]:
        between = text[last.start + len(last.shown) : one.start] if one.start >= 0 else " "
        if last.start >= 0 and _BETWEEN.search(between):
            break
        last = one
        if _ends().at([one], 0)[0]:
            break
        if not _particles().at([one], 0)[0]:
            told.append(one.plain)
    return tuple(told[:_SAID])


def denies(text: str, denied: Phrase) -> bool:
    """Whether a text, without accents, denies just that ("chua thuc hien", "khong con")."""
    verb = re.escape(denied[0])
    return bool(re.search(rf"\b(?:khong|chua|chang)\s+(?:\w+\s+){{0,2}}{verb}\b", text))


def denying_words(query: Query) -> str:
    """The words of the question from its "không" on, as typed."""
    typed = " ".join(query.standalone.split())
    found = _DENYING.search(typed)
    return " ".join(found.group().split()[:_LONGEST]) if found else typed


@lru_cache(maxsize=1)
def _idle() -> PhraseTable[str]:
    return _table("not_denying")


@lru_cache(maxsize=1)
def _ends() -> PhraseTable[str]:
    return _table("ends_denial")


@lru_cache(maxsize=1)
def _particles() -> PhraseTable[str]:
    return _table("beside_denial")


def _table(name: str) -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_sentences")[name])
