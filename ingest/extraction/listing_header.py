"""The header of a list whose cells are words alone: who works where, which papers there are."""

from __future__ import annotations

from ingest.extraction.headers import Header
from ingest.model import Table
from ingest.text.normal import match_key
from ingest.vocabulary import load

_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 2
_LONGEST = 8
_KNOWN = 2
_FIRST_ROWS = 3


def listing_header(table: Table) -> Header | None:
    """The first full row of short titles, of which two head such lists; ``None`` without one."""
    for first, row in enumerate(table.rows[:_FIRST_ROWS]):
        names = tuple((cell.text or "").strip() for cell in row)
        if not all(names) or len(names) < _FEWEST_COLUMNS or len(set(names)) < len(names):
            continue
        told = [match_key(name) for name in names]
        if any(len(one.split()) > _LONGEST or any(map(str.isdigit, one)) for one in told):
            return None
        known = [one for one in told if any(word in one for word in load("columns")["listing"])]
        if len(known) < _KNOWN or len(table.rows) - first - 1 < _FEWEST_ROWS:
            return None
        return Header(first=first, rows=1, names=names, roles=(None,) * len(names))
    return None
