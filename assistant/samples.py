"""Samples for an empty data folder, loaded while the server answers already."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from assistant.errors import AssistantError
from assistant.service import Service
from vectorstore.errors import StoreError

_LOG = logging.getLogger(__name__)


class _Stopped(Exception):
    """The server goes down; the rest of the samples is left for the next start."""


class SampleLoader:
    """A thread that ingests ``folder`` once, unless a document is stored already."""

    def __init__(self, service: Service, folder: Path) -> None:
        self._service = service
        self._folder = folder
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="samples", daemon=True)
        self._state: str | None = None

    @property
    def note(self) -> str | None:
        """A sentence while the samples are loading, or when they could not be."""
        return self._state

    def start(self) -> None:
        """Begin in the background."""
        self._thread.start()

    def stop(self, timeout: float = 10.0) -> None:
        """Leave off after the file in work."""
        self._stop.set()
        self.join(timeout)

    def join(self, timeout: float) -> None:
        """Wait until the loading has ended, at most ``timeout`` seconds."""
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _run(self) -> None:
        try:
            if not self._service.documents().documents:
                self._service.ingest([self._folder], wait=False, progress=self._progress)
            self._state = None
        except _Stopped:
            _LOG.info("samples: stopped")
        except (AssistantError, StoreError, OSError) as error:
            self._state = f"Chưa nạp được tài liệu mẫu trong {self._folder}: {error}"

    def _progress(self, label: str, done: int, total: int) -> None:
        if self._stop.is_set():
            raise _Stopped
        self._state = f"Đang nạp tài liệu mẫu ({done}/{total}): {label}."
