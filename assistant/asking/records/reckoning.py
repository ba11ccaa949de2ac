"""Arithmetic over rows of figures that a question names: the sum of several, the share of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation

from assistant.asking.composers.figures_told import add_value
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.matching import Match, match
from assistant.asking.finding.retrieval import Search, fitting, start_search
from assistant.asking.labels import document_labels, indicator_value, number_text, with_unit
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.understanding import as_typed, understand
from assistant.asking.records import wording
from assistant.asking.records.operands import share_of, sum_of
from assistant.asking.records.same_column import in_one_column
from assistant.asking.records.vocabulary import Taking
from assistant.asking.told.asked import wanted
from assistant.asking.words import contains
from ingest.model import Document, Indicator
from ingest.text.normal import fold
from ingest.text.numbers import plain

_PAIR, _MONTHS = 2, 12
_OF_WHICH = ("trong", "do")
_ROLES = ("actual", "unknown", "total", "previous", "plan")
_NEAR, _FAR, _RIVALS = 0.1, 10_000, 3
_NUMBERS = ("số ", "tổng ")
_PLACES = Decimal("0.01")
_LONGER_NAME = 8
_PERCENT = re.compile(r"(?<=nhiêu|nhieu)\s*%|(?<=mấy)\s*%")


def by_reckoning(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """The sum or the share, where each thing named is one row of figures of one document.

    A share of what several rows may be is given for each of them.
    """
    taking = Taking(_PERCENT.sub(" phần trăm", as_typed(query.standalone)))
    for read, write in ((share_of, _write_share), (sum_of, _write_sum)):
        operands = _added(taking, corpus) if read is sum_of else read(taking)
        apart = read is sum_of and query.intent is Intent.COMPARE
        if len(operands) < _PAIR or apart:
            continue  # "chênh nhau bao nhiêu" adds nothing up
        searches = [_search(text, query, corpus, today) for text in operands]
        page = Page()
        labels = document_labels(corpus.documents)
        for document in searches[0].documents:
            if read is sum_of and _is_added(searches, document):
                return None
            rows = _rows(searches, document, together=read is sum_of)
            if read is sum_of:
                rows = in_one_column(rows, corpus, query.words)
            sets = _wholes(searches, rows, document) if read is share_of else [rows]
            for found in sets:
                distinct = {(row.source.table, row.source.row) for row in found}
                if found and len(distinct) == len(found):
                    page.gap()
                    write(page, searches[0], found, labels[document.id])
        if page.lines:
            return Composed(page)
        if read is sum_of and operands[0].casefold().startswith(_NUMBERS):
            reason = wording.NOTHING_TO_ADD.format(named="», «".join(operands))
            return Composed(page, "refused", "records", reason)
    return None


def _added(taking: Taking, corpus: Corpus) -> list[str]:
    """What a question adds up, by its whole wording or by the words between.

    Of a whole and a part of it ("tổng số ..., trong đó ...") nothing is added up.
    """
    if contains(tuple(taking.plain), _OF_WHICH) >= 0:
        return []
    asked = wanted(taking.typed, corpus)
    named = asked is not None and asked.kind == "sum" and len(asked.things) >= _PAIR
    return [*asked.things] if asked is not None and named else sum_of(taking)


def _is_added(searches: Sequence[Search], document: Document) -> bool:
    """Whether one row of a document is the total of all that is named: it needs no adding."""
    corpus = searches[0].corpus
    totals = (
        entry
        for entry in corpus.entries
        if entry.document.id == document.id
        and entry.kind == "indicators"
        and corpus.lexicon.totals.at(corpus.words(entry.focus.text), 0)[0]
    )
    return any(
        all(
            not search.topic.empty
            and match(entry, search.topic, accented=search.query.accented).fits
            for search in searches
        )
        for entry in totals
    )


def _wholes(
    searches: Sequence[Search], rows: Sequence[Entry], document: Document
) -> list[list[Entry]]:
    """The part with each row that may be its whole, the likeliest one first."""
    if len(rows) != _PAIR:
        return []
    part, whole = rows
    others = [
        row
        for row in _choices(searches[1], document, spare=1)
        if row is not whole and _number(row) not in (_number(whole), _number(part), None)
    ]
    taken = (part.source.table, part.source.row)
    rivals = [row for row in others if (row.source.table, row.source.row) != taken]
    larger = [row for row in rivals if (_number(row) or 0) > (_number(part) or 0)]
    larger.sort(key=lambda row: _apart(row, part))
    return [[part, one] for one in (whole, *larger[: _RIVALS - 1])]


def _search(text: str, query: Query, corpus: Corpus, today: date) -> Search:
    own = understand(text, corpus=corpus, today=today, chosen=query.limits.chosen)
    limits = replace(
        query.limits, unit=None, partner=None, window=own.limits.window, key=None, alternatives=()
    )
    return start_search(replace(own, limits=limits, accented=query.accented), corpus)


def _rows(searches: Sequence[Search], document: Document, *, together: bool = False) -> list[Entry]:
    """One row of figures for every thing named, in a document; none where several rival.

    Of rows that fit as well the one next to the row already found is meant; ``together``: things
    that only one heading of the table has side by side are meant there, whatever else is named so.
    """
    choices = [_choices(search, document) for search in searches]
    if not all(choices):
        return []
    if together:
        choices = _under_one_heading(searches, document, choices) or choices
    found: dict[int, Entry] = {}
    for place, rows in sorted(enumerate(choices), key=lambda one: len(one[1])):
        own = _nearest(rows, [*found.values()]) if found else rows
        if len({_number(row) for row in own}) > 1:
            return []
        found[place] = own[0]
    return [found[place] for place in range(len(choices))]


def _under_one_heading(
    searches: Sequence[Search], document: Document, choices: Sequence[list[Entry]]
) -> list[list[Entry]]:
    if set.intersection(*(set(map(_heading, rows)) for rows in choices)) - {""}:
        return []
    wide = [_choices(search, document, spare=_LONGER_NAME) for search in searches]
    shared = set.intersection(*(set(map(_heading, rows)) for rows in wide)) - {""}
    if len(shared) != 1:
        return []
    under = [[row for row in rows if _heading(row) in shared] for rows in wide]
    shortest = [min(len(row.focus.plain) for row in rows) for rows in under]
    return [
        [row for row in rows if len(row.focus.plain) == least]
        for rows, least in zip(under, shortest, strict=True)
    ]


def _heading(row: Entry) -> str:
    record = row.record
    return (record.parent or "") if isinstance(record, Indicator) else ""


def _nearest(rows: Sequence[Entry], found: Sequence[Entry]) -> list[Entry]:
    near = min(_apart(row, other) for row in rows for other in found)
    return [row for row in rows if any(_apart(row, other) == near for other in found)]


def _apart(one: Entry, other: Entry) -> int:
    """How far two rows are from one another; never 0, one row is not held against itself."""
    if one.source.table != other.source.table or one.source.row == other.source.row:
        return _FAR
    return abs((one.source.row or 0) - (other.source.row or 0))


def _choices(search: Search, document: Document, *, spare: int = 0) -> list[Entry]:
    """The rows of figures that a text may name in a document, the shortest names only."""
    if search.topic.empty:
        return []
    matches = [
        found
        for found in fitting(search, ("indicators",), wide=True)
        if found.entry.document.id == document.id
        and number_of(found.entry) is not None
        and _holds_all(search, found)
    ]
    if not matches:
        return []
    matches = _of_year(search, matches)
    whole = max(found.coverage for found in matches)
    matches = _of_role([found for found in matches if found.coverage >= whole - _NEAR])
    headed = [found for found in matches if _begins_alike(search, found)]
    matches = headed or matches
    own = [spare_words(search, found) for found in matches]
    return [
        found.entry for found, more in zip(matches, own, strict=True) if more <= min(own) + spare
    ]


def _number(entry: Entry) -> Decimal | None:
    """The figure of a row that may be added: no share, no code."""
    record = entry.record
    unit = (record.unit or "") if isinstance(record, Indicator) else ""
    return None if unit.startswith("%") or "=" in unit else number_of(entry)


def _holds_all(search: Search, found: Match) -> bool:
    """Whether a row or its heading has a word of everything that is asked for."""
    told = found.entry.body.words | found.entry.context.words
    named = [(one.words, *one.others) for one in search.topic.terms if not one.weak]
    return all(
        any(word.plain in told for phrase in phrases for word in phrase) for phrases in named
    )


def _begins_alike(search: Search, found: Match) -> bool:
    """Whether the thing that a row counts is the one that the text begins with."""
    lexicon = search.corpus.lexicon
    words = search.corpus.words(found.entry.focus.text)
    place = 0
    while place < len(words):
        length = max(lexicon.quantity.at(words, place)[0], lexicon.totals.at(words, place)[0])
        if not length:
            break
        place += length
    first = search.topic.terms[0].plain
    return tuple(word.plain for word in words[place : place + len(first)]) == first


def _of_year(search: Search, matches: Sequence[Match]) -> list[Match]:
    """The months or quarters that are named, else what is for the whole year."""
    parts = set(search.query.limits.parts)
    if parts:
        own = [found for found in matches if not found.entry.parts.isdisjoint(parts)]
    else:
        own = [found for found in matches if is_for_year(found.entry)]
    return own or [*matches]


def is_for_year(entry: Entry) -> bool:
    """Whether a figure is for no part of the year alone."""
    return entry.parts <= {(1, _MONTHS)}


def _of_role(matches: Sequence[Match]) -> list[Match]:
    """What was done before what was planned, and this year's figures before the last's."""
    for role in _ROLES:
        own = [
            found
            for found in matches
            if isinstance(found.entry.record, Indicator) and found.entry.record.role == role
        ]
        if own:
            return own
    return [*matches]


def spare_words(search: Search, found: Match) -> int:
    """How far a row's own name is from what is asked: words only one of the two has.

    What stands in brackets is no part of the name. A word of the question counts less where the
    heading above the row has it.
    """
    lexicon, asked = search.corpus.lexicon, search.topic.words
    words = search.corpus.words(found.entry.focus.text.split("(")[0])
    own, above = {word.plain for word in words}, found.entry.context.words
    missing = sum(
        (1 if word in above else 2)
        for term in search.topic.terms
        for word in term.plain
        if word not in own
    )
    spare = sum(
        word.plain not in asked
        and not lexicon.weak.at([word], 0)[0]
        and not lexicon.function.at([word], 0)[0]
        for word in words
    )
    return missing + spare


def number_of(entry: Entry) -> Decimal | None:
    """The figure of an indicator."""
    record = entry.record
    if not isinstance(record, Indicator) or record.value is None or "=" in (record.unit or ""):
        return None
    try:
        return Decimal(record.value)
    except InvalidOperation:
        return None


def _write_share(page: Page, search: Search, rows: Sequence[Entry], label: str) -> None:
    part, whole = (_number(row) or Decimal(0) for row in rows[:_PAIR])
    if not whole or part > whole:
        return
    share = (100 * part / whole).quantize(_PLACES)
    shown = f"{number_text(plain(share))}%"
    said = wording.SHARE_IS.format(
        document=label,
        part=number_text(plain(part)),
        whole=number_text(plain(whole)),
        share=shown,
    )
    page.add(said, [row.source for row in rows], bullet="")
    _add_rows(page, search, rows, label, value=plain(share), shown=shown)


def _write_sum(page: Page, search: Search, rows: Sequence[Entry], label: str) -> None:
    units = {fold(record.unit or "") for row in rows if isinstance(record := row.record, Indicator)}
    if len(units) != 1:
        return
    numbers = [number for row in rows if (number := _number(row)) is not None]
    if len(numbers) != len(rows):
        return  # shares of different wholes do not add up
    unit = rows[0].record.unit if isinstance(rows[0].record, Indicator) else None
    total = sum(numbers, Decimal(0))
    shown = with_unit(number_text(plain(total)), unit)
    terms = " + ".join(number_text(plain(number)) for number in numbers)
    said = wording.SUM_IS.format(document=label, terms=terms, total=shown)
    page.add(said, [row.source for row in rows], bullet="")
    _add_rows(page, search, rows, label, value=plain(total), shown=shown)


def _add_rows(
    page: Page, search: Search, rows: Sequence[Entry], label: str, *, value: str, shown: str
) -> None:
    records = [row.record for row in rows if isinstance(row.record, Indicator)]
    formula = "; ".join(indicator_value(record) for record in records)
    page.derived_figure(records, value=value, shown=shown, formula=f"{formula} → {shown}")
    for row in rows:
        add_value(search, page, row, label=label)
