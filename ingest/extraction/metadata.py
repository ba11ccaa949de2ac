"""What a document is, read from its own text: kind, issuer, province, number, date, period.

Unknown stays ``None``: a blank in "Số:   /KH-STP" is no number, an annex that names no province
has none. Form: Nghị định 30/2020/NĐ-CP, Phụ lục I (number, place and date, title).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extraction.issuers import issuer_of, province_of
from ingest.extraction.letterhead import PLACE_DATE, without_preamble
from ingest.extraction.outline import Placed, PlacedTable
from ingest.extraction.parts import Part
from ingest.extraction.relations import Relations, read_relations
from ingest.extraction.titles import (
    SUBJECT,
    first_named,
    opens_text,
    shown_title,
    title_lines,
)
from ingest.model import DocumentKind, Period
from ingest.text.normal import fold
from ingest.vocabulary import load

_NUMBER = re.compile(
    r"^\s*(?:Số(?:(?: và)? (?:ký )?hiệu)?\s*[:.]?|S\s*:)\s*"
    r"(\d{1,5}[a-zđ]?\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][\wĐđ&-]*(?:\s*-\s*[A-ZĐ][\wĐđ&]*)*"
    r"|\d{1,5}\s*-\s*[A-ZĐ][A-Za-zĐđ]{1,4}\s*/\s*[A-ZĐ]{2,6}(?!\w))"  # the Party's "45-KH/TU"
)
_NAMED_NUMBER = re.compile(
    r"^\s*(?:[^\W\d_]+\s){1,3}(?:số\s*:?\s*)?(\d{1,5}/(?:\d{4}/)?[A-ZĐ]{1,6}(?:-[A-ZĐ&]+)+)"
    r"(?=\s+(?:năm|về|của|ngày|quy định|ban hành|phê duyệt)\b)",
    re.IGNORECASE,
)
"""The number in what a law portal calls a document: "Quyết định 12/QĐ-BXY về …"."""
_ATTACHED = re.compile(
    r"kèm theo\s+(?:[^\d(]{0,60}?)số\s*:?\s*(\S*/[A-ZĐ]\S*|)\s*"
    r"(?:,?\s*ngày\s+([^)]*?))?\s*(?:của\b|\)|$)",
    re.IGNORECASE | re.DOTALL,
)
_LONG_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})")
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"năm\s+((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_PART_YEAR = re.compile(r"(?:quý|tháng)\s+\w{1,4}\s*/\s*((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?<![\d/-])((?:19|20)\d\d)$")
_BARE_LABEL = re.compile(r"^\s*Số\s*[:.]?\s*$")
_WHOLE_DATE = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_OPENING, _LONG, _HEADING_LINES = 30, 260, 2


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's own data. ``year`` completes dates in the text that name none."""

    title: str | None
    kind: DocumentKind
    issuer: str | None
    province: str | None
    number: str | None
    date: str | None
    period: Period | None
    relations: Relations

    @property
    def year(self) -> int | None:
        """The only year of the period, else the year of the date."""
        if self.period is not None:
            return self.period.from_ if self.period.from_ == self.period.to else None
        return int(self.date[:4]) if self.date else None


def read_metadata(
    placed: Sequence[Placed | PlacedTable], *, has_tasks: bool, has_indicators: bool
) -> Metadata:
    """The metadata of a document from its outline and the kinds of tables it holds."""
    paragraphs = [item for item in placed if isinstance(item, Placed)]
    texts = [item.paragraph.text for item in paragraphs]
    opening = _numbers_joined(texts[:_OPENING])
    own = next((_closed(found) for text in opening if (found := _NUMBER.match(text))), None)
    kind = _kind(paragraphs, own, has_tasks=has_tasks, has_indicators=has_indicators)
    lines = title_lines(paragraphs, kind)
    number, attached_date = _number(opening)
    date = _date(opening) or attached_date
    issuer = issuer_of(without_preamble(opening), [*lines, *_annex_titles(paragraphs)], texts)
    return Metadata(
        title=shown_title(lines) or _named_by_portal(opening, number),
        kind=kind,
        issuer=issuer,
        province=province_of(opening, lines, texts, issuer=issuer),
        number=number,
        date=date,
        period=_period_of_title(lines)
        or period_in(_annex_titles(paragraphs))
        or period_in([text for text in opening[:12] if not opens_text(text)]),
        relations=read_relations(
            None if kind in _TELLING else " ".join(lines) or None, opening, texts, own=own
        ),
    )


def _numbers_joined(lines: Sequence[str]) -> list[str]:
    """The lines with "Số:" and the number that a line break parted from it in one."""
    joined: list[str] = []
    for text in lines:
        if joined and _BARE_LABEL.match(joined[-1]) and re.match(r"\s*\d{1,5}\s*/", text):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
    return joined


def _named_by_portal(opening: Sequence[str], number: str | None) -> str | None:
    """What a law portal calls the document above its text: "Quyết định 12/QĐ-UBND năm … về …"."""
    kinds = tuple(fold(name) for names in load("documents")["kinds"].values() for name in names)
    for text in opening[:3]:
        if number and number in text and fold(text).startswith(kinds) and not text.isupper():
            return " ".join(text.split())
    return None


