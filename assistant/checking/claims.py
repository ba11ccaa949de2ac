"""Texts -> claims: each figure with the words, unit, role and period that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import FindingRole
from assistant.checking.context import (
    LONGEST_LEFT,
    LONGEST_RIGHT,
    asides,
    context_of,
    is_whole,
    numbers_unit,
    sentences_of,
)
from assistant.checking.model import Claim, Measure, Place, Span
from assistant.checking.spans import spans
from assistant.checking.timing import (
    of_same_time,
    part_told,
    period_of,
    without_own_time,
    year_earlier,
)
from assistant.checking.units import PERCENT, POINTS, Units
from assistant.checking.words import Lexicon, holds
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

_FROM = re.compile(r"(?<!\w)từ\s*$", re.IGNORECASE)
_TO = re.compile(
    r"[^,;.()]{0,30}?(?<!\w)(?:xuống|lên|còn|tăng|giảm)(?:\s+(?:còn|lên|xuống|đến|tới))?"
    r"(?:\s+(?:thành|là))?\s*",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?<!cắt )(?<!\w)(tăng|giảm)(?:\s+(?:thêm|được|khoảng|gần|hơn|trên))?\s*[:(]?$"
)
_CARRIED = re.compile(r"(?:kỳ|năm|quý|tháng) trước chuyển")
_COMPARED = re.compile(
    r"(?<!\w)(tăng|giảm|cao hơn|thấp hơn|hơn|kém)(?!\w)(?!.*(?<!\w)(?:tăng|giảm)(?!\w))"
)
_DISTANCE = re.compile(
    r"(?<!\w)(vượt|cao hơn|nhiều hơn|thấp hơn|ít hơn|hụt|kém)(?:\s+(?:khoảng|gần|hơn))?\s*[:(]?$"
)
_AGAINST = re.compile(r"^[^,;.()]{0,30}(?<!\w)so (?:với|cùng)(?!\w)")
_BOUND = re.compile(r"(?<!\w)(?:dưới|trên|từ|đủ|quá)\s*$", re.IGNORECASE)
_NEXT = 50
_TRENDS = {
    "vượt": "tăng", "nhiều hơn": "tăng", "ít hơn": "giảm", "hụt": "giảm",
    "tăng": "tăng", "cao hơn": "tăng", "hơn": "tăng", "giảm": "giảm", "thấp hơn": "giảm",
    "kém": "giảm",
}  # fmt: skip


def claims_of(place: Place, lexicon: Lexicon, units: Units) -> list[Claim]:
    """Every figure of one text, in order; pieces that are none carry kind ``none``."""
    text = place.text
    found = [without_own_time(span, place) for span in spans(text)]
    numbers = [span for span in found if span.kind == "number"]
    bounds = sentences_of(text)
    claims: list[Claim] = []
    previous: Claim | None = None
    for span in found:
        sentence = next(n for n, (_, end) in enumerate(bounds) if span.start < end)
        if span.kind != "number":
            claims.append(_other(span, place, sentence, bounds[sentence], lexicon))
            continue
        left, right = context_of(text, numbers, span, bounds[sentence], lexicon, units)
        first = next(one for one in numbers if one.start >= bounds[sentence][0])
        opening = text[bounds[sentence][0] : first.start]
        claim = _number(
            span, place, sentence, (left, right, opening), bounds[sentence], lexicon, units
        )
        before = previous if previous is not None and previous.sentence == sentence else None
        claim = replace(claim, partner=before, whole_of_partner=is_whole(text, numbers, span))
        if before is not None and of_same_time(claim, before):
            claim = replace(claim, part_of_year=before.part_of_year, stated_part=True)
        lender = _lender(claim, before) if before is not None else _earlier(claim, claims)
        if (
            lender is not None
            and not _whole(claim, left)
            and _says_nothing(claim, before or lender, lexicon)
        ):
            lent = lender.own
            if claim.role == "total" or lexicon.of_subjects(claim.words):
                # its own place goes before that of the other
                lent -= lexicon.of_subjects(lender.words)
            claim = replace(
                claim, own=claim.own | lent, key=f"{lender.key} {claim.key}", borrowed=True
            )
        claims.append(claim)
        previous = claim
    return claims


def _whole(claim: Claim, left: str) -> bool:
    """Whether a figure is said to be a whole: it has what it is the whole of behind it."""
    wholes = tuple(load("checking_words")["wholes"][:2])
    return claim.role == "total" and not claim.whole_of_partner and _ends_with(left, wholes)


def _lender(claim: Claim, before: Claim) -> Claim:
    """The figure whose words one without any takes: the nearest that counts the same.

    "Số hồ sơ quá hạn là 164 hồ sơ, chiếm 0,4% tổng số, trong đó quý I có 61 hồ sơ".
    """
    if claim.measure is None or claim.measure in (PERCENT, POINTS) or claim.span.of is not None:
        if before.measure is POINTS and before.partner is not None and claim.measure is PERCENT:
            return before.partner
        return before
    gap = match_key(claim.place.text[before.span.end : claim.span.start])
    bound = _BOUND.search(claim.place.text[: before.span.start])
    if bound and before.measure is not None and gap == match_key(before.measure.text):
        return before  # "đào tạo dưới 3 tháng 8.650 người"
    one: Claim | None = before
    while one is not None:
        if one.measure is not None and one.measure.group == claim.measure.group:
            return one
        one = one.partner
    return before


def _earlier(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The figure of the sentences before that counts the same known thing, of another time.

    "Sản lượng 6 tháng đạt 48.735 tấn. Tháng 01 đạt 7.120 tấn, tháng 02 đạt 6.285 tấn".
    """
    if claim.measure is None or not claim.measure.known or not claim.stated_part:
        return None
    alike = (
        one
        for one in reversed(claims)
        if one.measure is not None and one.measure.group == claim.measure.group
    )
    return next(alike, None)


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
    part = part_told(right, left, opening)
    period, stated = period_of(place, left, right, opening)
    if role not in ("plan", "ratio") and _is_base(place.text, span):
        role = "previous"
    if role == "previous" and not stated:
        period, stated = year_earlier(place, f"{left} {right}")
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
        change=_change(left, place.text[span.end : span.end + _NEXT], measure),
        stated_period=stated,
        approximate=_ends_with(left, tuple(load("checking_words")["approximate"])),
        key=lexicon.normal(words),
        quote=whole.strip(),
    )


