"""The one façade: every verb of the product is a method here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from assistant.answer import (
    Answer,
    Check,
    CorrectionList,
    DocumentDetails,
    DocumentList,
    Draft,
    DraftList,
    Health,
    ReportKindList,
    SearchResults,
    Turn,
)
from assistant.feedback import FeedbackReceipt, Opinion
from ingest.model import AnyRecord, Correction, RecordKind
from vectorstore.search import RecordFilter

Progress = Callable[[str, int, int], None]
"""Called with a Vietnamese label, done, total."""


@dataclass(frozen=True, slots=True)
class AskEvent:
    """One event of a streamed answer.

    ``step``: ``text`` is a Vietnamese line about what is being done. ``token``: ``text`` is the
    next piece of the answer. ``answer``: ``answer`` is the final object, which replaces all tokens.
    """

    kind: Literal["step", "token", "answer"]
    text: str = ""
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that comes as bytes. ``name`` is what the sender called it; its folders are dropped.

    ``content`` is open for reading in binary and stays the caller's to close.
    """

    name: str
    content: BinaryIO


Given = str | Path | Upload
"""A document that a verb is pointed at: a stored one by its id, a file, or an uploaded file."""


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """Which report to draft, and from what.

    ``annex`` holds the statistics of the period, ``plans`` are those of its year, ``previous`` is
    the report or annex of the year before. ``section`` limits the draft to one section and those
    below it.
    """

    kind: str
    _: KW_ONLY
    year: int
    quarter: int | None = None
    annex: Given
    plans: Sequence[Given] = ()
    previous: Given | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerSources:
    """Documents in place of those that a draft rests on; a role of ``None`` keeps its own."""

    annex: Given | None = None
    plans: Sequence[Given] | None = None
    previous: Given | None = None


class Service(Protocol):
    """What CLI, API, UI and evals call; local, or a running server spoken to over HTTP."""

    def ingest(
        self, paths: Sequence[Path], *, wait: bool = True, progress: Progress | None = None
    ) -> DocumentList:
        """Read files and folders into the index; one :class:`Document` a file, failed ones too."""
        ...

    def upload(self, files: Sequence[Upload], *, wait: bool = False) -> DocumentList:
        """Keep a copy of each file in the data folder and read it under its own name.

        A file of the same name replaces the earlier one. Of a file that cannot be read nothing is
        kept.
        """
        ...

    def documents(self) -> DocumentList:
        """All stored documents."""
        ...

    def remove(self, document_ids: Sequence[str]) -> DocumentList:
        """Delete documents everywhere and return them. Unknown ids raise, nothing is deleted."""
        ...

    def show(self, document_id: str) -> DocumentDetails:
        """Everything one document yielded, problems included."""
        ...

    def correct(
        self,
        document_id: str,
        changes: Mapping[str, str | None],
        *,
        by: str,
        record_id: str | None = None,
    ) -> CorrectionList:
        """Correct fields of a record, or without ``record_id`` of the document's own data.

        ``changes`` maps field names to what a person types, ``None`` or blank for an empty value;
        all are made or none. The corrections that were made come back.
        """
        ...

    def undo_correction(self, correction_id: str) -> Correction:
        """Take a correction back; it stays in the history as ``undone``."""
        ...

    def corrections(self, document_id: str | None = None) -> CorrectionList:
        """The history of one document, or of all, oldest first."""
        ...

    def search(self, query: str, *, k: int = 10, documents: Sequence[str] = ()) -> SearchResults:
        """Ranked evidence units, no answer."""
        ...

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> tuple[AnyRecord, ...]:
        """Typed records of one kind in document order."""
        ...

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Answer:
        """One answer with citations, or a refusal that says what is missing."""
        ...

    def ask_stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Iterator[AskEvent]:
        """The same answer as events; the last one is ``answer``."""
        ...

    def check(
        self,
        document: Given,
        *,
        against: Sequence[Given] = (),
        form: bool = False,
    ) -> Check:
        """Every figure of a document with its verdict, and what contradicts what.

        Nothing is stored. With ``form`` the findings also say what its form breaks; only a .docx
        can be asked so.
        """
        ...

    def feedback(
        self,
        answer: Answer,
        *,
        opinion: Opinion,
        comment: str = "",
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
    ) -> FeedbackReceipt:
        """Keep an answer with what a reader says of it and the state it was given in, for review.

        ``history`` and ``documents`` are those it was asked with.
        """
        ...

    def report_kinds(self) -> ReportKindList:
        """The kinds of report that can be drafted."""
        ...

    def draft(self, order: DraftOrder, *, progress: Progress | None = None) -> Draft:
        """Draft a report from a statistics annex, verify it, and keep it under an id."""
        ...

    def drafts(self) -> DraftList:
        """Stored drafts, newest first, without their sections."""
        ...

    def draft_of(self, draft_id: str) -> Draft:
        """One stored draft. An unknown id raises ``UnknownDraft``, here and below."""
        ...

    def remove_draft(self, draft_id: str) -> Draft:
        """Delete a draft, and return what it was (no more than its id where it was broken)."""
        ...

    def edit_draft(
        self, draft_id: str, section: str, text: str, *, by: str, seen: str | None = None
    ) -> Draft:
        """Put a person's text into a section (a paragraph a line, items with a dash) and verify.

        A text that gives a locked figure another value raises ``LockedFigure``. Leaving one out
        goes to the ledger; a figure typed anew must be found in the sources, or it blocks approval.
        An approval is void after an edit. ``seen`` is the section's text as the person saw it:
        where it is another by now, ``StaleText`` is raised.
        """
        ...

    def redraft(
        self,
        draft_id: str,
        *,
        by: str,
        newer: NewerSources | None = None,
        progress: Progress | None = None,
    ) -> Draft:
        """Draft anew, from newer documents where given; people's wording stays in it.

        Their sentences show the new figures, all others follow the new text; ``changes`` lists
        the figures that differ.
        """
        ...

    def approve_draft(self, draft_id: str, *, by: str) -> Draft:
        """Approve a draft. ``NotApprovable`` while an error or an unbound figure stands."""
        ...

    def draft_docx(self, draft_id: str) -> tuple[str, bytes]:
        """The finished .docx: its file name and its content."""
        ...

    def health(self) -> Health:
        """What works and what is degraded, and why."""
        ...
