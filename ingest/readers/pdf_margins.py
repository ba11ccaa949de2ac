"""Page numbers and running heads: printed on every page, part of no sentence."""

from __future__ import annotations

import re
from collections import Counter

from ingest.extraction.secrecy import mark_of
from ingest.readers.pdf_words import Word, rows_of

_MARGIN = 0.1
_PAGE_NUMBER = re.compile(r"^\W*(?:trang\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?\W*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_MIN_PAGES = 3


def margin_rows(words: list[Word], height: float) -> list[list[Word]]:
    """The rows in the top and bottom tenth of a page, where furniture can stand."""
    return [
        row
        for row in rows_of(words)
        if row[0].bottom < _MARGIN * height or row[0].top > (1 - _MARGIN) * height
    ]


def is_page_number(row: list[Word]) -> bool:
    """Whether a margin row is a page number and nothing else."""
    return bool(_PAGE_NUMBER.match(" ".join(word.text for word in row)))


def row_key(row: list[Word]) -> tuple[str, int]:
    """Text with its digits masked, and height: equal for one running head on all pages."""
    text = _DIGITS.sub("#", " ".join(word.text for word in row))
    return text, round(row[0].top / 6)


def repeated(pages: list[list[tuple[str, int]]]) -> set[tuple[str, int]]:
    """Keys that stand on at least half of the pages, three or more; a mark of secrecy is none."""
    counted = Counter(key for keys in pages for key in set(keys) if mark_of(key[0]) is None)
    least = max(_MIN_PAGES, len(pages) // 2)
    return {key for key, count in counted.items() if count >= least}
