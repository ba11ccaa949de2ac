"""Rows chosen by what their cells hold: a value, a mark, a bound, the most or the least."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.conditions import may_bound
from assistant.asking.grid.lines import Spot, add_cell, add_list, noun_of, number_in, row_name
from assistant.asking.grid.ranks import counts_from_best
from assistant.asking.grid.reading import Meant
from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.grid.ticks import only_there
from assistant.asking.grid.wording import in_scale
from assistant.asking.labels import tidy
from assistant.asking.page import Page
from assistant.asking.words import contains, plain_phrase
from ingest.model import Indicator, Target
from ingest.vocabulary import load

_MOST_CELLS = 6


def listed_columns(meant: Meant, question: Asked) -> list[Column]:
    """The columns that name what is listed ("những doanh nghiệp nào"), beside the rows' own."""
    which = frozenset[int]()
    told = frozenset[int]().union(*(question.found(one.told) for one in meant.columns))
    if not question.found(meant.grid.naming) & question.chosen:
        which = question.chosen
    return [
        column
        for column in meant.grid.values
        if not column.numeric and question.found(column.told) & (question.content - told | which)
    ]


def counts_rows(grid: Grid, question: Asked) -> bool:
    """Whether "how many" counts the rows of a table, not a thing that none of them is.

    "Bao nhiêu hồ sơ" counts no tasks, whatever stands in their cells.
    """
    unit = question.query.asked_unit
    if unit is None:
        return True
    wanted = plain_phrase(unit)
    return any(contains(plain_phrase(one), wanted) >= 0 for one in (grid.naming, *grid.about))


def add_rows(
    page: Page, meant: Meant, rows: Sequence[Row], label: str, *, said: str
) -> bool | None:
    """The rows that hold what is asked for; ``None`` where none does."""
    if not rows:
        return None
    noun = noun_of(meant.grid)
    head = texts.GRID_LIST.format(document=label, count=len(rows), noun=noun, limits=said)
    shown = dict.fromkeys((*(one.column for one in meant.filters), *meant.columns))
    held = [one for one in shown if any(one.title in row.cells for row in rows)]
    add_list(page, rows, held, grid=meant.grid, head=head)
    return True


def add_marked(
    page: Page, meant: Meant, rows: Sequence[Row], question: Asked, label: str
) -> bool | None:
    """The rows that bear a mark in a column of yes and no, or that bear none."""
    if not (question.says("lists") or question.says("counts")):
        return None
    column = meant.columns[0]
    vocabulary = load("asking_tables")
    yes = {word.casefold() for word in vocabulary["yes"]}
    texts_in = {
        cell.text.strip().casefold() for row in rows if (cell := row.cells.get(column.title))
    }
    only_marks = texts_in <= yes
    denied = _denied(question, column)
    kept = [
        row
        for row in rows
        if (
            (cell := row.cells.get(column.title)) is not None
            and (cell.text.strip().casefold() in yes) is not denied
        )
        or (cell is None and denied and only_marks)
    ]
    value = texts.GRID_NO if denied else texts.GRID_YES
    said = texts.GRID_LIMIT.format(column=tidy(column.said), value=value)
    if not denied and question.says("only"):
        kept = only_there(question, meant.grid, column, kept)
        said = texts.GRID_ONLY.format(column=tidy(column.said))
    return add_rows(page, meant, kept, label, said=said)


def _denied(question: Asked, column: Column) -> bool:
    """Whether the question asks for the rows without the mark ("chưa có chữ ký số")."""
    title = question.found(column.said) & question.content
    if not title:
        return False
    before = range(max(0, min(title) - 3), min(title))
    denying = {plain_phrase(word)[0] for word in load("asking_tables")["denying"]}
    return any(question.plain[place] in denying for place in before)


def _asks_change(question: Asked, column: Column) -> bool:
    """Whether what grew or fell most "so với" something is asked, of a column of mere figures."""
    changes = [plain_phrase(one) for one in load("asking_tables")["change_titles"]]
    told = plain_phrase(column.told)
    compares = question.says("grows") and question.says("set_beside")
    return compares and not any(contains(told, one) >= 0 for one in changes)


def add_extreme(page: Page, meant: Meant, question: Asked, label: str) -> bool | None:
    """The row, or the column of one row, with the most or the least."""
    rows, columns = meant.rows, meant.columns
    across = meant.named and len(rows) == 1 and len(columns) > 1
    if not across and (len(columns) != 1 or len(rows) < 2):
        return None
    column = columns[0]
    if not across and _asks_change(question, column):
        return None
    racing = [one for one in columns if not one.whole] if across else columns
    spots = [Spot(meant.grid, row, one) for row in rows for one in racing]
    filled = [spot for spot in spots if spot.number is not None]
    if len(filled) < 2 or not all(one.numeric for one in racing) or not _alike(filled):
        return None
    ranks = counts_from_best(column.said)
    told = [one.title for one in columns]
    for extreme in question.extremes:
        wanted_most = (extreme == "most") is not ranks
        values = [spot.number for spot in filled if spot.number is not None]
        wanted = max(values) if wanted_most else min(values)
        winners = [spot for spot in filled if spot.number == wanted]
        if len(winners) > _MOST_CELLS:
            return None
        head = texts.EXTREME.format(
            document=label,
            direction=texts.HIGHEST if extreme == "most" else texts.LOWEST,
            title=row_name(rows[0]) if across else tidy(column.said),
            count=len(filled),
        )
        blanks = len(spots) - len(filled)
        head += texts.EXTREME_BLANKS.format(count=blanks) if blanks else ""
        page.raw(f"{head} {page.marks([spot.source for spot in filled])}")
        for spot in winners:
            add_cell(page, spot, label)
            for named in listed_columns(meant, question):
                if named.title not in told and named.title in spot.row.cells:
                    add_cell(page, Spot(meant.grid, spot.row, named), label)
    return True


def _alike(spots: Sequence[Spot]) -> bool:
    """Whether the figures are of one unit, so that one may be more than another."""
    units = {
        record.unit or ""
        for spot in spots
        if spot.cell is not None and isinstance(record := spot.cell.record, Indicator | Target)
    }
    return len(units) <= 1


def add_bounded(page: Page, meant: Meant, question: Asked, label: str) -> bool | None:
    """The rows whose figure is within a bound."""
    bound = question.bound
    if bound is None or len(meant.columns) != 1 or not meant.columns[0].numeric:
        return None
    column = meant.columns[0]
    bound = in_scale(bound, (column.title, *meant.grid.about))
    if bound is None or not may_bound(question, column, meant.rows):
        return None
    kept = [
        row
        for row in meant.rows
        if (number := number_in(row.cells.get(column.title))) is not None and bound.holds(number)
    ]
    if not (question.says("lists") or question.says("counts")):
        return None
    said = texts.GRID_BOUND.format(
        column=tidy(column.said), sign=bound.direction, value=f"{bound.value:f}".replace(".", ",")
    )
    return add_rows(page, meant, kept, label, said=said)
