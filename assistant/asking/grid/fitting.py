"""Whether cells are of the kind that a question asks for: who, when, money, counts to add."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.composers.figures_meant import MONEY, TIMES, of_another_kind
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.lines import Spot
from assistant.asking.grid.reading import Meant
from assistant.asking.grid.shape import Column, of_bodies
from assistant.asking.grid.times import is_caption
from assistant.asking.query import Intent
from assistant.asking.words import Phrase, contains, plain_phrase, words_of
from ingest.vocabulary import load

_CURRENCY = "đồng"
_AMOUNT = re.compile(r"^[\d.,\s]+")
_COUNTED = re.compile(r"\d\s+[^\W\d_]{2,}")
_UNIT_LINE = re.compile(r"\W*(?:đơn vị(?: tính)?|đvt)\b", re.IGNORECASE)
_WHO = frozenset({Intent.LEAD, Intent.COORDINATING})
_GROUPS: dict[Intent, tuple[str, ...]] = {
    Intent.LEAD: ("lead",),
    Intent.COORDINATING: ("help",),
    Intent.DEADLINE: ("deadline",),
    Intent.PRODUCT: ("product",),
    Intent.REASON: ("reason", "obstacle", "reason_in_note"),
    Intent.STATUS: ("state", "done_share"),
}


def adds_up(spots: Sequence[Spot]) -> bool:
    """Whether the cells are counts of one column, which may be added."""
    one = len({spot.column.title for spot in spots}) == 1
    same = len({spot.row.number for spot in spots}) == 1
    return (one or same) and all(
        spot.number is not None
        and "%" not in spot.shown
        and "tỷ lệ" not in spot.column.said.casefold()
        for spot in spots
    )


def fits_intent(meant: Meant, question: Asked) -> bool:
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
        kind = kind or question.asks_for(column) or _holds_bodies(meant, column, question)
        if not kind and question.query.intent is Intent.REASON and column.numeric:
            return False  # a figure says nothing of why
        if not kind and not (len(told) > 1 and told <= set(question.plain)):
            return False
    return True


def _holds_bodies(meant: Meant, column: Column, question: Asked) -> bool:
    """Whether a column holds units where the question asks who."""
    return question.query.intent in _WHO and of_bodies(meant.grid, column)


def names_unit(unit: str, spots: Sequence[Spot]) -> bool:
    """Whether the rows or columns meant speak of a unit that the question names."""
    phrase = plain_phrase(unit)
    told = [spot.column.title for spot in spots]
    told += [cell.text for spot in spots for cell in spot.row.cells.values()]
    return any(contains(plain_phrase(text), phrase) >= 0 for text in told)


def measured(spot: Spot, unit: str | None) -> bool:
    """Whether a cell may be in the unit asked for: only what is said in đồng is money."""
    if unit in TIMES:
        own = (spot.shown, spot.column.title, spot.row.name)
        return (unit or "").split()[0] in " ".join(own).casefold()
    if unit not in MONEY:
        counted = _AMOUNT.sub("", spot.shown)
        around = (spot.column.title, spot.row.name, *spot.row.above, *spot.grid.about)
        return not of_another_kind(unit, counted, around)
    told = " ".join((spot.shown, spot.column.title, spot.row.name, *spot.grid.about))
    return _CURRENCY in told.casefold() and "%" not in spot.shown


def may_be_paid(spot: Spot, question: Asked) -> bool:
    """Whether a figure may be the money asked for: its column, row or table speaks of money."""
    vocabulary = load("asking_tables")
    money = vocabulary["columns"]["money"]["asked"]
    if spot.number is None or not any(tuple(question.at(phrase)) for phrase in money):
        return True
    tables = [text for text in spot.grid.about if is_caption(text) or _UNIT_LINE.match(text)]
    above = () if _COUNTED.search(spot.shown) else spot.row.above
    told = (spot.shown, spot.column.title, spot.row.name, *above, *tables)
    phrases = [_spelt(word) for word in vocabulary["of_money"]]
    return any(contains(_spelt(text), one) >= 0 for text in told for one in phrases)


def _spelt(text: str) -> Phrase:
    return tuple(word.accented for word in words_of(text))
