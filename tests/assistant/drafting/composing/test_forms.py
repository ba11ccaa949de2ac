"""What single rows read like."""

from __future__ import annotations

import pytest

from tests.assistant.drafting.composing.annexes import Part, Row, annex
from tests.assistant.drafting.composing.reading_back import drafted, text
from tests.assistant.drafting.composing.saying import SECTION, report_on


def test_what_was_done_stands_before_its_number() -> None:
    said = report_on(Row("Số giấy phép lữ hành đã cấp", "Giấy phép", "7", stt="1"))
    assert "đã cấp 07 giấy phép lữ hành" in said


def test_what_was_done_by_others_keeps_its_order() -> None:
    said = report_on(Row("Số điểm du lịch được công nhận", "Điểm", "12", stt="1"))
    assert "12 điểm du lịch được công nhận" in said


@pytest.mark.parametrize(
    ("unit", "value", "wanted", "unwanted"),
    [
        ("Không = 0 Có = 1", "1", "đã tổ chức đối thoại với doanh nghiệp", "chưa"),
        ("Không = 0 Có = 1", "0", "chưa tổ chức đối thoại với doanh nghiệp", "đã tổ chức"),
        ("Có = 1 Không = 0", "0", "chưa tổ chức đối thoại với doanh nghiệp", "đã tổ chức"),
    ],
)
def test_a_coded_answer_is_said_as_done_or_not(
    unit: str, value: str, wanted: str, unwanted: str
) -> None:
    said = report_on(Row("Có tổ chức đối thoại với doanh nghiệp", unit, value, stt="1")).lower()
    assert wanted in said
    assert unwanted not in said


def test_a_coded_kind_is_named() -> None:
    unit = "Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2"
    assert (
        "hình thức khảo sát là kết hợp"
        in report_on(Row("Hình thức khảo sát", unit, "2", stt="1")).lower()
    )


def test_a_yes_whose_note_looks_ahead_is_under_way() -> None:
    rows = (
        Row(
            "Thực hiện khen thưởng doanh nghiệp",
            "Không = 0 Có = 1",
            "1",
            "Đang họp xét, sẽ ban hành quyết định trong tháng sau",
            "1",
        ),
    )
    made = drafted(annex([Part(SECTION, rows)]))
    said = text(made, "I.2").lower()
    assert "đang được tiến hành" in said
    assert "đã khen thưởng" not in said
    assert any("khen thưởng doanh nghiệp" in one for one in made.missing)


def test_a_figure_without_unit_takes_the_noun_of_its_name() -> None:
    assert "9.284 hồ sơ cấp thẻ" in report_on(
        Row("Số lượng hồ sơ cấp thẻ do cơ quan, đơn vị tiếp nhận", None, "9284", stt="1")
    )


def test_a_text_value_is_said_as_written() -> None:
    assert "922 nội dung" in report_on(
        Row("Số lượng văn bản đã tuyên truyền", "Văn bản", "922 nội dung", stt="1")
    )


def test_events_without_a_verb_were_held() -> None:
    assert "đã tổ chức 44 lớp tập huấn" in report_on(
        Row("Số lớp tập huấn khuyến nông", "Lớp", "44", stt="1")
    )


def test_a_rank_is_a_place_in_an_order() -> None:
    assert "đứng thứ 7." in report_on(Row("Xếp hạng TTHC của Sở", "Hạng", "7", stt="1"))


def test_a_tick_is_a_yes() -> None:
    said = report_on(Row("Công khai TTHC", None, "x", stt="1")).lower()
    assert "đã công khai tthc" in said.replace("thực hiện ", "")


def test_a_question_mark_is_not_said() -> None:
    said = report_on(Row("Đã ban hành quy chế một cửa chưa?", "Chưa = 0; Rồi = 1", "1", stt="1"))
    assert "đã ban hành quy chế một cửa." in said


def test_other_departments_are_not_taken_for_the_office_of_a_province() -> None:
    rows = (Row("Số sở, ngành đã kiểm tra", "Cơ quan", "8", stt="1"),)
    source = annex([Part(SECTION, rows)], issuer="UBND tỉnh Hà An")
    assert "đã kiểm tra 08 sở, ngành" in text(drafted(source), "I.2")


def test_names_that_only_an_aside_tells_apart_keep_it() -> None:
    said = report_on(
        Row("Tổng số hồ sơ đã tiếp nhận", "Hồ sơ", "90", stt="1"),
        Row(
            "Số hồ sơ đã tiếp nhận (chỉ tính hồ sơ nộp qua cổng dịch vụ công của tỉnh)",
            "Hồ sơ",
            "40",
            stt="2",
        ),
    )
    assert "40 hồ sơ" in said
    assert "nộp qua cổng dịch vụ công" in said
