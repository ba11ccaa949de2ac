"""The readers against real reference tables, kept outside the repository."""

import json
import shutil
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from ingest.errors import ScannedFile
from ingest.model import Content
from ingest.readers.registry import read_content
from ingest.readers.scan.engines import missing_parts

FILES = Path(__file__).parents[4] / "shared" / "files"

pytestmark = pytest.mark.skipif(
    not FILES.is_dir(), reason="the reference files (../shared/files) are not on this machine"
)
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)

Row = tuple[str, ...]


def flat(text: str | None) -> str:
    return " ".join((text or "").split())


@cache
def truth(name: str) -> list[Row]:
    stored = json.loads((FILES / f"gt_{name[:3]}.json").read_text(encoding="utf-8"))
    return [tuple(flat(cell) for cell in row["cells"]) for row in stored["rows"]]


def rows_of(content: Content, width: int) -> list[Row]:
    tables = [table for table in content.tables if table.width == width]
    return [tuple(flat(cell.text) for cell in row) for table in tables for row in table.rows]


def right_in_order(expected: list[Row], found: list[Row]) -> int:
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


@pytest.mark.parametrize(
    "name",
    [
        "001_merged.docx",
        "004_report.docx",
        "004_annex.xlsx",
        pytest.param("001_merged.doc", marks=needs_office),
        pytest.param("004_report.doc", marks=needs_office),
    ],
)
def test_every_row_of_the_table_is_exactly_right(name: str) -> None:
    expected = truth(name)
    found = rows_of(read_content(FILES / name), len(expected[0]))
    assert right_in_order(expected, found) == len(expected)
    assert len(found) - len(expected) in (1, 2)  # the header rows


@pytest.mark.parametrize(("name", "least"), [("001_merged.pdf", 63), ("004_report.pdf", 185)])
def test_a_table_over_many_pages_loses_nothing_but_page_cuts(name: str, least: int) -> None:
    """A row counts as right if it stands whole, or as two or three pieces cut by page ends."""
    expected = truth(name)
    content = read_content(FILES / name)
    (table,) = content.tables
    header_rows = 2 if len(expected[0]) == 5 else 1
    rows = rows_of(content, len(expected[0]))
    rows = [row for row in rows if row not in rows[:header_rows]]
    pairs = [tuple(flat(f"{a} {b}") for a, b in zip(*two, strict=True)) for two in pairwise(rows)]
    threes = zip(pairs, rows[2:], strict=False)
    triples = [tuple(flat(f"{a} {b}") for a, b in zip(*two, strict=True)) for two in threes]
    known = {*rows, *pairs, *triples}
    assert sum(row in known for row in expected) >= least
    assert len(table.breaks) == len(set(table.row_pages)) - 1


@pytest.mark.parametrize("name", ["001_split.docx", "001_split.pdf"])
def test_a_table_typed_anew_on_every_page_keeps_all_its_words(name: str) -> None:
    expected = sorted(" ".join(cell for row in truth(name) for cell in row).split())
    rows = rows_of(read_content(FILES / name), 9)
    found = sorted(" ".join(cell for row in rows if row != rows[0] for cell in row).split())
    assert right_words(expected, found) / len(expected) > 0.995


def right_words(expected: list[str], found: list[str]) -> int:
    rest = list(found)
    count = 0
    for word in expected:
        if word in rest:
            rest.remove(word)
            count += 1
    return count


def test_a_letterhead_of_a_pdf_is_read_column_by_column() -> None:
    first = [item.text for item in read_content(FILES / "004_report.pdf").paragraphs[:8]]
    motto = first.index("Độc lập - Tự do - Hạnh phúc")
    assert first[motto - 1] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert first[1].startswith("SỞ ")
    assert first[2].startswith("Số:")


@pytest.mark.skipif(missing_parts() is None, reason="the readers of scans are installed here")
@pytest.mark.parametrize("name", ["001_scan200.pdf", "004_scan150bad.pdf"])
def test_a_scan_is_named_a_scan(name: str) -> None:
    with pytest.raises(ScannedFile):
        read_content(FILES / name)
