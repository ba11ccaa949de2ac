"""The scans of the reference tables, read and stitched, against what they were made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Content
from ingest.readers.registry import read_content
from ingest.readers.scan.engines import missing_parts
from tests.reference import FILES, needs_files
from tests.reference.scan_score import aligned, found_rows, score, truth

_MISSING = missing_parts()
pytestmark = [
    needs_files,
    pytest.mark.skipif(
        _MISSING is not None, reason=f"reading scans lacks {_MISSING and _MISSING[0]}"
    ),
]
GOOD = ["001_scan200", "004_scan200"]
BAD = ["001_scan150bad", "004_scan150bad"]
# A first page for the header, and two on which rows are cut.
SOME_PAGES = {"001": (2, 3, 4), "004": (14, 15)}


def read_pages(name: str, folder: Path) -> Content:
    """A few pages of a scan: enough to see a fall, in seconds."""
    import pypdfium2 as pdfium

    source = pdfium.PdfDocument(FILES / f"{name}.pdf")
    part = pdfium.PdfDocument.new()
    part.import_pages(source, [number - 1 for number in SOME_PAGES[name[:3]]])
    part.save(folder / f"{name}.pdf")
    part.close()
    source.close()
    return read_content(folder / f"{name}.pdf")


@pytest.mark.parametrize("name", ["001_scan200", "004_scan200", "004_scan150bad"])
def test_some_pages_of_a_scan_keep_their_figures(name: str, tmp_path: Path) -> None:
    expected = truth(name)
    found = found_rows(read_pages(name, tmp_path), len(expected[0]))[1:-1]  # cut at both ends
    assert len(found) > 8
    pairs = aligned(expected, [row.texts for row in found])
    assert len(pairs) == len(found)
    result = score([expected[index] for index in sorted(pairs)], found)
    print(f"\n{name}: {result.line}")  # noqa: T201 - the numbers are what the run is for
    assert result.wrong_unmarked == []
    assert result.right_figures / result.figures >= 0.99
    if name in GOOD:
        assert result.exact / result.cells >= 0.9


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_a_good_scan_is_read_nearly_as_it_was_printed(name: str) -> None:
    expected = truth(name)
    result = score(expected, found_rows(read_content(FILES / f"{name}.pdf"), len(expected[0])))
    print(f"\n{name}: {result.line}")  # noqa: T201 - the numbers are what the run is for
    assert result.exact / result.cells >= 0.94
    assert result.right_figures / result.figures >= 0.99
    assert result.wrong_unmarked == []


@pytest.mark.slow
@pytest.mark.parametrize("name", BAD)
def test_a_bad_scan_has_no_wrong_figure_without_a_mark(name: str) -> None:
    expected = truth(name)
    content = read_content(FILES / f"{name}.pdf")
    result = score(expected, found_rows(content, len(expected[0])))
    print(f"\n{name}: {result.line}")  # noqa: T201 - the numbers are what the run is for
    assert result.wrong_unmarked == []
    assert any(problem.code == "needs_check" for problem in content.problems)
