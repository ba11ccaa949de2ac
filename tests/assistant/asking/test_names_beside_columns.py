"""A figure named word by word, some of whose words are a column of another document's table."""

from __future__ import annotations

from datetime import date

from evals.documents import samples
from evals.opening import opened


def test_the_words_of_a_name_are_no_column_of_another_table() -> None:
    with opened(samples(), today=lambda: date(2026, 2, 9)) as service:
        answer = service.ask("TTHC được cắt giảm thời gian giải quyết là bao nhiêu?").answer
        target = service.ask(
            "Chỉ tiêu cắt giảm tổng thời gian giải quyết TTHC là bao nhiêu?"
        ).answer
    assert "**18" in answer
    assert "**27" in answer
    assert "15%" in target
    assert "Quý" not in answer + target


def test_a_column_of_days_is_no_answer_to_how_many() -> None:
    with opened(samples(), today=lambda: date(2026, 2, 9)) as service:
        answer = service.ask("TTHC được cắt giảm thời gian là bao nhiêu?").answer
        apart = service.ask(
            "TTHC được cắt giảm thời gian và TTHC được đơn giản hóa chênh nhau bao nhiêu?"
        ).answer
    assert "**18 TTHC**" in answer
    assert "**27 TTHC**" in answer
    assert "**9 TTHC**" in apart
    assert "Quý" not in answer + apart
