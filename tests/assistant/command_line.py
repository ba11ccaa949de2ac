"""``cchc`` over a service made of fakes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner, Result

from assistant.__main__ import cchc
from assistant.commands.frame import Session
from assistant.service import Service


class Over(Session):
    """A session that gives this service."""

    def __init__(self, service: Service) -> None:
        super().__init__()
        self._service = service

    @contextmanager
    def connect(self, *, rebuild_vectors: bool = False) -> Iterator[Service]:
        yield self._service


class Cli:
    """``cchc`` with the arguments of a call, over ``service``."""

    def __init__(self, service: Service) -> None:
        self.service = service

    def __call__(self, *args: str | Path, stdin: str | bytes | None = None) -> Result:
        words = [str(arg) for arg in args]
        return CliRunner().invoke(cchc, words, input=stdin, obj=Over(self.service))


def one_sentence(result: Result) -> str:
    """The only line on stderr; there is nothing else on any stream."""
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.endswith(".")
    assert "Traceback" not in line
    return line
