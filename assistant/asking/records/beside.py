"""Targets set side by side: of two plans, of two years of one plan, or of whatever plans hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rapidfuzz import fuzz

from assistant.asking.composers.comparing import amount_text, told_missing, value_of, write_values
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import document_labels, period_text, shortened, target_value
from assistant.asking.page import Composed, Page
from assistant.asking.query import TopicWord
from assistant.asking.questions.topic import build_topic
from assistant.asking.records import wording
from assistant.asking.records.reading import Asked
from assistant.asking.records.selecting import rows_of
from assistant.asking.words import contains
from ingest.model import Document, Period, Target
from ingest.text.normal import fold

_ALIKE = 80
_ALIKE_ALONE = 65
_HELD_LESS = 15
_PAIR = 2
_AND = frozenset({"va", "voi", "cung", "hay", "hoac"})
_KINDS = frozenset({"new", "dropped", "kept", "raised", "lowered"})
_MOST_VALUES = 40


def write_beside(search: Search, asked: Asked) -> Composed | None:
    """The targets on the topic beside one another; ``None`` where none is on it."""
    chosen = _on_topic(search, asked)
    entries = _in_own_words(search, [entry for entry in chosen if _figure(entry) is not None])
    if len(entries) < _PAIR:
        return None
    documents = {entry.document.id: entry.document for entry in entries}
    horizons = _horizons(entries)
    if len(documents) == 1 and len(horizons) == _PAIR:
        first, last = horizons
        columns = (period_text(first), period_text(last))
        sides = [[one for one in entries if _when(one) == horizon] for horizon in horizons]
        return _table(sides, columns)
    labels = document_labels(search.documents)
    if len(documents) == _PAIR and not any(_in_turn(entries, key) for key in documents):
        sides = [[one for one in entries if one.document.id == key] for key in documents]
        if len(entries) == _PAIR and _of_one_unit(*entries) and _likeness(*entries) < _ALIKE_ALONE:
            return write_values([value_of(entry, labels) for entry in entries], sides=True)
        names = tuple(labels[key] for key in documents)
        return _table(sides, (names[0], names[1]))
    if len(entries) > _MOST_VALUES:
        return None
    values = [value_of(entry, labels) for entry in entries]
    composed = write_values(values)
    return composed and told_missing(composed, values, search.query.limits.years)


def _in_own_words(search: Search, entries: list[Entry]) -> list[Entry]:
    """The targets that say the topic as the question does, where they are of all that is meant.

    What is only said by words of like meaning may be another matter.
    """
    terms = [term.plain for term in search.topic.terms if not term.weak]
    own = [
        entry
        for entry in entries
        if isinstance(entry.record, Target)
        and all(
            contains(search.corpus.features(entry.record.text).plain, term) >= 0 for term in terms
        )
    ]
    last = {horizon.to for horizon in _horizons(own)}
    whole = {entry.document.id for entry in own} == {entry.document.id for entry in entries}
    return own if whole and last.issuperset(search.query.limits.years) else entries


def _of_one_unit(one: Entry, other: Entry) -> bool:
    """Whether two targets are of one unit: named apart, they still are so much apart."""
    records = [entry.record for entry in (one, other)]
    return len({record.unit for record in records if isinstance(record, Target)}) == 1


def _on_topic(search: Search, asked: Asked) -> list[Entry]:
    """The targets on the topic, or on each of the things that it lists ("A, B và C")."""
    rows = rows_of(search, asked, "targets")
    if rows is not None:
        return [*rows.entries]
    found: dict[int, Entry] = {}
    for words in _listed(search):
        topic = tuple(replace(word, place=place) for place, word in enumerate(words))
        query = replace(search.query, topic=topic)
        part = replace(search, query=query, topic=build_topic(query, search.corpus), _ranked={})
        own = rows_of(part, asked, "targets")
        if own is None:
            return []
        found.update({id(entry): entry for entry in own.entries})
    return [entry for entry in search.corpus.entries if id(entry) in found]


def _listed(search: Search) -> list[list[TopicWord]]:
    """The topic cut where the question lists things: at a comma or an "and" between its words."""
    typed, words = search.query.question, search.query.words
    parts: list[list[TopicWord]] = []
    last: TopicWord | None = None
    for entry in search.query.required:
        apart = last is None or not _AND.isdisjoint(words[last.place + 1 : entry.place])
        if last is not None and not apart and entry.word.start >= 0 <= last.word.start:
            end = last.word.start + len(last.word.shown)
            apart = "," in typed[end : entry.word.start]
        if apart:
            parts.append([])
        parts[-1].append(entry)
        last = entry
    return parts if len(parts) > 1 else []


def _in_turn(entries: Sequence[Entry], document_id: str) -> bool:
    """Whether a document sets targets for one year after another."""
    return len(_horizons([one for one in entries if one.document.id == document_id])) > 1


def write_pair(search: Search, asked: Asked, older: Document, newer: Document) -> Composed | None:
    """The targets of two plans beside one another, those of one plan alone too."""
    limits = replace(search.query.limits, years=(), period=None)
    sides = []
    for document in (older, newer):
        own = replace(
            search, query=replace(search.query, limits=limits), documents=(document,), _ranked={}
        )
        rows = rows_of(own, asked, "targets")
        sides.append([*rows.entries] if rows is not None else [])
    if not all(sides):
        return None
    labels = document_labels(search.documents)
    chosen = {*asked.changes} & _KINDS
    composed = _table(sides, (labels[older.id], labels[newer.id]), only=chosen)
    if composed.page.citations:
        return composed
    said = wording.NONE_CHANGED.format(older=labels[older.id], newer=labels[newer.id])
    return Composed(Page(), "refused", "records", said)


def write_years(search: Search, asked: Asked) -> Composed | None:
    """The targets of two named years beside one another, whichever plans set them.

    ``None`` where one of the years has no target on the topic.
    """
    sides = [_of_year(search, asked, year) for year in sorted(search.query.limits.years)]
    if len(sides) != _PAIR or not all(sides):
        return None
    spans = [{period_text(_when(entry)) for entry in side} for side in sides]
    if spans[0] == spans[1] or any(len(one) > 1 for one in spans):
        return None
    first, last = (next(iter(one)) for one in spans)
    composed = _table(sides, (first, last), only={*asked.changes} & _KINDS)
    return composed if composed.page.citations else None


def _of_year(search: Search, asked: Asked, year: int) -> list[Entry]:
    """The targets on the topic set for just this year, else for a span of years that has it."""
    limits = replace(search.query.limits, years=(year,), period=None)
    own = replace(search, query=replace(search.query, limits=limits), _ranked={})
    entries = [entry for entry in _on_topic(own, asked) if _figure(entry) is not None]
    exact = [entry for entry in entries if (when := _when(entry)) and when.from_ == when.to]
    ending = [entry for entry in entries if (when := _when(entry)) and when.to == year]
    return exact or ending or entries


def _table(
    sides: Sequence[Sequence[Entry]], columns: tuple[str, str], *, only: set[str] | None = None
) -> Composed:
    page = Page()
    page.raw(wording.BESIDE_HEAD.format(columns=" | ".join(columns)))
    page.raw("|---|---|---|---|---|")
    for before, after in _paired(*sides):
        if only and _change(before, after) not in only:
            continue
        _add_row(page, before, after)
    return Composed(page)


def _change(before: Entry | None, after: Entry | None) -> str:
    """What became of a target from one plan to the next."""
    if before is None or after is None:
        return "new" if before is None else "dropped"
    first, last = _figure(before), _figure(after)
    if first == last:
        return "kept"
    if first is None or last is None:
        return ""
    return "raised" if last > first else "lowered"


def _paired(
    before: Sequence[Entry], after: Sequence[Entry]
) -> list[tuple[Entry | None, Entry | None]]:
    """Each target with the one that names the same thing; those without one alone."""
    rated = sorted(
        (
            (-_likeness(one, other), place, index)
            for place, one in enumerate(before)
            for index, other in enumerate(after)
        ),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    least = _ALIKE_ALONE if len(before) == len(after) == 1 else _ALIKE
    for unlike, place, index in rated:
        if -unlike >= least and place not in partner and index not in taken:
            partner[place] = index
            taken.add(index)
    pairs: list[tuple[Entry | None, Entry | None]] = [
        (one, after[partner[place]] if place in partner else None)
        for place, one in enumerate(before)
    ]
    return pairs + [(None, other) for index, other in enumerate(after) if index not in taken]


def _likeness(one: Entry, other: Entry) -> float:
    left, right = one.record, other.record
    if not (isinstance(left, Target) and isinstance(right, Target)) or left.unit != right.unit:
        return 0.0
    names = [fold(record.metric or record.text) for record in (left, right)]
    same_section = len(set(left.section) & set(right.section)) / 10
    left_name, right_name = (_bare(name) for name in names)
    sorted_ratio: float = fuzz.token_sort_ratio(left_name, right_name)
    held: float = fuzz.token_set_ratio(left_name, right_name) - _HELD_LESS
    return max(sorted_ratio, held) + same_section


def _bare(name: str) -> str:
    """A metric without the words that any metric may begin with."""
    return re.sub(r"^(?:(?:ty|ti) le|muc do|muc|so|toi thieu|it nhat|chi so)\b", "", name).strip()


def _add_row(page: Page, before: Entry | None, after: Entry | None) -> None:
    named = after or before
    if named is None or not isinstance(named.record, Target):
        return
    cells = [_cell(entry) for entry in (before, after)]
    numbers = [_figure(entry) if entry is not None else None for entry in (before, after)]
    difference = wording.ABSENT
    if numbers[0] is not None and numbers[1] is not None:
        difference = amount_text(numbers[1] - numbers[0], named.record.unit or "")
    entries = [entry for entry in (before, after) if entry is not None]
    row = wording.BESIDE_ROW.format(
        name=shortened(named.record.metric or named.record.text, 160).replace("|", "/"),
        values=" | ".join(cells),
        difference=difference,
        marks=page.marks([entry.source for entry in entries]),
    )
    page.raw(row)
    for entry in entries:
        if isinstance(entry.record, Target):
            page.target_figure(entry.record, target_value(entry.record))


def _cell(entry: Entry | None) -> str:
    if entry is None or not isinstance(entry.record, Target):
        return wording.ABSENT
    shown = target_value(entry.record)
    return f"**{shown}**" if shown else wording.NOT_SAID


def _figure(entry: Entry) -> Decimal | None:
    record = entry.record
    if not isinstance(record, Target) or record.value is None or record.comparator == "rank":
        return None
    return Decimal(record.value)


def _when(entry: Entry) -> Period | None:
    record = entry.record
    horizon = record.horizon if isinstance(record, Target) else None
    return horizon or entry.document.period


def _horizons(entries: Sequence[Entry]) -> list[Period]:
    found = {period for entry in entries if (period := _when(entry)) is not None}
    return sorted(found, key=lambda period: (period.to, period.from_))
