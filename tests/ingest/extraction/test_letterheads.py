from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Document, Reading
from ingest.pipeline import read_file

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
BELOW = "Độc lập - Tự do - Hạnh phúc"


def reading(tmp_path: Path, *lines: str) -> Reading:
    file = tmp_path / "a.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_file(file, document_id="d", shown_path="a.txt")


def read(tmp_path: Path, *lines: str) -> Document:
    return reading(tmp_path, *lines).document


@pytest.mark.parametrize("gap", ["\t", "\t\t", "            ", " "])
def test_columns_of_a_letterhead_in_one_line_are_taken_apart(tmp_path: Path, gap: str) -> None:
    document = read(
        tmp_path,
        f"UBND TỈNH BẮC LĨNH{gap}{MOTTO}",
        f"SỞ DU LỊCH{gap}{BELOW}",
        f"Số: 77/CT-SDL{gap}Bắc Lĩnh, ngày 03 tháng 3 năm 2031",
        "CHỈ THỊ",
        "Về việc chấn chỉnh việc tiếp nhận hồ sơ",
        "1. Phòng Lữ hành rà soát hồ sơ quá hạn.",
    )
    assert document.issuer == "Sở Du lịch"
    assert document.province == "Bắc Lĩnh"
    assert (document.number, document.date) == ("77/CT-SDL", "2031-03-03")
    assert document.title == "CHỈ THỊ Về việc chấn chỉnh việc tiếp nhận hồ sơ"


def test_a_blank_number_beside_its_date_is_still_no_number(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        f"UBND TỈNH BẮC LĨNH        {MOTTO}",
        f"SỞ DU LỊCH        {BELOW}",
        "Số:     /KH-SDL        Bắc Lĩnh, ngày 4 tháng 5 năm 2031",
        "KẾ HOẠCH",
        "Tiếp công dân năm 2031",
    )
    assert document.number is None
    assert (document.issuer, document.date) == ("Sở Du lịch", "2031-05-04")


def test_lines_of_the_text_are_left_whole(tmp_path: Path) -> None:
    sentence = "Quốc hiệu ghi: Cộng hòa xã hội chủ nghĩa Việt Nam   ở đầu trang, không viết tắt."
    found = reading(tmp_path, "KẾ HOẠCH", "Năm 2031", "I. NỘI DUNG", sentence)
    assert any(unit.source.quote == sentence for unit in found.units)


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",), "Ủy ban nhân dân tỉnh Sơn La"),
        (
            ("Ủy ban nhân dân tỉnh ban hành kế hoạch trên địa bàn tỉnh Sơn La như sau:",),
            "Ủy ban nhân dân tỉnh Sơn La",
        ),
        (
            ("Thời gian qua UBND tỉnh Sơn La đã đôn đốc các sở, ngành.",),
            "Ủy ban nhân dân tỉnh Sơn La",
        ),
        (
            ("UBND tỉnh Sơn La và UBND thành phố Sơn La cùng phối hợp.",),
            "Ủy ban nhân dân",  # either may be meant
        ),
        (("UBND tỉnh Gia Lai ban hành kế hoạch tương tự.",), "Ủy ban nhân dân"),
        (("Các sở, ngành phối hợp thực hiện.",), "Ủy ban nhân dân"),
    ],
)
def test_a_committee_without_a_place_gets_the_one_that_its_text_names(
    tmp_path: Path, lines: tuple[str, ...], issuer: str
) -> None:
    document = read(
        tmp_path,
        f"ỦY BAN NHÂN DÂN | {MOTTO} |",
        "Số: 9/KH-UBND | Sơn La, ngày 1 tháng 2 năm 2031 |",
        "KẾ HOẠCH",
        "Tiếp công dân năm 2031",
        *lines,
    )
    assert document.issuer == issuer


def test_the_motto_names_no_commune(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "SỞ DU LỊCH",
        MOTTO,
        BELOW,
        "Số: 9/KH-SDL",
        "Sơn La, ngày 1 tháng 2 năm 2031",
        "KẾ HOẠCH",
        "Tiếp công dân năm 2031",
    )
    assert document.province == "Sơn La"


