"""The page as a whole: heading, warnings, tabs."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.service import Service
from ui import texts
from ui.escape import html_text
from ui.tabs import ask, checking, documents, drafting
from ui.tabs.uploading import QUIET

CACHE_CHECK_SECONDS = 600
CACHE_AGE_SECONDS = 3600
"""Temporary copies older than this are deleted; the service keeps its own copy of what it read."""

HEALTH_SECONDS = 20
"""How often an open page asks what is degraded; vectors follow in the background, for one."""

WAITING_QUESTIONS = 32
"""Questions that may wait in line; the next one is turned away at once."""


def build_ui(service: Service, *, largest_file: str = "50 MB") -> Any:  # noqa: ANN401
    """The ``gr.Blocks`` of the product. What a user does lives in ``gr.State`` and nowhere else.

    ``largest_file`` is the upload limit as a person reads it.
    """
    with gr.Blocks(
        title=texts.APP_TITLE,
        analytics_enabled=False,
        fill_width=False,
        delete_cache=(CACHE_CHECK_SECONDS, CACHE_AGE_SECONDS),
    ) as blocks:
        gr.HTML(
            f'<header class="cchc-head"><h1>{html_text(texts.APP_TITLE)}</h1>'
            f"<p>{html_text(texts.APP_SUBTITLE)}</p></header>"
        )
        health = gr.HTML("", elem_id="cchc-health")
        with gr.Tabs():
            with gr.Tab(texts.TAB_ASK, id="ask"):
                ask_tab = ask.build(service)
            with gr.Tab(texts.TAB_DOCUMENTS, id="documents") as documents_tab_item:
                documents_tab = documents.build(service, largest_file=largest_file)
            with gr.Tab(texts.TAB_CHECKING, id="checking") as checking_tab_item:
                checking_tab = checking.build(service, largest_file=largest_file)
            with gr.Tab(texts.TAB_DRAFTING, id="drafting") as drafting_tab_item:
                drafting_tab = drafting.build(service)

        document_lists = [documents_tab.listing, documents_tab.choice]
        handlers = documents.DocumentHandlers(service)
        blocks.load(handlers.health, outputs=health, **QUIET)
        gr.Timer(HEALTH_SECONDS).tick(handlers.health, outputs=health, **QUIET)
        blocks.load(ask_tab.refresh, inputs=ask_tab.choice, outputs=ask_tab.choice, **QUIET)
        blocks.load(documents_tab.refresh, outputs=document_lists, **QUIET)
        documents_tab_item.select(documents_tab.refresh, outputs=document_lists, **QUIET)
        against: dict[str, Any] = {"inputs": checking_tab.choice, "outputs": checking_tab.choice}
        checking_tab_item.select(checking_tab.refresh, **against, **QUIET)
        drafted: dict[str, Any] = {"inputs": drafting_tab.lists, "outputs": drafting_tab.lists}
        drafting_tab_item.select(drafting_tab.refresh, **drafted, **QUIET)
        for event in documents_tab.changed:
            event.then(ask_tab.refresh, inputs=ask_tab.choice, outputs=ask_tab.choice, **QUIET)
    blocks.queue(max_size=WAITING_QUESTIONS, default_concurrency_limit=4)
    return blocks
