"""Progress of a scan crosses from the reader's process, and buys it time for each page."""

import os
import time
from typing import IO

from ingest.readers.progress import Watch, announcement


def watched(text: bytes, heard: list[tuple[int, int]], *, pages: int = 10) -> Watch:
    reading, writing = os.pipe()
    os.write(writing, text)
    os.close(writing)
    stream: IO[bytes] = os.fdopen(reading, "rb")
    watch = Watch(
        stream,
        lambda done, total: heard.append((done, total)),
        seconds=1,
        page_seconds=60,
        pages=pages,
    )
    watch.finish()
    stream.close()
    return watch


def test_pages_are_heard_in_order_and_other_output_is_passed_over() -> None:
    heard: list[tuple[int, int]] = []
    watched(b"a warning\n" + announcement(0, 2) + b"\x1epage x/y\n" + announcement(1, 2), heard)
    assert heard == [(0, 2), (1, 2)]


def test_every_page_begun_moves_the_deadline() -> None:
    watch = watched(announcement(0, 2), [])
    assert watch.deadline > time.monotonic() + 50


def test_silence_leaves_the_deadline() -> None:
    assert watched(b"", []).deadline < time.monotonic() + 2


def test_a_process_cannot_buy_time_by_repeating_a_page_or_claiming_too_many() -> None:
    heard: list[tuple[int, int]] = []
    watched(announcement(1, 2) * 3 + announcement(2, 99), heard)
    assert heard == [(1, 2)]
