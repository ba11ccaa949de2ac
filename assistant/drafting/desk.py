"""The verbs of drafting over stored drafts: draft, edit, draft anew, approve, download, remove."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from assistant.answer import Draft, DraftEvent, DraftList, ReportKindList
from assistant.drafting.approving import approved_in, reopened, require_approvable, voided
from assistant.drafting.document.known import FormSettings, official_form
from assistant.drafting.drafter import Drafter
from assistant.drafting.order import (
    check_period,
    file_stem,
    only_section,
    report_kind,
    title_of,
)
from assistant.drafting.presenting import presented
from assistant.drafting.sources import Sources
from assistant.drafting.store import DraftStore, file_digest
from assistant.drafting.stored import Numbers, StoredDraft
from assistant.errors import BadRequest, UnknownDraft
from assistant.service import DraftOrder, NewerSources, Progress
from ingest.model import Reading

if TYPE_CHECKING:
    from assistant.shelf import Shelf

_LONGEST_PERSON = 200


class DraftDesk:
    """Drafts of one data folder. One change at a time; reading waits for none.

    ``today`` gives the day of issue's year, ``now`` the ISO time of a step in the history.
    """

    def __init__(
        self,
        store: DraftStore,
        drafter: Drafter,
        *,
        shelf: Shelf,
        form: FormSettings,
        today: Callable[[], date],
        now: Callable[[], str] | None = None,
    ) -> None:
        self._store = store
        self._drafter = drafter
        self._sources = Sources(shelf, store)
        self._form = form
        self._today = today
        self._now = now or _now
        self._writing = threading.Lock()

    def report_kinds(self) -> ReportKindList:
        """See :meth:`assistant.service.Service.report_kinds`."""
        return ReportKindList(kinds=tuple(map(report_kind, self._drafter.outlines())))

    def draft(self, order: DraftOrder, *, progress: Progress | None = None) -> Draft:
        """See :meth:`assistant.service.Service.draft`."""
        outline = self._drafter.outline(order.kind)
        check_period(outline, order.year, order.quarter)
        only = only_section(outline, order.section)
        sources, readings = self._sources.ordered(order, progress)
        material = self._sources.material(
            sources, readings, year=order.year, quarter=order.quarter, issuer=self._form.issuer
        )
        numbers = Numbers()
        composition = self._drafter.compose(
            outline, material, numbers=numbers, only=only, progress=progress
        )
        title = title_of(composition.title, composition.subject.filled(composition.slots))
        made = StoredDraft(
            id=self._store.new_id(order.kind, order.year, order.quarter),
            kind=order.kind,
            title=title,
            year=order.year,
            quarter=order.quarter,
            only=order.section,
            file=f"{file_stem(title, order.kind, order.year, order.quarter)}.docx",
            form=official_form(self._form, material.sources, year=self._today().year),
            sources=sources,
            numbers=numbers.known,
            drafted=composition,
            composition=composition,
        )
        with self._writing:
            return self._keep(made, readings, self._event("drafted"), progress=progress)

    def drafts(self) -> DraftList:
        """See :meth:`assistant.service.Service.drafts`."""
        found, broken = self._store.listed()
        return DraftList(drafts=tuple(found), problems=tuple(broken))

    def draft_of(self, draft_id: str) -> Draft:
        """See :meth:`assistant.service.Service.draft_of`."""
        return presented(self._store.load(draft_id))

    def remove(self, draft_id: str) -> Draft:
        """See :meth:`assistant.service.Service.remove_draft`."""
        with self._writing:
            try:
                gone = presented(self._store.load(draft_id))
            except UnknownDraft:
                gone = Draft(id=draft_id)  # one that cannot be read can still be removed
            self._store.remove(draft_id)
            return gone

    def edit(
        self, draft_id: str, section: str, text: str, *, by: str, seen: str | None = None
    ) -> Draft:
        """See :meth:`assistant.service.Service.edit_draft`."""
        from assistant.drafting.editing import edit_section, require_seen, restored

        who = _person(by)
        with self._writing:
            stored = self._store.load(draft_id)
            found = next((one for one in stored.composition.sections if one.key == section), None)
            if found is None:
                known = ", ".join(one.key for one in stored.composition.sections)
                raise BadRequest(f"Bản dự thảo không có mục “{section}”; các mục hiện có: {known}.")
            slots = stored.composition.slots
            require_seen(found, seen, slots=slots, history=stored.history)
            drafted = next((one for one in stored.drafted.sections if one.key == section), None)
            edited = restored(drafted, text, slots=slots) or edit_section(
                found, text, slots=slots, by=who
            )
            if edited == found:
                return presented(stored)
            sections = tuple(
                edited if one.key == section else one for one in stored.composition.sections
            )
            changed = stored.model_copy(
                update={"composition": stored.composition.model_copy(update={"sections": sections})}
            )
            event = self._event("edited", by=who, section=section, note=voided(stored))
            return self._keep(reopened(changed), {}, event)

    def redraft(
        self,
        draft_id: str,
        *,
        by: str,
        newer: NewerSources | None = None,
        progress: Progress | None = None,
    ) -> Draft:
        """See :meth:`assistant.service.Service.redraft`."""
        from assistant.drafting.merging import changed_figures, merge

        who = _person(by)
        before = self._store.load(draft_id)
        outline = self._drafter.outline(before.kind)
        sources, readings = self._sources.renewed(before, newer or NewerSources(), progress)
        material = self._sources.material(
            sources, readings, year=before.year, quarter=before.quarter, issuer=self._form.issuer
        )
        numbers = Numbers(before.numbers)
        composition = self._drafter.compose(
            outline,
            material,
            numbers=numbers,
            only=only_section(outline, before.only),
            progress=progress,
        )
        with self._writing:
            stored = self._store.load(draft_id)  # edits made meanwhile count
            if stored.numbers != before.numbers:
                raise BadRequest(
                    f"Bản dự thảo “{draft_id}” vừa được người khác soạn lại; hãy xem bản mới rồi "
                    "soạn lại nếu vẫn cần."
                )
            merged = merge(stored.drafted, stored.composition, composition)
            changed = stored.model_copy(
                update={
                    "sources": sources,
                    "numbers": numbers.known,
                    "drafted": composition,
                    "composition": merged,
                    "changes": changed_figures(stored.composition, merged),
                    "form": official_form(self._form, material.sources, year=self._today().year),
                }
            )
            event = self._event("redrafted", by=who, note=voided(stored))
            return self._keep(reopened(changed), readings, event, progress=progress)

    def approve(self, draft_id: str, *, by: str) -> Draft:
        """See :meth:`assistant.service.Service.approve_draft`."""
        who = _person(by)
        with self._writing:
            stored = self._store.load(draft_id)
            if stored.status == "approved" and stored.approved_by == who:
                return presented(stored)
            require_approvable(stored)
            approved = approved_in(stored, self._event("approved", by=who))
            report = self._written(approved)
            approved = approved.model_copy(update={"report": file_digest(report)})
            self._store.save(approved, {}, report=report)
            return presented(approved)

    def docx(self, draft_id: str) -> tuple[str, bytes]:
        """See :meth:`assistant.service.Service.draft_docx`."""
        stored = self._store.load(draft_id)
        return stored.file, self._store.report(stored) or self._written(stored)

    def _written(self, draft: StoredDraft) -> bytes:
        return self._drafter.written(
            draft.composition,
            draft.form,
            annex=self._store.reading(draft.id, draft.of_role("annex")[0].digest),
            at=draft.history[-1].at,
            approved=draft.approval,
        )

    # -- parts of the verbs -------------------------------------------------------------------

    def _keep(
        self,
        draft: StoredDraft,
        readings: dict[str, Reading],
        event: DraftEvent,
        *,
        progress: Progress | None = None,
    ) -> Draft:
        """Verify a version, store it with its step in the history, and show it."""
        if progress:
            progress("Kiểm tra lại bản đã soạn", 0, 1)
        known = {
            source.digest: readings.get(source.digest)
            or self._store.reading(draft.id, source.digest)
            for source in draft.sources
        }
        report, verification = self._drafter.verified(
            draft.composition,
            draft.form,
            sources=[known[source.digest] for source in draft.sources],
            file=draft.file,
            at=event.at,
        )
        kept = draft.model_copy(
            update={
                "report": file_digest(report),
                "verification": verification,
                "history": (*draft.history, event),
            }
        )
        self._store.save(kept, readings, report=report)
        if progress:
            progress("Kiểm tra lại bản đã soạn", 1, 1)
        return presented(kept)

    def _event(
        self,
        action: Literal["drafted", "edited", "redrafted", "approved"],
        *,
        by: str | None = None,
        section: str | None = None,
        note: str | None = None,
    ) -> DraftEvent:
        return DraftEvent(at=self._now(), by=by, action=action, section=section, note=note)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _person(name: str) -> str:
    who = " ".join(name.split())
    if not who or len(who) > _LONGEST_PERSON:
        raise BadRequest(
            "Chưa có tên người thực hiện; hãy cho biết họ và tên của người sửa, duyệt."
        )
    return who
