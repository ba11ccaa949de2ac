"""Figures that running text states, each with the words that say what it counts.

The words between two figures belong to the left one up to the last separator and to the right one
from the first separator on; so "sửa đổi 31 TTHC và bãi bỏ 19 TTHC" states 19 of what is abolished.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.matching import match
from assistant.asking.questions.limits import compact
from assistant.asking.questions.topic import Topic
from assistant.asking.sentences.meeting import NO_FIGURE
from assistant.asking.sentences.quoting import within
from ingest.model import Document, DocumentKind, EvidenceUnit, Indicator, Source
from ingest.text.normal import fold
from ingest.text.numbers import Amount, amounts

_SEPARATOR = re.compile(r"[;()]|,(?!\d)|\s(?:và|trong đó|gồm|so với)\s")
_HELD = 0.6
_FAR_APART = 20
_FEWEST_TOLD = 2


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure of a sentence. ``about`` are the words around it, ``after`` those behind it."""

    text: str
    amount: Amount
    about: str
    after: str
    document: Document
    unit: EvidenceUnit

    @property
    def source(self) -> Source:
        """The sentence, in its passage's place."""
        return within(self.unit.source, self.text)

    @property
    def shown(self) -> str:
        """The figure as written."""
        return self.text[self.amount.start : self.amount.end].strip()


def stated_in(text: str, document: Document, unit: EvidenceUnit) -> Iterator[Stated]:
    """The figures of one sentence; numbers of documents, days and years are none."""
    barred = [found.span() for found in NO_FIGURE.finditer(text)]
    figures = [
        amount
        for amount in amounts(text)
        if not any(start < amount.end and amount.start < end for start, end in barred)
    ]
    for place, amount in enumerate(figures):
        begin, end = 0, len(text)
        if place:
            begin = _first_cut(text, figures[place - 1].end, amount.start)
        if place + 1 < len(figures):
            end = _last_cut(text, amount.end, figures[place + 1].start)
        after = text[amount.end : end]
        about = f"{text[begin : amount.start]} {after}"
        yield Stated(text, amount, about, after.strip(), document, unit)


def _first_cut(text: str, start: int, end: int) -> int:
    found = _SEPARATOR.search(text, start, end)
    return found.end() if found else start


def _last_cut(text: str, start: int, end: int) -> int:
    found = [*_SEPARATOR.finditer(text, start, end)]
    return found[-1].start() if found else end


def about_topic(figure: Stated, topic: Topic, corpus: Corpus, *, accented: bool) -> bool:
    """Whether the words of the figure itself name every term of the topic that says something."""
    if all(len(term.words) == 1 and (term.weak or len(topic.terms) == 1) for term in topic.terms):
        return False  # "phòng" stands in "Phòng, chống" too
    body = corpus.features(figure.about)
    piece = Entry("passages", figure.document, None, figure.unit, body, body, corpus.features(""))
    levels = match(piece, topic, accented=accented).levels
    told = [level for term, level in zip(topic.terms, levels, strict=True) if not term.weak]
    if len(told) < _FEWEST_TOLD:
        told = [*levels]  # "kiểm tra" alone does not say what was counted
    return bool(told) and all(level >= _HELD for level in told)


def comparable(figure: Stated, indicator: Indicator) -> bool:
    """Whether both are shares, or both are not; points are not compared, of ratios the part is."""
    unit = indicator.unit or ""
    if figure.amount.unit == "điểm phần trăm" or "=" in unit:
        return False
    return unit.startswith("%") is (figure.amount.unit == "%")


def agrees(figure: Stated, indicator: Indicator) -> bool:
    """Whether the text states the value of the cell, as it is or rounded."""
    try:
        value = Decimal(indicator.value or "")
    except InvalidOperation:
        return False
    stated = figure.amount.value
    return value == stated or round(value, -int(stated.as_tuple().exponent)) == stated


def contradictions(
    figures: Iterable[Stated], indicators: Sequence[Indicator]
) -> list[tuple[Indicator, Stated]]:
    """The one cell and the one figure about the same thing that differ.

    Nothing is claimed where any of them agree, or where several cells could be meant.
    """
    pairs = [
        (indicator, figure)
        for figure in figures
        for indicator in indicators
        if indicator.value is not None and comparable(figure, indicator)
    ]
    cells = {indicator.id for indicator, _ in pairs}
    values = {figure.amount.value for _, figure in pairs}
    if len(cells) != 1 or len(values) != 1 or any(agrees(figure, cell) for cell, figure in pairs):
        return []
    return [] if _of_other_size(*pairs[0]) else pairs[:1]


def _of_other_size(cell: Indicator, figure: Stated) -> bool:
    """Whether two counts lie so far apart that they count a part and a whole, or other things."""
    try:
        values = sorted((abs(Decimal(cell.value or "")), abs(figure.amount.value)))
    except InvalidOperation:
        return False
    return values[0] > 0 and values[1] > _FAR_APART * values[0]


def beside(documents: Sequence[Document], annex: Document) -> list[Document]:
    """The reports whose text belongs to a statistics annex: itself, or a file of the same report.

    The same report is one of the same number, or of the same issuer, place and period.
    """
    return [
        document
        for document in documents
        if document.kind is DocumentKind.REPORT
        and (document.id == annex.id or _same_report(document, annex))
    ]


def _same_report(one: Document, other: Document) -> bool:
    if other.kind is not DocumentKind.STATISTICS_ANNEX:
        return False
    if one.period != other.period or one.province != other.province:
        return False
    if one.number and other.number:
        return compact(one.number) == compact(other.number)
    return (
        one.period is not None
        and bool(one.issuer and other.issuer)
        and fold(one.issuer or "") == fold(other.issuer or "")
    )
