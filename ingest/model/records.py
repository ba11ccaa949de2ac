"""The typed facts that reading a document yields. Field meanings follow the public contract."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.model.correction import Correction
from ingest.model.document import Months, Period
from ingest.model.source import Frozen, Source

Comparator = Literal[">=", ">", "=", "<=", "<", "rank", "change"]

DeadlineKind = Literal[
    "period",
    "before",
    "month",
    "year",
    "continuous",
    "recurring",
    "offset",
    "trigger",
    "external",
    "open",
]

IndicatorRole = Literal["actual", "plan", "previous", "share", "total", "unknown"]


class Record(Frozen):
    """What all records share.

    ``key`` is the path of numbers the row stands under, ``section`` the same path of the section
    above it, ``headings`` the section's titles from the outside in. ``corrected`` are the
    corrections by staff that are in effect; ``source`` is what the file says all the same.
    """

    id: str
    document_id: str
    annex: str | None = None
    key: str
    section: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    source: Source
    corrected: tuple[Correction, ...] = ()


class Deadline(Frozen):
    """A deadline as written, and the ISO dates it means (both ends included) where it has any."""

    text: str
    kind: DeadlineKind
    from_: str | None = Field(default=None, alias="from", serialization_alias="from")
    to: str | None = None


class Deliverable(Frozen):
    """One product with its own deadline, where a task has several."""

    product: str | None = None
    deadline: Deadline | None = None


class Activity(Frozen):
    """A numbered step below a task."""

    key: str
    text: str


class Target(Record):
    """What a plan promises. ``value`` is a decimal string with ``.``; ``None`` without a figure."""

    text: str
    metric: str | None = None
    comparator: Comparator | None = None
    value: str | None = None
    unit: str | None = None
    base: str | None = None
    horizon: Period | None = None
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()


class Task(Record):
    """What a unit has to do. ``lead`` is as written; ``lead_units`` are the aliased unit slugs."""

    text: str
    products: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    lead_units: tuple[str, ...] = ()
    lead_text: str | None = None
    deadline: Deadline | None = None
    deliverables: tuple[Deliverable, ...] = ()
    objective: str | None = None
    activities: tuple[Activity, ...] = ()


class Indicator(Record):
    """One figure of a statistics annex. A blank value is ``None``, never ``0``.

    ``months`` are those that its column is for ("Quý II", "Tháng 5", "6 tháng đầu năm"); ``None``
    where the column names no part of a year.
    """

    parent: str | None = None
    name: str
    subject: str | None = None
    role: IndicatorRole = "unknown"
    unit: str | None = None
    value: str | None = None
    value_text: str | None = None
    meaning: str | None = None
    note: str | None = None
    period: Period | None = None
    months: Months | None = None


class Ref(Record):
    """A legal document that the text names; the document's own number is not one."""

    number: str
    type: str | None = None
    issuer: str | None = None
    date: str | None = None
    about: str | None = None


AnyRecord = Target | Task | Indicator | Ref
