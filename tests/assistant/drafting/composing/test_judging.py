"""What is called a strength or a shortcoming: nothing that may be the other, each with a figure."""

from __future__ import annotations

import pytest

from tests.assistant.drafting.composing.annexes import Part, Row, annex
from tests.assistant.drafting.composing.reading_back import drafted, faults, text

_PART = "Cải cách thủ tục hành chính"


def _both(*rows: Row, kind: str = "annual-report", quarter: int | None = None) -> tuple[str, str]:
    source = annex([Part(_PART, rows)])
    made = drafted(source, kind=kind, quarter=quarter)
    assert not faults(made, source)
    good, bad = text(made, "II.1"), text(made, "II.2")
    return good.partition("\n")[2], bad.partition("\n")[2]


@pytest.mark.parametrize(
    ("name", "unit", "value", "previous"),
    [
        ("Số TTHC được cắt giảm thời gian giải quyết", "TTHC", "27", "18"),
        ("Số TTHC được rút ngắn thời gian giải quyết", "TTHC", "12", "31"),
        ("Tỷ lệ cắt giảm chi phí tuân thủ", "%", "32,5", "28"),
        ("Số vụ việc khiếu nại, tố cáo", "Vụ", "4", "9"),
        ("Số hộ được chăm sóc sức khỏe", "Hộ", "40", "22"),
        ("Số đoàn giám sát đã tiếp", "Đoàn", "6", "9"),
        ("Số hồ sơ quá hạn đã có văn bản xin lỗi", "Hồ sơ", "5", "7"),
        ("Số biên chế được tinh giản", "Người", "2", "1"),
        ("Tỷ lệ hồ sơ nộp trực tiếp", "%", "98", "97"),
    ],
)
def test_what_may_be_good_or_bad_is_called_neither(
    name: str, unit: str, value: str, previous: str
) -> None:
    good, bad = _both(Row(name, unit, value, stt="1", previous=previous))
    assert name.split()[2] not in good
    assert name.split()[2] not in bad


def test_a_missed_target_is_a_shortcoming_even_where_the_share_grew() -> None:
    good, bad = _both(Row("Tỷ lệ hồ sơ số hóa", "%", "71,5", stt="1", plan="80", previous="65"))
    assert "hồ sơ số hóa" not in good
    assert "chưa đạt chỉ tiêu đề ra (80 %)" in bad


def test_a_shortfall_says_how_many_are_left() -> None:
    _, bad = _both(
        Row("Số người được đào tạo theo Kế hoạch", "Người", "24", stt="1"),
        Row("Số người đã được đào tạo thực tế", "Người", "19"),
    )
    assert "Mới có 19/24 người được đào tạo thực tế, đạt 79,2 %, còn 05 người." in bad


def test_a_yes_or_no_that_nobody_has_to_answer_with_yes_is_no_shortcoming() -> None:
    _, bad = _both(
        Row("Thực hiện tuyển chọn lãnh đạo qua thi tuyển", "Không = 0 Có = 1", "0", stt="1"),
        Row("Niêm yết công khai thủ tục", "Không = 0 Có = 1", "0", stt="2"),
    )
    assert "thi tuyển" not in bad
    assert "hưa niêm yết công khai thủ tục" in bad


def test_both_comparisons_stand_behind_their_figure() -> None:
    source = annex(
        [Part(_PART, (Row("Tỷ lệ đúng hạn", "%", "97,4", stt="1", plan="95", previous="91,2"),))]
    )
    said = text(drafted(source), "I.2")
    assert (
        "đạt 97,4 %, tăng 6,2 điểm phần trăm so với năm 2030, "
        "vượt 2,4 điểm phần trăm so với chỉ tiêu đề ra (95 %)." in said
    )


def test_the_plan_of_a_year_is_no_target_of_its_quarter() -> None:
    _, bad = _both(
        Row("Số đơn vị được kiểm tra", "Đơn vị", "3", stt="1", plan="12"),
        kind="quarterly-report",
        quarter=1,
    )
    assert "chỉ tiêu" not in bad


def test_a_unit_that_heads_its_rows_is_their_subject() -> None:
    source = annex(
        [
            Part(
                "Công tác chỉ đạo, điều hành",
                (
                    Row("Văn phòng Sở", stt="1"),
                    Row("Công khai kết quả", "Không = 0 Có = 1", "1"),
                    Row("Chi cục Quản lý lữ hành", stt="2"),
                    Row("Công khai kết quả", "Không = 0 Có = 1", "0"),
                ),
            )
        ]
    )
    said = text(drafted(source), "I.7")
    assert "Văn phòng Sở đã thực hiện công khai kết quả." in said
    assert "Chi cục Quản lý lữ hành chưa thực hiện công khai kết quả." in said
