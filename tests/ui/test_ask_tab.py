"""What the chat does, without a browser."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import gradio as gr
import pytest

from assistant.answer import Turn
from assistant.errors import BadRequest
from assistant.service import AskEvent
from tests.ui.fakes import FakeService
from tests.ui.material import PLAN_ID, good_answer, refusal
from ui import texts
from ui.conversation import REMEMBERED_TURNS, Conversation
from ui.tabs.ask import AskHandlers, AskOutputs, begin, begin_example


def ask(
    service: FakeService,
    question: str,
    conversation: Conversation | None = None,
    chosen: Sequence[str] = (),
) -> list[AskOutputs]:
    return list(AskHandlers(service).ask(question, chosen, conversation or Conversation()))


def contents(outputs: AskOutputs) -> list[str]:
    return [str(message["content"]) for message in outputs[0]]


class Broken(FakeService):
    """Fails after its first step, as a service whose store went away does."""

    def ask_stream(self, question: str, **_: object) -> Iterator[AskEvent]:
        yield AskEvent(kind="step", text="Đọc câu hỏi")
        raise BadRequest("Câu hỏi quá dài; hãy rút gọn.")


class Unfinished(FakeService):
    """Ends its stream without an answer."""

    def ask_stream(self, question: str, **_: object) -> Iterator[AskEvent]:
        yield AskEvent(kind="token", text="Phòng")


def test_the_question_shows_at_once_then_steps_then_tokens_then_the_answer() -> None:
    shown = ask(FakeService(good_answer), "Ai chủ trì?")
    assert contents(shown[0]) == ["Ai chủ trì?", texts.WORKING]
    assert "Đọc câu hỏi" in contents(shown[1])[1]
    assert contents(shown[3])[2].startswith("Theo")
    assert len(contents(shown[4])[2]) > len(contents(shown[3])[2])
    assert "[\\[1\\]](#can-cu-1)" in contents(shown[-1])[2]


def test_steps_are_pending_until_the_answer_is_final() -> None:
    shown = ask(FakeService(good_answer), "Ai chủ trì?")
    status = [[m["metadata"] for m in out[0] if "metadata" in m] for out in shown]
    assert status[1] == [{"title": texts.STEPS_TITLE, "status": "pending"}]
    assert status[-1] == [{"title": texts.STEPS_TITLE, "status": "done"}]


def test_evidence_appears_with_the_final_answer_and_not_before() -> None:
    shown = ask(FakeService(good_answer), "Ai chủ trì?")
    assert all("can-cu-1" not in panel for _, panel, _ in shown[:-1])
    assert "can-cu-1" in shown[-1][1]


def test_the_chosen_documents_and_the_earlier_turns_go_along() -> None:
    service = FakeService(good_answer, refusal)
    first = ask(service, "Ai chủ trì?")[-1][2]
    ask(service, "Còn năm 2027?", first, chosen=[PLAN_ID])
    question, history, documents = service.asked[1]
    assert question == "Còn năm 2027?"
    assert history == (Turn(question="Ai chủ trì?", answer=good_answer("").answer),)
    assert documents == (PLAN_ID,)


def test_only_the_latest_turns_go_along() -> None:
    service = FakeService(*[refusal] * (REMEMBERED_TURNS + 2))
    conversation = Conversation()
    for number in range(REMEMBERED_TURNS + 2):
        conversation = ask(service, f"Câu {number}", conversation)[-1][2]
    history = service.asked[-1][1]
    assert [turn.question for turn in history] == [
        f"Câu {n}" for n in range(1, REMEMBERED_TURNS + 1)
    ]


def test_a_blank_question_asks_nothing_and_changes_nothing() -> None:
    service = FakeService()
    (shown,) = ask(service, "  \n ")
    assert shown[0] == []
    assert shown[2] == Conversation()
    assert service.asked == []


def test_a_failure_of_the_service_is_shown_as_its_sentence() -> None:
    last = ask(Broken(), "Ai?")[-1]
    assert "Câu hỏi quá dài; hãy rút gọn" in contents(last)[-1].replace("\\", "")
    assert last[2].turns() == ()


def test_a_stream_without_an_answer_does_not_pass_for_one() -> None:
    last = ask(Unfinished(), "Ai?")[-1]
    assert texts.NO_FINAL_ANSWER in contents(last)[-1].replace("\\", "")
    assert "Phòng" not in contents(last)[-1]


def test_a_clicked_message_brings_back_its_evidence() -> None:
    service = FakeService(good_answer, refusal)
    first = ask(service, "Ai chủ trì?")[-1][2]
    messages, _, both = ask(service, "Thời tiết?", first)[-1]
    handlers = AskHandlers(service)
    assert "can-cu-1" in handlers.evidence_of(2, both)
    assert texts.EVIDENCE_NONE in handlers.evidence_of(len(messages) - 1, both)
    assert texts.EVIDENCE_NONE in handlers.evidence_of(99, both)


def test_the_quote_is_still_shown_after_its_document_was_removed() -> None:
    service = FakeService(good_answer)
    conversation = ask(service, "Ai chủ trì?")[-1][2]
    service.remove([PLAN_ID])
    assert "<mark>Phòng Một cửa</mark>" in AskHandlers(service).evidence_of(0, conversation)


def test_conversations_of_two_sessions_do_not_meet() -> None:
    service = FakeService(good_answer, refusal)
    one = ask(service, "Câu của người thứ nhất")[-1]
    other = ask(service, "Câu của người thứ hai")[-1]
    assert service.asked[1][1] == ()
    assert "Câu của người thứ nhất" not in contents(other)
    assert "Câu của người thứ hai" not in contents(one)


def test_an_uploaded_file_becomes_the_one_that_is_asked_about(tmp_path: Path) -> None:
    file = tmp_path / "thông báo.txt"
    file.write_text("THÔNG BÁO\nTiếp dân thứ Hai.", encoding="utf-8")
    notice, options, chosen = AskHandlers(FakeService()).upload([str(file)], [PLAN_ID])
    assert "đã nạp" in notice
    assert chosen == ["thông báo.txt"]
    assert ("thông báo.txt", "thông báo.txt") in options
    assert not file.exists(), "the temporary copy is deleted"


def test_a_file_that_cannot_be_read_leaves_the_choice_alone(tmp_path: Path) -> None:
    file = tmp_path / "rỗng.txt"
    file.write_text("")
    notice, _, chosen = AskHandlers(FakeService()).upload([str(file)], [PLAN_ID])
    assert "không có chữ" in notice
    assert chosen == [PLAN_ID]


def test_a_lost_temporary_copy_is_said_in_vietnamese(tmp_path: Path) -> None:
    notice, _, _ = AskHandlers(FakeService()).upload([str(tmp_path / "mất.txt")], [])
    assert "mất.txt" in notice
    assert "Errno" not in notice


def test_choosing_no_file_is_said() -> None:
    notice, options, chosen = AskHandlers(FakeService()).upload(None, [PLAN_ID])
    assert texts.NOTHING_CHOSEN in notice
    assert len(options) == 2
    assert chosen == [PLAN_ID]


def test_a_removed_document_drops_out_of_the_choice() -> None:
    service = FakeService()
    service.remove([PLAN_ID])
    _, chosen = AskHandlers(service).choices([PLAN_ID])
    assert chosen == []


def test_a_second_question_waits_for_the_first() -> None:
    assert begin("Ai?", "") == ("Ai?", "")
    assert begin_example("Ai?", "") == "Ai?"
    with pytest.raises(gr.Error):
        begin("Ai nữa?", "Ai?")
