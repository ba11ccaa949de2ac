"""Which rows and columns of one table a question means, every word of it accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.asking.grid.asked import Asked
from assistant.asking.grid.tables import Column, Grid, Row, pieces
from assistant.asking.grid.times import columns_of, parts_above, rows_of, years_of
from assistant.asking.words import plain_phrase
from ingest.text.numbers import parse_number
from ingest.vocabulary import load

_NAMED = 0.51
_PARTLY, _SEVERAL = 0.3, 3
_MOST_TIED = 4
_PERCENT = "%"
_NEAR_TIE = 0.02


@dataclass(frozen=True, slots=True)
class Filter:
    """A value that a column must hold."""

    column: Column
    value: str


@dataclass(frozen=True, slots=True)
class Meant:
    """The part of a table that a question means. ``score`` compares tables and readings."""

    grid: Grid
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    score: float = 0.0
    named: bool = False
    timed: bool = False


@dataclass(slots=True)
class _Sight:
    """What the words of the question may stand for in one table."""

    asked: Asked
    grid: Grid
    above: frozenset[int]
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    by_time: tuple[Column, ...]
    rows_by_time: bool
    in_row: dict[int, frozenset[int]] = field(default_factory=dict)
    in_column: dict[str, frozenset[int]] = field(default_factory=dict)


def meant_in(grid: Grid, asked: Asked) -> Meant | None:
    """What the question means in ``grid``; ``None`` where some word of it stands for nothing."""
    sight = _sight(grid, asked)
    if sight is None:
        return None
    candidates = [
        one
        for rows, named, used in _row_choices(sight)
        if (one := _with_columns(sight, rows, named=named, used=used)) is not None
    ]
    return max(candidates, key=lambda one: one.score, default=None)


def _sight(grid: Grid, asked: Asked) -> _Sight | None:
    document = grid.document
    told = " · ".join(
        filter(
            None,
            (
                document.title,
                document.issuer,
                document.province,
                document.number,
                *grid.about,
                grid.naming,
            ),
        )
    )
    columns, rows, timely = grid.values, grid.rows, False
    by_time: tuple[Column, ...] = ()
    years, parts = asked.years, asked.parts
    dated = {year for column in columns for year in column.years}
    row_years = {year for row in rows for year in row.years}
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
    if parts:
        chosen = rows_of(rows, parts)
        if chosen:
            rows, timely = chosen, True
        elif named := columns_of(by_time or columns, parts):
            by_time = named
        elif not set(parts) <= parts_above(grid):
            return None
    titles = " · ".join(column.said for column in columns)
    above = asked.found(told) | asked.counted & asked.found(titles)
    return _Sight(asked, grid, above, rows, columns, by_time, timely)


_Choice = tuple[tuple[Row, ...], bool, frozenset[int]]


def _row_choices(sight: _Sight) -> list[_Choice]:
    """The rows that may be meant, whether they are named, and the words that name them."""
    asked, grid = sight.asked, sight.grid
    unnamed: _Choice = (sight.rows, False, frozenset())
    if sight.rows_by_time:
        return [(sight.rows, True, frozenset())]
    if asked.bound is not None:
        return [unnamed]
    counts: Counter[str] = Counter()
    own = {row.number: asked.telling(row.name) for row in grid.rows}
    for words in own.values():
        counts.update(words)
    whole: list[tuple[Row, frozenset[int]]] = []
    partly: list[tuple[float, Row, frozenset[int]]] = []
    for row in sight.rows:
        if row.whole:
            continue
        codes = " ".join(
            (
                row.code,
                *(
                    cell.text
                    for title, cell in row.cells.items()
                    if title != grid.naming and _is_code(cell.text)
                ),
            )
        )
        exact = asked.phrase_at(row.name) or _code_at(asked, codes)
        if exact:
            whole.append((row, exact))
        places = asked.found(row.name)
        told = {asked.plain[place] for place in places & asked.content}
        words = own[row.number]
        weight = sum(1 / counts[word] for word in words) or 1.0
        held = sum(1 / counts[word] for word in words & {asked.plain[place] for place in places})
        share = held / weight
        fresh = places & asked.content - sight.above
        if told and fresh and (share >= _NAMED or (share >= _PARTLY and len(fresh) >= _SEVERAL)):
            held = sum(1 / counts[word] for word in words & told)
            partly.append((held or 0.5 * len(told) / (1 + len(grid.rows)), row, places))
    choices: list[_Choice] = []
    if whole:
        kept = _longest(whole)
        used = frozenset().union(*(places for _, places in kept))
        choices.append((tuple(row for row, _ in kept), True, used))
    for best in sorted(partly, key=lambda one: -one[0])[:_MOST_TIED]:
        tied = [one for one in partly if one[2] == best[2] and abs(one[0] - best[0]) < _NEAR_TIE]
        if len(tied) <= _MOST_TIED:
            choices.append((tuple(one[1] for one in tied), True, best[2]))
    return [*choices, unnamed]


def _is_code(text: str) -> bool:
    """Whether a cell numbers its row by letters and digits ("NV02")."""
    return len(text) <= 8 and any(c.isdigit() for c in text) and any(c.isalpha() for c in text)


def _code_at(asked: Asked, codes: str) -> frozenset[int]:
    words = set(plain_phrase(codes))
    return frozenset(p for p, word in enumerate(asked.plain) if word in words)


def _longest(whole: Sequence[tuple[Row, frozenset[int]]]) -> list[tuple[Row, frozenset[int]]]:
    """The rows whose names stand whole in the question, without those inside a longer name."""
    return [(row, places) for row, places in whole if not any(places < other for _, other in whole)]


def _with_columns(
    sight: _Sight, rows: tuple[Row, ...], *, named: bool, used: frozenset[int]
) -> Meant | None:
    asked = sight.asked
    filters = () if named and not sight.rows_by_time else _filters(sight)
    context = _beside(asked, rows) if named else frozenset()
    by_value = frozenset().union(*(asked.phrase_at(one.value) for one in filters))
    rest = asked.content - sight.above - used - by_value - context
    if not named:
        rest -= asked.found(" · ".join(row.name.split()[0] for row in sight.grid.rows if row.name))
    if named and asked.extreme is not None and not sight.by_time:
        dated = tuple(one for one in sight.columns if one.parts or one.years)
        if len(dated) < 2 or rest or len(rows) != 1:
            return None
        score = 1.0 + _precision(sight, rows, used)
        return Meant(sight.grid, rows, dated, (), score, named=True, timed=True)
    best: list[tuple[float, Column]] = []
    for column in sight.by_time or sight.columns:
        held = asked.found(column.told) | asked.meant(column)
        if rest - held:
            continue
        told = held & (asked.content | asked.weightless) - used - by_value
        best.append((_told(sight, column, told), column))
    if not best:
        pair = _pair(sight, rest, used) if named and asked.says("compares") else ()
        if pair:
            return Meant(sight.grid, rows, pair, (), 2.0, named=True)
        if rest or not filters:
            return None
        return Meant(sight.grid, rows, (), filters, 1.0 + len(by_value), named)
    top = max(score for score, _ in best)
    columns = tuple(column for score, column in best if score >= top - _NEAR_TIE)
    if not sight.by_time and top <= 0.0:
        columns = _only_value(sight)
        if not columns and not filters:
            return None
    if _asks_share(asked):
        shares = tuple(one for one in columns if _is_share(one, rows))
        if not shares and any(_PERCENT in text for text in sight.grid.about):
            shares = columns
        if not shares and columns:
            return None
        columns = shares
    precise = _precision(sight, rows, used) if named else 0.0
    score = top + precise + 0.5 * len(by_value) + 0.1 * len(used - sight.above)
    return Meant(sight.grid, rows, columns, filters, score, named, bool(sight.by_time))


def _pair(sight: _Sight, rest: frozenset[int], used: frozenset[int]) -> tuple[Column, ...]:
    """The two columns that only together hold the words left: they are held against each other."""
    asked = sight.asked
    held = [(column, asked.found(column.told) | asked.meant(column)) for column in sight.columns]
    found: list[tuple[float, tuple[Column, Column]]] = []
    for place, (one, first) in enumerate(held):
        for other, second in held[place + 1 :]:
            alone = first & rest - second and second & rest - first
            if alone and not rest - first - second:
                score = _told(sight, one, first - used)
                score += _told(sight, other, second - used)
                found.append((score, (one, other)))
    return max(found, key=lambda pair: pair[0])[1] if found else ()


def _beside(asked: Asked, rows: Sequence[Row]) -> frozenset[int]:
    """The words that stand above the rows or in their other cells of text."""
    told = (
        text
        for row in rows
        for text in (*row.above, *(cell.text for cell in row.cells.values()))
        if any(letter.isalpha() for letter in text)
    )
    return frozenset().union(*(asked.found(text) for text in told))


def _told(sight: _Sight, column: Column, told: frozenset[int]) -> float:
    """How surely the question names a column: words of its title, less those it does not say."""
    asked = sight.asked
    title = asked.telling(column.told)
    said = {asked.plain[place] for place in asked.found(column.told)} & title
    by_meaning = asked.meant(column) - asked.found(column.told)
    whole = bool(asked.phrase_at(column.told.rpartition(" / ")[2]))
    chosen = asked.extreme is not None or asked.bound is not None
    full = said == title and len(title) > 1
    naming = told & (asked.content | asked.counted)
    shares = {word for phrase in load("asking_tables")["shares"] for word in plain_phrase(phrase)}
    if not (by_meaning or whole or full or naming or (chosen and said - shares)):
        return 0.0
    fresh = told & asked.content - sight.above
    literal = len(fresh - by_meaning)
    meant = len(fresh & by_meaning)
    precision = len(said) / (len(title) or 1)
    sure = 0.3 * bool(by_meaning) + 0.5 * whole + 0.05 * len(said)
    return 0.4 * literal + 0.25 * meant + precision + sure


def _only_value(sight: _Sight) -> tuple[Column, ...]:
    """The one column of figures of a table that has no other."""
    numeric = [
        column
        for column in sight.columns
        if column.numeric and not _is_numbering(column) and not column.years
    ]
    return tuple(numeric) if len(numeric) == 1 else ()


def _is_numbering(column: Column) -> bool:
    return " ".join(plain_phrase(column.title)) in ("tt", "stt", "so tt", "no", "ma")


def _precision(sight: _Sight, rows: Sequence[Row], used: frozenset[int]) -> float:
    """The share of the rows' names that the question says."""
    said = {sight.asked.plain[place] for place in used}
    shares = [
        len(said & set(words)) / (len(set(words)) or 1)
        for row in rows
        if (words := sight.asked.corpus.features(row.name).plain)
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _filters(sight: _Sight) -> tuple[Filter, ...]:
    """The values of cells that stand in the question, the longest where they overlap."""
    asked = sight.asked
    vocabulary = load("asking_tables")
    marks = {word for name in ("yes", "no") for word in vocabulary[name]} - {"đạt"}
    found: dict[tuple[str, str], tuple[Filter, frozenset[int]]] = {}
    for row in sight.grid.rows:
        for column in sight.columns:
            if column.title not in row.cells or column.marks:
                continue
            for value in pieces(row.cells[column.title].text):
                key = (column.title, value)
                if key in found or value.casefold() in marks or parse_number(value) is not None:
                    continue
                places = asked.phrase_at(value)
                if places and any(letter.isalpha() for letter in value):
                    found[key] = (Filter(column, value), places)
    kept = [
        (one, places)
        for one, places in found.values()
        if not any(places < other for _, other in found.values())
        and not all(place in asked.taken for place in places)
    ]
    kept = [one for one in kept if not (one[1] <= sight.above)] or kept
    return tuple(one for one, _ in kept)


def _asks_share(asked: Asked) -> bool:
    return asked.says("shares")


def _is_share(column: Column, rows: Sequence[Row]) -> bool:
    vocabulary = load("asking_tables")
    told = [column.title, *(row.name for row in rows)]
    if any(word in text.casefold() for text in told for word in vocabulary["share_titles"]):
        return True
    return any(
        (cell.record is not None and (cell.record.unit or "").startswith("%")) or "%" in cell.text
        for row in rows
        if (cell := row.cells.get(column.title)) is not None
    )
