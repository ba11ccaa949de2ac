from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from vectorstore.errors import FolderBusy, StoreError
from vectorstore.ownership import acquire, read_owner

HOLDER = """
import sys
from pathlib import Path
from vectorstore.ownership import acquire
with acquire(Path(sys.argv[1]), url=sys.argv[2] or None):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_by_another_process(folder: Path, url: str = "") -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_folder_owned_by_another_process_is_refused_within_two_seconds(tmp_path: Path) -> None:
    with held_by_another_process(tmp_path, "http://127.0.0.1:7861") as process:
        started = time.monotonic()
        with pytest.raises(FolderBusy) as refusal, acquire(tmp_path):
            pass
        assert time.monotonic() - started < 2.0
        owner = refusal.value.owner
        assert owner is not None
        assert (owner.pid, owner.url) == (process.pid, "http://127.0.0.1:7861")
        for part in (str(tmp_path), str(process.pid), "http://127.0.0.1:7861"):
            assert part in str(refusal.value)


def test_an_owner_without_address_says_none(tmp_path: Path) -> None:
    with (
        held_by_another_process(tmp_path),
        pytest.raises(FolderBusy) as refusal,
        acquire(tmp_path),
    ):
        pass
    assert refusal.value.owner is not None
    assert refusal.value.owner.url is None


def test_the_folder_of_a_killed_process_is_free_and_its_note_ignored(tmp_path: Path) -> None:
    with held_by_another_process(tmp_path, "http://127.0.0.1:7861") as process:
        process.kill()
        process.wait()
        assert (tmp_path / "owner.json").exists()
        assert read_owner(tmp_path) is None
        with acquire(tmp_path) as held:
            assert read_owner(tmp_path) == held.owner


def test_a_released_folder_can_be_owned_again(tmp_path: Path) -> None:
    for _ in range(2):
        with acquire(tmp_path / "new"):
            assert read_owner(tmp_path / "new") is not None
        assert read_owner(tmp_path / "new") is None


def test_one_process_cannot_own_a_folder_twice(tmp_path: Path) -> None:
    with acquire(tmp_path), pytest.raises(FolderBusy), acquire(tmp_path):
        pass


def test_an_address_can_be_announced_later(tmp_path: Path) -> None:
    with acquire(tmp_path) as held:
        held.announce("http://127.0.0.1:7862")
        owner = read_owner(tmp_path)
        assert owner is not None
        assert owner.url == "http://127.0.0.1:7862"


@pytest.mark.parametrize("note", ["", "{", "[]", '{"pid": "x"}', json.dumps({"pid": 1})])
def test_an_unreadable_note_means_an_unknown_owner(tmp_path: Path, note: str) -> None:
    (tmp_path / "owner.json").write_text(note, encoding="utf-8")
    assert read_owner(tmp_path) is None


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="file"), acquire(tmp_path / "file"):
        pass
