"""The chat: question, streamed answer, evidence beside it, a file to ask about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.answer import Answer, DocumentDetails
from assistant.errors import EXPECTED
from assistant.service import Service
from ui import scrolling, texts
from ui.conversation import Conversation, Message
from ui.evidence import cited_documents, gather
from ui.remembering import kept, restored
from ui.render import empty_evidence_html, evidence_html
from ui.render_documents import choices, notice_html
from ui.tabs import ask_keeping, feedback
from ui.tabs.uploading import QUIET, receive

LONGEST_QUESTION = 2000
_STORAGE_KEY = "cchc-conversation"
AskOutputs = tuple[list[Message], str, Conversation]
"""Chat messages, evidence panel, the session's conversation."""


@dataclass(frozen=True, slots=True)
class AskHandlers:
    """What happens behind the components. Holds the service and nothing of any user."""

    service: Service

    def ask(
        self, question: str, chosen: Sequence[str] | None, conversation: Conversation
    ) -> Iterator[AskOutputs]:
        """Yield the chat after every event of the answer; the last yield holds the final answer.

        A blank question changes nothing.
        """
        question = question.strip()
        if not question:
            yield conversation.messages(), self._panel(conversation), conversation
            return
        history = conversation.turns()
        conversation = conversation.asking(question)
        yield conversation.messages(), empty_evidence_html(), conversation
        steps: tuple[str, ...] = ()
        partial = ""
        try:
            for event in self.service.ask_stream(
                question, history=history, documents=tuple(chosen or ())
            ):
                if event.kind == "step":
                    steps = (*steps, event.text)
                elif event.kind == "token":
                    partial += event.text
                conversation = conversation.last_replaced(
                    steps=steps, partial=partial, answer=event.answer
                )
                yield conversation.messages(), self._panel(conversation), conversation
        except EXPECTED as error:
            failure = texts.ASK_FAILED.format(reason=error)
            conversation = conversation.last_replaced(failure=failure)
        else:
            if conversation.exchanges[-1].answer is not None:
                return
            conversation = conversation.last_replaced(failure=texts.NO_FINAL_ANSWER)
        yield conversation.messages(), empty_evidence_html(), conversation

    def evidence_of(self, message_index: int, conversation: Conversation) -> str:
        """The evidence panel for the answer that a clicked message belongs to."""
        answer = conversation.answer_at(message_index)
        return self._panel(conversation) if answer is None else self._evidence(answer)

    def restore(self, value: object) -> AskOutputs:
        """The chat as it was before the page was reloaded, from what the browser kept."""
        conversation = restored(value)
        return conversation.messages(), self._panel(conversation), conversation

    def upload(
        self, paths: Sequence[str] | None, chosen: Sequence[str] | None
    ) -> tuple[str, list[tuple[str, str]], list[str]]:
        """Read files and return the notice, the documents to choose from, and the new choice.

        Files that could be read become the chosen ones, so that the next question is about them.
        """
        options, kept = self.choices(chosen)
        if not paths:
            return notice_html(texts.NOTHING_CHOSEN, bad=True), options, kept
        notice, read = receive(self.service, paths)
        options, kept = self.choices(chosen)
        return notice, options, read or kept

    def choices(self, chosen: Sequence[str] | None) -> tuple[list[tuple[str, str]], list[str]]:
        """All documents to choose from, and what of the present choice still exists."""
        try:
            options = choices(self.service.documents().documents)
        except EXPECTED as error:
            gr.Warning(texts.SERVICE_FAILED.format(reason=error))
            return [], []
        ids = {document_id for _, document_id in options}
        return options, [document_id for document_id in chosen or () if document_id in ids]

    def _panel(self, conversation: Conversation) -> str:
        last = conversation.exchanges[-1].answer if conversation.exchanges else None
        return empty_evidence_html() if last is None else self._evidence(last)

    def _evidence(self, answer: Answer) -> str:
        details: dict[str, DocumentDetails] = {}
        for document_id in cited_documents(answer):
            try:
                details[document_id] = self.service.show(document_id)
            except EXPECTED:  # removed since; the quote is still shown
                continue
        return evidence_html(answer, gather(answer, details))


