"""Texts -> claims: each figure with the words, unit, role and period that belong to it.

The words between two figures are divided at the first sign of a new statement (a comma, "và",
"trong đó", "đạt"): what stands before it says what the first counts, the rest belongs to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answer import FindingRole
from assistant.checking.model import Claim, Measure, Place, Span, Weights
from assistant.checking.spans import spans
from assistant.checking.units import PERCENT, POINTS, Units
from assistant.checking.words import Lexicon, holds
from ingest.model import Period
from ingest.text.normal import match_key
from ingest.vocabulary import load

_HARD = re.compile(r"[;!?\n]|\.(?=\s|$)|:(?=\s)")
_SENTENCE = re.compile(r"[!?\n]|\.(?=\s+[A-ZĐÀ-Ỹ“\"(+-]|\s*$)")
_YEAR = re.compile(
    r"(?:(?:năm|niên độ)\s+|(?:quý\s+(?:iv|iii|ii|i|[1-4])|tháng\s+\d{1,2})\s*/\s*)((?:19|20)\d\d)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"quý\s+(iv|iii|ii|i|[1-4])(?!\w)|(\d{1,2}|sáu|chín|ba)\s+tháng(?:\s+(đầu|cuối)\s+năm)?",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"(?:kế hoạch|chương trình|quyết định|nghị quyết|đề án|báo cáo|danh mục|kỳ họp)[^,;.]{0,60}$",
    re.I,
)
_OVER = re.compile(r"\s*(?:[^\W\d]+\s+){0,3}?(?:trên tổng số|trong tổng số|trên)\s*", re.IGNORECASE)
_OVER_NUMBER = re.compile(r"\s*(?:trên tổng số|trong tổng số|trên)\s*[\d.,]*\d", re.IGNORECASE)
_DIVIDED = re.compile(r"(?<!\w)(?:trong đó|trong số đó|bao gồm|gồm)(?!\w)", re.IGNORECASE)
_BASE = re.compile(r"(?<!\w)so (?:với|cùng)(?!\w)", re.IGNORECASE)
_BASED = re.compile(r"(?<!\w)so (?:với|cùng)(?: cùng kỳ)?(?: của)?\s*$", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?<!cắt )(?<!\w)(tăng|giảm)(?:\s+(?:thêm|được|khoảng|gần|hơn|trên))?\s*[:(]?$"
)
_CARRIED = re.compile(r"(?:kỳ|năm|quý|tháng) trước chuyển")
_COMPARED = re.compile(
    r"(?<!\w)(tăng|giảm|cao hơn|thấp hơn|hơn|kém)(?!\w)(?!.*(?<!\w)(?:tăng|giảm)(?!\w))"
)
_TRENDS = {
    "tăng": "tăng", "cao hơn": "tăng", "hơn": "tăng", "giảm": "giảm", "thấp hơn": "giảm",
    "kém": "giảm",
}  # fmt: skip
_LONGEST_LEFT, _LONGEST_RIGHT = 150, 110


def claims_of(place: Place, lexicon: Lexicon, units: Units) -> list[Claim]:
    """Every figure of one text, in order; pieces that are none carry kind ``none``."""
    text = place.text
    found = spans(text)
    numbers = [span for span in found if span.kind == "number"]
    bounds = _sentences(text)
    claims: list[Claim] = []
    previous: Claim | None = None
    for span in found:
        sentence = next(n for n, (_, end) in enumerate(bounds) if span.start < end)
        if span.kind != "number":
            claims.append(_other(span, place, sentence, bounds[sentence], lexicon))
            continue
        left, right = _context(text, numbers, span, bounds[sentence], lexicon, units)
        first = next(one for one in numbers if one.start >= bounds[sentence][0])
        opening = text[bounds[sentence][0] : first.start]
        claim = _number(
            span, place, sentence, (left, right, opening), bounds[sentence], lexicon, units
        )
        before = previous if previous is not None and previous.sentence == sentence else None
        claim = replace(claim, partner=before, whole_of_partner=_is_whole(text, numbers, span))
        if before is not None and _says_nothing(claim, before, lexicon):
            claim = replace(
                claim, own=claim.own | before.own, key=f"{before.key} {claim.key}", borrowed=True
            )
        claims.append(claim)
        previous = claim
    return claims


def _sentences(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for found in _SENTENCE.finditer(text):
        bounds.append((start, found.end()))
        start = found.end()
    bounds.append((start, len(text) + 1))
    return bounds


@lru_cache(maxsize=1)
def _soft() -> re.Pattern[str]:
    words = sorted(load("checking_words")["separators"], key=len, reverse=True)
    joined = "|".join(re.escape(word) for word in words if word != "đạt")
    reaches = r"đạt(?=\s*$|\s+(?:\d|tỷ lệ|tỉ lệ|khoảng|gần|trên|hơn|xấp xỉ))"  # not "đạt chuẩn"
    return re.compile(rf"[,(]|(?<!\w)(?:{joined}|{reaches})(?!\w)", re.IGNORECASE)


def _context(
    text: str,
    numbers: Sequence[Span],
    span: Span,
    sentence: tuple[int, int],
    lexicon: Lexicon,
    units: Units,
) -> tuple[str, str]:
    """The words before and behind a figure that belong to it."""
    at = numbers.index(span)
    if at + 1 < len(numbers) and _OVER.fullmatch(text, span.end, numbers[at + 1].start):
        whole = numbers[at + 1]
        behind = _context(text, numbers[at + 1 :], whole, sentence, lexicon, units)[1]
        before = _context(text, numbers[: at + 1], span, sentence, lexicon, units)[0]
        return before, behind
    low, high = sentence[0], min(sentence[1], len(text))
    if at and numbers[at - 1].end > low:
        low = numbers[at - 1].end
    if at + 1 < len(numbers) and numbers[at + 1].start < high:
        high = numbers[at + 1].start
    before, behind = text[low : span.start], text[span.end : high]
    hard = list(_HARD.finditer(before))
    # "thống kê mới: 09 TTHC", "tàu cá: thực hiện 26 tàu" - what names nothing ends no statement
    ends = [f for f in hard if f.group() != ":" or _names(before[f.end() :], lexicon)]
    if ends:
        before = before[ends[-1].end() :]
    elif at and numbers[at - 1].end == low:
        cut = _soft().search(before, units.length(before))
        before = before[cut.start() :] if cut else before
    divided = list(_DIVIDED.finditer(before))
    if divided:
        before = before[divided[-1].start() :]
    stop = _HARD.search(behind)
    shared = at + 1 < len(numbers) and numbers[at + 1].start == high
    if stop and (stop.group() != ":" or not shared):
        behind = behind[: stop.start()]
    elif shared:
        behind = behind[: _share(behind, before, lexicon, units)]
    base = _BASE.search(behind)
    if base:
        behind = behind[: base.start()]
    return before[-_LONGEST_LEFT:], behind[:_LONGEST_RIGHT]


def _names(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says more than what role a figure has ("thực hiện", "kế hoạch giao")."""
    return bool(lexicon.terms(text) - _asides(lexicon))


