"""Do two readings of one picture agree? Where they do not, a person has to look."""

from __future__ import annotations

import re

from ingest.text.normal import fold

_NUMBERED = re.compile(r"(\d\.)\s+(?=\d)")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?")
_VALUE = re.compile(r"[\d\s.,/%+\-–()]*\d[\d\s.,/%+\-–()]*|[IVXLCivxlc]{1,7}[.)]?")
_LONGEST_VALUE = 24
_SURE_WORD = 60.0


def figures(text: str) -> list[str]:
    """The figures of ``text`` in order, thousands and decimal marks kept."""
    return _FIGURE.findall(text)


def same_figures(first: str, second: str) -> bool:
    """Whether two texts hold the same figures; the blank of "1.9. 100 %" may be lost."""
    return figures(_NUMBERED.sub(r"\1", first)) == figures(_NUMBERED.sub(r"\1", second))


def is_value(text: str) -> bool:
    """Whether ``text`` is a figure, a date or a Roman number and nothing else."""
    return len(text) <= _LONGEST_VALUE and _VALUE.fullmatch(text.strip()) is not None


def same_value(first: str, second: str) -> bool:
    """Equal but for blanks and a closing full stop."""
    return _packed(first) == _packed(second)


def differs(first: str, second: str) -> bool:
    """Whether two readings of a line of text contradict each other.

    Figures must be equal; words may differ in their marks, which the second reader often
    mistakes, and in punctuation.
    """
    return not same_figures(first, second) or _letters(first) != _letters(second)


def is_unsure(confidence: float) -> bool:
    """Whether a word's confidence (0..100) is too low to be trusted."""
    return confidence < _SURE_WORD


def _packed(text: str) -> str:
    return re.sub(r"\s+", "", text).rstrip(".")


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", fold(text))
