"""What a question takes for true is held against the documents and named where it is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind
from tests.assistant.asking.documents import all_readings
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years


@pytest.fixture(scope="module")
def answerer() -> RuleAnswerer:
    return RuleAnswerer(FakeIndex(all_readings()), today=date(2024, 2, 20))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (
            "Văn phòng Sở chủ trì xây dựng đề án sắp xếp đơn vị sự nghiệp phải không?",
            ["Đúng."],
        ),
        (
            "Phòng Bổ trợ tư pháp chủ trì đề án sắp xếp đơn vị sự nghiệp phải không?",
            ["Không phải Phòng Bổ trợ tư pháp", "**Văn phòng Sở**"],
        ),
        (
            "Vì sao Phòng Bổ trợ tư pháp lại được giao chủ trì đề án sắp xếp đơn vị sự nghiệp?",
            ["Không phải Phòng Bổ trợ tư pháp", "**Văn phòng Sở**"],
        ),
        (
            "Vì sao Chi cục Thủy lợi lại được giao chủ trì đề án sắp xếp đơn vị sự nghiệp?",
            ["Không phải Chi cục Thủy lợi", "**Văn phòng Sở**"],
        ),
        ("tỷ lệ hồ sơ đúng hạn là 90% phải không", ["Không phải 90%", "98,4 %"]),
        ("mức độ hài lòng của Phú Thọ năm 2031 có phải là 95% không", ["Đúng.", "≥ 95%"]),
        ("hạn xây dựng đề án sắp xếp đơn vị sự nghiệp là 1/5/2027 phải không", ["Không phải"]),
    ],
)
def test_a_premise_is_confirmed_or_corrected(
    answerer: RuleAnswerer, question: str, wanted: list[str]
) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered", answer.answer
    for text in wanted:
        assert text in answer.answer


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("tỷ lệ hồ sơ đúng hạn là bao nhiêu người", "không tính bằng «người»"),
        ("số công chức được cấp chứng thư số là bao nhiêu phần trăm", "không tính bằng «%»"),
        ("Sở Y tế chủ trì những nhiệm vụ nào", "Sở Y tế"),
        ("mức độ hài lòng năm 2019", "2022–2031"),
    ],
)
def test_a_refusal_says_what_is_wrong_with_the_question(
    answerer: RuleAnswerer, question: str, reason: str
) -> None:
    answer = answerer.answer(question)
    assert answer.status == "refused", answer.answer
    assert reason in (answer.reason or "")


def fines() -> Answer:
    table = ReadingBuilder("sl", DocumentKind.STATISTICS_ANNEX, period=years(2030))
    table.indicator("1", "Số vụ phạt khai thác cát", value="4", unit="Vụ", parent="Vụ bị phạt")
    table.indicator("2", "Số vụ phạt đổ rác thải", value="15", unit="Vụ", parent="Vụ bị phạt")
    table.indicator("3", "Số vụ phạt xả nước thải", value=None, unit="Vụ", parent="Vụ bị phạt")
    index = FakeIndex([table.build()])
    return RuleAnswerer(index, today=date(2031, 1, 1)).answer("tổng số vụ phạt")


def test_a_sum_is_made_from_the_rows_and_shows_them() -> None:
    answer = fines()
    assert "4 + 15 = **19 Vụ**" in answer.answer
    assert "1 ô để trống" in answer.answer
    derived = next(figure for figure in answer.figures if figure.verdict == "derived")
    assert derived.value == "19"
    assert len(derived.evidence) == 3
