"""Lists and counts: every row that fits, grouped by document and section, with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.due import in_order, meant, years_met
from assistant.asking.finding.limiting import has_unit
from assistant.asking.finding.progress import status_cell
from assistant.asking.finding.retrieval import Search, entry_horizon
from assistant.asking.finding.section_rows import section_entries
from assistant.asking.finding.selection import Rows, select_rows
from assistant.asking.labels import (
    day,
    deadline_text,
    document_labels,
    entry_name,
    indicator_value,
    limits_text,
    shortened,
    target_value,
    tidy,
)
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query, Window
from ingest.model import Indicator, Period, Ref, Target, Task
from ingest.text.unit_keys import Issuer

_ROW, _SHORT_ROW, _LONG_LIST = 260, 150, 12
_WHOLE_ROW, _FEW_ROWS = 1500, 3


def compose_list(search: Search) -> Composed | None:
    """All rows asked for; for a count the number stands first."""
    if not _says_what(search):
        return None
    rows = select_rows(search)
    return write_rows(search, rows) if rows is not None else None


def write_rows(search: Search, rows: Rows) -> Composed:
    """The rows by document and section; for a count the number stands first."""
    page = Page()
    labels = document_labels(search.documents)
    groups = _by_document(rows.entries)
    if search.query.intent is Intent.COUNT:
        _add_totals(page, search, rows, groups, labels)
    for document_id, entries in groups.items():
        _add_document(page, search, rows, entries, labels[document_id])
    for document_id, entries in _by_document(rows.standing).items():
        page.gap()
        head = texts.STANDING_HEAD.format(count=len(entries))
        sources = [entry.source for entry in entries]
        page.add(f"**{labels[document_id]}** – {head}", sources, bullet="")
        _add_rows(search, page, entries)
    return Composed(page)


def compose_section_rows(search: Search) -> Composed | None:
    """All rows below the heading that a question names beside "nhiệm vụ" or "chỉ tiêu"."""
    subject = search.query.subject
    if subject is None or not section_entries(search, (subject,)):
        return None
    return compose_list(search)


def lists_section(query: Query, composed: Composed) -> bool:
    """Whether a page lists what one unit does of a section: no cell says both of its rows."""
    named = texts.LIMIT_SECTION.partition("{")[0] in composed.page.text
    return composed.status == "answered" and named and query.limits.unit is not None


def _says_what(search: Search) -> bool:
    query, limits = search.query, search.query.limits
    named = limits.unit or limits.window or limits.key or query.blanks or query.without_lead
    named = named or query.without_help or query.standing or query.state is not None
    return bool(named or not search.topic.empty or query.subject)


def _by_document(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.document.id, []).append(entry)
    return groups


def _limits(search: Search, rows: Rows, entries: Sequence[Entry]) -> str:
    query = _dated(search.query, entries)
    if rows.section:
        section = texts.LIMIT_SECTION.format(title=rows.section)
        return f"{section}{limits_text(query, topic=False)}{rows.said}"
    return f"{limits_text(query)}{rows.said}"


def _dated(query: Query, entries: Sequence[Entry]) -> Query:
    """The query with a window that named no year in the one year that the rows meet it in."""
    window = query.limits.window
    if window is None or not window.floating:
        return query
    tasks = [
        (entry.record, entry.document.period) for entry in entries if isinstance(entry.record, Task)
    ]
    met = years_met(tasks, window)
    if len(met) != 1:
        return query
    return replace(query, limits=replace(query.limits, window=met[0]))


def _add_totals(
    page: Page,
    search: Search,
    rows: Rows,
    groups: dict[str, list[Entry]],
    labels: dict[str, str],
) -> None:
    noun = texts.NOUNS[rows.kind]
    for document_id, entries in groups.items():
        said = texts.COUNT_IS.format(
            document=f"**{labels[document_id]}**",
            count=len(stored_rows(entries)),
            noun=noun,
            limits=_limits(search, rows, entries),
        )
        page.add(said, [entry.source for entry in entries])
    if len(groups) > 1:
        said = texts.COUNT_TOTAL.format(
            count=len(stored_rows(rows.entries)),
            noun=noun,
            limits=_limits(search, rows, rows.entries),
            documents=len(groups),
        )
        page.add(said, [entry.source for entry in rows.entries])


def _add_document(
    page: Page, search: Search, rows: Rows, entries: Sequence[Entry], label: str
) -> None:
    page.gap()
    head = texts.LIST_HEAD.format(
        document=label,
        count=len(stored_rows(entries)),
        noun=texts.NOUNS[rows.kind],
        limits=_limits(search, rows, entries),
    )
    page.add(head, [entry.source for entry in entries], bullet="")
    _add_rows(search, page, entries)


def _add_rows(search: Search, page: Page, entries: Sequence[Entry]) -> None:
    """Rows under their section titles; a single nameless section gets no title."""
    rows = stored_rows(entries)
    titles = [_section(row[0]) for row in rows]
    last = None
    for row, title in zip(rows, titles, strict=True):
        if title != last and len(set(titles)) > 1:
            sources = [
                other[0].source for other, own in zip(rows, titles, strict=True) if own == title
            ]
            shown = texts.GROUP.format(title=tidy(title or texts.WITHOUT_SECTION))
            page.raw(f"\n{shown} {page.marks(sources)}\n")
            last = title
        if len(row) > 1:
            _add_values(search, page, row)
        else:
            add_row(search, page, row[0], longest=_longest(len(rows)))
            if len(rows) <= _FEW_ROWS:
                add_steps(page, row[0])


def _longest(rows: int) -> int:
    """How much of each row is shown: few rows are shown whole."""
    if rows <= _FEW_ROWS:
        return _WHOLE_ROW
    return _ROW if rows <= _LONG_LIST else _SHORT_ROW


def add_steps(page: Page, entry: Entry) -> None:
    """The numbered steps of a task below it."""
    task = entry.record
    if isinstance(task, Task):
        for step in task.activities:
            text = shortened(step.text, _WHOLE_ROW)
            page.add(f"{step.key} {text}".strip(), [task.source.facing(step.text)], bullet="  - ")


def stored_rows(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Entries by row: a sentence with two figures is two targets but one thing listed."""
    rows: dict[tuple[object, ...], list[Entry]] = {}
    for number, entry in enumerate(entries):
        record = entry.record
        key: tuple[object, ...] = (number,)
        if isinstance(record, Target):
            key = (record.key, record.text, record.source)
        rows.setdefault(key, []).append(entry)
    return list(rows.values())


