"""Vectors that follow in the background while records and words answer already."""

from __future__ import annotations

import sqlite3
import threading
from typing import Protocol

from vectorstore.errors import StoreError

_RETRY_S = 30.0


class Embeds(Protocol):
    """What the thread needs of an index."""

    def embed_pending(self, *, stop: threading.Event | None = None) -> int:
        """Embed what is pending until done or ``stop`` is set; how many units were embedded."""
        ...


class BackgroundEmbedder:
    """A thread that embeds pending units whenever it is woken, and tries again after a failure."""

    def __init__(self, index: Embeds, *, retry_after: float = _RETRY_S) -> None:
        self._index = index
        self._retry_after = retry_after
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._problem: str | None = None

    @property
    def problem(self) -> str | None:
        """The sentence of the last failure; ``None`` once a later run has succeeded."""
        return self._problem

    @property
    def running(self) -> bool:
        """Whether the thread lives."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Start the thread; what is pending already is embedded first."""
        if self.running:
            return
        self._stop.clear()
        self._wake.set()
        self._thread = threading.Thread(target=self._run, name="embedder", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Say that units may be pending."""
        self._wake.set()

    def stop(self, timeout: float = 30.0) -> bool:
        """End after the batch in work; whether the thread has ended within ``timeout`` seconds."""
        self._stop.set()
        self._wake.set()
        if self._thread is None:
            return True
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.wait(self._retry_after if self._problem else None)
            self._wake.clear()
            if self._stop.is_set():
                return
            try:
                self._index.embed_pending(stop=self._stop)
            except StoreError as error:
                self._problem = str(error)
            except (OSError, RuntimeError, ValueError, sqlite3.Error) as error:
                self._problem = (
                    f"Không tạo được véc-tơ ({error}); tìm kiếm chỉ dựa trên từ ngữ, chương trình "
                    "sẽ tự thử lại."
                )
            else:
                self._problem = None
