"""How a row of figures changed from one year to another, reckoned from its two cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assistant.asking import texts
from assistant.asking.composers.comparing import amount_text
from assistant.asking.composers.figures_told import add_value
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.retrieval import Search, fitting, start_search
from assistant.asking.labels import document_labels, indicator_name, number_text
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.understanding import as_typed, understand
from assistant.asking.records import wording
from assistant.asking.records.reckoning import number_of, spare_words
from assistant.asking.records.same_column import of_named_subject
from assistant.asking.records.vocabulary import Found, Taking
from ingest.model import Indicator
from ingest.text.numbers import plain

_PAIR, _NEAR, _SHOWN = 2, 0.1, 3
_BETWEEN = frozenset({"so", "voi", "cua", "nam", "cung", "ky", "la"})
_PLACES = Decimal("0.01")


def by_growth(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """The change of the rows that the question names best, where both years have a figure."""
    taking = Taking(as_typed(query.standalone))
    grows = [*taking.find("grows"), *_than_year(taking)]
    sides = (query.limits, *query.limits.alternatives)
    years = sorted({year for side in sides for year in side.years})
    if not grows or len(years) != _PAIR or query.subject == "tasks":
        return None
    for one in grows:
        taking.take(one)
    own = understand(taking.rest, corpus=corpus, today=today, chosen=query.limits.chosen)
    limits = replace(
        query.limits,
        years=tuple(years),
        alternatives=(),
        places=tuple(dict.fromkeys(place for side in sides for place in side.places)),
        issuers=tuple(dict.fromkeys(issuer for side in sides for issuer in side.issuers)),
        numbers=tuple(dict.fromkeys(number for side in sides for number in side.numbers)),
    )
    own = replace(own, limits=limits, intent=Intent.VALUE, accented=query.accented)
    search = start_search(own, corpus)
    if search.topic.empty:
        return None
    page = Page()
    labels = document_labels(search.documents)
    pairs, told = _best(search, years)
    for earlier, later in pairs:
        _write(page, search, earlier, later, label=labels[later.document.id])
    if page.lines:
        return Composed(page)
    missing = [year for year in years if year not in told]
    if not told or not missing:
        return None
    said = texts.COMPARE_MISSING.format(years=", ".join(map(str, missing)))
    page.raw(f"{said}\n")
    for entry in told[next(year for year in years if year in told)][:_SHOWN]:
        add_value(search, page, entry, label=labels[entry.document.id])
    return Composed(page, "refused", "records", said)


def _than_year(taking: Taking) -> list[Found]:
    """The words of "nhiều hơn năm 2031 bao nhiêu" without the year between them."""
    plain = taking.plain
    for more in taking.find("more_than"):
        for count in taking.find("counts"):
            between = [word for word in plain[more.end : count.start] if not word.isdigit()]
            if more.end < count.start and set(between) <= _BETWEEN:
                return [more, count]
    return []


def _best(
    search: Search, years: Sequence[int]
) -> tuple[list[tuple[Entry, Entry]], dict[int, list[Entry]]]:
    """The two cells of the rows whose names say least beside what is asked, by document.

    Beside them the cells of the best rows by year, whether or not they have both.
    """
    matches = [
        found
        for found in fitting(search, ("indicators",), wide=True)
        if number_of(found.entry) is not None and _is_done(found.entry)
    ]
    matches = of_named_subject(search.query.words, matches)
    if not matches:
        return [], {}
    whole = max(found.coverage for found in matches)
    rows: dict[tuple[str, int | None, int | None], dict[int, Entry]] = {}
    spare: dict[tuple[str, int | None, int | None], int] = {}
    for found in matches:
        entry = found.entry
        record = entry.record
        if found.coverage < whole - _NEAR or not isinstance(record, Indicator):
            continue
        period = record.period or entry.document.period
        if period is None or period.from_ != period.to:
            continue
        key = (entry.document.id, entry.source.table, entry.source.row)
        rows.setdefault(key, {}).setdefault(period.to, entry)
        spare[key] = spare_words(search, found)
    told = {key: row for key, row in rows.items() if all(year in row for year in years)}
    pairs = []
    for document in search.documents:
        own = [key for key in told if key[0] == document.id]
        least = min((spare[key] for key in own), default=0)
        pairs += [(told[key][years[0]], told[key][years[1]]) for key in own if spare[key] == least]
    least = min(spare.values(), default=0)
    by_year: dict[int, list[Entry]] = {}
    for key, row in rows.items():
        for year, entry in row.items() if spare[key] == least else ():
            by_year.setdefault(year, []).append(entry)
    return pairs, by_year


def _is_done(entry: Entry) -> bool:
    return isinstance(entry.record, Indicator) and entry.record.role != "plan"


def _write(page: Page, search: Search, earlier: Entry, later: Entry, *, label: str) -> None:
    record, before = later.record, earlier.record
    first, last = number_of(earlier), number_of(later)
    if not isinstance(record, Indicator) or not isinstance(before, Indicator):
        return
    if first is None or last is None:
        return
    difference = last - first
    shown = amount_text(abs(difference), record.unit or "")
    share = ""
    if first and not (record.unit or "").startswith("%"):
        grown = abs(100 * difference / first).quantize(_PLACES)
        share = wording.GROWN_SHARE.format(share=number_text(plain(grown)))
    template = wording.GROWN if difference else wording.GROWN_SAME
    said = template.format(
        document=label,
        name=indicator_name(record),
        later_year=_year(later),
        earlier_year=_year(earlier),
        direction=wording.MORE if difference > 0 else wording.LESS,
        difference=shown,
        share=share,
    )
    page.gap()
    page.add(said, [earlier.source, later.source], bullet="")
    page.derived_figure([before, record], value=plain(difference), shown=shown, formula=said)
    for entry in (earlier, later):
        add_value(search, page, entry, label=label)


def _year(entry: Entry) -> str:
    record = entry.record
    period = record.period if isinstance(record, Indicator) else None
    period = period or entry.document.period
    return f"năm {period.to}" if period is not None else ""
