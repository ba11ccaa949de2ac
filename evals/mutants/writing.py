"""Texts as they are written: lines of plain pieces and of slots that may be made wrong."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Spot = Literal["prose", "bullet", "cell"]
Kind = Literal[
    "count",
    "total",
    "share",
    "money",
    "sign",
    "unit",
    "period",
    "subject",
    "deadline",
    "deadline word",
    "lead",
    "duty",
    "document",
    "day",
    "trend",
    "citation",
    "status",
    "gap",
]


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of a text that is right and may be made wrong.

    ``value`` is the number that ``text`` writes. ``wrong`` are other wordings that would be wrong
    here, as the writer of the text knows; ``same`` are figures of the same unit.
    """

    kind: Kind
    text: str
    value: Decimal | None = None
    wrong: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``required`` names the target or task of the plan whose result it is.

    ``table`` and ``row`` count as documents do, from 1, header lines included.
    """

    pieces: tuple[str | Slot, ...] = ()
    spot: Spot = "prose"
    block: int = -1
    required: str | None = None
    table: int | None = None
    row: int | None = None

    @property
    def text(self) -> str:
        """The line as it stands in the file."""
        return "".join(one if isinstance(one, str) else one.text for one in self.pieces)


def line(template: str, spot: Spot = "prose", /, **slots: Slot | str) -> Line:
    """A line from a template with ``{name}`` fields."""
    pieces: list[str | Slot] = []
    for plain, name, _, _ in string.Formatter().parse(template):
        if plain:
            pieces.append(plain)
        if name is not None:
            pieces.append(slots[name])
    return Line(_begun(pieces), spot)


def _begun(pieces: Sequence[str | Slot]) -> tuple[str | Slot, ...]:
    """The pieces with a capital at the beginning of the sentence."""
    first, *rest = pieces
    if isinstance(first, str):
        at = next((n for n, char in enumerate(first) if char.isalpha()), None)
        if at is not None:
            first = first[:at] + first[at].upper() + first[at + 1 :]
    return (first, *rest)


def cells(*columns: Slot | str | tuple[Slot | str, ...]) -> Line:
    """One row of a table, a column each."""
    pieces: list[str | Slot] = []
    for n, column in enumerate(columns):
        if n:
            pieces.append("\t")
        pieces += column if isinstance(column, tuple) else (column,)
    return Line(tuple(one for one in pieces if one != ""), "cell")


@dataclass(frozen=True, slots=True)
class Script:
    """A whole text."""

    name: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The whole file."""
        return "\n".join(one.text for one in self.lines) + "\n"

    def slots(self) -> Iterator[tuple[int, int, Line, Slot]]:
        """Every slot with the number of its line and of its piece."""
        for at, one in enumerate(self.lines):
            for n, piece in enumerate(one.pieces):
                if isinstance(piece, Slot):
                    yield at, n, one, piece

    def edited(self, at: int, piece: int, text: str) -> Script:
        """The script with one slot written otherwise."""
        lines = [*self.lines]
        pieces = [*lines[at].pieces]
        old = pieces[piece]
        if not isinstance(old, Slot):
            raise TypeError(f"piece {piece} of line {at} is no slot")
        pieces[piece] = replace(old, text=text)
        lines[at] = replace(lines[at], pieces=tuple(pieces))
        return replace(self, lines=tuple(lines))

    def without(self, at: int) -> Script:
        """The script without one line's words."""
        lines = [*self.lines]
        lines[at] = replace(lines[at], pieces=())
        return replace(self, lines=tuple(lines))


def grouped(value: int) -> str:
    """``12480`` -> ``12.480``."""
    return f"{value:,}".replace(",", ".")


def official(value: int) -> str:
    """As officials write a count: ``05``, ``12.480``."""
    return f"0{value}" if value < 10 else grouped(value)


def comma(value: Decimal) -> str:
    """``98.50`` -> ``98,5``."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, fraction = text.partition(".")
    return grouped(int(whole)) + (f",{fraction}" if fraction else "")


def percent_of(part: int, whole: int, places: int = 1) -> Decimal:
    """A share in per cent, half up."""
    step = Decimal(1).scaleb(-places)
    return (Decimal(part) * 100 / Decimal(whole)).quantize(step, rounding=ROUND_HALF_UP)


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def in_words(value: int) -> str:
    """A number below a thousand million in words: ``25`` -> ``hai mươi lăm``."""
    if value < 1000:
        return _below_thousand(value, full=False)
    parts: list[str] = []
    for scale, name in ((10**6, "triệu"), (1000, "nghìn")):
        if value >= scale:
            parts.append(f"{_below_thousand(value // scale, full=bool(parts))} {name}")
            value %= scale
    if value:
        parts.append(_below_thousand(value, full=True))
    return " ".join(parts)


def _below_thousand(value: int, *, full: bool) -> str:
    hundreds, rest = divmod(value, 100)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    tens, ones = divmod(rest, 10)
    if not rest:
        return " ".join(words) or _DIGITS[0]
    if tens == 0:
        words.append(f"linh {_DIGITS[ones]}" if words else _DIGITS[ones])
        return " ".join(words)
    words.append("mười" if tens == 1 else f"{_DIGITS[tens]} mươi")
    if ones:
        last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _DIGITS[ones])
        words.append(last)
    return " ".join(words)
