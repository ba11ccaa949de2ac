"""Cells that tell a time and nothing else."""

from __future__ import annotations

import re

from assistant.asking.questions.periods import time_spans, timed
from ingest.vocabulary import load, remembered

_ANY_YEAR = 2001
_LONGEST = 80
_WEEKDAY = "thứ"
_FULL_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_WORD = re.compile(r"[^\W\d_]+")


@remembered(maxsize=8192)
def is_time(text: str) -> bool:
    """Whether a cell says nothing but a day, month or year ("Sáng 14/4", "Tháng 5/2026")."""
    if len(text) > _LONGEST:
        return False
    spans = time_spans(timed(text), default_year=_ANY_YEAR)
    kept = "".join(
        letter
        for place, letter in enumerate(text)
        if not any(span.start <= place < span.end for span in spans)
    )
    words = {word.casefold() for word in _WORD.findall(kept)}
    told = bool(spans) or _WEEKDAY in words
    return told and words <= frozenset(load("asking_tables")["words_of_times"])


def is_time_in_words(text: str) -> bool:
    """Whether it does so with a word or a year: "14/4" alone may be a share of four."""
    if len(text) > _LONGEST or not (_WORD.search(text) or _FULL_DATE.search(text)):
        return False
    return is_time(text)
