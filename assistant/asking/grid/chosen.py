"""Answers about the rows that meet what the question sets: listed, counted, added up, compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.choosing import add_extreme, add_rows, counts_rows, listed_columns
from assistant.asking.grid.condition import Condition, titled
from assistant.asking.grid.conditions import conditions_in
from assistant.asking.grid.days import unexplained
from assistant.asking.grid.lines import Spot, add_cell, add_sum, noun_of, of_one_unit
from assistant.asking.grid.ratios import is_share
from assistant.asking.grid.reading import Meant, only_value, told_of
from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.grid.sight import Sight, sight_of
from assistant.asking.labels import tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent
from assistant.asking.words import plain_phrase
from ingest.vocabulary import load

_MOST_TABLES = 4
_MOST_ROWS = 150
_FIRM = frozenset({"bound", "zero", "blank", "against", "filled"})
_TELLING = _FIRM | {"time"}
_SHORTLY = 0.05
_WHO = "ai"
_EACH = re.compile(r"\w/\w")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Rows of one table that meet every condition, and the column that is asked for beside them.

    ``seen`` rows were looked at. ``score`` compares tables.
    """

    grid: Grid
    rows: tuple[Row, ...]
    seen: tuple[Row, ...]
    conditions: tuple[Condition, ...]
    column: Column | None
    score: float

    @property
    def said(self) -> str:
        """The conditions in words."""
        return "; ".join(dict.fromkeys(one.said for one in self.conditions))


def by_conditions(
    grids: Sequence[Grid], question: Asked, labels: dict[str, str], *, answered: bool
) -> Composed | None:
    """What the rows that meet the question's conditions say; ``None`` where it sets none.

    Where it is ``answered`` already, only figures and gaps that need whole columns go before.
    """
    found = [one for grid in grids if (one := _chosen(grid, question)) is not None]
    if question.wants_share and not question.says("lists"):
        found = [one for one in found if one.column is not None and is_share(one.column)]
    top = max((one.score for one in found), default=0.0)
    best = [one for one in found if one.score >= top - _SHORTLY]
    if not best or len(best) > _MOST_TABLES:
        return None
    if answered and not any(_is_firm(one, question) for one in best):
        return None
    page = Page()
    for one in best:
        own = Page()
        if _write(own, one, question, labels[one.grid.document.id]):
            page.gap()
            page.extend(own)
    if page.lines:
        return Composed(page)
    return _none_of(best, labels)


def _is_firm(one: Chosen, question: Asked) -> bool:
    """Whether the answer has to hold figures or gaps of whole columns against the question."""
    if any(condition.kind in _FIRM for condition in one.conditions):
        return True
    if question.says("starts") and any(each.kind == "time" for each in one.conditions):
        return True
    unit = (question.query.limits.unit or "").casefold()
    asked_for_rows = question.query.intent in (Intent.LIST, Intent.COUNT) and (
        question.says("lists") or question.says("counts")
    )
    if asked_for_rows and any(
        condition.kind == "value" and f"«{unit}»" not in condition.said.casefold()
        for condition in one.conditions
    ):
        return bool(one.rows)
    worked = question.extreme is not None or question.says("wholes")
    return worked and one.column is not None and one.column.numeric


def _none_of(best: Sequence[Chosen], labels: dict[str, str]) -> Composed | None:
    """That no row meets conditions that were each looked at in a whole column."""
    one = best[0]
    if len(best) > 1 or one.rows or not any(c.kind in _TELLING for c in one.conditions):
        return None
    said = texts.GRID_NONE.format(
        noun=noun_of(one.grid),
        scope=labels[one.grid.document.id],
        limits=one.said,
        count=len(one.seen),
    )
    return Composed(Page(), "refused", "records", said)


def _chosen(grid: Grid, question: Asked) -> Chosen | None:
    sight = sight_of(grid, question, months=True)
    if sight is None:
        return None
    timely = sight.rows_by_time or bool(sight.by_time) or sight.parted
    rows = sight.rows
    if not sight.rows_by_time:
        seen = {row.number for row in sight.rows}
        rows = tuple(row for row in grid.single if row.number in seen) or sight.rows
    columns = [one for one in sight.columns if not _of_other_time(sight, one)]
    conditions = conditions_in(question, columns, rows, grid=grid, timely=timely)
    if question.parts and not timely and not any(one.kind == "time" for one in conditions):
        return None
    if not conditions and sight.headings and _lists_rows(question, grid):
        conditions = [_of_group(sight)]
    if not conditions:
        return None
    timed = any(one.kind == "time" for one in conditions)
    if question.days and not timed and unexplained(question, grid):
        return None
    used = frozenset[int]().union(*(one.places for one in conditions))
    rest = question.content - sight.above - used - question.found(grid.naming)
    rest -= question.any_row
    column = _asked_column(sight, rest, used, conditions)
    if rest and column is None:
        return None
    if not rest and _counts_names(question, grid):
        column = None  # "bao nhiêu tiêu chí mất từ 0,5 điểm trở lên": rows, no figures
    told = question.content & used
    if column is not None:
        told |= rest
    kept = tuple(row for row in rows if all(one.holds(row) for one in conditions))
    score = len(told - sight.above) + 0.1 * len(told) + 0.5 * len(conditions) + 0.3 * bool(kept)
    return Chosen(grid, kept, tuple(rows), tuple(conditions), column, score)


