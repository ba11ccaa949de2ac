"""Comparisons that name two documents, and filters that together leave none."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

TODAY = date(2024, 2, 20)


def ask(question: str) -> Answer:
    north = ReadingBuilder(
        "north",
        DocumentKind.PLAN,
        province="Phú Thọ",
        number="731/KH-SDL",
        period=years(2021, 2030),
    )
    north.target("1", "Tỷ lệ phòng nghỉ đạt chuẩn 60%", metric="phòng nghỉ đạt chuẩn", value="60")
    south = ReadingBuilder(
        "south", DocumentKind.PLAN, province="Cà Mau", number="12/KH-SDL", period=years(2024)
    )
    south.target("1", "Tỷ lệ phòng nghỉ đạt chuẩn 45%", metric="phòng nghỉ đạt chuẩn", value="45")
    later = ReadingBuilder(
        "later", DocumentKind.PLAN, province="Cà Mau", number="15/KH-SDL", period=years(2026)
    )
    later.target("1", "Tỷ lệ phòng nghỉ đạt chuẩn 50%", metric="phòng nghỉ đạt chuẩn", value="50")
    index = FakeIndex([north.build(), south.build(), later.build()])
    return RuleAnswerer(index, today=TODAY).answer(question)


@pytest.mark.parametrize(
    "question",
    [
        "So sánh phòng nghỉ đạt chuẩn giữa kế hoạch 731 và kế hoạch 2024 của Cà Mau",
        "So sánh phòng nghỉ đạt chuẩn giữa kế hoạch 2024 của Cà Mau với 731",
    ],
)
def test_two_documents_in_one_comparison_are_alternatives(question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert "60%" in answer.answer
    assert "45%" in answer.answer
    assert "**50%**" not in answer.answer
    assert "15 điểm phần trăm" in answer.answer


def test_filters_that_leave_no_document_are_told_apart() -> None:
    answer = ask("Chỉ tiêu phòng nghỉ đạt chuẩn trong kế hoạch 731 của Cà Mau là bao nhiêu?")
    assert answer.status == "refused"
    assert "0 văn bản" not in answer.answer
    assert "«731/KH-SDL» có" in answer.answer
    assert "Phú Thọ" in answer.answer
    assert "12/KH-SDL" in answer.answer
