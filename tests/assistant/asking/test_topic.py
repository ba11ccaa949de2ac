"""Topics that share words are kept apart; typing without accents still finds."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.asking.finding.retrieval import fitting, start_search
from assistant.asking.questions.understanding import understand
from ingest.model import DocumentKind, Indicator, Reading
from tests.assistant.asking.fakes import ReadingBuilder, corpus_of, years

NAMES = (
    "Số thủ tục hành chính triển khai thanh toán trực tuyến",
    "Số hồ sơ tiếp nhận trực tuyến",
    "Số dịch vụ công trực tuyến toàn trình",
    "Số hồ sơ tiếp nhận trực tiếp",
    "Số hồ sơ giải quyết đúng hạn",
    "Số hồ sơ giải quyết quá hạn",
    "Số cán bộ được đào tạo, bồi dưỡng",
    "Số văn bản quy phạm pháp luật được rà soát",
    "Số cuộc kiểm tra văn bản",
)


def statistics() -> Reading:
    builder = ReadingBuilder("s", DocumentKind.STATISTICS_ANNEX, period=years(2025))
    for number, name in enumerate(NAMES, start=1):
        builder.indicator(f"I.{number}", name, value=str(number), unit="Số lượng")
    return builder.build()


def found(question: str) -> list[str]:
    corpus = corpus_of([statistics()], question)
    query = understand(question, corpus=corpus, today=date(2025, 6, 1))
    matches = fitting(start_search(query, corpus), ("indicators",))
    return [
        match.entry.record.name for match in matches if isinstance(match.entry.record, Indicator)
    ]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("thanh toán trực tuyến", NAMES[0]),
        ("thanh toan truc tuyen", NAMES[0]),
        ("hồ sơ trực tuyến", NAMES[1]),
        ("ho so truc tuyen", NAMES[1]),
        ("DVC trực tuyến", NAMES[2]),
        ("DVCTT toàn trình", NAMES[2]),
        ("hồ sơ nhận trực tiếp", NAMES[3]),
        ("hồ sơ đúng hạn", NAMES[4]),
        ("hồ sơ trễ hạn", NAMES[5]),
        ("bao nhiêu cán bộ được bồi dưỡng", NAMES[6]),
        ("VBQPPL được rà soát", NAMES[7]),
    ],
)
def test_neighbouring_topics_are_kept_apart(question: str, name: str) -> None:
    assert found(question)[:1] == [name]


@pytest.mark.parametrize(
    "question", ["hộ nghèo", "thanh tra giao thông", "tài khoản ngân hàng", "học sinh trung học"]
)
def test_an_absent_topic_fits_nothing(question: str) -> None:
    assert found(question) == []


def test_other_accents_are_another_word() -> None:
    assert found("cuộc") == [NAMES[8]]
    assert found("cuốc") == []
