"""Questions in English, said in the words, names and units of the documents they are asked of."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.english import in_vietnamese, read_english
from assistant.asking.english.bracketed import without_doubles
from assistant.asking.finding.corpus import Corpus
from ingest.model import DocumentKind, Reading
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, corpus_of, deadline, years

TODAY = date(2033, 5, 2)
HARBOUR, LEGAL = "Phòng Quản lý Cảng và Bến thủy", "Trung tâm Tư vấn pháp luật"


def _readings() -> list[Reading]:
    plan = ReadingBuilder(
        "cang33",
        DocumentKind.PLAN,
        title="Kế hoạch cải cách hành chính năm 2033 của Sở Giao thông",
        province="Hải Dương",
        number="9/KH-SGT",
        period=years(2033),
    )
    plan.task(
        "1",
        "Lắp đặt camera giám sát tại bến phà Cổ Lễ",
        lead=(HARBOUR,),
        coordinating=("Công an tỉnh",),
        products=("12 camera hoạt động",),
        due=deadline("Quý III/2033", "period", "2033-07-01", "2033-09-30"),
    )
    plan.task(
        "2",
        "Tư vấn pháp luật lưu động cho chủ tàu",
        lead=(LEGAL,),
        due=deadline("Tháng 4/2033", "month", "2033-04-01", "2033-04-30"),
    )
    plan.target("3", "Tối thiểu 71% chủ tàu hài lòng", metric="chủ tàu hài lòng", value="71")
    plan.passage("Người lái đò được hỗ trợ 300.000 đồng mỗi tháng.")
    plan.passage("Tại đối thoại chủ tàu lần 1 có 52 chủ tàu tham dự.")
    plan.passage("Trung tâm Tư vấn pháp luật tự bảo đảm 36% chi thường xuyên.")
    figures = ReadingBuilder(
        "so33",
        DocumentKind.STATISTICS_ANNEX,
        title="Phụ lục thống kê năm 2033",
        province="Hải Dương",
        period=years(2033),
    )
    figures.indicator("1", "Số lượt tàu ra vào bến", value="840", unit="Lượt")
    figures.indicator("2", "Số hồ sơ trễ hẹn", value="17", unit="Hồ sơ")
    return [plan.build(), figures.build()]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return corpus_of(_readings())


def _ask(question: str, *before: str) -> Answer:
    answerer = RuleAnswerer(FakeIndex(_readings()), today=TODAY)
    turns = tuple(Turn(question=one, answer="") for one in before)
    return answerer.answer(question, history=turns)


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        (
            "Who installs the surveillance cameras at the Co Le ferry landing?",
            "Camera giám sát",
        ),
        ("How many overdue dossiers were there?", "hồ sơ trễ hẹn"),
        ("tasks of the Port and Inland Landing Management Division", None),
    ],
)
def test_of_several_meanings_the_one_that_the_documents_use_is_taken(
    corpus: Corpus, english: str, vietnamese: str | None
) -> None:
    said = in_vietnamese(english, corpus)
    assert said is not None
    if vietnamese:
        assert vietnamese.casefold() in said.casefold()


def test_a_name_typed_without_accents_is_spelt_as_it_is_stored(corpus: Corpus) -> None:
    said = in_vietnamese("Who inspects the Co Le landing?", corpus)
    assert said is not None
    assert "Cổ Lễ" in said


def test_a_units_english_name_is_the_stored_unit_whose_words_it_says(corpus: Corpus) -> None:
    said = in_vietnamese("Which tasks does the Legal Advice Centre have?", corpus)
    assert said is not None
    assert LEGAL.casefold() in said.casefold()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who is in charge of installing the surveillance cameras?", HARBOUR),
        ("Which agency helps with the cameras at Co Le?", "Công an tỉnh"),
        ("By when do the cameras have to be in place?", "Quý III/2033"),
        ("What share of ship owners should be satisfied?", "71%"),
        ("How many files missed their appointment in 2033?", "17"),
        ("What is overdue as of today?", "Tư vấn pháp luật"),
    ],
)
def test_an_english_question_is_answered_from_vietnamese_documents(
    question: str, said: str
) -> None:
    answer = _ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


def test_what_is_counted_second_is_not_answered_by_the_first() -> None:
    assert "52" in _ask("How many ship owners attended the first ship owner dialogue?").answer
    second = _ask("How many ship owners attended the second ship owner dialogue?")
    assert second.status == "refused", second.answer


def test_a_verb_turned_back_on_its_subject_is_said_as_the_documents_say_it(corpus: Corpus) -> None:
    said = in_vietnamese("What share of its expenditure does the centre cover itself?", corpus)
    assert said is not None
    assert "tự bảo đảm" in said


def test_a_turn_in_english_goes_on_from_the_one_before() -> None:
    answer = _ask("and who supports it?", "Who leads the installation of cameras?")
    assert answer.status == "answered", answer.answer
    assert "Công an tỉnh" in answer.answer


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Who leads the zeppelin inspection?", "zeppelin"),
        ("How many lighthouses were painted in 2033?", "lighthouses"),
        ("How many files missed their appointment in Ta Xua commune?", "Ta Xua"),
    ],
)
def test_what_no_list_and_no_document_knows_is_refused_by_its_own_name(
    question: str, named: str
) -> None:
    answer = _ask(question)
    assert answer.status == "refused", answer.answer
    assert named in answer.answer


def test_light_words_and_what_a_writer_says_of_himself_are_no_topic(corpus: Corpus) -> None:
    reading = read_english(
        "Good morning, I am preparing a mission report. Could you kindly tell me who actually "
        "takes care of the cameras, please?",
        corpus,
    )
    assert reading is not None
    assert reading.unknown == ()
    assert "mission" not in reading.text


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Who leads the repair of tide gauges (thước triều)?", "repair of thước triều?"),
        ("When must the net mending course (lớp vá lưới) end?", "the lớp vá lưới end?"),
        ("How many boats (2031) are there?", "boats (2031) are"),
    ],
)
def test_a_noun_given_in_vietnamese_too_is_read_once(question: str, read: str) -> None:
    assert read in without_doubles(question)
