"""Which place, month or unit has most or least: the extreme cell, with what it was chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.asking import texts
from assistant.asking.composers.figures_told import add_value
from assistant.asking.composers.own_column import in_named_column
from assistant.asking.finding.columns import is_whole
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search, allowed, fitting
from assistant.asking.grid.ranks import counts_from_best
from assistant.asking.labels import document_labels, limits_text, shortened, tidy
from assistant.asking.page import Composed, Page
from ingest.model import Indicator, Task
from ingest.text.organisations import unit_slug

_FEWEST = 2
_MOST_TIED = 6
_FOUND = 0.6


@dataclass(frozen=True, slots=True)
class _Race:
    """Figures of one meaning for different places or months."""

    title: str
    entries: tuple[Entry, ...]
    values: tuple[Decimal, ...]
    blanks: tuple[Entry, ...]


def compose_extreme(search: Search) -> Composed | None:
    """Answer "which has most": over subjects, else over columns, else over lead units."""
    if search.query.extreme is None:
        return None
    if search.query.subject == "tasks":
        return _busiest(search)
    every = [one.entry for one in fitting(search, ("indicators",), wide=True)]
    found = in_named_column(search, every)
    races = _races([entry for entry in found if not is_whole(entry, search.corpus)])
    if not races:
        return None
    held = [_held(search, race) for race in races]
    races = [race for race, share in zip(races, held, strict=True) if share == max(held)]
    labels = document_labels(search.documents)
    page = Page()
    for race in races:
        _add(search, page, race, labels[race.entries[0].document.id])
    return Composed(page)


def _held(search: Search, race: _Race) -> int:
    """How many terms of the topic the title of a race holds: "tỷ lệ đúng hạn" is no count."""
    title = search.corpus.features(race.title)
    accented = search.query.accented
    return sum(found_in(term, title, accented=accented) > _FOUND for term in search.topic.terms)


def _races(entries: Sequence[Entry]) -> list[_Race]:
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        record = entry.record
        if not isinstance(record, Indicator):
            continue
        if record.subject:
            place = (record.source.table, record.role, record.name, entry.column)
        elif entry.column and len(entry.parts) == 1:
            place = (record.source.table, record.role, record.name, str(record.source.row))
        else:
            continue
        groups.setdefault((record.document_id, str(record.period), *place), []).append(entry)
    return [race for group in groups.values() if (race := _race(_finest(group))) is not None]


def _finest(entries: Sequence[Entry]) -> list[Entry]:
    """Without the columns that hold others: a quarter beside its months is no rival of theirs."""
    spans = [(entry, next(iter(entry.parts), None) if entry.column else None) for entry in entries]
    return [
        entry
        for entry, span in spans
        if span is None
        or not any(
            other is not None and other != span and span[0] <= other[0] and other[1] <= span[1]
            for _, other in spans
        )
    ]


def _race(entries: Sequence[Entry]) -> _Race | None:
    pairs = [(entry, _decimal(entry)) for entry in entries]
    filled = [(entry, value) for entry, value in pairs if value is not None]
    first = entries[0].record
    if len(filled) < _FEWEST or not isinstance(first, Indicator):
        return None
    return _Race(
        first.name,
        tuple(entry for entry, _ in filled),
        tuple(value for _, value in filled),
        tuple(entry for entry, value in pairs if value is None),
    )


def _decimal(entry: Entry) -> Decimal | None:
    record = entry.record
    try:
        return Decimal(record.value) if isinstance(record, Indicator) and record.value else None
    except InvalidOperation:
        return None


def _add(search: Search, page: Page, race: _Race, label: str) -> None:
    most = search.query.extreme == "most"
    title = race.entries[0].column or race.title
    ranks = counts_from_best(title) or counts_from_best(race.title)
    best = max(race.values) if most is not ranks else min(race.values)
    tied = [entry for entry, value in zip(race.entries, race.values, strict=True) if value == best]
    said = texts.EXTREME.format(
        document=label,
        direction=texts.HIGHEST if most else texts.LOWEST,
        title=shortened(race.title, 120),
        count=len(race.entries),
    )
    if race.blanks:
        said += texts.EXTREME_BLANKS.format(count=len(race.blanks))
    page.gap()
    page.add(said, [entry.source for entry in race.entries], bullet="")
    for entry in tied[:_MOST_TIED]:
        add_value(search, page, entry, label=label)


def _busiest(search: Search) -> Composed | None:
    """The units that lead the most or the fewest tasks, document by document."""
    if search.topic.empty:
        entries = allowed(search, ("tasks",))
    else:
        entries = [found.entry for found in fitting(search, ("tasks",), wide=True)]
    page = Page()
    labels = document_labels(search.documents)
    for document in search.documents:
        led: dict[str, list[Entry]] = {}
        names: dict[str, str] = {}
        for entry in entries:
            if isinstance(entry.record, Task) and entry.document.id == document.id:
                for unit in entry.record.lead:
                    slug = unit_slug(unit)
                    names.setdefault(slug, tidy(unit))
                    led.setdefault(slug, []).append(entry)
        if len(led) < _FEWEST:
            continue
        counts = [len(own) for own in led.values()]
        best = max(counts) if search.query.extreme == "most" else min(counts)
        units = [slug for slug, own in led.items() if len(own) == best][:_MOST_TIED]
        said = texts.BUSIEST.format(
            document=labels[document.id],
            units="; ".join(names[slug] for slug in units),
            count=best,
            direction=texts.MOST if search.query.extreme == "most" else texts.FEWEST,
            limits=limits_text(search.query),
        )
        sources = [entry.source.facing(names[slug]) for slug in units for entry in led[slug]]
        page.add(said, sources)
    return Composed(page) if page.lines else None
