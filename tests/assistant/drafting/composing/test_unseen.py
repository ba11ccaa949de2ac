"""Rows as other offices name them: what is counted, what was done, which way is better."""

from __future__ import annotations

import pytest

from tests.assistant.drafting.composing.annexes import Part, Row, annex
from tests.assistant.drafting.composing.reading_back import drafted, text
from tests.assistant.drafting.composing.saying import SECTION, report_on


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Row("Số đơn vị đã kiểm tra nội vụ", "Đơn vị", "3"), "đã kiểm tra nội vụ tại 03 đơn vị"),
        (Row("Lượt khách đến làm thủ tục", "Lượt", "4.120"), "4.120 lượt khách"),
        (Row("Hồ sơ cấp giấy phép lữ hành", "Hồ sơ", "74"), "Có 74 hồ sơ cấp giấy phép"),
        (Row("Số tồn tại phát hiện", "Tồn tại", "12"), "phát hiện 12 tồn tại"),
        (Row("Hồ sơ giải quyết trong kỳ", "Hồ sơ", "806"), "đã giải quyết 806 hồ sơ"),
        (Row("Số hồ sơ giải quyết trễ hạn", "Hồ sơ", "9"), "có 09 hồ sơ giải quyết trễ hạn"),
        (Row("Số TTHC rút ngắn thời gian giải quyết", "TTHC", "24"), "24 TTHC rút ngắn thời gian"),
        (Row("Thu phí, lệ phí nộp ngân sách", "Triệu đồng", "96,5"), "nộp ngân sách 96,5 triệu"),
        (Row("Tổng vốn đăng ký", "Triệu USD", "126,4"), "vốn đăng ký là 126,4 triệu USD"),
        (Row("Sổ tay hướng dẫn", "Cuốn", "500"), "500 cuốn sổ tay hướng dẫn"),
        (Row("Biên chế cán bộ thuế tinh giản", "Biên chế", "4"), "được tinh giản"),
        (Row("Xếp hạng chỉ số khối sở, ngành", "Hạng", "5"), "chỉ số khối sở, ngành đứng thứ 5"),
        (Row("Số trạm được kiểm tra / tổng số trạm", "Trạm", "6/18"), "6/18 trạm được kiểm tra"),
        (Row("Giấy tờ đã phê duyệt", "Có/Không", "Không"), "chưa được phê duyệt"),
        (Row("Người đứng đầu có đối thoại với dân", "Có/Không", "Có"), "đã đối thoại với dân"),
        (Row("Trang tin của sở hoạt động ổn định", "Có/Không", "Có"), "Sở hoạt động ổn định"),
        (Row("Quyết định do HĐND xã ban hành", "Văn bản", "0"), "quyết định do HĐND xã ban hành"),
    ],
    ids=lambda value: value.name if isinstance(value, Row) else "",
)
def test_a_row_is_said_as_an_office_says_it(row: Row, said: str) -> None:
    got = report_on(Row(row.name, row.unit, row.value, stt="1"))
    assert said.lower() in got.lower()


def test_what_came_about_is_no_stock() -> None:
    assert "iện có" not in report_on(Row("Văn bản phát hành điện tử", "Văn bản", "52", stt="1"))
    assert "iện có 05 phòng" in report_on(Row("Phòng chuyên môn", "Phòng", "5", stt="1"))


def test_a_share_is_never_held_against_a_planned_count() -> None:
    got = report_on(
        Row("TTHC đủ điều kiện trực tuyến", "TTHC", "31", stt="1"),
        Row("TTHC đã cung cấp trực tuyến", "TTHC", "27", plan="31"),
    )
    assert "đạt 87,1 %" in got
    assert "31 %" not in got


def test_less_time_than_planned_is_a_target_met() -> None:
    row = Row("Thời gian cấp thẻ bình quân", "Ngày làm việc", "4", stt="1", plan="5")
    assert "đạt chỉ tiêu đề ra (không quá 05 ngày làm việc)" in report_on(row)


def test_what_is_late_is_not_reached() -> None:
    got = report_on(
        Row("Hồ sơ nhận", "Hồ sơ", "3.906", stt="1"),
        Row("Hồ sơ đã trả trễ hẹn", "Hồ sơ", "4"),
        Row("Tỷ lệ hồ sơ trễ hẹn", "%", "0,1"),
    )
    assert "đạt 0,1" not in got


def test_what_is_told_among_a_row_stands_behind_it() -> None:
    got = report_on(
        Row("Hồ sơ tiếp nhận mới", "Hồ sơ", "1.043", stt="1"),
        Row("Trong đó: trực tuyến", "Hồ sơ", "897"),
        Row("Hồ sơ đang chờ bổ sung", "Hồ sơ", "17"),
    )
    assert "1.043 hồ sơ, trong đó có 897 hồ sơ trực tuyến" in got


def test_a_change_of_several_things_is_in_their_unit() -> None:
    row = Row("Số bệnh viện, trạm y tế được kiểm tra", "Đơn vị", "5", stt="1", previous="4")
    assert "tăng 01 đơn vị" in report_on(row)


def test_posts_there_are_stand_beside_those_assigned() -> None:
    got = report_on(
        Row("Số biên chế được giao", "Biên chế", "36", stt="1"),
        Row("Số biên chế hiện có", "Biên chế", "33"),
    )
    assert "được giao 36 biên chế, hiện có 33 biên chế, đạt 91,7 %" in got


def test_what_is_left_of_a_pair_is_named_whole() -> None:
    source = annex(
        [
            Part(
                SECTION,
                (
                    Row("Số tồn tại phát hiện", "Tồn tại", "12", stt="1"),
                    Row("Số tồn tại đã khắc phục", "Tồn tại", "10"),
                ),
            )
        ]
    )
    made = drafted(source)
    assert "còn 02 tồn tại." in text(made, "II.2")
    assert "khắc phục 02 tồn tại" in text(made, "III")


def test_a_title_of_two_sections_is_parted_by_its_rows() -> None:
    source = annex(
        [
            Part(
                "Tổ chức bộ máy và chế độ công vụ",
                (
                    Row("Số biên chế tinh giản", "Biên chế", "2", stt="1"),
                    Row("Số người được bồi dưỡng", "Người", "41", stt="2"),
                ),
            )
        ]
    )
    made = drafted(source)
    assert "02 biên chế" in text(made, "I.3")
    assert "41" in text(made, "I.4")


def test_every_answer_that_joins_the_others_names_them() -> None:
    unit = "Trực tuyến = 0; Phát phiếu = 1; Kết hợp = 2"
    got = report_on(Row("Hình thức khảo sát", unit, "2", stt="1"))
    assert "kết hợp trực tuyến và phát phiếu" in got


def test_columns_of_last_year_and_of_plans_are_not_called_missing() -> None:
    row = Row("Số hồ sơ tiếp nhận", "Hồ sơ", "90", stt="1", plan="80", previous="70")
    said = " ".join(drafted(annex([Part(SECTION, (row,))])).missing)
    assert "kỳ trước" not in said
    assert "không đối chiếu được" not in said
