"""Which folder holds the dense index now, and how a broken or missing one is replaced.

The folder's name stands in SQLite, so a new index is built beside the old one and takes its place
in one transaction. An index that SQLite does not name is debris of a crash and is swept away.
"""

from __future__ import annotations

import shutil
import sqlite3
import uuid
from pathlib import Path

from vectorstore.database import get_meta, set_meta, transaction
from vectorstore.dense import DenseIndex
from vectorstore.errors import DenseUnavailable
from vectorstore.search import SearchFilter
from vectorstore.vectors import VectorLedger

_META = "dense_folder"
_PREFIX = "vectors-"
_BATCH = 1000


class DenseCache:
    """The current :class:`DenseIndex` of a data folder, opened when first needed.

    The caller keeps threads apart. Methods that write start their own transactions.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection, ledger: VectorLedger) -> None:
        self._folder = folder
        self._connection = connection
        self._ledger = ledger
        self._open: DenseIndex | None = None
        self._broken: str | None = None

    @property
    def exists(self) -> bool:
        """Whether there ought to be an index, broken or not."""
        return get_meta(self._connection, _META) is not None

    @property
    def is_open(self) -> bool:
        """Whether the index is in use already, so that a call to it costs little."""
        return self._open is not None

    def current(self) -> DenseIndex:
        """The index in use, with the vectors of removed units deleted.

        Vectors that a crash took from Chroma are noted as pending again.

        Raises:
            DenseUnavailable: there is none, or its folder is missing or broken.
        """
        name = get_meta(self._connection, _META)
        if name is None:
            raise DenseUnavailable("Chưa có chỉ mục véc-tơ; hãy chạy `cchc ingest` để tạo.")
        if self._broken is not None:
            raise DenseUnavailable(self._broken)
        try:
            if self._open is None:
                self._open = DenseIndex.open(self._folder / name)
                self._reconcile(self._open)
                self._sweep(name)
            self._purge(self._open)
        except DenseUnavailable as error:
            self.give_up(error)
            raise
        return self._open

    def give_up(self, error: DenseUnavailable) -> None:
        """Use the index no more, as a call to it failed; :meth:`ready` will make another."""
        self._broken = str(error)
        self.drop_open()

    def ready(self) -> DenseIndex:
        """The index in use, or a new one filled from the kept vectors where there is none."""
        if self.exists:
            try:
                return self.current()
            except DenseUnavailable:
                pass
        return self.rebuild()

    def rebuild(self) -> DenseIndex:
        """Build a new index from the kept vectors, then let it take the old one's place."""
        name = f"{_PREFIX}{uuid.uuid4().hex[:12]}"
        built = DenseIndex.create(self._folder / name)
        filled = self._fill(built)
        self.drop_open()
        with transaction(self._connection):
            self._ledger.mark_pending()
            self._ledger.mark_embedded(filled)
            self._ledger.clear_orphans()
            set_meta(self._connection, _META, name)
        self._open = built
        self._broken = None
        self._sweep(name)
        return built

    def discard(self) -> None:
        """Delete the index; the caller has marked its units as pending or removed them."""
        self.drop_open()
        with transaction(self._connection):
            set_meta(self._connection, _META, None)
            self._ledger.clear_orphans()
        self._broken = None
        self._sweep(None)

    def drop_open(self) -> None:
        """Let go of the index in use, working or not."""
        if self._open is None:
            return
        opened, self._open = self._open, None
        try:
            opened.close()
        except DenseUnavailable:
            return

    def _fill(self, built: DenseIndex) -> list[int]:
        filled: list[int] = []
        while True:
            units = self._ledger.with_vector(after=filled[-1] if filled else 0, limit=_BATCH)
            if not units:
                return filled
            built.put(units)
            filled.extend(unit.number for unit in units)

    def _reconcile(self, opened: DenseIndex) -> None:
        lost = sorted(self._ledger.embedded() - opened.numbers())
        if lost:
            with transaction(self._connection):
                self._ledger.mark_pending(lost)
        dimension = get_meta(self._connection, "dimension")
        if dimension is not None:
            # Only a query loads the graph, which can be broken while the rest is sound.
            opened.nearest([1.0] * int(dimension), 1, search_filter=SearchFilter())

    def _purge(self, opened: DenseIndex) -> None:
        orphans = self._ledger.orphans()
        if orphans:
            opened.remove(orphans)
            with transaction(self._connection):
                self._ledger.clear_orphans()

    def _sweep(self, keep: str | None) -> None:
        for path in self._folder.glob(f"{_PREFIX}*"):
            if path.name != keep:
                shutil.rmtree(path, ignore_errors=True)
