"""Rows that belong together: planned and done, found and settled, a total and its parts."""

from __future__ import annotations

from tests.assistant.drafting.composing.annexes import Row
from tests.assistant.drafting.composing.saying import report_on


def test_all_of_what_was_planned_is_a_full_ratio() -> None:
    said = report_on(
        Row("Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", "25", stt="1"),
        Row("Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "25"),
    )
    assert "đã hoàn thành 25/25 nhiệm vụ đề ra trong kế hoạch, đạt 100 %" in said


def test_a_part_of_what_was_planned_comes_with_its_share() -> None:
    said = report_on(
        Row("Số hướng dẫn viên được đào tạo theo kế hoạch", "Người", "24", stt="1"),
        Row("Số hướng dẫn viên đã được đào tạo", "Người", "19"),
    )
    assert "19/24 hướng dẫn viên" in said
    assert "đạt 79,2 %" in said


def test_a_share_that_the_annex_states_is_not_worked_out_again() -> None:
    said = report_on(
        Row("Số nhiệm vụ được giao", "Nhiệm vụ", "32", stt="1"),
        Row("Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "30"),
        Row("Tỷ lệ hoàn thành nhiệm vụ", "%", "93,75"),
    )
    assert said.count("%") == 1
    assert "đạt 93,75 %" in said


def test_a_share_that_is_not_full_never_rounds_to_a_hundred() -> None:
    said = report_on(
        Row("Số hồ sơ phải giải quyết", "Hồ sơ", "40.000", stt="1"),
        Row("Số hồ sơ đã giải quyết", "Hồ sơ", "39.999"),
    )
    assert "99,99 %" in said
    assert "100 %" not in said


def test_what_was_found_is_said_before_what_was_settled() -> None:
    said = report_on(
        Row("Kiểm tra cơ sở lưu trú", stt="1"),
        Row("Số sai phạm phát hiện qua kiểm tra", "Sai phạm", "6"),
        Row("Số sai phạm đã khắc phục xong", "Sai phạm", "5"),
    )
    assert "phát hiện 06 sai phạm qua kiểm tra, đã khắc phục xong 05/06 sai phạm" in said


def test_rows_of_one_name_in_two_blocks_are_not_mixed() -> None:
    said = report_on(
        Row("Kiểm tra khách sạn", stt="1"),
        Row("Số vấn đề phát hiện qua kiểm tra", "Vấn đề", "4"),
        Row("Số vấn đề phát hiện đã xử lý xong", "Vấn đề", "3"),
        Row("Kiểm tra nhà hàng", stt="2"),
        Row("Số vấn đề phát hiện qua kiểm tra", "Vấn đề", "9"),
        Row("Số vấn đề phát hiện đã xử lý xong", "Vấn đề", "9"),
    )
    assert "03/04 vấn đề" in said
    assert "09/09 vấn đề" in said
    assert "03/09" not in said


def test_a_total_is_said_with_its_parts() -> None:
    said = report_on(
        Row("Hồ sơ tiếp nhận trong năm", "Hồ sơ", "1.200", stt="1"),
        Row("- Tiếp nhận trực tuyến", "Hồ sơ", "900"),
        Row("- Tiếp nhận trực tiếp", "Hồ sơ", "300"),
        Row("- Tỷ lệ tiếp nhận trực tuyến", "%", "75,0%"),
    )
    assert "tiếp nhận 1.200 hồ sơ, gồm 900 hồ sơ trực tuyến (chiếm 75,0 %)" in said
    assert "300 hồ sơ trực tiếp" in said


def test_a_row_that_narrows_another_is_a_part_of_it() -> None:
    said = report_on(
        Row("Số quy hoạch đã tham mưu ban hành", "Văn bản", "5", stt="1"),
        Row("Số quy hoạch tham mưu ban hành đúng tiến độ", "Văn bản", "4"),
    )
    assert "đã tham mưu ban hành 05 quy hoạch, trong đó có 04 quy hoạch đúng tiến độ" in said


def test_money_is_measured_not_counted() -> None:
    said = report_on(
        Row("Kinh phí được giao", "Triệu đồng", "9.120", stt="1"),
        Row("- Đã giải ngân", "Triệu đồng", "8.983,2"),
        Row("- Tỷ lệ giải ngân", "%", "98,5%"),
    )
    assert "kinh phí được giao là 9.120 triệu đồng, đã giải ngân 8.983,2 triệu đồng" in said.lower()
    assert "đạt 98,5 %" in said


def test_a_level_in_a_name_is_locked_and_not_mixed_with_another() -> None:
    said = report_on(
        Row("Dịch vụ công", stt="1"),
        Row("Số TTHC đủ điều kiện cung cấp mức độ 3", "TTHC", "5"),
        Row("Số TTHC đang cung cấp mức độ 4", "TTHC", "4"),
    )
    assert "04/05" not in said


def test_a_category_is_counted_in_the_noun_above_it() -> None:
    said = report_on(
        Row("TTHC của Sở", "thủ tục", "31", stt="1"),
        Row("+ Lĩnh vực lữ hành", "thủ tục", "12"),
        Row("+ Lĩnh vực lưu trú", "thủ tục", "19"),
    )
    assert "31 TTHC của Sở, gồm 12 TTHC lĩnh vực lữ hành và 19 TTHC lĩnh vực lưu trú" in said


def test_parts_that_say_how_a_total_came_out_are_not_a_pair() -> None:
    said = report_on(
        Row("Tổng số nhiệm vụ được giao", "Nhiệm vụ", "42", stt="1"),
        Row("Số nhiệm vụ hoàn thành đúng hạn", "Nhiệm vụ", "38"),
        Row("Số nhiệm vụ hoàn thành trễ hạn", "Nhiệm vụ", "3"),
        Row("Số nhiệm vụ chưa hoàn thành", "Nhiệm vụ", "1"),
    )
    assert "được giao 42 nhiệm vụ, gồm 38 nhiệm vụ hoàn thành đúng hạn (đạt 90,5 %)" in said
    assert "01/42" not in said


def test_posts_cut_are_no_part_of_posts_given() -> None:
    said = report_on(
        Row("Tổng số biên chế được giao", "Người", "200", stt="1"),
        Row("Số biên chế đã tinh giản", "Người", "6"),
    )
    assert "06/200" not in said


def test_a_result_without_a_name_of_its_own_belongs_to_what_stands_before_it() -> None:
    said = report_on(
        Row("Định kỳ chuyển đổi vị trí công tác", stt="1"),
        Row("Chỉ tiêu theo quy định", "Người", "3"),
        Row("Kết quả thực hiện", "Người", "2"),
    )
    assert "đã thực hiện 02/03 người, đạt 66,7 %" in said
