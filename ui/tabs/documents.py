"""The documents: what was read, what was wrong with it, more of them, fewer of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.errors import EXPECTED
from assistant.service import Service
from ui import texts
from ui.render_documents import (
    choices,
    details_html,
    documents_html,
    health_html,
    notice_html,
)
from ui.tabs import correcting
from ui.tabs.uploading import QUIET, receive

Listing = tuple[str, list[tuple[str, str]]]
"""The documents as HTML, and as choices."""


@dataclass(frozen=True, slots=True)
class DocumentHandlers:
    """What happens behind the components. Holds the service and nothing of any user."""

    service: Service

    def listing(self) -> Listing:
        """All documents; a failure of the store is shown in their place."""
        try:
            documents = self.service.documents().documents
        except EXPECTED as error:
            return notice_html(texts.SERVICE_FAILED.format(reason=error), bad=True), []
        return documents_html(documents), choices(documents)

    def health(self) -> str:
        """What is degraded, as HTML; empty while all is well."""
        try:
            return health_html(self.service.health())
        except EXPECTED as error:
            return notice_html(texts.SERVICE_FAILED.format(reason=error), bad=True)

    def upload(self, paths: Sequence[str] | None) -> str:
        """Read the files and say what became of each."""
        if not paths:
            return notice_html(texts.NOTHING_CHOSEN, bad=True)
        notice, _ = receive(self.service, paths)
        return notice

    def details(self, chosen: Sequence[str] | None) -> str:
        """Everything the one chosen document yielded."""
        if not chosen:
            return notice_html(texts.CHOOSE_FIRST, bad=True)
        if len(chosen) > 1:
            return notice_html(texts.CHOOSE_ONE.format(n=len(chosen)), bad=True)
        try:
            return details_html(self.service.show(chosen[0]))
        except EXPECTED as error:
            return notice_html(texts.SERVICE_FAILED.format(reason=error), bad=True)

    def removal_question(self, chosen: Sequence[str] | None) -> tuple[str, bool]:
        """What would be deleted, and whether there is anything to confirm."""
        if not chosen:
            return notice_html(texts.CHOOSE_FIRST, bad=True), False
        names = {document_id: name for name, document_id in self.listing()[1]}
        files = ", ".join(names.get(document_id, document_id) for document_id in chosen)
        question = texts.REMOVE_QUESTION.format(n=len(chosen), files=files)
        return notice_html(question, bad=True), True

    def remove(self, chosen: Sequence[str] | None) -> str:
        """Delete the chosen documents everywhere and say which."""
        if not chosen:
            return notice_html(texts.CHOOSE_FIRST, bad=True)
        try:
            gone = self.service.remove(chosen).documents
        except EXPECTED as error:
            return notice_html(texts.SERVICE_FAILED.format(reason=error), bad=True)
        files = ", ".join(document.file for document in gone)
        return notice_html(texts.REMOVED.format(n=len(gone), files=files))


_TO_DETAILS = """() => document.querySelector("#cchc-details")
  .scrollIntoView({ behavior: "smooth", block: "start" })"""
"""Below a long list what was asked for would be out of sight."""


@dataclass(frozen=True, slots=True)
class DocumentsTab:
    """Components and the refresh that the rest of the page needs to reach.

    ``changed`` are the events after which other lists of documents are stale.
    """

    listing: Any
    choice: Any
    refresh: Any
    changed: tuple[Any, ...]


def build(service: Service, *, largest_file: str) -> DocumentsTab:
    """Lay out the tab inside the open ``gr.Blocks`` and wire it."""
    handlers = DocumentHandlers(service)
    with gr.Row(elem_classes="cchc-actions"):
        upload = gr.UploadButton(
            texts.UPLOAD_MANY,
            file_count="multiple",
            size="sm",
            variant="primary",
            elem_id="cchc-upload-many",
        )
        reload = gr.Button(texts.REFRESH, size="sm", variant="secondary")
    hint = notice_html(texts.UPLOAD_HINT.format(size=largest_file))
    notice = gr.HTML(hint, elem_id="cchc-documents-notice")
    listing = gr.HTML("", elem_id="cchc-documents")
    choice = gr.Dropdown(
        choices=[],
        value=[],
        multiselect=True,
        label=texts.CHOOSE_DOCUMENTS,
        info=texts.CHOOSE_INFO,
        elem_id="cchc-choose",
    )
    with gr.Row(elem_classes="cchc-actions"):
        show = gr.Button(texts.SHOW, size="sm", variant="primary")
        remove = gr.Button(texts.REMOVE, size="sm", variant="secondary")
        confirm = gr.Button(texts.REMOVE_CONFIRM, size="sm", variant="stop", visible=False)
        cancel = gr.Button(texts.REMOVE_CANCEL, size="sm", variant="secondary", visible=False)
    removal = gr.HTML("", elem_id="cchc-removal")
    empty = notice_html(texts.DETAILS_EMPTY.format(show=texts.SHOW))
    panel = correcting.build(service)
    details = gr.HTML(empty, elem_id="cchc-details")

    def shown(chosen: Sequence[str] | None) -> tuple[str, str | None]:
        return handlers.details(chosen), chosen[0] if chosen and len(chosen) == 1 else None

    def details_again(document_id: str | None) -> str:
        return handlers.details([document_id] if document_id else None)

    def refresh() -> tuple[str, Any]:
        html, options = handlers.listing()
        return html, gr.update(choices=options, value=[])

    def ask_removal(chosen: Sequence[str] | None) -> tuple[str, Any, Any]:
        question, can = handlers.removal_question(chosen)
        return question, gr.update(visible=can), gr.update(visible=can)

    def hide() -> tuple[Any, Any]:
        return gr.update(visible=False), gr.update(visible=False)

    uploaded = (
        upload.upload(
            lambda: notice_html(texts.READING_FILES), outputs=notice, queue=False, **QUIET
        )
        .then(
            handlers.upload,
            inputs=upload,
            outputs=notice,
            concurrency_limit=2,
            concurrency_id="ingest",
            **QUIET,
        )
        .then(refresh, outputs=[listing, choice], **QUIET)
    )
    reload.click(refresh, outputs=[listing, choice], **QUIET)
    fill: dict[str, Any] = {"fn": panel.fill, "inputs": panel.document, "outputs": panel.filled}
    show.click(shown, inputs=choice, outputs=[details, panel.document], **QUIET).then(
        **fill, **QUIET
    ).then(None, js=_TO_DETAILS, queue=False, **QUIET)
    corrected = [
        event.then(details_again, inputs=panel.document, outputs=details, **QUIET).then(
            lambda: handlers.listing()[0], outputs=listing, **QUIET
        )
        for event in panel.changed
    ]
    remove.click(ask_removal, inputs=choice, outputs=[removal, confirm, cancel], **QUIET)
    # another choice takes the question back: what is confirmed is what was asked about
    gr.on(
        [cancel.click, choice.input],
        lambda: ("", *hide()),
        outputs=[removal, confirm, cancel],
        **QUIET,
    )
    removed = (
        confirm.click(handlers.remove, inputs=choice, outputs=removal, **QUIET)
        .then(
            lambda: (empty, None, *hide()),
            outputs=[details, panel.document, confirm, cancel],
            **QUIET,
        )
        .then(**fill, **QUIET)
        .then(refresh, outputs=[listing, choice], **QUIET)
    )
    return DocumentsTab(
        listing=listing, choice=choice, refresh=refresh, changed=(uploaded, removed, *corrected)
    )
