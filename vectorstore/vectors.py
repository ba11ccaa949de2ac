"""Which units have a vector, and the vectors themselves: the truth the dense index is built from.

A vector is kept under the digest of its text, so a document that is read again only has its
changed units embedded, and the dense index can be rebuilt without the model.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vectorstore.dense import DenseEntry
from vectorstore.search import SearchFilter


@dataclass(frozen=True, slots=True)
class PendingUnit:
    """A unit that the dense index does not hold yet. ``vector`` is known where its text is."""

    number: int
    document_id: str
    kind: str
    digest: str
    body: str
    vector: Sequence[float] | None


class VectorLedger:
    """Keeps book of vectors. The caller owns the connection, transactions and thread order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def pending(self, limit: int) -> list[PendingUnit]:
        """The next units that the dense index should hold and does not."""
        rows = self._connection.execute(
            "SELECT number, document_id, kind, units.digest, body, vector FROM units "
            "LEFT JOIN vectors ON vectors.digest = units.digest "
            "WHERE embedded = 0 ORDER BY number LIMIT ?",
            (limit,),
        )
        return [
            PendingUnit(row[0], row[1], row[2], row[3], row[4], _unpack(row[5])) for row in rows
        ]

    def with_vector(self, *, after: int, limit: int) -> list[DenseEntry]:
        """The next units above number ``after`` whose vector is kept, lowest number first."""
        rows = self._connection.execute(
            "SELECT number, document_id, kind, vector FROM units "
            "JOIN vectors ON vectors.digest = units.digest "
            "WHERE number > ? ORDER BY number LIMIT ?",
            (after, limit),
        )
        return [DenseEntry(row[0], row[1], row[2], array("f", row[3])) for row in rows]

    def of_documents(self, wanted: SearchFilter, *, most: int) -> list[tuple[int, bytes]] | None:
        """(unit number, packed vector) of what the dense index holds of some documents.

        ``None`` where these are more than ``most`` units.
        """
        documents = ", ".join("?" * len(wanted.documents))
        kinds = f" AND kind IN ({', '.join('?' * len(wanted.kinds))})" if wanted.kinds else ""
        rows = self._connection.execute(
            "SELECT number, vector FROM units JOIN vectors ON vectors.digest = units.digest "  # noqa: S608 - fixed text
            f"WHERE document_id IN ({documents}){kinds} AND embedded = 1 LIMIT ?",
            (*wanted.documents, *wanted.kinds, most + 1),
        ).fetchall()
        return None if len(rows) > most else rows

    def still_there(self, units: Iterable[PendingUnit]) -> list[PendingUnit]:
        """Those of ``units`` that no removal took away meanwhile."""
        return [
            unit
            for unit in units
            if self._connection.execute(
                "SELECT 1 FROM units WHERE number = ?", (unit.number,)
            ).fetchone()
        ]

    def keep(self, vectors: Iterable[tuple[str, Sequence[float]]]) -> None:
        """Remember (text digest, vector) pairs."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
            ((digest, array("f", vector).tobytes()) for digest, vector in vectors),
        )

    def mark_embedded(self, numbers: Iterable[int]) -> None:
        """Note that the dense index accepted these units."""
        self._connection.executemany(
            "UPDATE units SET embedded = 1 WHERE number = ?", ((number,) for number in numbers)
        )

    def mark_pending(self, numbers: Iterable[int] | None = None) -> None:
        """Note that the dense index lacks these units; without ``numbers``, that it lacks all."""
        if numbers is None:
            self._connection.execute("UPDATE units SET embedded = 0 WHERE embedded = 1")
        else:
            self._connection.executemany(
                "UPDATE units SET embedded = 0 WHERE number = ?", ((each,) for each in numbers)
            )

    def embedded(self) -> set[int]:
        """Numbers of the units that the dense index accepted."""
        rows = self._connection.execute("SELECT number FROM units WHERE embedded = 1")
        return {int(row[0]) for row in rows}

    def pending_count(self) -> int:
        """How many units the dense index lacks."""
        row = self._connection.execute("SELECT count(*) FROM units WHERE embedded = 0").fetchone()
        return int(row[0])

    def forget_unused(self) -> None:
        """Drop vectors of texts that no unit has any more."""
        self._connection.execute(
            "DELETE FROM vectors WHERE digest NOT IN (SELECT digest FROM units)"
        )

    def forget_all(self) -> None:
        """Drop every vector: another model is to make them."""
        self._connection.execute("DELETE FROM vectors")
        self._connection.execute("DELETE FROM orphans")
        self.mark_pending()

    def empty(self) -> bool:
        """Whether no vector is kept, so that any model may begin."""
        return self._connection.execute("SELECT 1 FROM vectors LIMIT 1").fetchone() is None

    def add_orphans(self, numbers: Iterable[int]) -> None:
        """Note numbers whose vectors must still be deleted from the dense index."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO orphans VALUES (?)", ((number,) for number in numbers)
        )

    def orphans(self) -> list[int]:
        """Numbers whose vectors must still be deleted."""
        return [int(row[0]) for row in self._connection.execute("SELECT number FROM orphans")]

    def clear_orphans(self) -> None:
        """Note that the dense index deleted them."""
        self._connection.execute("DELETE FROM orphans")


def _unpack(blob: bytes | None) -> Sequence[float] | None:
    return None if blob is None else array("f", blob)
