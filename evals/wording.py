"""When one wording stands in another: spacing, case and tone placement do not count."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f][^\W\d_]*)*")
_MARKS = re.compile(r"\[\d+\]|[*`]|\\(?=\W)")


def key(text: str) -> str:
    """A form for comparing: ``hoá`` as ``hóa``, ``70 %`` as ``70%``, no Markdown marks."""
    bare = _MARKS.sub("", text.replace("\u00a0", " "))
    bare = re.sub(r"(?<=\d)\s+%", "%", " ".join(bare.split()).casefold())
    return _WORD.sub(_tone_last, unicodedata.normalize("NFD", bare))


def contains(text: str, wording: str) -> bool:
    """Whether ``wording`` stands in ``text`` whole: ``2`` does not stand in ``2023`` or ``1,2``."""
    needle = key(wording)
    before = r"(?<!\d)(?<!\d[.,])" if needle[:1].isdigit() else ""
    after = r"(?!\d|[.,]\d)" if needle[-1:].isdigit() else ""
    return re.search(before + re.escape(needle) + after, key(text)) is not None


def _tone_last(word: re.Match[str]) -> str:
    letters = [char for char in word.group() if char not in _TONES]
    return "".join([*letters, *(char for char in word.group() if char in _TONES)])
