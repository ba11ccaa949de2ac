"""The check of a document: drop a file, see its figures and what contradicts what."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import gradio as gr

from assistant.answer import Check
from assistant.errors import EXPECTED
from assistant.service import Service, Upload
from ingest.errors import ReadingError
from ui import texts
from ui.render_checking import (
    ALL,
    empty_html,
    figures_html,
    figures_title_html,
    filter_choices,
    findings_html,
    first_filter,
    summary_html,
)
from ui.render_documents import choices, notice_html
from ui.tabs.uploading import QUIET

REPORT_SECONDS = 3600
"""How long the written reports of a session are kept."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Files written for download in a folder of their own; ``word`` only where there is one."""

    folder: Path
    page: Path
    word: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check came to: the check, or ``notice`` alone where there is none."""

    notice: str = ""
    summary: str = ""
    check: Check | None = None
    reports: Reports | None = None


@dataclass(frozen=True, slots=True)
class CheckHandlers:
    """What happens behind the components. Holds the service and nothing of any user."""

    service: Service

    def choices(self, chosen: Sequence[str] | None) -> tuple[list[tuple[str, str]], list[str]]:
        """All documents to compare with, and what of the present choice still exists."""
        try:
            options = choices(self.service.documents().documents)
        except EXPECTED as error:
            gr.Warning(texts.SERVICE_FAILED.format(reason=error))
            return [], []
        ids = {document_id for _, document_id in options}
        return options, [document_id for document_id in chosen or () if document_id in ids]

    def begin(self, path: str | None) -> str:
        """The line shown while the file is being checked."""
        if not path:
            return notice_html(texts.CHECK_CHOOSE_FILE, bad=True)
        return notice_html(texts.CHECKING.format(name=Path(path).name))

    def check(
        self, path: str | None, chosen: Sequence[str] | None, *, form: bool = False
    ) -> Outcome:
        """Check the file against itself and the chosen documents, and write the reports.

        With ``form`` its form as well, which the service refuses for all but a .docx.
        """
        if not path:
            return Outcome(notice_html(texts.CHECK_CHOOSE_FILE, bad=True))
        file = Path(path)
        against = tuple(chosen or ())
        try:
            stored = {d.id: d for d in self.service.documents().documents if d.id in against}
            with file.open("rb") as content:
                check = self.service.check(Upload(file.name, content), against=against, form=form)
        except (*EXPECTED, ReadingError) as error:
            return Outcome(notice_html(texts.CHECK_FAILED.format(reason=error), bad=True))
        except OSError:
            return Outcome(notice_html(texts.UPLOAD_LOST.format(names=file.name), bad=True))
        notices = [
            texts.CHECKED_WITH_ITSELF.format(name=document.file)
            for document in stored.values()
            if document.file == check.file
        ]
        reports = write_reports(check, file)
        if reports.word is None and _is_word(file):
            notices.append(texts.NO_ANNOTATION)
        names = [name for name, _ in choices([*stored.values()])]
        return Outcome(
            notice="".join(notice_html(notice, bad=True) for notice in notices),
            summary=summary_html(check, names),
            check=check,
            reports=reports,
        )

    def figures(self, check: Check | None, chosen: str | None) -> str:
        """The figures of the chosen filter; nothing before the first check."""
        return "" if check is None else figures_html(check.figures, chosen or ALL)


def _is_word(file: Path) -> bool:
    return file.suffix.lower() == ".docx"


def write_reports(check: Check, original: Path) -> Reports:
    """Write the page, and for a .docx its copy with comments, into a new private folder.

    A .docx whose parts python-docx cannot work with gets the page alone.
    """
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError

    from assistant.checking.annotate import annotated
    from assistant.checking.reporting import as_html

    parent = os.environ.get("GRADIO_TEMP_DIR") or None
    folder = Path(tempfile.mkdtemp(prefix="cchc-check-", dir=parent))
    page = folder / texts.CHECKED_FILE_NAME.format(stem=original.stem, suffix=".html")
    page.write_text(as_html(check), encoding="utf-8")
    if not _is_word(original):
        return Reports(folder, page)
    word = folder / texts.CHECKED_FILE_NAME.format(stem=original.stem, suffix=".docx")
    try:
        annotated(original, check, word)
    except (PythonDocxError, OpcError, BadZipFile, OSError, KeyError, ValueError):
        return Reports(folder, page)
    return Reports(folder, page, word)


def discard(reports: Reports | None) -> None:
    """Delete written reports; Gradio's own copies go by its schedule."""
    if reports is not None:
        shutil.rmtree(reports.folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class CheckingTab:
    """What the rest of the page needs to reach."""

    choice: Any
    refresh: Any


@dataclass(frozen=True, slots=True)
class _Parts:
    """The components of the tab, laid out."""

    file: Any
    choice: Any
    form: Any
    run: Any
    notice: Any
    summary: Any
    word: Any
    page: Any
    findings: Any
    title: Any
    verdict: Any
    figures: Any


def build(service: Service, *, largest_file: str) -> CheckingTab:
    """Lay out the tab inside the open ``gr.Blocks`` and wire it."""
    handlers = CheckHandlers(service)
    parts = _lay_out(largest_file)
    _wire(parts, handlers)

    def refresh(chosen: Sequence[str] | None) -> Any:  # noqa: ANN401 - Gradio's update object
        options, selected = handlers.choices(chosen)
        return gr.update(choices=options, value=selected)

    return CheckingTab(choice=parts.choice, refresh=refresh)


def _lay_out(largest_file: str) -> _Parts:
    with gr.Row(elem_classes="cchc-check-in"):
        with gr.Column(scale=1, min_width=280):
            file = gr.File(
                label=texts.CHECK_FILE,
                file_count="single",
                type="filepath",
                height=170,
                elem_id="cchc-check-file",
            )
        with gr.Column(scale=1, min_width=280):
            choice = gr.Dropdown(
                choices=[],
                value=[],
                multiselect=True,
                label=texts.CHECK_AGAINST,
                info=texts.CHECK_AGAINST_INFO,
                elem_id="cchc-check-against",
            )
            form = gr.Checkbox(value=False, label=texts.CHECK_FORM, elem_id="cchc-check-form")
            with gr.Row(elem_classes="cchc-actions"):
                run = gr.Button(texts.CHECK, size="sm", variant="primary", elem_id="cchc-check-run")
    hint = notice_html(texts.CHECK_HINT.format(size=largest_file))
    notice = gr.HTML(hint, elem_id="cchc-check-notice")
    summary = gr.HTML(empty_html(), elem_id="cchc-check-summary")
    with gr.Row(elem_classes="cchc-actions"):
        word = gr.DownloadButton(
            texts.DOWNLOAD_WORD,
            size="sm",
            variant="primary",
            visible=False,
            elem_id="cchc-check-word",
        )
        page = gr.DownloadButton(
            texts.DOWNLOAD_REPORT, size="sm", visible=False, elem_id="cchc-check-report"
        )
    findings = gr.HTML("", elem_id="cchc-check-findings")
    title = gr.HTML("", elem_id="cchc-check-title")
    verdict = gr.Radio(
        choices=[], value=None, label=texts.FILTER_FIGURES, visible=False, elem_id="cchc-check-only"
    )
    figures = gr.HTML("", elem_id="cchc-check-figures")
    return _Parts(
        file, choice, form, run, notice, summary, word, page, findings, title, verdict, figures
    )


def _wire(parts: _Parts, handlers: CheckHandlers) -> None:
    checked = gr.State(None)
    written = gr.State(None, time_to_live=REPORT_SECONDS, delete_callback=discard)
    results = [
        parts.summary,
        checked,
        written,
        parts.word,
        parts.page,
        parts.findings,
        parts.title,
        parts.verdict,
        parts.figures,
    ]

    def begin(path: str | None, reports: Reports | None) -> tuple[Any, ...]:
        discard(reports)
        return handlers.begin(path), gr.update(interactive=False), *_shown(handlers, Outcome())

    def check(path: str | None, chosen: Sequence[str] | None, form: bool) -> tuple[Any, ...]:
        outcome = handlers.check(path, chosen, form=form)
        return outcome.notice, *_shown(handlers, outcome)

    done = parts.run.click(
        begin,
        inputs=[parts.file, written],
        outputs=[parts.notice, parts.run, *results],
        queue=False,
        **QUIET,
    ).then(
        check,
        inputs=[parts.file, parts.choice, parts.form],
        outputs=[parts.notice, *results],
        concurrency_limit=2,
        concurrency_id="check",
        **QUIET,
    )
    done.failure(
        lambda: notice_html(texts.CHECK_BROKEN, bad=True),
        outputs=parts.notice,
        queue=False,
        **QUIET,
    )
    done.then(lambda: gr.update(interactive=True), outputs=parts.run, queue=False, **QUIET)
    parts.verdict.input(
        handlers.figures, inputs=[checked, parts.verdict], outputs=parts.figures, **QUIET
    )


def _shown(handlers: CheckHandlers, outcome: Outcome) -> tuple[Any, ...]:
    """An outcome as the values of the result components, blank ones without a check."""
    check, reports = outcome.check, outcome.reports
    word = reports.word if reports is not None else None
    page = reports.page if reports is not None else None
    figures = check.figures if check is not None else ()
    first = first_filter(figures)
    return (
        outcome.summary,
        check,
        reports,
        gr.update(value=word and str(word), visible=word is not None),
        gr.update(value=page and str(page), visible=page is not None),
        findings_html(check.findings) if check is not None else "",
        figures_title_html(check),
        gr.update(choices=filter_choices(figures), value=first, visible=check is not None),
        handlers.figures(check, first),
    )
