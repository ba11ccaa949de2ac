"""Units of measure: what stands behind a number, and whether two of them count the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from assistant.checking.model import Measure
from assistant.checking.words import has, holds
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

PERCENT = Measure("%", "%")
POINTS = Measure("điểm phần trăm", "điểm phần trăm")
_NOUN = re.compile(r"\s*([^\W\d_]+(?:\s+[^\W\d_]+)?)")
_TIME = "thời gian"
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_FIXED = {"%": PERCENT, "phần trăm": PERCENT, "điểm phần trăm": POINTS, "điểm %": POINTS}


@remembered()
def _table() -> dict[str, Measure]:
    data = load("checking_units")
    table: dict[str, Measure] = {}
    for name, words in data["groups"].items():
        for word in (name, *words):
            table.setdefault(match_key(word), Measure(word, f"{name}"))
    for word, scale in data["money"].items():
        table[match_key(word)] = Measure(word, "tiền", Decimal(scale))
    for name, words in data["scaled"].items():
        for word, scale in words.items():
            table[match_key(word)] = Measure(word, name, Decimal(scale))
    return table


@lru_cache(maxsize=32)
def _joined(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\s*({'|'.join(map(re.escape, ordered))})(?!\w)")


class Units:
    """The units of one check: those of the vocabulary, and those the documents' tables name."""

    def __init__(self, named: tuple[str, ...] = ()) -> None:
        table = _table()
        own = {match_key(name) for name in named} - set(table) - set(_FIXED)
        self._own = {name: Measure(name, name) for name in own if name and len(name) < 40}
        self._table = table
        self._pattern = _joined((*table, *sorted(self._own)))

    def behind(self, text: str) -> Measure | None:
        """The unit that ``text``, which begins right behind a number, begins with.

        A noun that no vocabulary knows comes back as ``known=False``.
        """
        key = match_key(text[:80])
        found = self._pattern.match(key)
        if found:
            return self.named(found.group(1))
        noun = _NOUN.match(text[:40])
        if noun:
            word = match_key(noun.group(1))
            return Measure(word, word, known=False)
        return None

    def length(self, text: str) -> int:
        """How much of ``text``, right behind a number, is its unit; 0 for an unknown one."""
        found = self._pattern.match(text[:80].lower())
        return found.end() if found else 0

    def named(self, text: str | None) -> Measure | None:
        """The unit that a table's unit cell names; ``None`` for a blank one."""
        if not text or not text.strip():
            return None
        key = match_key(text).strip(" .()").removeprefix("số lượng ")
        if key in _FIXED:
            return _FIXED[key]
        if key in _open():
            return None
        known = self._table.get(key) or self._times(key) or self._own.get(key)
        return replace(known, text=text.strip()) if known else Measure(text.strip(), key)

    def _times(self, key: str) -> Measure | None:
        """A counted unit by the thousand: "Nghìn lượt"."""
        scale, _, counted = key.partition(" ")
        known = self._table.get(counted) if scale in _SCALES else None
        if known is None:
            return None
        return replace(known, scale=known.scale * Decimal(1).scaleb(_SCALES[scale]))

    def known(self, text: str) -> Measure | None:
        """The unit of the vocabulary that ``text`` begins with."""
        found = self._pattern.match(match_key(text[:80]))
        return self.named(found.group(1)) if found else None


def not_counted(text: str) -> bool:
    """Whether ``text``, right behind a number, says that it counts nothing ("6 tuổi")."""
    return _not_units().match(match_key(text[:40])) is not None


@remembered()
def _open() -> frozenset[str]:
    return frozenset(match_key(word) for word in load("checking_units")["open"])


@remembered()
def _not_units() -> re.Pattern[str]:
    words = (re.escape(match_key(word)) for word in load("checking_units")["not_units"])
    return re.compile(rf"(?:{'|'.join(words)})(?!\w)")


def contradicts_name(
    claimed: Measure | None,
    stated: Measure | None,
    *,
    name: str,
    normal: Callable[[str], str] = match_key,
) -> bool:
    """Whether a cell's unit is neither that of the text nor in its own name, which has the text's.

    "Tổng số hồ sơ" counted in "Thủ tục", which a text gives as so many "hồ sơ". ``name`` is in the
    form that ``normal`` makes, so that "hồ sơ TTHC" counted in "TTHC" names its unit.
    """
    if claimed is None or stated is None or claimed.group == stated.group:
        return False
    if _both_times(claimed, stated):
        return False
    if not (claimed.known and stated.known):
        return False
    return _in_name(claimed.text, name) and not has(name, normal(stated.text))


def misnamed(one: Measure | None, other: Measure | None, *, name: str) -> bool:
    """Whether a name says the unit of ``other`` and not that of ``one``, which counts alike.

    "Số lớp tập huấn" given as "555 cuộc": both are occasions, but the name says which.
    """
    if one is None or other is None or one.group != other.group or one.scale != other.scale:
        return False
    if match_key(one.text) == match_key(other.text) or not (one.known and other.known):
        return False
    return _in_name(other.text, name) and not _in_name(one.text, name)


def _in_name(unit: str, name: str) -> bool:
    return has(name, match_key(unit))


def compare(
    claimed: Measure | None, stated: Measure | None, *, name: str
) -> Literal["same", "open", "different"]:
    """Whether a figure's unit is that of a fact whose indicator is called ``name`` (normal form).

    ``open``: one of them names none, or only a noun that proves nothing.
    """
    if claimed is None or stated is None:
        one = claimed or stated
        share = "tỷ lệ" in name or "%" in name
        if one is not None and one.group == POINTS.group:
            return "different"
        if claimed is not None and stated is None and claimed.group == _TIME:
            return "open" if holds(name, _times()) else "different"
        if claimed is not None and stated is None:
            return "open" if share == (claimed.group == PERCENT.group) else "different"
        return "open"
    if claimed.group == stated.group or _both_times(claimed, stated) or _listed(claimed, stated):
        return "same"
    ratio = {"%", "điểm phần trăm"}
    if claimed.group in ratio or stated.group in ratio:
        return "different"
    if _in_name(claimed.text, name):
        return "open"
    return "different" if claimed.known and stated.known else "open"


@remembered()
def _times() -> tuple[str, ...]:
    data = load("checking_units")
    return (*data["times"], *data["scaled"][_TIME])


def _listed(one: Measure, other: Measure) -> bool:
    """Whether one names several things of which the other is one: "Huyện, thành phố", "huyện"."""
    lists = [
        {word.strip() for word in re.split(r"[,/]| và ", match_key(unit.text))}
        for unit in (one, other)
    ]
    return max(map(len, lists)) > 1 and bool(lists[0] & lists[1])


def _both_times(one: Measure, other: Measure) -> bool:
    """Whether both count how many times: "lượt" and "lượt người"."""
    return all(has(match_key(unit.text), "lượt") for unit in (one, other))
