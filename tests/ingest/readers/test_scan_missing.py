"""A scan where the readers of scans are not installed: one sentence, and the rest works."""

from pathlib import Path

import pytest

from ingest.errors import ScannedFile
from ingest.model import Cell, Content, Paragraph, Table
from ingest.readers import pdf
from ingest.readers.limits import Limits
from ingest.readers.scan.engines import missing_parts
from ingest.readers.scan.marks import with_marks

Image = pytest.importorskip("PIL.Image")


def picture_pdf(folder: Path) -> Path:
    path = folder / "quét.pdf"
    Image.new("RGB", (400, 560), "white").save(path, "PDF", resolution=72)
    return path


def test_nothing_is_missing_where_all_is_there(tmp_path: Path) -> None:
    assert missing_parts(is_installed=lambda _: True, find_data=lambda: tmp_path) is None


def test_a_missing_library_is_named_with_its_command(tmp_path: Path) -> None:
    found = missing_parts(is_installed=lambda name: name != "tesserocr", find_data=lambda: tmp_path)
    assert found is not None
    assert "(tesserocr)" in found[0]
    assert found[1] == '`pip install -e ".[scan]"`'


def test_missing_language_data_is_named_with_its_command() -> None:
    found = missing_parts(is_installed=lambda _: True, find_data=lambda: None)
    assert found is not None
    assert "vie.traineddata" in found[0]
    assert found[1] == "`apt-get install tesseract-ocr-vie`"


def test_a_scan_without_its_readers_is_one_sentence_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "missing_parts", lambda: ("dữ liệu X", "`apt-get install x`"))
    with pytest.raises(ScannedFile) as failure:
        pdf.read_pdf(picture_pdf(tmp_path), limits=Limits())
    message = str(failure.value)
    assert "quét.pdf" in message
    assert "dữ liệu X" in message
    assert "`apt-get install x`" in message
    assert "\n" not in message
    assert message.endswith(".")


def test_every_doubtful_cell_and_paragraph_becomes_a_problem_with_its_place() -> None:
    doubtful = Cell(text="85", doubtful=True, readings=("85", "35"))
    table = Table(
        number=1,
        rows=((Cell(text="TT"), Cell(text="Số liệu")), (Cell(text="1"), doubtful)),
        row_pages=(3, 4),
    )
    faint = Paragraph(text="Kính gửi", page=2, doubtful=True, readings=("Kính gửi",))
    messages = [item.message for item in with_marks(Content((faint, table))).problems]
    assert len(messages) == 2
    assert "Trang 2" in messages[0]
    assert "“Kính gửi”" in messages[0]
    assert "Trang 4, bảng 1, dòng 2, cột 2 cần kiểm tra" in messages[1]
    assert "“85” và “35”" in messages[1]


def test_content_without_doubt_is_left_as_it_is() -> None:
    content = Content((Paragraph(text="Kính gửi"),))
    assert with_marks(content) is content
