"""Questions as people type them: without diacritics, with a slip of the finger."""

from __future__ import annotations

import random
import re
import unicodedata

_SLIPPED = 5


def without_diacritics(text: str) -> str:
    """``Đơn vị`` as ``Don vi``."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def with_typo(text: str, rng: random.Random) -> str:
    """Two neighbouring letters of one longer word change places, or one falls out."""
    spans = [m.span() for m in re.finditer(r"[^\W\d_]+", text) if len(m.group()) >= _SLIPPED]
    if not spans:
        return text
    start, end = rng.choice(spans)
    at = rng.randrange(start + 1, end - 2)
    if rng.random() < 0.5:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[at + 1 :]
