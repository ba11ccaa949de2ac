"""What search takes and gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ingest.model import EvidenceUnit, UnitKind


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One found unit. ``score`` is the fused score, higher is better; ranks count from 1.

    ``dense_rank`` and ``lexical_rank`` are ``None`` where that retriever did not find the unit.
    ``similarity`` is the cosine between query and unit, ``None`` without a dense rank.
    """

    unit: EvidenceUnit
    score: float
    dense_rank: int | None = None
    lexical_rank: int | None = None
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Restricts search. Empty tuples mean no restriction."""

    documents: tuple[str, ...] = ()
    kinds: tuple[UnitKind, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Restricts records. All given conditions must hold.

    ``lead`` is matched without accents and case against lead units as written and as aliased;
    ``due_before`` keeps tasks whose deadline ends before that day; ``section`` matches a key's
    leading part (``III``, ``III.1``) or words of a section title without accents and case.
    """

    documents: tuple[str, ...] = ()
    lead: str | None = None
    due_before: date | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True)
class IndexHealth:
    """What the index holds and what is missing. ``degraded`` are Vietnamese sentences."""

    documents: int
    units: int
    embedded: int
    model: str | None
    dimension: int | None
    degraded: tuple[str, ...] = field(default=())
