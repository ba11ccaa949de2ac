"""Collects the lines of an answer with their citations and figures, then makes the Answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from assistant.answer import Answer, AnswerPath, AnswerStatus, Citation, Figure
from assistant.asking import texts
from assistant.asking.sentences.stated import Stated
from ingest.model import Indicator, Source, Target
from ingest.text.numbers import plain

_MARK = re.compile(r"\[(\d+)\]")
_OF_DOCUMENT = re.compile(r"(?:- )?(?:\*\*[^*]+\*\*: )?")
_FEW = 6
_MANY = 5


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A line about one document, in parts."""

    label: str
    sources: tuple[Source, ...]
    said: str
    when: str


@dataclass(slots=True)
class Page:
    """One answer in the making. Every line that is added bears the marks of its sources."""

    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    numbers: dict[Source, int] = field(default_factory=dict)
    labelled: dict[int, _Labelled] = field(default_factory=dict)

    @property
    def tables(self) -> set[tuple[str, int | None]]:
        """The tables cited, by document and number; ``None`` is running text."""
        sources = (citation.source for citation in self.citations)
        return {(source.document_id, source.table) for source in sources}

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
        doubt = f" {texts.NEEDS_CHECK}" if any(source.doubtful for source in sources) else ""
        self.lines.append(f"{bullet}{text} {self.marks(sources)}{doubt}")

    def add_of(self, label: str, text: str, sources: Sequence[Source], *, when: str = "") -> None:
        """One line about a document; many such lines are grouped under the document's name."""
        said = f"{text} {self.marks(sources)}"
        self.labelled[len(self.lines)] = _Labelled(label, tuple(sources), said, when)
        head = f"**{label}**, {when}" if when else f"**{label}**"
        self.lines.append(f"- {head}: {said}")

    def open_with(self, text: str, sources: Sequence[Source]) -> None:
        """A first line above what is there."""
        self.lines[:0] = [f"{text} {self.marks(sources)}", ""]
        self.labelled = {place + 2: line for place, line in self.labelled.items()}

    def judge(self, place: int, verdict: str) -> None:
        """Put a verdict before what a line says, behind the name of its document."""
        line = self.labelled.get(place)
        if line is None:
            label = _OF_DOCUMENT.match(self.lines[place])
            ahead = label.group() if label else ""
            self.lines[place] = f"{ahead}{verdict}{self.lines[place][len(ahead) :]}"
        else:
            said = f"{verdict}{line.said}"
            self.lines[place] = self.lines[place].removesuffix(line.said) + said
            self.labelled[place] = replace(line, said=said)

    def extend(self, other: Page, *, again: bool = True) -> None:
        """The lines of another page below, its citations numbered on; ``again``: repeated too."""
        numbers = {citation.n: self.cite(citation.source) for citation in other.citations}
        start = len(self.lines)

        def renumbered(text: str) -> str:
            return _MARK.sub(lambda mark: f"[{numbers[int(mark.group(1))]}]", text)

        for place, line in enumerate(other.lines):
            written = renumbered(line)
            if not again and line.strip() and written in self.lines[:start]:
                continue
            labelled = other.labelled.get(place)
            if labelled is not None:
                said = renumbered(labelled.said)
                self.labelled[len(self.lines)] = replace(labelled, said=said)
            self.lines.append(written)
        figures = (
            figure.model_copy(update={"citation": numbers.get(figure.citation or 0)})
            for figure in other.figures
        )
        self.figures.extend(one for one in figures if again or one not in self.figures)

    def rewrite(self, change: Callable[[str], str | None]) -> None:
        """Every line as ``change`` gives it back; those for which it gives nothing are left out."""
        lines, labelled = self.lines, self.labelled
        self.lines, self.labelled = [], {}
        for place, line in enumerate(lines):
            told = change(line)
            if told is None:
                continue
            if (own := labelled.get(place)) is not None:
                self.labelled[len(self.lines)] = replace(own, said=change(own.said) or own.said)
            self.lines.append(told)

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

    def derived_figure(
        self, parts: Sequence[Indicator], *, value: str, shown: str, formula: str
    ) -> None:
        """Register a figure made from the cells of ``parts``."""
        first = parts[0]
        self.figures.append(
            Figure(
                text=shown,
                value=value,
                unit=first.unit,
                role=first.role,
                indicator=first.parent or first.name,
                period=first.period,
                verdict="derived",
                source=first.source,
                evidence=tuple(part.source for part in parts),
                citation=self.cite(first.source),
                explanation=formula,
            )
        )

    def cell_figure(self, source: Source, *, value: str, shown: str, unit: str) -> None:
        """Register the figure of a cell that no record holds."""
        self.figures.append(
            Figure(
                text=shown,
                value=value,
                unit=unit or None,
                role="unknown",
                indicator=source.column,
                verdict="match",
                source=source,
                evidence=(source,),
                citation=self.cite(source),
            )
        )

    def reckoned_figure(
        self, sources: Sequence[Source], *, value: str, shown: str, unit: str, formula: str
    ) -> None:
        """Register a figure made from cells of which no figures were read."""
        self.figures.append(
            Figure(
                text=shown,
                value=value,
                unit=unit or None,
                role="unknown",
                indicator=sources[0].column,
                verdict="derived",
                source=sources[0],
                evidence=tuple(sources),
                citation=self.cite(sources[0]),
                explanation=formula,
            )
        )

    def stated_figure(self, figure: Stated, cell: Indicator, said: str) -> None:
        """Register a figure of running text that contradicts a cell; ``said`` tells of both."""
        self.figures.append(
            Figure(
                text=figure.shown,
                value=plain(figure.amount.value),
                unit=cell.unit,
                role=cell.role,
                subject=cell.subject,
                indicator=cell.name,
                period=cell.period,
                verdict="contradicted",
                source=figure.source,
                evidence=(figure.source, cell.source),
                citation=self.cite(figure.source),
                explanation=said.replace("**", ""),
            )
        )

    @property
    def text(self) -> str:
        """The Markdown so far."""
        if not self._is_grouped():
            return "\n".join(self.lines).strip()
        shown: list[str] = []
        for place, line in enumerate(self.lines):
            own, before = self.labelled.get(place), self.labelled.get(place - 1)
            if own is None:
                shown.append(line)
                continue
            if before is None or before.label != own.label:
                sources = self._sources_from(place)
                shown += ["", f"**{own.label}** {self.marks(sources)}", ""]
            when = f"{own.when[:1].upper()}{own.when[1:]}: " if own.when else ""
            shown.append(f"- {when}{own.said}")
        return "\n".join(shown).strip()

    def _is_grouped(self) -> bool:
        """Whether there are many lines about documents, and several about one of them."""
        labels = [line.label for line in self.labelled.values()]
        return len(labels) >= _MANY and len(set(labels)) < len(labels)

    def _sources_from(self, place: int) -> list[Source]:
        """The sources of this line and those after it about the same document."""
        own = self.labelled[place].label
        sources: list[Source] = []
        while (line := self.labelled.get(place)) is not None and line.label == own:
            sources.extend(line.sources)
            place += 1
        return sources


