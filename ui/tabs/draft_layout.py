"""The components of the tab that drafts reports, laid out; nothing is wired here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.answer import ReportKind
from ui import texts
from ui.render_documents import notice_html
from ui.render_drafting import empty_html
from ui.tabs.draft_handlers import Options

NO_DOCUMENT: tuple[str, str] = (texts.DRAFT_NONE, "")
_WHOLE: tuple[str, str] = (texts.DRAFT_WHOLE, "")
_QUARTERS = (("I", 1), ("II", 2), ("III", 3), ("IV", 4))


@dataclass(frozen=True, slots=True)
class SourceParts:
    """The upper half: what to draft, and from what."""

    kind: Any
    year: Any
    quarter: Any
    section: Any
    annex: Any
    plans: Any
    previous: Any
    upload: Any
    start: Any
    notice: Any
    stored: Any
    open: Any
    remove: Any
    confirm: Any
    cancel: Any

    @property
    def wanted(self) -> list[Any]:
        """The components that :class:`Wanted` is made of, in its order."""
        return [
            self.kind, self.year, self.quarter, self.section, self.annex, self.plans, self.previous,
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ResultParts:
    """The lower half: the draft, and what can be done with it.

    ``said`` is what became of it, beside the buttons: the notice of the upper half is out of sight.
    """

    state: Any
    text: Any
    records: Any
    history: Any
    panel: Any
    by: Any
    section: Any
    body: Any
    save: Any
    redraft: Any
    approve: Any
    download: Any
    said: Any


def lay_out_sources(kinds: Sequence[ReportKind]) -> SourceParts:
    """What to draft, from what, and the stored drafts."""
    first = kinds[0] if kinds else None
    with gr.Row(elem_classes="cchc-check-in"):
        with gr.Column(scale=1, min_width=280):
            kind = gr.Dropdown(
                choices=[(one.title, one.kind) for one in kinds],
                value=first.kind if first else None,
                label=texts.DRAFT_KIND,
                elem_id="cchc-draft-kind",
            )
            with gr.Row():
                year = gr.Number(
                    label=texts.DRAFT_YEAR,
                    precision=0,
                    min_width=110,
                    elem_id="cchc-draft-year",
                )
                quarter = gr.Dropdown(
                    choices=list(_QUARTERS),
                    value=1,
                    label=texts.DRAFT_QUARTER,
                    visible=first is not None and first.parts == "quarter",
                    min_width=90,
                    elem_id="cchc-draft-quarter",
                )
            section = gr.Dropdown(
                choices=parts_of(first),
                value="",
                label=texts.DRAFT_SECTION,
                elem_id="cchc-draft-part",
            )
        with gr.Column(scale=1, min_width=280):
            annex = gr.Dropdown(
                choices=[], value=None, label=texts.DRAFT_ANNEX, elem_id="cchc-draft-annex"
            )
            plans = gr.Dropdown(
                choices=[],
                value=[],
                multiselect=True,
                label=texts.DRAFT_PLANS,
                info=texts.DRAFT_OPTIONAL,
                elem_id="cchc-draft-plans",
            )
            previous = gr.Dropdown(
                choices=[NO_DOCUMENT],
                value="",
                label=texts.DRAFT_PREVIOUS,
                info=texts.DRAFT_OPTIONAL,
                elem_id="cchc-draft-previous",
            )
    with gr.Row(elem_classes="cchc-actions"):
        start = gr.Button(
            texts.DRAFT_START, size="sm", variant="primary", elem_id="cchc-draft-start"
        )
        upload = gr.UploadButton(texts.DRAFT_UPLOAD, file_count="multiple", size="sm")
    notice = gr.HTML(notice_html(texts.DRAFT_HINT), elem_id="cchc-draft-notice")
    with gr.Row(elem_classes="cchc-actions cchc-stored"):
        stored = gr.Dropdown(
            choices=[], value=None, label=texts.DRAFT_STORED, elem_id="cchc-draft-stored"
        )
        open_ = gr.Button(texts.DRAFT_OPEN, size="sm", elem_id="cchc-draft-open")
        remove = gr.Button(texts.REMOVE, size="sm")
        confirm = gr.Button(texts.REMOVE_CONFIRM, size="sm", variant="stop", visible=False)
        cancel = gr.Button(texts.REMOVE_CANCEL, size="sm", visible=False)
    return SourceParts(
        kind, year, quarter, section, annex, plans, previous, upload, start, notice, stored,
        open_, remove, confirm, cancel,
    )  # fmt: skip


def lay_out_result() -> ResultParts:
    """The draft and, hidden until there is one, the panel to edit and approve it."""
    state = gr.HTML(empty_html(), elem_id="cchc-draft-state")
    with gr.Row(elem_classes="cchc-draft-body"):
        with gr.Column(scale=3, min_width=320):
            text = gr.HTML("", elem_id="cchc-draft-text")
        with gr.Column(scale=2, min_width=300, visible=False) as panel:
            gr.HTML(f"<h3>{texts.DRAFT_WORK}</h3>")
            by = gr.Textbox(label=texts.DRAFT_BY, max_lines=1, elem_id="cchc-draft-by")
            section = gr.Dropdown(
                choices=[], value=None, label=texts.DRAFT_EDIT_SECTION, elem_id="cchc-draft-section"
            )
            body = gr.Textbox(
                label=texts.DRAFT_EDIT_TEXT,
                info=texts.DRAFT_EDIT_INFO,
                lines=12,
                max_lines=24,
                elem_id="cchc-draft-edit",
            )
            with gr.Row(elem_classes="cchc-actions"):
                save = gr.Button(
                    texts.DRAFT_SAVE, size="sm", variant="primary", elem_id="cchc-draft-save"
                )
                approve = gr.Button(texts.DRAFT_APPROVE, size="sm", elem_id="cchc-draft-approve")
                download = gr.DownloadButton(
                    texts.DRAFT_DOWNLOAD, size="sm", elem_id="cchc-draft-download"
                )
                redraft = gr.Button(texts.DRAFT_REDRAFT, size="sm", elem_id="cchc-draft-again")
            said = gr.HTML("", elem_id="cchc-draft-said")
            history = gr.HTML("", elem_id="cchc-draft-history")
    records = gr.HTML("", elem_id="cchc-draft-records")
    return ResultParts(
        state, text, records, history, panel, by, section, body, save, redraft, approve, download,
        said,
    )  # fmt: skip


def parts_of(kind: ReportKind | None) -> Options:
    """The whole report, and each of its sections."""
    sections = kind.sections if kind is not None else ()
    return [_WHOLE, *((title or key, key) for key, title in sections)]
