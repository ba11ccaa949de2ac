"""Rows counted or listed by unit, section, quarter or document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.asking import texts
from assistant.asking.composers.listing import add_row, stored_rows
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.due import deadlines
from assistant.asking.finding.retrieval import Search
from assistant.asking.finding.selection import Rows
from assistant.asking.labels import document_labels, limits_text, period_text, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.records import wording
from assistant.asking.records.reading import Asked
from assistant.asking.records.selecting import rows_of
from ingest.model import Source, Target, Task
from ingest.text.unit_keys import Issuer, unit_slug

_FEWEST, _MOST_TIED = 2, 6
_OF_UNITS = frozenset({"lead", "coordinating"})

_Groups = dict[str, tuple[str, list[Entry]]]


def write_groups(search: Search, asked: Asked, rows: Rows) -> Composed:
    """A table of counts where a number is asked for, else the rows under each group's name."""
    page = Page()
    labels = document_labels(search.documents)
    by = asked.role if asked.group == "lead" and asked.role != "any" else asked.group or "lead"
    for document in search.documents:
        own = [entry for entry in rows.entries if entry.document.id == document.id]
        if not own:
            continue
        page.gap()
        _add_head(page, search, rows, own, label=labels[document.id], by=by)
        groups = _groups(own, by)
        if asked.counts:
            _add_table(page, rows, groups, by)
        else:
            _add_lists(page, search, rows, groups)
        shared = sum(len(stored_rows(one)) for _, one in groups.values()) > len(stored_rows(own))
        if by in _OF_UNITS and shared:
            page.gap()
            page.add(wording.SHARED, [entry.source for entry in own], bullet="")
    return Composed(page)


def write_extreme(search: Search, asked: Asked, rows: Rows) -> Composed | None:
    """The units with most or fewest rows, above the table of all."""
    page = Page()
    labels = document_labels(search.documents)
    by = "coordinating" if asked.role == "coordinating" else "lead"
    for document in search.documents:
        own = [entry for entry in rows.entries if entry.document.id == document.id]
        groups = {key: group for key, group in _groups(own, by).items() if key}
        if len(groups) < _FEWEST:
            continue
        counts = [len(group) for _, group in groups.values()]
        best = max(counts) if asked.extreme == "most" else min(counts)
        first = [(name, group) for name, group in groups.values() if len(group) == best]
        page.gap()
        said = wording.MOST.format(
            document=labels[document.id],
            role=wording.ROLES[by],
            direction=texts.MOST if asked.extreme == "most" else texts.FEWEST,
            units="; ".join(name for name, _ in first[:_MOST_TIED]),
            count=best,
            limits=f"{limits_text(search.query)}{rows.said}",
        )
        page.add(said, [_source(one, name) for name, group in first for one in group], bullet="")
        _add_table(page, rows, groups, by)
    return Composed(page) if page.lines else None


def write_totals(search: Search, asked: Asked) -> Composed | None:
    """One line a document with the number of its tasks, of its targets, or of both."""
    labels = document_labels(search.documents)
    found = {kind: rows_of(search, asked, kind) for kind in asked.subjects}
    if all(rows is None or not rows.entries for rows in found.values()):
        return None
    columns = " | ".join(_capital(texts.NOUNS[kind]) for kind in found)
    page = Page()
    page.raw(wording.PER_DOCUMENT_HEAD.format(columns=columns))
    page.raw(f"|---|{'---|' * len(found)}---|")
    everything: list[list[Entry]] = [[] for _ in found]
    for document in search.documents:
        own = [
            [one for one in rows.entries if one.document.id == document.id] if rows else []
            for rows in found.values()
        ]
        first = next(one for one in search.corpus.entries if one.document.id == document.id)
        _add_counts(page, own, document=labels[document.id], beside=first)
        for total, part in zip(everything, own, strict=True):
            total.extend(part)
    if len(search.documents) > 1:
        _add_counts(page, everything, document=None, beside=None)
    return Composed(page)


