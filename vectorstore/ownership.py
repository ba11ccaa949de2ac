"""One process owns a data folder: the lock, and the note that says who holds it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from vectorstore.errors import FolderBusy, Owner, StoreError

_LOCK = "owner.lock"
_NOTE = "owner.json"
_PATIENCE_S = 0.6
_POLL_S = 0.05


class Ownership:
    """A held folder."""

    def __init__(self, folder: Path, owner: Owner) -> None:
        self._folder = folder
        self.owner = owner

    def announce(self, url: str) -> None:
        """Tell other processes under which address this one answers."""
        self.owner = Owner(pid=self.owner.pid, url=url, started=self.owner.started)
        _write_note(self._folder, self.owner)


@contextmanager
def acquire(folder: Path, *, url: str | None = None) -> Iterator[Ownership]:
    """Own ``folder`` (created where missing) as long as the context lasts.

    The operating system frees the lock of a process that dies, so a note it left is ignored.

    Raises:
        FolderBusy: another process owns the folder; known within two seconds.
        StoreError: the folder cannot be created or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK)
        lock.acquire(timeout=_PATIENCE_S, poll_interval=_POLL_S)
    except Timeout as error:
        raise _busy(folder) from error
    except OSError as error:
        raise StoreError(
            f"Không ghi được vào thư mục dữ liệu {folder} ({error.strerror}); hãy chọn thư mục "
            "khác bằng CCHC_DATA_DIR hoặc `--data-dir`."
        ) from error
    try:
        started = datetime.now(UTC).isoformat(timespec="seconds")
        owned = Ownership(folder, Owner(pid=os.getpid(), url=url, started=started))
        _write_note(folder, owned.owner)
        yield owned
    finally:
        (folder / _NOTE).unlink(missing_ok=True)
        lock.release()


def read_owner(folder: Path) -> Owner | None:
    """What the note in ``folder`` says, unless the process it names is gone."""
    try:
        note = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        owner = Owner(pid=int(note["pid"]), url=note["url"], started=str(note["started"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return owner if _alive(owner.pid) else None


def _busy(folder: Path) -> FolderBusy:
    owner = read_owner(folder)
    if owner is None:
        # The owner holds the lock and writes its note next: give it a moment.
        time.sleep(2 * _POLL_S)
        owner = read_owner(folder)
    who = f"tiến trình {owner.pid}" if owner else "một tiến trình khác"
    where = f" tại {owner.url}" if owner and owner.url else ""
    return FolderBusy(
        f"Thư mục dữ liệu {folder} đang do {who}{where} sử dụng; hãy chờ tiến trình đó xong, dừng "
        "nó lại, hoặc chọn thư mục khác bằng `--data-dir`.",
        owner,
    )


def _write_note(folder: Path, owner: Owner) -> None:
    fresh = folder / f"{_NOTE}.{owner.pid}"
    note = {"pid": owner.pid, "url": owner.url, "started": owner.started}
    fresh.write_text(json.dumps(note), encoding="utf-8")
    fresh.replace(folder / _NOTE)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