def _add_values(search: Search, page: Page, row: Sequence[Entry]) -> None:
    """One line for a target text with several figures."""
    targets = [entry.record for entry in row if isinstance(entry.record, Target)]
    first = targets[0]
    horizons = [entry_horizon(search, entry) for entry in row]
    several = len(set(horizons)) > 1
    values = [
        texts.ROW_VALUE.format(
            metric=shortened(target.metric or texts.METRIC, 120),
            value=target_value(target),
            when=f" ({horizon})" if several and horizon else "",
        )
        for target, horizon in zip(targets, horizons, strict=True)
        if target.value is not None
    ]
    when = f" ({horizons[0]})" if horizons[0] and not several else ""
    key = f"{first.key}. " if first.key else ""
    page.add(f"{key}{shortened(first.text)} – {'; '.join(values)}{when}", [first.source])
    for target in targets:
        page.target_figure(target, target_value(target))


def _section(entry: Entry) -> str:
    return " › ".join(entry.headings[-2:])


def add_row(search: Search, page: Page, entry: Entry, *, longest: int = _ROW) -> None:
    """One record as one line of a list."""
    record = entry.record
    if isinstance(record, Task):
        window = search.query.limits.window
        found = deadlines_text(record, window, entry.document.period)
        row = texts.TASK_ROW.format(
            key=f"{record.key}. " if record.key else "",
            text=shortened(record.text, longest),
            lead=texts.ROW_LEAD.format(units="; ".join(map(tidy, record.lead)))
            if record.lead
            else "",
            deadline=texts.ROW_DEADLINE.format(deadline=found) if found else "",
        )
        helps = Intent.COORDINATING in search.query.aspects or _only_helps(search, entry, record)
        if helps and record.coordinating:
            row += texts.ROW_COORDINATING.format(units="; ".join(map(tidy, record.coordinating)))
        if Intent.PRODUCT in search.query.aspects and record.products:
            row += texts.ROW_PRODUCT.format(products="; ".join(map(tidy, record.products)))
        status = status_cell(record)
        if status is not None:
            row += texts.ROW_STATUS.format(status=tidy(status.quote))
        page.add(row, [record.source, *filter(None, (status,))])
    elif isinstance(record, Target):
        shown = target_value(record)
        metric = f" – {shortened(record.metric, 120)}" if record.metric and shown else ""
        horizon = entry_horizon(search, entry)
        tail = f"{metric}: **{shown}**" if shown else ""
        when = f" ({horizon})" if horizon else ""
        key = f"{record.key}. " if record.key else ""
        page.add(f"{key}{shortened(record.text, longest)}{tail}{when}", [record.source])
        page.target_figure(record, shown)
    elif isinstance(record, Indicator):
        shown = indicator_value(record)
        name = entry_name(entry)
        said = (
            texts.INDICATOR_IS.format(name=name, value=shown)
            if shown
            else texts.BLANK_ROW.format(name=name)
        )
        page.add(said, [record.source])
        if shown:
            page.indicator_figure(record, shown)
    elif isinstance(record, Ref):
        page.add(ref_text(record), [record.source])


def _only_helps(search: Search, entry: Entry, task: Task) -> bool:
    """Whether a row is listed for a unit that does not lead it: the row must show who helps."""
    unit = search.query.limits.unit
    issuer = Issuer.of(entry.document)
    return unit is not None and not has_unit(task.lead, task.lead_units, unit, issuer)


def deadlines_text(task: Task, window: Window | None, period: Period | None) -> str:
    """The deadlines of a task as written, those within the window first and in bold."""
    shown = [deadline_text(deadline) for deadline in in_order(task, window, period)]
    first = len(meant(task, window, period)) if window is not None else 0
    if not 0 < first < len(shown):
        return "; ".join(shown)
    return texts.OTHER_DEADLINES.format(
        first=f"**{'; '.join(shown[:first])}**", others="; ".join(shown[first:])
    )


def ref_text(record: Ref) -> str:
    """A referred document: type, number, issuer, date, subject."""
    kind = f"{record.type} " if record.type else ""
    issuer = f" của {tidy(record.issuer)}" if record.issuer else ""
    written = day(record.date)
    dated = f" ngày {written}" if written else ""
    about = f": {shortened(record.about)}" if record.about else ""
    if not about and len(tidy(record.source.quote)) > len(record.number):
        about = f": «{shortened(record.source.quote)}»"
    return texts.REF_IS.format(
        type=kind, number=f"**{record.number}**", issuer=issuer, date=dated, about=about
    )
