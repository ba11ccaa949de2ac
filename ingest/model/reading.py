"""Everything one file yielded: the unit of work between reading and storing."""

from __future__ import annotations

from ingest.model.document import Document
from ingest.model.evidence import EvidenceUnit
from ingest.model.records import AnyRecord, Indicator, Ref, Target, Task
from ingest.model.report import TableReport
from ingest.model.source import Frozen


class Reading(Frozen):
    """A document with its records and evidence units.

    ``sha256`` is the hex digest of the file's bytes; ``reader_version`` changes whenever the
    program reads files differently, so that an unchanged file is read again after an update.
    ``tables`` says how each table was read.
    """

    document: Document
    sha256: str
    reader_version: str
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    refs: tuple[Ref, ...] = ()
    units: tuple[EvidenceUnit, ...] = ()
    tables: tuple[TableReport, ...] = ()

    @property
    def records(self) -> tuple[AnyRecord, ...]:
        """All records, targets first."""
        return (*self.targets, *self.tasks, *self.indicators, *self.refs)
