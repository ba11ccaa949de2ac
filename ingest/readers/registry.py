"""The one door: a path in, its ``Content`` out, whatever the format."""

from __future__ import annotations

from pathlib import Path

from ingest.errors import EmptyFile, OversizedFile, ReadingError, UnsupportedFile
from ingest.model import Content, Paragraph
from ingest.readers.legacy_text import with_unicode
from ingest.readers.limits import Limits
from ingest.readers.progress import Progress

_TEXT = frozenset({".txt", ".md"})
SUPPORTED = _TEXT | {".docx", ".xlsx", ".pdf", ".doc"}
"""File name endings that can be read, in lower case."""


def is_supported(path: Path) -> bool:
    """Whether ``path`` is worth trying, by its name alone; Office's own lock files are not."""
    return path.suffix.lower() in SUPPORTED and not path.name.startswith(("~$", "._"))


def read_content(
    path: Path, *, limits: Limits | None = None, progress: Progress | None = None
) -> Content:
    """The text of ``path`` in reading order.

    Binary formats are parsed in a child process under ``limits``; text is read here. ``progress``
    hears, in another thread, of every page of a scan: pages done, and pages to do.

    Raises:
        ReadingError: One of its classes, with a sentence for the user.
        FileNotFoundError: There is no such file.
    """
    caps = limits or Limits()
    suffix = path.suffix.lower()
    if suffix not in SUPPORTED:
        raise UnsupportedFile(
            f"Tệp {path.name} thuộc loại chưa đọc được; "
            f"hãy dùng một trong các loại {', '.join(sorted(SUPPORTED))}."
        )
    _check_size(path, caps)
    if suffix in _TEXT:
        from ingest.readers.text import read_text

        content = read_text(path)
    else:
        from ingest.readers.sandbox import read_in_child
        from ingest.readers.signature import kind_of

        content = read_in_child(kind_of(path), path, limits=caps, progress=progress)
    if not _has_text(content):
        raise _empty(path)
    return with_unicode(content)


def _check_size(path: Path, limits: Limits) -> None:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise ReadingError(f"{path.name} không phải là tệp; hãy chỉ đúng một tệp văn bản.")
        with path.open("rb"):
            pass
    except PermissionError as error:
        raise ReadingError(
            f"Không có quyền đọc tệp {path.name}; hãy cấp quyền đọc rồi nạp lại."
        ) from error
    if size == 0:
        raise _empty(path)
    if size > limits.file_bytes:
        raise OversizedFile(
            f"Tệp {path.name} nặng {size / 1024 / 1024:.0f} MB, vượt mức "
            f"{limits.file_bytes / 1024 / 1024:.0f} MB; hãy chia tệp thành các phần nhỏ hơn."
        )


def _has_text(content: Content) -> bool:
    for block in content.blocks:
        if isinstance(block, Paragraph):
            if block.text.strip():
                return True
        elif any(cell.text and cell.text.strip() for row in block.rows for cell in row):
            return True
    return False


def _empty(path: Path) -> EmptyFile:
    return EmptyFile(f"Tệp {path.name} không có chữ nào; hãy kiểm tra lại tệp đã chọn.")
