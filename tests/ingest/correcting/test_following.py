"""What follows from a corrected or inherited period and issuer."""

from __future__ import annotations

from pathlib import Path

from ingest.correcting.following import follow_link
from ingest.model import Document, Period, Task
from ingest.text.unit_keys import unit_slug
from tests.ingest.correcting.readings import Desk, annex, read_text

ROWS = (
    "1\tDọn kho\tBáo cáo\tPhòng Bổ trợ tư pháp\tQuý I",
    "2\tKiểm kho\tBiên bản\tThanh tra Sở\t- Đợt 1: trước 15/4; - Đợt 2: trước 15/10",
    "3\tXây kho\tKho mới\tVăn phòng\tQuý II/2029",
    "4\tTrông kho\t\tVăn phòng\tThường xuyên",
)


def _times(tasks: tuple[Task, ...]) -> list[tuple[str | None, str | None]]:
    return [(t.deadline.from_, t.deadline.to) for t in tasks if t.deadline]


def _linked(document: Document, **taken: object) -> Document:
    return document.model_copy(update={**taken, "inherited": tuple(taken)})


def test_an_annex_without_a_year_takes_that_of_the_document_it_hangs_on(tmp_path: Path) -> None:
    read = read_text(tmp_path, annex(ROWS, title="NHIỆM VỤ TRỌNG TÂM"))
    assert _times(read.tasks)[:2] == [(None, None), (None, None)]
    document = _linked(read.document, period=Period.model_validate({"from": 2031, "to": 2031}))
    tasks = tuple(one for t in read.tasks if isinstance(one := follow_link(t, document), Task))
    assert _times(tasks) == [
        ("2031-01-01", "2031-03-31"),
        (None, "2031-10-15"),
        ("2029-04-01", "2029-06-30"),
        (None, None),
    ]
    assert [d.deadline and d.deadline.to for d in tasks[1].deliverables] == [
        "2031-04-15",
        "2031-10-15",
    ]
    assert tasks[1].deadline is not None
    assert read.tasks[1].deadline is not None
    assert tasks[1].deadline.text == read.tasks[1].deadline.text


def test_a_period_of_several_years_dates_nothing(tmp_path: Path) -> None:
    read = read_text(tmp_path, annex(ROWS, title="NHIỆM VỤ TRỌNG TÂM"))
    document = _linked(read.document, period=Period.model_validate({"from": 2031, "to": 2035}))
    task = follow_link(read.tasks[0], document)
    assert isinstance(task, Task)
    assert _times((task,)) == [(None, None)]


def test_a_document_that_hangs_on_none_keeps_its_records(tmp_path: Path) -> None:
    read = read_text(tmp_path, annex(ROWS))
    assert all(follow_link(record, read.document) is record for record in read.records)


def test_an_inherited_issuer_decides_which_spellings_are_one_unit(tmp_path: Path) -> None:
    read = read_text(tmp_path, annex(ROWS))
    document = _linked(read.document, issuer="Sở Tư pháp", province="Khánh Hòa").model_copy(
        update={"period": Period.model_validate({"from": 2023, "to": 2023})}
    )
    task = follow_link(read.tasks[0], document)
    assert isinstance(task, Task)
    assert read.tasks[0].lead_units == ("phong-bo-tro-tu-phap",)
    assert task.lead_units == ("phong-thanh-tra-bo-tro-tu-phap",)


def test_a_corrected_issuer_does_too_and_undoing_it_brings_the_old_key_back(
    tmp_path: Path,
) -> None:
    title = "NHIỆM VỤ TRỌNG TÂM NĂM 2023"
    desk = Desk(read_text(tmp_path, annex(ROWS, title=title)))
    desk.correct(desk.now.document, issuer="Sở Tư pháp", province="Khánh Hòa")
    assert desk.now.tasks[0].lead_units == ("phong-thanh-tra-bo-tro-tu-phap",)
    desk.correct(desk.now.tasks[1], lead="Phòng Bổ trợ tư pháp")
    assert desk.now.tasks[1].lead_units == ("phong-thanh-tra-bo-tro-tu-phap",)
    for number in (1, 2, 3):
        desk.undo(f"sua-{number}")
    assert desk.now.tasks[0].lead_units == (unit_slug("Phòng Bổ trợ tư pháp"),)
    assert desk.now.tasks[1].lead_units == ("thanh-tra-so",)


def test_ticked_quarters_without_a_year_are_dated_by_a_corrected_period(tmp_path: Path) -> None:
    text = (
        "PHỤ LỤC\nNHIỆM VỤ TRỌNG TÂM\n\nTT\tNhiệm vụ\tChủ trì\tQuý I\tQuý II\tQuý III\tQuý IV\n"
        "1\tĐếm kho\tPhòng Kho\t\tx\t\tx\n2\tGiữ kho\tPhòng Kho\tx\tx\tx\tx\n"
    )
    desk = Desk(read_text(tmp_path, text))
    assert _times(desk.now.tasks) == [(None, None), (None, None)]
    desk.correct(desk.now.document, period="2031")
    assert _times(desk.now.tasks) == [
        ("2031-04-01", "2031-12-31"),
        ("2031-01-01", "2031-12-31"),
    ]
