from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import MissingPath
from assistant.ingestion import collect, ingest
from tests.assistant.fakes import FakeReading, FakeStore, Parts, named


def test_a_folder_is_read_in_sorted_order_without_hidden_and_lock_files(papers: Path) -> None:
    assert [found.path.name for found in collect([papers])] == ["b.txt", "a.txt", "ảnh.png"]


def test_paths_keep_the_order_given_and_come_once(papers: Path) -> None:
    late = papers / "phụ lục" / "a.txt"
    found = collect([late, papers, papers / "b.txt"])
    assert [each.path.name for each in found] == ["a.txt", "b.txt", "ảnh.png"]
    assert found[1].named, "a file that is also named counts as named"


def test_the_data_folder_is_passed_over_when_its_parent_is_ingested(parts: Parts) -> None:
    parts.uploads.mkdir()
    (parts.uploads / "x.txt").write_text("bản sao", encoding="utf-8")
    (parts.data_dir.parent / "thật.txt").write_text("thật", encoding="utf-8")
    documents = parts.service.ingest([parts.data_dir.parent]).documents
    assert [document.file for document in documents] == ["thật.txt"]


def test_a_missing_path_stops_everything_before_anything_is_read(
    parts: Parts, papers: Path
) -> None:
    with pytest.raises(MissingPath, match=r"không-có\.txt"):
        parts.service.ingest([papers, papers / "không-có.txt"])
    assert parts.reading.read_files == []


def test_other_types_are_skipped_in_a_folder_and_fail_when_named(
    parts: Parts, papers: Path
) -> None:
    in_folder = parts.service.ingest([papers]).documents
    assert [document.status for document in in_folder] == ["ingested", "ingested", "skipped"]
    assert [problem.code for problem in in_folder[2].problems] == ["unsupported"]
    (by_name,) = parts.service.ingest([papers / "ảnh.png"]).documents
    assert by_name.status == "failed"
    assert "ảnh.png" in by_name.problems[0].message


def test_an_unchanged_file_is_not_read_again(parts: Parts, papers: Path) -> None:
    parts.service.ingest([papers / "b.txt"])
    (again,) = parts.service.ingest([papers / "b.txt"]).documents
    assert again.status == "unchanged"
    assert again.counts.tasks == 2
    assert parts.reading.read_files == ["b.txt"]


def test_an_unchanged_file_is_read_again_by_a_newer_reader(papers: Path) -> None:
    store, reading = FakeStore(), FakeReading()
    candidate = named(papers / "b.txt")
    ingest([candidate], store=store, reader=reading.as_reader("1"))
    (again,) = ingest([candidate], store=store, reader=reading.as_reader("2"))
    assert again.status == "replaced"


def test_a_changed_file_replaces_its_stored_version(parts: Parts, papers: Path) -> None:
    parts.service.ingest([papers / "b.txt"])
    (papers / "b.txt").write_text("Chỉ một việc\n", encoding="utf-8")
    (again,) = parts.service.ingest([papers / "b.txt"]).documents
    assert again.status == "replaced"
    assert [task.source.quote for task in parts.service.records("tasks")] == ["Chỉ một việc"]


def test_one_broken_file_does_not_stop_the_rest(parts: Parts, papers: Path) -> None:
    (papers / "a-hỏng.txt").write_text("HỎNG", encoding="utf-8")
    documents = parts.service.ingest([papers]).documents
    assert [(found.file, found.status) for found in documents] == [
        ("a-hỏng.txt", "failed"),
        ("b.txt", "ingested"),
        ("a.txt", "ingested"),
        ("ảnh.png", "skipped"),
    ]
    assert [found.file for found in parts.service.documents().documents] == ["b.txt", "a.txt"]


def test_a_file_that_became_unreadable_keeps_its_stored_version(parts: Parts, papers: Path) -> None:
    parts.service.ingest([papers / "b.txt"])
    (papers / "b.txt").write_text("HỎNG", encoding="utf-8")
    (again,) = parts.service.ingest([papers / "b.txt"]).documents
    assert again.status == "failed"
    assert len(parts.service.records("tasks")) == 2


def test_a_link_to_nothing_in_a_folder_fails_with_a_sentence(parts: Parts, papers: Path) -> None:
    (papers / "c.txt").symlink_to(papers / "đã-xóa.txt")
    found = {document.file: document for document in parts.service.ingest([papers]).documents}
    assert found["c.txt"].status == "failed"
    assert "c.txt" in found["c.txt"].problems[0].message


def test_two_files_of_one_name_are_two_documents(parts: Parts, papers: Path) -> None:
    (papers / "phụ lục" / "b.txt").write_text("Việc khác\n", encoding="utf-8")
    parts.service.ingest([papers])
    stored = [found for found in parts.service.documents().documents if found.file == "b.txt"]
    assert len({document.id for document in stored}) == 2
    assert len({document.path for document in stored}) == 2


def test_progress_tells_each_file_and_the_end(parts: Parts, papers: Path) -> None:
    told: list[tuple[str, int, int]] = []
    parts.service.ingest([papers], progress=lambda *step: told.append(step))
    assert told == [
        ("Đọc b.txt", 0, 3),
        ("Đọc a.txt", 1, 3),
        ("Đọc ảnh.png", 2, 3),
        ("Đã đọc xong", 3, 3),
        ("Tạo véc-tơ", 1, 1),
    ]
