"""A question as it is read: chat spellings written out, English put into Vietnamese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.asking.english import Reading, in_vietnamese, read_english
from assistant.asking.finding.corpus import Corpus
from ingest.text.normal import clean, fold
from ingest.vocabulary import load, when_replaced


@dataclass(frozen=True, slots=True)
class _Chat:
    word: re.Pattern[str]
    meanings: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    openings: tuple[tuple[re.Pattern[str], str], ...]
    own: frozenset[str]


@when_replaced
def _forget() -> None:
    _chat.cache_clear()


@lru_cache(maxsize=1)
def _chat() -> _Chat:
    words = load("asking_chat")
    meanings = {
        str(short).casefold(): f"{meaning} " if str(short).endswith(".") else str(meaning)
        for short, meaning in words["words"].items()
    }
    listed = "|".join(
        re.escape(short) + ("" if short.endswith(".") else r"(?![\w/&-])")
        for short in sorted(meanings, key=len, reverse=True)
    )
    openings = tuple((re.compile(match), put) for match, put in words["openings"])
    patterns = tuple((re.compile(match, re.IGNORECASE), put) for match, put in words["patterns"])
    listing = re.compile(rf"(?<![\w/&-])(?:{listed})", re.IGNORECASE)
    return _Chat(listing, meanings, patterns, openings, frozenset(words["own_marks"]))


def in_own_words(question: str, corpus: Corpus | None = None) -> str:
    """The question as asking reads it, in Vietnamese and without what people type for short.

    Of several words for an English one, those are taken that the documents of ``corpus`` use.
    """
    english = None if _is_own(question) else in_vietnamese(question, corpus)
    return english or written_out(question)


def read_in_own_words(question: str, corpus: Corpus) -> Reading:
    """The same with the English words that neither a list nor a document knows."""
    english = None if _is_own(question) else read_english(question, corpus)
    return english or Reading(written_out(question))


def _is_own(question: str) -> bool:
    """Whether a question that borrows English words is a Vietnamese one all the same."""
    return not _chat().own.isdisjoint(re.findall(r"\w+", clean(question)))


def written_out(question: str) -> str:
    """The question with chat spellings written out and the greeting before it left away."""
    chat = _chat()
    text = " ".join(clean(question).split())
    shouted = text.isupper()

    def meaning(found: re.Match[str]) -> str:
        short = found.group()
        return short if short.isupper() and not shouted else chat.meanings[short.casefold()]

    changed = " ".join(chat.word.sub(meaning, text).split())
    for pattern, put in chat.patterns:
        changed = pattern.sub(put, changed)
    for pattern, put in chat.openings:
        found = pattern.match(fold(changed))
        if found and found.end() < len(changed) and len(fold(changed)) == len(changed):
            changed = f"{put}{changed[found.end() :]}"
    return changed if changed != text else question
