"""Whether a task is done: the status cell of its row, or that the document has none."""

from __future__ import annotations

from assistant.asking import texts
from assistant.asking.composers.choice import clarify, too_many
from assistant.asking.finding.progress import status_cell
from assistant.asking.finding.retrieval import Search, fitting
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from ingest.model import Task


def compose_status(search: Search) -> Composed | None:
    """Answer "đã xong chưa" from the status column."""
    entries = [found.entry for found in fitting(search, ("tasks",))]
    if not entries:
        return None
    if too_many(len(entries)):
        return clarify(search, entries)
    labels = document_labels(search.documents)
    page = Page()
    known = False
    for entry in entries:
        task = entry.record
        if not isinstance(task, Task):
            continue
        cell = status_cell(task)
        known = known or cell is not None
        if cell is None:
            said = texts.NO_STATUS.format(text=shortened(task.text))
            page.add_of(labels[entry.document.id], said, [task.source])
        else:
            said = texts.STATUS_IS.format(text=shortened(task.text), status=tidy(cell.quote))
            page.add_of(labels[entry.document.id], said, [task.source, cell])
    if known:
        return Composed(page)
    scope = labels[entries[0].document.id]
    return Composed(page, "refused", "records", texts.REFUSE_NO_STATUS.format(scope=scope))
