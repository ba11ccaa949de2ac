"""What was read is kept only as long as nothing is written, and reading at once reads the same."""

from __future__ import annotations

import sqlite3
from itertools import product
from pathlib import Path

import pytest

from tests.vectorstore.builders import reading
from vectorstore.index import Index
from vectorstore.kept import Kept
from vectorstore.lexical import _all_or_nearly
from vectorstore.search import RecordFilter
from vectorstore.tokens import joined_forms, tokenise


@pytest.fixture
def connection() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute("CREATE TABLE berths (name TEXT, ships INTEGER)")
    made.execute("INSERT INTO berths VALUES ('Bến Gỗ', 3)")
    return made


def _ships(connection: sqlite3.Connection) -> Kept[str, int]:
    return Kept[str, int](connection, most=2)


def _count(connection: sqlite3.Connection, name: str) -> int:
    found = connection.execute("SELECT ships FROM berths WHERE name = ?", (name,)).fetchone()
    return int(found[0])


def test_a_value_is_read_once_until_something_is_written(connection: sqlite3.Connection) -> None:
    kept, asked = _ships(connection), list[str]()

    def read(name: str) -> int:
        asked.append(name)
        return _count(connection, name)

    assert (kept.of("Bến Gỗ", read), kept.of("Bến Gỗ", read)) == (3, 3)
    assert len(asked) == 1
    connection.execute("UPDATE berths SET ships = 8")
    assert kept.of("Bến Gỗ", read) == 8


def test_what_a_transaction_takes_back_is_not_kept(connection: sqlite3.Connection) -> None:
    kept = _ships(connection)
    connection.execute("BEGIN")
    connection.execute("UPDATE berths SET ships = 8")
    assert kept.of("Bến Gỗ", lambda name: _count(connection, name)) == 8
    connection.execute("ROLLBACK")
    assert kept.of("Bến Gỗ", lambda name: _count(connection, name)) == 3


def test_no_more_is_kept_than_said(connection: sqlite3.Connection) -> None:
    kept = _ships(connection)
    for name in ("a", "b", "c"):
        kept.of(name, len)
    assert [kept.kept(name) for name in ("a", "b", "c")] == [None, None, 1]


def test_a_removed_or_replaced_document_is_not_told_from_memory(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", ("Bến phà Hạ Lũng",)))
        index.add(reading("b", ("Trạm bơm Đồi Sim",)))
        assert [document.id for document in index.documents()] == ["a", "b"]
        index.remove("a")
        assert [document.id for document in index.documents()] == ["b"]
        changed = reading("b", ("Trạm bơm Đồi Sim",))
        document = changed.document.model_copy(update={"title": "Quy chế trạm bơm"})
        index.add(changed.model_copy(update={"document": document}))
        assert index.document("b").title == "Quy chế trạm bơm"


def test_records_read_at_once_are_those_of_each_kind(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", ("Nạo vét luồng Cửa Đông", "Sơn lại phao số 4")))
        index.add(reading("b", ("Trạm bơm Đồi Sim",)))
        only = RecordFilter(documents=("a",))
        at_once = index.records_by_kind("a")
        for kind in ("targets", "tasks", "indicators", "refs"):
            assert at_once.get(kind, ()) == index.records(kind, only)


@pytest.mark.parametrize("size", [3, 4, 7])
def test_one_query_finds_what_lacks_no_word_or_one(size: int) -> None:
    words = [f"từ{at}" for at in range(size)]
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(held)")
    for held in product((False, True), repeat=size):
        text = " ".join(word for word, has in zip(words, held, strict=True) if has)
        connection.execute("INSERT INTO texts VALUES (?)", (f"chung {text}",))
    _, nearly_all = _all_or_nearly(words)
    found = connection.execute("SELECT held FROM texts WHERE texts MATCH ?", (nearly_all,))
    lengths = sorted(len(row[0].split()) - 1 for row in found)
    assert lengths == [size - 1] * size + [size]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 417 / KH- SGT ngày 06 tháng 02 năm 2031 của Sở Giao thông Hạ Lũng",
        "Đạt 1.355.391 lượt – tăng 02 %; HC&BTTP, mục III.1.9",
        "",
    ],
)
def test_joined_forms_are_those_of_the_tokens(text: str) -> None:
    tokens = tokenise(text)
    folded, accented = joined_forms(text)
    assert folded == " ".join(token.folded for token in tokens)
    assert accented == " ".join(token.accented for token in tokens)