def _add_counts(
    page: Page, kinds: Sequence[Sequence[Entry]], *, document: str | None, beside: Entry | None
) -> None:
    """One line of counts; that of a document without any row cites what stands ``beside``."""
    template = wording.PER_DOCUMENT_TOTAL if document is None else wording.PER_DOCUMENT_ROW
    counts = " | ".join(f"**{len(stored_rows(entries))}**" for entries in kinds)
    sources = [entry.source for entries in kinds for entry in entries]
    sources = sources or [entry.source for entry in (beside,) if entry is not None]
    page.raw(template.format(document=document, counts=counts, marks=page.marks(sources)))


def _add_head(
    page: Page, search: Search, rows: Rows, own: Sequence[Entry], *, label: str, by: str
) -> None:
    said = wording.GROUP_HEAD.format(
        document=label,
        count=len(stored_rows(own)),
        noun=texts.NOUNS[rows.kind],
        limits=f"{limits_text(search.query)}{rows.said}",
        by=wording.GROUPED_BY[by],
    )
    page.add(said, [entry.source for entry in own], bullet="")


def _add_table(page: Page, rows: Rows, groups: _Groups, by: str) -> None:
    page.gap()
    noun = texts.NOUNS[rows.kind]
    page.raw(wording.GROUP_TABLE.format(column=wording.GROUP_COLUMN[by], noun=noun))
    page.raw(wording.GROUP_RULE)
    ordered = [*groups.items()]
    if by in _OF_UNITS:
        ordered.sort(key=lambda one: (not one[0], -len(stored_rows(one[1][1]))))
    for key, (name, entries) in ordered:
        cited = [_source(entry, name) if key and by in _OF_UNITS else entry.source
                 for entry in entries]  # fmt: skip
        row = wording.GROUP_ROW.format(
            name=name.replace("|", "/"), count=len(stored_rows(entries)), marks=page.marks(cited)
        )
        page.raw(row)


def _add_lists(page: Page, search: Search, rows: Rows, groups: _Groups) -> None:
    for name, entries in groups.values():
        page.gap()
        title = wording.GROUP_TITLE.format(
            name=name, count=len(stored_rows(entries)), noun=texts.NOUNS[rows.kind]
        )
        page.raw(f"{title} {page.marks([entry.source for entry in entries])}\n")
        for entry in entries:
            add_row(search, page, entry)


def _groups(entries: Sequence[Entry], by: str) -> _Groups:
    """The rows by the key of their group; rows without one stand last, under the empty key."""
    groups: _Groups = {}
    for entry in entries:
        for key, name in dict(_keys(entry, by)).items():
            groups.setdefault(key, (name, []))[1].append(entry)
    if by == "quarter":
        groups = dict(sorted(groups.items(), key=lambda one: one[0] or "~"))
    if "" in groups:
        groups[""] = groups.pop("")
    return groups


def _keys(entry: Entry, by: str) -> Iterator[tuple[str, str]]:
    record = entry.record
    if by == "section":
        title = " › ".join(map(tidy, entry.headings[:1]))
        yield (title, title) if title else ("", texts.WITHOUT_SECTION)
    elif by == "horizon" and isinstance(record, Target):
        name = period_text(record.horizon or entry.document.period)
        yield (name, name) if name else ("", texts.NO_PERIOD)
    elif by == "quarter" and isinstance(record, Task):
        days = [date.fromisoformat(one.to) for one in deadlines(record) if one.to]
        for day in days:
            quarter = (day.month + 2) // 3
            name = wording.QUARTER.format(
                quarter="I" * quarter if quarter < 4 else "IV", year=day.year
            )
            yield f"{day.year}-{quarter}", name
        if not days:
            yield "", wording.NO_DAY
    elif isinstance(record, Task | Target):
        units = record.coordinating if by == "coordinating" else record.lead
        issuer = Issuer.of(entry.document)
        for unit in units:
            yield unit_slug(unit, issuer), tidy(unit)
        if not units:
            yield "", wording.NOT_WRITTEN


def _source(entry: Entry, name: str) -> Source:
    return entry.source.facing(name)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
