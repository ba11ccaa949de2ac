"""Corrections laid over readings of real text files, and over later versions of these files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.correcting.values import BadCorrection
from ingest.model import Problem
from tests.ingest.correcting.readings import ROWS, STATISTICS, Desk, annex, read_text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(read_text(tmp_path, annex()))


def correction_problems(desk: Desk) -> list[Problem]:
    return [one for one in desk.now.document.problems if one.code.startswith("correction_")]


def test_a_corrected_lead_changes_its_slug_and_text_and_keeps_source_and_original(
    desk: Desk,
) -> None:
    task = desk.now.tasks[1]
    desk.correct(task, lead="Phòng Tổ chức; Văn phòng Sở")
    after = desk.now.tasks[1]
    assert (after.lead, after.lead_units) == (
        ("Phòng Tổ chức", "Văn phòng Sở"),
        ("phong-to-chuc", "van-phong-so"),
    )
    assert after.source == task.source
    (one,) = after.corrected
    assert (one.field, one.read, one.old, one.new, one.by) == (
        "lead", "Thanh tra Sở", "Thanh tra Sở", "Phòng Tổ chức; Văn phòng Sở", "Cán bộ A",
    )  # fmt: skip
    assert desk.now.tasks[0] == desk.read.tasks[0]
    assert desk.now.document.revision == 1


def test_the_search_text_and_shown_text_follow(desk: Desk) -> None:
    task = desk.now.tasks[1]
    desk.correct(task, lead="Phòng Kế toán")
    unit = next(unit for unit in desk.now.units if unit.record_id == task.id)
    assert "Phòng Kế toán" in unit.text
    assert "Phòng Kế toán" in unit.search_text
    assert "Thanh tra" not in unit.search_text
    before = next(unit for unit in desk.read.units if unit.record_id == task.id)
    assert unit.search_text.splitlines()[0] == before.search_text.splitlines()[0]
    others = [unit for unit in desk.now.units if unit.record_id != task.id]
    assert others == [unit for unit in desk.read.units if unit.record_id != task.id]


def test_a_target_takes_the_corrected_unit_of_its_task_row(desk: Desk) -> None:
    (target,) = desk.now.targets
    assert target.lead == ("Văn phòng Sở",)
    desk.correct(desk.now.tasks[2], lead="Phòng Một cửa")
    (target,) = desk.now.targets
    assert target.lead == ("Phòng Một cửa",)
    assert [one.field for one in target.corrected] == ["lead"]


def test_a_target_with_its_own_correction_keeps_it(desk: Desk) -> None:
    desk.correct(desk.now.targets[0], lead="Phòng Kế toán")
    desk.correct(desk.now.tasks[2], lead="Phòng Một cửa")
    assert desk.now.targets[0].lead == ("Phòng Kế toán",)


def test_a_corrected_deadline_is_parsed_with_the_documents_year(desk: Desk) -> None:
    desk.correct(desk.now.tasks[1], deadline="trước ngày 15/9")
    deadline = desk.now.tasks[1].deadline
    assert deadline is not None
    assert (deadline.text, deadline.kind, deadline.to) == (
        "trước ngày 15/9", "before", "2027-09-15",
    )  # fmt: skip
    desk.correct(desk.now.tasks[1], deadline__to="20/9/2027")
    deadline = desk.now.tasks[1].deadline
    assert deadline is not None
    assert (deadline.text, deadline.to) == ("trước ngày 15/9", "2027-09-20")


def test_a_corrected_period_completes_deadlines_and_horizons_that_name_no_year(desk: Desk) -> None:
    assert desk.now.tasks[0].deadline is not None
    assert desk.now.tasks[0].deadline.to == "2027-03-31"
    desk.correct(desk.now.document, period="2028")
    first, second = desk.now.tasks[0].deadline, desk.now.tasks[1].deadline
    assert first is not None
    assert second is not None
    assert (first.to, second.to) == ("2028-03-31", "2027-06-30")


def test_the_newest_correction_of_a_field_counts_and_undoing_it_brings_the_earlier_back(
    desk: Desk,
) -> None:
    desk.correct(desk.now.tasks[1], lead="Phòng Một")
    desk.correct(desk.now.tasks[1], by="Cán bộ B", lead="Phòng Hai")
    assert desk.now.tasks[1].lead == ("Phòng Hai",)
    assert desk.statuses == ["superseded", "applied"]
    assert desk.laid.kept[1].correction.old == "Phòng Một"
    assert desk.laid.kept[1].correction.read == "Thanh tra Sở"
    desk.undo("sua-2")
    assert desk.now.tasks[1].lead == ("Phòng Một",)
    assert desk.statuses == ["applied", "undone"]
    desk.undo("sua-1")
    assert desk.now.records == desk.read.records
    assert desk.now.units == desk.read.units
    assert desk.now.document.revision == 4


def test_corrections_survive_the_same_file_and_rows_that_moved(desk: Desk, tmp_path: Path) -> None:
    desk.correct(desk.now.tasks[1], lead="Phòng Một", deadline="Quý IV/2027")
    moved = ["1\tViệc mới thêm ở đầu\tVăn bản\tVăn phòng Sở\tQuý I/2027"]
    moved += [f"{number + 2}{row[1:]}" for number, row in enumerate(ROWS)]
    desk.reread(read_text(tmp_path, annex(moved)))
    assert desk.statuses == ["applied", "applied"]
    assert [task.lead for task in desk.now.tasks] == [
        ("Văn phòng Sở",), ("Trung tâm Lưu trữ",), ("Phòng Một",), ("Văn phòng Sở",),
    ]  # fmt: skip
    assert desk.laid.kept[0].correction.record_id == desk.now.tasks[2].id
    assert correction_problems(desk) == []


def test_a_record_whose_wording_was_polished_is_still_the_same(desk: Desk, tmp_path: Path) -> None:
    desk.correct(desk.now.tasks[1], lead="Phòng Một")
    polished = [ROWS[0], ROWS[1].replace("kiểm tra nội bộ", "kiểm tra nội bộ năm"), ROWS[2]]
    desk.reread(read_text(tmp_path, annex(polished)))
    assert desk.now.tasks[1].lead == ("Phòng Một",)


def test_a_vanished_record_is_reported_and_nothing_else_is_changed(
    desk: Desk, tmp_path: Path
) -> None:
    desk.correct(desk.now.tasks[1], lead="Phòng Một")
    other = [ROWS[0], "2\tSửa chữa kho vật chứng\tBiên bản\tThanh tra Sở\tQuý II/2027", ROWS[2]]
    desk.reread(read_text(tmp_path, annex(other)))
    assert desk.statuses == ["orphaned"]
    assert desk.now.tasks == desk.read.tasks
    (problem,) = correction_problems(desk)
    assert problem.code == "correction_orphaned"
    assert "Lập kế hoạch kiểm tra nội bộ" in problem.message
    assert "sua-1" in problem.message


def test_a_changed_original_is_a_conflict_with_its_place_and_is_not_overwritten(
    desk: Desk, tmp_path: Path
) -> None:
    desk.correct(desk.now.tasks[1], lead="Phòng Một")
    changed = [ROWS[0], ROWS[1].replace("Thanh tra Sở", "Phòng Pháp chế"), ROWS[2]]
    desk.reread(read_text(tmp_path, annex(changed)))
    assert desk.statuses == ["conflict"]
    assert desk.now.tasks[1].lead == ("Phòng Pháp chế",)
    assert desk.now.tasks[1].corrected == ()
    (problem,) = correction_problems(desk)
    assert problem.code == "correction_conflict"
    assert problem.source is not None
    assert "“Phòng Pháp chế”" in problem.message
    assert "“Thanh tra Sở”" in problem.message


def test_a_file_that_now_says_what_was_corrected_is_no_conflict(desk: Desk, tmp_path: Path) -> None:
    desk.correct(desk.now.tasks[1], lead="Phòng Một")
    mended = [ROWS[0], ROWS[1].replace("Thanh tra Sở", "Phòng Một"), ROWS[2]]
    desk.reread(read_text(tmp_path, annex(mended)))
    assert desk.statuses == ["applied"]
    assert desk.now.tasks[1].corrected == ()
    assert correction_problems(desk) == []


def test_equal_rows_are_told_apart_by_their_order(tmp_path: Path) -> None:
    twins = [ROWS[1], ROWS[1].replace("Thanh tra Sở", "Văn phòng Sở")]
    desk = Desk(read_text(tmp_path, annex(twins)))
    desk.correct(desk.now.tasks[1], lead="Phòng Một")
    assert [task.lead for task in desk.now.tasks] == [("Thanh tra Sở",), ("Phòng Một",)]


def test_values_units_and_meanings_of_indicators_go_together(tmp_path: Path) -> None:
    desk = Desk(read_text(tmp_path, STATISTICS))
    received, coded = desk.now.indicators
    desk.correct(received, value_text="13.001")
    desk.correct(coded, value="1")
    received, coded = desk.now.indicators
    assert (received.value, received.value_text) == ("13001", "13.001")
    assert (coded.value, coded.value_text, coded.meaning) == ("1", "1", "Có")
    desk.correct(received, value="0,125", unit="tỷ đồng")
    received, _ = desk.now.indicators
    assert (received.value, received.value_text, received.unit) == ("0.125", "0,125", "tỷ đồng")


def test_a_documents_own_data_and_title_are_corrected(desk: Desk) -> None:
    desk.correct(
        desk.now.document,
        kind="plan", province="Tỉnh Mẫu", date="5/1/2027", title="Kế hoạch mẫu", number="1/KH",
    )  # fmt: skip
    document = desk.now.document
    assert (document.kind, document.province, document.date, document.number) == (
        "plan", "Tỉnh Mẫu", "2027-01-05", "1/KH",
    )  # fmt: skip
    assert len(document.corrected) == 5
    assert all(unit.search_text.startswith("Kế hoạch mẫu") for unit in desk.now.units)
    for correction in list(document.corrected):
        desk.undo(correction.id)
    assert desk.now.units == desk.read.units


def test_several_deliverables_are_corrected_one_by_one(tmp_path: Path) -> None:
    rows = [ROWS[0], "\t\tBáo cáo lần hai\t\tQuý III/2027"]
    desk = Desk(read_text(tmp_path, annex(rows)))
    (task,) = desk.now.tasks
    assert len(task.deliverables) == 2
    with pytest.raises(BadCorrection, match=r"deliverables\.2\.deadline"):
        desk.correct(task, deadline="Quý IV/2027")
    desk.correct(task, deliverables__2__deadline="Quý IV/2027")
    (task,) = desk.now.tasks
    assert task.deliverables[1].deadline is not None
    assert task.deliverables[1].deadline.to == "2027-12-31"
    assert task.deadline is not None
    assert (task.deadline.from_, task.deadline.to) == ("2027-01-01", "2027-12-31")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"source": "x"}, "“source”"),
        ({"text": " "}, "không được để trống"),
        ({"deadline__to": "31/2/2027"}, "“31/2/2027”"),
        ({"deadline__to": "mai"}, "2026-03-31"),
        ({"deadline__to": "2020-01-01"}, "2020-01-01"),
        ({"deadline__kind": "sớm"}, "“sớm”"),
        ({"lead": "Thanh tra Sở"}, "đã ghi “Thanh tra Sở”"),
        ({"text": "x" * 6000}, "6000"),
        ({}, "Chưa có gì để sửa"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    desk: Desk, changes: dict[str, str], words: str
) -> None:
    with pytest.raises(BadCorrection, match=words) as refused:
        desk.correct(desk.now.tasks[1], **changes)
    message = str(refused.value)
    assert message.endswith(".")
    assert "\n" not in message
    assert desk.statuses == []


@pytest.mark.parametrize(
    ("field", "text"),
    [("kind", "thư mời"), ("date", "13/13/2027"), ("period", "2030-2021"), ("period", "năm nay")],
)
def test_bad_document_data_is_refused(desk: Desk, field: str, text: str) -> None:
    with pytest.raises(BadCorrection, match=text):
        desk.correct(desk.now.document, **{field: text})


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_a_correction_needs_a_usable_name(desk: Desk, name: str) -> None:
    with pytest.raises(BadCorrection, match=r"[Tt]ên|tên"):
        desk.correct(desk.now.tasks[1], by=name, lead="Phòng Một")


@pytest.mark.parametrize("text", ["80 %", "1.23.4", "nhiều", "--5"])
def test_a_value_must_be_a_number(tmp_path: Path, text: str) -> None:
    desk = Desk(read_text(tmp_path, STATISTICS))
    with pytest.raises(BadCorrection, match="không phải một số"):
        desk.correct(desk.now.indicators[0], value=text)
