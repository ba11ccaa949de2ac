"""The secret by which a server knows processes that may read its data folder."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FILE = "server.token"


@contextmanager
def published(data_dir: Path) -> Iterator[str]:
    """A new token, readable in ``data_dir`` by the user of this process while the context lasts."""
    path = data_dir / _FILE
    token = secrets.token_urlsafe(32)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(token)
    try:
        yield token
    finally:
        path.unlink(missing_ok=True)


def read(data_dir: Path) -> str | None:
    """The token of the server that owns ``data_dir``, where there is one we may read."""
    try:
        return (data_dir / _FILE).read_text(encoding="ascii")
    except OSError:
        return None
