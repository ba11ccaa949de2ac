"""Answers questions from tables: row × column × what is done with the cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.composers.values import MONEY
from assistant.asking.corpus import Corpus
from assistant.asking.grid.asked import Asked, asked
from assistant.asking.grid.choosing import (
    add_bounded,
    add_extreme,
    add_marked,
    add_rows,
    listed_columns,
)
from assistant.asking.grid.lines import (
    Spot,
    add_cell,
    add_difference,
    add_figure,
    add_sum,
    row_name,
)
from assistant.asking.grid.reading import Filter, Meant, meant_in
from assistant.asking.grid.tables import Grid, Row, pieces
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.periods import parts_in
from assistant.asking.query import Intent, Query
from assistant.asking.retrieval import in_scope
from assistant.asking.words import contains, plain_phrase
from ingest.vocabulary import load

_TIED = 0.05
_MOST_TABLES = 4
_CURRENCY = "đồng"
_MOST_CELLS = 6
_GROUPS: dict[Intent, tuple[str, ...]] = {
    Intent.LEAD: ("lead",),
    Intent.COORDINATING: ("help",),
    Intent.DEADLINE: ("deadline",),
    Intent.PRODUCT: ("product",),
    Intent.REASON: ("reason", "obstacle"),
    Intent.STATUS: ("state", "done_share"),
}
_FREE = frozenset({Intent.REASON, Intent.OPEN, Intent.PROSE})
_NO_CELLS = frozenset(
    {Intent.BASIS, Intent.SUMMARY, Intent.DEFINITION, Intent.FACT, Intent.GREETING}
)


def by_tables(query: Query, corpus: Corpus, composed: Composed) -> Composed | None:
    """What the tables answer where ``composed`` refuses; ``None`` to keep ``composed``."""
    if query.limits.ref_numbers or query.intent in _NO_CELLS:
        return None
    recorded = composed.status == "answered" and composed.path == "records"
    if recorded and query.intent not in _FREE and not _works_out(asked(query, corpus, ())):
        return None
    grids = [*_grids(query, corpus)]
    question = asked(query, corpus, grids)
    labels = document_labels(corpus.documents)
    best = _best(grids, question)
    tabled = _answered(best, question, labels) if best else _over_parts(grids, question, labels)
    if tabled is None or not recorded:
        return tabled
    better = _is_worked_out(question, tabled, grids) or _is_titled(question, best)
    return tabled if tabled.status == "answered" and better else None


def _works_out(question: Asked) -> bool:
    """Whether the question may hold cells against one another."""
    chosen = question.bound is not None or question.extreme is not None
    return chosen or question.says("compares") or question.says("wholes")


def _is_titled(question: Asked, best: Sequence[Meant]) -> bool:
    """Whether the question names one row, and one column by its whole title."""
    if len(best) != 1 or question.query.intent not in _FREE or not best[0].named:
        return False
    titles = [plain_phrase(column.told.rpartition(" / ")[2]) for column in best[0].columns]
    return len(titles) == 1 and len(titles[0]) > 1 and contains(question.plain, titles[0]) >= 0


def _is_worked_out(question: Asked, tabled: Composed, grids: Sequence[Grid]) -> bool:
    """Whether cells are held against one another, which needs the whole table."""
    if question.bound is not None or question.extreme is not None:
        return True
    if question.query.intent is Intent.OPEN:
        return len(tabled.page.lines) == 1
    if question.says("compares"):
        told = (f"{texts.HIGHER} **", f"{texts.LOWER} **", texts.COMPARE_SAME[-12:])
        return any(one in tabled.page.text for one in told)
    derived = any(figure.verdict == "derived" for figure in tabled.page.figures)
    wholes = {row_name(row) for grid in grids for row in grid.rows if row.whole}
    return question.says("wholes") and (
        derived or any(f"«{name}»" in tabled.page.text for name in wholes)
    )


def _grids(query: Query, corpus: Corpus) -> Iterator[Grid]:
    free = replace(query.limits, issuers=())
    ids = {document.id for document in in_scope(free, corpus)}
    for shelf in corpus.shelves:
        if shelf.document.id in ids:
            yield from shelf.grids


def _best(grids: Sequence[Grid], question: Asked) -> list[Meant]:
    found = [one for grid in grids if (one := meant_in(grid, question)) is not None]
    top = max((one.score for one in found), default=0.0)
    return [one for one in found if one.score >= top - _TIED]


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
    rows = _kept(meant)
    if rows is None:
        return None
    if not meant.named:
        rows = [row for row in rows if not row.whole]
    if question.extreme is not None:
        return add_extreme(page, replace(meant, rows=tuple(rows)), question, label)
    if question.bound is not None and not meant.named:
        return add_bounded(page, replace(meant, rows=tuple(rows)), question, label)
    if not _fits_intent(meant, question):
        return None
    spots = [Spot(meant.grid, row, column) for row in rows for column in meant.columns]
    if not all(_measured(spot, question.query.asked_unit) for spot in spots if spot.cell):
        return None
    if meant.named:
        unit = question.query.limits.unit
        if not spots or len(spots) > _MOST_CELLS or (unit and not _names(unit, spots)):
            return None
        if len(spots) > 1 and question.parts and not compares and _adds_up(spots):
            add_sum(page, spots, label=label, title=tidy(meant.columns[0].said))
            return True
        for spot in spots:
            add_cell(page, spot, label)
        filled = [spot for spot in spots if spot.cell is not None]
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
            if not spots or not any(spot.cell for spot in spots):
                return None
            add_sum(page, spots, label=label, title=tidy(meant.columns[0].said))
            return True
        if not (question.says("lists") or question.says("counts")):
            return None
        named = replace(meant, columns=(*meant.columns, *listed_columns(meant, question)))
        return add_rows(page, named, rows, label, said=_said(meant.filters))
    if len(meant.columns) == 1 and meant.columns[0].marks:
        return add_marked(page, meant, rows, question, label)
    if not numeric or question.says("lists"):
        return None
    spots = [Spot(meant.grid, row, meant.columns[0]) for row in meant.grid.rows if row.whole]
    spots = [spot for spot in spots if spot.cell is not None]
    if len(spots) == 1 and (wholes or question.says("counts")):
        add_cell(page, spots[0], label)
        return True
    if spots or not wholes or not rows:
        return None
    add_sum(
        page,
        [Spot(meant.grid, row, meant.columns[0]) for row in rows],
        label=label,
        title=tidy(meant.columns[0].said),
    )
    return True


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


def _adds_up(spots: Sequence[Spot]) -> bool:
    """Whether the cells are counts of one column, which may be added."""
    one = len({spot.column.title for spot in spots}) == 1
    same = len({spot.row.number for spot in spots}) == 1
    return (one or same) and all(
        spot.number is not None
        and "%" not in spot.shown
        and "tỷ lệ" not in spot.column.said.casefold()
        for spot in spots
    )


def _fits_intent(meant: Meant, question: Asked) -> bool:
    """Whether the column is of the kind that the question asks for ("ai", "khi nào", "vì sao")."""
    groups = _GROUPS.get(question.query.intent)
    if groups is None or not meant.columns:
        return True
    if meant.filters and not meant.named:
        return True
    vocabulary = load("asking_tables")["columns"]
    titles = [plain_phrase(title) for name in groups for title in vocabulary[name]["titles"]]
    for column in meant.columns:
        said = plain_phrase(column.said)
        kind = any(contains(said, title) >= 0 for title in titles)
        told = question.telling(column.told)
        if not kind and not (len(told) > 1 and told <= set(question.plain)):
            return False
    return True


def _names(unit: str, spots: Sequence[Spot]) -> bool:
    """Whether the rows or columns meant speak of a unit that the question names."""
    phrase = plain_phrase(unit)
    told = [spot.column.title for spot in spots]
    told += [cell.text for spot in spots for cell in spot.row.cells.values()]
    return any(contains(plain_phrase(text), phrase) >= 0 for text in told)


def _measured(spot: Spot, unit: str | None) -> bool:
    """Whether a cell may be in the unit asked for: only what is said in đồng is money."""
    if unit not in MONEY:
        return True
    told = " ".join((spot.shown, spot.column.title, spot.row.name, *spot.grid.about))
    return _CURRENCY in told.casefold() and "%" not in spot.shown


def _over_parts(grids: Sequence[Grid], question: Asked, labels: dict[str, str]) -> Composed | None:
    """Cells of several tables, one for each month or year that the question names."""
    compares, wholes = question.says("compares"), question.says("wholes")
    if not (compares or wholes or question.query.total):
        return None
    if len(question.parts) > 1:
        asks = [replace(question, parts=(part,)) for part in sorted(question.parts)]
    elif len(question.years) > 1:
        asks = [replace(question, years=(year,)) for year in sorted(question.years)]
    else:
        return None
    spots: list[Spot] = []
    for one in asks:
        best = _best(grids, one)
        if len(best) != 1 or not best[0].named or not _fits_intent(best[0], one):
            return None
        meant = best[0]
        if len(meant.rows) != 1 or len(meant.columns) != 1:
            return None
        spots.append(Spot(meant.grid, meant.rows[0], meant.columns[0]))
    if any(spot.number is None for spot in spots):
        return None
    page = Page()
    one_document = len({spot.grid.document.id for spot in spots}) == 1
    names = [_said_of(spot, labels, above=one_document) for spot in spots]
    if compares and len(spots) == 2:
        for spot, name in zip(spots, names, strict=True):
            page.add_of(
                name,
                texts.CELL.format(
                    text=row_name(spot.row), column=tidy(spot.column.said), cell=spot.shown
                ),
                [spot.source],
            )
            add_figure(page, spot)
        add_difference(page, spots[0], spots[1], names=(names[0], names[1]))
        return Composed(page)
    if not _adds_up(spots):
        return None
    add_sum(
        page,
        spots,
        label=names[0],
        title=f"{row_name(spots[0].row)} › {tidy(spots[0].column.said)}",
    )
    return Composed(page)


def _said_of(spot: Spot, labels: dict[str, str], *, above: bool) -> str:
    """The document, with what stands ``above`` the table and says which part of the year it is."""
    label = labels[spot.grid.document.id]
    told = next((text for text in spot.grid.about if parts_in(text)), "") if above else ""
    return texts.GRID_NAME.format(row=label, column=shortened(told, 80)) if told else label
