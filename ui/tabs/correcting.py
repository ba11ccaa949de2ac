"""The panel that corrects what was read from one document, and takes corrections back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.answer import DocumentDetails
from assistant.errors import EXPECTED
from assistant.service import Service
from ingest.correcting.fields import editable, shown
from ingest.correcting.identity import label_of_record
from ingest.correcting.names import field_name
from ingest.model import AnyRecord, Document
from ui import texts
from ui.record_fields import typed_records
from ui.render_documents import notice_html
from ui.render_reading import history_html, undoable
from ui.tabs.uploading import QUIET

OWN_DATA = ""
"""Stands for the document itself in the list of records."""

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CorrectionHandlers:
    """What happens behind the components. Holds the service and nothing of any user."""

    service: Service

    def records(self, document_id: str | None) -> Choices:
        """The document itself and its records, to choose from."""
        details = self._details(document_id)
        if details is None:
            return []
        found = [
            (f"{texts.RECORD_KIND_ONE[kind]} {label_of_record(record)}", record.id)
            for kind, records in typed_records(details).items()
            for record in records
        ]
        return [(texts.OWN_DATA, OWN_DATA), *found]

    def history(self, document_id: str | None) -> tuple[str, Choices]:
        """The corrections so far as HTML, and those that can be taken back."""
        details = self._details(document_id)
        if details is None:
            return "", []
        return history_html(details.corrections), undoable(details.corrections)

    def fields(self, document_id: str | None, record_id: str | None) -> Choices:
        """The fields of the chosen record."""
        item = self._item(document_id, record_id)
        return [(field_name(field), field) for field in editable(item)] if item else []

    def value(self, document_id: str | None, record_id: str | None, field: str | None) -> str:
        """What the chosen field holds now, as it is typed."""
        item = self._item(document_id, record_id)
        if item is None or field is None or field not in editable(item):
            return ""
        return shown(item, field) or ""

    def save(
        self,
        document_id: str | None,
        record_id: str | None,
        field: str | None,
        value: str | None,
        by: str | None,
    ) -> str:
        """Correct one field and say so, or say what is wrong."""
        if not document_id or record_id is None or not field:
            return notice_html(texts.CHOOSE_FIELD, bad=True)
        try:
            (made,) = self.service.correct(
                document_id, {field: value}, by=by or "", record_id=record_id or None
            ).corrections
        except EXPECTED as error:
            return notice_html(texts.SERVICE_FAILED.format(reason=error), bad=True)
        return notice_html(texts.CORRECTED.format(field=field_name(field), id=made.id))

    def undo(self, correction_id: str | None) -> str:
        """Take one correction back and say so, or say what is wrong."""
        if not correction_id:
            return notice_html(texts.CHOOSE_CORRECTION, bad=True)
        try:
            undone = self.service.undo_correction(correction_id)
        except EXPECTED as error:
            return notice_html(texts.SERVICE_FAILED.format(reason=error), bad=True)
        return notice_html(texts.UNDONE.format(field=field_name(undone.field), id=undone.id))

    def _item(self, document_id: str | None, record_id: str | None) -> Document | AnyRecord | None:
        details = self._details(document_id)
        if details is None or record_id is None:
            return None
        if record_id == OWN_DATA:
            return details.document
        records = (one for found in typed_records(details).values() for one in found)
        return next((record for record in records if record.id == record_id), None)

    def _details(self, document_id: str | None) -> DocumentDetails | None:
        if not document_id:
            return None
        try:
            return self.service.show(document_id)
        except EXPECTED:  # removed since; the details beside say so
            return None


@dataclass(frozen=True, slots=True)
class CorrectionPanel:
    """What the documents tab needs to reach.

    ``document`` holds the id of the document shown; ``fill`` refreshes ``filled`` from it;
    ``changed`` are the events after which the shown details are stale.
    """

    document: Any
    fill: Any
    filled: list[Any]
    changed: tuple[Any, ...]


def build(service: Service) -> CorrectionPanel:
    """Lay out the panel inside the open ``gr.Blocks`` and wire it."""
    handlers = CorrectionHandlers(service)
    document = gr.State(None)
    with gr.Accordion(texts.CORRECT, open=False, visible=False, elem_id="cchc-correcting") as panel:
        record = gr.Dropdown(choices=[], value=None, label=texts.CORRECT_RECORD)
        with gr.Row(elem_classes="cchc-correct-row"):
            field = gr.Dropdown(choices=[], value=None, label=texts.CORRECT_FIELD)
            by = gr.Textbox("", label=texts.CORRECT_BY, max_lines=1)
        value = gr.Textbox(
            "", label=texts.CORRECT_VALUE, info=texts.CORRECT_VALUE_INFO, lines=2, max_lines=6
        )
        with gr.Row(elem_classes="cchc-actions"):
            save = gr.Button(texts.CORRECT_SAVE, size="sm", variant="primary")
        notice = gr.HTML("", elem_id="cchc-correct-notice")
        history = gr.HTML("", elem_id="cchc-history")
        undoing = gr.Dropdown(choices=[], value=None, label=texts.UNDO_CHOICE)
        with gr.Row(elem_classes="cchc-actions"):
            undo = gr.Button(texts.UNDO, size="sm", variant="secondary")

    def fill(document_id: str | None) -> tuple[Any, ...]:
        records = handlers.records(document_id)
        html, options = handlers.history(document_id)
        nothing = gr.update(choices=[], value=None)
        return (
            gr.update(visible=bool(records)),
            gr.update(choices=records, value=None),
            nothing,
            "",
            "",
            html,
            gr.update(choices=options, value=None),
        )

    def again(document_id: str | None) -> tuple[Any, ...]:
        html, options = handlers.history(document_id)
        return html, gr.update(choices=options, value=None)

    def pick(document_id: str | None, record_id: str | None) -> tuple[Any, str]:
        return gr.update(choices=handlers.fields(document_id, record_id), value=None), ""

    chosen = [document, record]
    record.input(pick, inputs=chosen, outputs=[field, value], **QUIET)
    field.input(handlers.value, inputs=[*chosen, field], outputs=value, **QUIET)
    saved = save.click(
        handlers.save, inputs=[*chosen, field, value, by], outputs=notice, **QUIET
    ).then(again, inputs=document, outputs=[history, undoing], **QUIET)
    undone = (
        undo.click(handlers.undo, inputs=undoing, outputs=notice, **QUIET)
        .then(again, inputs=document, outputs=[history, undoing], **QUIET)
        .then(handlers.value, inputs=[*chosen, field], outputs=value, **QUIET)
    )
    return CorrectionPanel(
        document=document,
        fill=fill,
        filled=[panel, record, field, value, notice, history, undoing],
        changed=(saved, undone),
    )
