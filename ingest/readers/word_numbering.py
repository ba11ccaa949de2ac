"""Automatic numbers of Word lists, printed as Word prints them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from ingest.readers.word_styles import NumberingRef, Styles, switch, value, w

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def roman(number: int) -> str:
    """``4`` -> ``IV``."""
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text


def letters(number: int) -> str:
    """Word's letter numbering: a..z, then aa, bb, .."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else "0"


def vietnamese(number: int) -> str:
    """Number words up to 99, digits beyond: a list rarely gets that long."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100 or tens == 0:
        return _DIGITS[number] if 0 <= number < 10 else str(number)
    last = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _DIGITS[ones])
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    return f"{head} {last}".strip()


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "vietnameseCounting": vietnamese,
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    text: str
    suffix: str
    restart: int | None
    legal: bool


class Numbering:
    """Counters of all lists. Ask for the labels in body order, once per paragraph."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root, styles)

    def label(self, listed: NumberingRef) -> str:
        """The next label of this list, with the blank that follows it; ``""`` where it has none."""
        if listed.num_id not in self._lists:
            return ""
        abstract, own_levels, starts = self._lists[listed.num_id]
        levels = {**self._abstract.get(abstract, {}), **own_levels}
        level = levels.get(listed.level)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        self._advance(listed, level, counts, starts)
        for deeper in [found for found in counts if found > listed.level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart != 0 and (restart is None or listed.level < restart):
                del counts[deeper]
        return self._print(level, levels, counts)

    def _advance(
        self, listed: NumberingRef, level: _Level, counts: dict[int, int], starts: dict[int, int]
    ) -> None:
        place = (listed.num_id, listed.level)
        if listed.level in starts and place not in self._restarted:
            self._restarted.add(place)
            counts[listed.level] = starts[listed.level]
        elif listed.level in counts:
            counts[listed.level] += 1
        else:
            counts[listed.level] = level.start

    @staticmethod
    def _print(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        if level.kind == "bullet":
            label = level.text if level.text in ("+", "*") else "-"
        else:

            def number(found: re.Match[str]) -> str:
                index = int(found.group(1)) - 1
                other = levels.get(index, level)
                # A level that was skipped counts as begun, as in Word.
                counted = counts.setdefault(index, other.start)
                kind = "decimal" if level.legal and other.kind != "none" else other.kind
                return _FORMATS.get(kind, str)(counted)

            label = _PLACE.sub(number, level.text)
        return label + ("" if level.suffix == "nothing" or not label else " ")

    def _load(self, root: etree._Element, styles: Styles) -> None:
        linked: dict[str, str] = {}
        for abstract in root.iter(w("abstractNum")):
            name = abstract.get(w("abstractNumId"), "")
            self._abstract[name] = dict(map(_level, abstract.findall(w("lvl"))))
            style = value(abstract, "numStyleLink")
            if style is not None:
                linked[name] = style
        for num in root.iter(w("num")):
            own: dict[int, _Level] = {}
            starts: dict[int, int] = {}
            for override in num.findall(w("lvlOverride")):
                index = int(override.get(w("ilvl"), "0"))
                start = value(override, "startOverride")
                if start is not None:
                    starts[index] = int(start)
                level = override.find(w("lvl"))
                if level is not None:
                    own[index] = _level(level)[1]
            self._lists[num.get(w("numId"), "")] = (value(num, "abstractNumId") or "", own, starts)
        for name, style in linked.items():
            holder = next(iter(styles.chain(style)), None)
            properties = None if holder is None else holder.find(w("pPr"))
            num_pr = None if properties is None else properties.find(w("numPr"))
            target = self._lists.get(value(num_pr, "numId") or "")
            if target is not None and target[0] != name:
                self._abstract[name] = self._abstract.get(target[0], {})


def _level(item: etree._Element) -> tuple[int, _Level]:
    start = value(item, "start") or "1"
    restart = value(item, "lvlRestart")
    return int(item.get(w("ilvl"), "0")), _Level(
        start=int(start) if start.lstrip("-").isdigit() else 1,
        kind=value(item, "numFmt") or "decimal",
        text=value(item, "lvlText") or "",
        suffix=value(item, "suff") or "tab",
        restart=int(restart) if restart and restart.isdigit() else None,
        legal=bool(switch(item, "isLgl")),
    )
