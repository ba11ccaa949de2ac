"""A conversation as a Word file: questions, answers, and every citation with quote and place."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from assistant.answer import Answer
from ui import texts
from ui.conversation import Exchange
from ui.export.rows import Line, lines, pieces
from ui.render import differs, place_text


def to_docx(exchanges: Sequence[Exchange], *, made: str) -> bytes:
    """The finished exchanges in order. ``made`` is the line below the title, e.g. the date."""
    from docx import Document

    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.add_heading(texts.APP_TITLE, level=0)
    document.add_paragraph(made)
    for number, exchange in enumerate(exchanges, start=1):
        document.add_heading(_clean(f"{number}. {exchange.question}"), level=1)
        if exchange.answer is not None:
            _answer(document, exchange.answer)
        elif exchange.failure is not None:
            document.add_paragraph(_clean(f"{texts.NOTE}: {exchange.failure}"))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _answer(document: Any, answer: Answer) -> None:  # noqa: ANN401 - untyped library
    heading = {"refused": texts.REFUSED, "clarify": texts.CLARIFY}.get(answer.status)
    if heading:
        document.add_paragraph(heading).runs[0].bold = True
    for tabular, group in groupby(lines(answer), key=lambda line: bool(line.cells)):
        if tabular:
            _rows(document, [*group])
        else:
            for line in group:
                style = "List Bullet" if line.bullet else None
                document.add_paragraph(_clean(_with_marks(line)), style=style)
    if answer.reason and answer.reason.strip() not in answer.answer:
        document.add_paragraph(_clean(f"{texts.REASON}: {answer.reason}"))
    if differs(answer.interpreted_as, answer.question):
        document.add_paragraph(_clean(texts.INTERPRETED_AS.format(question=answer.interpreted_as)))
    for note in answer.notes:
        document.add_paragraph(_clean(f"{texts.NOTE}: {note}"))
    if answer.citations:
        document.add_heading(texts.EVIDENCE_TITLE, level=2)
    for citation in sorted(answer.citations, key=lambda citation: citation.n):
        source = citation.source
        place = " · ".join(part for part in (source.file, place_text(source)) if part)
        document.add_paragraph(_clean(f"[{citation.n}] {place}"))
        for piece in pieces(source):
            label = f"{piece.column}: " if piece.column else ""
            document.add_paragraph(_clean(f"{label}“{piece.quote}”"), style="List Bullet 2")


def _rows(document: Any, rows: Sequence[Line]) -> None:  # noqa: ANN401 - untyped library
    """Rows of a Markdown table, citations where they stand in it."""
    width = max(len(row.cells) for row in rows)
    made = document.add_table(rows=0, cols=width)
    made.style = "Table Grid"
    for row in rows:
        shown = [*row.cells, *[""] * (width - len(row.cells))]
        for cell, text in zip(made.add_row().cells, shown, strict=True):
            cell.text = _clean(text)


def _with_marks(line: Line) -> str:
    return f"{line.text} {_marks(line)}".strip()


def _marks(line: Line) -> str:
    return "".join(f"[{mark}]" for mark in line.marks)


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(char for char in text if char in "\t\n" or ord(char) >= ord(" "))
