"""Targets set side by side in the question's own words, and who takes part beside a unit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from ingest.pipeline import read_file
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

TODAY = date(2031, 2, 20)


def ask(question: str) -> Answer:
    plan = ReadingBuilder(
        "kh", DocumentKind.PLAN, issuer="Sở Muối", period=years(2031, 2040), number="9/KH-SM"
    )
    said = "hồ sơ ao muối được xử lý trên môi trường mạng"
    other = "hồ sơ ruộng muối được giải quyết trực tuyến"
    for year, first, second in ((2035, "61", "33"), (2040, "93", "58")):
        for metric, value in ((other, second), (said, first)):
            plan.target(
                "I.1", f"{value}% {metric}.", metric=metric, value=value, horizon=years(year)
            )
    plan.target("I.2", "100% bao muối hột được kiểm đếm.", value="100")
    annex = ReadingBuilder("pl", DocumentKind.TASK_ANNEX, issuer="Sở Muối", period=years(2031))
    annex.task(
        "1",
        "Kiểm đếm bao muối hột",
        lead=("Phòng Cân đong",),
        coordinating=("Phòng Kho vựa",),
    )
    annex.task(
        "2",
        "Tham gia dự họp, kiểm đếm cọc ao",
        lead=("Phòng Cân đong",),
        coordinating=("Phòng Thuyền bè",),
    )
    return RuleAnswerer(FakeIndex([plan.build(), annex.build()]), today=TODAY).answer(question)


def test_targets_that_say_the_topic_itself_are_set_beside_each_other_alone() -> None:
    answer = ask("So sánh chỉ tiêu hồ sơ xử lý trên môi trường mạng năm 2035 và 2040.")
    assert answer.status == "answered"
    assert "61%" in answer.answer
    assert "93%" in answer.answer
    assert "33%" not in answer.answer
    assert "58%" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Phòng nào tham gia kiểm đếm bao muối hột cùng Phòng Cân đong?",
        "Bộ phận nào tham gia kiểm đếm bao muối hột cùng Phòng Cân đong?",
        "Khi kiểm đếm bao muối hột thì ai phối hợp với Phòng Cân đong?",
    ],
)
def test_who_takes_part_beside_a_unit_is_the_one_that_helps_it(question: str) -> None:
    answer = ask(question)
    assert "Phòng Kho vựa" in answer.answer
    assert "Phòng Thuyền bè" not in answer.answer


def test_a_target_without_partners_is_not_told_where_a_row_has_them() -> None:
    answer = ask("Đơn vị nào phối hợp kiểm đếm bao muối hột?")
    assert "Phòng Kho vựa" in answer.answer
    assert "100%" not in answer.answer


def test_the_work_of_a_unit_is_counted_by_rows_whatever_else_its_cells_say(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "KẾ HOẠCH LÀM MUỐI NĂM 2031\n\n"
        "STT\tBộ phận thực hiện\tNhiệm vụ cụ thể\tThời hạn\n"
        "1\tPhòng Cân đong chủ trì, phối hợp với các ruộng muối.\tĐếm bao\tQuý I/2031\n"
        "2\tPhòng Cân đong\tSửa cân\tQuý II/2031\n"
        "3\tPhòng Cân đong chủ trì, phối hợp với bến thuyền.\tGhi sổ\tQuý II/2031\n"
        "4\tPhòng Kho vựa\tLợp kho\tQuý III/2031\n",
        encoding="utf-8",
    )
    reading = read_file(file, document_id="d", shown_path="a.txt")
    answer = RuleAnswerer(FakeIndex([reading]), today=TODAY).answer(
        "Phòng Cân đong chủ trì bao nhiêu nhiệm vụ?"
    )
    assert "**3** nhiệm vụ" in answer.answer
