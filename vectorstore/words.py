"""In how many units each folded word stands: what tells a rare word from a common one."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from vectorstore.kept import Kept

_MOST_KEPT = 20_000
_ALL = ""
"""The entry that counts the units themselves."""


class WordCounts:
    """Counts of folded words over all units, kept beside the lexical index and in step with it.

    The caller owns the connection, its transactions and the order of calls between threads.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._alphabetic: dict[str, int] | None = None
        self._counted = Kept[str, int](connection, most=_MOST_KEPT)

    def add(self, texts: Iterable[str]) -> None:
        """Count the words of units, each given as its folded words between blanks."""
        self._change(texts, 1)

    def remove(self, texts: Iterable[str]) -> None:
        """Take units out again; a word that no unit holds leaves no trace."""
        self._change(texts, -1)
        self._connection.execute("DELETE FROM words WHERE units <= 0")

    def fill(self) -> None:
        """Count everything anew where a store was written before words were counted."""
        if self._first("words") is not None or self._first("lexical") is None:
            return
        self._connection.execute("BEGIN IMMEDIATE")
        self._change((row[0] for row in self._connection.execute("SELECT folded FROM lexical")), 1)
        self._connection.execute("COMMIT")

    def _first(self, table: Literal["words", "lexical"]) -> object:
        return self._connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()  # noqa: S608

    def units(self) -> int:
        """How many units there are."""
        return self.of(_ALL)

    def of(self, word: str) -> int:
        """In how many units a folded word stands."""
        return self._counted.of(word, self._count)

    def _count(self, word: str) -> int:
        row = self._connection.execute("SELECT units FROM words WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 0

    def rarity(self, word: str) -> float:
        """How much a word tells units apart: near 0 where each holds it, 1 where none does."""
        units, holding = self.units(), self.of(word)
        if not units:
            return 1.0
        return math.log(1 + (units - holding + 0.5) / (holding + 0.5)) / math.log(2 * units + 2)

    def alphabetic(self) -> dict[str, int]:
        """All words of letters alone with their counts: what a mistyped word may be meant as."""
        if self._alphabetic is None:
            rows = self._connection.execute("SELECT word, units FROM words")
            self._alphabetic = {word: int(units) for word, units in rows if word.isalpha()}
        return self._alphabetic

    def _change(self, texts: Iterable[str], by: int) -> None:
        self._alphabetic = None
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update({_ALL, *text.split()})
        self._connection.executemany(
            "INSERT INTO words VALUES (?, ?) "
            "ON CONFLICT (word) DO UPDATE SET units = units + excluded.units",
            ((word, count * by) for word, count in counts.items()),
        )
