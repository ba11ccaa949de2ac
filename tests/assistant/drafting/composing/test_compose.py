"""Whole reports: what every one of them keeps, and what becomes of missing sources."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from assistant.answer import Check, Finding
from assistant.drafting.composing.compose import compose
from assistant.drafting.material import Material
from assistant.drafting.model import Composition
from prompts.outline import load_outline
from tests.assistant.drafting.composing.annexes import Part, Row, annex, plan
from tests.assistant.drafting.composing.inventor import Inventor
from tests.assistant.drafting.composing.reading_back import (
    drafted,
    faults,
    sentences,
    text,
)

_PLAN = plan(
    2032,
    tasks=[
        ("A. CẢI CÁCH TTHC", "Rà soát 12 TTHC lĩnh vực lữ hành", "Văn phòng Sở", "Quý II/2032"),
        ("A. CẢI CÁCH TTHC", "Công bố TTHC sửa đổi", "Phòng Lữ hành", "Thường xuyên"),
        ("B. CHUYỂN ĐỔI SỐ", "Số hóa hồ sơ xếp hạng khách sạn", "", "Trước ngày 30/9/2032"),
    ],
)


@pytest.mark.parametrize("seed", range(24))
def test_an_invented_annex_gives_a_report_that_keeps_every_promise(seed: int) -> None:
    inventor = Inventor(random.Random(seed))
    parts = inventor.parts()
    source = annex(parts)
    previous = annex(inventor.aged(parts), year=2030, file="cu.docx") if seed % 2 else None
    made = drafted(source, previous=previous, plans=(_PLAN,) if seed % 3 else ())
    assert faults(made, source) == []


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("share", [0.5, 1])
def test_an_annex_half_filled_or_empty_gives_a_report_all_the_same(seed: int, share: float) -> None:
    rng = random.Random(seed)
    inventor = Inventor(rng)
    filled = inventor.parts()
    emptied = [
        Part(
            part.title,
            tuple(replace(row, value=None) if rng.random() < share else row for row in part.rows),
        )
        for part in filled
    ]
    source = annex(emptied)
    made = drafted(source, previous=annex(filled, year=2030, file="cu.docx"))
    assert faults(made, source) == []
    assert any("ô trống" in one for one in made.missing) or share < 1


@pytest.mark.parametrize("seed", range(1, 9, 2))
def test_a_section_says_a_comparison_or_a_basis_where_records_allow(seed: int) -> None:
    inventor = Inventor(random.Random(seed))
    parts = inventor.parts()
    made = drafted(annex(parts), previous=annex(inventor.aged(parts), year=2030, file="cu.docx"))
    kinds = {slot.kind for slot in made.slots.values()}
    assert "difference" in kinds or "document" in kinds
    for section in made.sections:
        said = [one for one in section.sentences() if section.key.startswith("I.")]
        rows = [entry for entry in made.ledger if entry.section == section.key and entry.used]
        cells = [one.source.quote for one in rows if one.source]
        if len([one for one in cells if one.isdigit() and int(one)]) < 2 or not said:
            continue
        printed = " ".join(one.filled(made.slots) for one in said)
        kinds = {made.slots[mark].kind for one in said for mark in one.marks()}
        assert kinds & {"difference", "document"} or "không thay đổi" in printed, printed


def test_the_same_facts_give_the_same_ids_in_the_next_draft() -> None:
    ids: dict[str, str] = {}

    def number(key: str) -> str:
        return ids.setdefault(key, f"F{len(ids) + 1}")

    def made(value: str) -> Composition:
        rows = (
            Row("Số hồ sơ đã cấp", "Hồ sơ", value, stt="1"),
            Row("Số lớp đã mở", "Lớp", "4", stt="2"),
        )
        source = annex([Part("Cải cách thủ tục hành chính", rows)])
        return compose(load_outline("annual-report"), Material(2031, source), number=number)

    first, second = made("7"), made("8")
    same = {key for key in first.slots if first.slots[key].key == second.slots[key].key}
    assert same == set(first.slots)
    changed = [key for key in same if first.slots[key].text != second.slots[key].text]
    assert [first.slots[key].text for key in changed] == ["07 hồ sơ"]
    assert [second.slots[key].text for key in changed] == ["08 hồ sơ"]


def test_composing_twice_gives_the_same_text() -> None:
    source = annex(Inventor(random.Random(5)).parts())
    assert drafted(source) == drafted(source)


def test_a_section_that_no_outline_knows_is_added_at_the_end() -> None:
    rows = (Row("Số khu du lịch được quy hoạch", "Khu", "11", stt="1"),)
    made = drafted(annex([Part("Phát triển sản phẩm du lịch", rows)]))
    added = next(one for one in made.sections if one.key == "I.8")
    assert added.title == "8. Phát triển sản phẩm du lịch"
    assert "11 khu" in text(made, "I.8")
    assert any(entry.section == "I.8" and entry.used for entry in made.ledger)


def test_rows_without_any_section_go_where_their_names_say() -> None:
    rows = (
        Row("Số hồ sơ TTHC đã giải quyết", "Hồ sơ", "90", stt="1"),
        Row("Tỷ lệ giải quyết đúng hạn", "%", "98,5", stt="2"),
        Row("Số công chức được tuyển dụng", "Người", "3", stt="3"),
        Row("Kinh phí đã giải ngân", "Triệu đồng", "400", stt="4"),
    )
    made = drafted(annex([Part("", rows)]))
    assert "98,5 %" in text(made, "I.2")
    assert "03 công chức" in text(made, "I.4")
    assert "400 triệu đồng" in text(made, "I.5")


def test_what_fell_short_and_what_went_well_is_summed_up() -> None:
    rows = (
        Row("Số nhiệm vụ được giao", "Nhiệm vụ", "20", stt="1"),
        Row("Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "18"),
        Row("Số ý kiến phải trả lời", "Ý kiến", "9", stt="2"),
        Row("Số ý kiến đã trả lời", "Ý kiến", "9"),
        Row("Số hồ sơ quá hạn", "Hồ sơ", "3", stt="3"),
        Row("Tổ chức đối thoại", "Không = 0 Có = 1", "0", stt="4"),
    )
    made = drafted(annex([Part("Công tác chỉ đạo, điều hành", rows)]))
    good, bad, next_ = text(made, "II.1"), text(made, "II.2"), text(made, "III")
    assert "09/09 ý kiến" in good
    assert "ới hoàn thành 18/20 nhiệm vụ" in bad
    assert "òn 03 hồ sơ quá hạn" in bad
    assert "hưa tổ chức đối thoại" in bad.replace("thực hiện ", "")
    assert "hoàn thành 02 nhiệm vụ được giao còn lại" in next_


def test_the_tasks_ahead_come_from_the_plan_of_the_next_year() -> None:
    source = annex(Inventor(random.Random(2)).parts())
    said = text(drafted(source, plans=(_PLAN,)), "III")
    assert "Rà soát 12 TTHC lĩnh vực lữ hành (Văn phòng Sở chủ trì, hoàn thành trong quý II" in said
    assert "Cải cách TTHC:" in said
    assert "trước ngày 30/9/2032" in said
    assert said.index("Công bố TTHC") < said.index("Số hóa hồ sơ")


def test_without_a_plan_the_draft_says_so_and_invents_no_tasks() -> None:
    made = drafted(annex([Part("Cải cách thể chế", (Row("Số đề án", "Đề án", "2", stt="1"),))]))
    assert any("năm 2032" in one and "kế hoạch" in one for one in made.missing)
    assert "chưa được nêu" in text(made, "III")
    assert any("năm 2031" in one for one in made.missing)
    assert any("kỳ trước" in one for one in made.missing)


def test_without_an_annex_the_frame_stands_and_the_draft_says_what_is_missing() -> None:
    made = drafted(None)
    assert any("phụ lục" in one for one in made.missing)
    assert [one.key for one in made.sections][:2] == ["I", "I.1"]
    assert made.ledger == ()
    assert faults(made) == []


def test_the_last_period_may_not_be_the_same_file_or_a_later_year() -> None:
    parts = [Part("Cải cách thể chế", (Row("Số đề án đã trình", "Đề án", "2", stt="1"),))]
    source, later = annex(parts), annex(parts, year=2033, file="sau.docx")
    for wrong in (source, later):
        made = drafted(source, previous=wrong)
        assert "so với" not in text(made)
        assert any("không so sánh" in one for one in made.missing)


def test_a_year_that_is_not_the_annexs_is_reported() -> None:
    parts = [Part("Cải cách thể chế", (Row("Số đề án đã trình", "Đề án", "2", stt="1"),))]
    assert any("không phải năm 2036" in one for one in drafted(annex(parts), year=2036).missing)


def test_one_section_alone_is_drafted_with_the_others_accounted_for() -> None:
    source = annex(
        [
            Part("Cải cách thể chế", (Row("Số đề án đã trình", "Đề án", "2", stt="1"),)),
            Part("Cải cách thủ tục hành chính", (Row("Số hồ sơ đã cấp", "Hồ sơ", "5", stt="1"),)),
        ]
    )
    made = drafted(source, only=("I.2",))
    assert [one.key for one in made.sections] == ["I.2"]
    assert "05 hồ sơ" in text(made)
    assert faults(made, source) == []
    left = [entry for entry in made.ledger if not entry.used]
    assert [entry.indicator for entry in left] == ["Số đề án đã trình"]
    assert {entry.why for entry in left} == {"Mục này không được chọn để soạn."}


def test_a_whole_part_is_chosen_by_its_key() -> None:
    source = annex(Inventor(random.Random(4)).parts())
    assert [one.key for one in drafted(source, only=("II",)).sections] == ["II", "II.1", "II.2"]


def test_doubtful_figures_are_left_out_and_named() -> None:
    rows = (
        Row("Tổng số hồ sơ đã cấp", "Hồ sơ", "90", stt="1"),
        Row("Số lớp đã mở", "Lớp", "4", stt="2"),
    )
    source = annex([Part("Cải cách thủ tục hành chính", rows)])
    accused = source.indicators[0].source
    check = Check(
        file="x",
        findings=(
            Finding(
                code="arithmetic",
                severity="error",
                message="“Tổng số hồ sơ đã cấp” ghi “90” nhưng các dòng cộng lại là 80.",
                left=accused,
            ),
        ),
    )
    ids: dict[str, str] = {}
    made = compose(
        load_outline("annual-report"),
        Material(2031, source, check=check),
        number=lambda key: ids.setdefault(key, f"F{len(ids) + 1}"),
    )
    assert "90" not in text(made)
    assert "04 lớp" in text(made)
    assert any("cộng lại là 80" in one for one in made.missing)
    omitted = [entry for entry in made.ledger if not entry.used]
    assert [entry.indicator for entry in omitted] == ["Tổng số hồ sơ đã cấp"]
    assert "chưa thống nhất" in (omitted[0].why or "")


@pytest.mark.parametrize(
    ("kind", "quarter", "period", "ahead"),
    [
        ("quarterly-report", 1, "quý I năm 2031", "QUÝ II NĂM 2031"),
        ("quarterly-report", 4, "quý IV năm 2031", "NĂM 2032"),
        ("six-month-report", None, "6 tháng đầu năm 2031", "6 THÁNG CUỐI NĂM 2031"),
    ],
)
def test_a_part_of_a_year_is_worded_as_such(
    kind: str, quarter: int | None, period: str, ahead: str
) -> None:
    rows = (Row("Số hồ sơ đã cấp", "Hồ sơ", "15", stt="1", previous="12"),)
    source = annex([Part("Cải cách thủ tục hành chính", rows)])
    made = drafted(source, kind=kind, quarter=quarter)
    assert period in made.subject.filled(made.slots)
    assert f"so với {period.replace('2031', '2030')}" in text(made, "I.2")
    assert made.sections[-1].title.endswith(ahead)
    assert faults(made, source) == []


def test_the_opening_names_the_plan_of_the_year_and_of_the_annex() -> None:
    rows = (
        Row(
            "Tỷ lệ hoàn thành kế hoạch cải cách hành chính",
            "%",
            "100",
            "Kế hoạch số 02/KH-SDL ngày 13/01/2031",
            "1",
        ),
    )
    made = drafted(
        annex([Part("Công tác chỉ đạo, điều hành", rows)]), plans=(plan(2031, tasks=[]),)
    )
    opening = made.opening[0].sentences[0].filled(made.slots)
    assert opening.startswith("Thực hiện Kế hoạch số 45/KH-SDL ngày 09/01/2031")
    assert "Kế hoạch số 02/KH-SDL ngày 13/01/2031" in opening
    assert "Sở Du lịch báo cáo" in opening


def test_a_report_of_an_unknown_office_reads_all_the_same() -> None:
    made = drafted(annex(Inventor(random.Random(7)).parts(), issuer=None))
    assert faults(made) == []
    assert "None" not in text(made)


def test_every_sentence_is_by_rules() -> None:
    made = drafted(annex(Inventor(random.Random(3)).parts()))
    assert {one.writer for one in sentences(made)} == {"rules"}
