"""A copy of a .docx with a Word comment at each finding; the original is never written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answer import Check, Finding
from assistant.checking.reporting import CODES, SEVERITIES, place
from assistant.checking.wording import quoted
from ingest.model import Source
from ingest.text.normal import match_key

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

AUTHOR = "Kiểm tra cchc"
_LETTERS = re.compile(r"\W+")


def annotated(original: Path, check: Check, target: Path) -> int:
    """Write ``original`` with comments to ``target``; how many findings found their place.

    A finding whose place is not in this file (a task of the plan, say) is put at the first
    paragraph.
    """
    import docx

    document = docx.Document(str(original))
    paragraphs = _Paragraphs(document)
    placed = 0
    for one in check.findings:
        found = paragraphs.find(one.left) if one.left.file == check.file else None
        placed += found is not None
        anchor = found if found is not None else paragraphs.first
        if anchor is None:
            continue
        document.add_comment(
            _runs(anchor, one.left.quote), text=comment(one), author=AUTHOR, initials="KT"
        )
    document.save(str(target))
    return placed


def comment(one: Finding) -> str:
    """The text of a comment: severity, sentence, and the other place."""
    said = f"[{SEVERITIES[one.severity]} – {CODES[one.code]}] {one.message}"
    if one.right is None:
        return said
    return f"{said} Đối chiếu: {quoted(one.right.quote)} ({place(one.right)})."


def _key(text: str) -> str:
    return _LETTERS.sub("", match_key(text))


class _Paragraphs:
    """The paragraphs of a document by what they say; cells also by table and row."""

    def __init__(self, document: Document) -> None:
        self._tables: Sequence[Any] = document.tables
        self._all: list[tuple[str, Paragraph]] = [
            (_key(paragraph.text), paragraph) for paragraph in _walk(document)
        ]

    @property
    def first(self) -> Paragraph | None:
        """The first paragraph with text."""
        return next((paragraph for key, paragraph in self._all if key), None)

    def find(self, source: Source) -> Paragraph | None:
        """The paragraph that holds a quote: its own cell first, then anywhere."""
        wanted = _key(source.quote)
        if not wanted:
            return None
        if source.table is not None and source.row is not None:
            cell = self._in_row(source.table, source.row, wanted)
            if cell is not None:
                return cell
        exact = next((p for key, p in self._all if key == wanted), None)
        if exact is not None and source.table is not None:
            return exact
        return exact or next(
            (p for key, p in self._all if key and (wanted in key or _most_of(key, wanted))), None
        )

    def _in_row(self, table: int, row: int, wanted: str) -> Paragraph | None:
        if not 0 < table <= len(self._tables):
            return None
        rows = self._tables[table - 1].rows
        if not 0 < row <= len(rows):
            return None
        for cell in rows[row - 1].cells:
            for paragraph in cell.paragraphs:
                key = _key(paragraph.text)
                if key and (
                    key == wanted or (len(wanted) > 3 and (wanted in key or key in wanted))
                ):
                    found: Paragraph = paragraph
                    return found
        return None


def _most_of(key: str, wanted: str) -> bool:
    """Whether a paragraph is most of a quote whose printed number Word makes itself."""
    return len(key) > 12 and key in wanted and len(key) >= 0.7 * len(wanted)


def _walk(container: Any) -> Iterator[Paragraph]:  # noqa: ANN401 - document or cell
    from docx.table import Table

    for item in container.iter_inner_content():
        if isinstance(item, Table):
            seen: set[int] = set()
            for row in item.rows:
                for cell in row.cells:
                    if id(cell._tc) not in seen:
                        seen.add(id(cell._tc))
                        yield from _walk(cell)
        else:
            yield item


def _runs(paragraph: Paragraph, quote: str) -> list[Any]:
    """The runs that a quote covers; all of the paragraph's where it cannot be told."""
    runs = list(paragraph.runs) or [paragraph.add_run("")]
    text = "".join(run.text for run in runs)
    start = text.find(quote)
    if start < 0:
        return [runs[0], runs[-1]] if len(runs) > 1 else runs
    end = start + len(quote)
    at, covered = 0, []
    for run in runs:
        if at < end and at + len(run.text) > start:
            covered.append(run)
        at += len(run.text)
    return [covered[0], covered[-1]] if len(covered) > 1 else covered or runs[:1]
