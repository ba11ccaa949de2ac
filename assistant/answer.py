"""The answer to a question, its citations and figures: the objects every surface shows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.model import (
    Correction,
    Document,
    EvidenceUnit,
    Frozen,
    Indicator,
    Period,
    Ref,
    Source,
    TableReport,
    Target,
    Task,
    UnitKind,
)

AnswerStatus = Literal["answered", "refused", "clarify"]
AnswerPath = Literal["records", "passages", "document"]
FindingRole = Literal["actual", "plan", "previous", "ratio", "share", "total", "unknown"]
Verdict = Literal[
    "match",
    "rounded",
    "derived",
    "contradicted",
    "wrong_role",
    "wrong_unit",
    "wrong_period",
    "unsourced",
    "ambiguous",
    "not_a_claim",
]


class Citation(Frozen):
    """A numbered place; ``[n]`` in the answer's text points at it."""

    n: int
    source: Source


class Figure(Frozen):
    """One figure in a text, and what the records say about it."""

    text: str
    value: str | None = None
    unit: str | None = None
    role: FindingRole = "unknown"
    subject: str | None = None
    indicator: str | None = None
    period: Period | None = None
    verdict: Verdict = "match"
    source: Source | None = None
    evidence: tuple[Source, ...] = ()
    citation: int | None = None
    explanation: str | None = None


FindingCode = Literal[
    "contradiction",
    "arithmetic",
    "missing",
    "unsourced",
    "wrong_role",
    "wrong_unit",
    "wrong_period",
    "format",
    "plan_gap",
    "note_conflict",
]
Severity = Literal["error", "warning", "info"]


class Finding(Frozen):
    """Something a check found; ``message`` quotes both figures as written.

    ``error``: two statements that cannot both be true. ``warning``: a person should look.
    ``info``: worth knowing. ``right`` is ``None`` where nothing stands against ``left``.
    """

    code: FindingCode
    severity: Severity
    message: str
    left: Source
    right: Source | None = None


class CheckSummary(Frozen):
    """How a check came out, in numbers."""

    figures: int = 0
    match: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    verdicts: dict[str, int] = Field(default_factory=dict)


class Check(Frozen):
    """Every figure of a document with its verdict, and every contradiction with both places."""

    file: str
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
    summary: CheckSummary = CheckSummary()


DraftStatus = Literal["draft", "approved"]


class DraftSentence(Frozen):
    """A sentence of a draft and who wrote it: ``rules``, a model's name or ``person``."""

    text: str
    writer: str = "rules"


class DraftSection(Frozen):
    """One section of a draft. ``edited_by`` names the person whose wording stands in it."""

    key: str
    title: str
    text: str
    writer: str = "rules"
    figures: tuple[Figure, ...] = ()
    sentences: tuple[DraftSentence, ...] = ()
    edited_by: str | None = None


class Omission(Frozen):
    """A required record that the draft does not state, and why."""

    indicator: str
    why: str
    source: Source | None = None


class Ledger(Frozen):
    """What became of every record that the outline requires."""

    required: int = 0
    used: int = 0
    omitted: tuple[Omission, ...] = ()


class FigureChange(Frozen):
    """A locked figure that a new draft gives differently."""

    section: str
    indicator: str | None = None
    before: str | None = None
    after: str | None = None


class DraftEvent(Frozen):
    """One step in a draft's history; ``at`` is ISO with the time zone."""

    at: str
    by: str | None = None
    action: Literal["drafted", "edited", "redrafted", "approved"]
    section: str | None = None
    note: str | None = None


class Draft(Frozen):
    """A drafted report, its ledger and its check.

    ``missing`` are Vietnamese sentences about what was not given or not found. ``changes`` are the
    figures that the last new draft changed. ``file`` is the finished .docx, where one was written.
    ``blocking`` are Vietnamese sentences about what stands against approval; none, and it can be.
    """

    id: str | None = None
    kind: str = ""
    title: str = ""
    year: int | None = None
    quarter: int | None = None
    status: DraftStatus = "draft"
    approved_by: str | None = None
    approved_at: str | None = None
    sections: tuple[DraftSection, ...] = ()
    ledger: Ledger = Ledger()
    check: Check | None = None
    file: str | None = None
    missing: tuple[str, ...] = ()
    changes: tuple[FigureChange, ...] = ()
    history: tuple[DraftEvent, ...] = ()
    blocking: tuple[str, ...] = ()


class DraftList(Frozen):
    """Stored drafts, newest first, without their sections.

    ``problems`` are Vietnamese sentences about drafts whose files cannot be read.
    """

    drafts: tuple[Draft, ...]
    problems: tuple[str, ...] = ()


class ReportKind(Frozen):
    """A kind of report that can be drafted; ``parts`` says which parts of a year it needs."""

    kind: str
    title: str
    parts: Literal["year", "quarter", "half"] = "year"
    sections: tuple[tuple[str, str], ...] = ()


class ReportKindList(Frozen):
    """All report kinds there are outlines for."""

    kinds: tuple[ReportKind, ...]


class Answer(Frozen):
    """An answer or a refusal. ``answer`` is Markdown in Vietnamese with ``[1]`` marks.

    ``path`` says what it was drawn from; ``writer`` is ``rules`` or the model's name; ``reason``
    says, for a refusal, what is missing and where it was looked for. ``notes`` are sentences for
    the reader about how the answer came to be (a model's sentence that was replaced, say).
    """

    id: str
    question: str
    status: AnswerStatus
    answer: str
    path: AnswerPath | None = None
    writer: str = "rules"
    reason: str | None = None
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    interpreted_as: str
    notes: tuple[str, ...] = ()
    timings_ms: dict[str, float] = Field(default_factory=dict)


class Turn(Frozen):
    """One earlier exchange of a conversation."""

    question: str
    answer: str = ""


class SearchResult(Frozen):
    """One line of ``cchc search``."""

    rank: int
    score: float
    kind: UnitKind
    text: str
    source: Source


class DocumentList(Frozen):
    """What ``cchc ingest`` and ``cchc documents`` print."""

    documents: tuple[Document, ...]


class SearchResults(Frozen):
    """What ``cchc search`` prints."""

    results: tuple[SearchResult, ...]


class RecordList(Frozen):
    """What ``cchc records`` prints: records of one kind."""

    records: tuple[Target, ...] | tuple[Task, ...] | tuple[Indicator, ...] | tuple[Ref, ...]
    count: int


class DocumentDetails(Frozen):
    """What ``cchc documents show`` prints: the document and everything it yielded.

    ``tables`` says how each table was read, ``share`` which part of their rows with content gave
    records, 0..1 (``None`` without tables), ``corrections`` what staff changed.
    """

    document: Document
    records: dict[str, tuple[dict[str, object], ...]]
    units: tuple[EvidenceUnit, ...]
    tables: tuple[TableReport, ...] = ()
    share: float | None = None
    corrections: tuple[Correction, ...] = ()


class CorrectionList(Frozen):
    """What ``cchc documents corrections`` and ``cchc documents correct`` print, oldest first."""

    corrections: tuple[Correction, ...]


class Health(Frozen):
    """State of the service; ``degraded`` holds Vietnamese sentences saying what and why."""

    status: Literal["ok", "degraded"]
    documents: int
    units: int
    embedded: int
    embedding_model: str | None
    chat_model: str | None
    degraded: tuple[str, ...] = ()
