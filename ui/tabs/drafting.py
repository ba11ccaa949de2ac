"""Drafting a report: choose the sources, watch it being written, edit, approve, download."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answer import Draft, ReportKind
from assistant.service import Service
from ui import texts
from ui.render_documents import notice_html
from ui.render_drafting import empty_html, history_html, records_html, state_html, text_html
from ui.tabs.draft_handlers import (
    DraftHandlers,
    Options,
    Result,
    Wanted,
    discard,
    sections_of,
    text_of,
)
from ui.tabs.draft_layout import (
    NO_DOCUMENT,
    ResultParts,
    SourceParts,
    lay_out_result,
    lay_out_sources,
    parts_of,
)
from ui.tabs.uploading import QUIET

KEPT_SECONDS = 3600
"""How long a session's written .docx is kept."""


@dataclass(frozen=True, slots=True)
class DraftingTab:
    """What the rest of the page needs to reach: the lists that grow stale, and their refresh."""

    lists: list[Any]
    refresh: Any


def build(service: Service) -> DraftingTab:
    """Lay out the tab inside the open ``gr.Blocks`` and wire it."""
    handlers = DraftHandlers(service)
    kinds = handlers.kinds()
    sources = lay_out_sources(kinds)
    result = lay_out_result()
    refresh = _wire(sources, result, handlers, kinds)
    lists = [sources.annex, sources.plans, sources.previous, sources.stored]
    gr.context.Context.root_block.load(this_year, outputs=sources.year, **QUIET)
    return DraftingTab(lists=lists, refresh=refresh)


def this_year() -> int:
    """What an opened page begins with, until an annex says otherwise; Gradio would show a 0."""
    return datetime.now().astimezone().year


