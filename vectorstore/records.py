"""Documents, their records and their evidence units, as JSON bodies in SQLite."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter

from ingest.model import (
    AnyRecord,
    Document,
    EvidenceUnit,
    Indicator,
    Reading,
    RecordKind,
    Ref,
    TableReport,
    Target,
    Task,
)
from ingest.text.unit_keys import UNKNOWN, Issuer
from vectorstore.errors import StoreError
from vectorstore.filters import keeps
from vectorstore.kept import Kept
from vectorstore.search import RecordFilter

_MODELS: dict[RecordKind, type[Target | Task | Indicator | Ref]] = {
    "targets": Target,
    "tasks": Task,
    "indicators": Indicator,
    "refs": Ref,
}
_REPORTS = TypeAdapter(tuple[TableReport, ...])
_Stored = TypeVar("_Stored", bound=BaseModel)
_KEPT = 4_000
_AT_ONCE = 500  # rows that one query asks for by their keys
_ALL = ""


@lru_cache(maxsize=_KEPT)
def _read(model: type[_Stored], body: str) -> _Stored:
    """What a stored body says; bodies come back from question to question, and never change."""
    return model.model_validate_json(body)


def text_digest(text: str) -> str:
    """The name under which the vector of ``text`` is kept: equal texts share one."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class RewrittenUnits:
    """What a change of units means for words and vectors.

    ``removed`` are numbers whose words are to be forgotten, ``renumbered`` those of them whose
    unit bears another number now; ``texts`` are (number, search text) to be found instead.
    """

    removed: tuple[int, ...]
    renumbered: tuple[int, ...]
    texts: tuple[tuple[int, str], ...]


