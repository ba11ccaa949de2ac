"""An invented draft, and the verbs of drafting in memory."""

from __future__ import annotations

from assistant.answer import (
    Check,
    Draft,
    DraftEvent,
    DraftList,
    DraftSection,
    DraftSentence,
    Figure,
    FigureChange,
    Ledger,
    Omission,
    ReportKind,
    ReportKindList,
)
from assistant.errors import LockedFigure, NotApprovable, StaleText, UnknownDraft
from assistant.service import DraftOrder, NewerSources, Progress
from tests.ui.material import VALUE_SOURCE

CELL = VALUE_SOURCE
KINDS = ReportKindList(
    kinds=(
        ReportKind(
            kind="annual-report",
            title="Báo cáo cải cách hành chính …",
            sections=(("I.1", "1. Thủ tục"), ("I.2", "2. Bộ máy")),
        ),
        ReportKind(kind="quarterly-report", title="Báo cáo quý …", parts="quarter"),
    )
)
TEXT = (
    "Trong năm 2026, Sở tiếp nhận 9.412 hồ sơ, tăng 12 hồ sơ.\n"
    "- Tỷ lệ thanh toán đạt 61,4 %; còn 07 <b>việc</b>."
)


def drafted(draft_id: str = "bao-cao-2026", *, text: str = TEXT, blocked: bool = True) -> Draft:
    """A draft of one section with figures of every colour."""
    figures = (
        Figure(text="năm 2026", verdict="not_a_claim"),
        Figure(text="9.412 hồ sơ", value="9412", unit="hồ sơ", evidence=(CELL,)),
        Figure(
            text="12 hồ sơ",
            verdict="derived",
            evidence=(CELL, CELL, CELL, CELL),
            explanation="“12 hồ sơ” suy ra từ 9.412 − 9.400.",
        ),
        Figure(text="61,4 %", verdict="contradicted", explanation="“61,4 %” khác “64,1 %”."),
        Figure(text="07", verdict="unsourced", explanation="“07” chưa có nguồn."),
    )
    first, second = text.split("\n")
    return Draft(
        id=draft_id,
        kind="annual-report",
        title="Báo cáo cải cách hành chính năm 2026",
        year=2026,
        sections=(
            DraftSection(key="I", title="I. KẾT QUẢ", text=""),
            DraftSection(
                key="I.1",
                title="1. Thủ tục",
                text=text,
                figures=figures,
                sentences=(
                    DraftSentence(text=first),
                    DraftSentence(text=second.removeprefix("- "), writer="openai:qwen"),
                ),
            ),
        ),
        ledger=Ledger(
            required=3,
            used=2,
            omitted=(Omission(indicator="Số <i>phiếu</i>", why="chưa có số liệu.", source=CELL),),
        ),
        check=Check(file="bao-cao.docx"),
        file="bao-cao.docx",
        missing=("Chưa có kế hoạch của năm 2026; hãy bổ sung kế hoạch.",),
        changes=(FigureChange(section="I.1", indicator="Hồ sơ", before="9.400", after="9.412"),),
        history=(DraftEvent(at="2026-12-03T14:05:00+07:00", action="drafted"),),
        blocking=("“61,4 %” khác “64,1 %”.",) if blocked else (),
    )


class DraftVerbs:
    """Keeps drafts in a dict; refuses what the real desk refuses."""

    def __init__(self) -> None:
        self.kept: dict[str, Draft] = {}
        self.orders: list[DraftOrder] = []
        self.renewals: list[tuple[str, str, NewerSources | None]] = []

    def report_kinds(self) -> ReportKindList:
        return KINDS

    def draft(self, order: DraftOrder, *, progress: Progress | None = None) -> Draft:
        self.orders.append(order)
        if progress:
            progress("Viết mục I.1", 1, 2)
        made = drafted()
        self.kept[made.id or ""] = made
        return made

    def drafts(self) -> DraftList:
        return DraftList(drafts=tuple(self.kept.values()))

    def draft_of(self, draft_id: str) -> Draft:
        if draft_id not in self.kept:
            raise UnknownDraft(f"Không có bản dự thảo “{draft_id}”; hãy làm mới danh sách.")
        return self.kept[draft_id]

    def remove_draft(self, draft_id: str) -> Draft:
        gone = self.draft_of(draft_id)
        del self.kept[draft_id]
        return gone

    def edit_draft(
        self, draft_id: str, section: str, text: str, *, by: str, seen: str | None = None
    ) -> Draft:
        draft = self.draft_of(draft_id)
        now = next((one.text for one in draft.sections if one.key == section), None)
        if seen is not None and seen != now:
            raise StaleText("Mục này vừa được người khác sửa; hãy mở lại bản dự thảo.")
        if "9.413" in text:
            raise LockedFigure(
                "Số liệu “9.412 hồ sơ” đã khóa nhưng bản sửa ghi “9.413”; hãy giữ nguyên."
            )
        changed = tuple(
            one.model_copy(update={"text": text, "edited_by": by}) if one.key == section else one
            for one in draft.sections
        )
        event = DraftEvent(at="2026-12-03T15:00:00+07:00", action="edited", by=by, section=section)
        return self._stored(
            draft.model_copy(update={"sections": changed, "history": (*draft.history, event)})
        )

    def redraft(
        self,
        draft_id: str,
        *,
        by: str,
        newer: NewerSources | None = None,
        progress: Progress | None = None,
    ) -> Draft:
        self.renewals.append((draft_id, by, newer))
        return self._stored(self.draft_of(draft_id).model_copy())

    def approve_draft(self, draft_id: str, *, by: str) -> Draft:
        draft = self.draft_of(draft_id)
        if draft.blocking:
            raise NotApprovable(f"Chưa duyệt được vì còn {draft.blocking[0]}; hãy sửa điểm này.")
        return self._stored(
            draft.model_copy(
                update={
                    "status": "approved",
                    "approved_by": by,
                    "approved_at": "2026-12-04T08:00:00+07:00",
                }
            )
        )

    def draft_docx(self, draft_id: str) -> tuple[str, bytes]:
        self.draft_of(draft_id)
        return "../bao-cao.docx", b"PK-docx"

    def _stored(self, draft: Draft) -> Draft:
        self.kept[draft.id or ""] = draft
        return draft
