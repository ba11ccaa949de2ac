"""Questions are read into what is asked, the topic and the limits."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import Intent
from assistant.asking.questions.understanding import understand
from tests.assistant.asking.documents import all_readings
from tests.assistant.asking.fakes import corpus_of

TODAY = date(2024, 11, 25)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return corpus_of(all_readings())


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Ai phụ trách việc số hóa hồ sơ?", Intent.LEAD),
        ("don vi nao lam dau moi so hoa ho so", Intent.LEAD),
        ("đơn vị nào phối hợp số hóa hồ sơ", Intent.COORDINATING),
        ("khi nào phải xong việc số hóa hồ sơ", Intent.DEADLINE),
        ("sản phẩm của việc số hóa hồ sơ là gì", Intent.PRODUCT),
        ("tỷ lệ số hóa hồ sơ là bao nhiêu", Intent.VALUE),
        ("tỷ lệ số hóa hồ sơ", Intent.VALUE),
        ("so sánh tỷ lệ số hóa hồ sơ hai năm", Intent.COMPARE),
        ("có bao nhiêu nhiệm vụ về số hóa", Intent.COUNT),
        ("liệt kê các nhiệm vụ số hóa", Intent.LIST),
        ("căn cứ pháp lý của kế hoạch", Intent.BASIS),
        ("vì sao hồ sơ trễ hạn", Intent.REASON),
        ("nêu giải pháp thực hiện", Intent.PROSE),
        ("TTHC là gì", Intent.DEFINITION),
        ("xin chào", Intent.GREETING),
        ("who is in charge of digitization", Intent.LEAD),
        ("Văn phòng Sở chủ trì những gì", Intent.LIST),
    ],
)
def test_what_is_asked_is_recognised(corpus: Corpus, question: str, intent: Intent) -> None:
    assert understand(question, corpus=corpus, today=TODAY).intent is intent


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("nhiệm vụ quý này", date(2024, 10, 1), date(2024, 12, 31)),
        ("nhiệm vụ quý tới", date(2025, 1, 1), date(2025, 3, 31)),
        ("việc trong tháng tới", date(2024, 12, 1), date(2024, 12, 31)),
        ("viec thang nay", date(2024, 11, 1), date(2024, 11, 30)),
        ("nhiệm vụ nào sắp đến hạn", date(2024, 11, 25), date(2024, 12, 25)),
        ("nhiệm vụ nào đã quá hạn", None, date(2024, 11, 24)),
        ("nhiệm vụ trước ngày 15/3/2025", None, date(2025, 3, 15)),
        ("nhiệm vụ quý II/2023", date(2023, 4, 1), date(2023, 6, 30)),
        ("nhiệm vụ quý 2 năm 2023", date(2023, 4, 1), date(2023, 6, 30)),
        ("nhiệm vụ 6 tháng đầu năm 2023", date(2023, 1, 1), date(2023, 6, 30)),
        ("nhiệm vụ tháng 2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("nhiệm vụ tuần tới", date(2024, 12, 2), date(2024, 12, 8)),
        ("nhiệm vụ từ 1/4 đến 30/6/2023", date(2023, 4, 1), date(2023, 6, 30)),
        ("việc đến hạn ngày 31/3/2024", date(2024, 3, 31), date(2024, 3, 31)),
    ],
)
def test_time_windows_are_reckoned_from_today(
    corpus: Corpus, question: str, start: date | None, end: date
) -> None:
    window = understand(question, corpus=corpus, today=TODAY).limits.window
    assert window is not None
    assert (window.start, window.end) == (start, end)


def test_overdue_files_are_a_topic_and_no_window(corpus: Corpus) -> None:
    query = understand("số hồ sơ quá hạn", corpus=corpus, today=TODAY)
    assert query.limits.window is None
    assert "quá hạn" in query.topic_text


@pytest.mark.parametrize(
    ("question", "years"),
    [("chỉ tiêu năm nay", (2024,)), ("chi tieu nam ngoai", (2023,)), ("mục tiêu 2030", (2030,))],
)
def test_years_are_read(corpus: Corpus, question: str, years: tuple[int, ...]) -> None:
    assert understand(question, corpus=corpus, today=TODAY).limits.years == years


def test_a_range_of_years_is_a_period(corpus: Corpus) -> None:
    period = understand("chỉ tiêu giai đoạn 2026-2030", corpus=corpus, today=TODAY).limits.period
    assert period is not None
    assert (period.from_, period.to) == (2026, 2030)


def test_document_numbers_are_found_whole_and_short(corpus: Corpus) -> None:
    for question in ("kế hoạch 402 nói gì", "kh 402/kh-stp", "Kế hoạch số 402/KH-STP"):
        assert understand(question, corpus=corpus, today=TODAY).limits.numbers == ("402/KH-STP",)


def test_a_number_of_another_document_is_a_reference(corpus: Corpus) -> None:
    limits = understand("Nghị định 99/2031/NĐ-CP", corpus=corpus, today=TODAY).limits
    assert not limits.numbers
    assert limits.ref_numbers == ("99/2031/NĐ-CP",)


@pytest.mark.parametrize("question", ["mục III.1.4 ghi gì", "muc iii.1.4", "III.1.4"])
def test_row_keys_are_read(corpus: Corpus, question: str) -> None:
    assert understand(question, corpus=corpus, today=TODAY).limits.key == "III.1.4"


def test_a_percentage_is_no_row_key(corpus: Corpus) -> None:
    assert understand("chỉ tiêu 100% hồ sơ", corpus=corpus, today=TODAY).limits.key is None


def test_places_are_told_apart_by_whether_they_are_stored(corpus: Corpus) -> None:
    limits = understand("chỉ tiêu của Phú Thọ và Cà Mau", corpus=corpus, today=TODAY).limits
    assert limits.places == ("Phú Thọ",)
    assert limits.unknown_places == ("Cà Mau",)


def test_an_abbreviated_unit_is_a_limit(corpus: Corpus) -> None:
    limits = understand("VP Sở chủ trì việc gì", corpus=corpus, today=TODAY).limits
    assert limits.unit == "Văn phòng Sở"
    assert limits.unit_role == "lead"


def test_abbreviations_are_written_out_in_the_topic(corpus: Corpus) -> None:
    query = understand("số TTHC bãi bỏ", corpus=corpus, today=TODAY)
    assert "thủ tục hành chính" in query.topic_text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("thanh toan truc tyuen", "tuyen"), ("mức độ hài lògn", "long"), ("thnah toán", "thanh")],
)
def test_typing_errors_are_mended(corpus: Corpus, typed: str, meant: str) -> None:
    query = understand(typed, corpus=corpus, today=TODAY)
    assert meant in {entry.word.plain for entry in query.topic}


def test_an_unknown_word_that_is_no_typing_error_stays(corpus: Corpus) -> None:
    query = understand("tỷ lệ tiêm chủng", corpus=corpus, today=TODAY)
    assert "tiêm chủng" in query.topic_text


def test_a_lone_syllable_typed_without_accents_is_not_taken_for_a_particle(corpus: Corpus) -> None:
    query = understand("ho so dung han", corpus=corpus, today=TODAY)
    assert [entry.word.plain for entry in query.required] == ["ho", "so", "dung", "han"]
