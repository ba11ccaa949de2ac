"""Legal bases: which documents are referred to, and where."""

from __future__ import annotations

import re

from assistant.asking import texts
from assistant.asking.composers.listing import add_row
from assistant.asking.corpus import Entry
from assistant.asking.labels import document_labels, indicator_name, limits_text, shortened, tidy
from assistant.asking.limits import compact
from assistant.asking.page import Composed, Page
from assistant.asking.passages import sentences_about
from assistant.asking.retrieval import Search, allowed, fitting
from ingest.model import Document, Indicator, Ref, Task
from ingest.text.normal import fold

_NUMBER = re.compile(r"\d+\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ]{1,6}\d*\s*-?")
_ANY_TYPE = "van ban"
_MOST_SENTENCES = 3


def compose_reference(search: Search) -> Composed | None:
    """Answer what a numbered document is about: every place that refers to it."""
    wanted = [compact(number) for number in search.query.limits.ref_numbers]
    entries = [
        entry
        for entry in allowed(search, ("refs",))
        if isinstance(entry.record, Ref)
        and any(_same(compact(entry.record.number), number) for number in wanted)
    ]
    return _page(search, entries) if entries else None


def _same(number: str, asked: str) -> bool:
    return number == asked or number.startswith(f"{asked}/")


def compose_basis(search: Search) -> Composed | None:
    """Answer which documents are the basis: of the whole, or of the topic."""
    if search.topic.empty and search.query.limits.ref_numbers:
        return None
    if search.topic.empty:
        entries = [entry for entry in _of_titled(search) if _of_type(search, entry)]
        return _page(search, entries) if entries else None
    page = Page()
    labels = document_labels(search.documents)
    refs = fitting(search, ("refs",))
    of_type = [found for found in refs if _of_type(search, found.entry)]
    for found in of_type or refs:
        add_row(search, page, found.entry)
    _add_notes(search, page, labels)
    for sentence in sentences_about(search, limit=_MOST_SENTENCES):
        if _NUMBER.search(sentence.text):
            said = texts.SENTENCE_LEAD.format(text=shortened(sentence.text, 500))
            page.add(f"**{labels[sentence.document.id]}**: {said}", [sentence.source])
    return Composed(page) if page.lines else None


def _of_type(search: Search, entry: Entry) -> bool:
    """Whether a reference is of a type asked for ("nghị định nào"); any will do for "văn bản"."""
    wanted = {fold(name) for name in search.query.ref_types} - {_ANY_TYPE}
    record = entry.record
    return not wanted or (isinstance(record, Ref) and fold(record.type or "") in wanted)


def _of_titled(search: Search) -> list[Entry]:
    """The references of the documents whose title the question names, else of all."""
    entries = allowed(search, ("refs",))
    named = {entry.word.plain for entry in search.query.topic if entry.word.plain.isalpha()}
    titled = {
        document.id
        for document in search.documents
        if named and named <= search.corpus.features(_title(document)).words
    }
    return [entry for entry in entries if entry.document.id in titled] or entries


def _title(document: Document) -> str:
    return f"{texts.KIND_NAMES[document.kind.value]} {document.title or ''}"


def _add_notes(search: Search, page: Page, labels: dict[str, str]) -> None:
    """Rows whose text or note names a document."""
    for found in fitting(search, ("indicators", "tasks")):
        record = found.entry.record
        label = labels[found.entry.document.id]
        if isinstance(record, Indicator) and record.note and _NUMBER.search(record.note):
            note = texts.INDICATOR_NOTE.format(note=shortened(record.note))
            page.add(f"**{label}**: {indicator_name(record)}{note}", [record.source])
        elif isinstance(record, Task) and _NUMBER.search(record.text):
            said = texts.SENTENCE_LEAD.format(text=shortened(record.text))
            page.add(f"**{label}**: {said}", [record.source])
        if isinstance(record, Task):
            _add_cells(page, record, label)


def _add_cells(page: Page, task: Task, label: str) -> None:
    """Further cells of the task's row that name a document ("Văn bản giao")."""
    own = task.source
    for cell in own.parts:
        if cell.row == own.row and cell.column != own.column and _NUMBER.search(cell.quote):
            said = texts.CELL.format(
                text=shortened(task.text), column=tidy(cell.column or ""), cell=tidy(cell.quote)
            )
            page.add(f"**{label}**: {said}", [cell])


def _page(search: Search, entries: list[Entry]) -> Composed:
    labels = document_labels(search.documents)
    page = Page()
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.document.id, []).append(entry)
    for document_id, group in groups.items():
        page.gap()
        head = texts.REF_HEAD.format(
            document=labels[document_id],
            count=len(group),
            limits=limits_text(search.query, topic=False),
        )
        page.add(head, [entry.source for entry in group], bullet="")
        for entry in group:
            add_row(search, page, entry)
    return Composed(page)
