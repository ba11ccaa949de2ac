"""Drafts on disk: whole versions only, broken ones told apart from the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import DraftEvent
from assistant.drafting.document.form import OfficialForm
from assistant.drafting.store import DraftStore, digest_of
from assistant.drafting.stored import Numbers, SourceRef, StoredDraft
from assistant.errors import UnknownDraft
from ingest.model import Document, Reading
from tests.assistant.drafting.compositions import COMPOSITION


def reading(name: str = "pl.docx") -> Reading:
    return Reading(document=Document(id="pl", file=name, path=name), sha256="0", reader_version="1")


def draft(store: DraftStore, *, at: str = "2031-12-01T08:00:00+07:00") -> StoredDraft:
    source = reading()
    made = StoredDraft(
        id=store.new_id("annual-report", 2031, None),
        kind="annual-report",
        title="Báo cáo năm 2031",
        year=2031,
        file="bao-cao.docx",
        form=OfficialForm(year=2031),
        sources=(
            SourceRef(role="annex", digest=digest_of(source), document_id="pl", file="pl.docx"),
        ),
        drafted=COMPOSITION,
        composition=COMPOSITION,
        history=(DraftEvent(at=at, action="drafted"),),
    )
    store.save(made, {digest_of(source): source})
    return made


def test_a_draft_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    made = draft(store)
    assert store.load(made.id) == made
    assert store.reading(made.id, made.sources[0].digest) == reading()


def test_drafts_are_listed_newest_first(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    old = draft(store, at="2031-12-01T08:00:00+07:00")
    new = draft(store, at="2031-12-02T08:00:00+07:00")
    assert [one.id for one in store.listed()[0]] == [new.id, old.id]


def test_a_broken_draft_is_told_and_harms_no_other(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    good, bad = draft(store), draft(store)
    (tmp_path / bad.id / "draft.json").write_text('{"id": "x"', encoding="utf-8")
    found, problems = store.listed()
    assert [one.id for one in found] == [good.id]
    assert len(problems) == 1
    assert bad.id in problems[0]
    with pytest.raises(UnknownDraft, match="bị hỏng"):
        store.load(bad.id)
    store.remove(bad.id)
    assert store.listed()[1] == []


def test_the_list_shows_what_is_stored_and_not_an_older_line(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    made = draft(store)
    line = (tmp_path / made.id / "list.json").read_bytes()
    store.save(made.model_copy(update={"title": "Báo cáo khác"}), {})
    (tmp_path / made.id / "list.json").write_bytes(line)
    assert [one.title for one in store.listed()[0]] == ["Báo cáo khác"]
    (tmp_path / made.id / "list.json").unlink()
    assert [one.title for one in store.listed()[0]] == ["Báo cáo khác"]


def test_a_write_that_breaks_off_leaves_the_last_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DraftStore(tmp_path)
    made = draft(store)

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="space"):
        store.save(made.model_copy(update={"title": "Khác"}), {})
    monkeypatch.undo()
    assert store.load(made.id).title == "Báo cáo năm 2031"


def test_sources_that_are_no_longer_used_are_deleted(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    made = draft(store)
    other = reading("khác.docx")
    ref = made.sources[0].model_copy(update={"digest": digest_of(other)})
    store.save(made.model_copy(update={"sources": (ref,)}), {digest_of(other): other})
    assert {path.name for path in (tmp_path / made.id).iterdir()} == {
        "draft.json", "list.json", f"{digest_of(other)}.json",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "A", "không-có", "a" * 300, "a\x00b"])
def test_strange_ids_are_unknown(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownDraft):
        DraftStore(tmp_path / "drafts").load(name)


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    store = DraftStore(tmp_path)
    made = draft(store)
    assert (tmp_path / made.id / "draft.json").stat().st_mode & 0o077 == 0


def test_marks_stay_with_what_they_are_of() -> None:
    first = Numbers()
    assert [first("a"), first("b"), first("a")] == ["F1", "F2", "F1"]
    again = Numbers(first.known)
    assert [again("c"), again("b")] == ["F3", "F2"]
