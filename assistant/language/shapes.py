"""Facts with a shape of their own: marks, document numbers, dates, ratios, outline numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from assistant.language.facts import FactKind

_YEAR = r"(?:19|20)\d\d"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}


def parse_number(digits: str) -> Decimal | None:
    """A number written with digits, by the grammar above; ``None`` for ``1.2.3`` and the like."""
    dots, commas = digits.count("."), digits.count(",")
    if not dots and not commas:
        return Decimal(digits)
    if dots and commas:
        decimal = max(digits.rfind("."), digits.rfind(","))
        groups, grouping = digits[:decimal], "," if digits[decimal] == "." else "."
        if digits[decimal] in groups or not _grouped(groups.split(grouping)):
            return None
        return Decimal(groups.replace(grouping, "") + "." + digits[decimal + 1 :])
    mark = "." if dots else ","
    groups_of = digits.split(mark)
    if _grouped(groups_of) and (mark == "." or commas > 1):
        return Decimal("".join(groups_of))
    return Decimal(digits.replace(",", ".")) if len(groups_of) == 2 else None


def _grouped(groups: list[str]) -> bool:
    return (
        1 <= len(groups[0]) <= 3
        and not (len(groups) > 1 and groups[0].startswith("0"))
        and all(len(group) == 3 for group in groups[1:])
    )


def decimal_key(value: Decimal) -> str:
    """The one way a value is written as a key: no exponent, no trailing zeros."""
    return format(value.normalize(), "f") if value else "0"


def _citation_key(found: re.Match[str]) -> str | None:
    numbers: list[int] = []
    for piece in re.split(r"[,;]", found.group(1)):
        ends = [int(number) for number in re.findall(r"\d+", piece)]
        if len(ends) > 2 or not ends or ends[-1] - ends[0] > 50:
            return None
        numbers += range(ends[0], ends[-1] + 1) if len(ends) == 2 else ends
    return ",".join(map(str, numbers))


def _document_key(found: re.Match[str]) -> str:
    return re.sub(r"\s", "", found.group(1)).upper()


def _date_key(day: str, month: str, year: str) -> str | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _day_month(found: re.Match[str]) -> str | None:
    return f"{int(found.group(1))}/{int(found.group(2))}"


def _month_key(found: re.Match[str]) -> str | None:
    month, year = int(found.group(1)), found.group(2)
    if not 1 <= month <= 12:
        return None
    return f"{year or '?'}-{month:02d}"


def _quarter_key(found: re.Match[str]) -> str:
    name = found.group(1).lower()
    return f"{found.group(2) or '?'}-Q{_ROMAN.get(name) or int(name)}"


def _pair_key(found: re.Match[str]) -> str | None:
    left, right = (parse_number(found.group(at)) for at in (1, 2))
    return (
        f"{decimal_key(left)}/{decimal_key(right)}"
        if left is not None and right is not None
        else None
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


PATTERNS: tuple[tuple[FactKind, re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    ("citation", _compile(r"\[\s*(\d{1,4}(?:\s*[-,;]\s*\d{1,4})*)\s*\]"), _citation_key),
    (
        "document",
        re.compile(
            r"(?<![\w/])(\d+\s?(?:/\d{4})?(?:/\s?(?=[^\W\d_]*[A-ZĐ]{2}|[^\W\d_]+-)|-(?=[A-ZĐ]{2,}/))"
            r"[^\W\d_][\w&.]*(?:\s?[-/]\s?[^\W\d_][\w&]*)*)"
        ),
        _document_key,
    ),
    (
        "date",
        _compile(
            rf"(?:ngày\s+)?(?<![\d/.])(\d{{1,2}})\s*([/.-])\s*(\d{{1,2}})\s*\2\s*({_YEAR})(?![\d/])"
        ),
        lambda found: _date_key(found.group(1), found.group(3), found.group(4)),
    ),
    (
        "date",
        _compile(rf"(?<!\d)({_YEAR})-(\d{{2}})-(\d{{2}})(?!\d)"),
        lambda found: _date_key(found.group(3), found.group(2), found.group(1)),
    ),
    (
        "date",
        _compile(rf"ngày\s+(\d{{1,2}})\s+tháng\s+(\d{{1,2}})\s*(?:,?\s*năm\s+|/)({_YEAR})(?!\d)"),
        lambda found: _date_key(found.group(1), found.group(2), found.group(3)),
    ),
    ("pair", _compile(r"(?<!\w)ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)"), _day_month),
    (
        "month",
        _compile(
            rf"(?<!\w)tháng\s+(\d{{1,2}})(?:\s*(?:/|năm|-)\s*({_YEAR}))?(?![\d,.%]*\d)(?!\s*%)"
        ),
        _month_key,
    ),
    ("month", _compile(rf"(?<![\d/.,])(\d{{1,2}})/({_YEAR})(?![\d/])"), _month_key),
    (
        "quarter",
        _compile(
            rf"(?<!\w)quý\s+(iv|i{{1,3}}|[1-4]|một|hai|ba|bốn|tư)(?!\w)(?:\s*(?:/|năm|-)\s*({_YEAR})(?!\d))?"
        ),
        _quarter_key,
    ),
    (
        "years",
        _compile(
            rf"(?<![\d/.,])({_YEAR})\s*(?:-|đến)\s*(?:hết\s+)?(?:năm\s+)?({_YEAR})(?![\d/]|[.,]\d)"
        ),
        lambda found: f"{found.group(1)}-{found.group(2)}",
    ),
    (
        "year",
        _compile(rf"(?<!\w)(?:năm|giai đoạn|thời kỳ|nhiệm kỳ)\s+({_YEAR})(?![\d/]|[.,]\d)"),
        lambda found: found.group(1),
    ),
    (
        "pair",
        _compile(r"(?<![\w/.,])(\d+(?:[.,]\d+)*)\s*/\s*(\d+(?:[.,]\d+)*)(?![\d/])"),
        _pair_key,
    ),
    (
        "label",
        re.compile(
            r"(?<![\w.])([IVXLC]+(?:[.-][A-Z])?(?:\.\d+)+|\d+\.\d+\.\d{1,2}(?:\.\d+)*)(?![\w])"
        ),
        lambda found: found.group(1).upper() if _is_outline(found.group(1)) else None,
    ),
)


def _is_outline(text: str) -> bool:
    """``1.355.391`` is a number, ``2.2.1`` and ``III.1.9`` are places in an outline."""
    return parse_number(text) is None if text[0].isdigit() else True
