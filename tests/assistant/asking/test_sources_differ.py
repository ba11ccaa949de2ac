"""The running text of a report held against its annex, in one file or in two."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.sentences.stated import stated_in
from ingest.model import Document, DocumentKind, EvidenceUnit, Reading
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, years


def text() -> Reading:
    report = ReadingBuilder("bc", DocumentKind.REPORT, period=years(2031), issuer="Sở Y tế")
    report.section("I", "KẾT QUẢ")
    report.passage("Trong năm, Sở công bố mới 07 TTHC và bãi bỏ 23 TTHC.")
    report.passage("Đã cấp 1.204 giấy phép; tỷ lệ hài lòng đạt 91,5%.")
    return report.build()


def annex(*, issuer: str = "Sở Y tế", year: int = 2031) -> Reading:
    table = ReadingBuilder("pl", DocumentKind.STATISTICS_ANNEX, period=years(year), issuer=issuer)
    table.indicator("1", "Số TTHC bãi bỏ", value="21", unit="TTHC")
    table.indicator("2", "Số TTHC công bố mới", value="7", unit="TTHC")
    table.indicator("3", "Tỷ lệ hài lòng", value="91.48", value_text="91,48 %", unit="%")
    return table.build()


def ask(question: str, *readings: Reading) -> Answer:
    return RuleAnswerer(FakeIndex(readings), today=date(2032, 1, 5)).answer(question)


def test_annex_and_text_of_one_report_are_both_shown_and_said_to_differ() -> None:
    answer = ask("năm 2031 bãi bỏ bao nhiêu TTHC", text(), annex())
    assert "21 TTHC" in answer.answer
    assert "bãi bỏ 23 TTHC" in answer.answer
    assert "không thống nhất" in answer.answer
    assert {citation.source.document_id for citation in answer.citations} == {"bc", "pl"}
    verdicts = {figure.value: figure.verdict for figure in answer.figures}
    assert verdicts == {"21": "match", "23": "contradicted"}


@pytest.mark.parametrize("question", ["năm 2031 công bố mới bao nhiêu TTHC", "tỷ lệ hài lòng"])
def test_figures_that_agree_or_are_rounded_are_not_said_to_differ(question: str) -> None:
    assert "không thống nhất" not in ask(question, text(), annex()).answer


def test_another_issuer_or_year_is_not_the_same_report() -> None:
    for other in (annex(issuer="Sở Xây dựng"), annex(year=2030)):
        answer = ask("bãi bỏ bao nhiêu TTHC", text(), other)
        assert "không thống nhất" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "khác nhau giữa báo cáo và phụ lục",
        "lời văn và phụ lục không khớp ở đâu",
        "bao cao va phu luc co mau thuan khong",
    ],
)
def test_all_differences_are_listed_and_nothing_else(question: str) -> None:
    answer = ask(question, text(), annex())
    assert answer.status == "answered"
    assert "1 chỗ" in answer.answer
    assert "**21 TTHC**" in answer.answer
    assert "**23**" in answer.answer
    assert "91,5" not in answer.answer


def test_without_a_pair_there_is_nothing_to_compare() -> None:
    answer = ask("khác nhau giữa báo cáo và phụ lục", annex())
    assert answer.status == "refused"
    assert "Không có báo cáo nào kèm phụ lục" in (answer.reason or "")


def test_a_figure_belongs_to_the_words_beside_it() -> None:
    reading = text()
    document: Document = reading.document
    unit: EvidenceUnit = reading.units[0]
    sentence = "Ngày 5/8/2031 sửa đổi 31 TTHC (Quyết định số 12/QĐ-SYT) và bãi bỏ 19 TTHC"
    figures = {
        figure.shown: " ".join(figure.about.split())
        for figure in stated_in(sentence, document, unit)
    }
    assert set(figures) == {"31", "19"}
    assert "bãi bỏ" in figures["19"]
    assert "sửa đổi" not in figures["19"]
