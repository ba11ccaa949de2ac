"""A turn about the two things asked about before ("Hai cái đó cái nào cao hơn?"), in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking import restated
from assistant.asking.query import Intent, Query
from ingest.text.normal import fold

_PAIR = 2
_TWO = re.compile(
    r"^(?:vay |the |con |thi )*(?:giua )?(?:ca hai|hai|2|tong (?:cua )?(?:ca )?(?:hai|2))\b"
    r"(?: (?:cai|so|con so|ty le|ti le|muc|chi tieu|loai|ben|noi|so lieu|thu|nhom|truong hop))?"
    r"(?: (?:do|nay|ay|kia|tren|vua roi|vua neu))?\b"
)
_WHICH = re.compile(
    r"^(?:vay |the |thi )*(?:cai|so|ty le|ti le|muc|ben|loai|nhom) nao (?:la )?"
    r"(?:cao|thap|nhieu|it|lon|nho) hon(?: bao nhieu)?\W*$"
)
_BARE = re.compile(
    r"^(?:vay |the |thi |nhu vay |roi )*(?:hai ben |hai so |2 ben )?"
    r"(?:chenh(?: lech)?|hon kem|khac|cach|tong cong|tong so|tong|cong lai|cong het|cong don"
    r"|gop lai|tinh chung|tat ca|ca thay)(?: nhau)?(?: lai)?"
    r"(?: (?:la|duoc|thi|ra|het))*"
    r"(?: (?:bao nhieu|may)(?: (?:diem|phan tram|diem phan tram|ho so|nguoi|trieu|dong|viec|cai"
    r"|nhiem vu|thu tuc|don vi|trieu dong))?| the nao| ra sao)?\W*$"
)
_APART = re.compile(
    r"\b(?:cao|thap|nhieu|it|lon|nho|dai|ngan) hon\b|\bchenh\b|\bhon kem\b"
    r"|\b(?:khac|cach) nhau(?: bao nhieu)?\b"
)
_TOGETHER = re.compile(r"\b(?:tong|cong|tat ca|gop lai|ca thay|tinh chung)\b")
_FIGURES = frozenset({Intent.VALUE, Intent.COUNT, Intent.OPEN})
_TAIL = re.compile(
    r"\s*(?:\b(?:là|đạt|được|có)\s+)*(?:\b(?:bao nhiêu|mấy|bn)(?:\s+phần trăm|\s*%)?)?[\s?.!]*$",
    re.IGNORECASE,
)

_COUNT = re.compile(r"\s(?:(?:có|đã|được|là)\s+)*(?:bao nhiêu|mấy)(?=\s)", re.IGNORECASE)


def of_both(text: str, earlier: Sequence[Query]) -> str | None:
    """The question in full; ``None`` where it is none about the last two figures asked for."""
    told = fold(text)
    if len(earlier) < _PAIR:
        return None
    bare = _BARE.match(told) and earlier[-1].follows_on
    if not (bare or _TWO.match(told) or _WHICH.match(told)):
        return None
    pair = earlier[-_PAIR:]
    if any(one.intent not in _FIGURES for one in pair):
        return None
    first, second = (_COUNT.sub(" ", _TAIL.sub("", one.standalone)).strip() for one in pair)
    if not first or not second or first == second:
        return None
    if _APART.search(told):
        return restated.BOTH_APART.format(first=first, second=second)
    if _TOGETHER.search(told):
        return restated.BOTH_TOGETHER.format(first=first, second=second)
    return None