def _asides(lexicon: Lexicon) -> Weights:
    roles = load("checking_words")["roles"]
    marks = (*roles["plan"], *roles["previous"], *roles["actual"])
    return lexicon.terms(" . ".join(marks))


def _share(gap: str, before: str, lexicon: Lexicon, units: Units) -> int:
    """Where the words between two figures stop to belong to the first.

    At the first sign of a new statement; at the second where the first figure would be left
    without a word that says what it counts.
    """
    start = units.length(gap)
    cuts = [found.start() for found in _soft().finditer(gap, start)] + [len(gap)]
    telling = [term for term in lexicon.terms(before) if lexicon.knows(term)]
    if telling or len(cuts) == 1:
        return cuts[0]
    first = [t for t in lexicon.terms(gap[start : cuts[0]]) if "_" in t and lexicon.knows(t)]
    return cuts[0] if first else cuts[1]


def _is_whole(text: str, numbers: Sequence[Span], span: Span) -> bool:
    """Whether the figure is the whole of the one before it: "5.616 trên tổng số 8.640"."""
    at = numbers.index(span)
    return at > 0 and bool(_OVER.fullmatch(text, numbers[at - 1].end, span.start))


def _number(
    span: Span,
    place: Place,
    sentence: int,
    context: tuple[str, str, str],
    bounds: tuple[int, int],
    lexicon: Lexicon,
    units: Units,
) -> Claim:
    left, right, opening = context
    measure: Measure | None
    at = numbers_unit(place.text, span)
    if span.unit:
        measure = PERCENT if span.unit == "%" else POINTS
    else:
        measure = units.behind(place.text[at : at + 80])
    whole = place.text[bounds[0] : bounds[1]]
    words = f"{left.strip()} {right.strip()}".strip()
    about = f"{place.about} " if place.origin in ("note", "record") else ""
    role = _role(left, right, measure, span)
    if place.ahead and role in ("actual", "share", "total"):
        role = "plan"
    part = next(
        (found for one in (right[:60], left, opening) if (found := part_of_year(one))), None
    )
    period, stated = _period(place, left, right, opening)
    if role == "previous" and not stated:
        period, stated = _year_before(place, f"{left} {right}")
    end = span.end
    if measure is not None and measure.known and not span.unit:
        end = _end_of_unit(place.text, span.end, measure)
    return Claim(
        span=span,
        text=place.text[span.start : end],
        place=place,
        sentence=sentence,
        words=words,
        own=lexicon.terms(f"{left} . {right}"),
        around=lexicon.terms(" . ".join((about, whole, *place.headings[-2:]))),
        measure=measure,
        role=role,
        period=period,
        part_of_year=part or place.part,
        stated_part=part is not None,
        change=_change(left, measure),
        stated_period=stated,
        approximate=_ends_with(left, tuple(load("checking_words")["approximate"])),
        key=lexicon.normal(words),
        quote=whole.strip(),
    )


