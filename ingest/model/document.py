"""A document as the outside sees it: what it is, how it was read, what went wrong."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from ingest.model.correction import Correction
from ingest.model.source import Frozen, Source


class DocumentKind(StrEnum):
    """What a document is, by its own heading. ``other`` when no known heading stands there."""

    PLAN = "plan"
    TASK_ANNEX = "task_annex"
    REPORT = "report"
    STATISTICS_ANNEX = "statistics_annex"
    DECISION = "decision"
    DIRECTIVE = "directive"
    OTHER = "other"


DocumentStatus = Literal["ingested", "unchanged", "replaced", "skipped", "failed"]


class Period(Frozen):
    """Whole calendar years, both ends included."""

    from_: int = Field(alias="from", serialization_alias="from")
    to: int


class Months(Frozen):
    """Months of a year, 1 to 12, both ends included: a quarter, a half, one month."""

    from_: int = Field(alias="from", serialization_alias="from", ge=1, le=12)
    to: int = Field(ge=1, le=12)


class Problem(Frozen):
    """Something a reader could not do, said to the user in Vietnamese with its place."""

    code: str
    message: str
    source: Source | None = None


class Counts(Frozen):
    """How much a document yielded."""

    pages: int | None = None
    tables: int = 0
    targets: int = 0
    tasks: int = 0
    indicators: int = 0
    refs: int = 0
    passages: int = 0


class Document(Frozen):
    """One file that was read (or could not be). Unknown is ``None``, never a guess.

    ``date`` is ISO (``2021-12-16``); ``number`` is as written (``588/KH-STP``). ``corrected`` are
    the corrections of these fields that are in effect; ``revision`` rises with every correction of
    the document or its records, and with every undoing.

    ``attached_to``, ``amends`` and ``replaces`` are the numbers of other documents, as the text
    says. What follows from them depends on what else is stored and is filled in when documents are
    listed: ``attached_document`` is the id of the document it is attached to, ``inherited`` names
    the fields that it takes from there, ``supersedes`` and ``superseded_by`` are ids of its older
    versions and of its newest one.
    """

    id: str
    file: str
    path: str
    title: str | None = None
    kind: DocumentKind = DocumentKind.OTHER
    issuer: str | None = None
    province: str | None = None
    number: str | None = None
    date: str | None = None
    period: Period | None = None
    status: DocumentStatus = "ingested"
    counts: Counts = Counts()
    problems: tuple[Problem, ...] = ()
    corrected: tuple[Correction, ...] = ()
    revision: int = 0
    attached_to: str | None = None
    amends: str | None = None
    replaces: str | None = None
    attached_document: str | None = None
    inherited: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    superseded_by: str | None = None
