"""Readings -> facts: what the sources state, in a form that claims can be bound to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from assistant.answer import FindingRole
from assistant.checking.claims import claims_in
from assistant.checking.model import Claim, Fact, Measure
from assistant.checking.places import indicator_groups, own_part, places
from assistant.checking.timing import part_of_year, year_before
from assistant.checking.units import Units
from assistant.checking.words import Lexicon
from ingest.model import DocumentKind, Indicator, Period, Reading, Source, Target
from ingest.text.normal import fold, match_key
from ingest.text.numbers import plain
from ingest.vocabulary import load, remembered

PLANS = (DocumentKind.PLAN, DocumentKind.TASK_ANNEX, DocumentKind.DIRECTIVE)
_WHOLE_YEAR = re.compile(r"(?<!\w)(?:cả năm|12 tháng)(?!\w)")
_COUNTED = re.compile(r"(?:tổng )?(?:số lượng|số|tổng)\s+(?!tiền|vốn|kinh phí)(.+)")
_BARE = re.compile(
    r"(?:tổng )?(?:số lượng |số |tổng )?(?!tiền|vốn|kinh phí|kế hoạch|giải ngân)(.+)"
)
_VAGUE = ("đơn vị", "tiền", "kỳ", "điểm", "bộ", "ca", "kết quả", "ý kiến")
"""Units that a name begins with as often as it counts something else ("Số đơn vị")."""
_RESULTS = ("actual", "share", "total", "ratio", "unknown")


@dataclass(frozen=True, slots=True)
class Material:
    """Everything one check works on. ``claims`` are those of the checked document."""

    reading: Reading
    against: tuple[Reading, ...]
    lexicon: Lexicon
    units: Units
    claims: tuple[Claim, ...]
    others: dict[str, tuple[Claim, ...]]
    facts: tuple[Fact, ...]
    groups: dict[str, tuple[Fact, ...]]

    @property
    def cells(self) -> tuple[Fact, ...]:
        """The value cells of the checked document itself."""
        return tuple(fact for fact in self.facts if fact.home and fact.origin == "cell")

    @property
    def has_sources(self) -> bool:
        """Whether there is anything that figures of the prose could be compared with."""
        return any(fact.origin == "cell" or not fact.home for fact in self.facts)


def gather(reading: Reading, against: Sequence[Reading]) -> Material:
    """Read the figures of a document and the facts of what it is checked against."""
    readings = (reading, *against)
    lexicon = Lexicon(unit.text for one in readings for unit in one.units)
    units = Units(_named_units(readings))
    facts: list[Fact] = []
    for one in readings:
        facts += _cells(one, lexicon, units, home=one is reading)
        facts += _targets(one, lexicon, units, home=one is reading)
    prose = [lexicon.terms(p.text) for one in against for p in places(one) if p.origin == "prose"]
    lexicon.learn([*(fact.own | fact.subject_terms for fact in facts), *prose])
    lexicon.learn_subjects(fact.subject for fact in facts if fact.subject and fact.subject_terms)
    claims = _claims(reading, lexicon, units)
    others = {one.document.id: _claims(one, lexicon, units) for one in against}
    facts += _stated(claims, home=True)
    for one in against:
        facts += _stated(others[one.document.id], home=False)
    lexicon.learn(
        fact.own | fact.subject_terms for fact in facts if fact.origin != "note" and fact.own
    )
    facts = [replace(fact, number=number) for number, fact in enumerate(facts)]
    groups: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.group is not None and fact.origin == "cell":
            groups[fact.group].append(fact)
    return Material(
        reading=reading,
        against=tuple(against),
        lexicon=lexicon,
        units=units,
        claims=claims,
        others=others,
        facts=tuple(facts),
        groups={name: tuple(rows) for name, rows in groups.items()},
    )


def _claims(reading: Reading, lexicon: Lexicon, units: Units) -> tuple[Claim, ...]:
    """The claims of a document; those of a plan are plans, whatever their words."""
    found = claims_in(places(reading), lexicon, units)
    if reading.document.kind in PLANS:
        found = [
            replace(claim, role="plan")
            if claim.span.kind == "number" and claim.role in _RESULTS
            else claim
            for claim in found
        ]
    return tuple(found)


def _named_units(readings: Iterable[Reading]) -> tuple[str, ...]:
    named: dict[str, None] = {}
    for reading in readings:
        units = [one.unit for one in reading.indicators] + [one.unit for one in reading.targets]
        for unit in units:
            if unit and "=" not in unit and not any(char.isdigit() for char in unit):
                named.setdefault(unit.strip())
    return tuple(named)


def _decimal(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _cells(reading: Reading, lexicon: Lexicon, units: Units, *, home: bool) -> list[Fact]:
    groups = indicator_groups(reading)
    title = own_part(reading)
    facts = []
    for indicator in reading.indicators:
        coded = indicator.unit is not None and "=" in indicator.unit
        measure = None if coded else _measure(indicator, units)
        value = _decimal(indicator.value)
        if value is not None and measure is not None:
            value *= measure.scale
        parent = indicator.parent or ""
        subject = None if _sums(indicator.subject) else indicator.subject
        name = indicator.name
        if subject is None and indicator.headings and fold(name).strip(" .:") in _sum_keys():
            name = indicator.headings[-1]  # "Tổng số" of a table sums what its title names
        facts.append(
            Fact(
                number=0,
                label=_label(indicator),
                text=indicator.value_text or "",
                value=value,
                measure=measure,
                role=_cell_role(indicator, measure),
                period=_cell_period(indicator, reading.document.period),
                own=lexicon.terms(name),
                around=lexicon.terms(
                    " . ".join((parent, *indicator.headings, indicator.note or ""))
                ),
                key=lexicon.normal(f"{name} {subject or ''}"),
                headings=indicator.headings,
                source=_value_source(indicator),
                origin="cell",
                home=home,
                group=f"{groups[indicator.id]}:{indicator.role}:{_time(indicator, title)}",
                whole=indicator.parent is None,
                coded=coded,
                part_of_year=_part(indicator, title),
                subject=indicator.subject,
                subject_terms=lexicon.terms(subject or ""),
            )
        )
    return facts


def _measure(indicator: Indicator, units: Units) -> Measure | None:
    """The unit of a cell; that which a name counts goes before one named for the whole table.

    "Số dự án chậm tiến độ" in a table headed "Đơn vị tính: tỷ đồng" counts projects.
    """
    named = units.named(indicator.unit)
    shared = named is not None and named.group == "tiền" and indicator.subject is not None
    shared = shared and match_key(indicator.unit or "") not in match_key(indicator.name)
    if named is not None and not shared:
        return named
    counted = (_BARE if shared else _COUNTED).match(match_key(indicator.name))
    found = units.known(counted[1]) if counted else None
    if found is None or found.group in _VAGUE:
        return named
    return found


def _sums(subject: str | None) -> bool:
    """Whether a row sums up those of the units above it: it is what a text without unit states."""
    said = fold(subject or "").strip(" .:")
    return any(said == word or said.startswith(f"{word} ") for word in map(fold, _sum_words()))


@lru_cache(maxsize=1)
def _sum_keys() -> frozenset[str]:
    return frozenset(map(fold, _sum_words()))


@remembered()
def _sum_words() -> tuple[str, ...]:
    return tuple(load("indicators")["total_rows"])


def _label(indicator: Indicator) -> str:
    name = indicator.name.strip(" -+:")
    if indicator.subject:
        return f"{name} – {indicator.subject}"
    if indicator.parent and len(name) < 40:
        return f"{indicator.parent.strip(' :')} › {name}"
    return name


def _cell_role(indicator: Indicator, measure: Measure | None) -> FindingRole:
    if indicator.role in ("plan", "previous"):
        return indicator.role
    if measure is not None and measure.group == "%":
        return "share"
    return indicator.role


def _part(indicator: Indicator, title: str | None) -> str | None:
    """The part of the year of a cell: its column's, else that of the whole table."""
    if any(_WHOLE_YEAR.search(match_key(part.column or "")) for part in _facing(indicator)):
        return None
    return _column_part(indicator) or title


