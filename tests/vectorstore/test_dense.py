from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from tests.vectorstore.builders import reading
from tests.vectorstore.fakes import DIMENSION, UnreachableEmbeddings, WordBagEmbeddings
from vectorstore.dense import DenseEntry, DenseIndex
from vectorstore.errors import DenseUnavailable, EmbeddingMismatch, EmbeddingUnavailable
from vectorstore.index import Index
from vectorstore.search import SearchFilter

TEXTS = [f"Văn phòng Sở chủ trì nhiệm vụ số {number}" for number in range(1, 8)]


def filled(folder: Path, model: WordBagEmbeddings | None = None) -> Index:
    index = Index.open(folder, model or WordBagEmbeddings())
    index.add(reading("a", TEXTS))
    index.embed_pending()
    return index


def large(folder: Path) -> Index:
    """Enough vectors that Chroma has written its graph to disk."""
    index = filled(folder)
    index.add(reading("large", [f"mục {number}" for number in range(1100)]))
    index.embed_pending(batch=1000)
    return index


def vector_folder(folder: Path) -> Path:
    (only,) = folder.glob("vectors-*")
    return only


def test_units_are_found_by_words_before_their_vectors_exist(tmp_path: Path) -> None:
    with Index.open(tmp_path, WordBagEmbeddings()) as index:
        index.add(reading("a", TEXTS))
        hit = index.search("chủ trì nhiệm vụ số 3")[0]
        assert (hit.unit.text, hit.dense_rank, hit.lexical_rank) == (TEXTS[2], None, 1)
        assert hit.similarity is None
        (sentence,) = index.health().degraded
        assert "7 đoạn chưa có véc-tơ" in sentence

        seen: list[tuple[int, int]] = []
        assert index.embed_pending(lambda done, total: seen.append((done, total)), batch=3) == 7
        assert seen == [(3, 7), (6, 7), (7, 7)]
        hit = index.search("chủ trì nhiệm vụ số 3")[0]
        assert (hit.unit.text, hit.dense_rank, hit.lexical_rank) == (TEXTS[2], 1, 1)
        assert hit.similarity is not None
        assert 0.5 < hit.similarity <= 1.0 + 1e-6
        assert index.health().degraded == ()


def test_embedding_stops_after_the_batch_in_work_and_goes_on_later(tmp_path: Path) -> None:
    stop = threading.Event()
    with Index.open(tmp_path, WordBagEmbeddings()) as index:
        index.add(reading("a", TEXTS))
        assert index.embed_pending(lambda *_: stop.set(), batch=2, stop=stop) == 2
        assert index.health().embedded == 2
        assert index.embed_pending() == 5


def test_only_changed_texts_are_embedded_again(tmp_path: Path) -> None:
    model = WordBagEmbeddings()
    with filled(tmp_path, model) as index:
        model.embedded.clear()
        index.add(reading("a", [*TEXTS[:6], "Một câu mới"]))
        assert index.health().embedded == 0
        assert index.embed_pending() == 7
        assert model.embedded == ["Một câu mới"]


def test_search_filters_hold_for_vectors_too(tmp_path: Path) -> None:
    with filled(tmp_path) as index:
        index.add(reading("b", TEXTS))
        index.embed_pending()
        only = SearchFilter(documents=("b",), kinds=("passage",))
        hits = index.search("chủ trì", k=20, search_filter=only)
        assert {hit.unit.document_id for hit in hits} == {"b"}
        assert all(hit.dense_rank for hit in hits)
        assert index.search("chủ trì", search_filter=SearchFilter(kinds=("ref",))) == []


def test_another_model_is_refused_with_the_remedy_until_vectors_are_rebuilt(
    tmp_path: Path,
) -> None:
    filled(tmp_path).close()
    other = WordBagEmbeddings(identity="fake/other", dimension=16)
    with Index.open(tmp_path, other) as index:
        with pytest.raises(EmbeddingMismatch) as refusal:
            index.search("chủ trì")
        for part in ("fake/word-bag", "fake/other", "64", "cchc ingest --rebuild-vectors"):
            assert part in str(refusal.value)
        index.add(reading("b", ["Một câu khác"]))
        with pytest.raises(EmbeddingMismatch):
            index.embed_pending()
        assert index.health().degraded == (str(refusal.value),)
        assert index.records("tasks") == ()

        assert index.rebuild_vectors() == 8
        assert index.search("chủ trì")[0].dense_rank is not None
        assert (index.health().model, index.health().dimension) == ("fake/other", 16)
        assert index.health().degraded == ()
    with Index.open(tmp_path, WordBagEmbeddings()) as index, pytest.raises(EmbeddingMismatch):
        index.search("chủ trì")


