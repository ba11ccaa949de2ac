"""What must be looked at by a person: one problem for each uncertain cell or paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.model import Content, Paragraph, Problem, Table

_CODE = "needs_check"
_LONGEST = 160


def with_marks(content: Content) -> Content:
    """``content`` with a problem for everything in it that is doubtful."""
    found: list[Problem] = []
    for block in content.blocks:
        if isinstance(block, Table):
            found.extend(_cells(block))
        elif block.doubtful:
            found.append(_paragraph(block))
    return replace(content, problems=(*content.problems, *found)) if found else content


def _cells(table: Table) -> Iterator[Problem]:
    for row, cells in enumerate(table.rows):
        page = table.row_pages[row] if row < len(table.row_pages) else None
        for column, cell in enumerate(cells):
            if cell.doubtful:
                place = f"bảng {table.number}, dòng {row + 1}, cột {column + 1}"
                yield Problem(
                    code=_CODE,
                    message=f"Trang {page}, {place} cần kiểm tra: "
                    f"{_seen(cell.readings, cell.text or '')}; hãy so với bản gốc.",
                )


def _paragraph(paragraph: Paragraph) -> Problem:
    return Problem(
        code=_CODE,
        message=f"Trang {paragraph.page}, đoạn “{_short(paragraph.text)}” cần kiểm tra: "
        f"{_seen(paragraph.readings, paragraph.text)}; hãy so với bản gốc.",
    )


def _seen(readings: tuple[str, ...], text: str) -> str:
    if len(readings) > 1:
        return "hai lần đọc khác nhau, " + " và ".join(
            f"“{_short(seen)}”" if seen else "không thấy chữ" for seen in readings
        )
    return f"chữ mờ hoặc bị dấu che, đọc là “{_short(readings[0] if readings else text)}”"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
