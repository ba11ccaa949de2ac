"""Labels that number paragraphs and rows: ``III.``, ``2.1.2.``, ``a)``, ``Điều 3.``, ``-``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

LabelKind = Literal["part", "roman", "article", "capital", "arabic", "letter", "bullet"]

_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_PATTERNS: tuple[tuple[LabelKind, re.Pattern[str]], ...] = (
    ("article", re.compile(r"(Điều\s+\d+)\s*[.:]\s*")),
    ("roman", re.compile(rf"({_ROMAN})(?:\s*[.)/-]\s*|\s+)(?=\S)")),
    ("arabic", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})(?:\s*[.):]\s+(?=\S)|\s+(?=\D))")),
    ("arabic", re.compile(r"(\d{1,2})\s*[.)](?:\s+(?=\S)|(?=[^\W\d]))")),
    ("capital", re.compile(r"([A-HĐ])\s*[.)]\s+(?=\S)")),
    ("letter", re.compile(r"([a-zđ]|[a-z]\d)\s*[.)]\s*(?=\S)")),
    ("bullet", re.compile(r"([-+•–*●○▪])\s*(?=\S)")),
)
_REGARDING = re.compile(r"\s*V/v\b", re.IGNORECASE)
"""How the subject of a letter or decision begins: no Roman five."""
_PART = re.compile(
    r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:thứ\s+|THỨ\s+)?"
    r"([IVXLC]+|\d+|nhất|hai|ba|tư|năm|sáu|NHẤT|HAI|BA|TƯ|NĂM|SÁU|[A-H](?=\W*$|[.:]\s))\b"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a text; ``text[end:]`` is what it numbers."""

    kind: LabelKind
    value: str
    end: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of an arabic label: ``2.1.2`` -> (2, 1, 2); empty for other kinds."""
        if self.kind != "arabic":
            return ()
        return tuple(int(part) for part in self.value.split("."))


def label_of(text: str) -> Label | None:
    """The label ``text`` starts with. A bullet before another label is passed over."""
    start = len(text) - len(text.lstrip())
    phase = _PART.match(text, start)
    if phase:
        return Label("part", phase.group(1), phase.end())
    for kind, pattern in _PATTERNS:
        found = pattern.match(text, start)
        if not found:
            continue
        if kind == "roman" and not _is_roman_heading(text, found):
            continue
        if kind == "bullet":
            inner = label_of(text[found.end() :])
            if inner is not None and inner.kind in ("arabic", "letter", "roman"):
                return Label(inner.kind, inner.value, found.end() + inner.end)
        return Label(kind, found.group(1), found.end())
    return None


def _is_roman_heading(text: str, found: re.Match[str]) -> bool:
    rest = text[found.end() :]
    if not rest or _REGARDING.match(text):
        return False
    separated = bool(re.search(r"[.)/-]", found.group(0)))
    if not separated:
        return rest.isupper()
    # "C. ..." and "I. ..." are Roman only where a capital follows; "D)" never is.
    return rest[0].isupper() or not rest[0].isalpha()


def is_roman(text: str) -> bool:
    """Whether ``text`` alone is a Roman number."""
    return bool(text) and bool(re.fullmatch(_ROMAN, text))


_FIRST_ROMAN = re.compile(rf"\W*({_ROMAN})(?=[\W_]|$)")


def roman_in(readings: Iterable[str], value: int) -> str | None:
    """The Roman number of ``value`` that one of several readings of a doubtful text opens with."""
    for seen in readings:
        found = _FIRST_ROMAN.match(seen)
        if found and is_roman(found.group(1)) and roman_value(found.group(1)) == value:
            return found.group(1)
    return None


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def roman_value(text: str) -> int:
    """The value of a Roman number: ``"VII"`` -> 7; an empty one is 0."""
    total = 0
    for char, follower in pairwise(f"{text} "):
        value = _ROMAN_VALUES[char]
        total += -value if _ROMAN_VALUES.get(follower, 0) > value else value
    return total
