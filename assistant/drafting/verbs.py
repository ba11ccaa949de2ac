"""The verbs of drafting as the local service has them: all of them are the desk's."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.drafting.desk import DraftDesk
from assistant.drafting.document.known import FormSettings
from assistant.drafting.drafter import Drafter
from assistant.drafting.store import DraftStore

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
    """The part of :class:`assistant.service.Service` that drafts: each verb is the desk's."""

    def __init__(self, desk: DraftDesk) -> None:
        self.report_kinds = desk.report_kinds
        self.draft = desk.draft
        self.drafts = desk.drafts
        self.draft_of = desk.draft_of
        self.remove_draft = desk.remove
        self.edit_draft = desk.edit
        self.redraft = desk.redraft
        self.approve_draft = desk.approve
        self.draft_docx = desk.docx
