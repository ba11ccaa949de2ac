"""Where a command writes: its result on stdout, everything else on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pydantic import BaseModel

    from assistant.service import Progress


def print_json(result: BaseModel, *, indent: int | None = 2) -> None:
    """One JSON document, with the contract's field names."""
    click.echo(result.model_dump_json(by_alias=True, indent=indent))


def note(sentence: str) -> None:
    """A line for the person at the terminal, never part of the result."""
    click.echo(sentence, err=True)


def progress_on_stderr() -> Progress:
    """Progress as one line that is rewritten on a terminal, else one line for each new label."""
    live = sys.stderr.isatty()
    last = ""

    def show(label: str, done: int, total: int) -> None:
        nonlocal last
        if live:
            ending = "\n" if done >= total else ""
            click.echo(f"\r\x1b[2K{label} ({done}/{total})", err=True, nl=False)
            click.echo(ending, err=True, nl=False)
        elif label != last:
            click.echo(f"{label} ({done}/{total})", err=True)
        last = label

    return show


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Around writing a result to ``path``: a failure names the file.

    Raises:
        BadTarget: the file cannot be written there.
    """
    try:
        yield
    except OSError as error:
        from assistant.errors import BadTarget

        raise BadTarget(
            f"Không ghi được tệp “{path}” ({error.strerror or error}); hãy chọn chỗ ghi khác."
        ) from error
