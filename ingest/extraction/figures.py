"""What one cell of figures says: comparator, number, unit; and whether it is one at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Comparator
from ingest.text.numbers import amounts, parse_number, plain
from ingest.vocabulary import load

_CODE = re.compile(r"([^\W\d_][^=:\d]*?)\s*[=:]\s*(\d)(?=\D|$)")
_CODE_FIRST = re.compile(r"(?<!\d)(\d)\s*[=:–-]\s*([^\W\d_][^=:\d]*)")
_SIGNS: dict[str, Comparator] = {
    "≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<", "=": "=", "~": "=", "≈": "=",
}  # fmt: skip
_SIGN = re.compile(r"\s*(≥|>=|≤|<=|>|<|=|~|≈)\s*(?=\d)")
_REMARK = re.compile(r"^(\d[\d.,]*\s*%?)\s*\([^()]*\)$")  # "15 (tăng 3)"
_ITEM = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]\s+[^\W\d]")  # "2.1. Rà soát …" is numbered
_LONG = 60


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that states one number: ``≥ 98%`` is ``>=``, ``98``, ``%``."""

    comparator: Comparator | None
    value: str
    unit: str | None


def decode_unit(unit: str) -> dict[str, str]:
    """The meanings of a coded unit: ``"Không = 0 Có = 1"`` -> ``{"0": "Không", "1": "Có"}``.

    Empty for an ordinary unit.
    """
    pairs = [(code, words) for words, code in _CODE.findall(unit)]
    if len(pairs) < 2 or _CODE_FIRST.match(unit.strip(" (")):
        pairs = _CODE_FIRST.findall(unit)
    codes = {code: words.strip(" ,;/-()") for code, words in pairs}
    return codes if len(codes) >= 2 else {}


def read_number(text: str) -> str | None:
    """The value of a cell as a decimal string: ``"02"`` -> ``"2"``, ``"99,9 %"`` -> ``"99.9"``.

    A number with words behind it counts ("922 nội dung"), as does one behind a comparator
    ("≥ 98", "trên 90%"); any other text gives ``None``.
    """
    found = figure_of(text)
    return found.value if found else None


def figure_of(text: str) -> Figure | None:
    """The one number of a cell with its comparator and percent sign, or ``None``."""
    bare = _REMARK.sub(r"\1", text.strip())
    comparator, start = _comparator(bare)
    rest = bare[start:].strip()
    percent = "%" if rest.endswith("%") else None
    number = rest.rstrip("%").strip()
    whole = parse_number(number.lstrip("+"))
    if whole is not None:
        return Figure(comparator, plain(whole), percent)
    if number.startswith(("-", "−")):
        negative = parse_number(number[1:].strip())
        if negative is not None:
            return Figure(comparator, plain(-negative), percent)
    if number.startswith("(") and number.endswith(")"):
        inner = parse_number(number[1:-1].strip().rstrip("%").strip())
        return Figure(comparator, plain(inner), percent) if inner is not None else None
    found = amounts(rest)
    if len(found) == 1 and found[0].start == 0 and found[0].of is None:
        after = rest[found[0].end :]
        upward = _named(after, load("targets")["upwards"])
        downward = _named(after, load("targets")["downwards"])
        named: Comparator | None = ">=" if upward else ("<=" if downward else comparator)
        return Figure(named, plain(found[0].value), found[0].unit)
    return None


def _named(after: str, wordings: list[str]) -> bool:
    return any(after.strip().lower().startswith(word) for word in wordings)


def _comparator(text: str) -> tuple[Comparator | None, int]:
    """The sign or words before a number at the start of a cell, and where the number begins."""
    sign = _SIGN.match(text)
    if sign:
        return _SIGNS[sign.group(1)], sign.end()
    first = re.search(r"\d", text)
    if first is None or first.start() == 0:
        return None, 0
    before = text[: first.start()].strip().lower()
    for comparator, wordings in load("targets")["comparators"].items():
        if before in (word.lower() for word in wordings):
            return comparator, first.start()
    return (">=", first.start()) if before == "từ" else (None, 0)


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure and little else."""
    if len(text) > _LONG or _ITEM.match(text):
        return False
    return figure_of(text) is not None or bool(_RATIO.fullmatch(text))


_RATIO = re.compile(r"\s*\d[\d.,]*\s*/\s*\d[\d.,]*\s*%?\s*")


def is_mark(text: str) -> bool:
    """Whether a cell only ticks its column: ``x``."""
    return text.strip().lower() in {str(mark).lower() for mark in load("columns").get("marks", ())}