def _time(indicator: Indicator, title: str | None) -> str:
    """The time that a column holds: rows of one block are held against each other within it."""
    period = indicator.period
    years = f"{period.from_}-{period.to}" if period is not None else ""
    return f"{years}{_part(indicator, title) or ''}"


def _facing(indicator: Indicator) -> Iterable[Source]:
    for part in (indicator.source, *indicator.source.parts):
        if indicator.value_text and part.quote.strip() == indicator.value_text.strip():
            yield part


def _column_part(indicator: Indicator) -> str | None:
    """The part of the year in the title of the value's column."""
    return next((part_of_year(part.column or "") for part in _facing(indicator)), None)


def _cell_period(indicator: Indicator, whole: Period | None) -> Period | None:
    """A column of the year before that names no year holds that of the year before."""
    if indicator.role == "previous" and whole is not None and indicator.period in (None, whole):
        return year_before(whole)
    return indicator.period or whole


def _value_source(indicator: Indicator) -> Source:
    """The value's own cell, without the other cells of its row."""
    for part in (indicator.source, *indicator.source.parts):
        if indicator.value_text and part.quote.strip() == indicator.value_text.strip():
            return part.model_copy(update={"parts": _name_part(indicator, part)})
    return indicator.source


def _name_part(indicator: Indicator, value: Source) -> tuple[Source, ...]:
    parts = (indicator.source, *indicator.source.parts)
    return tuple(
        part.model_copy(update={"parts": ()})
        for part in parts
        if part.quote != value.quote and part.quote and part.quote in indicator.name
    )[:1]


