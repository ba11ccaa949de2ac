from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant import tabular
from assistant.errors import BadTarget
from tests.assistant.fakes import reading_of

TRICKS = [
    "=1+1",
    "+84 số",
    "-5",
    "@SUM(A1)",
    " =HYPERLINK()",
    "\t=1",
    "bình thường",
    "có\x0bđiều khiển",
]


def test_cells_that_would_be_formulas_are_neutralised_in_csv() -> None:
    text = tabular.to_csv("tasks", reading_of(TRICKS).tasks)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["text"] for row in rows] == [
        "'=1+1",
        "'+84 số",
        "'-5",
        "'@SUM(A1)",
        "' =HYPERLINK()",
        "'\t=1",
        "bình thường",
        "cóđiều khiển",
    ]
    assert not text.startswith("\ufeff")


def test_a_row_holds_the_records_fields_and_its_place() -> None:
    (row,) = csv.DictReader(io.StringIO(tabular.to_csv("tasks", reading_of(["Việc"]).tasks)))
    assert row["key"] == "I.1"
    assert row["lead"] == "Văn phòng"
    assert row["deadline"] == "Quý I/2031 [2031-01-01 – 2031-03-31]"
    assert (row["source.table"], row["source.row"], row["source.quote"]) == ("1", "1", "Việc")


@pytest.mark.parametrize("kind", ["targets", "tasks", "indicators", "refs"])
def test_every_kind_has_a_header_even_without_records(kind: str) -> None:
    from typing import cast

    from ingest.model import RecordKind

    header = tabular.to_csv(cast("RecordKind", kind), ()).splitlines()[0].split(",")
    assert header[:2] == ["id", "document_id"]
    assert header[-1] == "source.quote"


def test_an_excel_file_holds_texts_and_no_formula(tmp_path: Path) -> None:
    tabular.write_xlsx(tmp_path / "ra.xlsx", "tasks", reading_of(TRICKS).tasks)
    sheet = load_workbook(tmp_path / "ra.xlsx").active
    assert sheet is not None
    titles, first, *_ = sheet.iter_rows(values_only=True)
    assert list(titles) == tabular.header("tasks")
    assert dict(zip(titles, first, strict=True))["text"] == "'=1+1"
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_an_excel_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadTarget, match=r"không-có/ra\.xlsx"):
        tabular.write_xlsx(tmp_path / "không-có" / "ra.xlsx", "tasks", ())
