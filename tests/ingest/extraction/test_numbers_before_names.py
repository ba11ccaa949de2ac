"""Tables without a column for numbers, section rows one below the other, issuers with a comma."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Reading
from ingest.pipeline import read_file


def read(tmp_path: Path, *lines: str) -> Reading:
    file = tmp_path / "bang.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_file(file, document_id="d", shown_path="bang.txt")


def test_a_number_before_a_name_makes_the_row_the_parent_of_those_below(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "BÁO CÁO THỐNG KÊ NĂM 2031",
        "",
        "Chỉ tiêu\tSố liệu\tĐơn vị tính\tGhi chú",
        "1. Đo độ mặn của ao\t\t\t",
        "Số phiếu đã ghi\t63\tPhiếu\t",
        "2. Số ao đã rào\t17\tAo\t",
        "Số cọc đã đóng\t804\tCọc\t",
        "2.500 cây giống\t31\tCây\t",
    )
    found = {one.name: one for one in reading.indicators}
    assert found["Số phiếu đã ghi"].parent == "Đo độ mặn của ao"
    assert found["Số ao đã rào"].parent is None
    assert found["Số cọc đã đóng"].parent == "Số ao đã rào"
    assert "2.500 cây giống" in found


def test_a_section_and_its_part_one_below_the_other_stay_in_the_table(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "KẾ HOẠCH NUÔI CÓI NĂM 2031",
        "",
        "TT\tNhiệm vụ\tChủ trì\tThời hạn",
        "I\tRÀO AO\t\t",
        "1\tĐóng cọc quanh ao\tPhòng Ao\tQuý I/2031",
        "II\tĐAN CHIẾU",
        "A\tChiếu hoa",
        "1\tNhuộm sợi cói\tPhòng Sợi\tQuý II/2031",
    )
    assert len(reading.tables) == 1
    assert {task.text: task.lead for task in reading.tasks} == {
        "Đóng cọc quanh ao": ("Phòng Ao",),
        "Nhuộm sợi cói": ("Phòng Sợi",),
    }


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (
            ("BÁO CÁO", "", "SỐ LIỆU CỦA SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH HẢI CÓI"),
            "Sở Văn hóa, Thể thao và Du lịch",
        ),
        (
            ("BÁO CÁO", "", "Sở Văn hóa, Thể thao và Du lịch báo cáo kết quả làm chiếu:"),
            "Sở Văn hóa, Thể thao và Du lịch",
        ),
        (
            ("BÁO CÁO", "", "Bảo hiểm xã hội tỉnh báo cáo kết quả làm chiếu như sau:"),
            "Bảo hiểm xã hội",
        ),
        (
            ("BÁO CÁO", "", "Trường Đại học Cói - Tôm báo cáo kết quả làm chiếu:"),
            "Trường Đại học Cói - Tôm",
        ),
    ],
)
def test_the_issuer_is_named_whole(tmp_path: Path, lines: tuple[str, ...], issuer: str) -> None:
    assert read(tmp_path, *lines, "", "Làm chiếu đạt yêu cầu.").document.issuer == issuer
