"""Runs a reader in a child process: a hostile file can cost seconds, never the program."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import ingest
from ingest import errors
from ingest.errors import BrokenFile, OversizedFile, ReadingError
from ingest.model import Content
from ingest.readers.limits import Limits
from ingest.readers.progress import Progress, Watch
from ingest.readers.signature import Kind
from ingest.readers.wire import content_from_json

_log = logging.getLogger(__name__)
_ROOT = Path(ingest.__file__).resolve().parents[1]
_LIMIT_SIGNALS = {"SIGXCPU", "SIGXFSZ", "SIGKILL"}


def read_in_child(
    kind: Kind, path: Path, *, limits: Limits, progress: Progress | None = None
) -> Content:
    """Read ``path`` with the reader for ``kind`` under ``limits``.

    ``progress`` hears, in another thread, of every page of a scan.

    Raises:
        ReadingError: What the reader raised, :class:`OversizedFile` where a limit was hit, or
            :class:`BrokenFile` where the reader died of the file.
    """
    command = [
        *(sys.executable, "-P", "-m", "ingest.readers.worker"),
        *(kind, str(path.resolve()), json.dumps(asdict(limits))),
    ]
    with tempfile.TemporaryFile(prefix="cchc-read-") as output:
        with subprocess.Popen(  # noqa: S603 - our own module, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
        ) as child:
            if child.stderr is None:
                raise RuntimeError("the reader's process was started without a pipe")
            watch = Watch(
                child.stderr,
                progress,
                seconds=limits.wall_seconds,
                page_seconds=limits.scan_page_seconds,
                pages=limits.pages,
            )
            try:
                _wait(child, watch, path=path, limits=limits)
            finally:
                _end(child)
                watch.finish()
        return _result(output, child.returncode, path=path, limits=limits)


def _wait(child: subprocess.Popen[bytes], watch: Watch, *, path: Path, limits: Limits) -> None:
    """Until the process ends, or the deadline passes without a new page."""
    while True:
        try:
            child.wait(timeout=max(watch.deadline - time.monotonic(), 0.01))
        except subprocess.TimeoutExpired as error:
            if time.monotonic() >= watch.deadline:
                raise _too_slow(path, limits.wall_seconds) from error
        else:
            return


def _environment() -> dict[str, str]:
    """One thread per maths library, since each thread reserves address space."""
    single = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    return {**os.environ, **single, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the child's own session, LibreOffice included."""
    if sys.platform == "win32":
        child.kill()
    elif child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)


def _result(output: IO[bytes], code: int, *, path: Path, limits: Limits) -> Content:
    output.seek(0)
    data = output.read()
    if code == 0:
        return content_from_json(data)
    if code < 0 and signal.Signals(-code).name in _LIMIT_SIGNALS:
        raise _too_slow(path, limits.cpu_seconds)
    failure = _failure(data)
    known = getattr(errors, failure.get("error", ""), None)
    if isinstance(known, type) and issubclass(known, ReadingError):
        raise known(failure["message"])
    if failure.get("error") == "MemoryError":
        raise OversizedFile(
            f"Tệp {path.name} cần hơn {limits.memory_bytes // (1024 * 1024)} MB bộ nhớ để đọc; "
            "hãy chia tệp thành các phần nhỏ hơn rồi nạp lại."
        )
    _log.warning("reader of %s ended with %s (%s)", path.name, code, failure.get("error"))
    raise BrokenFile(
        f"Tệp {path.name} có cấu trúc hỏng nên không đọc được; "
        "hãy mở tệp bằng phần mềm đã tạo ra nó rồi lưu lại."
    )


def _failure(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _too_slow(path: Path, seconds: int) -> OversizedFile:
    return OversizedFile(
        f"Tệp {path.name} cần hơn {seconds} giây để đọc, vượt mức cho phép; "
        "hãy chia tệp thành các phần nhỏ hơn rồi nạp lại."
    )
