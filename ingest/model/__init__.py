"""The nouns of reading: where things stand, what a document is, what it says."""

from ingest.model.content import Block, Cell, Content, Paragraph, Table
from ingest.model.correction import Correction, CorrectionStatus, RecordKind
from ingest.model.document import (
    Counts,
    Document,
    DocumentKind,
    DocumentStatus,
    Months,
    Period,
    Problem,
)
from ingest.model.evidence import EvidenceUnit, UnitKind
from ingest.model.reading import Reading
from ingest.model.records import (
    Activity,
    AnyRecord,
    Comparator,
    Deadline,
    DeadlineKind,
    Deliverable,
    Indicator,
    IndicatorRole,
    Record,
    Ref,
    Target,
    Task,
)
from ingest.model.report import (
    CellProblem,
    ColumnReport,
    TableKind,
    TableReport,
    UnclearCell,
    share_understood,
)
from ingest.model.source import Frozen, Source

__all__ = [
    "Activity",
    "AnyRecord",
    "Block",
    "Cell",
    "CellProblem",
    "ColumnReport",
    "Comparator",
    "Content",
    "Correction",
    "CorrectionStatus",
    "Counts",
    "Deadline",
    "DeadlineKind",
    "Deliverable",
    "Document",
    "DocumentKind",
    "DocumentStatus",
    "EvidenceUnit",
    "Frozen",
    "Indicator",
    "IndicatorRole",
    "Months",
    "Paragraph",
    "Period",
    "Problem",
    "Reading",
    "Record",
    "RecordKind",
    "Ref",
    "Source",
    "Table",
    "TableKind",
    "TableReport",
    "Target",
    "Task",
    "UnclearCell",
    "UnitKind",
    "share_understood",
]
