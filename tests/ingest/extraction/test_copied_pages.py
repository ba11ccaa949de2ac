"""Texts copied from the web: headlines for titles, long names in capitals, lines cut anywhere."""

from __future__ import annotations

from pathlib import Path

from ingest.model import Document, DocumentKind, Reading
from ingest.pipeline import read_file


def reading(tmp_path: Path, *lines: str) -> Reading:
    file = tmp_path / "a.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_file(file, document_id="d", shown_path="a.txt")


def read(tmp_path: Path, *lines: str) -> Document:
    return reading(tmp_path, *lines).document


def test_a_first_line_that_begins_with_a_kind_is_the_title_and_gives_the_kind(
    tmp_path: Path,
) -> None:
    document = read(
        tmp_path,
        "Kế hoạch Nuôi ong lấy mật năm 2031",
        "",
        "Thực hiện Kế hoạch số 9/KH-UBND ngày 02/01/2031 của UBND tỉnh về việc ban hành Kế hoạch "
        "nông nghiệp, Sở Lâm nghiệp xây dựng Kế hoạch nuôi ong với những nội dung sau",
        "I. MỤC ĐÍCH",
        "Tăng thu nhập cho hộ giữ rừng.",
    )
    assert document.title == "Kế hoạch Nuôi ong lấy mật năm 2031"
    assert document.kind == DocumentKind.PLAN
    assert document.issuer == "Sở Lâm nghiệp"


def test_a_headline_above_sentences_is_a_title_of_no_kind(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Kết quả trồng rừng ngập mặn quý I năm 2031",
        "Trong quý I năm 2031, các xã ven biển đã trồng được 46 ha rừng ngập mặn, tăng 7 ha.",
        "Cây sống đạt tỷ lệ cao nhờ chọn đúng con nước.",
    )
    assert document.title == "Kết quả trồng rừng ngập mặn quý I năm 2031"
    assert document.kind == DocumentKind.OTHER


def test_a_sentence_about_a_decision_is_no_title(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Quyết định này có hiệu lực kể từ ngày ký./.",
        "- Phân công công việc rõ ràng giữa các xã.",
    )
    assert document.title is None


def test_a_subject_in_capitals_behind_v_v_belongs_to_the_title(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Số: 5/2031/QĐ-UBND",
        "QUYẾT ĐỊNH",
        "V/V BAN HÀNH QUY ĐỊNH ĐẶT TRẠM CÂN",
        "Điều 1. Đặt trạm cân tại hai bến.",
    )
    assert document.title == "QUYẾT ĐỊNH V/V BAN HÀNH QUY ĐỊNH ĐẶT TRẠM CÂN"


def test_a_long_name_in_capitals_is_kept_and_its_quoted_part_gives_no_years(
    tmp_path: Path,
) -> None:
    name = "NÂNG CAO CHẤT LƯỢNG NƯỚC SẠCH Ở VÙNG CAO " * 6
    document = read(
        tmp_path,
        "KẾ HOẠCH",
        f"THỰC HIỆN ĐỀ ÁN “{name.strip()} GIAI ĐOẠN 2018 - 2025” TRÊN ĐỊA BÀN TỈNH VÂN SƠN GIAI "
        "ĐOẠN 2031 - 2035",
        "I. MỤC TIÊU",
        "Có nước sạch.",
    )
    assert document.title is not None
    assert document.title.endswith("GIAI ĐOẠN 2031 - 2035")
    assert document.period is not None
    assert (document.period.from_, document.period.to) == (2031, 2035)


def test_the_number_stands_in_what_a_portal_calls_the_document(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Quyết định 77/QĐ-BXY về Kế hoạch trồng tre năm 2031",
        "Bộ Tre nứa Số: 77/QĐ-BXY |",
        "Căn cứ Nghị định số 9/2030/NĐ-CP của Chính phủ;",
        "Điều 1. Ban hành Kế hoạch.",
    )
    assert document.number == "77/QĐ-BXY"


def test_a_line_that_holds_only_a_day_is_no_continuation(tmp_path: Path) -> None:
    texts = [
        unit.text
        for unit in reading(
            tmp_path,
            "Công văn về việc báo cáo số liệu đàn trâu năm 2031",
            "05/06/2031",
            "Để chuẩn bị hội nghị, Sở yêu cầu các xã báo cáo.",
        ).units
    ]
    assert "Công văn về việc báo cáo số liệu đàn trâu năm 2031" in texts


def test_a_numbered_line_without_anything_below_it_is_kept(tmp_path: Path) -> None:
    texts = [
        unit.text
        for unit in reading(
            tmp_path,
            "KẾ HOẠCH",
            "Sửa đường làng",
            "I. VIỆC PHẢI LÀM",
            "1. Đo lại mặt đường",
            "2. Mua đá dăm",
            "II. KINH PHÍ",
            "Do dân góp.",
        ).units
    ]
    assert "1. Đo lại mặt đường" in texts
    assert "2. Mua đá dăm" in texts
    assert "II. KINH PHÍ" not in texts


def test_a_paragraph_that_begins_with_a_capital_d_with_stroke_goes_on_from_nothing(
    tmp_path: Path,
) -> None:
    document = read(
        tmp_path,
        "Số: 58/TB-SNN",
        "THÔNG BÁO",
        "Phân công trực ban phòng, chống cháy rừng mùa khô năm 2030",
        "",
        "Để chủ động ứng phó với mùa khô, Giám đốc Sở phân công như sau:",
        "1. Chi cục Kiểm lâm lập bản đồ vùng dễ cháy.",
    )
    assert document.title == "THÔNG BÁO Phân công trực ban phòng, chống cháy rừng mùa khô năm 2030"
