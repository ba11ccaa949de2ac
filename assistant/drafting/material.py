"""What a report is drafted from: the annex, the plans, the last report, and the time it is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Check
from assistant.checking.check import check_document
from ingest.model import Reading


@dataclass(frozen=True, slots=True)
class Material:
    """The sources of one draft.

    ``annex`` is a statistics annex, alone or inside a report; ``None`` gives a draft that only
    says what is missing. ``quarter`` is 1..4 for a report on a quarter, ``None`` otherwise.
    ``issuer`` and ``province`` say who reports where the settings name it; otherwise the annex
    does. ``check`` is the check of the annex: what it doubts is not asserted.
    """

    year: int
    annex: Reading | None = None
    plans: tuple[Reading, ...] = ()
    previous: Reading | None = None
    quarter: int | None = None
    issuer: str | None = None
    province: str | None = None
    check: Check | None = None

    @property
    def sources(self) -> tuple[Reading, ...]:
        """All readings, the annex first."""
        given = (self.annex, *self.plans, self.previous)
        return tuple(one for one in given if one is not None)


def prepare(
    annex: Reading | None,
    *,
    year: int,
    plans: Sequence[Reading] = (),
    previous: Reading | None = None,
    quarter: int | None = None,
    issuer: str | None = None,
    province: str | None = None,
) -> Material:
    """The material of a draft with the annex checked on its own."""
    return Material(
        year=year,
        annex=annex,
        plans=tuple(plans),
        previous=previous,
        quarter=quarter,
        issuer=issuer,
        province=province,
        check=check_document(annex) if annex is not None else None,
    )
