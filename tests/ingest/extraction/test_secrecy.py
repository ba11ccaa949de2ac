from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from openpyxl import Workbook

from ingest.errors import SecretFile
from ingest.extraction.secrecy import mark_in, mark_of
from ingest.model import Cell, Content, Paragraph, Table
from ingest.pipeline import read_file
from ingest.readers.pdf_margins import repeated
from tests.ingest.readers.word_files import p, read_body, tc, write_word

BODY = ("Số: 12/KH-SXD", "KẾ HOẠCH", "Kiểm tra công vụ năm 2031", "I. MỤC ĐÍCH", "Bảo đảm kỷ luật.")


def paragraphs(*texts: str) -> Content:
    return Content(tuple(Paragraph(text) for text in texts))


def table(*rows: tuple[str, ...]) -> Table:
    return Table(1, tuple(tuple(Cell(text) for text in row) for row in rows))


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("  **TUYỆT MẬT**  ", "TUYỆT MẬT"),
        ("T Ố I  M Ậ T", "TỐI MẬT"),
        ("M Ậ T", "MẬT"),
        ("TỐI\u00a0MẬT!", "TỐI MẬT"),
        (unicodedata.normalize("NFD", "TỐI MẬT"), "TỐI MẬT"),
        ("TÓI MẬT", "TỐI MẬT"),
        ("[MẬT]", "MẬT"),
        ("Độ mật: Tối mật", "TỐI MẬT"),
        ("SỞ XÂY DỰNG\tMẬT", "MẬT"),
        ("Số: 12/KH-SXD      TUYỆT MẬT", "TUYỆT MẬT"),
    ],
)
def test_a_line_that_is_a_mark_is_known(line: str, mark: str) -> None:
    assert mark_of(line) == mark


@pytest.mark.parametrize(
    "line",
    [
        "bí mật nhà nước",
        "hồ sơ mật",
        "Mật",
        "Mật khẩu",
        "chế độ MẬT",
        "Văn bản đóng dấu MẬT được lưu riêng.",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "MẬT ONG",
        "1. TỐI MẬT",
        "Độ mật: không",
        "Độ khẩn: HỎA TỐC",
        "KHẨN",
        "",
    ],
)
def test_other_lines_are_no_mark(line: str) -> None:
    assert mark_of(line) is None


@pytest.mark.parametrize("position", [0, 1, 2])
def test_a_stamp_near_the_top_is_found(position: int) -> None:
    lines = [*BODY]
    lines.insert(position, "TỐI MẬT")
    assert mark_in(paragraphs(*lines)) == "TỐI MẬT"


