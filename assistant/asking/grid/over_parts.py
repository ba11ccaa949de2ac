"""Cells of several tables held against each other: one for each month or year asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.fitting import adds_up, fits_intent
from assistant.asking.grid.lines import Spot, add_difference, add_figure, add_sum, row_name
from assistant.asking.grid.reading import best_of
from assistant.asking.grid.shape import Grid
from assistant.asking.labels import shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.questions.periods import parts_in


def over_parts(grids: Sequence[Grid], question: Asked, labels: dict[str, str]) -> Composed | None:
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
        best = best_of(grids, one)
        if len(best) != 1 or not best[0].named or not fits_intent(best[0], one):
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
    if not adds_up(spots):
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
