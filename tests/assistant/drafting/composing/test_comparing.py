"""Figures held against the last year and against what was planned."""

from __future__ import annotations

import pytest

from tests.assistant.drafting.composing.annexes import Part, Row, annex, plan
from tests.assistant.drafting.composing.reading_back import drafted, text
from tests.assistant.drafting.composing.saying import SECTION, report_on


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("15", "12", "tăng 03 hồ sơ so với năm 2030"),
        ("12", "15", "giảm 03 hồ sơ so với năm 2030"),
        ("12", "12", "không thay đổi so với năm 2030"),
    ],
)
def test_a_count_is_compared_with_the_last_year(now: str, before: str, said: str) -> None:
    row = "Số hồ sơ đã thẩm định"
    assert said in report_on(
        Row(row, "Hồ sơ", now, stt="1"), previous=(Row(row, "Hồ sơ", before, stt="1"),)
    )


def test_shares_differ_by_points() -> None:
    row = "Tỷ lệ hồ sơ đúng hạn"
    said = report_on(Row(row, "%", "99,2", stt="1"), previous=(Row(row, "%", "97,8", stt="1"),))
    assert "tăng 1,4 điểm phần trăm so với năm 2030" in said


def test_a_changed_unit_is_not_compared() -> None:
    row = "Kinh phí được giao"
    said = report_on(
        Row(row, "Tỷ đồng", "9", stt="1"), previous=(Row(row, "Triệu đồng", "8.000", stt="1"),)
    )
    assert "so với" not in said


def test_a_shortfall_against_the_plan_column_is_said_as_missed() -> None:
    said = report_on(Row("Số lớp đã mở", "Lớp", "30", stt="1", plan="40", previous="28"))
    assert "chưa đạt chỉ tiêu đề ra (40 lớp)" in said
    assert "tăng 02 lớp so với năm 2030" in said


def test_fewer_late_files_than_planned_is_no_shortfall() -> None:
    said = report_on(Row("Số hồ sơ quá hạn", "Hồ sơ", "3", stt="1", plan="10"))
    assert "đạt chỉ tiêu đề ra (không quá 10 hồ sơ)" in said
    assert "chưa đạt" not in said


def test_targets_of_the_plan_are_met_or_missed() -> None:
    source = annex(
        [
            Part(
                SECTION,
                (
                    Row("Tỷ lệ hồ sơ giải quyết đúng hạn", "%", "99,2", stt="1"),
                    Row("Tỷ lệ hồ sơ thanh toán trực tuyến", "%", "61", stt="2"),
                    Row("Mức độ hài lòng của người dân", "%", "90", stt="3"),
                ),
            )
        ]
    )
    promises = plan(
        2031,
        targets=[
            ("Tỷ lệ hồ sơ giải quyết đúng hạn", ">=", "98", "%"),
            ("Tỷ lệ hồ sơ thanh toán trực tuyến", ">=", "70", "%"),
            ("Mức độ hài lòng của người dân", ">", "90", "%"),
        ],
    )
    made = drafted(source, plans=(promises,))
    said = text(made, "I.2")
    assert "vượt 1,2 điểm phần trăm so với chỉ tiêu đề ra (98 %)" in said
    assert "chưa đạt chỉ tiêu đề ra (70 %), thấp hơn 9 điểm phần trăm" in said
    assert "chưa đạt chỉ tiêu đề ra (trên 90 %)" in said
    assert "99,2 %" in text(made, "II.1")
    assert "61 %" in text(made, "II.2")
    trends = {slot.trend for slot in made.slots.values() if slot.kind == "difference"}
    assert trends == {"exceeded", "missed"}


def test_a_target_of_another_time_or_unit_is_not_compared_with() -> None:
    row = Row("Tỷ lệ hồ sơ giải quyết đúng hạn", "%", "99,2", stt="1")
    source = annex([Part(SECTION, (row,))])
    later = plan(2035, targets=[("Tỷ lệ hồ sơ giải quyết đúng hạn", ">=", "99,5", "%")])
    long = plan(2030, last=2040, targets=[("Tỷ lệ hồ sơ giải quyết đúng hạn", ">=", "99.9", "%")])
    counted = plan(2031, targets=[("Tỷ lệ hồ sơ giải quyết đúng hạn", ">=", "50", "hồ sơ")])
    for one in (later, long, counted):
        assert "chỉ tiêu đề ra" not in text(drafted(source, plans=(one,)))