@dataclass(frozen=True, slots=True)
class AskTab:
    """What the rest of the page needs to reach."""

    choice: Any
    refresh: Any


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components of the tab, laid out."""

    chat: Any
    question: Any
    upload: Any
    clear: Any
    notice: Any
    choice: Any
    examples: tuple[Any, ...]
    panel: Any
    opinion: feedback.FeedbackParts
    keeping: ask_keeping.KeepingParts


def build(service: Service) -> AskTab:
    """Lay out the tab inside the open ``gr.Blocks`` and wire it."""
    handlers = AskHandlers(service)
    parts = _lay_out()
    _wire_chat(parts, handlers)
    _wire_upload(parts, handlers)

    def refresh(chosen: Sequence[str] | None) -> Any:  # noqa: ANN401 - Gradio's update object
        options, selected = handlers.choices(chosen)
        return gr.update(choices=options, value=selected)

    return AskTab(choice=parts.choice, refresh=refresh)


def _lay_out() -> _Parts:
    with gr.Row(elem_classes="cchc-ask"):
        with gr.Column(scale=3, min_width=320, elem_classes="cchc-ask-left"):
            chat = gr.Chatbot(
                label=texts.CHAT_LABEL,
                show_label=False,
                elem_id="cchc-chat",
                height="min(54vh, 620px)",
                placeholder=texts.CHAT_EMPTY,
                latex_delimiters=[],
                buttons=[],
                layout="bubble",
                autoscroll=False,
                allow_file_downloads=False,
                feedback_options=None,
            )
            question = gr.Textbox(
                label=texts.QUESTION_LABEL,
                show_label=False,
                placeholder=texts.QUESTION_PLACEHOLDER,
                lines=1,
                max_lines=4,
                max_length=LONGEST_QUESTION,
                autofocus=True,
                submit_btn=texts.SEND,
                elem_id="cchc-question",
            )
            with gr.Row(elem_classes="cchc-actions"):
                upload = gr.UploadButton(
                    texts.UPLOAD_AND_ASK, file_count="multiple", size="sm", elem_id="cchc-upload"
                )
                clear = gr.Button(texts.CLEAR, size="sm")
            notice = gr.HTML("", elem_id="cchc-ask-notice")
            keeping = ask_keeping.lay_out()
            opinion = feedback.lay_out()
            with gr.Row(elem_classes="cchc-examples"):
                gr.HTML(f'<span class="cchc-muted">{texts.EXAMPLES_LABEL}</span>')
                examples = tuple(gr.Button(example, size="sm") for example in texts.EXAMPLES)
            choice = gr.Dropdown(
                choices=[],
                value=[],
                multiselect=True,
                label=texts.FILTER_LABEL,
                info=texts.FILTER_INFO,
                elem_id="cchc-filter",
            )
        with gr.Column(scale=2, min_width=320, elem_classes="cchc-ask-right"):
            panel = gr.HTML(empty_evidence_html(), elem_id="cchc-evidence")
    return _Parts(chat, question, upload, clear, notice, choice, examples, panel, opinion, keeping)


def begin(question: str, pending: str) -> tuple[str, str]:
    """Take the question out of its box; refuse while the session's last one is unanswered.

    Raises:
        gr.Error: an answer is being written; the box keeps its text.
    """
    if pending:
        raise gr.Error(texts.BUSY, title=texts.NOTE, duration=5, print_exception=False)
    return question, ""


def begin_example(question: str, pending: str) -> str:
    """Like :func:`begin` for an example, which leaves the question box alone."""
    return begin(question, pending)[0]


def _wire_chat(parts: _Parts, handlers: AskHandlers) -> None:
    conversation = gr.State(Conversation())
    pending = gr.State("")
    browser = gr.BrowserState([], storage_key=_STORAGE_KEY)
    outputs = [parts.chat, parts.panel, conversation]
    scrolling.wire(parts.chat)
    ask_keeping.wire(parts.keeping, conversation=conversation)
    feedback.wire(parts.opinion, handlers.service, choice=parts.choice, conversation=conversation)
    starts = [
        parts.question.submit(
            begin,
            inputs=[parts.question, pending],
            outputs=[pending, parts.question],
            **QUIET,
        ),
        *(
            example.click(begin_example, inputs=[example, pending], outputs=pending, **QUIET)
            for example in parts.examples
        ),
    ]
    answers = [
        start.success(
            handlers.ask,
            inputs=[pending, parts.choice, conversation],
            outputs=outputs,
            concurrency_limit=4,
            concurrency_id="ask",
            **QUIET,
        )
        for start in starts
    ]
    for answer in answers:
        answer.then(lambda: "", outputs=pending, queue=False, **QUIET).then(
            kept, inputs=conversation, outputs=browser, queue=False, **QUIET
        )
    gr.on(
        [parts.clear.click, parts.chat.clear],
        lambda: ([], empty_evidence_html(), Conversation(), "", "", "", []),
        outputs=[*outputs, pending, parts.notice, parts.question, browser],
        cancels=answers,
        queue=False,
        **QUIET,
    )

    def show_evidence(current: Conversation, event: gr.SelectData) -> str:
        index = event.index[0] if isinstance(event.index, list | tuple) else event.index
        return handlers.evidence_of(int(index), current)

    parts.chat.select(show_evidence, inputs=conversation, outputs=parts.panel, **QUIET)
    gr.context.Context.root_block.load(handlers.restore, inputs=browser, outputs=outputs, **QUIET)


def _wire_upload(parts: _Parts, handlers: AskHandlers) -> None:
    def take_files(paths: Sequence[str] | None, chosen: Sequence[str] | None) -> tuple[str, Any]:
        text, options, selected = handlers.upload(paths, chosen)
        return text, gr.update(choices=options, value=selected)

    parts.upload.upload(
        lambda: notice_html(texts.READING_FILES), outputs=parts.notice, queue=False, **QUIET
    ).then(
        take_files,
        inputs=[parts.upload, parts.choice],
        outputs=[parts.notice, parts.choice],
        concurrency_limit=2,
        concurrency_id="ingest",
        **QUIET,
    )
