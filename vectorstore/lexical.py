"""Search by words: SQLite FTS5 with accents, without, and through a mistyped letter.

A small index is searched for any word of the query and ranked by BM25. In a large one that would
score nearly every unit, because words such as "hồ sơ" stand in most of them: there units are
looked up that hold several words of the query at once, fewer and fewer of them until enough are
found, and ranked by how rare the words are that they hold.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from vectorstore.search import SearchFilter
from vectorstore.tokens import Token, tokenise
from vectorstore.words import WordCounts

MAX_TERMS = 64
"""Words of one query that are looked up; a pasted page is searched by its beginning."""

_ACCENTED_WEIGHT = 2.0
_FOLDED_WEIGHT = 1.0
_NEIGHBOURS = 3
_SHORTEST_REPAIRED = 3
_MANY_ROWS = 30_000
"""Entries of the index that a query may touch before it is searched in steps."""
_STEPS_TERMS = 7
_STEP_ROWS = 400
_ENOUGH_ROWS = 800
_RARE = 3000
_FEW_DOCUMENTS = 40
_FEW_UNITS = 5000
_TOGETHER = 0.5


class LexicalIndex:
    """The words of every unit, under the unit's number.

    The caller owns the connection, its transactions and the order of calls between threads.
    """

    def __init__(self, connection: sqlite3.Connection, counts: WordCounts) -> None:
        self._connection = connection
        self._counts = counts

    def add(self, rows: Iterable[tuple[int, str]]) -> None:
        """Index (unit number, text) pairs."""
        columns = [(number, *_columns(text)) for number, text in rows]
        self._connection.executemany(
            "INSERT INTO lexical (rowid, accented, folded) VALUES (?, ?, ?)", columns
        )
        self._counts.add(folded for _, _, folded in columns)

    def remove(self, numbers: Sequence[int]) -> None:
        """Forget units. Call :meth:`compact` afterwards to leave no trace in the file."""
        held = [
            row[0]
            for number in numbers
            for row in self._connection.execute(
                "SELECT folded FROM lexical WHERE rowid = ?", (number,)
            )
        ]
        self._connection.executemany(
            "DELETE FROM lexical WHERE rowid = ?", ((number,) for number in numbers)
        )
        self._counts.remove(held)

    def compact(self) -> None:
        """Merge the index so that words of removed units are gone from the file."""
        self._connection.execute("INSERT INTO lexical (lexical) VALUES ('optimize')")

    def search(
        self,
        query: str,
        limit: int,
        *,
        search_filter: SearchFilter,
        others: Sequence[Sequence[str]] = (),
    ) -> list[int]:
        """Numbers of the best units for ``query``, best first; any text is a valid query.

        Accented words are looked up in both forms and count more where the accents agree; a query
        without accents is looked up folded. A syllable that no unit holds stands for the known
        syllables one letter away. ``others`` are folded phrases that say what the query says.
        """
        tokens = tokenise(query[:20_000])[:MAX_TERMS]
        if not tokens or limit < 1:
            return []
        forms = [self.meant(token) for token in tokens]
        touched = sum(self._counts.of(form) for known in forms for form in known)
        if touched > _MANY_ROWS:
            return self._in_steps([*forms, *map(tuple, others)], limit, search_filter)
        expression = _expression(tokens, forms, others)
        conditions, values = _conditions(search_filter)
        rows = self._connection.execute(
            "SELECT units.number FROM lexical JOIN units ON units.number = lexical.rowid "  # noqa: S608 - fixed text
            f"WHERE lexical MATCH ?{conditions} "
            f"ORDER BY bm25(lexical, {_ACCENTED_WEIGHT}, {_FOLDED_WEIGHT}), units.number LIMIT ?",
            (expression, *values, limit),
        )
        return [int(row[0]) for row in rows]

    def meant(self, token: Token) -> tuple[str, ...]:
        """The folded forms to look up for ``token``: itself, or what it was meant to be."""
        word = token.folded
        if token.whole or len(word) < _SHORTEST_REPAIRED or not word.isalpha():
            return (word,)
        vocabulary = self._counts.alphabetic()
        if word in vocabulary:
            return (word,)
        near = process.extract(
            word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=1, limit=None
        )
        by_use = sorted((term for term, _, _ in near), key=lambda term: (-vocabulary[term], term))
        return tuple(by_use[:_NEIGHBOURS]) or (word,)

    def _in_steps(
        self, forms: Sequence[tuple[str, ...]], limit: int, search_filter: SearchFilter
    ) -> list[int]:
        """Units that hold as many and as rare words of the query as possible."""
        words = list(dict.fromkeys(form for known in forms for form in known))
        rarity = {word: self._counts.rarity(word) for word in words if self._counts.of(word)}
        rarest = sorted(rarity, key=lambda word: -rarity[word])[:_STEPS_TERMS]
        few = self._of_few_documents(search_filter)
        steps = iter(self._steps(rarest))
        found: dict[int, None] = {}
        if few is None and len(rarest) > 2:
            nearly = self._holding_nearly_all(search_filter, rarest)
            if nearly is not None:
                found.update(dict.fromkeys(nearly))
                steps = islice(steps, 1 + len(rarest), None)
        holding = (
            partial(_holding, few) if few is not None else partial(self._holding, search_filter)
        )
        for step in steps:
            found.update(dict.fromkeys(holding(step)))
            if len(found) >= max(_ENOUGH_ROWS, limit):
                break
        texts = self._texts(found) if few is None else {at: text for at, text, _ in few}
        held = {number: texts[number] for number in found}
        weights = _weights(held, rarity, [known[0] for known in forms])
        return sorted(held, key=lambda number: (-weights[number], number))[:limit]

    def _holding_nearly_all(
        self, search_filter: SearchFilter, words: Sequence[str]
    ) -> list[int] | None:
        """All units that hold ``words`` or all but one of them; ``None`` where these are many.

        One query in place of one for each word that may be missing, which each would go through
        the units that hold the others.
        """
        _, nearly_all = _all_or_nearly(words)
        found = [*self._matching(search_filter, nearly_all, most=_STEP_ROWS + 1)]
        return found if len(found) <= _STEP_ROWS else None

    def _holding(self, search_filter: SearchFilter, words: Sequence[str]) -> Iterable[int]:
        """The first units that hold all of ``words``."""
        every = " AND ".join(f'"{word}"' for word in words)
        return self._matching(search_filter, every, most=_STEP_ROWS)

    def _matching(
        self, search_filter: SearchFilter, expression: str, *, most: int
    ) -> Iterator[int]:
        conditions, values = _conditions(search_filter)
        joined = " JOIN units ON units.number = lexical.rowid" if conditions else ""
        rows = self._connection.execute(
            f"SELECT lexical.rowid FROM lexical{joined} "  # noqa: S608 - fixed text
            f"WHERE lexical MATCH ?{conditions} LIMIT ?",
            (f"{{folded}} : ({expression})", *values, most),
        )
        return (int(row[0]) for row in rows)

    def _texts(self, numbers: Iterable[int]) -> dict[int, str]:
        """The folded texts of units, read once though several steps found them."""
        wanted = [*numbers]
        found: dict[int, str] = {}
        for start in range(0, len(wanted), _STEP_ROWS):
            part = wanted[start : start + _STEP_ROWS]
            rows = self._connection.execute(
                "SELECT rowid, folded FROM lexical "  # noqa: S608 - fixed text
                f"WHERE rowid IN ({', '.join('?' * len(part))})",
                part,
            )
            found.update((int(number), folded) for number, folded in rows)
        return found

    def _of_few_documents(
        self, search_filter: SearchFilter
    ) -> list[tuple[int, str, frozenset[str]]] | None:
        """All units of a few documents in order of number; ``None`` where they are too many.

        Reading them is faster than looking for them among all units that hold the words.
        """
        if not 0 < len(search_filter.documents) <= _FEW_DOCUMENTS:
            return None
        conditions, values = _conditions(search_filter)
        rows = self._connection.execute(
            "SELECT units.number, lexical.folded FROM units "  # noqa: S608 - fixed text
            f"JOIN lexical ON lexical.rowid = units.number WHERE 1{conditions} "
            "ORDER BY units.number LIMIT ?",
            (*values, _FEW_UNITS + 1),
        ).fetchall()
        if len(rows) > _FEW_UNITS:
            return None
        return [(int(number), folded, frozenset(folded.split())) for number, folded in rows]

    def _steps(self, rarest: Sequence[str]) -> Iterator[Sequence[str]]:
        """Words that must stand together: all, then all but one, then fewer, then rare ones."""
        if not rarest:
            return
        yield rarest
        if len(rarest) > 2:
            yield from (
                [word for at, word in enumerate(rarest) if at != left]
                for left in reversed(range(len(rarest)))
            )
        for size in (3, 2):
            if len(rarest) > size + 1:
                yield from (rarest[at : at + size] for at in range(len(rarest) - size + 1))
        yield from ([word] for word in rarest if self._counts.of(word) <= _RARE)
        yield rarest[:1]


def _holding(
    units: Sequence[tuple[int, str, frozenset[str]]], words: Sequence[str]
) -> Iterable[int]:
    wanted = frozenset(words)
    return islice((number for number, _, own in units if wanted <= own), _STEP_ROWS)


def _weights(
    found: Mapping[int, str], rarity: Mapping[str, float], words: Sequence[str]
) -> dict[int, float]:
    """How rare the words are that each unit holds, those counted again that stand together."""
    asked, singles = frozenset(rarity), [*rarity.items()]
    pairs = [
        (left, right, f" {left} {right} ", rarity[left] + rarity[right])
        for left, right in pairwise(words)
        if left in rarity and right in rarity
    ]
    weights: dict[int, float] = {}
    known: dict[frozenset[str], tuple[float, list[tuple[str, float]]]] = {}
    for number, text in found.items():
        held = asked.intersection(text.split(" "))
        if held not in known:  # many units hold the same words of the query
            known[held] = (
                sum([share for word, share in singles if word in held]),
                [(pair, share) for left, right, pair, share in pairs if {left, right} <= held],
            )
        single, beside = known[held]
        between_blanks = f" {text} "
        together = [share for pair, share in beside if pair in between_blanks]
        weights[number] = single + _TOGETHER * sum(together)
    return weights


def _all_or_nearly(words: Sequence[str]) -> tuple[str, str]:
    """What finds units that hold all of ``words``, and all or all but one of them.

    The second is empty for a single word: any unit holds all but one.
    """
    if len(words) == 1:
        return f'"{words[0]}"', ""
    half = len(words) // 2
    left, nearly_left = _all_or_nearly(words[:half])
    right, nearly_right = _all_or_nearly(words[half:])
    all_but_left = f"({nearly_left} AND {right})" if nearly_left else right
    all_but_right = f"({left} AND {nearly_right})" if nearly_right else left
    return f"({left} AND {right})", f"({all_but_left} OR {all_but_right})"


def _columns(text: str) -> tuple[str, str]:
    tokens = tokenise(text)
    return (
        " ".join(token.accented for token in tokens),
        " ".join(token.folded for token in tokens),
    )


def _expression(
    tokens: Sequence[Token], forms: Sequence[tuple[str, ...]], others: Sequence[Sequence[str]]
) -> str:
    """Any word or pair of neighbours, folded, and as typed where the query bears accents."""
    whole = [token.whole for token in tokens]
    folded = [*_phrases(forms, whole), *(" ".join(phrase) for phrase in others)]
    groups = [_group("folded", list(dict.fromkeys(folded)))]
    if any(token.accented != token.folded for token in tokens):
        written = [(token.accented,) for token in tokens]
        groups.append(_group("accented", _phrases(written, whole)))
    return " OR ".join(groups)


def _phrases(words: Sequence[tuple[str, ...]], whole: Sequence[bool]) -> list[str]:
    """Single words, then pairs of neighbouring syllables: a Vietnamese word is often two."""
    singles = [form for forms in words for form in forms]
    syllables = [forms[0] for forms, joined in zip(words, whole, strict=True) if not joined]
    pairs = [f"{left} {right}" for left, right in pairwise(syllables)]
    return list(dict.fromkeys((*singles, *pairs)))


def _group(column: str, phrases: Sequence[str]) -> str:
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
