"""One user's conversation: what was asked and answered, and how the chat shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Turn
from ui import texts
from ui.escape import markdown
from ui.render import answer_markdown, question_markdown, steps_markdown

Message = dict[str, object]
"""A chat message in the form Gradio's chatbot takes."""

REMEMBERED_TURNS = 8
"""Earlier exchanges that go along with a question, so that "còn năm 2026 thì sao?" works."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what has come back so far; ``answer`` is ``None`` until it is final.

    ``failure`` is the sentence shown in place of an answer that could not be given.
    """

    question: str
    steps: tuple[str, ...] = ()
    partial: str = ""
    answer: Answer | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """The exchanges of one session, oldest first. A value: every change returns a new one."""

    exchanges: tuple[Exchange, ...] = ()

    def asking(self, question: str) -> Conversation:
        """With a new question at its end."""
        return Conversation((*self.exchanges, Exchange(question)))

    def last_replaced(self, **changes: object) -> Conversation:
        """With some fields of the last exchange changed."""
        *earlier, last = self.exchanges
        return Conversation((*earlier, replace(last, **changes)))  # type: ignore[arg-type]

    def turns(self) -> tuple[Turn, ...]:
        """The answered exchanges that the next question may refer to."""
        answered = [
            Turn(question=exchange.question, answer=exchange.answer.answer)
            for exchange in self.exchanges
            if exchange.answer is not None
        ]
        return tuple(answered[-REMEMBERED_TURNS:])

    def messages(self) -> list[Message]:
        """All exchanges as chat messages."""
        return [message for message, _ in self._numbered()]

    def answer_at(self, message_index: int) -> Answer | None:
        """The answer that belongs to the chat message at that position."""
        numbered = self._numbered()
        if not 0 <= message_index < len(numbered):
            return None
        return self.exchanges[numbered[message_index][1]].answer

    def _numbered(self) -> list[tuple[Message, int]]:
        return [
            (message, number)
            for number, exchange in enumerate(self.exchanges)
            for message in _messages(exchange)
        ]


def _messages(exchange: Exchange) -> Sequence[Message]:
    shown: list[Message] = [{"role": "user", "content": question_markdown(exchange.question)}]
    finished = exchange.answer is not None or exchange.failure is not None
    if exchange.steps:
        shown.append(
            {
                "role": "assistant",
                "content": steps_markdown(exchange.steps),
                "metadata": {
                    "title": texts.STEPS_TITLE,
                    "status": "done" if finished else "pending",
                },
            }
        )
    body = _body(exchange)
    if body:
        shown.append({"role": "assistant", "content": body})
    return shown


def _body(exchange: Exchange) -> str:
    if exchange.answer is not None:
        return answer_markdown(exchange.answer)
    if exchange.failure is not None:
        return f"**{texts.NOTE}:** {question_markdown(exchange.failure)}"
    if exchange.partial:
        return markdown(exchange.partial)
    return "" if exchange.steps else texts.WORKING
