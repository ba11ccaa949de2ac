"""A question as it is read: chat spellings written out, English put into Vietnamese."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.asking.english import Reading, in_vietnamese, read_english
from assistant.asking.english.bracketed import without_doubles
from assistant.asking.finding.corpus import Corpus
from assistant.asking.repairing.restoring import restored
from ingest.text.normal import clean, fold
from ingest.vocabulary import load, remembered

_MOST_OPENINGS, _SENTENCE = 3, 4
_SHOUTED = re.compile(r"(?<![\w/&.-])[^\W\d_]+(?![\w/&-])")
_ROMAN = re.compile(r"[IVX]+")
_SPOKEN = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class _Chat:
    word: re.Pattern[str]
    meanings: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    openings: tuple[tuple[re.Pattern[str], str], ...]
    own: frozenset[str]


@remembered()
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


def _lowered(found: re.Match[str]) -> str:
    """A shouted word in small letters, initials without a vowel as they are."""
    word = found.group()
    return word.lower() if not _ROMAN.fullmatch(word) and _SPOKEN.search(fold(word)) else word


def in_own_words(question: str, corpus: Corpus | None = None) -> str:
    """The question as asking reads it, in Vietnamese and without what people type for short.

    Of several words for an English one, those are taken that the documents of ``corpus`` use.
    """
    question = question if _is_own(question) else without_doubles(question)
    english = None if _is_own(question) else in_vietnamese(question, corpus)
    return english or written_out(question)


def read_in_own_words(question: str, corpus: Corpus) -> Reading:
    """The same with the English words that neither a list nor a document knows."""
    question = question if _is_own(question) else without_doubles(question)
    english = None if _is_own(question) else read_english(question, corpus)
    return english or Reading(written_out(restored(without_frame(question), corpus)))


def _is_own(question: str) -> bool:
    """Whether a question that borrows English words is a Vietnamese one all the same."""
    return not _chat().own.isdisjoint(re.findall(r"\w+", clean(question)))


def written_out(question: str) -> str:
    """The question with chat spellings written out and the greeting before it left away."""
    chat = _chat()
    typed = text = " ".join(clean(question).split())
    shouted = text.isupper()
    if shouted and len(text.split()) >= _SENTENCE:
        text = _SHOUTED.sub(_lowered, text)

    def meaning(found: re.Match[str]) -> str:
        short = found.group()
        return short if short.isupper() and not shouted else chat.meanings[short.casefold()]

    changed = " ".join(chat.word.sub(meaning, text).split())
    changed = _unframed(changed)
    return changed if changed != typed else question


def without_frame(question: str) -> str:
    """The question without greetings and courtesies, and with dialect put into common words."""
    text = " ".join(clean(question).split())
    changed = _unframed(text)
    return changed if changed != text else question


def _unframed(text: str) -> str:
    chat = _chat()
    for pattern, put in chat.patterns:
        text = pattern.sub(put, text)
    for _ in range(_MOST_OPENINGS):
        before = text
        for opening, put in chat.openings:
            found = opening.match(fold(text))
            if found and found.end() < len(text) and len(fold(text)) == len(text):
                text = f"{put}{text[found.end() :]}"
        if text == before:
            break
    return text
