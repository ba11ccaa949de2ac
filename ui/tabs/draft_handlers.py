"""What happens behind the tab that drafts reports; no component is known here."""

from __future__ import annotations

import os
import queue
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import Draft, ReportKind
from assistant.errors import EXPECTED, BadRequest
from assistant.service import DraftOrder, NewerSources, Progress, Service
from ingest.errors import ReadingError
from ingest.model import Document, DocumentKind
from ui import texts
from ui.render_documents import choices, notice_html
from ui.render_drafting import shown_time
from ui.tabs.uploading import receive

Options = list[tuple[str, str]]
FAILURES = (*EXPECTED, ReadingError)
_ANNEXES = (DocumentKind.STATISTICS_ANNEX, DocumentKind.REPORT)
_PLANS = (DocumentKind.PLAN, DocumentKind.TASK_ANNEX, DocumentKind.DIRECTIVE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person chose: kind of report, period, part, and ids of stored documents."""

    kind: str | None
    year: float | None
    quarter: int | None = None
    section: str | None = None
    annex: str | None = None
    plans: tuple[str, ...] = ()
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a step came to: the line to show, and the draft where there is one."""

    notice: str
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """What there is to choose from: documents by use, and stored drafts."""

    annexes: Options
    plans: Options
    previous: Options
    drafts: Options


@dataclass(frozen=True, slots=True)
class DraftHandlers:
    """Holds the service and nothing of any user."""

    service: Service

    # ---- lists -----------------------------------------------------------------------------

    def kinds(self) -> tuple[ReportKind, ...]:
        """The kinds of report there are; none where the outlines cannot be read."""
        try:
            return self.service.report_kinds().kinds
        except FAILURES:
            return ()

    def lists(self) -> Lists:
        """Documents and drafts as they are now; what suits a place comes first."""
        try:
            documents = self.service.documents().documents
            drafts = self.service.drafts().drafts
        except FAILURES:
            return Lists([], [], [], [])
        return Lists(
            annexes=_suited(documents, _ANNEXES),
            plans=_suited(documents, _PLANS),
            previous=_suited(documents, _ANNEXES),
            drafts=[(_draft_name(draft), draft.id) for draft in drafts if draft.id],
        )

    def year_of(self, annex: str | None, year: float | None) -> float | None:
        """The year that the chosen annex is of; ``year`` where it does not say."""
        try:
            documents = self.service.documents().documents
        except FAILURES:
            return year
        chosen = next((one for one in documents if one.id == annex), None)
        return chosen.period.to if chosen is not None and chosen.period is not None else year

    def upload(self, paths: Sequence[str] | None) -> str:
        """Read files into the store, so that they can be chosen; the line to show."""
        if not paths:
            return notice_html(texts.NOTHING_CHOSEN, bad=True)
        return receive(self.service, paths)[0]

    # ---- verbs -----------------------------------------------------------------------------

    def draft(self, wanted: Wanted) -> Iterator[Result]:
        """Draft a report; a line a step, then the draft."""
        fault = _fault(wanted)
        if fault is not None:
            yield Result(notice_html(fault, bad=True))
            return

        # The list of quarters keeps its value while it is hidden.
        quarterly = {one.kind for one in self.kinds() if one.parts == "quarter"}

        def work(progress: Progress) -> Draft:
            assert wanted.kind is not None
            assert wanted.annex is not None
            order = DraftOrder(
                wanted.kind,
                year=int(wanted.year or 0),
                quarter=wanted.quarter if wanted.kind in quarterly else None,
                annex=wanted.annex,
                plans=wanted.plans,
                previous=wanted.previous or None,
                section=wanted.section or None,
            )
            return self.service.draft(order, progress=progress)

        yield from _followed(work, done=lambda made: texts.DRAFT_DONE.format(title=made.title))

    def redraft(self, draft: Draft | None, wanted: Wanted, by: str) -> Iterator[Result]:
        """Draft anew from the chosen documents; what a person wrote stays."""
        if draft is None or draft.id is None:
            yield Result(notice_html(texts.DRAFT_OPEN_FIRST, bad=True), draft)
            return
        draft_id = draft.id

        def work(progress: Progress) -> Draft:
            newer = NewerSources(
                annex=wanted.annex or None,
                plans=wanted.plans or None,
                previous=wanted.previous or None,
            )
            return self.service.redraft(draft_id, by=by, newer=newer, progress=progress)

        for result in _followed(
            work, done=lambda made: texts.DRAFT_REDRAFTED.format(n=len(made.changes))
        ):
            yield Result(result.notice, result.draft or draft)

    def open(self, draft_id: str | None) -> Result:
        """A stored draft."""
        if not draft_id:
            return Result(notice_html(texts.DRAFT_CHOOSE, bad=True))
        return self._done(lambda: self.service.draft_of(draft_id), "")

    def edit(self, draft: Draft | None, section: str | None, text: str, by: str) -> Result:
        """Put a person's text into a section; a refusal leaves the draft as it was."""
        if draft is None or draft.id is None:
            return Result(notice_html(texts.DRAFT_OPEN_FIRST, bad=True), draft)
        if not section:
            return Result(notice_html(texts.DRAFT_CHOOSE_SECTION, bad=True), draft)
        draft_id = draft.id
        seen = next((one.text for one in draft.sections if one.key == section), None)
        return self._done(
            lambda: self.service.edit_draft(draft_id, section, text, by=by, seen=seen),
            texts.DRAFT_SAVED.format(key=section),
            before=draft,
        )

    def approve(self, draft: Draft | None, by: str) -> Result:
        """Approve a draft by name."""
        if draft is None or draft.id is None:
            return Result(notice_html(texts.DRAFT_OPEN_FIRST, bad=True), draft)
        draft_id = draft.id
        return self._done(
            lambda: self.service.approve_draft(draft_id, by=by),
            texts.DRAFT_APPROVED,
            before=draft,
        )

    def removal_question(self, draft_id: str | None) -> tuple[str, bool]:
        """What would be deleted, and whether there is anything to confirm."""
        if not draft_id:
            return notice_html(texts.DRAFT_CHOOSE, bad=True), False
        names = {key: name for name, key in self.lists().drafts}
        said = texts.DRAFT_REMOVE_QUESTION.format(title=names.get(draft_id, draft_id))
        return notice_html(said, bad=True), True

    def remove(self, draft_id: str | None) -> str:
        """Delete a draft and say which."""
        if not draft_id:
            return notice_html(texts.DRAFT_CHOOSE, bad=True)
        try:
            gone = self.service.remove_draft(draft_id)
        except FAILURES as error:
            return notice_html(texts.SERVICE_FAILED.format(reason=error), bad=True)
        return notice_html(texts.DRAFT_REMOVED.format(title=gone.title or draft_id))

    def download(self, draft: Draft | None) -> Path | None:
        """The finished .docx in a new private folder, or nothing where it cannot be written."""
        if draft is None or draft.id is None:
            return None
        try:
            name, content = self.service.draft_docx(draft.id)
        except FAILURES:
            return None
        parent = os.environ.get("GRADIO_TEMP_DIR") or None
        path = Path(tempfile.mkdtemp(prefix="cchc-draft-", dir=parent)) / Path(name).name
        path.write_bytes(content)
        return path

    def _done(self, verb: Callable[[], Draft], said: str, *, before: Draft | None = None) -> Result:
        try:
            draft = verb()
        except FAILURES as error:
            return Result(notice_html(texts.SERVICE_FAILED.format(reason=error), bad=True), before)
        return Result(notice_html(said) if said else "", draft)


def discard(path: Path | None) -> None:
    """Delete a written .docx with its folder."""
    if path is not None:
        shutil.rmtree(path.parent, ignore_errors=True)


def sections_of(draft: Draft | None) -> Options:
    """(label, key) of the sections whose text can be edited."""
    if draft is None:
        return []
    return [
        (f"{one.key} – {one.title}", one.key) for one in draft.sections if one.text or one.figures
    ]


def text_of(draft: Draft | None, section: str | None) -> str:
    """The text of a section as it is edited: a paragraph a line."""
    if draft is None:
        return ""
    return next((one.text for one in draft.sections if one.key == section), "")


def _fault(wanted: Wanted) -> str | None:
    if not wanted.kind:
        return texts.DRAFT_CHOOSE_KIND
    if not wanted.year or int(wanted.year) != wanted.year:
        return texts.DRAFT_CHOOSE_YEAR
    return None if wanted.annex else texts.DRAFT_CHOOSE_ANNEX


def _suited(documents: Sequence[Document], kinds: Sequence[DocumentKind]) -> Options:
    """All documents that were read, those of ``kinds`` first, the newest period first."""
    usable = [document for document in documents if document.status != "failed"]

    def place(document: Document) -> tuple[bool, int]:
        return document.kind not in kinds, -(document.period.to if document.period else 0)

    return choices(sorted(usable, key=place))


def _draft_name(draft: Draft) -> str:
    at = draft.history[-1].at if draft.history else ""
    return texts.DRAFT_STORED_LABEL.format(
        title=draft.title, status=texts.DRAFT_STATUSES[draft.status], day=shown_time(at)
    )


def _followed(
    work: Callable[[Progress], Draft], *, done: Callable[[Draft], str]
) -> Iterator[Result]:
    """Run a long verb beside the page; each step it reports is a line, its end is the draft."""
    steps: queue.Queue[str | Draft | Exception] = queue.Queue()

    def progress(label: str, finished: int, total: int) -> None:
        steps.put(
            texts.DRAFT_STEP.format(label=label, done=finished, total=total)
            if total > 1
            else f"{label}…"
        )

    def run() -> None:
        try:
            steps.put(work(progress))
        except FAILURES as error:
            steps.put(error)
        except BaseException:
            steps.put(BadRequest(texts.DRAFT_BROKEN))
            raise

    yield Result(notice_html(texts.DRAFT_STARTING))
    threading.Thread(target=run, name="draft", daemon=True).start()
    while True:
        step = steps.get()
        if isinstance(step, str):
            yield Result(notice_html(step))
        elif isinstance(step, Draft):
            yield Result(notice_html(done(step)), step)
            return
        else:
            yield Result(notice_html(texts.DRAFT_FAILED.format(reason=step), bad=True))
            return
