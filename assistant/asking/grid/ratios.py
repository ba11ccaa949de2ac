"""Two cells of a row worked into one answer: a share, an average, a figure before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import titled
from assistant.asking.grid.lines import Spot, add_cell, add_difference, row_name, unit_of
from assistant.asking.grid.naming import row_choices
from assistant.asking.grid.shape import Column, Grid, Row
from assistant.asking.grid.sight import Sight, sight_of
from assistant.asking.labels import number_text, tidy, with_unit
from assistant.asking.page import Composed, Page
from assistant.asking.words import contains, plain_phrase
from ingest.vocabulary import load

_HUNDRED = Decimal(100)
_PLACES = Decimal("0.01")
_NEAR = 3
_EACH = frozenset({"moi", "tung", "mot", "tren"})


@dataclass(frozen=True, slots=True)
class _Two:
    """Two cells that a question means; ``score`` says how many of its words they hold."""

    first: Spot
    second: Spot
    score: float

    @property
    def place(self) -> tuple[int, int, int, str, str]:
        """What tells it from other pairs."""
        first, second = self.first, self.second
        titles = (first.column.title, second.column.title)
        return id(first.grid), first.row.number, second.row.number, *titles


def share_of(grids: Sequence[Grid], question: Asked, labels: dict[str, str]) -> Composed | None:
    """A cell as a percentage of the total: of its column where all rows are meant, of its row."""
    best = _only(grids, question, _beside_total)
    named_whole = best is not None and question.phrase_at(
        best.second.column.told.rpartition(" / ")[2]
    )
    if question.says("wholes") and not named_whole:
        best = _only(grids, question, _in_row_of_totals) or best
    if best is None:
        return None
    same = best.first.row.number == best.second.row.number
    named = tidy(best.second.column.said) if same else row_name(best.second.row)
    part, whole = best.first, best.second
    if not whole.number or part.number is None or part.number > whole.number:
        return None
    share = (part.number / whole.number * _HUNDRED).quantize(_PLACES, ROUND_HALF_UP)
    shown = number_text(f"{share:f}")
    said = texts.GRID_SHARE.format(
        row=row_name(part.row),
        column=tidy(part.column.said),
        part=part.shown,
        whole=whole.shown,
        total=named,
        share=shown,
    )
    page = Page()
    sources = [part.source, whole.source]
    page.add_of(labels[part.grid.document.id], said, sources)
    formula = f"{part.shown} / {whole.shown} = {shown} %"
    page.reckoned_figure(sources, value=f"{share:f}", shown=f"{shown} %", unit="%", formula=formula)
    return Composed(page)


def ratio_of(first: Spot, second: Spot, question: Asked, label: str) -> Composed | None:
    """One figure as a percentage of the other, or by how many percent it is more or less."""
    one, other = first.number, second.number
    if one is None or not other or any("%" in spot.shown for spot in (first, second)):
        return None
    changed = question.says("grows")
    if changed and first.column.years and second.column.years:
        earlier, later = sorted((first, second), key=lambda spot: min(spot.column.years))
        first, second = later, earlier
        one, other = first.number, second.number
    if one is None or not other:
        return None
    share = (one / other * _HUNDRED - (_HUNDRED if changed else 0)).quantize(_PLACES, ROUND_HALF_UP)
    shown = number_text(f"{abs(share):f}")
    page = Page()
    for spot in (first, second):
        add_cell(page, spot, label)
    names = {"one": tidy(first.column.said), "other": tidy(second.column.said), "share": shown}
    if changed:
        direction = texts.LOWER if share < 0 else texts.HIGHER
        said = texts.GRID_CHANGE.format(**names, direction=direction)
    else:
        said = texts.GRID_RATIO.format(**names)
    sources = [first.source, second.source]
    page.add(said, sources)
    formula = f"{first.shown} / {second.shown}"
    page.reckoned_figure(sources, value=f"{share:f}", shown=f"{shown} %", unit="%", formula=formula)
    return Composed(page)


def average_of(grids: Sequence[Grid], question: Asked, labels: dict[str, str]) -> Composed | None:
    """One cell of a row for each of what another counts ("bình quân kinh phí một lượt người")."""
    best = _only(grids, question, _for_each)
    if best is None or not best.second.number or best.first.number is None:
        return None
    first, second = best.first, best.second
    number = (best.first.number / best.second.number).quantize(_PLACES, ROUND_HALF_UP)
    number = number.normalize() if number != number.to_integral() else number.to_integral()
    unit = unit_of(first)
    shown = with_unit(number_text(f"{number:f}"), unit)
    said = texts.GRID_AVERAGE.format(
        row=row_name(first.row),
        first=tidy(first.column.said),
        second=tidy(second.column.said),
        one=first.shown,
        other=second.shown,
        average=shown,
    )
    page = Page()
    sources = [first.source, second.source]
    page.add_of(labels[first.grid.document.id], said, sources)
    formula = f"{first.shown} / {second.shown} = {shown}"
    page.reckoned_figure(sources, value=f"{number:f}", shown=shown, unit=unit, formula=formula)
    return Composed(page)


def before_and_after(
    grids: Sequence[Grid], question: Asked, labels: dict[str, str]
) -> Composed | None:
    """The cells of a row before and after a change, with the difference."""
    best = _only(grids, question, _changed)
    if best is None or best.first.number is None or best.second.number is None:
        return None
    page, label = Page(), labels[best.first.grid.document.id]
    for spot in (best.first, best.second):
        add_cell(page, spot, label)
    names = (tidy(best.first.column.said), tidy(best.second.column.said))
    add_difference(page, best.first, best.second, names=names)
    return Composed(page)


def _only(
    grids: Sequence[Grid], question: Asked, pairs: Callable[[Sight], Iterator[_Two]]
) -> _Two | None:
    """The pair that holds most words of the question, if there is one such."""
    found = [
        one
        for grid in grids
        if (sight := sight_of(grid, question)) is not None
        for one in pairs(sight)
    ]
    top = max((one.score for one in found), default=0.0)
    best = {one.place: one for one in found if one.score >= top}
    return next(iter(best.values())) if len(best) == 1 else None


def _rows(sight: Sight) -> Iterator[tuple[Row, frozenset[int]]]:
    """The rows named one by one, else the row of totals, with the words of their names."""
    named = [one for one in row_choices(sight) if one[1]]
    yield from ((rows[0], used) for rows, _, used in named if len(rows) == 1)
    whole = [row for row in sight.grid.rows if row.whole]
    if not named and len(whole) == 1 and not sight.headings:
        yield whole[0], frozenset()


def _in_row_of_totals(sight: Sight) -> Iterator[_Two]:
    asked, whole = sight.asked, [row for row in sight.grid.rows if row.whole]
    if len(whole) != 1:
        return
    for row, used in _rows(sight):
        rest = asked.content - sight.above - used
        for column in sight.by_time or sight.columns:
            told = titled(asked, column) & asked.content
            if row.whole or not column.numeric or is_share(column) or not told or rest - told:
                continue
            size = len(asked.telling(column.told)) or 1
            score = len(used & asked.content) + len(told) / size
            yield _Two(Spot(sight.grid, row, column), Spot(sight.grid, whole[0], column), score)


def _beside_total(sight: Sight) -> Iterator[_Two]:
    """A column and the total beside it under the same heading; none where a column is a share."""
    asked = sight.asked
    every = [one for one in sight.by_time or sight.columns if one.numeric]
    numeric = [one for one in every if not is_share(one)]
    for row, used in _rows(sight):
        rest = asked.content - sight.above - used
        for column in numeric:
            told = titled(asked, column) & asked.content
            if any(told <= titled(asked, one) for one in every if is_share(one)):
                continue
            own = [one for one in numeric if one is not column and _group(one) == _group(column)]
            whole = [one for one in numeric if one.said == _group(column)]
            whole = whole or [one for one in own if one.whole] or _wholes_of(column, own)
            if column.whole or len(whole) != 1 or asked.excludes(column.told):
                continue
            last = asked.found(column.told.rpartition(" / ")[2]) & (told | asked.weightless)
            if rest - told - asked.found(whole[0].said) or not last & told:
                continue
            size = len(asked.telling(column.told)) or 1
            score = len(used & asked.content) + len(told) / size
            yield _Two(Spot(sight.grid, row, column), Spot(sight.grid, row, whole[0]), score)


def _wholes_of(column: Column, others: Sequence[Column]) -> list[Column]:
    """The columns that a part is taken of by its title ("Thu về" of "Phát ra")."""
    last = plain_phrase(column.told.rpartition(" / ")[2])
    found: list[Column] = []
    for pair in load("asking_tables")["parts_of"]:
        if any(contains(last, plain_phrase(word)) >= 0 for word in pair["part"]):
            wholes = [plain_phrase(word) for word in pair["whole"]]
            found += [
                one
                for one in others
                if any(
                    contains(plain_phrase(one.told.rpartition(" / ")[2]), word) >= 0
                    for word in wholes
                )
            ]
    return found


def _for_each(sight: Sight) -> Iterator[_Two]:
    """The column that is shared out, and the one whose unit stands behind "mỗi" or "một"."""
    asked = sight.asked
    averages = [plain_phrase(word) for word in load("asking_tables")["averages"]]
    for row, used in _rows(sight):
        rest = asked.content - sight.above - used
        held: list[tuple[Column, frozenset[int]]] = []
        for column in sight.by_time or sight.columns:
            if any(contains(plain_phrase(column.told), word) >= 0 for word in averages):
                return
            own = asked.found(column.told.rpartition(" / ")[2]) - used
            words = asked.telling(column.told.rpartition(" / ")[2])
            said = {asked.plain[place] for place in own} & words
            if column.numeric and 2 * len(said) > len(words):
                held.append((column, own))
        for place, (one, mine) in enumerate(held):
            for other, theirs in held[place + 1 :]:
                if mine <= theirs or theirs <= mine or rest - mine - theirs:
                    continue
                apart = (one, other) if not _is_each(asked, mine) else (other, one)
                if _is_each(asked, mine) == _is_each(asked, theirs):
                    continue
                first, second = apart
                score = len((mine | theirs | used) & asked.content) + len(mine | theirs) / 10
                yield _Two(Spot(sight.grid, row, first), Spot(sight.grid, row, second), score)


def _is_each(asked: Asked, places: frozenset[int]) -> bool:
    """Whether "mỗi" or "một" stands right before the words of a title."""
    first = min(places)
    return any(asked.plain[place] in _EACH for place in range(max(0, first - _NEAR), first))


def _changed(sight: Sight) -> Iterator[_Two]:
    asked = sight.asked
    numeric = [one for one in sight.by_time or sight.columns if one.numeric]
    groups = {_group(one) for one in numeric}
    for row, used in _rows(sight):
        rest = asked.content - sight.above - used
        for group in groups:
            own = [one for one in numeric if _group(one) == group and not is_share(one)]
            after = [one for one in own if _told_as(one, "after_titles")]
            before = [one for one in own if one not in after and _told_as(one, "before_titles")]
            if len(before) != 1 or len(after) != 1:
                continue
            told = titled(asked, before[0]) | titled(asked, after[0])
            if rest - told - asked.found(sight.grid.naming):
                continue
            score = len((used | told) & asked.content) + 0.1 * len(told)
            first, second = Spot(sight.grid, row, before[0]), Spot(sight.grid, row, after[0])
            yield _Two(first, second, score)


def _told_as(column: Column, name: str) -> bool:
    last = plain_phrase(column.told.rpartition(" / ")[2])
    return any(contains(last, plain_phrase(word)) >= 0 for word in load("asking_tables")[name])


def _group(column: Column) -> str:
    return column.said.rpartition(" / ")[0]


def is_share(column: Column) -> bool:
    """Whether a column is headed as one of shares."""
    title = column.title.casefold()
    return any(word in title for word in ("%", "tỷ lệ", "tỉ lệ"))