class RecordStore:
    """Everything of a reading but its words and vectors.

    The caller owns the connection, its transactions and the order of calls between threads.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._documents = Kept[str, dict[str, Document]](connection, most=1)

    def put(self, reading: Reading) -> list[tuple[int, str]]:
        """Store a reading whose document is not stored; give back (unit number, search text).

        A document that was stored before keeps its place in the order of documents.

        Raises:
            StoreError: an id of the reading is taken by another record or unit.
        """
        document = reading.document
        try:
            self._connection.execute(
                "INSERT INTO documents (id, sha256, reader_version, body) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, "
                "reader_version = excluded.reader_version, body = excluded.body",
                (document.id, reading.sha256, reading.reader_version, _body(document)),
            )
            self._connection.execute(
                "INSERT INTO reports VALUES (?, ?)",
                (document.id, _REPORTS.dump_json(reading.tables)),
            )
            for kind in _MODELS:
                self._connection.executemany(
                    "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        (record.id, kind, document.id, record.key, position, _body(record))
                        for position, record in enumerate(_of_kind(reading, kind))
                    ),
                )
            self._connection.executemany(
                "INSERT INTO units (id, document_id, kind, position, digest, body) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                map(_unit_row, reading.units),
            )
        except sqlite3.IntegrityError as error:
            raise StoreError(
                f"Văn bản {document.file} có hai mục cùng một mã ({error}); hãy xóa văn bản trùng "
                "khỏi thư mục dữ liệu rồi nạp lại."
            ) from error
        texts = {unit.id: unit.search_text for unit in reading.units}
        numbered = self._connection.execute(
            "SELECT number, id FROM units WHERE document_id = ? ORDER BY number", (document.id,)
        )
        return [(int(number), texts[unit_id]) for number, unit_id in numbered]

    def clear(self, document_id: str) -> list[int]:
        """Delete records and units of a document and give back the numbers of the units.

        The row of the document itself stays until :meth:`put` overwrites or :meth:`forget`
        deletes it.
        """
        rows = self._connection.execute(
            "SELECT number FROM units WHERE document_id = ?", (document_id,)
        ).fetchall()
        self._connection.execute("DELETE FROM records WHERE document_id = ?", (document_id,))
        self._connection.execute("DELETE FROM units WHERE document_id = ?", (document_id,))
        self._connection.execute("DELETE FROM reports WHERE document_id = ?", (document_id,))
        return [int(row[0]) for row in rows]

    def reading(self, document_id: str) -> Reading | None:
        """Everything that is stored of a document."""
        document = self.document(document_id)
        sha256, version = self.sha256(document_id), self.reader_version(document_id)
        if document is None or sha256 is None or version is None:
            return None
        only = RecordFilter(documents=(document_id,))
        return Reading.model_validate(
            {
                "document": document,
                "sha256": sha256,
                "reader_version": version,
                **{kind: self.records(kind, only) for kind in _MODELS},
                "units": self.units(document_id),
                "tables": self.tables(document_id),
            }
        )

    def change(self, before: Reading, after: Reading) -> RewrittenUnits:
        """Store ``after`` over the stored ``before``, which has the same records and units.

        A unit whose embedded text changes gets a new number, so that no old vector speaks for it.
        """
        self._connection.execute(
            "UPDATE documents SET body = ? WHERE id = ?", (_body(after.document), after.document.id)
        )
        self._connection.executemany(
            "UPDATE records SET body = ? WHERE id = ?",
            (
                (_body(new), new.id)
                for old, new in zip(before.records, after.records, strict=True)
                if new != old
            ),
        )
        removed: list[int] = []
        renumbered: list[int] = []
        texts: list[tuple[int, str]] = []
        for old, new in zip(before.units, after.units, strict=True):
            if new == old:
                continue
            row = self._connection.execute("SELECT number FROM units WHERE id = ?", (new.id,))
            number = int(row.fetchone()[0])
            removed.append(number)
            if new.embedding_text != old.embedding_text:
                renumbered.append(number)
                number = self._renumber(number, new)
            else:
                self._connection.execute(
                    "UPDATE units SET body = ? WHERE number = ?", (_body(new), number)
                )
            texts.append((number, new.search_text))
        return RewrittenUnits(tuple(removed), tuple(renumbered), tuple(texts))

    def _renumber(self, number: int, unit: EvidenceUnit) -> int:
        self._connection.execute("DELETE FROM units WHERE number = ?", (number,))
        cursor = self._connection.execute(
            "INSERT INTO units (id, document_id, kind, position, digest, body) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            _unit_row(unit),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def tables(self, document_id: str) -> tuple[TableReport, ...]:
        """How each table of a document was read; nothing where the reader did not say."""
        row = self._connection.execute(
            "SELECT body FROM reports WHERE document_id = ?", (document_id,)
        ).fetchone()
        return () if row is None else _REPORTS.validate_json(row[0])

    def forget(self, document_id: str) -> None:
        """Delete the row of a document."""
        self._connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))
        _read.cache_clear()  # what is deleted is not kept in memory either
        self._documents.forget()

    def documents(self) -> tuple[Document, ...]:
        """All documents in the order of their first ingest."""
        return tuple(self._documents.of(_ALL, self._read_documents).values())

    def _read_documents(self, _: str) -> dict[str, Document]:
        rows = self._connection.execute("SELECT id, body FROM documents ORDER BY seq")
        return {row[0]: Document.model_validate_json(row[1]) for row in rows}

    def document(self, document_id: str) -> Document | None:
        """One document, if it is stored."""
        listed = self._documents.kept(_ALL)
        if listed is not None:
            return listed.get(document_id)
        found = self._document_column("body", document_id)
        return None if found is None else _read(Document, found)

    def sha256(self, document_id: str) -> str | None:
        """Digest of the file bytes that were read."""
        return self._document_column("sha256", document_id)

    def reader_version(self, document_id: str) -> str | None:
        """Version of the reader that read the file."""
        return self._document_column("reader_version", document_id)

    def _document_column(self, column: str, document_id: str) -> str | None:
        row = self._connection.execute(
            f"SELECT {column} FROM documents WHERE id = ?",  # noqa: S608 - fixed names
            (document_id,),
        ).fetchone()
        return None if row is None else str(row[0])

    def records(self, kind: RecordKind, wanted: RecordFilter) -> tuple[AnyRecord, ...]:
        """Records of one kind that ``wanted`` keeps, in document order."""
        model = _MODELS[kind]
        condition, values = _among("records.document_id", wanted.documents)
        rows = self._connection.execute(
            "SELECT records.body FROM records JOIN documents ON documents.id = document_id "  # noqa: S608 - fixed names
            f"WHERE kind = ?{condition} ORDER BY documents.seq, position",
            (kind, *values),
        )
        found = (
            _read(model, row[0]) if wanted.documents else model.model_validate_json(row[0])
            for row in rows
        )
        named = () if wanted.lead is None else self.documents()
        issuers = {document.id: Issuer.of(document) for document in named}
        return tuple(
            record
            for record in found
            if keeps(record, wanted, issuers.get(record.document_id, UNKNOWN))
        )

    def records_by_kind(self, document_id: str) -> dict[RecordKind, tuple[AnyRecord, ...]]:
        """All records of one document, each kind in document order."""
        rows = self._connection.execute(
            "SELECT kind, body FROM records WHERE document_id = ? ORDER BY kind, position",
            (document_id,),
        )
        return {
            kind: tuple(_read(_MODELS[kind], body) for _, body in held)
            for kind, held in groupby(rows, key=itemgetter(0))
        }

    def record(self, record_id: str) -> AnyRecord | None:
        """One record of any kind, if it is stored."""
        return self.records_of([record_id]).get(record_id)

    def records_of(self, ids: Iterable[str]) -> dict[str, AnyRecord]:
        """Records of any kind by their ids, as far as they are stored."""
        rows = self._bearing("SELECT id, kind, body FROM records WHERE id", ids)
        return {row[0]: _read(_MODELS[row[1]], row[2]) for row in rows}

    def units(self, document_id: str) -> tuple[EvidenceUnit, ...]:
        """Evidence units of a document, in document order."""
        rows = self._connection.execute(
            "SELECT body FROM units WHERE document_id = ? ORDER BY position, number",
            (document_id,),
        )
        return tuple(EvidenceUnit.model_validate_json(row[0]) for row in rows)

    def passages(self, document_id: str) -> tuple[EvidenceUnit, ...]:
        """The passages among the units of a document, in document order."""
        rows = self._connection.execute(
            "SELECT body FROM units WHERE document_id = ? AND kind = 'passage' "
            "ORDER BY position, number",
            (document_id,),
        )
        return tuple(_read(EvidenceUnit, row[0]) for row in rows)

    def unit(self, unit_id: str) -> EvidenceUnit | None:
        """One evidence unit, if it is stored."""
        row = self._connection.execute("SELECT body FROM units WHERE id = ?", (unit_id,)).fetchone()
        return None if row is None else EvidenceUnit.model_validate_json(row[0])

    def numbered_units(self, numbers: Iterable[int]) -> dict[int, EvidenceUnit]:
        """The units under ``numbers``; a number that no unit bears is left out."""
        rows = self._bearing("SELECT number, body FROM units WHERE number", numbers)
        return {int(row[0]): _read(EvidenceUnit, row[1]) for row in rows}

    def _bearing(self, query: str, keys: Iterable[str | int]) -> Iterator[tuple[Any, ...]]:
        """The rows of ``query``, which ends with a column, that bear one of ``keys`` there."""
        wanted = [*dict.fromkeys(keys)]
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            yield from self._connection.execute(
                f"{query} IN ({', '.join('?' * len(part))})", part
            ).fetchall()

    def counts(self) -> tuple[int, int, int]:
        """Numbers of documents, of units, and of units in the vector index."""
        row = self._connection.execute(
            "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM units), "
            "(SELECT count(*) FROM units WHERE embedded = 1)"
        ).fetchone()
        return int(row[0]), int(row[1]), int(row[2])


def _unit_row(unit: EvidenceUnit) -> tuple[str, str, str, int, str, str]:
    digest = text_digest(unit.embedding_text)
    return unit.id, unit.document_id, unit.kind, unit.order, digest, _body(unit)


def _of_kind(reading: Reading, kind: RecordKind) -> Sequence[AnyRecord]:
    found: Sequence[AnyRecord] = getattr(reading, kind)
    return found


def _among(column: str, wanted: Sequence[str]) -> tuple[str, list[str]]:
    if not wanted:
        return "", []
    return f" AND {column} IN ({', '.join('?' * len(wanted))})", list(wanted)


def _body(model: Document | AnyRecord | EvidenceUnit) -> str:
    return model.model_dump_json(by_alias=True)
