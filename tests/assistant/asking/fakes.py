"""An index in memory, and a small builder for hand-made readings of invented documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.shelving import CorpusCache
from assistant.asking.lexicon import lexicon
from ingest.model import (
    Activity,
    AnyRecord,
    Comparator,
    Counts,
    Deadline,
    DeadlineKind,
    Deliverable,
    Document,
    DocumentKind,
    EvidenceUnit,
    Indicator,
    Period,
    Reading,
    RecordKind,
    Ref,
    Source,
    TableReport,
    Target,
    Task,
)
from ingest.text.normal import folded_words
from ingest.text.organisations import unit_slug
from vectorstore.search import RecordFilter, SearchFilter, SearchHit


def years(first: int, last: int | None = None) -> Period:
    """A period of whole years."""
    return Period.model_validate({"from": first, "to": last or first})


def deadline(
    text: str, kind: DeadlineKind, start: str | None = None, end: str | None = None
) -> Deadline:
    """A deadline with ISO dates."""
    return Deadline.model_validate({"text": text, "kind": kind, "from": start, "to": end})


class FakeIndex:
    """Holds readings and ranks units by shared words."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {reading.document.id: reading for reading in readings}

    def put(self, reading: Reading) -> None:
        """Add or replace a reading."""
        self._readings[reading.document.id] = reading

    def drop(self, document_id: str) -> None:
        """Remove a reading."""
        del self._readings[document_id]

    def documents(self) -> tuple[Document, ...]:
        return tuple(reading.document for reading in self._readings.values())

    def sha256(self, document_id: str) -> str | None:
        return self._readings[document_id].sha256

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> tuple[AnyRecord, ...]:
        wanted = record_filter.documents if record_filter else ()
        found: list[AnyRecord] = []
        for reading in self._readings.values():
            if not wanted or reading.document.id in wanted:
                found.extend(getattr(reading, kind))
        return tuple(found)

    def units(self, document_id: str) -> tuple[EvidenceUnit, ...]:
        return self._readings[document_id].units

    def tables(self, document_id: str) -> tuple[TableReport, ...]:
        return self._readings[document_id].tables

    def search(
        self, query: str, *, k: int = 10, search_filter: SearchFilter | None = None
    ) -> list[SearchHit]:
        asked = set(folded_words(query))
        wanted = search_filter.documents if search_filter else ()
        hits = [
            SearchHit(unit, float(len(asked & set(folded_words(unit.search_text)))))
            for reading in self._readings.values()
            if not wanted or reading.document.id in wanted
            for unit in reading.units
        ]
        return sorted(hits, key=lambda hit: -hit.score)[:k]


