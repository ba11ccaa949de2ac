"""Records as a table for spreadsheets. Cells that a spreadsheet would run as a formula are not."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.errors import BadTarget
from ingest.model import (
    Activity,
    AnyRecord,
    Correction,
    Deadline,
    Deliverable,
    Indicator,
    Period,
    Record,
    RecordKind,
    Ref,
    Source,
    Target,
    Task,
)

_MODELS: dict[RecordKind, type[Record]] = {
    "targets": Target,
    "tasks": Task,
    "indicators": Indicator,
    "refs": Ref,
}
_PLACE = ("file", "page", "table", "row", "column", "quote")
_FORMULA = re.compile(r"\s*[=+\-@]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def header(kind: RecordKind) -> list[str]:
    """Column names: the record's fields by their JSON names, then its place."""
    names = [name for name in _MODELS[kind].model_fields if name != "source"]
    return [*names, *(f"source.{name}" for name in _PLACE)]


def rows(kind: RecordKind, records: Sequence[AnyRecord]) -> Iterator[list[str]]:
    """One row a record, every cell a text that no spreadsheet takes for a formula."""
    fields = [name for name in _MODELS[kind].model_fields if name != "source"]
    for record in records:
        values = [getattr(record, name) for name in fields]
        values += [getattr(record.source, name) for name in _PLACE]
        yield [harmless(_text(value)) for value in values]


def to_csv(kind: RecordKind, records: Sequence[AnyRecord]) -> str:
    """The table as CSV text with a header line."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header(kind))
    writer.writerows(rows(kind, records))
    return text.getvalue()


def write_xlsx(path: Path, kind: RecordKind, records: Sequence[AnyRecord]) -> None:
    """Write the table to an Excel file.

    Raises:
        BadTarget: the file cannot be written there.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(kind)
    sheet.freeze_panes = "A2"
    sheet.append(header(kind))
    for row in rows(kind, records):
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    try:
        path.write_bytes(made.getvalue())
    except OSError as error:
        raise BadTarget(
            f"Không ghi được tệp “{path}” ({error.strerror or error}); hãy chọn chỗ ghi khác."
        ) from error


def harmless(text: str) -> str:
    """``text`` as a cell that no spreadsheet takes for a formula and every file can hold."""
    shown = _CONTROL.sub("", text)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return "; ".join(_text(item) for item in value)
        case Period():
            return str(value.to) if value.from_ == value.to else f"{value.from_}-{value.to}"
        case Deadline():
            ends = [end for end in (value.from_, value.to) if end]
            return f"{value.text} [{' – '.join(ends)}]" if ends else value.text
        case Deliverable():
            return ": ".join(filter(None, [value.product, _text(value.deadline)]))
        case Activity():
            return f"{value.key} {value.text}"
        case Source():
            return value.quote
        case Correction():
            return f"{value.field}: {value.read or ''} → {value.new or ''} ({value.by}, {value.at})"
    return str(value)
