"""Questions as staff type them on a phone: shortened, misspelt, with talk around them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import Intent
from assistant.asking.questions.understanding import understand
from assistant.asking.repairing.asides import without_asides
from assistant.asking.repairing.contracted import in_full
from assistant.asking.repairing.typed import in_own_words
from ingest.model import DocumentKind, Reading
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, corpus_of, deadline, years

TODAY = date(2031, 9, 4)
BRIDGES, BOATS = "Phòng Quản lý cầu đường và Bến bãi", "Trung tâm Đăng kiểm tàu thuyền"


def _plan() -> Reading:
    plan = ReadingBuilder(
        "duong31",
        DocumentKind.PLAN,
        title="Kế hoạch bảo trì cầu đường năm 2031 của Sở Giao thông",
        province="Lạng Sơn",
        number="31/KH-SGT",
        period=years(2031),
    )
    plan.section("I", "BẢO TRÌ")
    plan.task(
        "I.1",
        "Khảo sát hiện trạng mặt cầu và thanh toán trực tuyến phí qua phà",
        lead=(BRIDGES,),
        coordinating=(BOATS,),
        products=("Báo cáo khảo sát hiện trạng mặt cầu",),
        due=deadline("Quý II/2031", "period", "2031-04-01", "2031-06-30"),
    )
    plan.task(
        "I.2",
        "Đăng kiểm tàu thuyền chở khách, cấp giấy chứng nhận an toàn kỹ thuật tàu thuyền",
        lead=(BOATS,),
        due=deadline("Tháng 8/2031", "month", "2031-08-01", "2031-08-31"),
    )
    plan.task(
        "I.3",
        "Giấy chứng nhận an toàn kỹ thuật bến phà, tài khoản dịch vụ công của chủ bến",
        lead=(BRIDGES,),
        due=deadline("Quý IV/2031", "period", "2031-10-01", "2031-12-31"),
    )
    plan.passage("Trung tâm Đăng kiểm tàu thuyền kiểm tra an toàn kỹ thuật trước mùa lũ.")
    plan.passage("Phòng Quản lý cầu đường và Bến bãi hài lòng với cách phối hợp của các đơn vị.")
    return plan.build()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return corpus_of([_plan()])


def _asked(question: str) -> Answer:
    return RuleAnswerer(FakeIndex([_plan()]), today=TODAY).answer(question)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ks mặt cầu", "khảo sát mặt cầu"),
        ("phí qua phà tt trực tuyến", "phí qua phà thanh toán trực tuyến"),
        ("ktra an toàn kỹ thuật", "kiểm tra an toàn kỹ thuật"),
        ("phòng qlcđ&bb làm gì", "phòng quản lí cầu đường và bến bãi làm gì"),
        ("giấy chứng nhận atkt", "giấy chứng nhận an toàn kĩ thuật"),
        ("hlòng", "hài lòng"),
        ("khảosát mặt cầu", "khảo sát mặt cầu"),
        ("ở ls có mấy bến phà", "ở Lạng Sơn có mấy bến phà"),
        ("kh 31 nói gì", "kế hoạch 31 nói gì"),
        ("kế hoạch 26-30", "kế hoạch 2026-2030"),
        ("khảo sát mặt cầu là vc của ai", "khảo sát mặt cầu là việc của ai"),
    ],
)
def test_what_is_shortened_is_written_out_by_the_words_of_the_documents(
    corpus: Corpus, typed: str, read: str
) -> None:
    assert in_full(in_own_words(typed), corpus) == read


@pytest.mark.parametrize(
    "typed", ["Số 31/KH-SGT", "tt 5 ghi gì", "QWRT là gì", "từ ngày 26-30/6", "khảo sát mặt cầu"]
)
def test_numbers_rows_and_unknown_names_stay_as_they_are_typed(corpus: Corpus, typed: str) -> None:
    assert in_full(in_own_words(typed), corpus) == typed


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("lãnh đạo đang họp gấp, mặt cầu ai khảo sát", "mặt cầu ai khảo sát"),
        ("mặt cầu ai khảo sát, sếp hối quá", "mặt cầu ai khảo sát"),
        ("hiến máu gấp, ai lo", "hiến máu gấp, ai lo"),
        ("mặt cầu, bến phà ai khảo sát", "mặt cầu, bến phà ai khảo sát"),
        ("khảo sát mặt cầu: ai làm", "khảo sát mặt cầu: ai làm"),
    ],
)
def test_only_a_clause_that_holds_nothing_but_talk_is_left_away(
    corpus: Corpus, typed: str, left: str
) -> None:
    assert without_asides(typed, corpus) == left


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("check giúp e mặt cầu ai lo z mn", {"mat", "cau"}),
        ("vụ mặt cầu ai đảm nhận nhể", {"mat", "cau"}),
        ("tài khoản dịch vụ công ai lo", {"tai", "khoan", "dich", "vu", "cong"}),
        ("hiến máu nhân đạo ai lo z", {"hien", "mau", "nhan", "dao"}),
    ],
)
def test_talk_is_no_topic_but_half_a_word_of_the_documents_is(
    corpus: Corpus, question: str, topic: set[str]
) -> None:
    query = understand(question, corpus=corpus, today=TODAY)
    assert query.intent is Intent.LEAD
    assert {entry.word.plain for entry in query.required} == topic


def test_a_question_typed_in_haste_is_answered() -> None:
    answer = _asked("ad ơi ks mặt cầu bg xong & sp là j z")
    assert answer.status == "answered"
    assert "Quý II/2031" in answer.answer
    assert "Báo cáo khảo sát hiện trạng mặt cầu" in answer.answer


def test_the_tasks_of_a_unit_named_by_its_initials_are_listed() -> None:
    answer = _asked("ds nv p. qlcđ&bb vs")
    assert answer.status == "answered"
    assert "mặt cầu" in answer.answer
    assert "bến phà" in answer.answer
    assert "chở khách" not in answer.answer


def test_a_unit_misread_by_a_letter_is_still_that_unit() -> None:
    answer = _asked("Phòng Quản lý cầu đườg và Bếm bãi chủ trì những gì?")
    assert answer.status == "answered"
    assert "bến phà" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "deadline hiến máu nhân đạo z mn",
        "sếp cần gấp số vụ cháy rừng nha",
        "phòng tổ chức cán bộ chủ trì nv nào ạ",
        "bn hồ sơ bhxh bị trễ z",
    ],
)
def test_what_no_document_speaks_of_is_refused_however_it_is_typed(question: str) -> None:
    assert _asked(question).status == "refused"


def test_a_lone_head_in_a_cell_is_no_unit() -> None:
    torn = ReadingBuilder("torn", DocumentKind.TASK_ANNEX, title="Phụ lục", period=years(2031))
    torn.task("1", "Sơn lại lan can cầu", lead=("Phòng",))
    answer = RuleAnswerer(FakeIndex([torn.build()]), today=TODAY).answer(
        "Phòng Kiểm lâm chủ trì nhiệm vụ nào?"
    )
    assert answer.status == "refused"
