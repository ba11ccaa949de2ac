"""Whether the rows below a total add up to it, with every row shown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from assistant.asking import texts
from assistant.asking.composers.figures_told import add_value
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search, fitting
from assistant.asking.labels import document_labels, number_text, tidy
from assistant.asking.page import Composed, Page
from ingest.model import Indicator
from ingest.text.numbers import plain

_FEWEST = 2
_DASHES = ("-", "+", "•", "*", "–")


def compose_parts(search: Search) -> Composed | None:
    """Answer "cộng chi tiết có bằng tổng không"."""
    labels = document_labels(search.documents)
    page = Page()
    for found in fitting(search, ("indicators",)):
        whole = found.entry.record
        below = _below(search, found.entry)
        if isinstance(whole, Indicator) and whole.value is not None and len(below) >= _FEWEST:
            _add(search, page, found.entry, below, labels[found.entry.document.id])
    return Composed(page) if page.lines else None


def _below(search: Search, entry: Entry) -> list[Entry]:
    """The rows below a total that name it as their heading, or that are its dashes."""
    whole = entry.record
    if not isinstance(whole, Indicator):
        return []
    found: list[Entry] = []
    started = False
    for other in search.corpus.entries:
        record = other.record
        if not isinstance(record, Indicator) or not _beside(record, whole):
            continue
        if record.id == whole.id:
            started = True
        elif record.parent == whole.name or (started and record.name.lstrip()[:1] in _DASHES):
            found.append(other)
        elif started:
            break
    return [other for other in found if _value(other) is not None]


def _beside(record: Indicator, whole: Indicator) -> bool:
    """Whether two figures stand in the same table and are for the same time and role."""
    return (record.document_id, record.source.table, record.role, record.period) == (
        whole.document_id,
        whole.source.table,
        whole.role,
        whole.period,
    )


def _value(entry: Entry) -> Decimal | None:
    record = entry.record
    try:
        return Decimal(record.value) if isinstance(record, Indicator) and record.value else None
    except InvalidOperation:
        return None


def _add(search: Search, page: Page, whole: Entry, below: Sequence[Entry], label: str) -> None:
    total = _value(whole)
    values = [value for entry in below if (value := _value(entry)) is not None]
    if total is None or not isinstance(whole.record, Indicator):
        return
    added = sum(values, Decimal(0))
    said = (texts.PARTS_EQUAL if added == total else texts.PARTS_DIFFER).format(
        document=label,
        title=tidy(whole.record.name).rstrip(" :"),
        terms=" + ".join(number_text(plain(value)) for value in values),
        added=number_text(plain(added)),
        total=number_text(plain(total)),
        difference=number_text(plain(abs(total - added))),
    )
    page.add(said, [whole.source, *(entry.source for entry in below)], bullet="")
    for entry in (whole, *below):
        add_value(search, page, entry, label=label)