@dataclass
class ReadingBuilder:
    """Writes one invented document row by row."""

    id: str
    kind: DocumentKind
    file: str = ""
    title: str | None = None
    issuer: str | None = "Sở Tư pháp"
    province: str | None = None
    number: str | None = None
    date: str | None = None
    period: Period | None = None
    sha256: str = "0"
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)
    units: list[EvidenceUnit] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    def _source(self, quote: str, **place: int | str | None) -> Source:
        return Source.model_validate(
            {
                "document_id": self.id,
                "file": self.file or f"{self.id}.docx",
                "section": self.labels,
                "quote": quote,
                **place,
            }
        )

    def section(self, label: str, title: str) -> ReadingBuilder:
        """Open a top section; like any heading it is no passage of its own."""
        self.labels, self.headings = (label,), (f"{label}. {title}",)
        return self

    def passage(self, text: str) -> ReadingBuilder:
        """Add a paragraph."""
        order = len(self.units)
        above = " > ".join(self.headings)
        self.units.append(
            EvidenceUnit(
                id=f"{self.id}-p{order}",
                document_id=self.id,
                kind="passage",
                text=text,
                search_text=f"{above}\n{text}",
                source=self._source(text),
                order=order,
                headings=self.headings,
            )
        )
        return self

    def target(
        self,
        key: str,
        text: str,
        *,
        metric: str | None = None,
        value: str | None = None,
        comparator: Comparator = ">=",
        horizon: Period | None = None,
        lead: tuple[str, ...] = (),
        coordinating: tuple[str, ...] = (),
        table: int | None = None,
    ) -> ReadingBuilder:
        """Add a target; ``table`` where it stands in an annex."""
        self.targets.append(
            Target(
                id=f"{self.id}-g{len(self.targets)}",
                document_id=self.id,
                key=key,
                section=self.labels,
                headings=self.headings,
                source=self._source(
                    text, table=table, row=len(self.targets) + 2 if table else None
                ),
                text=text,
                metric=metric,
                comparator=comparator if value else None,
                value=value,
                unit="%" if value else None,
                horizon=horizon or self.period,
                lead=lead,
                coordinating=coordinating,
            )
        )
        return self

    def task(
        self,
        key: str,
        text: str,
        *,
        lead: tuple[str, ...] = (),
        coordinating: tuple[str, ...] = (),
        products: tuple[str, ...] = (),
        due: Deadline | None = None,
        deliverables: tuple[Deliverable, ...] = (),
        objective: str | None = None,
        activities: tuple[Activity, ...] = (),
        lead_text: str | None = None,
    ) -> ReadingBuilder:
        """Add a task of the annex table."""
        self.tasks.append(
            Task(
                id=f"{self.id}-t{len(self.tasks)}",
                document_id=self.id,
                key=key,
                section=self.labels,
                headings=self.headings,
                source=self._source(text, table=1, row=len(self.tasks) + 2, column="Nhiệm vụ"),
                text=text,
                products=products,
                lead=lead,
                coordinating=coordinating,
                lead_units=tuple(unit_slug(name) for name in lead),
                lead_text=lead_text,
                deadline=due,
                deliverables=deliverables,
                objective=objective,
                activities=activities,
            )
        )
        return self

    def indicator(
        self,
        key: str,
        name: str,
        *,
        value: str | None = None,
        unit: str | None = None,
        parent: str | None = None,
        note: str | None = None,
        meaning: str | None = None,
        value_text: str | None = None,
        subject: str | None = None,
        column: str = "Số liệu",
        row: int | None = None,
    ) -> ReadingBuilder:
        """Add a figure of a statistics row; ``row`` tells which one if it has several."""
        place = len(self.indicators) + 3 if row is None else row
        self.indicators.append(
            Indicator(
                id=f"{self.id}-i{len(self.indicators)}",
                document_id=self.id,
                key=key,
                section=self.labels,
                headings=self.headings,
                source=self._source(name, table=1, row=place, column=column),
                parent=parent,
                name=name,
                subject=subject,
                role="actual",
                unit=unit,
                value=value,
                value_text=value_text or value,
                meaning=meaning,
                note=note,
                period=self.period,
            )
        )
        return self

    def ref(
        self, number: str, kind: str, about: str, *, issuer: str | None = None
    ) -> ReadingBuilder:
        """Add a referred document."""
        self.refs.append(
            Ref(
                id=f"{self.id}-r{len(self.refs)}",
                document_id=self.id,
                key="",
                source=self._source(f"{kind} số {number} {about}"),
                number=number,
                type=kind,
                issuer=issuer,
                about=about,
            )
        )
        return self

    def build(self) -> Reading:
        """The finished reading."""
        return Reading(
            document=Document(
                id=self.id,
                file=self.file or f"{self.id}.docx",
                path=self.file or f"{self.id}.docx",
                title=self.title,
                kind=self.kind,
                issuer=self.issuer,
                province=self.province,
                number=self.number,
                date=self.date,
                period=self.period,
                counts=Counts(
                    targets=len(self.targets),
                    tasks=len(self.tasks),
                    indicators=len(self.indicators),
                    refs=len(self.refs),
                    passages=len(self.units),
                ),
            ),
            sha256=self.sha256,
            reader_version="test",
            targets=tuple(self.targets),
            tasks=tuple(self.tasks),
            indicators=tuple(self.indicators),
            refs=tuple(self.refs),
            units=tuple(self.units),
        )


def corpus_of(readings: Sequence[Reading], question: str = "") -> Corpus:
    """What ``readings`` hold, prepared for matching as a question of them is answered from."""
    return CorpusCache(FakeIndex(readings)).corpus(lexicon(), question=question)
