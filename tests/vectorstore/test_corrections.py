"""Corrections in the store: beside the original, found by search, over re-ingests, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.correcting.values import BadCorrection
from ingest.model import Reading
from ingest.pipeline import read_file
from tests.vectorstore.fakes import WordBagEmbeddings
from vectorstore.errors import UnknownCorrection, UnknownDocument, UnknownRecord
from vectorstore.index import Index
from vectorstore.stored import DATABASE

AT, LATER = "2027-02-01T08:00:00+07:00", "2027-02-02T09:30:00+07:00"
TEXT = (
    "PHỤ LỤC\nNHIỆM VỤ NĂM 2027\n\nTT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\n"
    "1\tRà soát hồ sơ lưu trữ\tTrung tâm Lưu trữ\tQuý I/2027\n"
    "2\tKiểm tra nội bộ\tThanh tra Sở\tQuý II/2027\n"
)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "kho", WordBagEmbeddings()) as opened:
        yield opened


def read(folder: Path, text: str = TEXT) -> Reading:
    path = folder / "phu-luc.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, document_id="d", shown_path="phu-luc.txt")


def correct_lead(index: Index, lead: str = "Phòng Kiểmsoát", *, row: int = 1) -> str:
    record = index.records("tasks")[row]
    (made,) = index.correct("d", {"lead": lead}, by="Cán bộ A", at=AT, record_id=record.id)
    return made.id


def test_records_units_and_both_searches_follow_a_correction(index: Index, tmp_path: Path) -> None:
    index.add(read(tmp_path))
    index.embed_pending()
    number_before = len(index.units("d"))
    correct_lead(index)
    index.embed_pending()
    record = index.records("tasks")[1]
    assert record.corrected[0].new == "Phòng Kiểmsoát"
    assert index.record(record.id) == record
    hit = index.search("kiemsoat")[0]
    assert (hit.unit.record_id, hit.lexical_rank) == (record.id, 1)
    assert "Phòng Kiểmsoát" in hit.unit.text
    assert index.search(hit.unit.text)[0].dense_rank == 1
    assert all("Thanh tra" not in hit.unit.text for hit in index.search("Thanh tra Sở", k=50))
    assert len(index.units("d")) == number_before
    assert index.health().embedded == index.health().units
    assert index._cache.current().numbers() == index._ledger.embedded()


def test_undoing_brings_everything_back_and_keeps_the_history(index: Index, tmp_path: Path) -> None:
    index.add(read(tmp_path))
    index.embed_pending()
    before = (index.records("tasks"), index.units("d"), index.search("Thanh tra Sở"))
    correction = correct_lead(index)
    undone = index.undo_correction(correction, at=LATER)
    index.embed_pending()
    assert (undone.status, undone.undone_at) == ("undone", LATER)
    assert (index.records("tasks"), index.units("d")) == before[:2]
    found = index.search("Thanh tra Sở")
    assert [hit.unit for hit in found] == [hit.unit for hit in before[2]]
    assert [(one.id, one.status) for one in index.corrections("d")] == [(correction, "undone")]
    with pytest.raises(UnknownCorrection, match=correction):
        index.undo_correction(correction, at=LATER)


def test_a_correction_survives_a_restart_and_the_same_and_a_changed_file(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    with Index.open(folder) as index:
        index.add(read(tmp_path))
        correct_lead(index)
    with Index.open(folder) as index:
        assert index.add(read(tmp_path)).problems == ()
        assert index.records("tasks")[1].corrected[0].by == "Cán bộ A"
        longer = TEXT + "3\tTập huấn\tVăn phòng Sở\tQuý III/2027\n"
        assert index.add(read(tmp_path, longer)).problems == ()
        assert [bool(record.corrected) for record in index.records("tasks")] == [
            False, True, False,
        ]  # fmt: skip
        assert index.search("kiemsoat")[0].unit.record_id == index.records("tasks")[1].id


def test_what_no_longer_fits_is_a_problem_of_the_stored_document(
    index: Index, tmp_path: Path
) -> None:
    index.add(read(tmp_path))
    correct_lead(index)
    stored = index.add(read(tmp_path, TEXT.replace("Thanh tra Sở", "Phòng Pháp chế")))
    assert [problem.code for problem in stored.problems] == ["correction_conflict"]
    assert index.document("d") == stored
    assert index.corrections("d")[0].status == "conflict"
    stored = index.add(read(tmp_path, TEXT.replace("Kiểm tra nội bộ", "Mua sắm tài sản")))
    assert [problem.code for problem in stored.problems] == ["correction_orphaned"]
    index.undo_correction(index.corrections("d")[0].id, at=LATER)
    assert index.document("d").problems == ()
    stored = index.add(read(tmp_path))
    assert stored.problems == ()


def test_a_document_keeps_its_corrections_apart_from_anothers(index: Index, tmp_path: Path) -> None:
    index.add(read(tmp_path))
    other = read_file(tmp_path / "phu-luc.txt", document_id="e", shown_path="e/phu-luc.txt")
    index.add(other)
    index.correct("e", {"province": "Tỉnh Mẫu"}, by="Cán bộ B", at=AT)
    correct_lead(index)
    assert index.document("e").province == "Tỉnh Mẫu"
    assert index.document("d").province is None
    assert [one.document_id for one in index.corrections()] == ["e", "d"]
    assert [one.field for one in index.corrections("e")] == ["province"]
    assert index.document("e").revision == 1


def test_removal_deletes_corrections_and_originals_from_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    with Index.open(folder) as index:
        index.add(read(tmp_path))
        correct_lead(index)
        index.remove("d")
        assert index.corrections() == ()
        index.add(read(tmp_path))
        assert index.records("tasks")[1].corrected == ()
        index.remove("d")
    stored = (folder / DATABASE).read_bytes()
    for word in ("Kiểmsoát", "Thanh tra", "Cán bộ A"):
        assert word.encode() not in stored


def test_bad_input_leaves_no_trace(index: Index, tmp_path: Path) -> None:
    index.add(read(tmp_path))
    before = (index.documents(), index.records("tasks"), index.units("d"))
    record = index.records("tasks")[0]
    with pytest.raises(BadCorrection):
        index.correct(
            "d", {"lead": "Phòng Một", "deadline.to": "mai"}, by="A", at=AT, record_id=record.id
        )
    with pytest.raises(UnknownRecord, match="lạ"):
        index.correct("d", {"lead": "x"}, by="A", at=AT, record_id="lạ")
    with pytest.raises(UnknownDocument, match="lạ"):
        index.correct("lạ", {"title": "x"}, by="A", at=AT)
    for unknown in ("lạ", "sua-99", "sua-", "sua-²", "9" * 30):
        with pytest.raises(UnknownCorrection):
            index.undo_correction(unknown, at=AT)
    assert index.corrections() == ()
    assert (index.documents(), index.records("tasks"), index.units("d")) == before


def test_the_reports_of_tables_are_kept_and_go_with_the_document(
    index: Index, tmp_path: Path
) -> None:
    made = read(tmp_path)
    index.add(made)
    assert index.tables("d") == made.tables
    assert len(made.tables) == 1
    index.remove("d")
    assert index.tables("d") == ()
