"""Questions that choose, count, group or compare the rows of plans, and reckon with two rows."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2032, 3, 10)
_ISSUER = "Sở Du lịch"
_OFFICE, _ROOMS, _ROADS = "Văn phòng Sở", "Phòng Lữ hành", "Phòng Quy hoạch"


def _plan(year: int, number: str) -> ReadingBuilder:
    return ReadingBuilder(
        f"kh{year}",
        DocumentKind.PLAN,
        title=f"Kế hoạch phát triển du lịch xanh năm {year}",
        issuer=_ISSUER,
        province="Bến Tre",
        number=number,
        period=years(year),
    )


def _quarter(number: int, year: int) -> tuple[str, str, str]:
    first, last = 3 * number - 2, 3 * number
    end = {3: 31, 6: 30, 9: 30, 12: 31}[last]
    name = ("I", "II", "III", "IV")[number - 1]
    return f"Quý {name}/{year}", f"{year}-{first:02}-01", f"{year}-{last:02}-{end}"


def _older() -> ReadingBuilder:
    plan = _plan(2031, "4/KH-SDL")
    plan.target("I.1", "70% homestay có biển hiệu", metric="homestay có biển hiệu", value="70")
    plan.target("I.2", "100% tàu thuyền có phao", metric="tàu thuyền có phao", value="100")
    plan.section("II", "BẾN BÃI")
    text, start, end = _quarter(1, 2031)
    plan.task(
        "II.1",
        "Nạo vét bến tàu Rạch Sâu",
        lead=(_ROADS,),
        coordinating=(_OFFICE,),
        products=("Biên bản nghiệm thu",),
        due=deadline(text, "period", start, end),
    )
    plan.task(
        "II.2",
        "Sơn lại cầu gỗ",
        lead=(_OFFICE,),
        products=("Báo cáo",),
        due=deadline("Thường xuyên", "continuous"),
    )
    return plan


def _newer() -> ReadingBuilder:
    plan = _plan(2032, "6/KH-SDL")
    plan.target("I.1", "82,5% homestay có biển hiệu", metric="homestay có biển hiệu", value="82.5")
    plan.target("I.2", "100% tàu thuyền có phao", metric="tàu thuyền có phao", value="100")
    plan.section("II", "BẾN BÃI")
    text, start, end = _quarter(2, 2032)
    plan.task(
        "II.1",
        "Nạo vét bến tàu Rạch Sâu",
        lead=(_ROOMS,),
        coordinating=(_OFFICE,),
        products=("Biên bản nghiệm thu",),
        due=deadline(text, "period", start, end),
    )
    plan.task(
        "II.2",
        "Lắp đèn lối đi ven sông",
        lead=(_OFFICE,),
        coordinating=(_ROADS,),
        products=("Báo cáo tổng hợp; Bản vẽ",),
        due=deadline("Trước 31/3/2032", "before", None, "2032-03-31"),
    )
    plan.section("III", "CON NGƯỜI")
    plan.task(
        "III.1",
        "Dạy bơi cho hướng dẫn viên",
        lead=(_OFFICE,),
        products=("Danh sách",),
        due=deadline("Hằng năm", "recurring"),
    )
    plan.task("III.2", "Tập chèo xuồng", lead=(_ROOMS,), coordinating=(_OFFICE,))
    return plan


def _report() -> ReadingBuilder:
    report = ReadingBuilder(
        "bc", DocumentKind.REPORT, title="Báo cáo năm 2031", issuer=_ISSUER,
        province="Bến Tre", period=years(2031),
    )  # fmt: skip
    report.indicator("1", "Số khách lưu trú", value="800", unit="Lượt", row=3)
    report.indicator("2", "Số khách quốc tế", value="120", unit="Lượt", row=4)
    report.indicator("3", "Số khách trong ngày", value="450", unit="Lượt", row=5)
    return report


def ask(question: str) -> Answer:
    readings = [one.build() for one in (_older(), _newer(), _report())]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


@pytest.mark.parametrize(
    ("question", "held", "left_out"),
    [
        ("Nhiệm vụ nào có sản phẩm là Báo cáo?", ("cầu gỗ", "ven sông"), "Nạo vét"),
        ("Việc nào chưa ghi đơn vị phối hợp?", ("cầu gỗ", "Dạy bơi"), "Nạo vét"),
        ("việc nào không có thời hạn", ("chèo xuồng",), "cầu gỗ"),
        ("Liệt kê việc hằng năm", ("Dạy bơi",), "cầu gỗ"),
        ("Có mấy việc làm thường xuyên, kể ra", ("cầu gỗ",), "Dạy bơi"),
        ("Trong 30 ngày tới có việc gì đến hạn?", ("ven sông",), "Nạo vét"),
        ("Quý đầu năm 2032 phải hoàn tất những gì?", ("ven sông",), "chèo xuồng"),
        ("việc nào của kế hoạch 2031 đã trễ hạn rồi", ("Nạo vét",), "ven sông"),
        ("Chỉ tiêu nào trên 80% nhưng chưa đến 100%?", ("82,5%",), "phao"),
        ("Các chỉ tiêu 100% năm 2032", ("phao",), "biển hiệu"),
        ("Kế hoạch phát triển du lịch xanh năm 2032 có mấy nhiệm vụ?", ("**4**",), "cầu gỗ"),
    ],
)
def test_rows_are_chosen_by_every_condition_of_the_question(
    question: str, held: tuple[str, ...], left_out: str
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert all(words in answer.answer for words in held), answer.answer
    assert left_out not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Nhiệm vụ nào có sản phẩm là Nghị quyết?",
        "chỉ tiêu nào dưới 20%?",
        "Phòng Kiểm lâm làm việc gì thường xuyên?",
        "Có mấy việc thường xuyên về chữa cháy rừng?",
        "So với kế hoạch 2029 thì kế hoạch 2032 bỏ việc nào?",
        "Số khách lưu trú năm 2031 tăng bao nhiêu so với năm 2030?",
    ],
)
def test_a_condition_that_no_row_satisfies_is_refused(question: str) -> None:
    assert ask(question).status == "refused"


def test_a_number_of_units_is_a_table_with_a_line_for_each() -> None:
    said = ask("Lập bảng số nhiệm vụ theo từng đơn vị chủ trì năm 2032").answer
    assert f"| {_OFFICE} | **2** |" in said
    assert f"| {_ROOMS} | **2** |" in said


def test_the_unit_with_most_rows_comes_with_the_counts_of_all() -> None:
    said = ask("Đơn vị nào phối hợp nhiều việc nhất năm 2032?").answer
    assert f"phối hợp nhiều nhất: **{_OFFICE}**, 2 nhiệm vụ" in said
    assert f"| {_ROADS} | **1** |" in said


def test_both_roles_of_a_unit_are_counted_apart() -> None:
    said = ask(f"{_OFFICE} năm 2032 chủ trì mấy việc, phối hợp mấy việc?").answer
    assert "chủ trì **2** nhiệm vụ" in said
    assert "phối hợp **2** nhiệm vụ" in said


def test_first_and_last_deadline_name_their_rows() -> None:
    said = ask("việc đến hạn sớm nhất và muộn nhất của kế hoạch 2032").answer
    assert "hạn sớm nhất là 31/3/2032" in said
    assert "hạn muộn nhất là 30/6/2032" in said


@pytest.mark.parametrize(
    ("question", "held", "left_out"),
    [
        ("Kế hoạch 2032 có gì mới so với kế hoạch 2031?", ("ven sông", "Dạy bơi"), "cầu gỗ"),
        ("so với năm 2031 thì năm 2032 bỏ việc nào", ("cầu gỗ",), "Dạy bơi"),
        ("việc nào đổi đơn vị chủ trì giữa hai năm?", (f"{_ROADS} → **{_ROOMS}**",), "cầu gỗ"),
        ("việc nào năm 2032 có thời hạn khác năm 2031?", ("Quý I/2031 → **Quý II/2032**",), "gỗ"),
    ],
)
def test_two_plans_of_one_body_are_held_against_each_other(
    question: str, held: tuple[str, ...], left_out: str
) -> None:
    said = ask(question).answer
    assert all(words in said for words in held), said
    assert left_out not in said


def test_targets_of_two_plans_stand_side_by_side_with_their_difference() -> None:
    said = ask("kẻ bảng chỉ tiêu 2032 so với 2031, tăng bao nhiêu điểm").answer
    assert "| **≥ 70%** | **≥ 82,5%** | 12,5 điểm phần trăm |" in said
    kept = ask("Chỉ tiêu nào của năm 2032 giữ nguyên so với năm 2031?").answer
    assert "phao" in kept
    assert "biển hiệu" not in kept


def test_a_sum_and_a_share_show_the_rows_they_are_made_of() -> None:
    summed = ask("cộng số khách lưu trú với số khách trong ngày")
    assert "800 + 450 = **1.250 Lượt**" in summed.answer
    share = ask("số khách quốc tế chiếm bao nhiêu phần trăm số khách lưu trú?")
    assert "120 / 800 = **15%**" in share.answer
    assert {figure.verdict for figure in share.figures} == {"derived", "match"}


def test_a_word_without_accents_is_no_other_word_in_a_question_with_accents() -> None:
    said = ask("việc nào đến hạn trong quý II/2032?").answer
    assert "Nạo vét" in said
    assert "chưa ghi" not in said