def _wire(
    sources: SourceParts, result: ResultParts, handlers: DraftHandlers, kinds: Sequence[ReportKind]
) -> Any:  # noqa: ANN401 - a Gradio handler
    current = gr.State(None)
    written = gr.State(None, time_to_live=KEPT_SECONDS, delete_callback=discard)
    shown = [
        sources.notice, current, written, result.state, result.text, result.records,
        result.history, result.panel, result.section, result.body, result.download,
    ]  # fmt: skip

    def show(found: Result, old: Path | None, chosen: str | None) -> tuple[Any, ...]:
        discard(old)
        return found.notice, *_shown(handlers, found.draft, chosen)

    def step(found: Result) -> tuple[Any, ...]:
        return found.notice, *(gr.skip() for _ in shown[1:])

    def drafting(old: Path | None, *chosen: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
        for found in handlers.draft(_wanted(*chosen)):
            yield step(found) if found.draft is None else show(found, old, None)

    def redrafting(
        draft: Draft | None,
        old: Path | None,
        by: str,
        section: str | None,
        *chosen: Any,  # noqa: ANN401
    ) -> Iterator[tuple[Any, ...]]:
        for found in handlers.redraft(draft, _wanted(*chosen), by):
            fresh = found.draft is not None and found.draft is not draft
            yield show(found, old, section) if fresh else step(found)

    def edited(
        draft: Draft | None, old: Path | None, section: str | None, text: str, by: str
    ) -> tuple[Any, ...]:
        found = handlers.edit(draft, section, text, by)
        return step(found) if found.draft is draft else show(found, old, section)

    def approved(
        draft: Draft | None, old: Path | None, section: str | None, by: str
    ) -> tuple[Any, ...]:
        found = handlers.approve(draft, by)
        return step(found) if found.draft is draft else show(found, old, section)

    def opened(draft_id: str | None, old: Path | None) -> tuple[Any, ...]:
        found = handlers.open(draft_id)
        return step(found) if found.draft is None else show(found, old, None)

    def refresh(
        annex: str | None, plans: Sequence[str] | None, previous: str | None, stored: str | None
    ) -> tuple[Any, ...]:
        now = handlers.lists()
        return (
            _kept(now.annexes, annex),
            gr.update(
                choices=now.plans,
                value=[one for one in plans or () if one in {key for _, key in now.plans}],
            ),
            _kept([NO_DOCUMENT, *now.previous], previous or ""),
            _kept(now.drafts, stored),
        )

    def kind_chosen(kind: str | None) -> tuple[Any, Any]:
        one = next((one for one in kinds if one.kind == kind), None)
        quarter = one is not None and one.parts == "quarter"
        return gr.update(visible=quarter), gr.update(choices=parts_of(one), value="")

    def question(draft_id: str | None) -> tuple[Any, ...]:
        said, can = handlers.removal_question(draft_id)
        return said, gr.update(visible=can), gr.update(visible=can)

    def renewed(
        annex: str | None, plans: Sequence[str] | None, previous: str | None, draft: Draft | None
    ) -> tuple[Any, ...]:
        return refresh(annex, plans, previous, draft.id if draft is not None else None)

    lists = [sources.annex, sources.plans, sources.previous, sources.stored]
    asked = {"inputs": lists, "outputs": lists, **QUIET}
    after: dict[str, Any] = {"inputs": [*lists[:3], current], "outputs": lists, **QUIET}
    below = [result.said, *shown[1:]]
    one_at_a_time = {"concurrency_limit": 2, "concurrency_id": "draft", **QUIET}

    sources.annex.input(
        handlers.year_of, inputs=[sources.annex, sources.year], outputs=sources.year, **QUIET
    )
    sources.kind.change(
        kind_chosen, inputs=sources.kind, outputs=[sources.quarter, sources.section], **QUIET
    )
    sources.upload.upload(
        lambda: notice_html(texts.READING_FILES), outputs=sources.notice, queue=False, **QUIET
    ).then(
        handlers.upload,
        inputs=sources.upload,
        outputs=sources.notice,
        concurrency_limit=2,
        concurrency_id="ingest",
        **QUIET,
    ).then(refresh, **asked)
    for button, work, inputs, outputs in (
        (sources.start, drafting, [written, *sources.wanted], shown),
        (
            result.redraft,
            redrafting,
            [current, written, result.by, result.section, *sources.wanted],
            below,
        ),
    ):
        done = button.click(
            lambda: gr.update(interactive=False), outputs=button, queue=False, **QUIET
        ).then(work, inputs=inputs, outputs=outputs, **one_at_a_time)
        done.failure(
            lambda: notice_html(texts.DRAFT_BROKEN, bad=True),
            outputs=outputs[0],
            queue=False,
            **QUIET,
        )
        done.then(lambda: gr.update(interactive=True), outputs=button, queue=False, **QUIET).then(
            renewed, **after
        )
    result.save.click(
        edited,
        inputs=[current, written, result.section, result.body, result.by],
        outputs=below,
        **one_at_a_time,
    )
    result.approve.click(
        approved,
        inputs=[current, written, result.section, result.by],
        outputs=below,
        **one_at_a_time,
    ).then(refresh, **asked)
    result.section.input(text_of, inputs=[current, result.section], outputs=result.body, **QUIET)
    sources.open.click(opened, inputs=[sources.stored, written], outputs=shown, **one_at_a_time)
    gr.on(
        [sources.start.click, sources.open.click, result.section.input],
        lambda: "",
        outputs=result.said,
        queue=False,
        **QUIET,
    )
    removal = [sources.notice, sources.confirm, sources.cancel]
    sources.remove.click(question, inputs=sources.stored, outputs=removal, **QUIET)
    hidden = (gr.update(visible=False), gr.update(visible=False))
    # another choice takes the question back: what is confirmed is what was asked about
    gr.on(
        [sources.cancel.click, sources.stored.input],
        lambda: ("", *hidden),
        outputs=removal,
        **QUIET,
    )
    sources.confirm.click(
        lambda draft_id: (handlers.remove(draft_id), *hidden),
        inputs=sources.stored,
        outputs=removal,
        **QUIET,
    ).then(refresh, **asked)
    return refresh


def _wanted(
    kind: str | None,
    year: float | None,
    quarter: int | None,
    section: str | None,
    annex: str | None,
    plans: Sequence[str] | None,
    previous: str | None,
) -> Wanted:
    return Wanted(kind, year, quarter, section, annex, tuple(plans or ()), previous)


def _kept(options: Options, chosen: str | None) -> Any:  # noqa: ANN401 - Gradio's update object
    """The options with the choice that was made, where it still exists."""
    keys = [key for _, key in options]
    return gr.update(choices=options, value=chosen if chosen in keys else None)


def _shown(handlers: DraftHandlers, draft: Draft | None, chosen: str | None) -> tuple[Any, ...]:
    """A draft as the values of the lower half."""
    if draft is None:
        return (
            None, None, empty_html(), "", "", "", gr.update(visible=False),
            gr.update(choices=[], value=None), "", gr.update(value=None),
        )  # fmt: skip
    options = sections_of(draft)
    keys = [key for _, key in options]
    section = chosen if chosen in keys else next(iter(keys), None)
    path = handlers.download(draft)
    return (
        draft,
        path,
        state_html(draft),
        text_html(draft),
        records_html(draft),
        history_html(draft.history),
        gr.update(visible=True),
        gr.update(choices=options, value=section),
        text_of(draft, section),
        gr.update(value=str(path) if path else None),
    )
