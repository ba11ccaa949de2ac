"""The one SQLite file of a data folder: how it is opened, and how it is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vectorstore.corrections import CORRECTIONS_SCHEMA
from vectorstore.errors import BrokenStore, StoreError
from vectorstore.words import WordCounts

SCHEMA_VERSION = "1"
_CACHE_KIB = 65_536

# Tables of long rows keep their row numbers: without them a row lies in the inner pages of its tree
# too, where two fit on a page, and finding one among 300,000 means reading a dozen pages.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS records (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    document_id TEXT NOT NULL,
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS records_by_document ON records (document_id, kind, position);
CREATE TABLE IF NOT EXISTS units (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    digest TEXT NOT NULL,
    embedded INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS units_by_document ON units (document_id, position);
CREATE INDEX IF NOT EXISTS units_by_digest ON units (digest);
CREATE INDEX IF NOT EXISTS units_pending ON units (number) WHERE embedded = 0;
CREATE TABLE IF NOT EXISTS reports (document_id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS vectors (digest TEXT PRIMARY KEY, vector BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS orphans (number INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE IF NOT EXISTS lexical USING fts5(
    accented, folded, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
CREATE TABLE IF NOT EXISTS words (word TEXT PRIMARY KEY, units INTEGER NOT NULL) WITHOUT ROWID;
"""


def open_database(path: Path) -> sqlite3.Connection:
    """Open or create the database file, durable and with deleted content overwritten.

    The connection may be used by several threads, one at a time; transactions are explicit.

    Raises:
        BrokenStore: the file is no database, or one that another program version wrote.
    """
    try:
        connection = sqlite3.connect(
            path, timeout=5.0, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise BrokenStore(
            f"Không mở được {path} ({error}); hãy kiểm tra quyền ghi của thư mục dữ liệu."
        ) from error
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.executescript(_SCHEMA + CORRECTIONS_SCHEMA)
        version = get_meta(connection, "schema")
        if version is None:
            version = SCHEMA_VERSION
            set_meta(connection, "schema", version)
        WordCounts(connection).fill()
    except sqlite3.Error as error:
        connection.close()
        raise BrokenStore(
            f"Tệp {path} không đọc được ({error}); hãy chuyển thư mục dữ liệu sang chỗ khác "
            "rồi nạp lại các văn bản."
        ) from error
    if version != SCHEMA_VERSION:
        connection.close()
        raise BrokenStore(
            f"Tệp {path} do phiên bản khác của chương trình tạo ra (cấu trúc {version}, cần "
            f"{SCHEMA_VERSION}); hãy nạp lại các văn bản vào một thư mục dữ liệu mới."
        )
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: commits at the end, rolls back on any error.

    Raises:
        StoreError: the disk is full, read-only or failing; nothing was changed.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise StoreError(
                f"Không ghi được vào cơ sở dữ liệu ({error}); hãy kiểm tra dung lượng đĩa và quyền "
                "ghi của thư mục dữ liệu."
            ) from error
        raise


def get_meta(connection: sqlite3.Connection, key: str) -> str | None:
    """The value remembered under ``key``."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def set_meta(connection: sqlite3.Connection, key: str, value: str | None) -> None:
    """Remember ``value`` under ``key``; ``None`` forgets it."""
    if value is None:
        connection.execute("DELETE FROM meta WHERE key = ?", (key,))
    else:
        connection.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
