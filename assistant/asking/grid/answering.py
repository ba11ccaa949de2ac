"""Answers questions from tables: row × column × what is done with the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.aspects import by_aspects, clauses_of
from assistant.asking.grid.between_rows import by_rows
from assistant.asking.grid.choosing import (
    add_bounded,
    add_extreme,
    add_marked,
    add_rows,
    counts_rows,
    listed_columns,
)
from assistant.asking.grid.chosen import by_conditions
from assistant.asking.grid.filters import Filter
from assistant.asking.grid.fitting import adds_up, fits_intent, may_be_paid, measured, names_unit
from assistant.asking.grid.lines import (
    Spot,
    add_cell,
    add_difference,
    add_row,
    add_sum,
    of_one_unit,
    row_name,
)
from assistant.asking.grid.matrix import by_matrix
from assistant.asking.grid.naming import tells_of
from assistant.asking.grid.over_parts import over_parts
from assistant.asking.grid.pairing import by_pairs
from assistant.asking.grid.preferring import (
    FREE,
    is_asked_for,
    is_beside,
    is_narrower,
    is_of_another_measure,
    is_titled,
    is_wider,
    is_without_figures,
    is_worked_out,
    of_start,
    outermost,
    works_out,
)
from assistant.asking.grid.question import asked
from assistant.asking.grid.reading import Meant, best_of
from assistant.asking.grid.shape import Grid, Row, pieces
from assistant.asking.grid.ticks import by_ticks
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.text.normal import match_key

_BY_WHEN = re.compile(
    r"\b(?:báo cáo|gửi|nộp|trình|hoàn thành|ban hành|tổng hợp)\b.*"
    r"\b(?:trước|chậm nhất|muộn nhất) (?:là )?(?:vào )?(?:ngày|khi) (?:bao nhiêu|nào|mấy)\b"
)
_MOST_TABLES = 4
_MOST_CELLS = 6
_OF_ROWS = frozenset({Intent.LIST, Intent.LEAD, Intent.COORDINATING, Intent.PRODUCT})
_OF_WORK = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.PRODUCT, Intent.DEADLINE})
_NO_CELLS = frozenset(
    {Intent.BASIS, Intent.SUMMARY, Intent.DEFINITION, Intent.FACT, Intent.GREETING}
)


def by_tables(query: Query, corpus: Corpus, composed: Composed) -> Composed | None:
    """What the tables answer where ``composed`` refuses; ``None`` to keep ``composed``."""
    tabled = _by_tables(query, corpus, composed)
    if tabled is not None and _of_any_work(query, tabled):
        return None
    return replace(tabled, by_cells=True) if tabled is not None else None


def _of_any_work(query: Query, tabled: Composed) -> bool:
    """Whether "by when" is asked of one work and several rows of one body are listed for it."""
    rows = [line for line in tabled.page.lines if line.startswith("- ")]
    return len(rows) > 1 and _BY_WHEN.search(match_key(query.standalone)) is not None


def _by_tables(query: Query, corpus: Corpus, composed: Composed) -> Composed | None:
    if query.limits.ref_numbers or query.intent in _NO_CELLS:
        return None
    if query.says and composed.status == "answered":
        return None
    given = query.intent is Intent.REASON and composed.status == "answered"
    titles = corpus.lexicon.reason_columns
    if given and not any(contains(query.words, title) >= 0 for title in titles):
        return None  # a sentence or note gives a reason; a cell beside it need not
    recorded = composed.status == "answered" and composed.path == "records"
    bare = asked(query, corpus, ())
    told = query.intent in _OF_ROWS or _counts_work(query)
    if recorded and told and not (works_out(bare) or of_start(bare)):
        return None
    grids = [*_grids(query, corpus)]
    question = asked(query, corpus, grids)
    labels = document_labels(corpus.documents)
    if query.intent is not Intent.REASON:
        chosen = None if recorded else by_matrix(grids, question, labels)
        chosen = chosen or by_conditions(grids, question, labels, answered=recorded)
        chosen = chosen or by_pairs(grids, question, labels) or by_rows(grids, question, labels)
        chosen = chosen or by_ticks(grids, question, labels)
        if chosen is not None:
            return chosen
    best = best_of(grids, question, fits=lambda one: fits_intent(one, question))
    tabled = _answered(best, question, labels) if best else over_parts(grids, question, labels)
    if given and tabled is not None and not _tells_why(tabled, titles):
        return None
    if tabled is None or (tabled.status == "refused" and not query.required):
        return None  # a blank cell is no reason where no cell is asked for
    if not recorded:
        return None if is_wider(query, tabled, composed) else tabled
    alone = bool(best) and all(one.alone for one in best)
    other = is_without_figures(query, tabled, composed)
    if alone or other or is_of_another_measure(query, tabled, composed):
        return None
    totals = question.says("wholes") and query.intent not in _OF_WORK
    if tabled.status == "refused" and totals and not best[0].named:
        return tabled  # the total that is asked for is blank
    if tabled.status == "refused" and is_beside(question, best, composed):
        return tabled
    if tabled.status == "answered" and is_asked_for(question, best, composed):
        return tabled
    titled = is_titled(question, best, composed)
    filled = tabled.status == "answered" or query.intent not in _OF_WORK
    if titled and filled and query.intent not in FREE:
        return tabled
    better = is_worked_out(question, tabled, grids) or titled
    wide = tabled.status == "answered" and not is_narrower(question, tabled, composed)
    return tabled if wide and better else None


def _counts_work(query: Query) -> bool:
    """Whether nothing but the work of a unit in a role is counted, which its rows tell.

    A cell may hold more than the unit ("X chủ trì, phối hợp với Y").
    """
    limits = query.limits
    return (
        query.intent is Intent.COUNT
        and limits.unit is not None
        and (limits.unit_role != "any" and not query.required)
    )


def _tells_why(tabled: Composed, titles: Sequence[Phrase]) -> bool:
    """Whether a cell stands in a column of reasons: a note may say something else of the row."""
    columns = [plain_phrase(one.source.column or "") for one in tabled.page.citations]
    return any(contains(column, title) >= 0 for column in columns for title in titles)


def of_one_row(query: Query, corpus: Corpus) -> Composed | None:
    """The cells of one row that a question with several asking clauses wants, if one has them."""
    if query.limits.ref_numbers or query.intent in _NO_CELLS:
        return None
    if not clauses_of(asked(query, corpus, ())):
        return None
    grids = [*_grids(query, corpus)]
    return by_aspects(grids, asked(query, corpus, grids), document_labels(corpus.documents))


def _grids(query: Query, corpus: Corpus) -> Iterator[Grid]:
    """The tables of the documents meant, and others that tell of the issuer whose are meant."""
    own = {document.id for document in in_scope(query.limits, corpus)}
    free = replace(query.limits, issuers=())
    ids = {document.id for document in in_scope(free, corpus)}
    issuers = [plain_phrase(name) for name in query.limits.issuers]
    for shelf in corpus.shelves:
        if shelf.document.id in own:
            yield from shelf.grids
        elif shelf.document.id in ids:
            yield from (grid for grid in shelf.grids if tells_of(grid, issuers))


def _answered(best: Sequence[Meant], question: Asked, labels: dict[str, str]) -> Composed | None:
    if len(best) > _MOST_TABLES:
        return None
    page = Page()
    refused = True
    for meant in best:
        own = Page()
        done = _one(own, meant, question, labels[meant.grid.document.id])
        if done is None:
            continue
        page.gap()
        page.extend(own)
        refused = refused and not done
    if not page.lines:
        return None
    if refused:
        scope = labels[best[0].grid.document.id]
        return Composed(page, "refused", "records", texts.REFUSE_BLANK.format(scope=scope))
    return Composed(page)


def _one(page: Page, meant: Meant, question: Asked, label: str) -> bool | None:
    """Write what one table says; whether it is an answer, ``None`` where it says nothing."""
    compares = question.says("compares")
    meant = outermost(question, meant)
    rows = _kept(meant)
    if rows is None:
        return None
    if not meant.named:
        rows = [row for row in rows if not row.whole and not row.group] or rows
    if question.extreme is not None:
        return add_extreme(page, replace(meant, rows=tuple(rows)), question, label)
    if question.bound is not None and not meant.named:
        return add_bounded(page, replace(meant, rows=tuple(rows)), question, label)
    if not fits_intent(meant, question):
        return None
    if meant.named and not meant.columns and len(rows) == 1 and question.says("whole_row"):
        add_row(page, meant.grid, rows[0], label)
        return True
    spots = [Spot(meant.grid, row, column) for row in rows for column in meant.columns]
    filled = [spot for spot in spots if spot.cell is not None]
    if not all(measured(spot, question.query.asked_unit) for spot in filled):
        return None
    if not all(may_be_paid(spot, question) for spot in filled):
        return None
    if meant.named:
        unit = question.query.limits.unit
        if not spots or len(spots) > _MOST_CELLS or (unit and not names_unit(unit, spots)):
            return None
        if len(spots) > 1 and question.parts and not compares and adds_up(spots):
            add_sum(page, spots, label=label, title=tidy(meant.columns[0].said))
            return True
        for spot in spots:
            add_cell(page, spot, label)
        if compares and len(spots) == 2 and len(filled) == 2:
            by_row = len(rows) == 2
            names = [row_name(s.row) if by_row else tidy(s.column.said) for s in spots]
            add_difference(page, spots[0], spots[1], names=(names[0], names[1]))
        return bool(filled)
    return _unnamed(page, meant, rows, question, label)


def _unnamed(
    page: Page, meant: Meant, rows: Sequence[Row], question: Asked, label: str
) -> bool | None:
    """No row is named: the rows of a value or mark are listed, or all rows taken together."""
    numeric = len(meant.columns) == 1 and meant.columns[0].numeric
    wholes = question.says("wholes")
    if meant.filters:
        by = {one.column.title for one in meant.filters}
        wanted = [one for one in meant.columns if one.title not in by]
        if len(rows) == 1 and len(wanted) == 1:
            spot = Spot(meant.grid, rows[0], wanted[0])
            add_cell(page, spot, label)
            return spot.cell is not None
        if numeric and (wholes or question.query.total):
            spots = [Spot(meant.grid, row, meant.columns[0]) for row in rows]
            if not any(spot.cell for spot in spots) or not of_one_unit(spots):
                return None
            add_sum(page, spots, label=label, title=tidy(meant.columns[0].said))
            return True
        counts = question.says("counts") and counts_rows(meant.grid, question)
        if not (question.says("lists") or counts):
            return None
        named = replace(meant, columns=(*meant.columns, *listed_columns(meant, question)))
        return add_rows(page, named, rows, label, said=_said(meant.filters))
    if len(meant.columns) == 1 and meant.columns[0].marks:
        return add_marked(page, meant, rows, question, label)
    if not numeric or question.says("lists"):
        return None
    totals = [Spot(meant.grid, row, meant.columns[0]) for row in _all(meant) if row.whole]
    spots = [spot for spot in totals if spot.cell is not None]
    if len(spots) == 1 and (wholes or question.says("counts")):
        add_cell(page, spots[0], label)
        return True
    if spots or not wholes or not rows:
        return None
    parts = [Spot(meant.grid, row, meant.columns[0]) for row in rows]
    if len(totals) == 1 and any(spot.cell is None for spot in parts):
        add_cell(page, totals[0], label)
        return False
    if not of_one_unit(parts):
        return None
    add_sum(page, parts, label=label, title=tidy(meant.columns[0].said))
    return True


def _all(meant: Meant) -> tuple[Row, ...]:
    return meant.rows if meant.headings else meant.grid.rows


def _kept(meant: Meant) -> list[Row] | None:
    """The rows that hold the values asked for; ``None`` where no row does."""
    if not meant.filters:
        return list(meant.rows)
    titles = {column.title for column in meant.columns}
    own = [one for one in meant.filters if one.column.title in titles]
    wanted = own or list(meant.filters)
    by_value: dict[str, list[Filter]] = {}
    for one in wanted:
        by_value.setdefault(one.value.casefold(), []).append(one)
    kept = [
        row
        for row in meant.rows
        if all(any(_holds(row, one) for one in group) for group in by_value.values())
    ]
    return kept or None


def _holds(row: Row, one: Filter) -> bool:
    cell = row.cells.get(one.column.title)
    wanted = one.value.casefold()
    return cell is not None and any(piece.casefold() == wanted for piece in pieces(cell.text))


def _said(filters: Sequence[Filter]) -> str:
    return "; ".join(
        dict.fromkeys(
            texts.GRID_LIMIT.format(column=tidy(one.column.said), value=one.value)
            for one in filters
        )
    )
