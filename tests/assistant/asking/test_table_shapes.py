"""Tables with a month a column, and with a place a row."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years
from tests.assistant.asking.test_quarters import TODAY

_MONTHS = ("Tháng 4", "Tháng 5", "Tháng 6", "Cộng quý II")
_PLACES = {"Xã Đồi Chè": "412", "Phường Bến Cát": "96", "Xã Suối Mơ": None}


def monthly() -> ReadingBuilder:
    report = ReadingBuilder(
        "thang", DocumentKind.REPORT, period=years(2031), title="Số liệu quý II năm 2031"
    )
    rows = {
        "Số giấy phép nuôi ong": ("31", "44", "12", "87"),
        "Số lượt tiêm phòng": ("700", "655", None, None),
    }
    for place, (name, values) in enumerate(rows.items(), start=3):
        for column, value in zip(_MONTHS, values, strict=True):
            report.indicator("1", name, value=value, unit="Lượt", column=column, row=place)
    return report


def communes() -> ReadingBuilder:
    report = ReadingBuilder("xa", DocumentKind.REPORT, period=years(2031))
    for place, (name, value) in enumerate(_PLACES.items(), start=3):
        for measure, shown in (("Số đàn ong", value), ("Số hộ nuôi", "7")):
            report.indicator(
                "1", measure, value=shown, unit="Đàn", subject=name, column=measure, row=place
            )
    report.indicator("", "Số đàn ong", value="508", unit="Đàn", subject="Tổng cộng", row=9)
    return report


def ask(question: str, *reports: ReadingBuilder) -> Answer:
    readings = [report.build() for report in reports or (monthly(), communes())]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Tháng 5 năm 2031 có bao nhiêu giấy phép nuôi ong?", "44"),
        ("giay phep nuoi ong thang 6 la bao nhieu", "12"),
        ("Cả quý II có bao nhiêu giấy phép nuôi ong?", "87"),
    ],
)
def test_the_month_asked_for_chooses_the_column(question: str, value: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert [figure.value for figure in answer.figures] == [value]


def test_without_a_month_every_column_is_named() -> None:
    answer = ask("Số giấy phép nuôi ong năm 2031 là bao nhiêu?")
    for column, value in zip(_MONTHS, ("31", "44", "12", "87"), strict=True):
        assert f"{column}: **{value}" in answer.answer


def test_a_month_that_the_table_does_not_hold_is_refused() -> None:
    answer = ask("Tháng 9 năm 2031 có bao nhiêu giấy phép nuôi ong?")
    assert answer.status == "refused"
    assert "44" not in answer.answer


def test_a_blank_month_is_said_to_be_blank() -> None:
    answer = ask("Tháng 6 có bao nhiêu lượt tiêm phòng?")
    assert answer.status == "refused"
    assert "trống" in (answer.reason or "")
    assert "655" not in answer.answer


def test_two_months_are_compared_with_their_difference() -> None:
    answer = ask("So sánh giấy phép nuôi ong tháng 4 và tháng 5")
    assert "Tháng 5 so với Tháng 4: cao hơn **13 Lượt**" in answer.answer


def test_a_word_that_only_looks_like_from_is_no_date() -> None:
    report = ReadingBuilder("dt", DocumentKind.REPORT, period=years(2031))
    for column, value in zip(_MONTHS, ("5", "6", "7", "18"), strict=True):
        report.indicator("1", "Số vé điện tử", value=value, unit="Vé", column=column, row=3)
    answer = ask("Vé điện tử tháng 5 so với tháng 4 tăng hay giảm?", report)
    assert "cao hơn **1 Vé**" in answer.answer


def test_a_place_is_answered_from_its_row_and_the_whole_from_the_last() -> None:
    assert [f.value for f in ask("Phường Bến Cát có bao nhiêu đàn ong?").figures] == ["96"]
    assert [f.value for f in ask("Toàn tỉnh có bao nhiêu đàn ong?").figures] == ["508"]


def test_two_places_are_compared() -> None:
    answer = ask("So sánh số đàn ong của Xã Đồi Chè và Phường Bến Cát")
    assert "thấp hơn **316 Đàn**" in answer.answer


def test_the_extreme_leaves_out_the_total_and_counts_the_blanks() -> None:
    answer = ask("Xã, phường nào có nhiều đàn ong nhất?")
    assert "Xã Đồi Chè: **412 Đàn**" in answer.answer
    assert "1 ô để trống" in answer.answer
    assert [figure.value for figure in answer.figures] == ["412"]
    assert "Tháng 5: **44" in ask("Tháng nào có giấy phép nuôi ong nhiều nhất?").answer
