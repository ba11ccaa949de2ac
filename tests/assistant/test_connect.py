from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant import owner_token
from assistant.api.app import create_app
from assistant.connect import connect
from assistant.errors import ServerUnreachable
from assistant.local import LocalService
from assistant.remote import RemoteService
from assistant.settings import Settings
from tests.assistant.fakes import Parts
from tests.assistant.serving import free_port, serving, silent
from vectorstore.errors import FolderBusy

HOLD = """
import sys, time
from pathlib import Path
from vectorstore.ownership import acquire
with acquire(Path(sys.argv[1]), url=sys.argv[2] or None):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def held(folder: Path, url: str = "") -> Iterator[None]:
    """Another process owns ``folder``."""
    command = [sys.executable, "-c", HOLD, str(folder), url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as owner:
        try:
            assert owner.stdout is not None
            assert owner.stdout.readline() == "held\n"
            yield
        finally:
            owner.kill()


def test_a_free_folder_is_opened_here(tmp_path: Path) -> None:
    with connect(Settings(data_dir=tmp_path / "mới")) as service:
        assert isinstance(service, LocalService)
        assert service.documents().documents == ()


def test_a_served_folder_is_reached_through_its_server(parts: Parts, papers: Path) -> None:
    settings = Settings(data_dir=parts.data_dir)
    with owner_token.published(parts.data_dir) as token:
        app = create_app(parts.service, settings, owner_token=token)
        with serving(app) as url, held(parts.data_dir, url):
            started = time.monotonic()
            with connect(settings) as service:
                assert isinstance(service, RemoteService)
                service.ingest([papers])
            assert time.monotonic() - started < 1
            with pytest.raises(FolderBusy, match="tắt"), connect(settings, rebuild_vectors=True):
                pass
    assert len(parts.store.readings) == 2
    assert owner_token.read(parts.data_dir) is None


@pytest.mark.parametrize("where", ["no address", "nobody listens", "silent"])
def test_an_owner_that_cannot_be_reached_is_an_error_within_two_seconds(
    tmp_path: Path, where: str
) -> None:
    with silent() as mute:
        url = {
            "no address": "",
            "nobody listens": f"http://127.0.0.1:{free_port()}",
            "silent": mute,
        }[where]
        with held(tmp_path, url):
            started = time.monotonic()
            with (
                pytest.raises((FolderBusy, ServerUnreachable)) as refused,
                connect(Settings(data_dir=tmp_path)),
            ):
                pass
            assert time.monotonic() - started < 2
    assert "; hãy " in str(refused.value)


def test_the_note_of_a_dead_server_does_not_keep_anyone_out(tmp_path: Path) -> None:
    with held(tmp_path, f"http://127.0.0.1:{free_port()}"):
        pass
    assert (tmp_path / "owner.json").exists(), "a killed process leaves its note"
    with connect(Settings(data_dir=tmp_path)) as service:
        assert isinstance(service, LocalService)


def test_the_token_is_readable_by_its_user_only(tmp_path: Path) -> None:
    with owner_token.published(tmp_path) as token:
        assert owner_token.read(tmp_path) == token
        (file,) = tmp_path.iterdir()
        assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("reply", [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", b"nonsense"])
def test_a_server_of_another_kind_is_named(reply: bytes) -> None:
    import socket
    import threading

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()

        def talk() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(reply)

        threading.Thread(target=talk, daemon=True).start()
        remote = RemoteService(f"http://127.0.0.1:{listener.getsockname()[1]}")
        with pytest.raises(ServerUnreachable, match=r"127\.0\.0\.1"):
            remote.probe()
        remote.close()
