"""Corrections by staff, and the originals of what they changed, in the same SQLite file.

What is stored under a corrected record, unit or document is the corrected version, so that every
reader of the store sees it; the version that was read from the file lies beside it here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from ingest.correcting.applying import KeptCorrection
from ingest.correcting.identity import RecordIdentity
from ingest.model import AnyRecord, Correction, Document, EvidenceUnit, Reading

_PREFIX = "sua-"
_Kind = Literal["document", "record", "unit"]
_Item = TypeVar("_Item", AnyRecord, EvidenceUnit)

CORRECTIONS_SCHEMA = """
CREATE TABLE IF NOT EXISTS corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,
    identity TEXT,
    body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS corrections_by_document ON corrections (document_id, number);
CREATE TABLE IF NOT EXISTS originals (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS originals_by_document ON originals (document_id);
"""


class CorrectionStore:
    """Corrections with their record identities. None is ever deleted before its document is.

    The caller owns the connection, its transactions and the order of calls between threads.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def reserve(self, document_id: str) -> str:
        """The id of a correction that :meth:`save` will fill within the same transaction."""
        cursor = self._connection.execute(
            "INSERT INTO corrections (document_id, body) VALUES (?, '')", (document_id,)
        )
        return f"{_PREFIX}{cursor.lastrowid}"

    def save(self, kept: Iterable[KeptCorrection]) -> None:
        """Write corrections under their ids."""
        self._connection.executemany(
            "UPDATE corrections SET identity = ?, body = ? WHERE number = ?",
            (
                (
                    item.identity.model_dump_json() if item.identity else None,
                    item.correction.model_dump_json(),
                    _number(item.correction.id),
                )
                for item in kept
            ),
        )

    def of_document(self, document_id: str) -> list[KeptCorrection]:
        """All corrections of a document and its records, oldest first, undone ones included."""
        rows = self._connection.execute(
            "SELECT identity, body FROM corrections WHERE document_id = ? ORDER BY number",
            (document_id,),
        )
        return [_kept(row[0], row[1]) for row in rows]

    def every(self) -> list[KeptCorrection]:
        """All corrections of all documents, oldest first."""
        rows = self._connection.execute("SELECT identity, body FROM corrections ORDER BY number")
        return [_kept(row[0], row[1]) for row in rows]

    def one(self, correction_id: str) -> KeptCorrection | None:
        """A correction by its id."""
        number = _number(correction_id)
        row = self._connection.execute(
            "SELECT identity, body FROM corrections WHERE number = ?", (number,)
        ).fetchone()
        return None if row is None else _kept(row[0], row[1])

    def forget(self, document_id: str) -> None:
        """Delete the corrections of a document and the originals they changed."""
        self._connection.execute("DELETE FROM corrections WHERE document_id = ?", (document_id,))
        self.forget_originals(document_id)

    def forget_originals(self, document_id: str) -> None:
        """Delete the originals of a document, which is about to be stored anew."""
        self._connection.execute("DELETE FROM originals WHERE document_id = ?", (document_id,))

    def keep_originals(self, read: Reading, corrected: Reading) -> None:
        """Keep what ``corrected`` changes of ``read``, in place of what was kept before."""
        document_id = read.document.id
        self.forget_originals(document_id)
        changed: list[tuple[_Kind, Document | AnyRecord | EvidenceUnit]] = []
        if read.document != corrected.document:
            changed.append(("document", read.document))
        changed.extend(("record", item) for item in _differing(read.records, corrected.records))
        changed.extend(("unit", item) for item in _differing(read.units, corrected.units))
        self._connection.executemany(
            "INSERT INTO originals VALUES (?, ?, ?, ?)",
            (
                (kind, model.id, document_id, model.model_dump_json(by_alias=True))
                for kind, model in changed
            ),
        )

    def as_read(self, stored: Reading) -> Reading:
        """The reading as the file was read, from what is stored and the kept originals."""
        rows = self._connection.execute(
            "SELECT kind, id, body FROM originals WHERE document_id = ?", (stored.document.id,)
        )
        bodies = {(str(row[0]), str(row[1])): str(row[2]) for row in rows}
        if not bodies:
            return stored
        changes: dict[str, object] = {
            name: tuple(_original(bodies, kind, item) for item in getattr(stored, name))
            for name, kind in _PARTS
        }
        changes["document"] = _original(bodies, "document", stored.document)
        return stored.model_copy(update=changes)


_PARTS: tuple[tuple[str, _Kind], ...] = (
    ("targets", "record"),
    ("tasks", "record"),
    ("indicators", "record"),
    ("refs", "record"),
    ("units", "unit"),
)


def _differing(before: Sequence[_Item], after: Sequence[_Item]) -> list[_Item]:
    return [read for read, corrected in zip(before, after, strict=True) if read != corrected]


def _original(
    bodies: dict[tuple[str, str], str], kind: _Kind, item: Document | AnyRecord | EvidenceUnit
) -> Document | AnyRecord | EvidenceUnit:
    body = bodies.get((kind, item.id))
    return item if body is None else type(item).model_validate_json(body)


def _kept(identity: str | None, body: str) -> KeptCorrection:
    return KeptCorrection(
        Correction.model_validate_json(body),
        RecordIdentity.model_validate_json(identity) if identity else None,
    )


def _number(correction_id: str) -> int:
    digits = correction_id.removeprefix(_PREFIX)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 18 else -1
