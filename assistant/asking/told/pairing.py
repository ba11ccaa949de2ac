"""Which figures of running text are the several things that a question names, one for each.

Figures of one sentence belong together before those of one document; a figure that two things
could be is none of either.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from assistant.asking.told.figures import Named

_WHOLLY = 0.99
_LEAST = 0.3


def sets_of(named: Sequence[Sequence[Named]], *, alike: bool) -> list[tuple[Named, ...]]:
    """One figure for each thing, from one sentence where possible, else from one document.

    ``alike``: the figures must be of one unit. What is done goes before what is planned.
    """
    for place in (_sentence, _document):
        found = _sets(named, place, alike=alike)
        if found:
            done = [one for one in found if not any(figure.planned for figure in one)]
            return _different(done or found)
    return []


def covers_all(named: Sequence[Sequence[Named]]) -> bool:
    """Whether one figure is that of all things together: the text gives the sum itself."""
    whole = [{_key(one) for one in side if one.near >= _WHOLLY} for side in named]
    return bool(whole) and bool(frozenset.intersection(*map(frozenset, whole)))


def best_of(side: Sequence[Named]) -> Named | None:
    """The figure that is named best; ``None`` where another of a different value is as well."""
    top = max((one.near for one in side), default=0.0)
    first = [one for one in side if one.near >= top - 0.01]
    values = {(one.figure.amount.value, one.unit) for one in first}
    return first[0] if top >= _LEAST and len(values) == 1 else None


def _sets(
    named: Sequence[Sequence[Named]], place: Callable[[Named], Hashable], *, alike: bool
) -> list[tuple[Named, ...]]:
    groups: dict[Hashable, list[list[Named]]] = {}
    for index, side in enumerate(named):
        for one in side:
            groups.setdefault(place(one), [[] for _ in named])[index].append(one)
    found: list[tuple[Named, ...]] = []
    for sides in groups.values():
        chosen = [best_of(side) for side in sides]
        whole = [one for one in chosen if one is not None]
        if len(whole) == len(named) and _fit(whole, alike=alike):
            found.append(tuple(whole))
    return found


def _fit(chosen: Sequence[Named], *, alike: bool) -> bool:
    """Whether the figures are different ones that may be reckoned with."""
    if len({_key(one) for one in chosen}) < len(chosen):
        return False
    if len({one.is_share for one in chosen}) > 1:
        return False
    units = {one.unit.split()[0].casefold() for one in chosen if one.unit}
    return len(units) <= 1 or not alike


def _different(found: Sequence[tuple[Named, ...]]) -> list[tuple[Named, ...]]:
    """The sets that differ in a value, as they stand; the same figures told twice are one."""
    kept: dict[Hashable, tuple[Named, ...]] = {}
    for one in found:
        told = tuple(figure.figure.amount.value for figure in one)
        kept.setdefault((one[0].figure.document.id, told), one)
    return [*kept.values()]


def _key(one: Named) -> Hashable:
    figure = one.figure
    return (figure.document.id, figure.unit.id, figure.text, figure.amount.start)


def _sentence(one: Named) -> Hashable:
    return (one.figure.document.id, one.figure.unit.id, one.figure.text)


def _document(one: Named) -> Hashable:
    return one.figure.document.id