def test_a_stamp_in_a_cell_of_the_letterhead_is_found() -> None:
    letterhead = table(
        ("UBND TỈNH BẾN TRE\nSỞ XÂY DỰNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("MẬT", "")
    )
    assert mark_in(Content((letterhead, *paragraphs(*BODY).blocks))) == "MẬT"
    small = table(("SỞ XÂY DỰNG\nSố: 12/KH-SXD", "MẬT"))
    assert mark_in(Content((small, *paragraphs(*BODY).blocks))) == "MẬT"


def test_columns_named_after_the_marks_are_no_stamp() -> None:
    counted = table(("Đơn vị", "MẬT", "TỐI MẬT"), ("Văn phòng Sở", "3", "0"))
    assert mark_in(Content((*paragraphs(*BODY).blocks, counted))) is None
    single = table(("Đơn vị", "MẬT", "THƯỜNG"), ("Văn phòng Sở", "3", "0"))
    assert mark_in(Content((single, *paragraphs(*BODY).blocks))) is None
    bodies = table(("SỞ BAN", "MẬT", "THƯỜNG"), ("SỞ XÂY DỰNG", "3", "0"))
    assert mark_in(Content((bodies, *paragraphs(*BODY).blocks))) is None


def test_a_title_cut_before_its_last_word_is_no_stamp() -> None:
    lines = ("Số: 12/KH-SXD", "KẾ HOẠCH", "KIỂM TRA CÔNG TÁC BẢO VỆ BÍ", "MẬT", "năm 2031")
    assert mark_in(paragraphs(*lines)) is None


def test_a_line_deep_in_the_text_is_no_stamp_but_one_beside_a_letterhead_is() -> None:
    deep = [f"Dòng thứ {number}." for number in range(60)]
    assert mark_in(paragraphs(*deep, "MẬT", *deep)) is None
    bound = paragraphs(*deep, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MẬT", *BODY)
    assert mark_in(bound) == "MẬT"


def test_a_stamp_at_the_top_of_a_later_page_is_found() -> None:
    first = tuple(Paragraph(f"Dòng thứ {number}.", page=1) for number in range(60))
    second = (Paragraph("TỐI MẬT", page=2), Paragraph("PHỤ LỤC", page=2))
    assert mark_in(Content((*first, *second))) == "TỐI MẬT"


def test_running_text_about_secrets_is_read(tmp_path: Path) -> None:
    file = tmp_path / "kh.txt"
    file.write_text(
        "\n".join((*BODY, "Bảo vệ bí mật nhà nước, hồ sơ mật.", "Mật khẩu đổi theo chế độ MẬT.")),
        encoding="utf-8",
    )
    assert read_file(file, document_id="d", shown_path="kh.txt").document.number == "12/KH-SXD"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_marked_text_file_is_refused_without_a_word_of_it(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("\n".join(("TỐI MẬT", *BODY)), encoding="utf-8")
    with pytest.raises(SecretFile) as caught:
        read_file(file, document_id="d", shown_path=name)
    assert caught.value.code == "secret"
    assert name in str(caught.value)
    assert not any(line in str(caught.value) for line in BODY)


def test_stamps_in_boxes_cells_and_headers_of_word_files_are_found(tmp_path: Path) -> None:
    body = "".join(p(line) for line in BODY)
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"<w:txbxContent>{p('M Ậ T')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    assert mark_in(read_body(tmp_path, body + box)) == "MẬT"
    cells = f"<w:tbl><w:tr>{tc('SỞ XÂY DỰNG')}{tc('TUYỆT MẬT')}</w:tr>"
    cells += f"<w:tr>{tc('Số: 5/BC-SXD')}{tc('Bến Tre, ngày 3 tháng 5 năm 2031')}</w:tr></w:tbl>"
    assert mark_in(read_body(tmp_path, cells + body)) == "TUYỆT MẬT"
    with pytest.raises(SecretFile, match="TỐI MẬT"):
        read_body(tmp_path, body, header=p("TỐI MẬT"))
    with pytest.raises(SecretFile, match="MẬT"):
        read_body(tmp_path, body, footer=p("Mẫu 1") + p("MẬT"))
    watermark = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p>'
    )
    with pytest.raises(SecretFile, match="MẬT"):
        read_body(tmp_path, body, header=watermark)


def test_a_header_that_only_speaks_of_secrets_is_passed_over(tmp_path: Path) -> None:
    content = read_body(tmp_path, p("Nội dung"), header=p("Bảo vệ bí mật nhà nước"))
    assert [block.text for block in content.paragraphs] == ["Nội dung"]


def test_a_stamp_in_an_old_font_is_found(tmp_path: Path) -> None:
    font = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    assert mark_in(read_body(tmp_path, p("tèi mËt", run=font))) == "TỐI MẬT"


def test_the_mark_survives_the_reader_process(tmp_path: Path) -> None:
    file = write_word(tmp_path / "a.docx", p("Nội dung"), header=p("TỐI MẬT"))
    with pytest.raises(SecretFile, match="TỐI MẬT"):
        read_file(file, document_id="d", shown_path="a.docx")


def test_a_mark_that_runs_over_all_pages_of_a_pdf_is_no_running_head() -> None:
    pages = [[("TỐI MẬT", 2), ("Sở Xây dựng", 3)] for _ in range(4)]
    assert repeated(pages) == {("Sở Xây dựng", 3)}
    lines = tuple(
        Paragraph(text, page=page)
        for page in (1, 2)
        for text in (*(f"Trang {page} dòng {number}." for number in range(40)), "MẬT")
    )
    assert mark_in(Content(lines)) == "MẬT"


def test_a_stamp_above_the_table_of_a_sheet_is_found(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["SỞ XÂY DỰNG", None, "MẬT"],
        ["BIỂU SỐ LIỆU"],
        [],
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"],
        [1, "Hồ sơ đã giải quyết", "Hồ sơ", 25],
        [2, "Hồ sơ trễ hạn", "Hồ sơ", 0],
    ):
        sheet.append(row)
    book.save(tmp_path / "bieu.xlsx")
    with pytest.raises(SecretFile, match="MẬT"):
        read_file(tmp_path / "bieu.xlsx", document_id="d", shown_path="bieu.xlsx")
