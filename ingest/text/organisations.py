"""Names of units: what begins one, and lists of them split.

Words come from ``organisations.yaml``. A list splits on ``;`` and line breaks, and on a comma or
"và" only where the next words begin a unit's name and the comma does not stand inside a name.
Spellings of one unit are joined in :mod:`ingest.text.unit_keys`; who leads and who helps in running
text is read in :mod:`ingest.text.roles`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ingest.text.unit_keys import canonical, same_unit, unit_slug
from ingest.vocabulary import load

__all__ = [
    "begins_unit",
    "canonical",
    "one_of",
    "same_unit",
    "split_items",
    "split_units",
    "unit_slug",
    "words",
]


def words() -> dict[str, Any]:
    """The vocabulary of units (``organisations.yaml``)."""
    return load("organisations")


@lru_cache(maxsize=32)
def one_of(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a text that begins with one of ``wordings``, whole words, any case."""
    ordered = sorted(wordings, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(word) for word in ordered)})\b", re.IGNORECASE)


def begins_unit(text: str) -> bool:
    """Whether ``text`` begins like the name of a unit."""
    bare = text.strip()
    if not one_of(tuple(words()["heads"])).match(bare):
        return False
    return not one_of(tuple(words().get("not_heads", ("\0",)))).match(bare)


_BROKEN = re.compile(r"(?<=\w\s)[-–][ \t]*\n\s*(?=[A-ZĐÀ-Ỹ])")  # a line that ends inside a name
_HARD = re.compile(r"\s*[;\n]\s*(?:[-+•]\s*)?|\.\s+(?=[-+•])")
_DASH = re.compile(r"(?:^|(?<=\S)\s+)[-+•]\s+(?=[A-ZĐÀ-Ỹ])")
_SOFT = re.compile(r",\s+và\s+|,\s*|\s+và\s+|(?<=\D)/(?=[A-ZĐÀ-Ỹ])")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-zđ])[.)]\s+(?=[A-ZĐÀ-Ỹ])")


def split_units(text: str) -> tuple[str, ...]:
    """The units of a cell, each as written. "Phòng Phổ biến, giáo dục pháp luật" stays one."""
    units: list[str] = []
    text = _BROKEN.sub("- ", text)
    for part in _HARD.split(text.strip().lstrip("-+• ")):
        for item in split_items(_NUMBERED.sub("", part)):
            units.extend(_split_soft(item))
    tidy = (_tidy(unit) for unit in units)
    return tuple(unit for unit in tidy if unit)


def split_items(text: str) -> list[str]:
    """``text`` cut at dashes that open an item; the dash of "Thanh tra - Bổ trợ tư pháp" stays."""
    pieces: list[str] = []
    start = 0
    listed = text[:1] in ("-", "+", "•")
    keep = _protected(text)
    for found in _DASH.finditer(text):
        if any(low <= found.start() < high for low, high in keep):
            continue
        rest = text[found.end() :]
        if found.start() == 0 or _opens_item(rest, listed=listed):
            pieces.append(text[start : found.start()])
            start = found.end()
    pieces.append(text[start:])
    return [piece for piece in pieces if piece.strip()]


_OPENER = re.compile(r"(?:Triển khai|Chủ trì|Phối hợp|Theo|Trên cơ sở|Đầu mối|Đơn vị|Cơ quan)\b")


def _opens_item(rest: str, *, listed: bool) -> bool:
    if _OPENER.match(rest):
        return True
    if not begins_unit(rest):
        return False
    return listed or not one_of(tuple(words().get("weak_heads", ("\0",)))).match(rest)


def _tidy(unit: str) -> str:
    unit = " ".join(unit.split()).strip(" .;:,+•")
    return unit.removeprefix("- ").strip()


def _split_soft(text: str) -> list[str]:
    keep = _protected(text)
    pieces: list[str] = []
    start = 0
    for found in _SOFT.finditer(text):
        if any(low <= found.start() < high for low, high in keep):
            continue
        rest = text[found.end() :]
        before = text[start : found.start()]
        if not _begins_listed(rest) or before.count("(") > before.count(")"):
            continue
        joins = found.group().strip() == "và"
        if joins and (not begins_unit(before) or _goes_on(before, rest)):
            continue
        if _is_field(before, rest):
            continue
        if _one_group(before, rest):
            continue
        pieces.append(before)
        start = found.end()
    pieces.append(text[start:])
    return pieces


_DIVISION = re.compile(r"(?:Phòng|Ban)\s+\w", re.IGNORECASE)


def _goes_on(before: str, rest: str) -> bool:
    """Whether words behind "và" name what a division looks after and no unit of their own.

    So it is in "Phòng Giá và Quỹ đầu tư", unlike "Phòng Giá và Quỹ Bảo trì đường bộ".
    """
    head = one_of(tuple(words().get("subject_heads", ("\0",)))).match(rest)
    if head is None or not _DIVISION.match(before):
        return False
    after = rest[head.end() :].split()
    own = set(words().get("places", ()))
    return bool(after) and not any(word[:1].isupper() or word in own for word in after)


def _is_field(before: str, rest: str) -> bool:
    """Whether what follows is a field in a division's name ("Phòng Bưu chính và Viễn thông")."""
    field = one_of(tuple(words().get("fields", ("\0",)))).match(rest)
    if field is None or not _DIVISION.match(before):
        return False
    after = rest[field.end() :].strip()
    return not after or after[0] in ",;." or after.startswith(("và ", "("))


def _begins_listed(rest: str) -> bool:
    lower = tuple(words().get("lower_heads", ("các",)))
    if rest[:1].isupper():
        return begins_unit(rest)
    return bool(one_of(lower).match(rest)) and (begins_unit(rest) or not rest.startswith("các"))


def _one_group(before: str, rest: str) -> bool:
    """Whether a comma stands between kinds of units behind "các" ("các Cục, Vụ có liên quan")."""
    if not re.search(r"(?<!\w)các\s", before, re.IGNORECASE):
        return False
    kind = one_of(tuple(words().get("plural_heads", ("\0",)))).match(rest)
    if kind is None:
        return False
    after = rest[kind.end() :].lstrip()
    return not after[:1].isupper()


def _protected(text: str) -> list[tuple[int, int]]:
    """Spans of ``text`` whose commas belong to a name."""
    lowered = text.lower()
    spans: list[tuple[int, int]] = []
    for phrase in (*words()["groups"], *words()["whole"]):
        at = lowered.find(phrase)
        while at >= 0:
            spans.append((at, at + len(phrase)))
            at = lowered.find(phrase, at + 1)
    return spans