@dataclass(frozen=True, slots=True)
class Composed:
    """What a composer hands back: the page and what kind of answer it is.

    ``by_cells``: rows and columns of a table account for every word of the question; ``named``: a
    part of a document, or the duties of a body, that the question names in all its words.
    """

    page: Page
    status: AnswerStatus = "answered"
    path: AnswerPath | None = "records"
    reason: str | None = None
    by_cells: bool = False
    named: bool = False


def refused(reason: str) -> Composed:
    """A refusal that shows nothing beside its reason."""
    return Composed(Page(), "refused", None, reason)


def _said(composed: Composed) -> str:
    """The text of the page; a refusal says why first, lest what it shows pass for the answer."""
    said, reason = composed.page.text, composed.reason or ""
    if not said or (composed.status == "refused" and reason not in said):
        return f"{reason}\n\n{said}".strip()
    return said


def to_answer(
    composed: Composed, *, answer_id: str, question: str, interpreted_as: str, total_ms: float
) -> Answer:
    """The public answer."""
    page = composed.page
    return Answer(
        id=answer_id,
        question=question,
        status=composed.status,
        answer=_said(composed),
        path=composed.path,
        reason=composed.reason,
        citations=tuple(page.citations),
        figures=tuple(page.figures),
        interpreted_as=interpreted_as,
        timings_ms={"total": total_ms},
    )