def numbers_unit(text: str, span: Span) -> int:
    """Where the unit of a figure begins: behind it, or behind the whole it is a part of."""
    over = _OVER_NUMBER.match(text, span.end)
    return over.end() if over else span.end


def _end_of_unit(text: str, start: int, measure: Measure) -> int:
    tail = text[start : start + 60]
    blank = len(tail) - len(tail.lstrip())
    end = blank + len(measure.text)
    return start + end if tail[blank:end].lower() == measure.text.lower() else start


def _change(left: str, measure: Measure | None) -> str | None:
    """The trend word right before a figure: "tăng 15", "giảm khoảng 3", not "tăng từ 15".

    Percentage points are a change wherever it stands: "cao hơn quý trước là 3,1 điểm phần trăm".
    """
    found = _CHANGE.search(match_key(left))
    if found is None and measure is POINTS:
        found = _COMPARED.search(match_key(left))
    return _TRENDS[found.group(1)] if found else None


def _ends_with(text: str, words: Sequence[str]) -> bool:
    key = match_key(text)
    return any(
        key.endswith(word) and not key[-len(word) - 1 : -len(word)].isalnum() for word in words
    )


def _role(left: str, right: str, measure: Measure | None, span: Span) -> FindingRole:
    """By the nearest role word before the figure, else right behind it."""
    if span.of is not None:
        return "ratio"
    roles = load("checking_words")["roles"]
    near = _CARRIED.sub(" ", match_key(left)[-70:])
    best: tuple[int, FindingRole] | None = None
    for role, pattern in _role_words():
        for found in pattern.finditer(near):
            if best is None or found.end() > best[0]:
                best = (found.end(), role)
    if best is not None and best[1] in ("plan", "previous"):
        return best[1]
    if holds(_CARRIED.sub(" ", match_key(right)[:40]), roles["previous"]):
        return "previous"
    if measure in (PERCENT, POINTS):
        return "share"
    return best[1] if best is not None else "actual"