def _end_of_unit(text: str, start: int, measure: Measure) -> int:
    tail = text[start : start + 60]
    blank = len(tail) - len(tail.lstrip())
    end = blank + len(measure.text)
    return start + end if tail[blank:end].lower() == measure.text.lower() else start


def _change(left: str, right: str, measure: Measure | None) -> str | None:
    """The trend word right before a figure: "tăng 15", "giảm khoảng 3", not "tăng từ 15".

    Percentage points are a change wherever it stands: "cao hơn quý trước là 3,1 điểm phần trăm".
    """
    found = _CHANGE.search(match_key(left))
    if found is None and measure is POINTS:
        found = _COMPARED.search(match_key(left))
    if found is None and measure not in (None, PERCENT) and _AGAINST.search(match_key(right)):
        found = _DISTANCE.search(match_key(left))  # "vượt 12 chứng chỉ so với kế hoạch"
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


@remembered()
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


def _is_base(text: str, span: Span) -> bool:
    """Whether the figure is what another one grew or fell from: "từ 48 phòng xuống còn 43"."""
    return bool(_FROM.search(text[: span.start])) and bool(
        re.compile(_TO.pattern + r"\d", re.IGNORECASE).match(text, span.end)
    )


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
    besides = asides(lexicon) if share or paired else frozenset()
    times = lexicon.terms(" . ".join(load("checking_words")["times"]))
    placed = lexicon.of_subjects(claim.words)
    times |= placed
    telling = [
        term
        for term in claim.own - unit - besides - times
        if "_" not in term and lexicon.knows(term)
    ]
    return len(telling) <= bool(placed)


def _other(
    span: Span, place: Place, sentence: int, bounds: tuple[int, int], lexicon: Lexicon
) -> Claim:
    left = place.text[max(bounds[0], span.start - LONGEST_LEFT) : span.start]
    right = place.text[span.end : min(bounds[1], span.end + LONGEST_RIGHT)]
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
