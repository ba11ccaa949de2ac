"""Known misreadings of scanned text, mended in match keys only.

What is shown and quoted stays as the file writes it. The phrases are data
(``ingest/vocabulary/ocr.yaml``); none may hold a figure, so that figures are never touched.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ingest.text.normal import match_key
from ingest.vocabulary import load

_FIGURE = re.compile(r"\d")


def mended_key(text: str) -> str:
    """The match key of ``text`` (:func:`ingest.text.normal.match_key`), known misreadings mended.

    Its words are as many as those of ``text``, but its characters are not: offsets do not carry
    over to the plain match key.
    """
    return mended(match_key(text))


def mended(key: str) -> str:
    """A match key with known misreadings mended."""
    pattern, meant = _phrases()
    return pattern.sub(lambda found: meant[found.group()], key)


class _Built:
    words: dict[str, Any] | None = None
    phrases: tuple[re.Pattern[str], dict[str, str]] | None = None


def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """The phrases of the vocabulary file in force; looked up for every text that is read."""
    words = load("ocr")
    if _Built.phrases is None or _Built.words is not words:
        _Built.phrases = _compiled(
            tuple(
                (str(right), tuple(map(str, wrong))) for right, wrong in words["misread"].items()
            ),
            tuple(map(str, words["keep"])),
        )
        _Built.words = words
    return _Built.phrases


@lru_cache(maxsize=4)
def _compiled(
    misread: tuple[tuple[str, tuple[str, ...]], ...], keep: tuple[str, ...]
) -> tuple[re.Pattern[str], dict[str, str]]:
    meant = {match_key(phrase): match_key(phrase) for phrase in keep}
    for right, spellings in misread:
        for wrong in spellings:
            meant.setdefault(match_key(wrong), match_key(right))
    faulty = [
        phrase
        for pair in meant.items()
        for phrase in pair
        if _FIGURE.search(phrase) or len(pair[0].split()) != len(pair[1].split())
    ]
    if faulty:
        raise ValueError(
            f"ocr.yaml: cụm “{faulty[0]}” chứa chữ số hoặc khác số từ với cụm đúng; hãy bỏ cụm đó."
        )
    by_first: dict[str, list[str]] = {}
    for phrase in sorted(meant, key=len, reverse=True):
        by_first.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    # Each alternative begins with a letter, which the engine skips to; what stands before it is
    # looked at then.
    alternatives = "|".join(
        rf"{re.escape(first)}(?<!\w.)(?:{'|'.join(rest)})" for first, rest in by_first.items()
    )
    return re.compile(rf"(?:{alternatives})(?!\w)"), meant
