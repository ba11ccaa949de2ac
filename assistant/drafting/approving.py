"""When a draft may be approved, and what approval and its end make of it."""

from __future__ import annotations

from assistant.answer import DraftEvent
from assistant.drafting.presenting import blocking
from assistant.drafting.stored import StoredDraft
from assistant.errors import NotApprovable


def require_approvable(draft: StoredDraft) -> None:
    """Raise ``NotApprovable`` for what somebody approved already, or what still blocks it."""
    if draft.status == "approved":
        raise NotApprovable(
            f"Bản dự thảo đã được {draft.approved_by} duyệt lúc {draft.approved_at}; hãy "
            "sửa hoặc soạn lại trước nếu cần người khác duyệt."
        )
    against = list(dict.fromkeys(blocking(draft)))
    if against:
        more = f" và {len(against) - 1} điểm khác" if len(against) > 1 else ""
        raise NotApprovable(f"Chưa duyệt được: {_clause(against[0])}{more}; hãy sửa rồi duyệt lại.")


def approved_in(draft: StoredDraft, step: DraftEvent) -> StoredDraft:
    """``draft`` as approved by the person and at the time of ``step``, its last in the history."""
    return draft.model_copy(
        update={
            "status": "approved",
            "approved_by": step.by,
            "approved_at": step.at,
            "history": (*draft.history, step),
        }
    )


def reopened(draft: StoredDraft) -> StoredDraft:
    """A draft whose approval no longer holds."""
    return draft.model_copy(update={"status": "draft", "approved_by": None, "approved_at": None})


def voided(before: StoredDraft) -> str | None:
    """The note that an approval of ``before`` is void; ``None`` where it had none."""
    if before.status != "approved":
        return None
    return f"Lần duyệt của {before.approved_by} không còn hiệu lực."


def _clause(sentence: str) -> str:
    return sentence.strip().rstrip(".;").split("; hãy ")[0]
