from __future__ import annotations

from pathlib import Path

from tests.vectorstore.builders import reading, task
from vectorstore.index import Index
from vectorstore.retriever import EvidenceRetriever
from vectorstore.search import SearchFilter


def test_the_retriever_gives_text_with_its_source(tmp_path: Path) -> None:
    work = task("a", "Rà soát thủ tục hành chính")
    with Index.open(tmp_path) as index:
        index.add(reading("a", ["Một đoạn khác"], tasks=[work]))
        (found,) = EvidenceRetriever(index=index, k=3).invoke("ra soat thu tuc")
    assert found.page_content == work.text
    assert found.metadata["unit_id"] == found.id
    assert found.metadata["kind"] == "task"
    assert found.metadata["record_id"] == work.id
    assert found.metadata["source"]["quote"] == work.text
    assert found.metadata["score"] > 0


def test_the_retriever_obeys_its_filter_and_limit(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", [f"chủ trì việc {n}" for n in range(5)]))
        index.add(reading("b", ["chủ trì việc khác"]))
        only = EvidenceRetriever(index=index, k=2, search_filter=SearchFilter(documents=("a",)))
        found = only.invoke("chủ trì")
    assert len(found) == 2
    assert {each.metadata["document_id"] for each in found} == {"a"}
