"""Reading -> the texts of a document that may hold figures, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checking.model import Place
from assistant.checking.timing import months_in, part_of_year, parts_in
from assistant.checking.words import begins, holds
from ingest.model import EvidenceUnit, Period, Reading, Source, Target, Task
from ingest.text.numbers import parse_number
from ingest.vocabulary import load

_HORIZON = re.compile(
    r"(?:đến|năm|giai đoạn)\s+(?:hết\s+)?(?:năm\s+)?((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?",
    re.IGNORECASE,
)
_SHORT = 70
_FRONT, _TITLE = 12, 200
_AND_YEAR = re.compile(
    r"(?:tháng|quý)[^.;\n]{0,30}(?:,| và)\s+(?:cả\s+)?năm\s+(?:19|20)\d\d", re.IGNORECASE
)


def own_period_words(reading: Reading) -> str:
    """The title of the document, where it says which part of the year it is for."""
    titles = [reading.document.title or ""]
    for unit in reading.units[:_FRONT]:
        if unit.headings or unit.kind != "passage" or unit.source.table is not None:
            break
        titles.append(unit.text[:_TITLE])
    return " ".join(titles)


def own_part(reading: Reading) -> str | None:
    """The part of the year that a document is for; of several in its title the longest.

    "Tình hình quý II và 6 tháng đầu năm 2022"; none where the title names the whole year too.
    """
    title = own_period_words(reading)
    if _AND_YEAR.search(title):
        return None
    return max(parts_in(title), key=months_in, default=None)


def places(reading: Reading) -> Iterator[Place]:
    """Paragraphs, loose rows, notes of indicator rows, cells of task rows; in reading order.

    The value cells themselves are facts (:mod:`assistant.checking.facts`).
    """
    period = reading.document.period
    own = own_part(reading)
    for unit in reading.units:
        if unit.kind == "passage":
            for text, source in _texts(unit):
                yield Place(
                    text,
                    source,
                    headings=unit.headings,
                    period=_horizon(unit.headings) or period,
                    part=_part(unit.headings) or own,
                    ahead=_ahead(unit.headings),
                )
    groups = indicator_groups(reading)
    noted: set[tuple[int | None, int | None]] = set()
    for indicator in reading.indicators:
        cell = (indicator.source.table, indicator.source.row)
        if not indicator.note or cell in noted:
            continue
        noted.add(cell)
        for part in (indicator.source, *indicator.source.parts):
            if part.quote in indicator.note and part.quote not in (
                "",
                indicator.value_text,
                indicator.unit,
            ):
                yield Place(
                    part.quote,
                    part.model_copy(update={"parts": ()}),
                    headings=indicator.headings,
                    origin="note",
                    about=indicator.name,
                    group=groups[indicator.id],
                    period=indicator.period or period,
                    part=own,
                    record_id=indicator.id,
                )
    yield from _record_cells(reading)


def _horizon(headings: tuple[str, ...]) -> Period | None:
    """The years that a heading sets for what stands below it: "a) Đến năm 2025"."""
    for heading in reversed(headings):
        found = _HORIZON.search(heading)
        if found and len(heading) < _SHORT:
            return Period(from_=int(found[1]), to=int(found[2] or found[1]))
    return None


def _part(headings: tuple[str, ...]) -> str | None:
    """The part of the year that a heading names: "NHIỆM VỤ QUÝ IV"."""
    found = (part_of_year(heading) for heading in reversed(headings) if len(heading) < _SHORT)
    return next((part for part in found if part is not None), None)


def _ahead(headings: tuple[str, ...]) -> bool:
    """Whether a heading announces what is still to be done."""
    words = load("checking_words")
    return any(
        holds(heading, words["ahead"]) is not None and holds(heading, words["done"]) is None
        for heading in headings
    )


def _texts(unit: EvidenceUnit) -> Iterator[tuple[str, Source]]:
    """A paragraph as one text; a loose table row as one text a cell."""
    if unit.source.table is None:
        yield unit.text, unit.source
        return
    for part in (unit.source, *unit.source.parts):
        if parse_number(part.quote) is None:
            yield part.quote, part.model_copy(update={"parts": ()})


def _record_cells(reading: Reading) -> Iterator[Place]:
    seen: set[tuple[int | None, int | None, str | None, str]] = set()
    records: tuple[Task | Target, ...] = (*reading.tasks, *reading.targets)
    for record in records:
        for part in (record.source, *record.source.parts):
            if part.table is None:
                continue  # a target of the prose: its paragraph is read anyway
            at = (part.table, part.row, part.column, part.quote)
            if at in seen:
                continue
            seen.add(at)
            yield Place(
                part.quote,
                part.model_copy(update={"parts": ()}),
                headings=record.headings,
                origin="record",
                about=record.text,
                period=reading.document.period,
                record_id=record.id,
            )


def indicator_groups(reading: Reading) -> dict[str, str]:
    """Indicator id -> the block of rows below one numbered row that it stands in.

    Keys may repeat (a row numbered 2 three times), so a numbered row always opens a block.
    """
    groups: dict[str, str] = {}
    block = 0
    last: tuple[int | None, int | None] = (None, None)
    for indicator in reading.indicators:
        row = (indicator.source.table, indicator.source.row)
        if indicator.parent is None and row != last:
            block += 1
        last = row
        groups[indicator.id] = f"{reading.document.id}:{block}"
    return groups


def is_total(name: str) -> bool:
    """Whether a row's name says that it is a total."""
    return begins(name, load("checking_rules")["totals"]) is not None