def _targets(reading: Reading, lexicon: Lexicon, units: Units, *, home: bool) -> list[Fact]:
    facts = []
    for target in reading.targets:
        value = _decimal(target.value)
        measure = units.named(target.unit)
        if value is not None and measure is not None:
            value *= measure.scale
        facts.append(
            Fact(
                number=0,
                label=target.metric or target.text,
                text=_target_text(target),
                value=value,
                measure=measure,
                role="plan",
                period=target.horizon or reading.document.period,
                own=lexicon.terms(target.metric or target.text),
                around=lexicon.terms(" . ".join((target.text, *target.headings))),
                key=lexicon.normal(target.metric or target.text),
                headings=target.headings,
                source=target.source,
                origin="record",
                home=home,
                comparator=target.comparator,
            )
        )
    return facts


def _target_text(target: Target) -> str:
    value = _decimal(target.value)
    if value is None:
        return target.value or ""  # "3.000-5.000", or none at all
    number = plain(value).replace(".", ",")
    if target.unit == "%":
        return f"{number}%"
    return f"{number} {target.unit}" if target.unit else number


def _stated(claims: Sequence[Claim], *, home: bool) -> list[Fact]:
    """The figures of prose and notes as facts that other texts can be compared with."""
    facts = []
    for claim in claims:
        if claim.span.kind != "number" or claim.place.origin == "record":
            continue
        note = claim.place.origin == "note"
        facts.append(
            Fact(
                number=0,
                label=(claim.place.about if note else "") or claim.words[:90],
                text=claim.text,
                value=claim.value,
                measure=claim.measure,
                role=claim.role,
                period=claim.period,
                own=claim.own,
                around=claim.around,
                key=claim.key,
                headings=claim.place.headings,
                source=claim.source,
                origin="note" if note else "prose",
                home=home,
                group=claim.place.group,
                part_of_year=claim.part_of_year,
                of=claim.span.of,
                claim=claim,
            )
        )
    return facts
