"""Things that a question names by their kind: a rank, a network, a paper's type, a section."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind, Reading
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years

_PONDS = (("Đầm Sậy", "64", "3"), ("Đầm Lau", "91", "1"), ("Đầm Bần", "77", "2"))


def _ranking() -> Reading:
    report = ReadingBuilder(
        "ranks", DocumentKind.STATISTICS_ANNEX, province="Bãi Rạm", period=years(2044)
    )
    for row, (pond, score, rank) in enumerate(_PONDS, start=3):
        for name, value in (("Điểm nuôi cá năm 2044", score), ("Xếp hạng năm 2044", rank)):
            report.indicator(
                str(row), name, value=value, subject=pond, column=name, row=row, unit=None
            )
    return report.build()


def _plan() -> Reading:
    plan = ReadingBuilder(
        "plan44",
        DocumentKind.PLAN,
        title="Kế hoạch nuôi cá năm 2044 của Sở Đầm phá",
        issuer="Sở Đầm phá",
        province="Bãi Rạm",
        number="8/KH-SDP",
        period=years(2044),
    )
    plan.section("I", "CHĂM SÓC ĐẦM")
    plan.task("I.1", "Rào lưới quanh đầm", lead=("Phòng Đầm",))
    plan.task("I.2", "Giới thiệu giống cá mới trên Zalo của Sở", lead=("Phòng Tin",))
    plan.section("II", "BÁN CÁ")
    plan.task("II.1", "Mở quầy cá ở bến", lead=("Phòng Chợ",))
    return plan.build()


def _notice() -> Reading:
    notice = ReadingBuilder(
        "notice",
        DocumentKind.OTHER,
        title="Thông báo Kết luận cuộc họp về đầm cá",
        number="6/TB-UBND",
        issuer="UBND tỉnh",
        province="Bãi Rạm",
    )
    notice.passage("THÔNG BÁO Kết luận cuộc họp về đầm cá")
    notice.task("2.a", "Sở Đầm phá: đếm lại số cá trong đầm", lead=("Sở Đầm phá",))
    return notice.build()


@lru_cache(maxsize=1)
def _answerer() -> RuleAnswerer:
    readings = [_ranking(), _plan(), _notice()]
    return RuleAnswerer(FakeIndex(readings), today=lambda: date(2044, 3, 1))


def _asked(question: str) -> Answer:
    return _answerer().answer(question)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Đầm nào đứng đầu xếp hạng năm 2044?", "Đầm Lau"),
        ("Đầm nào xếp hạng thấp nhất năm 2044?", "Đầm Sậy"),
    ],
)
def test_the_first_in_rank_is_the_highest(question: str, first: str) -> None:
    answer = _asked(question).answer
    others = [pond for pond, _, _ in _PONDS if pond != first]
    assert first in answer
    assert not any(f"«{other}»" in answer for other in others)


def test_what_names_one_of_a_kind_answers_for_the_kind_and_not_for_another() -> None:
    assert "Zalo" in _asked("Giới thiệu giống cá trên mạng xã hội nào?").answer
    assert _asked("Giới thiệu giống cá trên TikTok do ai chủ trì?").status == "refused"


def test_a_paper_named_by_its_type_alone_is_the_one_that_is_stored() -> None:
    answer = _asked("Thông báo kết luận giao những nhiệm vụ gì?").answer
    assert "đếm lại số cá" in answer
    assert "Rào lưới" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Nội dung nào về chăm sóc đầm trong kế hoạch 8/KH-SDP?",
        "Nhiệm vụ chăm sóc đầm trong kế hoạch 8/KH-SDP là gì?",
    ],
)
def test_what_is_said_of_a_heading_are_the_rows_below_it(question: str) -> None:
    answer = _asked(question).answer
    assert "Rào lưới quanh đầm" in answer
    assert "Mở quầy cá" not in answer


def test_written_out_short_forms_do_not_make_a_question_one_typed_with_accents() -> None:
    assert "Mở quầy cá ở bến" in _asked("p chợ chu tri viec gi trong kh năm 2044").answer
