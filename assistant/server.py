"""``cchc serve``: one process that owns the data folder and answers over HTTP."""

from __future__ import annotations

import ipaddress
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import uvicorn

from assistant import owner_token, pages
from assistant.api.app import create_app
from assistant.bootstrap import open_local
from assistant.errors import BadSettings
from assistant.samples import SampleLoader
from assistant.settings import Settings

_WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared with, not bound
_GRACE_SECONDS = 5


class _Server(uvicorn.Server):
    """Calls ``ready`` once requests are answered."""

    def __init__(self, config: uvicorn.Config, *, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def run(settings: Settings, *, samples: Path | None = None) -> None:
    """Serve until SIGINT or SIGTERM, then close everything in order.

    ``samples`` is loaded in the background where the data folder holds no document yet.

    Raises:
        BadSettings: the address cannot be bound.
        FolderBusy: another process owns the data folder.
    """
    logging.basicConfig(level=settings.log_level.upper(), stream=sys.stderr)
    try:
        with _stopped_by_sigterm(), _listening(settings) as listener:
            _serve(settings, listener, samples)
    except KeyboardInterrupt:
        return


def _serve(settings: Settings, listener: socket.socket, samples: Path | None) -> None:
    url = _url_of(listener)
    with (
        open_local(settings, url=url) as service,
        owner_token.published(settings.data_dir) as token,
    ):
        loader = SampleLoader(service, samples) if samples else None
        missing: tuple[str, ...] = ()

        def notes() -> tuple[str, ...]:
            loading = loader.note if loader else None
            return (*missing, loading) if loading else missing

        def ready() -> None:
            print(  # noqa: T201 - what the person who started it waits for
                f"Trợ lý CCHC đang chạy tại {url} (dữ liệu: {settings.data_dir}); Ctrl+C để dừng.",
                file=sys.stderr,
                flush=True,
            )
            if not ipaddress.ip_address(listener.getsockname()[0]).is_loopback:
                print(  # noqa: T201
                    "Cảnh báo: máy khác trong mạng dùng được mà không cần mật khẩu; hãy bỏ --host "
                    "nếu không chủ ý.",
                    file=sys.stderr,
                    flush=True,
                )
            if loader:
                loader.start()

        app = create_app(service, settings, owner_token=token, notes=notes)
        missing = pages.mount_all(app, service)
        config = uvicorn.Config(
            app,
            log_level=settings.log_level,
            access_log=False,  # addresses hold what people ask
            proxy_headers=False,  # who is near is told by the connection alone
            server_header=False,
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )
        try:
            _Server(config, ready=ready).run(sockets=[listener])
        finally:
            if loader:
                loader.stop()


@contextmanager
def _listening(settings: Settings) -> Iterator[socket.socket]:
    host, port = settings.host, settings.port
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise _not_bound(host, port, error) from error
    with listener:
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
        except OSError as error:
            raise _not_bound(host, port, error) from error
        yield listener


def _not_bound(host: str, port: int, error: OSError) -> BadSettings:
    return BadSettings(
        f"Không mở được địa chỉ {host}:{port} ({error.strerror or error}); hãy tắt chương trình "
        "đang dùng cổng đó hoặc chọn --host, --port khác."
    )


def _url_of(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    name = _WILDCARDS.get(host, host)
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


@contextmanager
def _stopped_by_sigterm() -> Iterator[None]:
    """SIGTERM ends the process as Ctrl+C does, through every ``finally``."""

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
