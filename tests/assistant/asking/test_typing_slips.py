"""Questions whose letters were spoilt by fingers, input methods, dialects or a scanner."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.finding.corpus import Corpus
from assistant.asking.repairing.channel import FAR, price
from assistant.asking.repairing.keystrokes import readings
from assistant.asking.repairing.restoring import restored
from assistant.asking.repairing.syllables import is_possible, sound, spelt
from assistant.asking.repairing.typed import without_frame, written_out
from ingest.model import DocumentKind, Reading
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, corpus_of, deadline, years

TODAY = date(2033, 3, 9)
WELLS, FERRIES = "Phòng Quản lý giếng nước", "Trung tâm Vận hành phà Bến Trăng"


def _plan() -> Reading:
    plan = ReadingBuilder(
        "gieng33",
        DocumentKind.PLAN,
        title="Kế hoạch bảo vệ giếng nước năm 2033 của Sở Tài nguyên",
        province="Lạng Sơn",
        number="417/KH-STNMT",
        period=years(2033),
    )
    plan.section("I", "GIẾNG NƯỚC")
    plan.task(
        "I.1",
        "Khoanh vùng giếng nước bị nhiễm mặn ở các xã ven biển",
        lead=(WELLS,),
        coordinating=(FERRIES,),
        products=("Bản đồ khoanh vùng giếng nước",),
        due=deadline("Quý III/2033", "period", "2033-07-01", "2033-09-30"),
    )
    plan.task(
        "I.2",
        "Xử lý phao tiêu hư hỏng trên luồng phà",
        lead=(FERRIES,),
        due=deadline("Tháng 5/2033", "month", "2033-05-01", "2033-05-31"),
    )
    plan.passage("Phòng Quản lý giếng nước tiếp nhận phản ánh về giếng nước bị nhiễm mặn.")
    return plan.build()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return corpus_of([_plan()])


def _asked(question: str) -> Answer:
    return RuleAnswerer(FakeIndex([_plan()]), today=TODAY).answer(question)


MEANT = "Đơn vị nào chủ trì khoanh vùng giếng nước?"


@pytest.mark.parametrize(
    "typed",
    [
        "Đơn vị nào chủ trì khaonh vùng giếng nước?",
        "Đơn vị nào chủ trì khoanh vùng giếg nước?",
        "Đơn vị nào chủ trì khoanh vvùng giếng nước?",
        "Đơn vị nào chủ trì khoanh vùng giềng nước?",
        "Đơn vị nào chủ trì khoanh vung giếng nước?",
        "Đơn vi nào chủ trì khoanh vùng giếng nước?",
        "Đơn vị lào chủ trì khoanh vùng giếng nước?",
        "Đơn vị nào trủ trì khoanh vùng giếng nước?",
        "Đơn vị nào chũ trì khoanh vùng giếng nước?",
        "Ddonw vij naof chur trif khoanh vungf gieengs nuwowcs?",
        "D9o7n vi5 na2o chu3 tri2 khoanh vu2ng gie61ng nu7o71c?",
        "Đơn vị nào chủ trì khoanh vùnggiếng nước?",
        "Đơn vị nào chủ tr ì khoanh vùng giếng nước?",
        "Đơn vị nà0 chủ trì khoanh vùng giếng nước?",
    ],
)
def test_a_slip_that_a_reader_does_not_notice_is_undone(typed: str, corpus: Corpus) -> None:
    assert restored(typed, corpus) == MEANT


@pytest.mark.parametrize(
    "typed",
    [
        "Thời hạn lưu băng ghi âm là bao lâu?",
        "Phường Hạc Thành có bao nhiêu giếng nước?",
        "Các syt chủ trì việc nào?",
        "Cách chữa đau lưng tại nhà?",
        "Phà nào chủ trì khoanh vùng xuồng máy thế ạ?",
        MEANT,
        "Đơn vị nào lo vụ hiến máu nhân đạo?",
        "Giá cà phê hôm nay bao nhiêu?",
        "Ai phụ trách cầu phao ở xã Tân Hưng?",
        "Phòng Kế toán chủ trì việc gì?",
        "Ai xây nhà văn hóa thiếu nhi?",
        "Kinh phí mua xuồng máy năm 2032?",
        "Năm 2034 xử lý bao nhiêu phao tiêu?",
        "ktra gi",
    ],
)
def test_words_that_may_be_meant_stay_as_they_are(typed: str, corpus: Corpus) -> None:
    assert restored(typed, corpus) == typed


def test_a_spoilt_question_is_answered_like_the_sound_one() -> None:
    sound_one = _asked(MEANT)
    assert sound_one.status == "answered"
    assert WELLS in sound_one.answer
    for typed in (
        "Đơn vị nào chủ tì khoanh vùng giếng nước?",
        "Ddonw vij naof chur trif khoanh vungf gieengs nuwowcs?",
        "Kính chào anh chị, dạ cho em hỏi đơn vị mô chủ trì khoanh vùng giếng nước rứa?",
        "ĐƠN VỊ NÀO CHỦ TRÌ KHOANH VÙNG GIẾNG NƯỚC?",
    ):
        assert _asked(typed).answer == sound_one.answer


def test_a_name_is_not_taken_for_another_that_is_stored(corpus: Corpus) -> None:
    typed = "Trung tâm Vận hành phà Bến Trắc chủ trì việc gì?"
    assert restored(typed, corpus) == typed


@pytest.mark.parametrize("typed", ["417kh-stnmt", "417-KH-STNMT", "417/KHSTNMT", "417 / kh stnmt"])
def test_the_number_of_a_document_is_known_however_it_is_typed(typed: str, corpus: Corpus) -> None:
    read = restored(f"Kế hoạch {typed} giao ai xử lý phao tiêu?", corpus)
    assert read == "Kế hoạch 417/KH-STNMT giao ai xử lý phao tiêu?"


@pytest.mark.parametrize("number", ["471/KH-STNMT", "4170/KH-STNMT", "17/KH-STNMT"])
def test_another_number_is_refused_and_named(number: str) -> None:
    answer = _asked(f"Phản ánh về giếng nước trong kế hoạch {number} do phòng nào tiếp nhận?")
    assert answer.status == "refused"
    assert number in answer.answer


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("toasn", "toán"),
        ("nguwowif", "người"),
        ("ngu7o7i2", "người"),
        ("s0át", "soát"),
        ("rnục", "mục"),
        ("thuưc", "thuưc"),
    ],
)
def test_keys_that_went_through_are_read_as_the_word_they_type(typed: str, meant: str) -> None:
    assert meant in {typed, *(word for word, _ in readings(typed))}


@pytest.mark.parametrize(
    "word", ["hòa", "quý", "giữa", "gì", "giếng", "huỳnh", "thủy", "nước", "ngoài"]
)
def test_a_syllable_taken_apart_is_put_together_again(word: str) -> None:
    assert is_possible(word)
    assert spelt(sound(word)) == word


@pytest.mark.parametrize("word", ["chẩun", "nàp", "hcủ", "viêtj"])
def test_letters_that_make_no_syllable_are_known_as_such(word: str) -> None:
    assert not is_possible(word)


def test_likelier_slips_cost_less() -> None:
    assert price("giêng", "giếng") < price("giềng", "giếng") < price("giếg", "giếng")
    assert price("trủ", "chủ") < price("bủ", "chủ")
    assert price("phà", "giếng") == FAR


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Chào buổi sáng, ai xử lý phao tiêu?", "ai xử lý phao tiêu?"),
        ("Kính nhờ anh chị cho biết ai xử lý phao tiêu?", "ai xử lý phao tiêu?"),
        ("Anh chị làm ơn giúp em câu này: ai lo phao tiêu?", "ai lo phao tiêu?"),
        ("Răng mà phao tiêu hư hỏng?", "vì sao phao tiêu hư hỏng?"),
        ("Gửi phản ánh cho ai?", "Gửi phản ánh cho ai?"),
        ("Mô hình quản lý giếng nước là gì?", "Mô hình quản lý giếng nước là gì?"),
    ],
)
def test_courtesies_and_dialect_are_left_behind(typed: str, asked: str) -> None:
    assert without_frame(typed) == asked


def test_a_shouted_question_keeps_its_initials_and_roman_figures() -> None:
    shouted = "QUÝ II CÓ BAO NHIÊU TTHC ĐƯỢC CÔNG BỐ?"
    assert written_out(shouted) == "quý II có bao nhiêu TTHC được công bố?"
