from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from tests.vectorstore.builders import reading
from tests.vectorstore.fakes import UnreachableEmbeddings, WordBagEmbeddings
from vectorstore.background import BackgroundEmbedder
from vectorstore.index import Index


def until(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return False


def test_what_is_pending_is_embedded_at_start_and_after_waking(tmp_path: Path) -> None:
    with Index.open(tmp_path, WordBagEmbeddings()) as index:
        index.add(reading("a", ["một", "hai"]))
        embedder = BackgroundEmbedder(index)
        embedder.start()
        assert until(lambda: index.health().embedded == 2)
        index.add(reading("b", ["ba"]))
        embedder.wake()
        assert until(lambda: index.health().embedded == 3)
        assert embedder.problem is None
        assert embedder.stop()
        assert not embedder.running


def test_a_failure_is_said_and_tried_again(tmp_path: Path) -> None:
    model = UnreachableEmbeddings()
    with Index.open(tmp_path, model) as index:
        index.add(reading("a", ["một"]))
        embedder = BackgroundEmbedder(index, retry_after=0.05)
        embedder.start()
        assert until(lambda: embedder.problem is not None)
        assert "đang tắt" in str(embedder.problem)
        assert any("đang tắt" in sentence for sentence in index.health().degraded)
        model.down = False
        assert until(lambda: index.health().embedded == 1)
        assert until(lambda: embedder.problem is None)
        assert embedder.stop()


class Endless:
    """Embeds until it is told to stop."""

    def __init__(self) -> None:
        self.started = threading.Event()

    def embed_pending(self, *, stop: threading.Event | None = None) -> int:
        assert stop is not None
        self.started.set()
        stop.wait(30)
        return 0


class Failing:
    """Fails in a way that is no error of the store."""

    def embed_pending(self, *, stop: threading.Event | None = None) -> int:
        raise OSError("đĩa đầy")


def test_stopping_ends_work_in_progress(tmp_path: Path) -> None:
    work = Endless()
    embedder = BackgroundEmbedder(work)
    embedder.start()
    assert work.started.wait(5)
    started = time.monotonic()
    assert embedder.stop()
    assert time.monotonic() - started < 5


def test_a_foreign_error_does_not_end_the_thread() -> None:
    embedder = BackgroundEmbedder(Failing(), retry_after=60)
    embedder.start()
    assert until(lambda: embedder.problem is not None)
    assert "đĩa đầy" in str(embedder.problem)
    assert embedder.running
    assert embedder.stop()


def test_stopping_what_never_ran_is_allowed() -> None:
    assert BackgroundEmbedder(Failing()).stop()
