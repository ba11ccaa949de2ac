"""Documents as parts of a form, and names as parts of an address."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from assistant.errors import MissingPath
from assistant.service import Given, Upload

Part = tuple[str, tuple[str | None, BinaryIO | str]]


def part_of(field: str, document: Given, opened: ExitStack) -> Part:
    """A part of a form: the content of a file, or the id of a stored document."""
    if isinstance(document, Upload):
        return field, (document.name, document.content)
    path = Path(document)
    if path.is_file():
        return field, (path.name, opened.enter_context(path.open("rb")))
    if isinstance(document, Path):
        raise MissingPath(f"Không tìm thấy tệp “{document}”; hãy kiểm tra lại đường dẫn.")
    return field, (None, document)


def segment(text: str) -> str:
    """``text`` as one segment of a path."""
    return quote(text, safe="")
