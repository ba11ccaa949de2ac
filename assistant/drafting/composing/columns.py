"""Which column of a row holds what: the period reported on, the plan, the same period before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.timing import part_of_year
from ingest.model import Indicator
from ingest.text.normal import fold
from ingest.vocabulary import load

_QUARTERS = ("I", "II", "III", "IV")


def wide_name(record: Indicator) -> str | None:
    """What the columns of one indicator share, in a table with an indicator a column."""
    if not record.source.column or record.name != record.source.column:
        return None
    return base_name(record)


def base_name(record: Indicator) -> str:
    """A column's name without the word that tells plan from result ("Hồ sơ / Thực hiện")."""
    above, _, last = record.name.rpartition(" / ")
    words = load("indicators")["roles"]
    said = fold(last)
    if above and any(said == fold(word) for name in words for word in words[name]):
        return above
    return record.name


def is_of_year(record: Indicator) -> bool:
    """Whether a column is titled as one for the whole year ("Kế hoạch năm 2031")."""
    column = record.source.column or ""
    return part_of(record) is None and re.search(r"(?<!\w)nam(?!\w)", fold(column)) is not None


def part_of(record: Indicator) -> str | None:
    """The part of the year that the column of a record names: "Q2", "M6"."""
    return part_of_year(record.source.column or "")


def comparable(
    before: Indicator, own: Indicator, wanted: str | None, current: Sequence[Indicator]
) -> bool:
    """Whether a column of the last period is of the same part of the year as that reported on.

    "Cùng kỳ năm 2025" beside a quarter and its half-year may be of either: of the longer one.
    """
    part, mine = part_of(before), part_of(own)
    if part is not None:
        return part == (wanted or mine)
    if mine is None:
        return True
    same = has_period_word(before.source.column or "")
    return same and (len(current) < 2 or wanted == "M6")


def has_period_word(column: str) -> bool:
    """Whether a column's title says "cùng kỳ"."""
    return "cung ky" in fold(column)


def covers(record: Indicator, year: int) -> bool:
    """Whether a record may be of ``year``: one without a period is of any."""
    return record.period is None or record.period.from_ <= year <= record.period.to


def chosen(records: Sequence[Indicator], quarter: int | None, half: bool) -> Indicator | None:
    """The column of the period reported on, where a row has several."""
    if len(records) < 2:
        return records[0] if records else None
    wanted = []
    if quarter is not None:
        wanted = [rf"quy {_QUARTERS[quarter - 1].lower()}(?!\w)", rf"quy 0?{quarter}(?!\d)"]
    elif half:
        wanted = [r"6 thang"]
    else:
        wanted = [r"ca nam", r"12 thang", r"luy ke", r"^nam|(?<!\w)nam \d{4}", r"tong"]
    for pattern in wanted:
        for record in records:
            if re.search(pattern, fold(record.source.column or "")):
                return record
    if quarter is None and not half:
        plain = [
            one for one in records if not re.search(r"quy|thang", fold(one.source.column or ""))
        ]
        return (plain or list(records))[-1 if not plain else 0]
    return records[0]
