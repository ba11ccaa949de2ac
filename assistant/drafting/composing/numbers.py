"""Figures as a report prints them: ``02``, ``9.284``, ``99,9 %``, ``8.983,2``."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")


def decimal(text: str | None) -> Decimal | None:
    """The decimal of a record's ``value``, ``None`` where it has none."""
    if text is None:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def places_shown(text: str | None) -> int:
    """How many decimals a cell prints: ``"75,0%"`` -> 1; ``"12.480"`` -> 0."""
    if not text or "," not in text:
        return 0
    digits = 0
    for char in text.rpartition(",")[2]:
        if not char.isdigit():
            break
        digits += 1
    return digits


def printed(value: Decimal, *, padded: bool = False, places: int = 0) -> str:
    """``value`` in Vietnamese form; ``padded`` writes counts below ten with two digits.

    At least ``places`` decimals are written, more where the value has more.
    """
    own = -int(value.normalize().as_tuple().exponent) if value != value.to_integral_value() else 0
    text = f"{value:,.{max(own, places)}f}"
    if padded and own == 0 and places == 0 and 0 < value < 10:
        text = f"0{text}"
    return text.translate(str.maketrans(",.", ".,"))


def percent(part: Decimal, whole: Decimal) -> tuple[Decimal, bool]:
    """``part`` in per cent of ``whole``, to one decimal; whether rounding changed it.

    A share that is not complete never rounds to 100 and one that is not nothing never to 0: it is
    then given with two decimals or cut.
    """
    exact = part * 100 / whole
    value = exact.quantize(_TENTH, ROUND_HALF_UP)
    if (value == 100 and part != whole) or (value == 0 and part != 0):
        value = exact.quantize(_HUNDREDTH, ROUND_HALF_UP)
        if value == 100 and part != whole:
            value = Decimal("99.99") if part < whole else Decimal("100.01")
    return value, value != exact
