"""Below the chat: was the last answer right or wrong, and what should it have said?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.errors import EXPECTED
from assistant.feedback import LONGEST_COMMENT, Opinion
from assistant.service import Service
from ui import texts
from ui.conversation import Conversation
from ui.render_documents import notice_html
from ui.tabs.uploading import QUIET


@dataclass(frozen=True, slots=True)
class FeedbackHandlers:
    """What happens behind the buttons. Holds the service and nothing of any user."""

    service: Service

    def give(
        self,
        opinion: Opinion,
        comment: str,
        chosen: Sequence[str] | None,
        conversation: Conversation,
    ) -> tuple[str, str]:
        """Keep the opinion on the last answer; the notice to show, and the comment box after."""
        at = self._last_answered(conversation)
        if at is None:
            return notice_html(texts.FEEDBACK_NO_ANSWER, bad=True), comment
        answer = conversation.exchanges[at].answer
        assert answer is not None
        try:
            self.service.feedback(
                answer,
                opinion=opinion,
                comment=comment,
                history=Conversation(conversation.exchanges[:at]).turns(),
                documents=tuple(chosen or ()),
            )
        except EXPECTED as error:
            return notice_html(texts.FEEDBACK_FAILED.format(reason=error), bad=True), comment
        return notice_html(texts.FEEDBACK_THANKS), ""

    def _last_answered(self, conversation: Conversation) -> int | None:
        numbers = range(len(conversation.exchanges) - 1, -1, -1)
        return next((at for at in numbers if conversation.exchanges[at].answer is not None), None)


@dataclass(frozen=True, slots=True)
class FeedbackParts:
    """The components, laid out."""

    comment: Any
    right: Any
    wrong: Any
    notice: Any


def lay_out() -> FeedbackParts:
    """A folded line below the chat."""
    with gr.Accordion(texts.FEEDBACK_TITLE, open=False, elem_id="cchc-feedback"):
        comment = gr.Textbox(
            label=texts.FEEDBACK_COMMENT,
            placeholder=texts.FEEDBACK_PLACEHOLDER,
            lines=1,
            max_lines=4,
            max_length=LONGEST_COMMENT,
        )
        with gr.Row():
            right = gr.Button(texts.FEEDBACK_RIGHT, size="sm", elem_id="cchc-feedback-right")
            wrong = gr.Button(texts.FEEDBACK_WRONG, size="sm", elem_id="cchc-feedback-wrong")
        notice = gr.HTML("")
    return FeedbackParts(comment, right, wrong, notice)


def wire(
    parts: FeedbackParts,
    service: Service,
    *,
    choice: Any,  # noqa: ANN401 - Gradio component
    conversation: Any,  # noqa: ANN401 - Gradio state
) -> None:
    """Let the buttons keep what is said of the last answer in ``conversation``."""
    handlers = FeedbackHandlers(service)
    opinions: tuple[tuple[Any, Opinion], ...] = ((parts.right, "right"), (parts.wrong, "wrong"))
    for button, opinion in opinions:

        def give(
            comment: str,
            chosen: Sequence[str] | None,
            current: Conversation,
            opinion: Opinion = opinion,
        ) -> tuple[str, str]:
            return handlers.give(opinion, comment, chosen, current)

        button.click(
            give,
            inputs=[parts.comment, choice, conversation],
            outputs=[parts.notice, parts.comment],
            concurrency_limit=4,
            concurrency_id="feedback",
            **QUIET,
        )
