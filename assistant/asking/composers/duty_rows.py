"""Whether tasks of a body are asked for that its own tables list, not what texts charge it with."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Shelf
from assistant.asking.query import Intent, Query
from ingest.model import Task


def are_rows(query: Query, own: Sequence[Shelf]) -> bool:
    """Whether tasks of a time are listed ("nhiệm vụ nào của Sở X xong trong năm ...").

    ``own`` are the documents of the body named.
    """
    limits = query.limits
    timed = bool(limits.years) or limits.window is not None
    if query.intent is not Intent.LIST or query.subject != "tasks" or not limits.issuers:
        return False
    return timed and any(_has_tasks(shelf) for shelf in own)


def _has_tasks(shelf: Shelf) -> bool:
    return any(
        isinstance(entry.record, Task) and entry.record.source.table is not None
        for entry in shelf.entries
    )
