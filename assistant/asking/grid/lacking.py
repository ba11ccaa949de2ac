"""Rows chosen by what they lack: nought among figures, a blank cell, no change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.condition import Condition, titled
from assistant.asking.grid.shape import Column, Row, figure_in
from assistant.asking.labels import tidy
from assistant.asking.words import contains, plain_phrase
from ingest.vocabulary import load

_NEAR = 3


def lacking(asked: Asked, columns: Sequence[Column]) -> Iterator[Condition]:
    """Cells that are nought or blank ("không có hồ sơ quá hạn", "chưa có thời hạn")."""
    left = asked.says("counts") and not asked.says("lists")
    undone = [*_undone(asked, columns)]
    if undone and left:
        return  # how much is left of it, not which rows have none
    if undone:
        yield from undone
        return
    vocabulary = load("asking_tables")
    for name in ("lacking", "unwritten", "unchanged"):
        for phrase in vocabulary[name]:
            inside = tuple(asked.at(phrase))
            if not inside:
                continue
            behind = range(inside[-1] + 1, len(asked.words))
            whole = inside if name == "unchanged" else ()
            column = _named_behind(asked, columns, behind, whole=whole)
            if column is None:
                continue
            places = frozenset(inside) | titled(asked, column)
            if column.numeric and phrase in vocabulary["short_of"]:
                continue
            nought = column.numeric and name != "unwritten"
            said = texts.GRID_NOUGHT if nought else texts.GRID_BLANK
            yield Condition(
                "zero" if nought else "blank",
                (column,),
                said.format(column=tidy(column.said)),
                places,
                _nought(column) if nought else _blank(column),
            )
            return


def filled(asked: Asked, columns: Sequence[Column]) -> Iterator[Condition]:
    """Rows with a figure in a column that the question says they have ("có hồ sơ quá hạn")."""
    vocabulary = load("asking_tables")
    numbers = any(asked.words[place].plain[:1].isdigit() for place in asked.content)
    if not asked.says("lists") or asked.extreme is not None or numbers or asked.says("compares"):
        return
    having: list[int] = [place for phrase in vocabulary["having"] for place in asked.at(phrase)]
    denying = {plain_phrase(word)[0] for word in vocabulary["denying"]}
    named = [
        (len(places), one, places)
        for one in columns
        if one.numeric
        and not asked.excludes(one.told)
        and (places := asked.phrase_at(one.told.rpartition(" / ")[2]))
        and (places <= asked.taken or any(0 < min(places) - place <= _NEAR + 1 for place in having))
        and not any(asked.plain[max(0, place - 1)] in denying for place in having)
    ]
    if not having:
        return
    longest = max((size for size, _, _ in named), default=0)
    best = [(one, places) for size, one, places in named if size == longest]
    if len(best) > 1:
        told = [len(titled(asked, one)) for one, _ in best]
        best = [pair for pair, size in zip(best, told, strict=True) if size == max(told)]
    for column, places in best[:1] if len(best) == 1 else ():
        said = texts.GRID_FILLED.format(column=tidy(column.said))
        inside = places | titled(asked, column) | frozenset(having)
        yield Condition("filled", (column,), said, inside, _above_nought(column))


def _above_nought(column: Column) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        cell = row.cells.get(column.title)
        return cell is not None and (figure_in(tidy(cell.text)) or 0) > 0

    return holds


def _undone(asked: Asked, columns: Sequence[Column]) -> Iterator[Condition]:
    """Nothing in a column of what is done ("chưa chi đồng nào" under "Đã chi")."""
    for place, verb in undone_in(asked):
        for column in columns:
            if column.numeric and contains(plain_phrase(column.told), ("da", verb)) >= 0:
                said = texts.GRID_NOUGHT.format(column=tidy(column.said))
                places = titled(asked, column) | {place, place + 1}
                yield Condition("zero", (column,), said, places, _nought_or_blank(column))
                return


def undone_in(asked: Asked) -> Iterator[tuple[int, str]]:
    """The places of "chưa" with the word behind it."""
    for place, word in enumerate(asked.words[:-1]):
        if word.accented == "chưa" or (not asked.accented and word.plain == "chua"):
            yield place, asked.words[place + 1].plain


def _nought_or_blank(column: Column) -> Callable[[Row], bool]:
    nought, blank = _nought(column), _blank(column)
    return lambda row: nought(row) or blank(row)


def _named_behind(
    asked: Asked, columns: Sequence[Column], behind: range, *, whole: tuple[int, ...]
) -> Column | None:
    """The column whose title follows, or that of changes where the question says "không đổi"."""
    near = frozenset(behind)
    named = [
        (len(held), -min(held), one)
        for one in columns
        if (held := titled(asked, one) & (near | frozenset(whole)) - asked.taken)
        and (held & asked.content or asked.phrase_at(one.told.rpartition(" / ")[2]) & near or whole)
    ]
    if whole:
        signs = [plain_phrase(word) for word in load("asking_tables")["change_titles"]]
        named = [
            one
            for one in named
            if any(set(word) <= set(plain_phrase(one[2].told)) for word in signs)
        ]
    named = [one for one in named if whole or -one[1] - behind.start <= _NEAR]
    top = max((one[0] for one in named), default=0)
    best = [one for count, _, one in named if count == top]
    return best[0] if best else None


def _nought(column: Column) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        cell = row.cells.get(column.title)
        return cell is not None and figure_in(tidy(cell.text)) == 0

    return holds


def _blank(column: Column) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        cell = row.cells.get(column.title)
        return cell is None or cell.blank

    return holds
