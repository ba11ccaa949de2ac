"""How the rows of one plan differ from those of an earlier one of the same body."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from rapidfuzz import fuzz

from assistant.asking import texts
from assistant.asking.composers.listing import add_row
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.due import deadlines
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import period_text, shortened, tidy, type_name
from assistant.asking.page import Composed, Page
from assistant.asking.records import wording
from assistant.asking.records.beside import write_pair, write_years
from assistant.asking.records.reading import Asked, Subject
from assistant.asking.records.selecting import rows_of
from ingest.model import Document, Target, Task
from ingest.text.normal import fold
from ingest.text.unit_keys import Issuer, unit_slug

_SAME, _REWORDED = 86, 68
_PAIR = 2
_YEAR = re.compile(r"\b(?:nam )?20\d\d\b")
_Told = tuple[str, str]
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Pair:
    """One piece of work in both plans. ``alike`` is 100 where it reads the same."""

    before: Entry
    after: Entry
    alike: float


def write_changes(search: Search, asked: Asked, *, beside: bool) -> Composed | None:
    """What is new, dropped or changed; ``None`` where no two plans of one body are held.

    ``beside``: the targets of the plans are told too.
    """
    kind: Subject = asked.subjects[0]
    if (missing := _missing(search, kind)) is not None:
        return missing
    documents = two_plans(search, kind)
    if documents is None:
        return None
    older, newer = documents
    if kind == "targets":
        yearly = all(_when(one)[0] == _when(one)[1] for one in documents)
        if not yearly and len(search.query.limits.years) == _PAIR:
            return write_years(search, asked)
        return write_pair(search, asked, older, newer)
    rows = [_rows(search, asked, document) for document in (older, newer)]
    if not any(rows):
        return None
    composed = _written(search, asked, older, newer, rows, _pairs(*rows))
    targets = write_pair(search, asked, older, newer) if beside else None
    if targets is not None:
        composed.page.gap()
        composed.page.extend(targets.page)
    return composed


def _missing(search: Search, kind: Subject) -> Composed | None:
    """A refusal where one of the years named has no plan."""
    holding = {entry.document.id for entry in search.corpus.entries if entry.kind == kind}
    periods = [
        document.period
        for document in search.documents
        if document.id in holding and document.period is not None
    ]
    if not periods or all(
        any(period.from_ <= year <= period.to for period in periods)
        for year in search.query.limits.years
    ):
        return None
    held = ", ".join(dict.fromkeys(map(period_text, sorted(periods, key=lambda one: one.from_))))
    reason = texts.REFUSE_DOCUMENT.format(periods=held)
    return Composed(Page(), "refused", "records", reason)


def two_plans(search: Search, kind: Subject) -> tuple[Document, Document] | None:
    """The plans held against each other, the earlier one first."""
    holding = {entry.document.id for entry in search.corpus.entries if entry.kind == kind}
    groups: dict[tuple[str, str], list[Document]] = {}
    for document in search.documents:
        if document.id in holding and document.period is not None:
            key = (fold(document.issuer or ""), fold(document.province or ""))
            groups.setdefault(key, []).append(document)
    sets = [sorted(group, key=_when) for group in groups.values() if len(group) >= _PAIR]
    if len(sets) != 1:
        return None
    years = search.query.limits.years
    found = sets[0]
    named = [doc for doc in found if doc.period and doc.period.from_ in years]
    if len(named) == _PAIR and len(years) >= _PAIR:
        found = named
    elif len(named) == 1:
        place = found.index(named[0])
        found = found[max(0, place - 1) : place + 1] if place else found[:_PAIR]
    pair = found[-_PAIR:]
    return (pair[0], pair[1]) if _when(pair[0]) != _when(pair[1]) else None


def _when(document: Document) -> tuple[int, int]:
    period = document.period
    return (period.from_, period.to) if period is not None else (0, 0)


def _rows(search: Search, asked: Asked, document: Document) -> list[Entry]:
    limits = replace(search.query.limits, years=(), period=None)
    own = replace(
        search, query=replace(search.query, limits=limits), documents=(document,), _ranked={}
    )
    rows = rows_of(own, asked, "tasks")
    return [*rows.entries] if rows is not None else []


def _pairs(before: Sequence[Entry], after: Sequence[Entry]) -> list[_Pair]:
    """Each piece of work with the one that is most like it, the surest first."""
    rated = sorted(
        (
            (_alike(one, other), place, index)
            for (place, one), (index, other) in product(enumerate(before), enumerate(after))
        ),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    pairs: list[tuple[int, _Pair]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for alike, place, index in rated:
        if alike < _REWORDED:
            break
        if place not in taken[0] and index not in taken[1]:
            taken[0].add(place)
            taken[1].add(index)
            pairs.append((index, _Pair(before[place], after[index], alike)))
    return [pair for _, pair in sorted(pairs, key=lambda one: one[0])]


def _alike(one: Entry, other: Entry) -> float:
    left, right = (_bare(entry) for entry in (one, other))
    ratio: float = fuzz.token_sort_ratio(left, right)
    if _NUMBER.findall(left) != _NUMBER.findall(right):
        ratio = min(ratio, _SAME - 1)
    return ratio


def _bare(entry: Entry) -> str:
    record = entry.record
    text = record.text if isinstance(record, Task | Target) else ""
    return _YEAR.sub("", fold(tidy(text)))


def _written(
    search: Search,
    asked: Asked,
    older: Document,
    newer: Document,
    rows: Sequence[Sequence[Entry]],
    pairs: Sequence[_Pair],
) -> Composed:
    names = {"older": _short(older), "newer": _short(newer), "noun": texts.NOUNS["tasks"]}
    matched = {id(one) for pair in pairs for one in (pair.before, pair.after)}
    new = [entry for entry in rows[1] if id(entry) not in matched]
    dropped = [entry for entry in rows[0] if id(entry) not in matched]
    every = "all" in asked.changes or "figures" in asked.changes
    wanted = {"new", "dropped", "lead", "deadline", "coordinating"} if every else {*asked.changes}
    page = Page()
    shown = {"new": (new, wording.NEW), "dropped": (dropped, wording.DROPPED)}
    for name, (chosen, head) in shown.items():
        if name in wanted:
            none = wording.NONE_OF[name].format(**names)
            _add_rows(page, search, chosen, head.format(count=len(chosen), **names), none, rows)
    for name, differs in _PARTICULARS.items():
        changed = [pair for pair in pairs if name in wanted and differs(pair) is not None]
        if changed:
            _add_changes(page, changed, wording.CHANGED[name], names, differs)
        elif name in wanted and not every and name in wording.NONE_OF:
            sources = [entry.source for side in rows for entry in side]
            page.add(wording.NONE_OF[name].format(**names), sources, bullet="")
    reworded = [pair for pair in pairs if pair.alike < _SAME]
    if reworded and (every or wanted & {"new", "dropped"}):
        _add_changes(page, reworded, wording.REWORDED, names, _texts)
    kept = [
        pair.after
        for pair in pairs
        if pair.alike >= _SAME and all(differs(pair) is None for differs in _PARTICULARS.values())
    ]
    if "kept" in wanted:
        head = wording.KEPT.format(count=len(kept), **names)
        _add_rows(page, search, kept, head, wording.NONE_OF["kept"].format(**names), rows)
    return Composed(page)


def _short(document: Document) -> str:
    """Kind, number and period: both plans are of one body."""
    name = " ".join(filter(None, (type_name(document), document.number)))
    return f"{name} ({period_text(document.period)})"


def _add_rows(
    page: Page,
    search: Search,
    chosen: Sequence[Entry],
    head: str,
    none: str,
    rows: Sequence[Sequence[Entry]],
) -> None:
    """The chosen rows under their heading; where there are none, all that were held together."""
    page.gap()
    cited = chosen or [entry for side in rows for entry in side]
    page.add(head if chosen else none, [entry.source for entry in cited], bullet="")
    for row in chosen:
        add_row(search, page, row)


def _add_changes(
    page: Page,
    pairs: Sequence[_Pair],
    head: str,
    names: dict[str, str],
    differs: Callable[[_Pair], _Told | None],
) -> None:
    page.gap()
    sources = [entry.source for pair in pairs for entry in (pair.before, pair.after)]
    page.add(head.format(count=len(pairs), **names), sources, bullet="")
    for pair in pairs:
        told = differs(pair)
        record = pair.after.record
        if told is None or not isinstance(record, Task):
            continue
        key = f"{record.key}. " if record.key else ""
        text = "" if differs is _texts else f"{shortened(record.text, 160)}: "
        said = wording.FROM_TO.format(key=key, text=text, before=told[0], after=told[1])
        page.add(said, [pair.before.source, pair.after.source])


def _leads(pair: _Pair) -> _Told | None:
    return _units(pair, lambda task: task.lead)


def _helpers(pair: _Pair) -> _Told | None:
    return _units(pair, lambda task: task.coordinating)


def _units(pair: _Pair, of: Callable[[Task], Sequence[str]]) -> _Told | None:
    told: list[str] = []
    keys: list[frozenset[str]] = []
    for entry in (pair.before, pair.after):
        units = of(entry.record) if isinstance(entry.record, Task) else ()
        issuer = Issuer.of(entry.document)
        keys.append(frozenset(unit_slug(unit, issuer) for unit in units))
        told.append("; ".join(map(tidy, units)) or wording.NOT_SAID)
    return (told[0], told[1]) if keys[0] != keys[1] else None


def _days(pair: _Pair) -> _Told | None:
    told: list[str] = []
    keys: list[tuple[str, ...]] = []
    for entry in (pair.before, pair.after):
        task = entry.record
        own = [*deadlines(task)] if isinstance(task, Task) else []
        written = [tidy(one.text) for one in own]
        told.append("; ".join(filter(None, written)) or wording.NOT_SAID)
        keys.append(tuple(_shifted(text, entry.document) for text in written if text))
    return (told[0], told[1]) if keys[0] != keys[1] else None


def _shifted(text: str, document: Document) -> str:
    """A deadline with years counted from the plan's own, so that "Quý I" of each is the same."""
    first = document.period.from_ if document.period is not None else 0
    bare = re.sub(
        r"\b(?:trong |ca )?(?:nam )?20\d\d\b", lambda one: _offset(one, first), fold(text)
    )
    return re.sub(r"[^a-z0-9+-]+", " ", re.sub(r"\b(truoc|ngay)\b", "", bare)).strip()


def _offset(found: re.Match[str], first: int) -> str:
    away = int(found.group()[-4:]) - first
    return f"{away:+d}" if away else ""


def _texts(pair: _Pair) -> _Told | None:
    before, after = (
        f"«{shortened(entry.record.text, 160)}»" if isinstance(entry.record, Task) else ""
        for entry in (pair.before, pair.after)
    )
    return before, after


_PARTICULARS: dict[str, Callable[[_Pair], _Told | None]] = {
    "lead": _leads,
    "deadline": _days,
    "coordinating": _helpers,
}
