"""Counts of words stay in step with the index, and a large index is searched in steps."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import vectorstore.lexical as lexical
from tests.vectorstore.builders import reading
from vectorstore.database import open_database
from vectorstore.index import Index
from vectorstore.search import SearchFilter
from vectorstore.stored import DATABASE
from vectorstore.words import WordCounts

TEXTS = ("Hồ sơ một cửa", "Hồ sơ quá hạn", "Kinh phí")


def _counts(folder: Path) -> dict[str, int]:
    with sqlite3.connect(folder / DATABASE) as connection:
        return dict(connection.execute("SELECT word, units FROM words"))


def test_each_word_counts_the_units_that_hold_it(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", TEXTS))
    counts = _counts(tmp_path)
    assert counts["ho"] == counts["so"] == 2
    assert counts["phi"] == 1
    assert counts[""] == 3


def test_a_removed_document_leaves_no_word_behind(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", TEXTS))
        index.add(reading("b", ("Hồ sơ đấu giá",)))
        index.remove("a")
    counts = _counts(tmp_path)
    assert counts["ho"] == 1
    assert "cua" not in counts
    assert counts[""] == 1


def test_a_replaced_document_is_counted_once(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", TEXTS))
        index.add(reading("a", TEXTS[:2]))
    assert _counts(tmp_path)["ho"] == 2
    assert "phi" not in _counts(tmp_path)


def test_a_store_from_before_words_were_counted_is_counted_when_opened(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", TEXTS))
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        connection.execute("DELETE FROM words")
    connection.close()
    with Index.open(tmp_path) as index:
        assert index.search("quá hạn")[0].unit.text == TEXTS[1]
    assert _counts(tmp_path)["ho"] == 2


def test_a_word_of_every_unit_is_common_and_an_unknown_one_rare(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", [f"hồ sơ {word}" for word in ("một", "hai", "ba", "bốn")]))
    counts = WordCounts(open_database(tmp_path / DATABASE))
    assert counts.rarity("ho") < counts.rarity("hai") < counts.rarity("xyz")


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    """An index that takes itself for a large one."""
    monkeypatch.setattr(lexical, "_MANY_ROWS", 5)
    index = Index.open(tmp_path)
    for number in range(12):
        index.add(
            reading(
                f"d{number}",
                (
                    f"Số hồ sơ quá hạn của phòng {number}",
                    f"Số hồ sơ giải quyết của phòng {number}",
                    f"Kinh phí của phòng {number}",
                ),
            )
        )
    return index


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("hồ sơ quá hạn phòng 7", "Số hồ sơ quá hạn của phòng 7"),
        ("ho so giai quyet phong 3", "Số hồ sơ giải quyết của phòng 3"),
        ("kinh phí phòng 11", "Kinh phí của phòng 11"),
        ("kinh phis phòng 11", "Kinh phí của phòng 11"),
        ("hồ sơ quá hạn phòng 7 vũ trụ", "Số hồ sơ quá hạn của phòng 7"),
    ],
)
def test_a_large_index_is_searched_in_steps_with_the_same_first_hit(
    large: Index, query: str, text: str
) -> None:
    with large:
        assert large.search(query)[0].unit.text == text


def test_steps_keep_to_the_filter_and_know_no_word_they_were_not_told(large: Index) -> None:
    with large:
        only = SearchFilter(documents=("d4",))
        hits = large.search("hồ sơ quá hạn phòng 7", search_filter=only)
        assert {hit.unit.document_id for hit in hits} == {"d4"}
        assert large.search("vũ trụ bao la", search_filter=only) == []


def test_few_documents_are_read_through_with_the_same_hits(
    large: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = SearchFilter(documents=tuple(f"d{number}" for number in range(3, 9)))
    queries = ("hồ sơ quá hạn phòng 7", "kinh phí phòng 5", "ho so giai quyet", "vũ trụ bao la")
    with large:
        read_through = [large.search(query, k=30, search_filter=some) for query in queries]
        monkeypatch.setattr(lexical, "_FEW_DOCUMENTS", 0)
        looked_up = [large.search(query, k=30, search_filter=some) for query in queries]
    assert read_through == looked_up
    assert read_through[0]
