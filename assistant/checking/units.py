"""Units of measure: what stands behind a number, and whether two of them count the same thing."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from assistant.checking.model import Measure
from ingest.text.normal import match_key
from ingest.vocabulary import load

PERCENT = Measure("%", "%")
POINTS = Measure("điểm phần trăm", "điểm phần trăm")
_NOUN = re.compile(r"\s*([^\W\d_]+(?:\s+[^\W\d_]+)?)")
_FIXED = {"%": PERCENT, "phần trăm": PERCENT, "điểm phần trăm": POINTS, "điểm %": POINTS}


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, Measure]]:
    data = load("checking_units")
    table: dict[str, Measure] = {}
    for name, words in data["groups"].items():
        for word in (name, *words):
            table.setdefault(match_key(word), Measure(word, f"{name}"))
    for word, scale in data["money"].items():
        table[match_key(word)] = Measure(word, "tiền", Decimal(scale))
    ordered = sorted(table, key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in ordered)
    return re.compile(rf"\s*({pattern})(?!\w)"), table


class Units:
    """The units of one check: those of the vocabulary, and those the documents' tables name."""

    def __init__(self, named: tuple[str, ...] = ()) -> None:
        pattern, table = _table()
        own = {match_key(name) for name in named} - set(table) - set(_FIXED)
        self._own = {name: Measure(name, name) for name in own if name and len(name) < 40}
        self._table = table
        self._shipped = pattern
        ordered = sorted((*table, *self._own), key=len, reverse=True)
        joined = "|".join(re.escape(word) for word in ordered)
        self._pattern = re.compile(rf"\s*({joined})(?!\w)")

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
        key = match_key(text).strip(" .()")
        if key in _FIXED:
            return _FIXED[key]
        if key in {match_key(word) for word in load("checking_units")["open"]}:
            return None
        known = self._table.get(key) or self._own.get(key)
        return replace(known, text=text.strip()) if known else Measure(text.strip(), key)

    def known(self, text: str) -> Measure | None:
        """The unit of the vocabulary that ``text`` begins with."""
        found = self._pattern.match(match_key(text[:80]))
        return self.named(found.group(1)) if found else None


def not_counted(text: str) -> bool:
    """Whether ``text``, right behind a number, says that it counts nothing ("6 tuổi")."""
    key = match_key(text[:40])
    return any(
        re.match(rf"{re.escape(match_key(word))}(?!\w)", key)
        for word in load("checking_units")["not_units"]
    )


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
        if claimed is not None and stated is None:
            return "open" if share == (claimed.group == PERCENT.group) else "different"
        return "open"
    if claimed.group == stated.group:
        return "same"
    ratio = {"%", "điểm phần trăm"}
    if claimed.group in ratio or stated.group in ratio:
        return "different"
    if re.search(rf"(?<!\w){re.escape(match_key(claimed.text))}(?!\w)", name):
        return "open"
    return "different" if claimed.known and stated.known else "open"
