"""What was done held against what was planned: the rows that fell short, or that reached it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from rapidfuzz import fuzz

from assistant.asking import texts
from assistant.asking.composers.comparing import amount_text
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.limiting import covers_years
from assistant.asking.finding.retrieval import Search, allowed, fitting, start_search
from assistant.asking.labels import (
    document_labels,
    indicator_name,
    indicator_value,
    shortened,
    target_value,
)
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.understanding import as_typed, understand
from assistant.asking.records import wording
from assistant.asking.records.judged import by_judgement
from assistant.asking.records.reckoning import number_of
from assistant.asking.records.selecting import without_idle
from assistant.asking.records.vocabulary import Found, Taking, phrases
from assistant.asking.words import contains, plain_phrase
from ingest.model import Document, Indicator, Period, Target
from ingest.text.normal import fold

_ALIKE, _ALIKE_NAMED = 84, 60
_MOST_ROWS, _WHOLE = 3, 0.99
_SAYS_MORE = 15


@dataclass(frozen=True, slots=True)
class _Held:
    """What was planned, what was done, and whether that is enough."""

    plan: Entry
    actual: Entry
    reached: bool


def by_attainment(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """The targets that fell short or were reached, where plan and result are both stored."""
    taking = Taking(as_typed(query.standalone))
    missed, met = taking.find("misses"), taking.find("meets")
    asks = taking.has("which") or taking.has("counts")
    all_held = not (missed or met) and taking.has("results") and taking.has("compares")
    if not (all_held or ((missed or met) and asks)) or "targets" not in _subjects(taking):
        return None
    for one in (*taking.find("compares"), *taking.find("results")) if all_held else ():
        taking.take(one)
    for one in (*missed, *met):
        taking.take(one)
    rest = understand(taking.rest, corpus=corpus, today=today, chosen=query.limits.chosen)
    rest = without_idle(rest, corpus)
    if rest.required and not all_held:
        return None
    search = start_search(replace(rest, intent=Intent.LIST), corpus)
    if (judged := by_judgement(search, [one.name for one in (*missed, *met)])) is not None:
        return judged
    page = Page()
    labels = document_labels(search.documents)
    for document in search.documents:
        held = [*_held(search, document)]
        if held:
            if all_held:
                _write_all(page, held, label=labels[document.id])
            else:
                _write(page, held, label=labels[document.id], short=bool(missed))
    return Composed(page) if page.lines else None


def by_target(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """Whether one named result has reached its target, where both are stored.

    ``None`` where the question asks for nothing of the kind, or one of the two is missing.
    """
    taking = Taking(as_typed(query.standalone))
    against = taking.find("held_against")
    for one in against:
        taking.take(one)
    asked = [*taking.find("short_by"), *_yet(taking, against)]
    for one in asked:
        taking.take(one)
    if not against or not asked or taking.has("which") or query.limits.alternatives:
        return None
    rest = understand(taking.rest, corpus=corpus, today=today, chosen=query.limits.chosen)
    rest = replace(without_idle(rest, corpus), intent=Intent.VALUE, accented=query.accented)
    search = start_search(rest, corpus)
    if search.topic.empty:
        return None
    page = Page()
    labels = document_labels(search.documents)
    for document in search.documents:
        held = [*_held(search, document, named=True)]
        if len(held) > _MOST_ROWS:
            return None
        if held:
            _write_all(page, held, label=labels[document.id])
    return Composed(page) if page.lines else None


def _yet(taking: Taking, against: Sequence[Found]) -> list[Found]:
    """What asks for yes or no: at the end of the question, or before a comma or another verb."""
    ends = {one.end for one in against}
    last = len(taking.words)
    return [
        one
        for one in taking.find("reached_yet")
        if one.start in ends or one.end == last or taking.typed[_end(taking, one) :][:1] == ","
    ]


def _end(taking: Taking, found: Found) -> int:
    word = taking.words[found.end - 1]
    return word.start + len(word.written)


def _subjects(taking: Taking) -> frozenset[str]:
    return frozenset(one.name for one in taking.find("subjects"))


def _held(search: Search, report: Document, *, named: bool = False) -> Iterator[_Held]:
    """The results of a report with their plan: of the same row, else of a plan of that year.

    ``named``: the question names the thing, so that its words choose among the targets too.
    """
    cells: dict[tuple[int | None, int | None], list[Entry]] = {}
    if search.topic.empty:
        entries = allowed(search, ("indicators",))
    else:
        entries = [
            found.entry for found in fitting(search, ("indicators",)) if found.focus >= _WHOLE
        ]
    for entry in entries:
        if entry.document.id == report.id and number_of(entry) is not None:
            cells.setdefault((entry.source.table, entry.source.row), []).append(entry)
    targets = [one for one in search.corpus.entries if _binds(search, one, report)]
    for row in cells.values():
        actual = next((one for one in row if _role(one) in ("actual", "unknown")), None)
        if actual is None:
            continue
        plan = next((one for one in row if _role(one) == "plan" and _same(one, actual)), None)
        plan = plan or _target_of(targets, actual)
        if plan is None and named:
            ids = {id(one) for one in targets}
            meant = [one for one in _meant(search) if id(one) in ids]
            plan = _target_of(meant, actual, least=_ALIKE_NAMED)
        if plan is not None:
            yield _Held(plan, actual, _reached(plan, actual))


def _role(entry: Entry) -> str:
    return entry.record.role if isinstance(entry.record, Indicator) else ""


def _same(one: Entry, other: Entry) -> bool:
    return _period(one) == _period(other)


def _period(entry: Entry) -> Period | None:
    record = entry.record
    own = record.period if isinstance(record, Indicator) else None
    return own or entry.document.period


def _binds(search: Search, entry: Entry, report: Document) -> bool:
    """Whether a target is of the body and the year that a report is about."""
    target, document = entry.record, entry.document
    if not isinstance(target, Target) or target.value is None or document.id == report.id:
        return False
    if fold(document.issuer or "") != fold(report.issuer or ""):
        return False
    if document.province != report.province or not covers_years(
        document.period, search.query.limits
    ):
        return False
    horizon = target.horizon or document.period
    return horizon is not None and horizon == report.period


def _meant(search: Search) -> list[Entry]:
    """The targets that the question names; a target is for more than the months of a result."""
    limits = replace(search.query.limits, window=None, parts=())
    own = replace(search, query=replace(search.query, limits=limits), _ranked={})
    return [found.entry for found in fitting(own, ("targets",)) if found.focus >= _WHOLE]


def _target_of(targets: Sequence[Entry], actual: Entry, *, least: int = _ALIKE) -> Entry | None:
    record = actual.record
    if not isinstance(record, Indicator):
        return None
    rated = [
        (_likeness(target.metric or target.text, record.name, within=least < _ALIKE), place)
        for place, entry in enumerate(targets)
        if isinstance(target := entry.record, Target)
        and (target.unit or "").startswith("%") is (record.unit or "").startswith("%")
    ]
    best, place = max(rated, default=(0.0, 0))
    return targets[place] if best >= least else None


def _likeness(one: str, other: str, *, within: bool) -> float:
    """How alike two names are; ``within`` where one may say more than the other."""
    names = (fold(one), fold(other))
    ratio: float = fuzz.token_sort_ratio(*names)
    return max(ratio, fuzz.token_set_ratio(*names) - _SAYS_MORE) if within else ratio


def _reached(plan: Entry, actual: Entry) -> bool:
    done, record = number_of(actual) or Decimal(0), plan.record
    if isinstance(record, Target):
        wanted, comparator = Decimal(record.value or "0"), record.comparator
    else:
        wanted = number_of(plan) or Decimal(0)
        comparator = "<=" if _fewer(actual) else ">="
    if comparator in ("<", "<="):
        return done <= wanted if comparator == "<=" else done < wanted
    return done > wanted if comparator == ">" else done >= wanted


def _beyond(one: _Held) -> Decimal:
    """By how much what was done is above what was planned."""
    record = one.plan.record
    planned = Decimal(record.value or 0) if isinstance(record, Target) else number_of(one.plan)
    return (number_of(one.actual) or Decimal(0)) - (planned or Decimal(0))


def _fewer(actual: Entry) -> bool:
    words = plain_phrase(actual.focus.text)
    wanted = phrases("fewer_is_better")
    return any(contains(words, plain_phrase(one)) >= 0 for one in wanted)


def _write(page: Page, held: Sequence[_Held], *, label: str, short: bool) -> None:
    chosen = [one for one in held if one.reached is not short]
    page.gap()
    sources = [entry.source for one in (chosen or held) for entry in (one.plan, one.actual)]
    if chosen:
        template = wording.FELL_SHORT if short else wording.REACHED
    else:
        template = wording.NONE_SHORT if short else wording.NONE_REACHED
    page.add(template.format(document=label, count=len(chosen or held)), sources, bullet="")
    for one in chosen:
        _add(page, one)


def _write_all(page: Page, held: Sequence[_Held], *, label: str) -> None:
    page.gap()
    sources = [entry.source for one in held for entry in (one.plan, one.actual)]
    page.add(wording.HELD.format(document=label, count=len(held)), sources, bullet="")
    for one in held:
        _add(page, one, mark=wording.REACHED_MARK if one.reached else wording.SHORT_MARK)


def _add(page: Page, one: _Held, *, mark: str = "") -> None:
    if not isinstance(one.actual.record, Indicator):
        return
    said = wording.AGAINST_PLAN.format(
        name=shortened(indicator_name(one.actual.record), 160),
        plan=_shown(one.plan),
        actual=_shown(one.actual),
    )
    difference = _beyond(one)
    if mark and difference:
        said = wording.BEYOND_PLAN.format(
            said=said,
            direction=texts.HIGHER if difference > 0 else texts.LOWER,
            difference=amount_text(abs(difference), one.actual.record.unit or ""),
        )
    if mark:
        said = wording.AGAINST_PLAN_MARKED.format(said=said, mark=mark)
    page.add(said, [one.plan.source, one.actual.source])
    page.indicator_figure(one.actual.record, _shown(one.actual))


def _shown(entry: Entry) -> str:
    record = entry.record
    if isinstance(record, Target):
        return target_value(record)
    return indicator_value(record) if isinstance(record, Indicator) else ""
