"""Figures in a typed text, and whether one of them is a locked figure written otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.checking.spans import spans
from assistant.drafting.model import Slot
from ingest.text.numbers import NUMBER, parse_number

COUNTING = frozenset({"value", "share", "difference", "target", "count"})
"""Kinds of slots that print one number and its unit."""

_ANY_NUMBER = re.compile(NUMBER)


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure as typed at ``text[start:end]``; ``kind`` is what it was read as."""

    start: int
    end: int
    kind: str
    text: str
    value: Decimal | None = None


def typed_figures(text: str) -> Iterator[Typed]:
    """Figures in digits or words, in order."""
    offset = 0
    for line in text.split("\n"):
        for span in spans(line):
            start, end = offset + span.start, offset + span.end
            said = line[span.start : span.end]
            counts = span.spoken or any(char.isdigit() for char in said)
            if counts:
                yield Typed(start, end, span.kind, said, span.value if span.of is None else None)
        offset += len(line) + 1


def is_figure(said: str) -> bool:
    """Whether a text holds digits or a number in words."""
    return any(char.isdigit() for char in said) or any(span.spoken for span in spans(said))


def reads_alike(said: str, slot: Slot) -> bool:
    """Whether two texts hold the same digits, Roman numbers and sign of share."""
    return _digits(said) == _digits(slot.text) and said.endswith("%") == slot.text.endswith("%")


def _digits(text: str) -> tuple[str, ...]:
    """The digits of a text in order, grouping and leading zeros apart, and its Roman numbers."""
    joined = re.sub(r"(?<=\d)[.](?=\d{3}(?!\d))", "", text)
    numbers = (found.lstrip("0") or "0" for found in re.findall(r"\d+", joined))
    return (*numbers, *re.findall(r"\b[IVX]+\b", text))


def one_unit(slot: Slot) -> str:
    """What a slot prints behind its number."""
    found = _ANY_NUMBER.match(slot.text.strip())
    return slot.text.strip()[found.end() :].strip() if found else ""


def with_unit(text: str, start: int, end: int, unit: str) -> int:
    """Where the figure ends with its unit, where the same unit follows."""
    rest = text[end:]
    spaces = len(rest) - len(rest.lstrip(" "))
    if unit and start < end and rest[spaces:].casefold().startswith(unit.casefold()):
        return end + spaces + len(unit)
    return end


def same_value(typed: Typed, slot: Slot) -> bool:
    """Whether a typed figure only writes the slot's value otherwise, or names a part of it."""
    mine, theirs = typed.text.endswith("%"), slot.text.rstrip().endswith("%")
    number = _ANY_NUMBER.match(slot.text.strip())
    if number and typed.value is not None and slot.kind in COUNTING:
        return mine == theirs and typed.value == parse_number(number.group())
    digits = Counter(re.findall(r"\d+", typed.text))
    return bool(digits) and not digits - Counter(re.findall(r"\d+", slot.text))


def tidy(text: str) -> str:
    """A typed text in the form that texts are compared in: NFC, plain blanks and line ends."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"[\u00a0\u2007\u202f\t\v\f]", " ", text)
    text = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "", text)
    return "".join(char for char in text if char == "\n" or ord(char) >= 32)
