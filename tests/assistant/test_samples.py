from __future__ import annotations

import threading
from pathlib import Path

from assistant.samples import SampleLoader
from tests.assistant.fakes import Parts, SlowStore


def finish(loader: SampleLoader) -> None:
    loader.start()
    loader.join(10)


def test_samples_fill_an_empty_folder(parts: Parts, papers: Path) -> None:
    loader = SampleLoader(parts.service, papers)
    finish(loader)
    assert len(parts.store.readings) == 2
    assert loader.note is None


def test_samples_stay_out_of_a_folder_in_use(parts: Parts, papers: Path) -> None:
    parts.service.ingest([papers / "b.txt"])
    finish(SampleLoader(parts.service, papers))
    assert len(parts.store.readings) == 1


def test_stopping_leaves_off_after_the_file_in_work(tmp_path: Path, papers: Path) -> None:
    store = SlowStore()
    loader = SampleLoader(Parts(tmp_path / "kho", store=store).service, papers)
    loader.start()
    assert store.storing.wait(10)
    assert loader.note is not None
    assert "b.txt" in loader.note
    threading.Timer(0.1, store.going_on.set).start()
    loader.stop()
    assert len(store.readings) == 1


def test_a_vanished_folder_is_noted(parts: Parts, tmp_path: Path) -> None:
    loader = SampleLoader(parts.service, tmp_path / "không có")
    finish(loader)
    assert loader.note is not None
    assert "không có" in loader.note
