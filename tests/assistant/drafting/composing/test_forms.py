"""What single rows and blocks read like."""

from __future__ import annotations

import pytest

from tests.assistant.drafting.composing.annexes import Part, Row, annex
from tests.assistant.drafting.composing.reading_back import drafted, faults, text

_SECTION = "Cải cách thủ tục hành chính"


def _said(*rows: Row, previous: tuple[Row, ...] = ()) -> str:
    source = annex([Part(_SECTION, rows)])
    before = annex([Part(_SECTION, previous)], year=2030, file="cu.docx") if previous else None
    made = drafted(source, previous=before)
    assert faults(made, source) == []
    return text(made, "I.2")


def test_what_was_done_stands_before_its_number() -> None:
    said = _said(Row("Số giấy phép lữ hành đã cấp", "Giấy phép", "7", stt="1"))
    assert "đã cấp 07 giấy phép lữ hành" in said


def test_what_was_done_by_others_keeps_its_order() -> None:
    said = _said(Row("Số điểm du lịch được công nhận", "Điểm", "12", stt="1"))
    assert "12 điểm du lịch được công nhận" in said


def test_all_of_what_was_planned_is_a_full_ratio() -> None:
    said = _said(
        Row("Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", "25", stt="1"),
        Row("Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "25"),
    )
    assert "đã hoàn thành 25/25 nhiệm vụ đề ra trong kế hoạch, đạt 100 %" in said


def test_a_part_of_what_was_planned_comes_with_its_share() -> None:
    said = _said(
        Row("Số hướng dẫn viên được đào tạo theo kế hoạch", "Người", "24", stt="1"),
        Row("Số hướng dẫn viên đã được đào tạo", "Người", "19"),
    )
    assert "19/24 hướng dẫn viên" in said
    assert "đạt 79,2 %" in said


def test_a_share_that_the_annex_states_is_not_worked_out_again() -> None:
    said = _said(
        Row("Số nhiệm vụ được giao", "Nhiệm vụ", "32", stt="1"),
        Row("Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "30"),
        Row("Tỷ lệ hoàn thành nhiệm vụ", "%", "93,75"),
    )
    assert said.count("%") == 1
    assert "đạt 93,75 %" in said


def test_a_share_that_is_not_full_never_rounds_to_a_hundred() -> None:
    said = _said(
        Row("Số hồ sơ phải giải quyết", "Hồ sơ", "40.000", stt="1"),
        Row("Số hồ sơ đã giải quyết", "Hồ sơ", "39.999"),
    )
    assert "99,99 %" in said
    assert "100 %" not in said


def test_what_was_found_is_said_before_what_was_settled() -> None:
    said = _said(
        Row("Kiểm tra cơ sở lưu trú", stt="1"),
        Row("Số sai phạm phát hiện qua kiểm tra", "Sai phạm", "6"),
        Row("Số sai phạm đã khắc phục xong", "Sai phạm", "5"),
    )
    assert "phát hiện 06 sai phạm qua kiểm tra, đã khắc phục xong 05/06 sai phạm" in said


def test_rows_of_one_name_in_two_blocks_are_not_mixed() -> None:
    said = _said(
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
    said = _said(
        Row("Hồ sơ tiếp nhận trong năm", "Hồ sơ", "1.200", stt="1"),
        Row("- Tiếp nhận trực tuyến", "Hồ sơ", "900"),
        Row("- Tiếp nhận trực tiếp", "Hồ sơ", "300"),
        Row("- Tỷ lệ tiếp nhận trực tuyến", "%", "75,0%"),
    )
    assert "tiếp nhận 1.200 hồ sơ, gồm 900 hồ sơ trực tuyến (chiếm 75,0 %)" in said
    assert "300 hồ sơ trực tiếp" in said


def test_a_row_that_narrows_another_is_a_part_of_it() -> None:
    said = _said(
        Row("Số quy hoạch đã tham mưu ban hành", "Văn bản", "5", stt="1"),
        Row("Số quy hoạch tham mưu ban hành đúng tiến độ", "Văn bản", "4"),
    )
    assert "đã tham mưu ban hành 05 quy hoạch, trong đó có 04 quy hoạch đúng tiến độ" in said


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
    said = _said(Row("Có tổ chức đối thoại với doanh nghiệp", unit, value, stt="1")).lower()
    assert wanted in said
    assert unwanted not in said


def test_a_coded_kind_is_named() -> None:
    unit = "Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2"
    assert (
        "hình thức khảo sát là kết hợp"
        in _said(Row("Hình thức khảo sát", unit, "2", stt="1")).lower()
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
    made = drafted(annex([Part(_SECTION, rows)]))
    said = text(made, "I.2").lower()
    assert "đang được tiến hành" in said
    assert "đã khen thưởng" not in said
    assert any("khen thưởng doanh nghiệp" in one for one in made.missing)


def test_a_block_of_zeros_is_one_sentence() -> None:
    said = _said(
        Row("Tuyển dụng viên chức (nếu có)", stt="1"),
        Row("Số viên chức được tuyển dụng qua thi tuyển", "Người", "0"),
        Row("Số viên chức được tuyển dụng qua xét tuyển", "Người", "0"),
    )
    assert "không phát sinh việc tuyển dụng viên chức" in said.lower()
    assert "xét tuyển" not in said


def test_zeros_among_figures_are_joined() -> None:
    said = _said(
        Row("Cơ cấu tổ chức", stt="1"),
        Row("Số phòng chuyên môn", "Phòng", "5"),
        Row("Số chi cục", "Chi cục", "0"),
        Row("Số trung tâm", "Trung tâm", "0"),
    )
    assert "không có chi cục hoặc trung tâm" in said


def test_blanks_are_said_to_be_without_figures_not_zero() -> None:
    said = _said(
        Row("Kiểm tra cơ sở lưu trú", stt="1"),
        Row("Số cơ sở đã kiểm tra", "Cơ sở", "3"),
        Row("Số đoàn khách đã kiểm tra", "Đoàn", None),
    )
    assert "chưa có số liệu về số đoàn khách đã kiểm tra" in said
    assert "không có đoàn" not in said


def test_the_reason_of_a_blank_block_stands_for_it() -> None:
    note = "Theo quy định, Sở không có chức năng thanh tra chuyên ngành này"
    said = _said(
        Row("Thanh tra chuyên ngành", None, None, note, "1"),
        Row("Số cuộc thanh tra", "Cuộc", None),
        Row("Số vấn đề phát hiện qua thanh tra", "Vấn đề", None),
    )
    assert note in said
    assert "chưa có số liệu" not in said


def test_money_is_measured_not_counted() -> None:
    said = _said(
        Row("Kinh phí được giao", "Triệu đồng", "9.120", stt="1"),
        Row("- Đã giải ngân", "Triệu đồng", "8.983,2"),
        Row("- Tỷ lệ giải ngân", "%", "98,5%"),
    )
    assert "kinh phí được giao là 9.120 triệu đồng, đã giải ngân 8.983,2 triệu đồng" in said.lower()
    assert "đạt 98,5 %" in said


def test_a_figure_without_unit_takes_the_noun_of_its_name() -> None:
    assert "9.284 hồ sơ cấp thẻ" in _said(
        Row("Số lượng hồ sơ cấp thẻ do cơ quan, đơn vị tiếp nhận", None, "9284", stt="1")
    )


def test_a_text_value_is_said_as_written() -> None:
    assert "922 nội dung" in _said(
        Row("Số lượng văn bản đã tuyên truyền", "Văn bản", "922 nội dung", stt="1")
    )


def test_a_basis_opens_and_a_product_follows() -> None:
    basis = _said(
        Row("Kiểm tra nội bộ", None, None, "Kế hoạch số 16/KH-SDL ngày 23/02/2031", "1"),
        Row("Số phòng đã kiểm tra", "Phòng", "2"),
    )
    assert "Kế hoạch số 16/KH-SDL ngày 23/02/2031, Sở" in basis
    product = _said(
        Row(
            "Phê duyệt đề án du lịch",
            "Không = 0 Có = 1",
            "1",
            "Quyết định số 31/QĐ-SDL ngày 21/02/2031",
            "1",
        )
    )
    assert "đã phê duyệt đề án du lịch tại Quyết định số 31/QĐ-SDL" in product


def test_documents_that_are_what_is_counted_are_listed() -> None:
    note = "Nghị quyết 04/2031/NQ-HĐND Quyết định 18/2031/QĐ-UBND"
    said = _said(Row("Số văn bản đã ban hành", "Văn bản", "2", note, "1"))
    assert "gồm Nghị quyết số 04/2031/NQ-HĐND và Quyết định số 18/2031/QĐ-UBND" in said


def test_a_document_in_the_title_of_another_is_no_basis() -> None:
    note = (
        "Quyết định số 43/QĐ-UBND ngày 06/01/2031 về việc giao biên chế theo Nghị định số "
        "68/2000/NĐ-CP"
    )
    said = _said(
        Row("Biên chế công chức", None, None, note, "1"),
        Row("Tổng số biên chế được giao", "Người", "33"),
        Row("Tổng số biên chế có mặt", "Người", "31"),
    )
    assert "43/QĐ-UBND" in said
    assert "68/2000" not in said
    assert "được giao 33 biên chế, hiện có mặt 31 biên chế, đạt 93,9 %" in said


def test_a_level_in_a_name_is_locked_and_not_mixed_with_another() -> None:
    said = _said(
        Row("Dịch vụ công", stt="1"),
        Row("Số TTHC đủ điều kiện cung cấp mức độ 3", "TTHC", "5"),
        Row("Số TTHC đang cung cấp mức độ 4", "TTHC", "4"),
    )
    assert "04/05" not in said


def test_a_short_note_is_said_behind_its_figure() -> None:
    said = _said(Row("Số hồ sơ trả quá hạn", "Hồ sơ", "14", "Đã gửi thư xin lỗi", "1"))
    assert "14 hồ sơ trả quá hạn (đã gửi thư xin lỗi)" in said


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
    assert said in _said(
        Row(row, "Hồ sơ", now, stt="1"), previous=(Row(row, "Hồ sơ", before, stt="1"),)
    )


def test_shares_differ_by_points() -> None:
    row = "Tỷ lệ hồ sơ đúng hạn"
    said = _said(Row(row, "%", "99,2", stt="1"), previous=(Row(row, "%", "97,8", stt="1"),))
    assert "tăng 1,4 điểm phần trăm so với năm 2030" in said


def test_a_changed_unit_is_not_compared() -> None:
    row = "Kinh phí được giao"
    said = _said(
        Row(row, "Tỷ đồng", "9", stt="1"), previous=(Row(row, "Triệu đồng", "8.000", stt="1"),)
    )
    assert "so với" not in said


def test_things_that_a_note_lists_are_said() -> None:
    said = _said(
        Row(
            "Số phần mềm dùng chung đã triển khai",
            "Phần mềm",
            "2",
            "- Phần mềm kế toán - Phần mềm quản lý tài sản",
            "1",
        )
    )
    assert "02 phần mềm dùng chung, gồm phần mềm kế toán và phần mềm quản lý tài sản" in said


def test_events_without_a_verb_were_held() -> None:
    assert "đã tổ chức 44 lớp tập huấn" in _said(
        Row("Số lớp tập huấn khuyến nông", "Lớp", "44", stt="1")
    )


def test_a_rank_is_a_place_in_an_order() -> None:
    assert "đứng thứ 7." in _said(Row("Xếp hạng TTHC của Sở", "Hạng", "7", stt="1"))


def test_a_tick_is_a_yes() -> None:
    assert "đã công khai tthc" in _said(Row("Công khai TTHC", None, "x", stt="1")).lower().replace(
        "thực hiện ", ""
    )


def test_a_question_mark_is_not_said() -> None:
    said = _said(Row("Đã ban hành quy chế một cửa chưa?", "Chưa = 0; Rồi = 1", "1", stt="1"))
    assert "đã ban hành quy chế một cửa." in said


def test_a_category_is_counted_in_the_noun_above_it() -> None:
    said = _said(
        Row("TTHC của Sở", "thủ tục", "31", stt="1"),
        Row("+ Lĩnh vực lữ hành", "thủ tục", "12"),
        Row("+ Lĩnh vực lưu trú", "thủ tục", "19"),
    )
    assert "31 TTHC của Sở, gồm 12 TTHC lĩnh vực lữ hành và 19 TTHC lĩnh vực lưu trú" in said


def test_parts_that_say_how_a_total_came_out_are_not_a_pair() -> None:
    said = _said(
        Row("Tổng số nhiệm vụ được giao", "Nhiệm vụ", "42", stt="1"),
        Row("Số nhiệm vụ hoàn thành đúng hạn", "Nhiệm vụ", "38"),
        Row("Số nhiệm vụ hoàn thành trễ hạn", "Nhiệm vụ", "3"),
        Row("Số nhiệm vụ chưa hoàn thành", "Nhiệm vụ", "1"),
    )
    assert "được giao 42 nhiệm vụ, gồm 38 nhiệm vụ hoàn thành đúng hạn (đạt 90,5 %)" in said
    assert "01/42" not in said


def test_posts_cut_are_no_part_of_posts_given() -> None:
    said = _said(
        Row("Tổng số biên chế được giao", "Người", "200", stt="1"),
        Row("Số biên chế đã tinh giản", "Người", "6"),
    )
    assert "06/200" not in said


def test_other_departments_are_not_taken_for_the_office_of_a_province() -> None:
    rows = (Row("Số sở, ngành đã kiểm tra", "Cơ quan", "8", stt="1"),)
    source = annex([Part(_SECTION, rows)], issuer="UBND tỉnh Hà An")
    assert "đã kiểm tra 08 sở, ngành" in text(drafted(source), "I.2")


def test_names_that_only_an_aside_tells_apart_keep_it() -> None:
    said = _said(
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


def test_a_shortfall_against_the_plan_column_is_said_as_missed() -> None:
    said = _said(Row("Số lớp đã mở", "Lớp", "30", stt="1", plan="40", previous="28"))
    assert "chưa đạt chỉ tiêu đề ra (40 lớp)" in said
    assert "tăng 02 lớp so với năm 2030" in said


def test_fewer_late_files_than_planned_is_no_shortfall() -> None:
    said = _said(Row("Số hồ sơ quá hạn", "Hồ sơ", "3", stt="1", plan="10"))
    assert "đạt chỉ tiêu đề ra (không quá 10 hồ sơ)" in said
    assert "chưa đạt" not in said


def test_a_result_without_a_name_of_its_own_belongs_to_what_stands_before_it() -> None:
    said = _said(
        Row("Định kỳ chuyển đổi vị trí công tác", stt="1"),
        Row("Chỉ tiêu theo quy định", "Người", "3"),
        Row("Kết quả thực hiện", "Người", "2"),
    )
    assert "đã thực hiện 02/03 người, đạt 66,7 %" in said
