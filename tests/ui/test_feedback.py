"""What the buttons below the chat do, without a browser."""

from __future__ import annotations

from assistant.answer import Answer
from assistant.errors import BadTarget
from assistant.feedback import FeedbackReceipt
from tests.ui.fakes import FakeService
from tests.ui.material import PLAN_ID, good_answer
from ui import texts
from ui.conversation import Conversation
from ui.tabs.feedback import FeedbackHandlers


class Full(FakeService):
    def feedback(self, answer: Answer, **_: object) -> FeedbackReceipt:
        raise BadTarget("Thư mục góp ý đã đầy; hãy nhờ người phụ trách chuyển bớt đi.")


def talked(service: FakeService, *questions: str) -> Conversation:
    conversation = Conversation()
    for question in questions:
        answer = service.ask(question)
        conversation = conversation.asking(question).last_replaced(answer=answer)
    return conversation


def test_the_last_answer_is_kept_with_the_turns_before_it() -> None:
    service = FakeService(good_answer, good_answer)
    conversation = talked(service, "Ai chủ trì?", "Còn hạn thì sao?")
    notice, comment = FeedbackHandlers(service).give(
        "wrong", "Hạn là quý II", [PLAN_ID], conversation
    )
    ((answer_id, opinion, said, history, chosen),) = service.opinions
    assert conversation.exchanges[1].answer is not None
    assert answer_id == conversation.exchanges[1].answer.id
    assert (opinion, said, chosen) == ("wrong", "Hạn là quý II", (PLAN_ID,))
    assert [turn.question for turn in history] == ["Ai chủ trì?"]
    assert texts.FEEDBACK_THANKS in notice
    assert comment == ""


def test_a_question_still_unanswered_is_passed_over() -> None:
    service = FakeService(good_answer)
    conversation = talked(service, "Ai chủ trì?").asking("Còn nữa?")
    FeedbackHandlers(service).give("right", "", None, conversation)
    assert service.opinions[0][3] == ()


def test_without_an_answer_nothing_is_kept_and_the_comment_stays() -> None:
    service = FakeService()
    notice, comment = FeedbackHandlers(service).give("right", "tốt", None, Conversation())
    assert service.opinions == []
    assert (texts.FEEDBACK_NO_ANSWER in notice, comment) == (True, "tốt")


def test_a_folder_that_is_full_is_said_in_one_sentence() -> None:
    service = Full(good_answer)
    notice, comment = FeedbackHandlers(service).give("right", "tốt", None, talked(service, "Ai?"))
    assert "đã đầy" in notice
    assert comment == "tốt"
