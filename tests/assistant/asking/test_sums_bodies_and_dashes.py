"""Sentences that say a sum, a body or a day otherwise than the question does."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years
from tests.assistant.asking.test_quarters import TODAY


def notice() -> ReadingBuilder:
    paper = ReadingBuilder(
        "bao",
        DocumentKind.OTHER,
        title="Thông báo về việc trồng rừng ngập mặn năm 2034",
        province="Lâm Hải",
        period=years(2034),
    )
    paper.section("1", "Tình hình")
    paper.passage("Bố trí 900 triệu đồng cho việc đắp đê, đã giải ngân 640 triệu đồng.")
    paper.passage(
        "Tuy nhiên, còn 02 địa phương để hư hỏng trên 50 cọc tre, "
        "gồm: xã Bãi Sậy và phường Vũng Nồm."
    )
    paper.passage("Thời kỳ kiểm đếm: từ ngày 03 tháng 02 năm 2034 đến thời điểm kiểm đếm.")
    paper.section("2", "Giao việc")
    paper.passage(
        "Các trạm ươm có trách nhiệm xây dựng kế hoạch gieo hạt, phân công từng người, hoàn thành "
        "trước ngày 20 tháng 3 năm 2034; trước ngày 18 hằng tháng báo cáo kết quả về Chi cục "
        "Kiểm lâm."
    )
    paper.passage("Nghị quyết Đại hội lần thứ nhất được quán triệt; giải quyết đơn trong 09 ngày.")
    return paper


def ask(question: str) -> Answer:
    return RuleAnswerer(FakeIndex([notice().build()]), today=TODAY).answer(question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Đã giải ngân bao nhiêu kinh phí cho việc đắp đê?", "640 triệu đồng"),
        ("Những địa phương nào còn trên 50 cọc tre hư hỏng?", "xã Bãi Sậy và phường Vũng Nồm"),
        ("Thời kỳ kiểm đếm tính từ ngày nào?", "03 tháng 02 năm 2034"),
        ("Các trạm ươm phải xây dựng kế hoạch gieo hạt xong trước ngày nào?", "20 tháng 3"),
        ("Các trạm ươm báo cáo kết quả về Chi cục Kiểm lâm vào ngày nào hằng tháng?", "ngày 18"),
    ],
)
def test_what_a_sentence_says_in_its_own_way_is_found(question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


def test_an_everyday_word_is_no_slip_for_one_that_follows_the_word_before_it() -> None:
    assert "dài nhất" in (ask("Đơn nào giải quyết dài nhất?").interpreted_as or "")


def test_a_name_behind_a_dash_stays_part_of_the_question() -> None:
    answer = ask("In bao nhiêu tờ rơi hai thứ tiếng Việt - Cơ Tu?")
    assert "Việt - Cơ Tu" in (answer.interpreted_as or "")


def test_how_a_person_is_addressed_is_no_part_of_the_name() -> None:
    answer = ask("Ông Đào Văn Chài phụ trách việc gì?")
    assert (answer.interpreted_as or "").startswith("Đào Văn Chài")
