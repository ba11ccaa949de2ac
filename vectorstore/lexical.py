"""Search by words: BM25 over SQLite FTS5, with accents, without, and through a mistyped letter."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from vectorstore.search import SearchFilter
from vectorstore.tokens import Token, tokenise

MAX_TERMS = 64
"""Words of one query that are looked up; a pasted page is searched by its beginning."""

_ACCENTED_WEIGHT = 2.0
_FOLDED_WEIGHT = 1.0
_NEIGHBOURS = 3
_SHORTEST_REPAIRED = 3


class LexicalIndex:
    """The words of every unit, under the unit's number.

    The caller owns the connection, its transactions and the order of calls between threads.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._vocabulary: dict[str, int] | None = None

    def add(self, rows: Iterable[tuple[int, str]]) -> None:
        """Index (unit number, text) pairs."""
        self._vocabulary = None
        self._connection.executemany(
            "INSERT INTO lexical (rowid, accented, folded) VALUES (?, ?, ?)",
            ((number, *_columns(text)) for number, text in rows),
        )

    def remove(self, numbers: Sequence[int]) -> None:
        """Forget units. Call :meth:`compact` afterwards to leave no trace in the file."""
        self._vocabulary = None
        self._connection.executemany(
            "DELETE FROM lexical WHERE rowid = ?", ((number,) for number in numbers)
        )

    def compact(self) -> None:
        """Merge the index so that words of removed units are gone from the file."""
        self._connection.execute("INSERT INTO lexical (lexical) VALUES ('optimize')")

    def search(self, query: str, limit: int, *, search_filter: SearchFilter) -> list[int]:
        """Numbers of the best units for ``query``, best first; any text is a valid query.

        Accented words are looked up in both forms and count more where the accents agree; a query
        without accents is looked up folded. A syllable that no unit holds stands for the known
        syllables one letter away.
        """
        expression = self._expression(query)
        if not expression or limit < 1:
            return []
        conditions, values = _conditions(search_filter)
        rows = self._connection.execute(
            "SELECT units.number FROM lexical JOIN units ON units.number = lexical.rowid "  # noqa: S608 - fixed text
            f"WHERE lexical MATCH ?{conditions} "
            f"ORDER BY bm25(lexical, {_ACCENTED_WEIGHT}, {_FOLDED_WEIGHT}), units.number LIMIT ?",
            (expression, *values, limit),
        )
        return [int(row[0]) for row in rows]

    def _expression(self, query: str) -> str:
        tokens = tokenise(query[:20_000])[:MAX_TERMS]
        accented = any(token.accented != token.folded for token in tokens)
        folded = _phrases(
            [self._known(token) for token in tokens], [token.whole for token in tokens]
        )
        groups = [_group("folded", folded)]
        if accented:
            written = [(token.accented,) for token in tokens]
            groups.append(_group("accented", _phrases(written, [token.whole for token in tokens])))
        return " OR ".join(group for group in groups if group)

    def _known(self, token: Token) -> tuple[str, ...]:
        """The folded forms to look up for ``token``: itself, or what it was meant to be."""
        word = token.folded
        if token.whole or len(word) < _SHORTEST_REPAIRED or not word.isalpha():
            return (word,)
        vocabulary = self._terms()
        if word in vocabulary:
            return (word,)
        near = process.extract(
            word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=1, limit=None
        )
        by_use = sorted((term for term, _, _ in near), key=lambda term: (-vocabulary[term], term))
        return tuple(by_use[:_NEIGHBOURS]) or (word,)

    def _terms(self) -> dict[str, int]:
        if self._vocabulary is None:
            rows = self._connection.execute(
                "SELECT term, doc FROM lexical_terms WHERE col = 'folded'"
            )
            self._vocabulary = {term: int(count) for term, count in rows if term.isalpha()}
        return self._vocabulary


def _columns(text: str) -> tuple[str, str]:
    tokens = tokenise(text)
    return (
        " ".join(token.accented for token in tokens),
        " ".join(token.folded for token in tokens),
    )


def _phrases(words: Sequence[tuple[str, ...]], whole: Sequence[bool]) -> list[str]:
    """Single words, then pairs of neighbouring syllables: a Vietnamese word is often two."""
    singles = [form for forms in words for form in forms]
    syllables = [forms[0] for forms, joined in zip(words, whole, strict=True) if not joined]
    pairs = [f"{left} {right}" for left, right in pairwise(syllables)]
    return list(dict.fromkeys((*singles, *pairs)))


def _group(column: str, phrases: Sequence[str]) -> str:
    if not phrases:
        return ""
    # Tokens hold letters, digits and "_" only, so quoting them leaves FTS5 no operator to read.
    return f"{{{column}}} : (" + " OR ".join(f'"{phrase}"' for phrase in phrases) + ")"


def _conditions(search_filter: SearchFilter) -> tuple[str, list[str]]:
    sql = ""
    values: list[str] = []
    for column, wanted in (
        ("document_id", search_filter.documents),
        ("kind", search_filter.kinds),
    ):
        if wanted:
            sql += f" AND units.{column} IN ({', '.join('?' * len(wanted))})"
            values.extend(wanted)
    return sql, values
