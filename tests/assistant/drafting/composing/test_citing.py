"""What notes add to a figure: documents, things, remarks."""

from __future__ import annotations

from tests.assistant.drafting.composing.annexes import Row
from tests.assistant.drafting.composing.saying import report_on


def test_a_basis_opens_and_a_product_follows() -> None:
    basis = report_on(
        Row("Kiểm tra nội bộ", None, None, "Kế hoạch số 16/KH-SDL ngày 23/02/2031", "1"),
        Row("Số phòng đã kiểm tra", "Phòng", "2"),
    )
    assert "Kế hoạch số 16/KH-SDL ngày 23/02/2031, Sở" in basis
    product = report_on(
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
    said = report_on(Row("Số văn bản đã ban hành", "Văn bản", "2", note, "1"))
    assert "gồm Nghị quyết số 04/2031/NQ-HĐND và Quyết định số 18/2031/QĐ-UBND" in said


def test_a_document_in_the_title_of_another_is_no_basis() -> None:
    note = (
        "Quyết định số 43/QĐ-UBND ngày 06/01/2031 về việc giao biên chế theo Nghị định số "
        "68/2000/NĐ-CP"
    )
    said = report_on(
        Row("Biên chế công chức", None, None, note, "1"),
        Row("Tổng số biên chế được giao", "Người", "33"),
        Row("Tổng số biên chế có mặt", "Người", "31"),
    )
    assert "43/QĐ-UBND" in said
    assert "68/2000" not in said
    assert "được giao 33 biên chế, hiện có mặt 31 biên chế, đạt 93,9 %" in said


def test_a_short_note_is_said_behind_its_figure() -> None:
    said = report_on(Row("Số hồ sơ trả quá hạn", "Hồ sơ", "14", "Đã gửi thư xin lỗi", "1"))
    assert "14 hồ sơ trả quá hạn (đã gửi thư xin lỗi)" in said


def test_things_that_a_note_lists_are_said() -> None:
    said = report_on(
        Row(
            "Số phần mềm dùng chung đã triển khai",
            "Phần mềm",
            "2",
            "- Phần mềm kế toán - Phần mềm quản lý tài sản",
            "1",
        )
    )
    assert "02 phần mềm dùng chung, gồm phần mềm kế toán và phần mềm quản lý tài sản" in said
