"""One fact of a text: the noun that reading, binding and verification share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FactKind = Literal[
    "number", "percent", "point", "pair", "date", "month", "quarter", "year", "years",
    "document", "label", "code", "amount", "citation",
]  # fmt: skip
TIME_KINDS: frozenset[FactKind] = frozenset({"date", "month", "quarter", "year", "years", "pair"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as it stands in :func:`plain` text.

    ``key`` is its normal form: a decimal string for ``number``, ``percent`` and ``point``;
    ``2025-12-31`` for ``date``; ``31/12`` for ``pair`` (a ratio or a day without a year);
    ``2021-2025`` for ``years``. ``noun`` is what is counted, up to two words, empty where a
    function word follows. ``bound`` is the comparator or time word that holds the fact (``ge``,
    ``before``), ``trend`` the direction (``up``, ``down``); ``None`` where there is none.
    """

    kind: FactKind
    key: str
    text: str
    start: int
    end: int
    noun: str = ""
    bound: str | None = None
    trend: str | None = None
