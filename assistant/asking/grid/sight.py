"""What stands above a table, and what the time that a question names leaves of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from assistant.asking.grid.asked import Asked
from assistant.asking.grid.groups import groups_named
from assistant.asking.grid.shape import Column, Grid, Row, is_numbering
from assistant.asking.grid.times import columns_of, parts_above, rows_of, years_of
from assistant.asking.grid.year_cells import year_bound_in, year_columns

_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Sight:
    """What the words of the question may stand for in one table.

    ``above`` words stand over the table; ``parted`` says that the months asked for do as well.
    ``over`` are those of them that stand there in fact, not as the unit of what is counted.
    ``headings`` are those of the groups of rows that the question names: ``rows`` are theirs.
    """

    asked: Asked
    grid: Grid
    above: frozenset[int]
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    by_time: tuple[Column, ...]
    rows_by_time: bool
    parted: bool = False
    headings: tuple[str, ...] = ()
    over: frozenset[int] = frozenset()


def sight_of(grid: Grid, asked: Asked, *, months: bool = False) -> Sight | None:
    """A table as the question sees it; ``None`` where the table is for another time.

    ``months`` that neither the table nor a row or column is for may still stand in its cells.
    """
    named = groups_named(grid, asked)
    document = grid.document
    told = " · ".join(
        filter(
            None,
            (
                document.title,
                document.issuer,
                document.province,
                document.number,
                " ".join(PurePath(document.file).stem.replace("_", "-").split("-")),
                *grid.about,
                grid.naming,
                *(one.title for one in grid.columns if is_numbering(one.title)),
            ),
        )
    )
    columns, timely, parted = grid.values, False, False
    rows = named.rows if named is not None else grid.rows
    by_time: tuple[Column, ...] = ()
    years, parts = asked.years, asked.parts
    if year_bound_in(asked.query.standalone) and any(year_columns(columns, rows)):
        years = ()
    dated = {year for column in columns for year in column.years}
    dated_rows = [row for row in rows if row.years]
    row_years = {year for row in dated_rows for year in row.years}
    if len(dated_rows) < _MOSTLY * len(rows):
        row_years = set()
    whole = tuple(column for column in columns if column.whole)
    period = asked.query.limits.period
    if period and period == document.period and whole and asked.says("wholes"):
        by_time = whole
    elif years and len(dated) > 1 and set(years) <= dated:
        by_time = tuple(one for one in columns if set(one.years) & set(years))
    elif years and set(years) <= row_years:
        rows = tuple(row for row in rows if row.years & set(years))
        timely = True
    elif (
        years and not set(years) <= years_of(grid, told) | (dated if len(dated) == 1 else set())
    ) or (years and len(dated) > 1):
        return None
    if years and not by_time and not asked.says("compares"):
        columns = tuple(one for one in columns if not one.years or one.years & set(years))
    if parts:
        chosen = rows_of(rows, parts)
        if chosen:
            rows, timely = chosen, True
        elif by_part := columns_of(by_time or columns, parts):
            by_time = by_part
        elif set(parts) <= parts_above(grid):
            parted = True
        elif not months:
            return None
    titles = " · ".join(column.said for column in columns)
    over = asked.found(told)
    above = over | asked.counted & asked.found(titles)
    if named is not None:
        above |= named.places
    return Sight(
        asked,
        grid,
        above,
        rows,
        columns,
        by_time,
        timely,
        parted,
        named.headings if named else (),
        over,
    )
