"""What stands above a table, and what the time that a question names leaves of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from assistant.asking.grid.asked import Asked
from assistant.asking.grid.shape import Column, Grid, Row, is_numbering
from assistant.asking.grid.times import columns_of, parts_above, rows_of, years_of

_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Sight:
    """What the words of the question may stand for in one table.

    ``above`` words stand over the table; ``parted`` says that the months asked for do as well.
    """

    asked: Asked
    grid: Grid
    above: frozenset[int]
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    by_time: tuple[Column, ...]
    rows_by_time: bool
    parted: bool = False


def sight_of(grid: Grid, asked: Asked, *, months: bool = False) -> Sight | None:
    """A table as the question sees it; ``None`` where the table is for another time.

    ``months`` that neither the table nor a row or column is for may still stand in its cells.
    """
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
    columns, rows, timely, parted = grid.values, grid.rows, False, False
    by_time: tuple[Column, ...] = ()
    years, parts = asked.years, asked.parts
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
        elif named := columns_of(by_time or columns, parts):
            by_time = named
        elif set(parts) <= parts_above(grid):
            parted = True
        elif not months:
            return None
    titles = " · ".join(column.said for column in columns)
    above = asked.found(told) | asked.counted & asked.found(titles)
    return Sight(asked, grid, above, rows, columns, by_time, timely, parted)
