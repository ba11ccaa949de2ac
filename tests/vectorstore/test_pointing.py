"""The cheaper searches: what lies nearest in meaning, and which documents hold what is sought."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

from tests.vectorstore.builders import reading
from tests.vectorstore.fakes import UnreachableEmbeddings, WordBagEmbeddings
from vectorstore.index import Index
from vectorstore.search import SearchFilter
from vectorstore.stored import DATABASE

SUBJECTS = {
    "a": "Văn phòng chủ trì số hóa hồ sơ",
    "b": "Thanh tra chủ trì kiểm tra công vụ",
    "c": "Phòng Tổ chức chủ trì đánh giá cán bộ",
}


class WaitingEmbeddings(WordBagEmbeddings):
    """Makes the vector of a question only once its words are being looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.looked_up = threading.Event()
        self.in_time: list[bool] = []

    def embed_query(self, text: str) -> list[float]:
        self.in_time.append(self.looked_up.wait(timeout=5))
        return super().embed_query(text)


def filled(folder: Path, embeddings: WordBagEmbeddings | None = None) -> Index:
    index = Index.open(folder, embeddings or WordBagEmbeddings())
    for document_id, text in SUBJECTS.items():
        index.add(reading(document_id, [text, f"{text} ở cấp xã"]))
    index.embed_pending()
    return index


def test_similar_units_come_nearest_first_without_a_rank_by_words(tmp_path: Path) -> None:
    with filled(tmp_path) as index:
        hits = index.similar("số hóa hồ sơ", k=3)
        assert [hit.unit.document_id for hit in hits[:2]] == ["a", "a"]
        assert [hit.dense_rank for hit in hits] == [1, 2, 3]
        assert [hit.lexical_rank for hit in hits] == [None, None, None]
        likeness = [hit.similarity or 0.0 for hit in hits]
        assert likeness == sorted(likeness, reverse=True)
        only = index.similar("số hóa hồ sơ", search_filter=SearchFilter(documents=("c",)))
        assert {hit.unit.document_id for hit in only} == {"c"}
        assert index.similar("số hóa hồ sơ", k=0) == []


def test_nothing_is_similar_without_vectors(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", [SUBJECTS["a"]]))
        assert index.similar("số hóa hồ sơ") == []


def test_the_documents_pointed_at_are_those_that_search_ranks_first(tmp_path: Path) -> None:
    with filled(tmp_path) as index:
        for question in ("kiểm tra công vụ", "đánh giá cán bộ cấp xã", "hồ sơ"):
            ranked = dict.fromkeys(hit.unit.document_id for hit in index.search(question, k=50))
            assert index.pointed_at(question, most=9) == tuple(ranked)
        assert index.pointed_at("kiểm tra công vụ", most=1) == ("b",)
        within = SearchFilter(documents=("a", "c"))
        assert "b" not in index.pointed_at("kiểm tra công vụ", most=9, search_filter=within)


def test_words_are_looked_up_while_the_vector_of_the_question_is_made(tmp_path: Path) -> None:
    embeddings = WaitingEmbeddings()
    with filled(tmp_path, embeddings) as index:

        def trace(statement: str) -> None:
            if "lexical MATCH" in statement:
                embeddings.looked_up.set()

        index._connection.set_trace_callback(trace)
        assert index.pointed_at("kiểm tra công vụ", most=1) == ("b",)
    assert embeddings.in_time == [True]


def test_a_question_whose_vector_cannot_be_made_is_pointed_at_by_words(tmp_path: Path) -> None:
    embeddings = UnreachableEmbeddings(down=False)
    with filled(tmp_path, embeddings) as index:
        embeddings.down = True
        assert index.pointed_at("kiểm tra công vụ", most=1) == ("b",)
        assert any("đang tắt" in problem for problem in index.health().degraded)


def test_rows_with_long_texts_are_found_by_number(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        for table in ("records", "vectors", "units", "reports"):
            assert connection.execute(f"SELECT count(rowid) FROM {table}").fetchone()
    connection.close()
