"""The verbs of drafting as the local service has them: all of them are the desk's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer import Draft, DraftList, ReportKindList
from assistant.drafting.desk import DraftDesk
from assistant.drafting.document.known import FormSettings
from assistant.drafting.drafter import Drafter
from assistant.drafting.store import DraftStore
from assistant.service import Progress, Upload

if TYPE_CHECKING:
    from assistant.shelf import Shelf


def plain_desk(shelf: Shelf, data_dir: Path) -> DraftDesk:
    """A desk without settings: shipped outlines, no model, the form as the documents say."""
    return DraftDesk(
        DraftStore(data_dir / "drafts"),
        Drafter(),
        shelf=shelf,
        form=FormSettings(),
        today=lambda: datetime.now().astimezone().date(),
    )


class DraftVerbs:
    """The part of :class:`assistant.service.Service` that drafts."""

    def __init__(self, desk: DraftDesk) -> None:
        self._desk = desk

    def report_kinds(self) -> ReportKindList:
        """See :meth:`Service.report_kinds`."""
        return self._desk.report_kinds()

    def draft(
        self,
        kind: str,
        *,
        year: int,
        quarter: int | None = None,
        annex: str | Path | Upload,
        plans: Sequence[str | Path | Upload] = (),
        previous: str | Path | Upload | None = None,
        section: str | None = None,
        progress: Progress | None = None,
    ) -> Draft:
        """See :meth:`Service.draft`."""
        return self._desk.draft(
            kind,
            year=year,
            quarter=quarter,
            annex=annex,
            plans=plans,
            previous=previous,
            section=section,
            progress=progress,
        )

    def drafts(self) -> DraftList:
        """See :meth:`Service.drafts`."""
        return self._desk.drafts()

    def draft_of(self, draft_id: str) -> Draft:
        """See :meth:`Service.draft_of`."""
        return self._desk.draft_of(draft_id)

    def remove_draft(self, draft_id: str) -> Draft:
        """See :meth:`Service.remove_draft`."""
        return self._desk.remove(draft_id)

    def edit_draft(
        self, draft_id: str, section: str, text: str, *, by: str, seen: str | None = None
    ) -> Draft:
        """See :meth:`Service.edit_draft`."""
        return self._desk.edit(draft_id, section, text, by=by, seen=seen)

    def redraft(
        self,
        draft_id: str,
        *,
        by: str,
        annex: str | Path | Upload | None = None,
        plans: Sequence[str | Path | Upload] | None = None,
        previous: str | Path | Upload | None = None,
        progress: Progress | None = None,
    ) -> Draft:
        """See :meth:`Service.redraft`."""
        return self._desk.redraft(
            draft_id, by=by, annex=annex, plans=plans, previous=previous, progress=progress
        )

    def approve_draft(self, draft_id: str, *, by: str) -> Draft:
        """See :meth:`Service.approve_draft`."""
        return self._desk.approve(draft_id, by=by)

    def draft_docx(self, draft_id: str) -> tuple[str, bytes]:
        """See :meth:`Service.draft_docx`."""
        return self._desk.docx(draft_id)