def test_another_dimension_under_the_same_name_is_refused(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with Index.open(tmp_path, WordBagEmbeddings(dimension=16)) as index:
        with pytest.raises(EmbeddingMismatch, match="16 chiều"):
            index.search("chủ trì")
        index.add(reading("b", ["Một câu khác"]))
        with pytest.raises(EmbeddingMismatch, match="16 chiều"):
            index.embed_pending()


def test_without_a_model_search_goes_by_words_and_health_says_so(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with Index.open(tmp_path) as index:
        assert index.search("chủ trì")[0].dense_rank is None
        assert index.embed_pending() == 0
        assert "từ ngữ" in index.health().degraded[0]
        assert index.health().model == "fake/word-bag"


@pytest.mark.parametrize("damage", ["gone", "empty", "garbage", "graph"])
def test_a_broken_vector_index_falls_back_to_words_says_so_and_heals(
    tmp_path: Path, damage: str
) -> None:
    (large if damage == "graph" else filled)(tmp_path).close()
    folder = vector_folder(tmp_path)
    if damage == "gone":
        shutil.rmtree(folder)
    elif damage == "empty":
        (folder / "chroma.sqlite3").write_bytes(b"")
    elif damage == "garbage":
        (folder / "chroma.sqlite3").write_bytes(b"garbage" * 5000)
    else:
        for path in folder.glob("*/*"):
            path.write_bytes(b"xx")
    model = WordBagEmbeddings()
    with Index.open(tmp_path, model) as index:
        hit = index.search("chủ trì nhiệm vụ số 3")[0]
        assert (hit.unit.text, hit.dense_rank) == (TEXTS[2], None)
        assert "--rebuild-vectors" in index.health().degraded[0]

        index.embed_pending()
        # one graph of many equal texts need not hold the same ones among its nearest
        assert any(hit.dense_rank is not None for hit in index.search("chủ trì nhiệm vụ số 3"))
        assert index.health().degraded == ()
        assert model.embedded == [], "kept vectors are not made again"
        assert vector_folder(tmp_path) != folder


def test_rebuilding_with_the_same_model_swaps_the_folder_without_embedding(
    tmp_path: Path,
) -> None:
    model = WordBagEmbeddings()
    with filled(tmp_path, model) as index:
        before = vector_folder(tmp_path)
        found = index.search("chủ trì nhiệm vụ số 5")
        model.embedded.clear()
        assert index.rebuild_vectors() == 0
        assert vector_folder(tmp_path) != before
        assert model.embedded == []
        assert [hit.unit for hit in index.search("chủ trì nhiệm vụ số 5")] == [
            hit.unit for hit in found
        ]


def test_a_vector_that_chroma_lost_is_embedded_again(tmp_path: Path) -> None:
    with filled(tmp_path) as index:
        index._cache.current().remove(sorted(index._ledger.embedded())[:2])
    with Index.open(tmp_path, WordBagEmbeddings()) as index:
        assert "2 đoạn" in index.health().degraded[0]
        assert index.embed_pending() == 2


def test_a_vector_without_a_unit_is_never_found(tmp_path: Path) -> None:
    with filled(tmp_path) as index:
        stray = DenseEntry(9999, "ghost", "passage", [1.0] * DIMENSION)
        index._cache.current().put([stray])
        hits = index.search("chủ trì", k=50)
        assert {hit.unit.document_id for hit in hits} == {"a"}


def test_a_document_removed_while_it_is_embedded_leaves_no_vector(tmp_path: Path) -> None:
    class Removing(WordBagEmbeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            if index.units("a"):
                index.remove("a")
            return super().embed_documents(texts)

    with Index.open(tmp_path, Removing()) as index:
        index.add(reading("a", TEXTS[:3]))
        index.add(reading("b", TEXTS[3:]))
        assert index.embed_pending(batch=32) == 4
        assert index._cache.current().numbers() == index._ledger.embedded()
        assert {hit.unit.document_id for hit in index.search("chủ trì", k=50)} == {"b"}


def test_an_unreachable_model_is_left_alone_for_a_while_and_words_answer(tmp_path: Path) -> None:
    model = UnreachableEmbeddings(down=False)
    with Index.open(tmp_path, model) as index:
        index.add(reading("a", TEXTS))
        index.embed_pending()
        model.down = True
        calls = model.calls
        for _ in range(3):
            assert index.search("chủ trì")[0].dense_rank is None
        assert model.calls == calls + 1
        assert "đang tắt" in index.health().degraded[0]
        index.add(reading("b", ["Một câu khác"]))
        with pytest.raises(EmbeddingUnavailable):
            index.embed_pending()
        assert index.health().embedded == 7
        model.down = False
        assert index.embed_pending() == 1
        assert index.search("chủ trì")[0].dense_rank is not None
        assert index.health().degraded == ()


@pytest.mark.parametrize("answer", [[], [[float("nan")] * 3], [[1.0], [1.0]]])
def test_nonsense_from_a_model_is_not_stored(tmp_path: Path, answer: list[list[float]]) -> None:
    class Nonsense(WordBagEmbeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return answer

    with Index.open(tmp_path, Nonsense()) as index:
        index.add(reading("a", TEXTS[:1]))
        with pytest.raises(EmbeddingUnavailable):
            index.embed_pending()
        assert index.health().embedded == 0


def test_neither_text_nor_telemetry_goes_to_chroma(tmp_path: Path) -> None:
    import os

    with filled(tmp_path):
        assert os.environ["ANONYMIZED_TELEMETRY"] == "False"
    held = b"".join(path.read_bytes() for path in vector_folder(tmp_path).rglob("*.*"))
    assert "nhiệm vụ".encode() not in held


def test_an_index_that_was_never_made_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(DenseUnavailable, match="không còn"):
        DenseIndex.open(tmp_path / "none")
