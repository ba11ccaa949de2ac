"""Vectors for what was read: made at once, or later in the background."""

from __future__ import annotations

from assistant.service import Progress
from assistant.store import Background, Store
from vectorstore.errors import DenseUnavailable, EmbeddingUnavailable


class Vectors:
    """Sees to it that what is stored gets its vectors; search goes on by words without them."""

    def __init__(self, store: Store, background: Background | None) -> None:
        self._store = store
        self._background = background
        self._problem: str | None = None

    def follow(self, *, wait: bool, progress: Progress | None = None) -> None:
        """Let vectors follow. With a background embedder they come later, ``wait`` or not."""
        if self._background:
            self._background.wake()
        elif wait:
            try:
                self._store.embed_pending(
                    progress=(lambda done, total: progress("Tạo véc-tơ", done, total))
                    if progress
                    else None
                )
                self._problem = None
            except (EmbeddingUnavailable, DenseUnavailable) as error:
                self._problem = str(error)

    @property
    def problems(self) -> tuple[str, ...]:
        """Why vectors cannot be made, as sentences."""
        later = self._background.problem if self._background else None
        return tuple(problem for problem in (self._problem, later) if problem)
