"""How far the reading of files has come, told under answers given meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from assistant.answer import Answer


class Loading:
    """Counts the files that are being read into the store; safe to ask from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read = self._all = 0

    @property
    def note(self) -> str | None:
        """What an answer given now lacks, in one sentence; ``None`` while nothing is read."""
        with self._lock:
            read, every = self._read, self._all
        if not every:
            return None
        return (
            f"Kho đang nạp tài liệu (xong {read}/{every} tệp) nên câu trả lời này chỉ dựa trên "
            "các văn bản đã nạp; hãy hỏi lại khi nạp xong."
        )

    @contextmanager
    def of(self, files: int) -> Iterator[Callable[[], None]]:
        """Count ``files`` until the block ends; what is given back tells that one has been read."""
        read = 0

        def one_read() -> None:
            nonlocal read
            with self._lock:
                read += 1
                self._read += 1

        with self._lock:
            self._all += files
        try:
            yield one_read
        finally:
            with self._lock:
                self._all -= files
                self._read -= read


def told(answer: Answer, note: str | None) -> Answer:
    """``answer`` with a note under it, where there is one."""
    return answer if note is None else answer.model_copy(update={"notes": (*answer.notes, note)})
