"""Child process of :mod:`ingest.readers.sandbox`: reads one file, prints one JSON document."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from ingest.errors import ReadingError
from ingest.model import Content
from ingest.readers.limits import Limits
from ingest.readers.progress import Progress, announcement
from ingest.readers.wire import content_to_json

try:
    import resource
except ImportError:  # not a POSIX system: the wall-clock limit still holds
    resource = None  # type: ignore[assignment]


def _limit(name: str, value: int, *, most: int | None = None) -> None:
    """Set a soft limit; ``most`` is what it may be raised to later."""
    if resource is not None:
        with contextlib.suppress(ValueError, OSError):  # already lower, or not known here
            # A soft limit below the hard one, so that a signal tells which limit it was.
            resource.setrlimit(getattr(resource, name), (value, (most or value) + 1))


def _scan_progress(limits: Limits) -> Progress:
    """Announces every page of a scan and allows it its own time and memory."""
    most = _most_seconds(limits)

    def progress(done: int, total: int) -> None:
        used = int(time.process_time()) + 1
        _limit("RLIMIT_CPU", min(used + limits.scan_page_seconds, most), most=most)
        _limit("RLIMIT_AS", limits.scan_memory_bytes)
        os.write(2, announcement(done, total))

    return progress


def _most_seconds(limits: Limits) -> int:
    return limits.cpu_seconds + limits.pages * limits.scan_page_seconds


def _read(kind: str, path: Path, limits: Limits) -> Content:
    if kind == "doc":
        from ingest.readers.legacy_word import convert

        with TemporaryDirectory(prefix="cchc-doc-") as folder:
            # LibreOffice reserves more address space than parsing may, so it runs before the cap.
            converted = convert(path, Path(folder), seconds=limits.wall_seconds)
            return _read("docx", converted, limits)
    _limit("RLIMIT_AS", limits.memory_bytes, most=limits.scan_memory_bytes)
    if kind == "docx":
        from ingest.readers.word import read_word

        return read_word(path, limits=limits)
    if kind == "xlsx":
        from ingest.readers.spreadsheet import read_spreadsheet

        return read_spreadsheet(path, limits=limits)
    from ingest.readers.pdf import read_pdf

    return read_pdf(path, limits=limits, progress=_scan_progress(limits))


@contextlib.contextmanager
def _result_channel() -> Iterator[int]:
    """Standard output for the result alone: what libraries print goes to standard error."""
    channel = os.dup(1)
    os.dup2(2, 1)
    try:
        yield channel
    finally:
        os.close(channel)


def main(arguments: list[str]) -> int:
    """Read ``[kind, path, limits as JSON]``; 0 with content, 1 with an error object."""
    kind, path, caps = arguments
    limits = Limits(**json.loads(caps))
    _limit("RLIMIT_CORE", 0)
    _limit("RLIMIT_CPU", limits.cpu_seconds, most=_most_seconds(limits))
    _limit("RLIMIT_FSIZE", limits.output_bytes)
    with _result_channel() as channel:

        def on_crash(
            crash: type[BaseException], _error: BaseException, _trace: TracebackType | None
        ) -> None:
            os.write(channel, json.dumps({"error": crash.__name__}).encode())

        sys.excepthook = on_crash
        try:
            result = content_to_json(_read(kind, Path(path), limits))
        except ReadingError as error:
            failure = {"error": type(error).__name__, "message": str(error)}
            os.write(channel, json.dumps(failure).encode())
            return 1
        except (MemoryError, RecursionError) as error:
            os.write(channel, json.dumps({"error": type(error).__name__}).encode())
            return 1
        with os.fdopen(os.dup(channel), "wb") as output:
            output.write(result)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
