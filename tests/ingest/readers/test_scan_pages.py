"""An invented page printed, turned into a picture, and read back through the whole door."""

from pathlib import Path

import pytest

from ingest.errors import OversizedFile
from ingest.model import Content, Table
from ingest.readers.limits import Limits
from ingest.readers.registry import read_content
from ingest.readers.scan.engines import missing_parts, orientation_folder

_MISSING = missing_parts()
pytestmark = pytest.mark.skipif(
    _MISSING is not None, reason=f"reading scans lacks {_MISSING and _MISSING[0]}"
)
Image = pytest.importorskip("PIL.Image")
canvas = pytest.importorskip("reportlab.pdfgen.canvas")

ROWS = (
    ("TT", "Noi dung", "Don vi", "So lieu"),
    ("1", "So van ban da ban hanh", "Van ban", "37"),
    ("2", "So ho so da tiep nhan", "Ho so", "1.482"),
    ("3", "Ty le giai quyet dung han", "%", "98,6"),
    ("", "So cuoc kiem tra", "Cuoc", ""),
)
COLUMNS = (60, 100, 330, 430, 530)
HEIGHT = 28


def printed(path: Path, *, stamp: bool = False) -> Path:
    """The rows as a ruled table under a line of prose, as text PDF."""
    page = canvas.Canvas(str(path), pagesize=(595, 842))
    page.setFont("Times-Roman", 13)
    page.drawString(60, 760, "Ket qua thuc hien trong nam 2027 nhu sau, gom 4 noi dung:")
    top = 720
    for index, row in enumerate(ROWS):
        y = top - index * HEIGHT
        for column, text in enumerate(row):
            page.rect(COLUMNS[column], y - HEIGHT, COLUMNS[column + 1] - COLUMNS[column], HEIGHT)
            page.drawString(COLUMNS[column] + 6, y - 18, text)
    if stamp:
        page.setStrokeColorRGB(0.85, 0.25, 0.3)
        page.setLineWidth(3)
        page.circle(480, top - 1.5 * HEIGHT, 24)
        page.line(450, top - 1.5 * HEIGHT - 4, 510, top - 1.5 * HEIGHT + 4)
    page.save()
    return path


def scanned(source: Path, target: Path, *, pages: int = 1, turned: int = 0) -> Path:
    """The first page of ``source`` as pictures, slightly askew, ``turned`` to the left."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(source)
    picture = document[0].render(scale=200 / 72).to_pil().convert("RGB")
    document.close()
    askew = picture.rotate(0.5, resample=3, fillcolor="white").rotate(turned, expand=True)
    askew.save(target, "PDF", resolution=200, save_all=True, append_images=[askew] * (pages - 1))
    return target


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    folder = tmp_path_factory.mktemp("scan")
    return read_content(scanned(printed(folder / "text.pdf"), folder / "quet.pdf"))


def the_table(content: Content) -> Table:
    (table,) = content.tables
    return table


def test_every_figure_stands_in_its_cell(content: Content) -> None:
    table = the_table(content)
    assert [row[3].text for row in table.rows[1:]] == ["37", "1.482", "98,6", ""]
    assert [row[0].text for row in table.rows[1:]] == ["1", "2", "3", ""]


def test_rows_bear_their_page(content: Content) -> None:
    assert the_table(content).row_pages == (1,) * len(ROWS)
    assert content.pages == 1


def test_prose_beside_the_table_is_read(content: Content) -> None:
    assert any("2027" in item.text for item in content.paragraphs)


def test_a_figure_under_a_stamp_is_marked(tmp_path: Path) -> None:
    source = printed(tmp_path / "text.pdf", stamp=True)
    content = read_content(scanned(source, tmp_path / "quet.pdf"))
    cell = the_table(content).rows[1][3]
    assert cell.doubtful
    assert any(
        problem.code == "needs_check" and "dòng 2, cột 4" in problem.message
        for problem in content.problems
    )


@pytest.mark.skipif(orientation_folder() is None, reason="no orientation data (osd.traineddata)")
@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_scanned_sideways_or_upside_down_is_turned(tmp_path: Path, turned: int) -> None:
    path = scanned(printed(tmp_path / "text.pdf"), tmp_path / "quet.pdf", turned=turned)
    table = the_table(read_content(path))
    assert [row[3].text for row in table.rows[1:]] == ["37", "1.482", "98,6", ""]


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    path = scanned(printed(tmp_path / "text.pdf"), tmp_path / "quet.pdf", pages=2)
    content = read_content(path, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(0, 2), (1, 2), (2, 2)]
    assert [table.row_pages[0] for table in content.tables] == [1, 2]


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = scanned(printed(tmp_path / "text.pdf"), tmp_path / "quet.pdf")
    with pytest.raises(OversizedFile):
        read_content(path, limits=Limits(cpu_seconds=1, scan_page_seconds=0))
