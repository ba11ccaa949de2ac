"""What there is none of, and what has no figure."""

from __future__ import annotations

from tests.assistant.drafting.composing.annexes import Row
from tests.assistant.drafting.composing.saying import report_on


def test_a_block_of_zeros_is_one_sentence() -> None:
    said = report_on(
        Row("Tuyển dụng viên chức (nếu có)", stt="1"),
        Row("Số viên chức được tuyển dụng qua thi tuyển", "Người", "0"),
        Row("Số viên chức được tuyển dụng qua xét tuyển", "Người", "0"),
    )
    assert "không phát sinh việc tuyển dụng viên chức" in said.lower()
    assert "xét tuyển" not in said


def test_zeros_among_figures_are_joined() -> None:
    said = report_on(
        Row("Cơ cấu tổ chức", stt="1"),
        Row("Số phòng chuyên môn", "Phòng", "5"),
        Row("Số chi cục", "Chi cục", "0"),
        Row("Số trung tâm", "Trung tâm", "0"),
    )
    assert "không có chi cục hoặc trung tâm" in said


def test_blanks_are_said_to_be_without_figures_not_zero() -> None:
    said = report_on(
        Row("Kiểm tra cơ sở lưu trú", stt="1"),
        Row("Số cơ sở đã kiểm tra", "Cơ sở", "3"),
        Row("Số đoàn khách đã kiểm tra", "Đoàn", None),
    )
    assert "chưa có số liệu về số đoàn khách đã kiểm tra" in said
    assert "không có đoàn" not in said


def test_the_reason_of_a_blank_block_stands_for_it() -> None:
    note = "Theo quy định, Sở không có chức năng thanh tra chuyên ngành này"
    said = report_on(
        Row("Thanh tra chuyên ngành", None, None, note, "1"),
        Row("Số cuộc thanh tra", "Cuộc", None),
        Row("Số vấn đề phát hiện qua thanh tra", "Vấn đề", None),
    )
    assert note in said
    assert "chưa có số liệu" not in said
