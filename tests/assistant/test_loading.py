"""Answers given while files are still being read say so, on every surface."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.loading import Loading
from assistant.samples import SampleLoader
from assistant.settings import Settings
from tests.assistant.api.conftest import HERE, TOKEN
from tests.assistant.command_line import Cli
from tests.assistant.fakes import Parts, SlowStore
from ui.render import answer_markdown

_NOTE = "Kho đang nạp tài liệu (xong 0/3 tệp)"


@pytest.fixture
def slow(tmp_path: Path) -> Parts:
    return Parts(tmp_path / "kho", store=SlowStore())


@contextmanager
def _loading(parts: Parts, folder: Path) -> Iterator[None]:
    """While the first file of a folder is being stored."""
    assert isinstance(parts.store, SlowStore)
    loader = SampleLoader(parts.service, folder)
    loader.start()
    assert parts.store.storing.wait(10)
    try:
        yield
    finally:
        parts.store.going_on.set()
        loader.join(10)


def test_an_answer_says_that_files_are_still_read_and_no_longer_does(
    slow: Parts, papers: Path
) -> None:
    with _loading(slow, papers):
        (note,) = slow.service.ask("Ai chủ trì?").notes
        streamed = [one.answer for one in slow.service.ask_stream("Ai chủ trì?") if one.answer]
    assert note.startswith(_NOTE)
    assert note.count(".") == 1
    assert [one.notes for one in streamed] == [(note,)]
    assert slow.service.ask("Ai chủ trì?").notes == ()


def test_the_note_stands_in_the_json_on_the_command_line_and_on_the_page(
    slow: Parts, papers: Path, tmp_path: Path
) -> None:
    app = create_app(slow.service, Settings(data_dir=tmp_path / "kho"), owner_token=TOKEN)
    with (
        TestClient(app, base_url=HERE, client=("127.0.0.1", 5000)) as client,
        _loading(slow, papers),
    ):
        assert (
            client.post("/api/v1/ask", json={"question": "Ai?"})
            .json()["notes"][0]
            .startswith(_NOTE)
        )
        assert _NOTE in Cli(slow.service)("ask", "Ai?").output
        assert _NOTE.split(" (")[0] in answer_markdown(slow.service.ask("Ai?"))


def test_files_that_failed_count_as_read(parts: Parts, papers: Path) -> None:
    (papers / "b.txt").write_text("HỎNG", encoding="utf-8")
    parts.service.ingest([papers])
    assert parts.service.ask("Ai?").notes == ()


def test_several_readings_are_told_together() -> None:
    loading = Loading()
    with loading.of(4) as one_read:
        one_read()
        with loading.of(2):
            assert loading.note is not None
            assert "(xong 1/6 tệp)" in loading.note
        assert loading.note is not None
        assert "(xong 1/4 tệp)" in loading.note
    assert loading.note is None
