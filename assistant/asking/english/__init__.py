"""Puts a question in English into Vietnamese, by patterns and word lists only.

The rest of asking then reads it as any other question. Names, numbers and terms in Vietnamese stay
as they are. Of several Vietnamese words for an English one, the one that the documents use together
with the other words of the question is taken. English words that no list knows and no document
holds are told, so that a refusal can name them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.asking.english.compounds import compounded
from assistant.asking.english.detecting import is_english
from assistant.asking.english.framing import framed
from assistant.asking.english.grounding import absent, grounded, known_word, spoken_phrase
from assistant.asking.english.lists import lists
from assistant.asking.english.names import respelt, strange, unstored
from assistant.asking.english.order import parted, turned
from assistant.asking.english.pieces import cut, tokens_of
from assistant.asking.english.units import with_units
from assistant.asking.finding.corpus import Corpus
from ingest.text.normal import clean

_CLOSING = re.compile(r"\s+([,;.:?!])")
_LOOSE = re.compile(r"^[\s,;:.]+|(?:\s*,)+(?=\s*,)|[\s,;:.]+$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A question in Vietnamese, and its English words that nothing stored answers to."""

    text: str
    unknown: tuple[str, ...] = ()


def read_english(question: str, corpus: Corpus | None = None) -> Reading | None:
    """The question in Vietnamese; ``None`` where it is not in English."""
    text = " ".join(clean(question).split())
    words = lists()
    if not is_english(text, words):
        return None
    text = text.lower() if text.isupper() else text
    tokens = with_units(tokens_of(framed(text, words), words), words, corpus)
    pieces = [*cut(tokens, words, stands=known_word(corpus), spoken=spoken_phrase(corpus))]
    pieces = compounded(pieces, words)
    if corpus is not None:
        pieces = grounded(strange(respelt(pieces, corpus), corpus), corpus)
    unknown = tuple(piece.english for piece in pieces if piece.part == "unknown")
    if corpus is not None:
        unknown += absent(pieces, corpus, words) + unstored(pieces, corpus)
    said = " ".join(piece.text for piece in turned(parted(pieces, words)) if piece.text)
    said = _LOOSE.sub("", _CLOSING.sub(r"\1", " ".join(said.split())))
    if not said:
        return None
    return Reading(f"{said[:1].upper()}{said[1:]}?", tuple(dict.fromkeys(unknown)))


def in_vietnamese(question: str, corpus: Corpus | None = None) -> str | None:
    """The question in Vietnamese alone; ``None`` where it is not in English."""
    reading = read_english(question, corpus)
    return reading.text if reading is not None else None
