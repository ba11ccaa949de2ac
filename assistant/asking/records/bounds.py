"""Bounds that a question sets on the figures of targets: "trên 80 %", "từ 70 đến 90 %", "100 %"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant.asking.records.vocabulary import Taking
from ingest.model import Target
from ingest.text.normal import match_key, strip_accents

Sign = Literal[">", ">=", "<", "<=", "="]

_NUMBER = r"(\d{1,3}(?:[.,]\d+)?)"
_UNIT = r"\s*(?:%|phan tram|percent)"
_PATTERNS: tuple[tuple[re.Pattern[str], Sign], ...] = (
    (re.compile(rf"\btu {_NUMBER}(?:{_UNIT})? (?:tro len|tro di){_UNIT}?"), ">="),
    (re.compile(rf"\btu {_NUMBER}{_UNIT} (?:tro len|tro di)"), ">="),
    (re.compile(rf"\b(?:tu|toi thieu|it nhat|khong duoi|at least) {_NUMBER}{_UNIT} tro len"), ">="),
    (re.compile(rf"\b(?:toi thieu|it nhat|khong duoi|khong thap hon|at least) {_NUMBER}{_UNIT}"),
     ">="),
    (re.compile(rf"\b(?:khong qua|toi da|khong vuot qua|khong tren|at most) {_NUMBER}{_UNIT}"),
     "<="),
    (re.compile(rf"\b(?:chua den|chua toi|chua dat|chua du|khong den|khong du|thap hon|nho hon|"
                rf"kem hon|it hon|duoi|below|under|less than) {_NUMBER}{_UNIT}"), "<"),
    (re.compile(rf"\b(?:tren|lon hon|cao hon|nhieu hon|vuot qua|vuot|hon|above|over|more than) "
                rf"{_NUMBER}{_UNIT}"), ">"),
    (re.compile(rf"{_NUMBER}{_UNIT} tro len"), ">="),
    (re.compile(rf"{_NUMBER}{_UNIT} tro xuong"), "<="),
    (re.compile(rf"\b(?:tron|dung bang|bang dung|dung|bang|phai dat|dat|la|muc|dat muc|du|exactly)"
                rf" {_NUMBER}{_UNIT}"), "="),
    (re.compile(rf"\b(?:chi tieu|muc tieu|targets?)(?: nao| gi)? {_NUMBER}{_UNIT}"), "="),
    (re.compile(rf"{_NUMBER}{_UNIT}"), "="),
)  # fmt: skip
_RANGE = re.compile(
    rf"\b(?:tu|trong khoang|khoang|giua|between) {_NUMBER}(?:{_UNIT})? "
    rf"(?:den|toi|va|and|to) (?:duoi )?{_NUMBER}{_UNIT}"
)
_SHOWN: dict[Sign, str] = {">": "trên", ">=": "từ", "<": "dưới", "<=": "không quá", "=": "bằng"}


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound on a share."""

    sign: Sign
    value: Decimal

    def holds(self, target: Target) -> bool:
        """Whether the figure of a target, a share itself, lies within the bound.

        A target "trên 90 %" lies above 90.
        """
        if target.value is None or not (target.unit or "").startswith("%"):
            return False
        if target.comparator in ("rank", "change"):
            return False
        own = Decimal(target.value)
        if self.sign == ">":
            return own > self.value or (own == self.value and target.comparator == ">")
        if self.sign == "<":
            return own < self.value or (own == self.value and target.comparator == "<")
        if self.sign == ">=":
            return own >= self.value
        if self.sign == "<=":
            return own <= self.value
        return own == self.value

    @property
    def said(self) -> str:
        """In words."""
        shown = f"{self.value.normalize():f}".replace(".", ",")
        return f"{_SHOWN[self.sign]} {shown}%"


def take_bounds(taking: Taking) -> tuple[Bound, ...]:
    """The bounds of the question, their words taken away."""
    folded = strip_accents(match_key(taking.typed))
    found: list[Bound] = []
    if inside := _RANGE.search(folded):
        first, last = map(_decimal, inside.groups())
        found += [Bound(">=", first), Bound("<=", last)]
        folded = _blanked(taking, folded, inside)
    for pattern, sign in _PATTERNS:
        while one := pattern.search(folded):
            found.append(Bound(sign, _decimal(one.group(1))))
            folded = _blanked(taking, folded, one)
    return tuple(dict.fromkeys(found))


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(",", "."))


def _blanked(taking: Taking, folded: str, found: re.Match[str]) -> str:
    start = found.start()
    kept = re.match(r"(?:chi tieu|muc tieu|targets?)(?: nao| gi)?", found.group())
    begin = start + (kept.end() if kept else 0)
    taking.take_span(begin, found.end())
    return folded[:start] + " " * (found.end() - start) + folded[found.end() :]
