"""A question as it is read: chat spellings written out, English put into Vietnamese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.asking.english import in_vietnamese
from ingest.text.normal import clean, fold
from ingest.vocabulary import load, when_replaced


@dataclass(frozen=True, slots=True)
class _Chat:
    word: re.Pattern[str]
    meanings: dict[str, str]
    openings: tuple[tuple[re.Pattern[str], str], ...]


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
    return _Chat(re.compile(rf"(?<![\w/&-])(?:{listed})", re.IGNORECASE), meanings, openings)


def in_own_words(question: str) -> str:
    """The question as asking reads it, in Vietnamese and without what people type for short."""
    return in_vietnamese(question) or written_out(question)


def written_out(question: str) -> str:
    """The question with chat spellings written out and the greeting before it left away."""
    chat = _chat()
    text = " ".join(clean(question).split())
    shouted = text.isupper()

    def meaning(found: re.Match[str]) -> str:
        short = found.group()
        return short if short.isupper() and not shouted else chat.meanings[short.casefold()]

    changed = " ".join(chat.word.sub(meaning, text).split())
    for pattern, put in chat.openings:
        found = pattern.match(fold(changed))
        if found and found.end() < len(changed) and len(fold(changed)) == len(changed):
            changed = f"{put}{changed[found.end() :]}"
    return changed if changed != text else question
