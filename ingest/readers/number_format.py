"""A stored spreadsheet value as the sheet shows it, with Vietnamese decimal comma.

Formats are ECMA-376 18.8.31 codes: ``0.0%``, ``#,##0``, ``00``, ``"Quý "0``.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Stored = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"'
    r"|\\(?P<escaped>.)"
    r"|_(?P<space>.)"
    r"|\*(?P<filler>.)"
    r"|\[\$(?P<currency>[^\]-]*)[^\]]*\]"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<number>(?:[0#?][0#?,]*)?(?:\.[0#?]+|\.(?=%|$)|[0#?]+,*)(?:E[+-]0+)?)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_FRACTION = re.compile(r"([#0?]+ +)?[#0?]+/([#0?]+|\d+)")
_GENERAL_DIGITS = 10
_GENERAL_WIDTH = Decimal(10) ** 11


def shown(stored: Stored, code: str) -> str:
    """The text of the cell. ``code`` is the cell's number format."""
    if stored is None:
        return ""
    if isinstance(stored, str):
        return _text(stored, code)
    if isinstance(stored, bool):
        return "TRUE" if stored else "FALSE"
    if isinstance(stored, int | float):
        return _number(Decimal(repr(stored)), code)
    return _moment(stored, code)


def _text(stored: str, code: str) -> str:
    sections = _sections(code)
    if len(sections) == 4 and "@" in sections[3]:
        return _literals(sections[3]).replace("@", stored)
    if len(sections) == 1 and "@" in code and code != "@":
        return _literals(code).replace("@", stored)
    return stored


def _literals(section: str) -> str:
    def plain(found: re.Match[str]) -> str:
        if found["space"] is not None:
            return " "
        return found["quoted"] or found["escaped"] or found["currency"] or found["other"] or ""

    return _TOKEN.sub(plain, section).strip()


def _number(number: Decimal, code: str) -> str:
    if not number.is_finite():
        return str(number)
    section, signed = _section_for(number, _sections(code))
    number = abs(number) if signed else number
    if section.strip() in ("", "@"):
        return _general(number)
    if "general" in section.lower():
        prefix, suffix = re.split("general", section, maxsplit=1, flags=re.IGNORECASE)
        return f"{_literals(prefix)}{_general(number)}{_literals(suffix)}"
    fraction = _FRACTION.search(_CONDITION.sub("", section))
    if fraction and "%" not in section:
        return _fraction(number, whole=bool(fraction[1]), denominator=fraction[2])
    percent = len(re.findall(r"%", re.sub(r'"[^"]*"|\\.', "", section)))
    return _fill(number * (Decimal(100) ** percent), section)


def _sections(code: str) -> list[str]:
    parts = re.findall(r'(?:"[^"]*"|\\.|[^;"\\])*', code)
    # The pattern also matches the empty string after each section; keep one entry a section.
    found: list[str] = []
    position = 0
    for part in parts:
        if position > len(code):
            break
        if part or position == len(code) or code[position] == ";":
            found.append(part)
            position += len(part) + 1
    return found or ["General"]


def _section_for(number: Decimal, sections: list[str]) -> tuple[str, bool]:
    """The section that applies, and whether it prints the sign by itself."""
    conditional = [(section, _CONDITION.search(section)) for section in sections[:3]]
    if any(found for _, found in conditional):
        for section, found in conditional:
            if found is None or _holds(number, found[1], Decimal(found[2])):
                return _CONDITION.sub("", section), False
        return "General", False
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) > 2:
        return sections[2], True
    return sections[0], False


def _holds(number: Decimal, sign: str, bound: Decimal) -> bool:
    return {
        "<": number < bound,
        "<=": number <= bound,
        ">": number > bound,
        ">=": number >= bound,
        "=": number == bound,
        "<>": number != bound,
    }[sign]


def _general(number: Decimal) -> str:
    """Ten significant digits, as a cell of ordinary width shows them."""
    if abs(number) >= _GENERAL_WIDTH and number == number.to_integral_value():
        return f"{number:f}".split(".")[0]
    text = f"{float(number):.{_GENERAL_DIGITS}g}"
    if "e" in text:
        small = abs(number) < 1
        text = f"{number:f}".rstrip("0").rstrip(".") if small else f"{number:f}"
    return text.replace(".", ",")


def _fill(number: Decimal, section: str) -> str:
    """Put ``number`` into the digit places of ``section``; literals stay."""
    pieces: list[str] = []
    placed = False
    for token in _TOKEN.finditer(section):
        if token["number"] is not None:
            if not placed:
                pieces.append(_digits(abs(number), token["number"]))
                placed = True
        elif token["space"] is not None:
            pieces.append(" ")
        elif token["filler"] is None and token["bracket"] is None:
            pieces.append(
                token["quoted"] or token["escaped"] or token["currency"] or token["other"] or ""
            )
    text = "".join(pieces).strip()
    negative = number < 0 and any(digit in "123456789" for digit in text)
    return f"-{text}" if negative else text


def _digits(number: Decimal, places: str) -> str:
    if "E" in places:
        mantissa, _, exponent = places.partition("E")
        precision = len(mantissa.partition(".")[2])
        text = f"{number:.{precision}E}".replace(".", ",")
        head, _, power = text.partition("E")
        return head + "E" + power[0] + power[1:].zfill(len(exponent) - 1)
    whole_places, _, decimal_places = places.partition(".")
    scaling = len(whole_places) - len(whole_places.rstrip(","))
    whole_places = whole_places.rstrip(",")
    number /= Decimal(1000) ** scaling
    rounded = number.quantize(Decimal(1).scaleb(-len(decimal_places)), rounding=ROUND_HALF_UP)
    whole, _, decimals = f"{rounded:f}".partition(".")
    whole = whole.lstrip("0").zfill(whole_places.count("0"))
    if "," in whole_places:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    required = len(decimal_places.rstrip("#?"))
    decimals = decimals[:required] + decimals[required:].rstrip("0")
    return f"{whole or ('0' if not decimals and not required else '')},{decimals}".rstrip(",")


def _fraction(number: Decimal, *, whole: bool, denominator: str) -> str:
    exact = Fraction(number)
    lower = int(denominator) if denominator.isdigit() else 0
    if lower:
        upper = round(abs(exact) * lower)
    else:
        near = abs(exact).limit_denominator(10 ** len(denominator) - 1)
        upper, lower = near.numerator, near.denominator
    sign = "-" if exact < 0 < upper else ""
    if not whole:
        return f"{sign}{upper}/{lower}"
    units, rest = divmod(upper, lower)
    parts = [str(units)] if units or not rest else []
    parts += [f"{rest}/{lower}"] if rest else []
    return sign + " ".join(parts)


def _moment(stored: dt.datetime | dt.date | dt.time | dt.timedelta, code: str) -> str:
    """Dates day first; a format without a day shows month and year, and never invents one."""
    if isinstance(stored, dt.timedelta):
        minutes = int(stored.total_seconds() // 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if isinstance(stored, dt.time):
        return f"{stored:%H:%M}"
    asked = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code).lower()
    clock = ""
    if isinstance(stored, dt.datetime) and "h" in asked:
        clock = f"{stored:%H:%M}"
    if "y" in asked and "d" not in asked and "h" not in asked:
        return f"{stored.month:02d}/{stored.year}" if "m" in asked else str(stored.year)
    day = f"{stored.day:02d}/{stored.month:02d}/{stored.year}"
    if not any(letter in asked for letter in "yd") and clock:
        return clock
    return f"{day} {clock}".strip()
