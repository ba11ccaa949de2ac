"""An answer as a table: one row a citation, with the line that cites it and the cells it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from ingest.model import Source
from ui import texts
from ui.escape import CITATION_MARK

_RANGE = re.compile(r"\[(\d{1,3})\]\s*[–-]\s*\[(\d{1,3})\]")
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_RULE = re.compile(r"^[\s|:-]+$")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_LONGEST_RANGE = 500


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer: its words without Markdown, and the numbers it cites.

    ``cells`` are those of a row of a table, marks included; ``text`` never holds marks.
    """

    text: str
    marks: tuple[int, ...]
    bullet: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of as many cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def lines(answer: Answer) -> tuple[Line, ...]:
    """The lines of an answer in order, blank ones and rules of Markdown tables left out."""
    return tuple(
        _line(raw) for raw in answer.answer.splitlines() if raw.strip() and not _RULE.match(raw)
    )


def table(answer: Answer) -> Table:
    """One row a citation: number, line, the cited cells by column, file and place.

    Of several lines that cite a place the one that cites the fewest speaks for it, so that a
    heading that sums up a list does not stand for its items.
    """
    citations = sorted(answer.citations, key=lambda citation: citation.n)
    spoken = lines(answer)
    cells = [_cells(citation) for citation in citations]
    columns = tuple(dict.fromkeys(name for row in cells for name in row))
    header = (
        texts.EXPORT_NUMBER,
        texts.EXPORT_LINE,
        *columns,
        texts.EXPORT_FILE,
        *texts.EXPORT_PLACE,
    )
    rows = tuple(
        (
            str(citation.n),
            _spoken_of(citation.n, spoken),
            *(row.get(name, "") for name in columns),
            citation.source.file,
            *_place(citation.source),
        )
        for citation, row in zip(citations, cells, strict=True)
    )
    return Table(header, rows)


def pieces(source: Source) -> Iterator[Source]:
    """A source and all its parts."""
    yield source
    for part in source.parts:
        yield from pieces(part)


def _line(raw: str) -> Line:
    marks = _marks(raw)
    bare = CITATION_MARK.sub("", _RANGE.sub("", raw)).strip()
    if bare.startswith("|"):
        cells = tuple(_plain(cell) for cell in raw.strip().strip("|").split("|"))
        spoken = (_plain(cell) for cell in bare.strip("|").split("|"))
        return Line(" · ".join(cell for cell in spoken if cell), marks, cells=cells)
    return Line(_plain(_BULLET.sub("", bare)), marks, bullet=bool(_BULLET.match(raw)))


def _marks(raw: str) -> tuple[int, ...]:
    found = {int(mark) for mark in CITATION_MARK.findall(raw)}
    for first, last in _RANGE.findall(raw):
        if int(last) - int(first) < _LONGEST_RANGE:
            found.update(range(int(first), int(last) + 1))
    return tuple(sorted(found))


def _plain(text: str) -> str:
    return " ".join(_EMPHASIS.sub("", text).split()).strip(" #")


def _spoken_of(number: int, spoken: Sequence[Line]) -> str:
    citing = [line for line in spoken if number in line.marks]
    return min(citing, key=lambda line: len(line.marks)).text if citing else ""


def _cells(citation: Citation) -> dict[str, str]:
    """The cited pieces by the column they stand in; of one column one below the other."""
    found: dict[str, list[str]] = {}
    for piece in pieces(citation.source):
        found.setdefault(piece.column or texts.QUOTE, []).append(piece.quote)
    return {name: "\n".join(dict.fromkeys(quotes)) for name, quotes in found.items()}


def _place(source: Source) -> tuple[str, str, str, str]:
    return (
        "" if source.page is None else str(source.page),
        " › ".join(source.section),
        "" if source.table is None else str(source.table),
        "" if source.row is None else str(source.row),
    )
