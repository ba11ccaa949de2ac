"""Further cells of a row: its legal basis, note, cause, cost, or any column a question names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.asking import texts
from assistant.asking.finding.corpus import Entry, EntryKind
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search, allowed
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent
from assistant.asking.questions.topic import Term, build_topic
from assistant.asking.sentences.meeting import NO_FIGURE
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Indicator, Source, Task

_HELD = 0.6
_OWN = 0.5
_MOST = 8
_LONGEST = 600
_SHORTEST = 2
_HOW_MANY, _MANY = ("bao", "nhieu"), "may"
_FIGURE = re.compile(r"\d")
_NUMBERING = re.compile(r"^\s*\(?\d{1,2}\)?\s*[-.)]\s*|\([^)]*\)")


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell of a row about the topic; ``share`` of the topic stands in the row's own name."""

    entry: Entry
    source: Source
    share: float


def compose_known_cell(search: Search) -> Composed | None:
    """Answer "căn cứ của nhiệm vụ ...": the cell of a column that the vocabulary knows."""
    known = search.corpus.lexicon.cells
    words = search.query.words
    if all(contains(words, name) < 0 for name in known):
        return None
    return _composed(search, [*_named(search, ("tasks",), known)])


def compose_cell(search: Search) -> Composed | None:
    """The cell of any column that is named, else the one that holds what the row itself lacks."""
    named = [*_named(search, ("tasks", "indicators"), ((),))]
    return _composed(search, _counted(search, named)) or _composed(
        search, _counted(search, [*_holding(search)])
    )


def _counted(search: Search, cells: list[_Cell]) -> list[_Cell]:
    """Of "có mấy đơn vị" the cells that hold a figure; all of any other question."""
    words = search.query.words
    many = contains(words, _HOW_MANY) >= 0 or _MANY in words
    if not many or search.query.intent is not Intent.VALUE:
        return cells
    return [cell for cell in cells if _FIGURE.search(NO_FIGURE.sub(" ", cell.source.quote))]


def _composed(search: Search, cells: list[_Cell]) -> Composed | None:
    most = max((cell.share for cell in cells), default=0.0)
    places: dict[tuple[str, int | None, int | None, str], _Cell] = {}
    for cell in cells:
        if cell.share == most:
            source = cell.source
            places.setdefault((source.document_id, source.table, source.row, source.quote), cell)
    if not places or len(places) > _MOST:
        return None
    labels = document_labels(search.documents)
    page = Page()
    for cell in places.values():
        said = texts.CELL.format(
            text=shortened(tidy(_row_name(cell.entry)), _LONGEST),
            column=tidy(cell.source.column or ""),
            cell=shortened(tidy(cell.source.quote), _LONGEST),
        )
        page.add_of(labels[cell.entry.document.id], said, [cell.source])
        record = cell.entry.record
        if isinstance(record, Indicator) and cell.source is record.source:
            page.indicator_figure(record, cell.source.quote)
    return Composed(page)


def _named(search: Search, kinds: Sequence[EntryKind], begins: Sequence[Phrase]) -> Iterator[_Cell]:
    """Cells of columns whose whole title stands in the question and begins with one of these."""
    for entry in allowed(search, kinds):
        for source in _cells(entry):
            title = _title(source.column or "")
            if not any(title[: len(name)] == name for name in begins):
                continue
            if contains(search.query.words, plain_phrase(source.quote)) >= 0:
                continue  # the question says it itself
            place = contains(search.query.words, title) if len(title) >= _SHORTEST else -1
            if place < 0:
                continue
            taken = range(place, place + len(title))
            rest = tuple(one for one in search.query.topic if one.place not in taken)
            if any(one.required for one in rest) and (
                share := _share(replace(search, query=replace(search.query, topic=rest)), entry)
            ):
                yield _Cell(entry, source, share)


def _holding(search: Search) -> Iterator[_Cell]:
    """Cells that hold every term of the topic that the row's own name lacks."""
    accented = search.query.accented
    for entry in allowed(search, ("tasks",)):
        own = search.corpus.features(_own(entry))
        told = [term for term in search.topic.terms if not term.weak]
        lacking = [term for term in told if found_in(term, own, accented=accented) < _HELD]
        if not lacking or len(lacking) > _OWN * len(told):
            continue
        for source in _cells(entry):
            cell = search.corpus.features(source.quote)
            if all(found_in(term, cell, accented=accented) >= _HELD for term in lacking):
                yield _Cell(entry, source, 1.0)


def _share(search: Search, entry: Entry) -> float:
    """How much of the topic the row's own name holds; 0 where a term stands nowhere about it."""
    topic = build_topic(search.query, search.corpus)
    accented = search.query.accented
    own = search.corpus.features(_own(entry))
    above = (entry.document.title, *entry.headings, *(cell.column for cell in entry.source.parts))
    whole = search.corpus.features(" · ".join(filter(None, (_own(entry), *above))))
    if any(found_in(term, whole, accented=accented) < _HELD for term in topic.terms):
        return 0.0
    terms: tuple[Term, ...] = (*topic.terms, *topic.extra)
    held = sum(found_in(term, own, accented=accented) >= _HELD for term in terms)
    share = held / len(terms) if terms else 0.0
    return share if share >= _OWN else 0.0


def _cells(entry: Entry) -> Iterator[Source]:
    """The cells of a row beside the one that names it."""
    record = entry.record
    own = record.source if record is not None else None
    if own is None or own.row is None:
        return
    if isinstance(record, Indicator):
        yield own
    yield from (cell for cell in own.parts if cell.row == own.row and cell.column != own.column)


def _own(entry: Entry) -> str:
    record = entry.record
    if isinstance(record, Task):
        return record.text
    if isinstance(record, Indicator):
        return " · ".join(filter(None, (record.parent, record.name, record.subject)))
    return ""


def _row_name(entry: Entry) -> str:
    """The name of the row without the title of the column."""
    record = entry.record
    if not isinstance(record, Indicator):
        return _own(entry)
    pieces = (record.parent, record.name, record.subject)
    kept = [piece for piece in pieces if piece and piece != record.source.column]
    return " › ".join(kept) or record.name


@lru_cache(maxsize=4096)
def _title(column: str) -> Phrase:
    """The words of a column's title, without its number and what stands in brackets."""
    return plain_phrase(_NUMBERING.sub(" ", column))
