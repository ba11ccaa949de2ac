"""Questions that name two times, a target's result, or a target that grows year by year."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

TODAY = date(2033, 7, 20)
_ISSUER, _PLACE = "Sở Thủy sản", "Cà Mau"


def _plan(name: str, first: int, last: int, number: str) -> ReadingBuilder:
    return ReadingBuilder(
        name, DocumentKind.PLAN, title=f"Kế hoạch nuôi trồng {first}-{last}", issuer=_ISSUER,
        province=_PLACE, number=number, period=years(first, last),
    )  # fmt: skip


def _long() -> ReadingBuilder:
    plan = _plan("dai", 2031, 2040, "70/KH-STS")
    catch = "Tỷ lệ lồng bè được cấp mã số"
    plan.target("1", f"{catch} đạt 60% năm 2035", metric=catch, value="60", horizon=years(2035))
    plan.target("1", f"{catch} đạt 85% năm 2040", metric=catch, value="85", horizon=years(2040))
    step = (
        "Ao lắng có mái che đạt 30% năm 2032; giai đoạn 2033-2036, mỗi năm tăng ít nhất 15% "
        "cho đến khi đạt 90% để giữ nước"
    )
    roof, span = "Ao lắng có mái che", years(2033, 2036)
    plan.target("2", step, metric=roof, value="30", horizon=years(2032))
    plan.target("2", step, metric=roof, value="15", horizon=span)
    plan.target("2", step, metric=roof, value="90", horizon=span)
    return plan


def _short() -> ReadingBuilder:
    plan = _plan("ngan", 2033, 2033, "8/KH-STS")
    catch, roof = "Tỷ lệ lồng bè được cấp mã số", "Ao lắng có mái che"
    plan.target("1", f"{catch} đạt từ 52% trở lên", metric=catch, value="52")
    plan.target("2", f"{roof} đạt tối thiểu 41%", metric=roof, value="41")
    return plan


def _report() -> ReadingBuilder:
    report = ReadingBuilder(
        "bc", DocumentKind.REPORT, title="Báo cáo 6 tháng đầu năm 2033", issuer=_ISSUER,
        province=_PLACE, number="31/BC-STS", period=years(2033),
    )  # fmt: skip
    rows = (
        ("Tỷ lệ lồng bè được cấp mã số", "%", "33", "47,5", "Vướng 6 bè"),
        ("Tàu cá lắp định vị", "Tàu", "214", "305", None),
    )
    for row, (name, unit, before, now, note) in enumerate(rows, start=3):
        for column, figure in (("Cùng kỳ 2032", before), ("6 tháng 2033", now)):
            report.indicator(
                str(row), name, value=figure.replace(",", "."), value_text=figure, unit=unit,
                column=column, row=row, note=note,
            )  # fmt: skip
            if figure == before:
                cell = report.indicators[-1]
                report.indicators[-1] = cell.model_copy(
                    update={"role": "previous", "period": years(2032)}
                )
    return report


def ask(*turns: str) -> Answer:
    readings = [one.build() for one in (_long(), _short(), _report())]
    answerer = RuleAnswerer(FakeIndex(readings), today=TODAY)
    history: list[Turn] = []
    for turn in turns[:-1]:
        history.append(Turn(question=turn, answer=answerer.answer(turn, history=history).answer))
    return answerer.answer(turns[-1], history=history)


@pytest.mark.parametrize(
    "question",
    [
        "Số tàu cá lắp định vị 6 tháng 2033 và cùng kỳ 2032 là bao nhiêu?",
        "Số tàu cá lắp định vị 6 tháng 2033 và cùng kỳ năm trước là bao nhiêu?",
        "Số tàu cá lắp định vị 6 tháng 2033 và cùng kỳ là bao nhiêu?",
        "so tau ca lap dinh vi 6 thang 2033 va cung ky 2032 la bao nhieu",
    ],
)
def test_both_of_two_periods_joined_are_told(question: str) -> None:
    said = ask(question).answer
    assert "**305" in said
    assert "**214" in said


def test_the_note_of_a_row_stands_beside_the_figure_of_now_alone() -> None:
    both = ask("Tỷ lệ lồng bè được cấp mã số 6 tháng 2033 và cùng kỳ 2032 là bao nhiêu?").answer
    assert both.count("Vướng 6 bè") == 1
    past = ask("Tỷ lệ lồng bè được cấp mã số cùng kỳ 2032 là bao nhiêu?").answer
    assert "**33%**" in past
    assert "Vướng" not in past


@pytest.mark.parametrize(
    "then", ["thế cùng kỳ năm ngoái?", "còn cùng kỳ thì sao?", "the cung ky nam truoc la bao nhieu"]
)
def test_the_same_period_of_the_year_before_goes_on_about_the_same(then: str) -> None:
    answer = ask("Số tàu cá lắp định vị 6 tháng đầu năm 2033 là bao nhiêu?", then)
    assert "**214" in answer.answer
    assert "305" not in answer.answer
    assert "2032" in answer.interpreted_as
    assert "2033" not in answer.interpreted_as.split("(")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Tỷ lệ lồng bè được cấp mã số 6 tháng 2033 đã đạt chỉ tiêu kế hoạch chưa?",
        "Tỷ lệ lồng bè được cấp mã số 6 tháng 2033 còn thiếu bao nhiêu so với kế hoạch?",
        "ty le long be duoc cap ma so 6 thang 2033 da dat muc tieu chua, con thieu bao nhieu",
        "Tỷ lệ lồng bè được cấp mã số 6 tháng 2033 so với chỉ tiêu thế nào?",
    ],
)
def test_a_named_result_is_held_against_its_target(question: str) -> None:
    said = ask(question).answer
    assert "52%" in said
    assert "47,5%" in said
    assert "4,5 điểm phần trăm" in said
    assert "chưa đạt" in said


def test_a_result_without_a_target_is_not_held_against_another_one() -> None:
    said = ask("Tàu cá lắp định vị 6 tháng 2033 đã đạt chỉ tiêu kế hoạch chưa?").answer
    assert "kế hoạch ≥" not in said


@pytest.mark.parametrize(
    ("question", "held", "left_out"),
    [
        (
            "Tỷ lệ lồng bè được cấp mã số đặt ra cho năm 2033 khác gì so với mục tiêu năm 2040?",
            ("| 2033 | 2040 |", "52%", "85%", "33 điểm"),
            "60%",
        ),
        (
            "Mục tiêu tỷ lệ lồng bè được cấp mã số năm 2033 khác gì mục tiêu năm 2035?",
            ("| 2033 | 2035 |", "52%", "60%", "8 điểm"),
            "85%",
        ),
    ],
)
def test_targets_of_just_the_years_named_are_paired(
    question: str, held: tuple[str, ...], left_out: str
) -> None:
    said = ask(question).answer
    assert all(words in said for words in held), said
    assert left_out not in said


def test_a_year_without_a_target_is_not_filled_from_another_year() -> None:
    said = ask("Mục tiêu lồng bè được cấp mã số năm 2033 khác gì mục tiêu năm 2038?").answer
    assert "85%" not in said
    assert "60%" not in said


def test_a_yearly_increase_is_told_in_its_words_behind_the_value_of_the_year() -> None:
    said = ask("Tỷ lệ ao lắng có mái che năm 2033 phải đạt bao nhiêu?").answer
    assert "**mỗi năm tăng ít nhất 15% cho đến khi đạt 90%**" in said
    assert "**15%**" not in said
    assert "**90%**" not in said
    assert said.index("41%") < said.index("mỗi năm tăng")
