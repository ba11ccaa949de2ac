"""What the period reported on, the one before and the one after are called."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.drafting.material import Material
from prompts.outline import Outline

_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Periods:
    """Period names by the outline's wording."""

    outline: Outline
    material: Material

    def called(self, year: int, quarter: int | None = None) -> str:
        """The part of ``year`` that the report is on."""
        at = quarter or self.material.quarter or 1
        wording = self.outline.periods[self.outline.parts]
        return wording.format(year=year, quarter=_QUARTERS[at - 1])

    def named(self) -> dict[str, str]:
        """The outline's places for periods."""
        year, quarter = self.material.year, self.material.quarter or 1
        after = self.outline.periods["year"].format(year=year + 1, quarter="")
        if self.outline.parts == "quarter" and quarter < 4:
            after = self.called(year, quarter + 1)
        elif self.outline.parts == "half":
            after = self.outline.periods.get("second_half", after).format(year=year, quarter="")
        return {
            "period": self.called(year),
            "last_period": self.called(year - 1),
            "next_period": after,
        }
