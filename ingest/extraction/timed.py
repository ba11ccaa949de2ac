"""Tables of one thing over time: a row an indicator, a column a month, quarter, half-year or year.

Their headings name nothing but times ("Nội dung | Quý I | Quý II | Cả năm"), and the column of
names may have none.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extraction.columns import is_period, role_of
from ingest.extraction.figures import is_figure
from ingest.extraction.headers import Header
from ingest.model import Cell, Table
from ingest.text.normal import fold
from ingest.vocabulary import load

_MOSTLY = 0.6
_WORK = ("lead", "coordinating", "assignment", "deadline", "start", "product")
_LEAST_TIMES = 2


def timed_header(table: Table) -> Header | None:
    """The header of a table over time, or ``None`` where its first row is none.

    One column of words names the rows; beside it stand columns of figures below times and sums,
    and at most a column of running numbers, of units and of notes.
    """
    if len(table.rows) < _LEAST_TIMES:
        return None
    names = tuple(" ".join((cell.text or "").split()) for cell in table.rows[0])
    body = table.rows[1:]
    roles = [_role(names[column], _filled(body, column)) for column in range(table.width)]
    free = [column for column, role in enumerate(roles) if role == "words"]
    times = [column for column, role in enumerate(roles) if role == "value"]
    timed = sum(is_period(names[column]) for column in times)
    if len(free) != 1 or timed < _LEAST_TIMES or min(times) < free[0] or None in roles:
        return None
    roles[free[0]] = "indicator"
    return Header(first=0, rows=1, names=names, roles=tuple(roles))


def _filled(body: Sequence[Sequence[Cell]], column: int) -> list[str]:
    texts = ((row[column].text or "").strip() for row in body)
    return [text for text in texts if text]


def _role(name: str, texts: Sequence[str]) -> str | None:
    """The role of a column by its heading and cells; ``words`` for one that may name the rows."""
    figured = bool(texts) and sum(map(is_figure, texts)) >= _MOSTLY * len(texts)
    known = role_of(name) if name else None
    if known in ("number", "unit", "note"):
        return known
    if is_period(name) or fold(name).strip(" .:") in map(fold, load("indicators")["total_rows"]):
        return "value" if figured or not texts else None
    if figured:
        return None
    return "words" if texts and known not in _WORK else None
