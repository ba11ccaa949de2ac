"""What is kept of a draft: enough to edit, draft anew and approve it without its sources' files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from assistant.answer import DraftEvent, DraftStatus, FigureChange
from assistant.drafting.document.form import Approval, OfficialForm
from assistant.drafting.model import Composition
from assistant.drafting.verifying.model import Verification
from ingest.model import Frozen

SourceRole = Literal["annex", "plan", "previous"]


class SourceRef(Frozen):
    """A document that a draft rests on; its reading is kept under ``digest``.

    ``indexed`` tells a document of the index, which is read again for a new draft, from a file
    that was only lent.
    """

    role: SourceRole
    digest: str
    document_id: str
    file: str
    indexed: bool = False


class StoredDraft(Frozen):
    """One draft. ``drafted`` is what the program wrote last, ``composition`` what stands now.

    ``numbers`` maps what a slot is of to its mark, over all versions. ``report`` is the digest
    of the finished file, ``verification`` that file read back. ``only`` is the key of the one
    section that was asked for.
    """

    id: str
    kind: str
    title: str
    year: int
    quarter: int | None = None
    only: str | None = None
    file: str
    form: OfficialForm
    sources: tuple[SourceRef, ...]
    numbers: dict[str, str] = Field(default_factory=dict)
    drafted: Composition
    composition: Composition
    report: str | None = None
    verification: Verification | None = None
    status: DraftStatus = "draft"
    approved_by: str | None = None
    approved_at: str | None = None
    changes: tuple[FigureChange, ...] = ()
    history: tuple[DraftEvent, ...] = ()

    @property
    def approval(self) -> Approval | None:
        """Who approved it, if somebody has."""
        if self.approved_by is None or self.approved_at is None:
            return None
        return Approval(self.approved_by, self.approved_at)

    def of_role(self, role: SourceRole) -> Sequence[SourceRef]:
        """Its sources of one role, in order."""
        return [one for one in self.sources if one.role == role]


class Numbers:
    """Marks by what a slot is of: the same key keeps its mark from draft to draft."""

    def __init__(self, known: dict[str, str] | None = None) -> None:
        self.known = dict(known or {})
        self._last = max((int(mark[1:]) for mark in self.known.values()), default=0)

    def __call__(self, key: str) -> str:
        """The mark of ``key``, a new one where it has none."""
        if key not in self.known:
            self._last += 1
            self.known[key] = f"F{self._last}"
        return self.known[key]