def _counts_names(question: Asked, grid: Grid) -> bool:
    """Whether what is counted is what the rows of a table are, by the title of their names."""
    naming = question.phrase_heads(grid.naming)
    return question.says("counts") and bool(naming & question.right_behind_counts)


def _of_other_time(sight: Sight, column: Column) -> bool:
    """Whether a column is for another year or month than the one that chose columns."""
    return (
        bool(sight.by_time) and bool(column.years or column.parts) and column not in sight.by_time
    )


def _lists_rows(question: Asked, grid: Grid) -> bool:
    """Whether the rows themselves are asked for ("những lĩnh vực nào")."""
    if question.extreme is not None or question.says("compares") or question.query.total:
        return False
    named = question.found(grid.naming)
    counted = question.says("counts") and bool(named & question.counted)
    return counted or (question.says("lists") and bool(named & question.chosen))


def _of_group(sight: Sight) -> Condition:
    """The rows below the headings that the question names."""
    said = "; ".join(texts.QUOTED.format(text=tidy(title)) for title in sight.headings)
    return Condition("group", (), said, frozenset(), lambda row: row in sight.rows)


def _asked_column(
    sight: Sight, rest: frozenset[int], used: frozenset[int], conditions: Sequence[Condition]
) -> Column | None:
    """The column beside the conditions that holds every word that is left."""
    asked = sight.asked
    taken = {column.title for one in conditions for column in one.columns}
    free = [
        one
        for one in sight.by_time or sight.columns
        if one.title not in taken and not asked.excludes(one.told)
    ]
    fitting: list[tuple[float, Column]] = []
    for column in free:
        held = titled(asked, column)
        if rest - held:
            continue
        told = (asked.found(column.told) | asked.meant(column)) - used
        worth = told - asked.found(sight.grid.naming) or (column.numeric and asked.says("counts"))
        if not rest and not worth:
            continue
        score = told_of(sight, column, told & (asked.content | asked.weightless))
        if score > 0.0 or rest:
            fitting.append((score + _kind_bonus(asked, column), column))
    if not fitting:
        if asked.extreme is None or not asked.found(sight.grid.naming) & asked.chosen:
            return None
        alone = only_value(sight)
        return alone[0] if alone else None
    return max(fitting, key=lambda one: one[0])[1]


def _kind_bonus(asked: Asked, column: Column) -> float:
    """Totals go before single figures where a total is asked for."""
    return 1.0 if column.whole and asked.says("wholes") and column.numeric else 0.0


def _write(page: Page, one: Chosen, question: Asked, label: str) -> bool:
    if not one.rows or len(one.rows) > _MOST_ROWS:
        return False
    column = one.column
    meant = Meant(one.grid, one.rows, (column,) if column is not None else ())
    if question.extreme is not None:
        if column is None or not column.numeric:
            return False
        if len(one.rows) == 1:
            add_cell(page, Spot(one.grid, one.rows[0], column), label)
            return True
        return bool(add_extreme(page, meant, question, label))
    if column is not None and column.numeric and _adds(question, column):
        spots = [Spot(one.grid, row, column) for row in one.rows]
        filled = [spot for spot in spots if spot.number is not None]
        if not filled:
            return False
        if len(filled) == 1 and not question.says("wholes"):
            spots = filled  # one figure, merged over rows or alone
        if len(spots) > 1 and not of_one_unit(spots):
            return False
        if len(spots) > 1:
            add_sum(page, spots, label=label, title=tidy(column.said))
        else:
            add_cell(page, spots[0], label)
        return True
    if column is not None and len(one.rows) == 1 and not _lists(question, one):
        spot = Spot(one.grid, one.rows[0], column)
        add_cell(page, spot, label)
        return spot.cell is not None
    listed = question.says("lists") or (question.says("counts") and _may_count(one, question))
    listed = listed or 0 in question.found(one.grid.naming)  # "Lớp dành cho ..."
    listed = listed or _asks_person(one.grid, question)
    ticked = any(condition.kind == "mark" for condition in one.conditions)
    if not listed and (column is None or ticked):
        return False
    shown = [*(held for condition in one.conditions for held in condition.columns)]
    shown += [column] if column is not None else []
    shown += listed_columns(meant, question)
    wide = Meant(one.grid, one.rows, tuple(dict.fromkeys(shown)))
    return bool(add_rows(page, wide, one.rows, label, said=one.said))


def _asks_person(grid: Grid, question: Asked) -> bool:
    """Whether "ai" asks for the rows themselves, which are named by persons."""
    heads = [plain_phrase(one) for one in load("asking_tables")["persons"]]
    naming = plain_phrase(grid.naming)
    return _WHO in question.plain and any(naming[: len(one)] == one for one in heads)


def _may_count(one: Chosen, question: Asked) -> bool:
    return one.column is not None or counts_rows(one.grid, question)


def _adds(question: Asked, column: Column) -> bool:
    if any(sign in column.said.casefold() for sign in ("%", "tỷ lệ", "xếp hạng")):
        return False
    if _EACH.search(column.said):
        return False
    return question.says("wholes") or question.query.total or question.says("counts")


def _lists(question: Asked, one: Chosen) -> bool:
    return any(condition.kind in _FIRM for condition in one.conditions) and question.says("lists")
