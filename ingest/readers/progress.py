"""How a slow reader tells how far it is, and how that crosses from its process to ours."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from typing import IO

Progress = Callable[[int, int], None]
"""Called with the number of pages done, and of all pages that have to be recognised."""

_LINE = re.compile(rb"\x1epage (\d{1,6})/(\d{1,6})\n")
_LONGEST_LINE = 4096


def announcement(done: int, total: int) -> bytes:
    """The line that a reader's process writes for :class:`Watch`."""
    return f"\x1epage {done}/{total}\n".encode()


class Watch:
    """Follows a reader's process: passes its progress on, and gives it time for every page.

    The process has ``seconds`` until ``deadline``, and ``page_seconds`` from each page it
    announces, of which there may be ``pages``.
    """

    def __init__(
        self,
        stream: IO[bytes],
        progress: Progress | None,
        *,
        seconds: float,
        page_seconds: float,
        pages: int,
    ) -> None:
        self.deadline = time.monotonic() + seconds
        self._stream = stream
        self._progress = progress
        self._page_seconds = page_seconds
        self._pages = pages
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Wait for the last announcement."""
        self._thread.join(timeout=1.0)

    def _follow(self) -> None:
        last = -1
        while line := self._stream.readline(_LONGEST_LINE):
            found = _LINE.fullmatch(line)
            if found is None:
                continue
            done, total = int(found[1]), int(found[2])
            if last < done <= total <= self._pages:
                last = done
                self.deadline = max(self.deadline, time.monotonic() + self._page_seconds)
                if self._progress is not None:
                    self._progress(done, total)
