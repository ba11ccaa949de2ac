"""Outline and material -> composition: the whole report by rules, every figure in a slot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.drafting.composing.assessing import Assessment, year_ahead
from assistant.drafting.composing.clauses import listed
from assistant.drafting.composing.cleaning import short_name, title_words
from assistant.drafting.composing.comparing import Comparer
from assistant.drafting.composing.documents import cite, plan_document
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lacking import (
    doubts,
    of_section,
    of_sources,
    usable_previous,
)
from assistant.drafting.composing.ledger import LedgerBook
from assistant.drafting.composing.periods import Periods
from assistant.drafting.composing.placing import Placed, place_facts
from assistant.drafting.composing.planning import Plan, Remark, Report, plan_block
from assistant.drafting.composing.relations import has_word
from assistant.drafting.composing.rhythm import Rhythm, sentence
from assistant.drafting.composing.rows import facts_of
from assistant.drafting.composing.slots import SlotBook
from assistant.drafting.composing.structure import blocks_of
from assistant.drafting.composing.subjects import by_subject, subject_plans
from assistant.drafting.composing.telling import Teller
from assistant.drafting.composing.writer import Writer
from assistant.drafting.material import Material
from assistant.drafting.model import (
    MARK,
    Composition,
    Paragraph,
    SectionText,
    Sentence,
)
from ingest.model import Reading, Source
from prompts.outline import Outline, OutlineSection


def compose(
    outline: Outline,
    material: Material,
    *,
    number: Callable[[str], str],
    only: Sequence[str] = (),
) -> Composition:
    """The report as text with locked slots.

    ``number`` gives the id of a slot's key, the same id for the same key. ``only`` limits the
    sections to those keys and what stands below them. Nothing is said that no record supports;
    what is not given or doubted stands in ``missing``.
    """
    return _Composer(outline, material, number, tuple(only)).compose()


@dataclass(slots=True)
class _Composer:
    outline: Outline
    material: Material
    number: Callable[[str], str]
    only: tuple[str, ...]
    book: SlotBook = field(init=False)
    rhythm: Rhythm = field(init=False)
    writer: Writer = field(init=False)
    report: Report = field(init=False)
    teller: Teller = field(init=False)
    places: dict[str, str] = field(init=False)
    facts: list[Fact] = field(init=False)
    missing: list[str] = field(default_factory=list)
    ledger: LedgerBook = field(default_factory=LedgerBook)
    remarks: list[Remark] = field(default_factory=list)

    def __post_init__(self) -> None:
        material, annex = self.material, self.material.annex
        self.book = SlotBook(self.number)
        self.rhythm = Rhythm(self._filled)
        named = (one.document.issuer for one in material.sources)
        issuer = material.issuer or next((name for name in named if name), None)
        self.writer = Writer(self.book, short_name(issuer))
        self.places = self._places(issuer)
        self.facts = self._facts(annex, material.year) if annex is not None else []
        forbidden, said = doubts(material.check, self.facts)
        self.missing = [*self._lacking(), *said]
        self.report = Report(
            self.writer,
            self._comparer(),
            doubts=forbidden,
            high_share=self.outline.limits.high_share,
            part=self._part(),
        )
        self.teller = Teller(
            self.outline,
            self.rhythm,
            self._worded,
            self._filled,
            self.writer.short,
            self.places["issuer"],
        )

    def _lacking(self) -> list[str]:
        return of_sources(
            self.material,
            yearly=self.outline.parts == "year",
            ahead=year_ahead(self.material, self.outline),
        )

    def compose(self) -> Composition:
        placed = place_facts(self.outline, self.facts)
        opening = self._opening()
        sections: list[SectionText] = []
        last_result = max(
            (at for at, one in enumerate(self.outline.sections) if one.content == "results"),
            default=0,
        )
        for at, one in enumerate(self.outline.sections):
            if self._wanted(one.key):
                sections.append(self._section(one, placed))
            elif one.content == "results":
                self._left_out(one, placed)
            if at == last_result:
                sections += self._additional(one, placed)
        subject = Sentence(template=self._worded(self.outline.subject))
        closing = tuple(_paragraph(self._worded(text)) for text in self.outline.closing)
        said = [subject, *(one for part in closing for one in part.sentences)]
        said += Sentence(template=opening), *(one for part in sections for one in part.sentences())
        named = {mark for one in said for mark in one.marks()}
        return Composition(
            title=self.outline.title,
            subject=subject,
            opening=(_paragraph(opening),),
            sections=tuple(sections),
            closing=closing,
            recipients=self.outline.recipients,
            slots={key: slot for key, slot in self.book.slots.items() if key in named},
            ledger=tuple(self.ledger.entries.values()),
            missing=tuple(dict.fromkeys(self.missing)),
        )

    # -- frame

    def _filled(self, template: str) -> str:
        return MARK.sub(lambda found: self.book.slot(found[0]).text, template)

    def _worded(self, text: str) -> str:
        for name, value in self.places.items():
            text = text.replace("{" + name + "}", value)
        return text

    def _wanted(self, key: str) -> bool:
        return not self.only or any(key == one or key.startswith(f"{one}.") for one in self.only)

    def _places(self, issuer: str | None) -> dict[str, str]:
        short = self.writer.short
        periods = Periods(self.outline, self.material)
        places = {
            "issuer": issuer or short,
            "short": short,
            "province": self.material.province or "",
        }
        for name, text in periods.named().items():
            places[name] = self.book.mark(f"period:{text}", "period", text)
        return places

    def _comparer(self) -> Comparer:
        previous = self.material.previous
        usable, why = usable_previous(self.material, wanted=self._part())
        if why is not None:
            self.missing.append(why)
        year = self.material.year - 1
        if usable and previous is not None and previous.document.period is not None:
            year = previous.document.period.to
        text = Periods(self.outline, self.material).called(year)
        return Comparer(
            self.book,
            earlier=self._facts(previous, year) if usable and previous is not None else (),
            earlier_words=self.book.mark(f"period:{text}", "period", text),
            plans=self.material.plans,
            year=self.material.year,
            yearly=self.outline.parts == "year",
        )

    def _part(self) -> str | None:
        """The part of the year reported on ("Q2", "M6"), ``None`` for a whole year."""
        quarter = self.material.quarter
        parts = {"quarter": f"Q{quarter}" if quarter else None, "half": "M6"}
        return parts.get(self.outline.parts)

    def _facts(self, reading: Reading, year: int) -> list[Fact]:
        return facts_of(
            reading,
            year=year,
            quarter=self.material.quarter,
            half=self.outline.parts == "half",
            short=self.writer.short,
        )

    def _opening(self) -> str:
        """The first sentence, with the plans of the period and the documents that rows name."""
        marks: list[str] = []
        for plan in self.material.plans:
            period, year = plan.document.period, self.material.year
            cited = plan_document(plan.document)
            if cited and period and period.from_ <= year <= period.to:
                marks.append(cite(self.book, cited, _first_source(plan)))
        for fact in self.facts:
            if has_word(fact.record.name, self.outline.opening_basis):
                marks += [
                    cite(self.book, one, fact.source) for one in fact.documents[:1] if one.dated
                ]
        marks = list(dict.fromkeys(marks))[:3]
        if not marks:
            return sentence(self._worded(self.outline.opening_without_basis))
        return sentence(self._worded(self.outline.opening.replace("{basis}", listed(marks))))

    # -- sections

    def _section(self, one: OutlineSection, placed: Placed) -> SectionText:
        paragraphs: list[Paragraph] = []
        if one.content == "results":
            paragraphs = self._results(one, placed.taken.get(one.key, ()))
        elif one.content != "heading":
            paragraphs = self._assessment().paragraphs(one.content)
        title = self._filled(self._worded(one.title))
        if one.title.split("{")[0].isupper():
            title = title.upper()
        return SectionText(key=one.key, title=title, level=one.level, paragraphs=tuple(paragraphs))

    def _left_out(self, one: OutlineSection, placed: Placed) -> None:
        """A section that is not to be drafted; what it says may still be assessed."""
        facts = placed.taken.get(one.key, ())
        assessed = ("strengths", "shortcomings", "outlook")
        if any(x.content in assessed and self._wanted(x.key) for x in self.outline.sections):
            self._results(one, facts)
        else:
            self.ledger.skipped(one, facts)

    def _assessment(self) -> Assessment:
        return Assessment(
            outline=self.outline,
            material=self.material,
            remarks=self.remarks,
            rhythm=self.rhythm,
            book=self.book,
            teller=self.teller,
            worded=self._worded,
        )

    def _results(self, one: OutlineSection, facts: Sequence[Fact]) -> list[Paragraph]:
        self.report.budget = self.outline.limits.comparisons
        self.teller.open_section(one.title)
        if not facts:
            if self._wanted(one.key) and self.facts:
                self.missing.append(
                    f"Mục “{one.title}” chưa có số liệu trong phụ lục; hãy bổ sung nếu có."
                )
            return [self._nothing(one)] if self.facts and self._wanted(one.key) else []
        plans: list[Plan] = []
        if by_subject(facts):
            plans = subject_plans(facts, self.report)
        else:
            plans = [plan_block(block, self.report) for block in blocks_of(facts)]
        for plan in plans:
            self.remarks += plan.remarks
        if not self._wanted(one.key):
            self.ledger.skipped(one, facts)
            return []
        self.ledger.told(one, facts, plans)
        self.missing += of_section(one.title, plans)
        return [
            Paragraph(sentences=tuple(Sentence(template=text) for text in sentences))
            for sentences in self.teller.paragraphs(plans)
        ]

    def _nothing(self, one: OutlineSection) -> Paragraph:
        title = title_words(one.title)
        ways = [
            self._worded(text).replace("{section}", title)
            for text in self.rhythm.turn("nothing", self.outline.wording.nothing)
        ]
        return _paragraph(self.rhythm.first_free(ways))

    def _additional(self, last: OutlineSection, placed: Placed) -> list[SectionText]:
        """Annex sections that no section of the outline takes: nothing is lost."""
        found: list[SectionText] = []
        stem, _, end = last.key.rpartition(".")
        number = int(end) if end.isdigit() else 0
        for title, facts in placed.rest:
            number += 1
            key = f"{stem}.{number}" if stem else f"{last.key}.{number}"
            name = title or self.outline.wording.additional
            name = title_words(name)
            name = name[:1].upper() + name[1:]
            one = OutlineSection(
                key=key, title=f"{number}. {name}", level=last.level, content="results"
            )
            if not self._wanted(key):
                self.ledger.skipped(one, facts)
                continue
            paragraphs = self._results(one, facts)
            if paragraphs:
                found.append(
                    SectionText(
                        key=key, title=one.title, level=one.level, paragraphs=tuple(paragraphs)
                    )
                )
        return found


def _first_source(reading: Reading) -> Source:
    for unit in reading.units:
        return unit.source
    return Source(document_id=reading.document.id, file=reading.document.file, quote="")


def _paragraph(text: str, *, bullet: bool = False) -> Paragraph:
    return Paragraph(sentences=(Sentence(template=text),), bullet=bullet)
