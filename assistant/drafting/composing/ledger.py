"""What became of every record that the outline requires."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.state import Plan
from assistant.drafting.model import LedgerEntry
from prompts.outline import OutlineSection

_NOT_CHOSEN = "Mục này không được chọn để soạn."
_UNTOLD = "Không diễn đạt được thành câu; xem Phụ lục."
_BESIDE = "Cột phụ của chỉ tiêu; nêu tại Phụ lục."


@dataclass(slots=True)
class LedgerBook:
    """Enters records as used or omitted, each once."""

    entries: dict[str, LedgerEntry] = field(default_factory=dict)

    def told(self, section: OutlineSection, facts: Iterable[Fact], plans: Sequence[Plan]) -> None:
        """Enter the facts of a section by what its plans say and leave unsaid."""
        unsaid: dict[str, str] = {}
        for plan in plans:
            unsaid |= plan.unsaid
        said = {fact.path for plan in plans for fact in plan.facts} - set(unsaid)
        beside = {record for plan in plans for record in plan.beside}
        for fact in _countable(section, facts):
            used = fact.path in said
            why = unsaid.get(fact.path, _UNTOLD)
            for record in fact.records:
                stands = used and (record is fact.record or record.id in beside)
                self.entries[record.id] = LedgerEntry(
                    record_id=record.id,
                    indicator=record.name,
                    section=section.key,
                    used=stands,
                    why=None if stands else _BESIDE if used else why,
                    source=record.source,
                )

    def skipped(self, section: OutlineSection, facts: Iterable[Fact]) -> None:
        """Enter the facts of a section that was not to be drafted."""
        for fact in _countable(section, facts):
            for record in fact.records:
                self.entries[record.id] = LedgerEntry(
                    record_id=record.id,
                    indicator=record.name,
                    section=section.key,
                    why=_NOT_CHOSEN,
                    source=record.source,
                )


def _countable(section: OutlineSection, facts: Iterable[Fact]) -> Iterable[Fact]:
    return (fact for fact in facts if not fact.heading) if section.required else ()