def _kind(
    paragraphs: list[Placed], own: str | None, *, has_tasks: bool, has_indicators: bool
) -> DocumentKind:
    parts: list[Part] = []
    for item in paragraphs:
        if item.part not in parts:
            parts.append(item.part)
    kinds = [part.kind for part in parts if part.kind is not None]
    for kind in (
        DocumentKind.REPORT,
        DocumentKind.PLAN,
        DocumentKind.DIRECTIVE,
        DocumentKind.DECISION,
    ):
        if kind in kinds and not _only_enacting(kind, parts):
            return kind
    if any(SUBJECT.match(item.paragraph.text) for item in paragraphs[:_OPENING]):
        return DocumentKind.DIRECTIVE  # an official letter ("V/v …") tells others what to do
    if (coded := _coded(own)) is not None:
        return coded
    if has_tasks:
        return DocumentKind.TASK_ANNEX
    if has_indicators:
        return DocumentKind.STATISTICS_ANNEX
    named = first_named(paragraphs)
    return DocumentKind(named[1]) if named else DocumentKind.OTHER


def _coded(own: str | None) -> DocumentKind | None:
    """The kind that the code in a document's own number names ("23/KH-UBND")."""
    code = re.match(r"\d+[a-zđ]?/(?:\d{4}/)?([^\W\d_]+)", own or "")
    name = load("documents")["codes"].get(code.group(1)) if code else None
    kinds = load("documents")["kinds"]
    found = next((kind for kind, names in kinds.items() if name and name.lower() in names), None)
    return DocumentKind(found) if found and found != "other" else None


def _only_enacting(kind: DocumentKind, parts: list[Part]) -> bool:
    """A report's or plan's annex may be titled with the kind of its parent: parts before decide."""
    first_annex = next((index for index, part in enumerate(parts) if part.is_annex), len(parts))
    before = [part.kind for part in parts[:first_annex]]
    return kind not in before and any(before)


# What only tells of others: a report on amendments amends nothing.
_TELLING = (DocumentKind.REPORT, DocumentKind.STATISTICS_ANNEX)


def _annex_titles(paragraphs: list[Placed]) -> list[str]:
    return [
        item.paragraph.text
        for item in paragraphs
        if item.part.is_annex and item.zone == "opening" and len(item.paragraph.text) < 250
    ]


def _number(opening: list[str]) -> tuple[str | None, str | None]:
    """The document's own number, and the date of the document an annex is attached to."""
    for text in opening:
        found = _NUMBER.match(text)
        if found:
            return _closed(found), None
    for text in opening:
        found = _ATTACHED.search(text)
        if found:
            number = found.group(1)
            own = number if re.match(r"\d", number or "") else None
            return own, _iso(found.group(2) or "") if own else None
    for text in opening[:_HEADING_LINES]:
        named = _NAMED_NUMBER.match(text)
        if named:
            return re.sub(r"\s+", "", named.group(1)), None
    return None, None


def _closed(found: re.Match[str]) -> str:
    """A document number without the blanks of its line."""
    return re.sub(r"\s+", "", found.group(1))


def _iso(text: str) -> str | None:
    found = _LONG_DATE.search(text) or _LONG_DATE.search(f"ngày {text}") or _SHORT_DATE.search(text)
    if not found:
        return None
    day, month, year = (int(group) for group in found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _date(opening: list[str]) -> str | None:
    for text in opening:
        if PLACE_DATE.match(text) and len(text) < 90:
            return _iso(text)
    return None


def _period_of_title(lines: Sequence[str]) -> Period | None:
    """The years of a title whose lines may part a date: "NGÀY 11 THÁNG / 8 NĂM 2022" is none."""
    joined = " ".join(" ".join(lines).split())
    if len(joined) > _LONG and _QUOTED.search(joined):  # the name of a programme, not its years
        joined = _QUOTED.sub(" ", joined)
        lines = [joined]
    if not _WHOLE_DATE.search(joined):
        return period_in(lines)
    bare = _WHOLE_DATE.sub(" ", joined)
    span = _SPAN.search(bare)
    return period_in([span.group()] if span else [bare])


def period_in(lines: Sequence[str]) -> Period | None:
    """The years that the first of ``lines`` with any names; a date is none."""
    for text in lines:
        if len(text) > _LONG:
            continue
        span = _SPAN.search(text)
        if span and int(span.group(1)) <= int(span.group(2)):
            return Period.model_validate({"from": int(span.group(1)), "to": int(span.group(2))})
        bare = re.sub(r"\([^)]*\)", " ", text) if not text.startswith("(") else ""
        years = [int(year) for year in _YEAR.findall(bare)] or [
            int(year) for year in (_PART_YEAR.findall(bare) or _BARE_YEAR.findall(bare))
        ]
        if years and not re.search(r"ngày\s*\d*\s*tháng", bare, re.IGNORECASE):
            return Period.model_validate({"from": years[0], "to": years[0]})
    return None
