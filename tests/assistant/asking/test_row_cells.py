"""Cells beside the usual ones, counts of tasks in a statistics row, actual held against plan."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind, Source, Task
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

TODAY = date(2031, 2, 20)
_CELLS = {
    "Dọn kênh thủy lợi": {"Căn cứ": "Quyết định số 9/QĐ-XYZ", "Ghi chú": "Chi phí 15 triệu đồng"},
    "Trồng lại rừng dương": {"Căn cứ": "Luật Lâm nghiệp"},
    "Vớt bèo hồ lớn": {},
}


def _with_cells(task: Task) -> Task:
    parts = tuple(
        Source.model_validate(
            {
                "document_id": task.document_id,
                "file": task.source.file,
                "table": 1,
                "row": task.source.row,
                "column": column,
                "quote": text,
            }
        )
        for column, text in _CELLS[task.text].items()
    )
    return task.model_copy(update={"source": task.source.model_copy(update={"parts": parts})})


def ask(question: str) -> Answer:
    plan = ReadingBuilder("plan", DocumentKind.TASK_ANNEX, issuer="Sở Du lịch", period=years(2031))
    for key, text in enumerate(_CELLS, start=1):
        plan.task(str(key), text, lead=("Văn phòng Sở",))
    plan.tasks = [_with_cells(task) for task in plan.tasks]
    report = ReadingBuilder(
        "bc",
        DocumentKind.REPORT,
        issuer="Sở Du lịch",
        title="Báo cáo 6 tháng đầu năm 2031",
        period=years(2031),
    )
    report.indicator("1", "Số nhiệm vụ đã hoàn thành", value="18", unit="Nhiệm vụ")
    report.indicator("2", "Lượt khách", value="50", unit="Lượt", column="Kế hoạch", row=7)
    report.indicator("2", "Lượt khách", value="61", unit="Lượt", column="Thực hiện", row=7)
    readings = [plan.build(), report.build()]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("Căn cứ của nhiệm vụ dọn kênh thủy lợi?", "Quyết định số 9/QĐ-XYZ"),
        ("Căn cứ của nhiệm vụ trồng lại rừng dương là gì?", "Luật Lâm nghiệp"),
        ("Ghi chú của nhiệm vụ dọn kênh thủy lợi", "Chi phí 15 triệu đồng"),
        ("Chi phí dọn kênh thủy lợi?", "Chi phí 15 triệu đồng"),
    ],
)
def test_a_further_cell_of_a_row_is_answered_with_its_own_citation(
    question: str, cell: str
) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert cell in answer.answer
    assert [citation.source.quote for citation in answer.citations] == [cell]


def test_an_empty_cell_is_not_filled_from_another_row() -> None:
    answer = ask("Căn cứ của nhiệm vụ vớt bèo hồ lớn?")
    assert "QĐ-XYZ" not in answer.answer
    assert "Lâm nghiệp" not in answer.answer


def test_finished_tasks_are_counted_by_their_statistics_row() -> None:
    answer = ask("Sở Du lịch: số nhiệm vụ đã hoàn thành 6 tháng đầu năm 2031?")
    assert [figure.value for figure in answer.figures] == ["18"]


def test_unfinished_tasks_are_not_answered_from_the_row_of_finished_ones() -> None:
    answer = ask("Sở Du lịch: số nhiệm vụ chưa hoàn thành 6 tháng đầu năm 2031?")
    assert answer.status == "refused"


@pytest.mark.parametrize("words", ["so kế hoạch", "so với kế hoạch"])
def test_against_the_plan_gives_both_figures_and_the_difference(words: str) -> None:
    answer = ask(f"Lượt khách năm 2031 {words}?")
    assert "**50 Lượt**" in answer.answer
    assert "**61 Lượt**" in answer.answer
    assert "11 Lượt" in answer.answer
