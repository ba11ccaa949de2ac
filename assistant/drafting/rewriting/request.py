"""What a model is asked: the section between its slots, what each slot means, what was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.drafting.model import SectionText, Slot, SlotKind, Trend
from prompts.loader import load_prompt

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_KINDS: dict[SlotKind, str] = {
    "value": "số liệu",
    "ratio": "tỷ số",
    "share": "tỷ lệ phần trăm",
    "difference": "mức chênh lệch",
    "target": "chỉ tiêu đề ra",
    "count": "số lượng",
    "document": "số, ký hiệu và ngày của văn bản",
    "date": "ngày",
    "deadline": "thời hạn",
    "period": "kỳ, năm",
    "phrase": "cụm từ có số",
}
_ROLES = {"plan": "kế hoạch", "previous": "kỳ trước", "actual": "thực hiện", "total": "tổng số"}
_TRENDS: dict[Trend, str] = {
    "up": "tăng",
    "down": "giảm",
    "same": "không đổi",
    "met": "đạt chỉ tiêu",
    "exceeded": "vượt chỉ tiêu",
    "missed": "chưa đạt chỉ tiêu",
}
_MOST_REASONS = 12


def messages_for(
    section: SectionText, slots: Mapping[str, Slot], refused: Sequence[str]
) -> list[BaseMessage]:
    """System and user message. Values are not shown: a model cannot copy what it never saw."""
    from langchain_core.messages import HumanMessage, SystemMessage

    used = dict.fromkeys(mark for one in section.sentences() for mark in one.marks())
    system, user = load_prompt("draft_section").render(
        {
            "title": _data(section.title),
            "slots": "\n".join(_meaning(slots[mark]) for mark in used) or "(không có ô nào)",
            "template": "\n".join(_paragraphs(section)),
            "refused": _refusals(refused),
        }
    )
    return [SystemMessage(system), HumanMessage(user)]


def _paragraphs(section: SectionText) -> list[str]:
    return [
        ("- " if paragraph.bullet else "")
        + _data(" ".join(sentence.template for sentence in paragraph.sentences))
        for paragraph in section.paragraphs
    ]


def _meaning(slot: Slot) -> str:
    parts = [_KINDS[slot.kind]]
    if slot.indicator:
        parts.append(f"của “{_data(slot.indicator)}”")
    if slot.subject:
        parts.append(f"({_data(slot.subject)})")
    if slot.role in _ROLES:
        parts.append(f"– {_ROLES[slot.role]}")
    if slot.unit:
        parts.append(f"– đã gồm đơn vị “{_data(slot.unit)}”")
    if slot.trend:
        parts.append(f"– {_TRENDS[slot.trend]}")
    return f"{{{slot.id}}}: {' '.join(parts)}"


def _refusals(refused: Sequence[str]) -> str:
    if not refused:
        return ""
    reasons = "\n".join(f"- {_data(reason)}" for reason in refused[:_MOST_REASONS])
    return f"\nBản trước của bạn bị từ chối vì:\n{reasons}\n"


def _data(text: str) -> str:
    """Text of a document, on one line, unable to close the block it stands in."""
    return " ".join(text.replace("<<<", "‹").replace(">>>", "›").split())
