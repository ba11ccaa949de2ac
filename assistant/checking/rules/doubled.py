"""Two rows of a table for the same subject, with two figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Fact, Judgement
from assistant.checking.rules.rows import finding, said
from assistant.checking.wording import quoted, stated, where


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Rows with one subject and indicator, whose figures differ."""
    del judgements
    first: dict[tuple[object, ...], Fact] = {}
    for cell in material.cells:
        if cell.subject is None or cell.value is None:
            continue
        key = (cell.source.table, cell.source.column, cell.key, cell.role, cell.headings)
        other = first.setdefault(key, cell)
        if other is not cell and other.value != cell.value:
            yield finding(
                "contradiction",
                "error",
                f"{said(other)} nhưng dòng khác cùng tên ghi {quoted(stated(cell))} "
                f"({where(cell.source)}).",
                left=cell,
                right=other,
            )
