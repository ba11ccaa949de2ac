"""What was read from the database, kept until something is written to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Up to ``most`` values read through ``connection``, dropped when it writes anything.

    Within a transaction nothing is added, since it may be rolled back. No other process may
    write: see :mod:`vectorstore.ownership`.
    """

    def __init__(self, connection: sqlite3.Connection, *, most: int) -> None:
        self._connection = connection
        self._most = most
        self._stamp = 0
        self._found: dict[Key, Value] = {}

    def of(self, key: Key, read: Callable[[Key], Value]) -> Value:
        """The value of ``key``, read where it is not known any more."""
        found = self.kept(key)
        if found is None:
            found = read(key)
            if not self._connection.in_transaction:
                if len(self._found) >= self._most:
                    self._found.clear()
                self._found[key] = found
        return found

    def kept(self, key: Key) -> Value | None:
        """The value of ``key`` if it is known."""
        stamp = self._connection.total_changes
        if stamp != self._stamp:
            self._found.clear()
            self._stamp = stamp
        return self._found.get(key)

    def forget(self) -> None:
        """Drop everything."""
        self._found.clear()
