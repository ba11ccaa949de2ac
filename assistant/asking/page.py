"""Collects the lines of an answer with their citations and figures, then makes the Answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.answer import Answer, AnswerPath, AnswerStatus, Citation, Figure
from ingest.model import Indicator, Source, Target

_FEW = 6


@dataclass(slots=True)
class Page:
    """One answer in the making. Every line that is added bears the marks of its sources."""

    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    numbers: dict[Source, int] = field(default_factory=dict)

    def cite(self, source: Source) -> int:
        """The number of ``source``, the same one for the same place."""
        number = self.numbers.get(source)
        if number is None:
            number = len(self.citations) + 1
            self.numbers[source] = number
            self.citations.append(Citation(n=number, source=source))
        return number

    def marks(self, sources: Sequence[Source]) -> str:
        """``[1][2]``; more than a few are written as a range of their numbers."""
        numbers = sorted({self.cite(source) for source in sources})
        if len(numbers) > _FEW and numbers[-1] - numbers[0] + 1 == len(numbers):
            return f"[{numbers[0]}]–[{numbers[-1]}]"
        return "".join(f"[{number}]" for number in numbers)

    def add(self, text: str, sources: Sequence[Source], *, bullet: str = "- ") -> None:
        """One line with the marks of its sources."""
        self.lines.append(f"{bullet}{text} {self.marks(sources)}")

    def raw(self, line: str) -> None:
        """A line that bears its own marks or says nothing of its own (table rules, blank)."""
        self.lines.append(line)

    def gap(self) -> None:
        """A blank line between blocks."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def target_figure(self, target: Target, shown: str) -> None:
        """Register a target's figure."""
        if target.value is None:
            return
        self.figures.append(
            Figure(
                text=shown,
                value=target.value,
                unit=target.unit,
                role="plan",
                indicator=target.metric or target.text,
                period=target.horizon,
                verdict="match",
                source=target.source,
                evidence=(target.source,),
                citation=self.cite(target.source),
            )
        )

    def indicator_figure(self, indicator: Indicator, shown: str) -> None:
        """Register an indicator's figure."""
        if indicator.value is None:
            return
        self.figures.append(
            Figure(
                text=shown,
                value=indicator.value,
                unit=indicator.unit,
                role=indicator.role,
                subject=indicator.subject,
                indicator=indicator.name,
                period=indicator.period,
                verdict="match",
                source=indicator.source,
                evidence=(indicator.source,),
                citation=self.cite(indicator.source),
            )
        )

    @property
    def text(self) -> str:
        """The Markdown so far."""
        return "\n".join(self.lines).strip()


@dataclass(frozen=True, slots=True)
class Composed:
    """What a composer hands back: the page and what kind of answer it is."""

    page: Page
    status: AnswerStatus = "answered"
    path: AnswerPath | None = "records"
    reason: str | None = None


def to_answer(
    composed: Composed, *, answer_id: str, question: str, interpreted_as: str, total_ms: float
) -> Answer:
    """The public answer."""
    page = composed.page
    return Answer(
        id=answer_id,
        question=question,
        status=composed.status,
        answer=page.text or composed.reason or "",
        path=composed.path,
        reason=composed.reason,
        citations=tuple(page.citations),
        figures=tuple(page.figures),
        interpreted_as=interpreted_as,
        timings_ms={"total": total_ms},
    )
