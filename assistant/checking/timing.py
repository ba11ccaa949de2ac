"""The time a figure is for: the year and the part of the year that its words or its text name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.checking.model import Claim, Place, Span
from assistant.checking.words import holds
from ingest.model import Period
from ingest.text.normal import match_key
from ingest.vocabulary import load

_YEAR = re.compile(
    r"(?:(?:năm|niên độ)\s+|(?:quý\s+(?:iv|iii|ii|i|[1-4])|tháng\s+\d{1,2})\s*/\s*)((?:19|20)\d\d)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"quý\s+(iv|iii|ii|i|[1-4])(?!\w)|(\d{1,2}|sáu|chín|ba)\s+tháng(?:\s+(đầu|cuối)\s+năm)?"
    r"|(?<!\d )(?<!đến )(?<!hết )(?<!từ )(?<!trước )(?<!sau )tháng\s+(0?[1-9]|1[0-2])(?![\d.])",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"\s+(?:của\s+)?năm\s+(?:19|20)\d\d|\s*/\s*(?:19|20)\d\d")
_WHOLE_YEAR = re.compile(r"(?<!\w)(?:cả năm|toàn năm|12 tháng)(?!\w)", re.IGNORECASE)
_COUNTED_TIME = re.compile(r"\s*tháng(?!\w)", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.!?;\n]\s+)[-+•\s]*(?:(?:trong|qua|sau|kết quả)\s+)?$", re.IGNORECASE)
_STRETCH = re.compile(r"\s*(?:kể từ|tính từ|liên tục|liên tiếp|một lần|tuổi|trở)(?!\w)")
_BESIDE = 40
_ANEW = re.compile(
    r";|(?<!\w)(?:cả năm|toàn năm|tổng|lũy kế|luỹ kế|đến nay|hiện|năm|cùng kỳ)(?!\w)"
)
_BASE_NAMED = re.compile(
    r"(?<!\w)so (?:với|cùng)[^,;(]*\(\s*$|(?<!\w)cùng kỳ[^,;(]*\(\s*$", re.IGNORECASE
)
_NAMED_AFTER = re.compile(
    r"(?:kế hoạch|chương trình|quyết định|nghị quyết|đề án|báo cáo|danh mục|kỳ họp)[^,;.]{0,60}$",
    re.I,
)
_BASED = re.compile(r"(?<!\w)so (?:với|cùng)(?: cùng kỳ)?(?: của)?\s*$", re.IGNORECASE)

DIVISIONS: dict[str | None, tuple[tuple[str, ...], ...]] = {
    **{f"Q{q}": (tuple(f"T{3 * q - 2 + m}" for m in range(3)),) for q in range(1, 5)},
    "M6": (("Q1", "Q2"), tuple(f"T{m}" for m in range(1, 7))),
    "C6": (("Q3", "Q4"), tuple(f"T{m}" for m in range(7, 13))),
    "M9": (("Q1", "Q2", "Q3"), ("M6", "Q3"), tuple(f"T{m}" for m in range(1, 10))),
    None: (
        ("Q1", "Q2", "Q3", "Q4"),
        ("M6", "C6"),
        ("M9", "Q4"),
        tuple(f"T{m}" for m in range(1, 13)),
    ),
}
"""Parts of the year, and the sets of shorter ones that make each up; ``None`` is the whole year."""


def inside(part: str | None) -> frozenset[str]:
    """The parts of the year that lie in ``part``."""
    return frozenset(one for division in DIVISIONS.get(part, ()) for one in division)


def months_in(part: str | None) -> int:
    """How many months a part of the year has; all of them for the whole year."""
    if part is None:
        return 12
    return {"Q": 3, "T": 1}.get(part[0]) or int(part[1:])


def without_own_time(span: Span, place: Place) -> Span:
    """The months that the document itself is for ("6 tháng") are its period, no figure."""
    if span.kind != "number" or not _COUNTED_TIME.match(place.text, span.end):
        return span
    own = span.value is not None and place.part == f"M{span.value}"
    if own or _is_time(place.text, span):
        return replace(span, kind="none", value=None, why="kỳ")
    return span


def _is_time(text: str, span: Span) -> bool:
    """Whether months are a part of the year ("6 tháng đầu năm"), not a stretch of any year.

    Without a year behind them only where the sentence opens with them: "Trong 6 tháng, …".
    """
    words = match_key(text[span.start : span.end + _BESIDE])
    found = _PART.match(words)
    if found is None or part_of_year(words) is None:
        return False
    if found.group(3) or _OF_YEAR.match(words, found.end()):
        return True
    opened = _OPENING.search(text[: span.start]) is not None
    return opened and not _STRETCH.match(words, found.end())


def of_same_time(claim: Claim, before: Claim) -> bool:
    """Whether a figure stands right behind one of a named part of the year, and names none.

    "tháng 5 xử phạt 9 vụ, số tiền 342 triệu đồng".
    """
    between = claim.place.text[before.span.end : claim.span.start]
    if claim.stated_part or not before.stated_part or claim.period != before.period:
        return False
    return len(between) <= _BESIDE and not _ANEW.search(match_key(between))


def part_told(*texts: str) -> str | None:
    """The part of the year that the nearest words name; none where they say the whole year."""
    for text in (texts[0][:60], *texts[1:]):
        part = part_of_year(text)
        if part or _WHOLE_YEAR.search(text):
            return part
    return None


def parts_in(text: str) -> Iterator[str]:
    """Every part of the year that ``text`` names, in order."""
    key, at = match_key(text), 0
    while (found := _PART.search(key, at)) is not None:
        part = part_of_year(key[found.start() :])
        if part is not None:
            yield part
        at = found.end()


def part_of_year(text: str) -> str | None:
    """``Q3``, ``M6`` (first six months), ``C6`` (last six), ``T7`` (July), as ``text`` names."""
    found = _PART.search(match_key(text))
    if found is None:
        return None
    if found.group(1):
        return "Q" + {"i": "1", "ii": "2", "iii": "3", "iv": "4"}.get(
            found.group(1), found.group(1)
        )
    if found.group(4):
        return f"T{int(found.group(4))}"
    months = {"sáu": "6", "chín": "9", "ba": "3"}.get(found.group(2), found.group(2))
    if found.group(3) == "cuối":
        return f"C{int(months)}"
    of_year = found.group(3) or _OF_YEAR.match(match_key(text), found.end())
    return f"M{int(months)}" if of_year or months in ("6", "9") else None


def period_of(place: Place, left: str, right: str, opening: str) -> tuple[Period | None, bool]:
    """The year that the figure's own words name, else the sentence's opening, else the document's.

    A year in the name of a plan or decision is not the figure's, nor is that which the figure
    before it is compared with.
    """
    for text, behind in ((right[:60], True), (left, False), (opening, False)):
        years = [
            int(found.group(1))
            for found in _YEAR.finditer(text)
            if not _NAMED_AFTER.search(text[: found.start()])
            and not (
                not behind
                and _BASED.search(text[: found.start()])
                and not (text is left and _BASE_NAMED.search(left))
            )
        ]
        if years:
            year = years[0] if behind else years[-1]
            return Period(from_=year, to=year), True
    return place.period, False


def year_earlier(place: Place, words: str) -> tuple[Period | None, bool]:
    """The year before that of the text, unless the words mean the quarter or month before."""
    if place.period is None or holds(words, load("checking_words")["shorter"]):
        return place.period, False
    return year_before(place.period), True


def year_before(period: Period) -> Period:
    """The same stretch of years, one year earlier."""
    return Period(from_=period.from_ - 1, to=period.to - 1)
