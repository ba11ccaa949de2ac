"""Writes the cases of one family down, in order."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.answer import AnswerStatus, Turn
from evals.case import Case, Expected, GoldFigure, GoldUnit, Kind, Slice
from evals.families.misspelling import with_typo, without_diacritics
from evals.families.pages import Page
from evals.originals.block import Block, digest, plain

ADMITTED: tuple[AnswerStatus, ...] = ("answered", "refused", "clarify")
"""Any reply is right that sets a false premise right or shows both of two sources."""


@dataclass(frozen=True, slots=True)
class CaseWriter:
    """Numbers the cases of the family ``name``; ``rng`` chooses among phrasings."""

    name: str
    rng: random.Random
    written: list[Case] = field(default_factory=list)

    def phrase(self, phrasings: tuple[str, ...], **filled: object) -> str:
        """One of the phrasings, filled in, with a capital at its beginning."""
        asked = self.rng.choice(phrasings).format(**filled)
        return asked[:1].upper() + asked[1:]

    def row(self, page: Page, name: str) -> GoldUnit:
        """The table row that the page keeps under ``name``."""
        row = page.places[name]
        return GoldUnit(document=page.stem, table=1, row=row, hash=page.row_hash(row))

    def paragraph(self, page: Page, text: str) -> GoldUnit:
        """A paragraph of the page."""
        return GoldUnit(document=page.stem, hash=digest(Block((plain(text),))))

    def add(
        self,
        kind: Kind,
        question: str,
        wanted: Iterable[tuple[str, ...]] = (),
        *,
        status: tuple[AnswerStatus, ...] | None = None,
        gold: Iterable[GoldUnit] = (),
        figures: Iterable[GoldFigure] = (),
        forbidden: Iterable[str] = (),
        tags: tuple[Slice, ...] = (),
        style: Slice | None = None,
        history: Iterable[str] = (),
    ) -> None:
        """Write one case; ``style`` misspells the question."""
        if style == "no_diacritics":
            question = without_diacritics(question)
        elif style == "typo":
            question = with_typo(question, self.rng)
        usual: tuple[AnswerStatus, ...] = ("refused",) if kind.startswith("un") else ("answered",)
        self.written.append(
            Case(
                id=f"{self.name}-{len(self.written) + 1:02d}",
                question=question,
                kind=kind,
                tags=(*tags, *([style] if style else [])),
                documents="synthetic",
                family=self.name,
                history=tuple(Turn(question=asked, answer="") for asked in history),
                expected=Expected(
                    status=status or usual,
                    must_contain=tuple(wanted),
                    must_not_contain=tuple(forbidden),
                    gold=tuple(gold),
                    figures=tuple(figures),
                ),
            )
        )
