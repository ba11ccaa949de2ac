"""Whether a check accuses the place where an error was put."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Check, Finding
from evals.mutants.writing import Line
from ingest.model import Source

_TELLING = 12
_TAIL = 45


def accusations(check: Check, file: str, line: Line) -> Iterator[Finding]:
    """The errors and warnings at a line of a text or at a row of a table."""
    for one in check.findings:
        if one.severity != "info" and any(_at(source, file, line) for source in _sources(one)):
            yield one


def _sources(one: Finding) -> Iterator[Source]:
    for source in (one.left, one.right):
        if source is not None:
            yield source


def _at(source: Source, file: str, line: Line) -> bool:
    if source.file != file:
        return False
    if line.table is None:
        if "\t" in line.text:
            return source.table is not None and _in_cells(source, line)
        # a title without a full stop may be read as the beginning of its first sentence
        tail = source.quote.strip()[-_TAIL:]
        return source.table is None and bool(tail) and tail in line.text
    if source.table != line.table:
        return False
    if line.row == 1:
        return source.column is not None and source.column in line.text.split("\t")
    return source.row == line.row


def _in_cells(source: Source, line: Line) -> bool:
    """Whether a source names a row of a text whose rows are not counted, by its longest cells."""
    columns = line.text.split("\t")
    return any(
        len(part.quote) > _TELLING and part.quote in columns for part in (source, *source.parts)
    )


def mentions(found: Finding, number: str) -> bool:
    """Whether a message names a number, however its zeros and dots are written."""
    wanted = _bare(number)
    return any(_bare(one) == wanted for one in re.findall(r"\d[\d.,]*", found.message))


def _bare(text: str) -> str:
    return re.sub(r"\D", "", text).lstrip("0")
