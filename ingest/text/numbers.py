"""Vietnamese numbers: dots group thousands, a comma is the decimal sign.

Rules: a dot before exactly three digits groups (``1.234`` = 1234); otherwise it is a decimal sign
(``95.5``); ``nghìn``, ``triệu``, ``tỷ`` scale; ``03/04`` is a ratio unless a date stands there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

NUMBER = r"\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(rf"(?<![\w.,/-])(?>{NUMBER})(?![\w/])")
_SCALES = {
    "nghìn": Decimal(1_000),
    "ngàn": Decimal(1_000),
    "triệu": Decimal(1_000_000),
    "tỷ": Decimal(1_000_000_000),
    "tỉ": Decimal(1_000_000_000),
}
_SCALE = re.compile(rf"\s*({'|'.join(_SCALES)})(?!\w)(?!\s*lệ)", re.IGNORECASE)
_PERCENT = re.compile(r"\s*(?:%|phần trăm\b)", re.IGNORECASE)
_POINTS = re.compile(r"\s*(?:điểm\s*%|điểm phần trăm\b)", re.IGNORECASE)


def parse_number(text: str) -> Decimal | None:
    """The value of a number written alone, or ``None``. ``"99,9"``, ``"1.355.391"``, ``"02"``."""
    text = text.strip()
    return value_of(text) if re.fullmatch(NUMBER, text) else None


def value_of(text: str) -> Decimal:
    """The value of a piece of text that :data:`NUMBER` matches."""
    if "," in text:
        whole, _, fraction = text.partition(",")
        return Decimal(f"{whole.replace('.', '')}.{fraction}")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        return Decimal(text.replace(".", ""))
    return Decimal(text)


def plain(value: Decimal) -> str:
    """A decimal as the contract writes it: ``.`` as sign, no exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class Amount:
    """A number found in running text, ``text[start:end]``, with the sign or scale beside it.

    ``of`` is the denominator of a ratio (``03/04``).
    """

    start: int
    end: int
    value: Decimal
    unit: Literal["%", "điểm phần trăm"] | None = None
    of: Decimal | None = None


_RATIO = re.compile(rf"(?<![\w/.,-])({NUMBER})/({NUMBER})(?![\w/])(?!\.\d)")


def amounts(text: str) -> list[Amount]:
    """Every number that may be a figure, in order; numbers glued to letters or ``/`` are not."""
    found: list[Amount] = []
    for match in _RATIO.finditer(text):
        part, whole = value_of(match.group(1)), value_of(match.group(2))
        if whole == 0:
            continue
        found.append(Amount(match.start(), match.end(), part, of=whole))
    found += [
        _with_unit(text, match.start(), match.end(), value_of(match.group()))
        for match in _NUMBER.finditer(text)
    ]
    return sorted(found, key=lambda amount: amount.start)


def _with_unit(text: str, start: int, end: int, value: Decimal) -> Amount:
    scale = _SCALE.match(text, end)
    if scale:
        value, end = value * _SCALES[scale.group(1).lower()], scale.end()
    points = _POINTS.match(text, end)
    if points:
        return Amount(start, points.end(), value, unit="điểm phần trăm")
    percent = _PERCENT.match(text, end)
    if percent:
        return Amount(start, percent.end(), value, unit="%")
    return Amount(start, end, value)