def test_what_a_law_portal_prints_above_a_document_is_not_its_letterhead(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Quyết định 44/QĐ-UBND năm 2031 về Quy chế tiếp công dân tỉnh Sơn La",
        "Số hiệu: | 44/QĐ-UBND | Loại văn bản: | Quyết định |",
        "Nơi ban hành: | Tỉnh Sơn La | Ngày ban hành: | 06/07/2031 |",
        "Lĩnh vực: | Tiếp dân | Tình trạng: | Đang cập nhật |",
        "ỦY BAN NHÂN DÂN |",
        f"{MOTTO} |",
        "Số: 44/QĐ-UBND |",
        "Sơn La, ngày 06 tháng 7 năm 2031 |",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA",
        "Căn cứ Luật Tiếp công dân;",
    )
    assert document.issuer == "Ủy ban nhân dân tỉnh Sơn La"
    assert (document.number, document.date) == ("44/QĐ-UBND", "2031-07-06")
    assert document.title == "Quyết định 44/QĐ-UBND năm 2031 về Quy chế tiếp công dân tỉnh Sơn La"


def test_the_government_issues_a_decree(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "CHÍNH PHỦ",
        MOTTO,
        "Số: 8/2031/NĐ-CP",
        "Hà Nội, ngày 5 tháng 6 năm 2031",
        "NGHỊ ĐỊNH",
        "QUY ĐỊNH VIỆC TIẾP NHẬN HỒ SƠ LIÊN THÔNG GIỮA CÁC CƠ QUAN HÀNH",
        "CHÍNH",
        "Điều 1. Phạm vi điều chỉnh",
    )
    assert (document.issuer, document.province) == ("Chính phủ", None)
    assert document.title is not None
    assert document.title.endswith("CƠ QUAN HÀNH CHÍNH")


def test_an_office_is_named_with_the_body_that_it_serves(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "ỦY BAN NHÂN DÂN",
        "TỈNH SƠN LA",
        "VĂN PHÒNG",
        MOTTO,
        "Số: 214/TB-VP",
        "Sơn La, ngày 9 tháng 5 năm 2031",
        "THÔNG BÁO",
        "Kết luận cuộc họp về tiếp công dân",
    )
    assert document.issuer == "Văn phòng Ủy ban nhân dân tỉnh Sơn La"


def test_the_right_column_below_a_title_is_no_part_of_it(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "SỞ DU LỊCH",
        "Số: 9/KH-SDL",
        "KẾ HOẠCH",
        MOTTO,
        BELOW,
        "Sơn La, ngày 1 tháng 2 năm 2031",
        "Tiếp công dân năm 2031",
    )
    assert document.title == "KẾ HOẠCH Tiếp công dân năm 2031"


def test_numbers_in_old_forms_and_with_a_lost_letter_are_read(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        "KẾ HOẠCH",
        "Tiếp công dân năm 2031",
        "Căn cứ Nghị định s20/2018/NĐ-CP ngày 14/02/2018 của Chính phủ;",
        "Căn cứ Công văn 285/TCTDCD ngày 08 tháng 9 năm 2030 của Tổ công tác;",
        "Thực hiện Nghị quyết 06/TU về tiếp công dân và tờ khai mẫu 12/AB tại bộ phận một cửa.",
    )
    assert [ref.number for ref in found.refs] == ["20/2018/NĐ-CP", "285/TCTDCD", "06/TU"]


def test_a_document_of_the_party_has_its_own_form_of_number(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        "ĐẢNG BỘ TỈNH SƠN LA",
        "ĐẢNG ỦY UBND TỈNH",
        "*",
        "Số 45-KH/ĐU",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Sơn La, ngày 20 tháng 3 năm 2031",
        "KẾ HOẠCH",
        "thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
    )
    assert found.document.number == "45-KH/ĐU"
    assert found.document.issuer == "Đảng ủy UBND tỉnh"
    assert [ref.number for ref in found.refs] == ["57-NQ/TW"]


def test_a_room_named_by_a_list_of_what_it_does_leads_what_stands_below_it(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        "SỞ DU LỊCH",
        "Số: 12/CT-SDL",
        "Sơn La, ngày 20 tháng 3 năm 2031",
        "CHỈ THỊ",
        "Về việc chấn chỉnh việc tiếp nhận hồ sơ",
        "1. Phòng Thẩm định, giám sát và đôn đốc thi hành kết luận",
        "a) Lập danh mục hồ sơ quá hạn, hoàn thành trong quý II/2031.",
        "b) Gửi danh mục cho các phòng trước ngày 10/7/2031.",
    )
    assert {task.lead for task in found.tasks} == {
        ("Phòng Thẩm định, giám sát và đôn đốc thi hành kết luận",)
    }
