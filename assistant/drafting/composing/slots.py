"""The slots of one composition: every figure is entered once and named by its mark."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from assistant.answer import FindingRole
from assistant.drafting.model import Slot, SlotKind, Trend
from ingest.model import Period, Source


class SlotBook:
    """Hands out marks. The same key is the same slot, wherever it is said."""

    def __init__(self, number: Callable[[str], str]) -> None:
        self._number = number
        self._slots: dict[str, Slot] = {}
        self._keys: dict[str, str] = {}

    def mark(
        self,
        key: str,
        kind: SlotKind,
        text: str,
        *,
        value: Decimal | None = None,
        unit: str | None = None,
        formula: str | None = None,
        trend: Trend | None = None,
        evidence: tuple[Source, ...] = (),
        period: Period | None = None,
        role: FindingRole = "unknown",
        indicator: str | None = None,
        subject: str | None = None,
    ) -> str:
        """The mark of a slot, ``"{F3}"``. A key that is printed otherwise is another slot."""
        name = key
        taken = self._keys.get(name)
        count = 1
        while taken is not None and self._slots[taken].text != text:
            count += 1
            name = f"{key}~{count}"
            taken = self._keys.get(name)
        if taken is None:
            taken = self._number(name)
            self._keys[name] = taken
            self._slots[taken] = Slot(
                id=taken,
                key=name,
                kind=kind,
                text=text,
                value=value,
                unit=unit,
                formula=formula,
                trend=trend,
                evidence=evidence,
                period=period,
                role=role,
                indicator=indicator,
                subject=subject,
            )
        return "{" + taken + "}"

    @property
    def slots(self) -> dict[str, Slot]:
        """All slots by id, in the order they were entered."""
        return dict(self._slots)

    def slot(self, mark: str) -> Slot:
        """The slot of a mark."""
        return self._slots[mark.strip("{}")]
