"""Questions whose nearest text holds their words and yet does not tell what they ask."""

from __future__ import annotations

from datetime import date

import pytest

from evals.documents import samples
from evals.opening import opened


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ tiêu nào chưa đạt trong năm 2025?",
        "Những chỉ tiêu nào của năm 2025 không hoàn thành?",
        "Giám đốc Sở là ai?",
        "Năm 2027 chỉ tiêu thanh toán trực tuyến là bao nhiêu?",
        "Bao nhiêu phiếu khảo sát được phát ra?",
        "Mức chi cho khảo sát hài lòng là bao nhiêu?",
    ],
)
def test_aims_lead_ins_numbered_rows_and_codes_do_not_answer(question: str) -> None:
    with opened(samples(), today=lambda: date(2026, 2, 9)) as service:
        assert service.ask(question).status == "refused"


def test_aims_asked_for_as_such_are_still_told() -> None:
    with opened(samples(), today=lambda: date(2026, 2, 9)) as service:
        answer = service.ask("Mục tiêu chủ yếu đến năm 2030 là gì?")
    assert answer.status == "answered"
    assert "95%" in answer.answer


def test_an_option_asked_for_as_such_is_still_told() -> None:
    with opened(samples(), today=lambda: date(2026, 2, 9)) as service:
        answer = service.ask("Hình thức khảo sát sự hài lòng năm 2025 là gì?")
    assert "2 (Kết hợp)" in answer.answer


def test_bodies_that_lead_are_no_number_of_bodies() -> None:
    with opened(samples(), today=lambda: date(2026, 2, 9)) as service:
        answer = service.ask("Có mấy đơn vị sự nghiệp trực thuộc Sở?").answer
    assert "chủ trì" not in answer.casefold()
