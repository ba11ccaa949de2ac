"""Bodies that a question names by their kind alone ("của Trường"), in full or without "các"."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2031, 2, 20)
SCHOOL, TREASURY = "Trường Đại học Nghề Cói", "Kho bạc Nhà nước"
BOARD = "Ban Quản lý các khu nuôi tôm"


def ask(question: str) -> Answer:
    school = ReadingBuilder("truong", DocumentKind.PLAN, issuer=SCHOOL, period=years(2031))
    school.task(
        "I.1",
        "Sửa mái nhà thuyền",
        lead=("Phòng Quản trị",),
        due=deadline("03/02/2031", "before", None, "2031-02-03"),
    )
    school.task(
        "I.2",
        "Đan lưới cho Trường Đại học Nghề Cói",
        lead=("Phòng Quản trị",),
        due=deadline("01/02/2031", "before", None, "2031-02-01"),
    )
    school.passage("Cứu môi trường nước, giữ môi trường rừng.")
    treasury = ReadingBuilder("kho", DocumentKind.PLAN, issuer=TREASURY, period=years(2031))
    treasury.task("I.1", "Sửa mái nhà thuyền", lead=("Phòng Két sắt",))
    board = ReadingBuilder("ban", DocumentKind.PLAN, issuer=BOARD, period=years(2031))
    board.task("I.1", "Sửa mái nhà thuyền", lead=("Phòng Ao đầm",))
    readings = [one.build() for one in (school, treasury, board)]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


@pytest.mark.parametrize(
    ("named", "lead"),
    [
        (SCHOOL, "Phòng Quản trị"),
        ("Trường Đại học", "Phòng Quản trị"),
        (f"{TREASURY} tỉnh", "Phòng Két sắt"),
        ("Kho bạc", "Phòng Két sắt"),
        ("Ban Quản lý khu nuôi tôm", "Phòng Ao đầm"),
        ("Ban Quản lý", "Phòng Ao đầm"),
    ],
)
def test_a_body_is_known_by_its_kind_and_its_name_is_no_topic(named: str, lead: str) -> None:
    answer = ask(f"{named} giao ai sửa mái nhà thuyền theo KH năm 2031?")
    assert answer.status == "answered"
    assert lead in answer.answer
    assert answer.answer.count("chủ trì") == 1


def test_one_word_with_a_capital_stands_for_the_body_whose_kind_it_is() -> None:
    answer = ask("Nhiệm vụ nào của Trường đã quá hạn?")
    assert "Sửa mái nhà thuyền" in answer.answer
    assert "Đan lưới" in answer.answer


@pytest.mark.parametrize("word", ["Môi Trường", "môi trường"])
def test_half_of_another_word_is_no_body(word: str) -> None:
    answer = ask(f"Ai chủ trì sửa mái nhà thuyền ở phần {word} nào?")
    assert "Phòng Két sắt" in answer.answer or answer.status == "refused"