@lru_cache(maxsize=1)
def _role_words() -> tuple[tuple[FindingRole, re.Pattern[str]], ...]:
    roles = load("checking_words")["roles"]
    names: tuple[FindingRole, ...] = ("plan", "previous", "actual", "total")
    return tuple(
        (
            role,
            re.compile(
                rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, roles[role]), key=len)[::-1])})(?!\w)"
            ),
        )
        for role in names
    )


def part_of_year(text: str) -> str | None:
    """``Q3``, ``M6`` where ``text`` names a part of the year."""
    found = _PART.search(match_key(text))
    if found is None:
        return None
    if found.group(1):
        return "Q" + {"i": "1", "ii": "2", "iii": "3", "iv": "4"}.get(
            found.group(1), found.group(1)
        )
    months = {"sáu": "6", "chín": "9", "ba": "3"}.get(found.group(2), found.group(2))
    return f"M{months}" if found.group(3) or months in ("6", "9") else None


def _period(place: Place, left: str, right: str, opening: str) -> tuple[Period | None, bool]:
    """The year that the figure's own words name, else the sentence's opening, else the document's.

    A year in the name of a plan or decision is not the figure's, nor is that which the figure
    before it is compared with.
    """
    for text in (right[:60], left, opening):
        years = [
            int(found.group(1))
            for found in _YEAR.finditer(text)
            if not _NAMED_AFTER.search(text[: found.start()])
            and not (text is not right[:60] and _BASED.search(text[: found.start()]))
        ]
        if years:
            year = years[0] if text is right[:60] else years[-1]
            return Period(from_=year, to=year), True
    return place.period, False


def _year_before(place: Place, words: str) -> tuple[Period | None, bool]:
    """The year before that of the text, unless the words mean the quarter or month before."""
    if place.period is None or holds(words, load("checking_words")["shorter"]):
        return place.period, False
    return year_before(place.period), True


def year_before(period: Period) -> Period:
    """The same stretch of years, one year earlier."""
    return Period(from_=period.from_ - 1, to=period.to - 1)


def _says_nothing(claim: Claim, before: Claim, lexicon: Lexicon) -> bool:
    """Whether a figure's own words name no indicator: "(đạt 98,5%)", "kế hoạch giao 80%".

    A count beside one of another role, in its unit, may say no more than that role.
    """
    unit = lexicon.terms(claim.measure.text) if claim.measure else frozenset()
    share = claim.measure is None or claim.measure in (PERCENT, POINTS)
    paired = (
        claim.role != before.role
        and claim.measure is not None
        and before.measure is not None
        and claim.measure.group == before.measure.group
    )
    asides = _asides(lexicon) if share or paired else frozenset()
    telling = [
        term for term in claim.own - unit - asides if "_" not in term and lexicon.knows(term)
    ]
    return not telling


def _other(
    span: Span, place: Place, sentence: int, bounds: tuple[int, int], lexicon: Lexicon
) -> Claim:
    left = place.text[max(bounds[0], span.start - _LONGEST_LEFT) : span.start]
    right = place.text[span.end : min(bounds[1], span.end + _LONGEST_RIGHT)]
    return Claim(
        span=span,
        text=place.text[span.start : span.end].strip(),
        place=place,
        sentence=sentence,
        words=f"{left.strip()} {right.strip()}".strip(),
        own=lexicon.terms(f"{left} . {right}"),
        around=lexicon.terms(" . ".join((place.about, *place.headings[-2:]))),
        measure=None,
        role="unknown",
        period=place.period,
        key=lexicon.normal(f"{left} {right}"),
        quote=place.text[bounds[0] : bounds[1]].strip(),
    )


def claims_in(places: Iterator[Place], lexicon: Lexicon, units: Units) -> list[Claim]:
    """The claims of many texts, in order."""
    return [claim for place in places for claim in claims_of(place, lexicon, units)]
