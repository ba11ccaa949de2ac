"""Small, certain repairs of what character recognition writes for specks, rules and look-alikes."""

from __future__ import annotations

import re
import unicodedata

_REPAIRS = (
    (re.compile(r"^[~¬](?=\s)"), "-"),
    (re.compile(r"^[\s'|_`‘’~]+(?=\S)|(?<=\S)[\s|_]+$"), ""),
    (re.compile(r"(?<!\S)[_|~`.]*[_|~`][_|~`.]*(?!\S)"), ""),
    (re.compile(r"—-?"), "–"),
    (re.compile(r"Ð"), "Đ"),
    (re.compile(r"\bQĐĐ\b"), "QĐ"),
    (re.compile(r"(?<=[^\W\d]),(?=[^\W\d])"), ", "),
    (re.compile(r"(?<=[^\W\d]);(?=[^\W\d])"), "; "),
    (re.compile(r"(?<![<>=!])=(?=\d)"), "= "),
    (re.compile(r"[“”]{2}"), '"'),
)


def tidied(text: str) -> str:
    """``text`` in NFC without the marks that only dirt or rules leave."""
    found = unicodedata.normalize("NFC", text)
    for pattern, replacement in _REPAIRS:
        found = pattern.sub(replacement, found)
    return re.sub(r"\s+", " ", found).strip()
