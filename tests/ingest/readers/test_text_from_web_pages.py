"""Text files that web pages leave behind: lines broken to a width, cells parted by bars."""

from __future__ import annotations

from pathlib import Path

from ingest.model import Paragraph, Reading, Table
from ingest.pipeline import read_file
from ingest.readers.text import parse

BROKEN = """ỦY BAN NHÂN DÂN
TỈNH AN BÌNH
-------
|
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 214/KH-UBND
|
An Bình, ngày
07 tháng 3 năm 2025
|
KẾ HOẠCH
NÂNG
CAO CHẤT LƯỢNG PHỤC VỤ NGƯỜI DÂN NĂM 2025
Thực hiện Nghị quyết số 12b/NQ-CP ngày
05/01/2025 của Chính phủ về công khai thời gian
giải quyết; Thông tư số 09/2024/TT-BXYZ ngày 30/12/2024 của Bộ
Khoa học và Công nghệ quy định về mã hồ sơ, tỉnh ban
hành kế hoạch như sau:
I. MỤC TIÊU
1. Trên 92%
hồ sơ của xã, phường được trả
kết quả sớm.
2. Tối thiểu 40% kết quả được
lưu bản điện tử.
"""

BARRED = """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 31/KH-UBND | Hòa Sơn, ngày 14 tháng 02 năm 2025 |
ĐỔI MỚI TIẾP CÔNG DÂN NĂM 2025
Phân công nhiệm vụ như sau:
TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn |
I | TIẾP CÔNG DÂN |
1 | Rà soát nội quy
nơi tiếp công dân | Thanh tra tỉnh | Sở Nội vụ | Quý II/2025 |
2 | Lắp bảng điện tử | Văn phòng UBND tỉnh | | Trước ngày 30/9/2025 |
Nơi nhận:
"""


def read(text: str, folder: Path) -> Reading:
    path = folder / "trang.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, document_id="d", shown_path=str(path))


def test_a_date_and_a_title_cut_by_line_breaks_are_read_whole(tmp_path: Path) -> None:
    document = read(BROKEN, tmp_path).document

    assert document.number == "214/KH-UBND"
    assert document.date == "2025-03-07"
    assert document.issuer == "Ủy ban nhân dân tỉnh An Bình"
    assert document.title == "KẾ HOẠCH NÂNG CAO CHẤT LƯỢNG PHỤC VỤ NGƯỜI DÂN NĂM 2025"


def test_targets_and_references_go_over_broken_lines(tmp_path: Path) -> None:
    reading = read(BROKEN, tmp_path)

    assert [(t.comparator, t.value) for t in reading.targets] == [(">", "92"), (">=", "40")]
    assert [(r.number, r.date, r.issuer) for r in reading.refs] == [
        ("12b/NQ-CP", "2025-01-05", "Chính phủ"),
        ("09/2024/TT-BXYZ", "2024-12-30", "Bộ Khoa học và Công nghệ"),
    ]


def test_every_piece_of_a_joined_paragraph_stands_in_the_file(tmp_path: Path) -> None:
    for unit in read(BROKEN, tmp_path).units:
        for source in (unit.source, *unit.source.parts):
            assert source.quote in BROKEN


def test_lines_that_end_their_sentences_are_not_joined() -> None:
    blocks = parse("Việc thứ nhất đã xong.\nviệc sau viết thường\nMột dòng khác\nDòng nữa")

    assert [b.text for b in blocks if isinstance(b, Paragraph)] == [
        "Việc thứ nhất đã xong.", "việc sau viết thường", "Một dòng khác", "Dòng nữa",
    ]  # fmt: skip


def test_cells_parted_by_bars_become_tasks(tmp_path: Path) -> None:
    reading = read(BARRED, tmp_path)

    assert [(t.key, t.lead, t.coordinating) for t in reading.tasks] == [
        ("I.1", ("Thanh tra tỉnh",), ("Sở Nội vụ",)),
        ("I.2", ("Văn phòng UBND tỉnh",), ()),
    ]
    assert [t.deadline.to for t in reading.tasks if t.deadline] == ["2025-06-30", "2025-09-30"]
    assert "Rà soát nội quy" in reading.tasks[0].text


def test_a_letterhead_of_two_barred_columns_is_taken_apart(tmp_path: Path) -> None:
    document = read(BARRED, tmp_path).document

    assert (document.number, document.date) == ("31/KH-UBND", "2025-02-14")
    assert document.kind == "plan"  # no heading says so: the code in its number does


def test_a_sentence_with_a_bar_in_it_is_no_table() -> None:
    blocks = parse("Chọn A | B | C tùy nơi.\nDòng tiếp theo | ở đây.")

    assert not [b for b in blocks if isinstance(b, Table)]
