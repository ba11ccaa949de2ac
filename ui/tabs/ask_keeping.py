"""Below the chat: take the last answer's list or the whole conversation away as a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import gradio as gr

from ui import texts
from ui.conversation import Conversation
from ui.export.rows import table
from ui.export.spreadsheet import Format, to_bytes
from ui.export.word import to_docx
from ui.tabs.uploading import QUIET

_FETCH = """() => setTimeout(
    () => document.querySelector("#cchc-fetch a, a#cchc-fetch, #cchc-fetch")?.click(), 300)"""
"""Gradio's download button fetches what it was given before the click; this clicks it after."""


@dataclass(frozen=True, slots=True)
class KeepingParts:
    """The components, laid out. ``fetch`` is clicked by the page, never by a person."""

    excel: Any
    csv: Any
    word: Any
    fetch: Any


def lay_out() -> KeepingParts:
    """Three small buttons in a row."""
    with gr.Row(elem_classes="cchc-actions"):
        excel = gr.Button(texts.EXPORT_LIST_XLSX, size="sm", elem_id="cchc-export-xlsx")
        csv = gr.Button(texts.EXPORT_LIST_CSV, size="sm", elem_id="cchc-export-csv")
        word = gr.Button(texts.EXPORT_CONVERSATION, size="sm", elem_id="cchc-export-docx")
        fetch = gr.DownloadButton(
            texts.EXPORT_CONVERSATION, visible="hidden", size="sm", elem_id="cchc-fetch"
        )
    return KeepingParts(excel, csv, word, fetch)


def list_file(conversation: Conversation, form: Format) -> Path:
    """The list of the last answer that cites something.

    Raises:
        gr.Error: there is none, or the file cannot be written.
    """
    for exchange in reversed(conversation.exchanges):
        if exchange.answer is not None and exchange.answer.citations:
            content = to_bytes(table(exchange.answer), form)
            return _written(texts.EXPORT_LIST_NAME.format(form=form), content)
    raise _error(texts.EXPORT_NOTHING)


def conversation_file(conversation: Conversation) -> Path:
    """All finished exchanges with their citations.

    Raises:
        gr.Error: nothing was asked yet, or the file cannot be written.
    """
    finished = [each for each in conversation.exchanges if each.answer or each.failure]
    if not finished:
        raise _error(texts.EXPORT_NOTHING)
    made = texts.EXPORT_MADE.format(day=f"{datetime.now().astimezone():%d/%m/%Y}")
    return _written(texts.EXPORT_CONVERSATION_NAME, to_docx(finished, made=made))


def wire(parts: KeepingParts, *, conversation: Any) -> None:  # noqa: ANN401 - Gradio state
    """Let each button write its file and have the browser fetch it."""
    makers: tuple[tuple[Any, Callable[[Conversation], Path]], ...] = (
        (parts.excel, lambda current: list_file(current, "xlsx")),
        (parts.csv, lambda current: list_file(current, "csv")),
        (parts.word, conversation_file),
    )
    for button, maker in makers:

        def make(current: Conversation, maker: Callable[[Conversation], Path] = maker) -> str:
            return str(maker(current))

        button.click(
            make,
            inputs=conversation,
            outputs=parts.fetch,
            concurrency_limit=2,
            concurrency_id="export",
            **QUIET,
        ).success(fn=None, js=_FETCH, **QUIET)


def _written(name: str, content: bytes) -> Path:
    """A file in a new private folder, which goes with the page's other temporary files."""
    parent = os.environ.get("GRADIO_TEMP_DIR") or None
    try:
        file = Path(tempfile.mkdtemp(prefix="cchc-export-", dir=parent)) / name
        file.write_bytes(content)
    except OSError as error:
        raise _error(texts.EXPORT_FAILED.format(reason=error.strerror or error)) from error
    return file


def _error(sentence: str) -> gr.Error:
    return gr.Error(sentence, title=texts.NOTE, duration=6, print_exception=False)
