"""The section a table row stands in: a stack of section rows, and the keys made from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extraction.logical import SectionRow
from ingest.text.numbering import is_roman


def _rank(label: str) -> int:
    if is_roman(label):
        return 0
    if re.fullmatch(r"[A-HĐ]", label):
        return 1
    if not label:
        return 2
    return 3 + label.count(".")


@dataclass(slots=True)
class SectionStack:
    """The open section rows of a table, outermost first."""

    rows: list[SectionRow] = field(default_factory=list)
    numbered: bool = False

    def enter(self, row: SectionRow) -> None:
        """Open ``row``; sections of its rank and below are closed.

        A letter outranks a Roman number where the table opened with a letter ("A … I … II … B").
        """
        rank = self._rank(row.label)
        while self.rows and self._rank(self.rows[-1].label) >= rank:
            self.rows.pop()
        self.rows.append(row)
        self.numbered = False

    def follow(self, number: str) -> None:
        """Close an arabic section that a data row counts on from: ``3`` after section ``2``.

        Only where the section's own rows bore no numbers ("2", then "a)", "b)", then "3").
        """
        bare = number.strip().rstrip(".)")
        last = self.rows[-1].label if self.rows else ""
        if not self.numbered and last.isdigit() and bare.isdigit() and int(bare) == int(last) + 1:
            self.rows.pop()
        self.numbered = True

    def _rank(self, label: str) -> int:
        rank = _rank(label)
        if self.rows and _rank(self.rows[0].label) == 1 and rank in (0, 1):
            return 1 - rank
        return rank

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the open sections."""
        return tuple(row.title for row in self.rows if row.title)

    @property
    def labels(self) -> tuple[str, ...]:
        """Their labels; Roman number and letter are one (``VII-A``), nested numbers the longest."""
        labels: list[str] = []
        for row in self.rows:
            if not row.label:
                continue
            if (
                labels
                and re.fullmatch(r"[A-HĐ]|[IVX]+", row.label)
                and re.fullmatch(r"[A-HĐ]|[IVX]+", labels[-1])
            ):
                labels[-1] = f"{labels[-1]}-{row.label}"
            elif labels and row.label.startswith(f"{labels[-1]}."):
                labels[-1] = row.label
            else:
                labels.append(row.label)
        return tuple(labels)

    def key(self, *numbers: str) -> str:
        """Labels and row numbers as one path; a number that holds the one above replaces it."""
        path: list[str] = list(self.labels)
        for printed in numbers:
            number = printed.strip().rstrip(".)")
            if not number:
                continue
            if path and (number.startswith(f"{path[-1]}.") or number == path[-1]):
                path[-1] = number
            else:
                path.append(number)
        return ".".join(path)
