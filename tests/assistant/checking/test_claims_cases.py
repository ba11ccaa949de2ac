"""What is read in a sentence: each figure with its words, role, unit, time and trend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.checking.model import Claim
from assistant.checking.timing import part_of_year, year_before
from ingest.model import Period
from tests.assistant.checking.sheets import Row, material

STATED: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("claim_cases.yaml").read_text(encoding="utf-8")
)
ROWS = [Row(**row) for row in STATED["rows"]]


def shown(one: Claim) -> list[object]:
    """A claim as the case file states it."""
    unit = None
    if one.measure is not None:
        unit = one.measure.text if one.measure.known else f"? {one.measure.text}"
    years: object = None
    if one.period is not None:
        years = one.period.from_
        if one.period.to != one.period.from_:
            years = f"{one.period.from_}-{one.period.to}"
    marks = {
        "part": one.stated_part,
        "period": one.stated_period,
        "about": one.approximate,
        "borrowed": one.borrowed,
        "whole": one.whole_of_partner,
    }
    return [
        one.text,
        one.words,
        one.key,
        one.role,
        unit,
        years,
        one.part_of_year,
        one.change,
        one.sentence,
        one.partner.text if one.partner else None,
        [name for name, holds in marks.items() if holds],
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"), [pytest.param(*case, id=case[0]) for case in STATED["cases"].items()]
)
def test_each_figure_has_what_its_words_say(sentence: str, expected: list[list[object]]) -> None:
    assert [shown(one) for one in material(sentence, *ROWS).claims] == expected


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Quý III/2027", "Q3"),
        ("quý iv năm nay", "Q4"),
        ("quý 2", "Q2"),
        ("Quý I", "Q1"),
        ("trong sáu tháng", "M6"),
        ("9 tháng", "M9"),
        ("chín tháng đầu năm", "M9"),
        ("3 tháng đầu năm", "M3"),
        ("ba tháng cuối năm", "C3"),
        ("3 tháng", None),
        ("12 tháng", None),
        ("quý V", None),
        ("năm 2027", None),
    ],
)
def test_a_part_of_the_year_is_named(text: str, part: str | None) -> None:
    assert part_of_year(text) == part


def test_the_year_before_moves_both_ends() -> None:
    assert year_before(Period(from_=2026, to=2030)) == Period(from_=2025, to=2029)


def test_a_figure_has_the_words_of_its_sentence_and_of_the_inner_headings() -> None:
    text = "Mở đầu. Có 9 tàu cá; rất tốt. Kết luận."
    (one,) = [claim for claim in material(text, *ROWS).claims if claim.span.kind == "number"]
    assert one.own == frozenset({"tàu", "cá", "tàu_cá"})
    assert {"tốt", "rất_tốt", "thủ", "thủ_tục"} <= one.around
    assert not one.around & {"mở", "luận"}
    assert one.quote == "Có 9 tàu cá; rất tốt."
    assert one.source.quote == one.quote
    assert one.place.text == text


def test_a_note_has_the_words_of_its_row() -> None:
    row = Row("Lớp tập huấn thanh niên", "Lớp", "12", note="Trong đó có 4 lớp trực tuyến")
    (one,) = [claim for claim in material("", row).claims if claim.span.kind == "number"]
    assert (one.place.origin, one.place.about) == ("note", "Lớp tập huấn thanh niên")
    assert {"thanh", "niên", "thanh_niên"} <= one.around
    assert "thanh" not in one.own


def test_what_is_no_figure_has_words_too() -> None:
    text = "Rất tốt. Theo Điều 3 về tàu cá. Hết."
    (one,) = material(text, *ROWS).claims
    assert (one.text, one.role, one.measure, one.value) == ("Điều 3", "unknown", None, None)
    assert one.words == "Theo về tàu cá."
    assert one.own == frozenset({"tàu", "cá", "tàu_cá"})
    assert one.around == frozenset(
        {"thủ", "tục", "hành", "chính", "thủ_tục", "tục_hành", "hành_chính"}
    )
    assert one.quote == "Theo Điều 3 về tàu cá."


def test_words_far_away_are_not_a_figures_own() -> None:
    far, near = "đầu " + "lời " * 60, "tàu cá "
    behind = " thuyền" + " nói" * 60 + " cuối"
    (one,) = material(f"{far}{near}9{behind}", *ROWS).claims
    assert "đầu" not in one.own
    assert "cuối" not in one.own
    assert {"tàu", "cá", "thuyền", "lời", "nói"} <= one.own
    assert {"đầu", "cuối"} <= one.around


def test_a_figure_without_words_borrows_those_of_the_one_before() -> None:
    found = material("Có 45 hồ sơ đất đai (đạt 50%).", *ROWS).claims
    assert [one.borrowed for one in found] == [False, True]
    assert found[1].own >= {"đất", "đai", "đất_đai"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Đạt 9 tàu cá.", "plan"),
        ("Tổng số 9 tàu cá.", "plan"),
        ("Tỷ lệ tàu cá đạt 9%.", "plan"),
        ("Có 5/9 tàu cá.", "ratio"),
        ("Cùng kỳ có 9 tàu cá.", "previous"),
    ],
)
def test_under_a_heading_of_what_is_to_be_done_results_are_plans(text: str, role: str) -> None:
    ahead = material(text, *ROWS, heading="Phương hướng, nhiệm vụ trọng tâm")
    assert [one.role for one in ahead.claims] == [role]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Số phòng họp từ 48 phòng xuống còn 43 phòng.", ["previous", "actual"]),
        ("Số phòng họp từ 43 phòng tăng lên 48 phòng.", ["previous", "actual"]),
        ("Số phòng họp từ 4/9 phòng xuống còn 3/9 phòng.", ["ratio", "ratio"]),
        ("Số phòng họp từ 48 phòng của xã và 43 phòng của thôn.", ["actual", "actual"]),
    ],
)
def test_what_a_figure_grew_or_fell_from_is_of_the_time_before(text: str, roles: list[str]) -> None:
    found = [one for one in material(text, *ROWS).claims if one.span.kind == "number"]
    assert [one.role for one in found] == roles


def test_figures_behind_one_of_a_month_are_of_that_month() -> None:
    text = "Tháng 5 phạt 9 vụ, thu 342 triệu đồng; cả năm phạt 80 vụ."
    found = [one for one in material(text, *ROWS).claims if one.span.kind == "number"]
    told = [(one.part_of_year, one.stated_part) for one in found]
    assert told == [("T5", True), ("T5", True), (None, False)]
