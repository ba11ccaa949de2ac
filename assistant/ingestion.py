"""Files and folders in, one :class:`Document` a file out; the store keeps what could be read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import MissingPath
from assistant.service import Progress
from assistant.store import Reader, Store
from ingest.errors import ReadingError, SecretFile
from ingest.model import Document, DocumentStatus, Problem

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """One file to read. ``shown_path`` is what makes it the same document the next time.

    ``named`` tells a file that someone asked for from one that merely lies in a folder.
    """

    path: Path
    shown_path: str
    named: bool = True


def collect(paths: Sequence[Path], *, leave_out: Path | None = None) -> list[Candidate]:
    """The files of ``paths`` in the order given, folders opened and sorted, each file once.

    Hidden files and folders, office lock files (``~$…``) and the folder ``leave_out`` (where the
    program itself keeps things) are passed over.

    Raises:
        MissingPath: one of ``paths`` does not exist; nothing has been read then.
    """
    for path in paths:
        if not path.exists():
            raise MissingPath(
                f"Không tìm thấy “{path}”; hãy kiểm tra lại đường dẫn tệp hoặc thư mục."
            )
    found: dict[Path, Candidate] = {}
    for path in paths:
        if path.is_dir():
            for file in _files_below(path.resolve(), leave_out):
                found.setdefault(file, Candidate(file, str(file), named=False))
        else:
            file = path.resolve()
            found[file] = Candidate(file, str(file))
    return list(found.values())


def _files_below(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir():
            if not entry.is_symlink() and entry != leave_out:
                yield from _files_below(entry, leave_out)
        else:
            yield entry


def ingest(
    candidates: Sequence[Candidate],
    *,
    store: Store,
    reader: Reader,
    progress: Progress | None = None,
    after_each: Callable[[], None] | None = None,
) -> list[Document]:
    """Read each candidate that is new or changed into ``store``; a failure does not stop the rest.

    ``after_each`` is called when a candidate is done with, whatever came of it.

    A document whose file can no longer be read keeps its stored version, and the user is told so
    where the new one is a state secret. Was the stored version the secret file itself, read before
    its mark was recognised, it goes.
    """
    outcome = []
    for done, candidate in enumerate(candidates):
        if progress:
            progress(f"Đọc {candidate.path.name}", done, len(candidates))
        outcome.append(_ingest_one(candidate, store, reader, progress))
        if after_each:
            after_each()
    if progress and candidates:
        progress("Đã đọc xong", len(candidates), len(candidates))
    return outcome


def _pages_of(name: str, progress: Progress) -> Callable[[int, int], None]:
    """Tells the pages of a scan that are done, under the name of its file."""
    return lambda done, total: progress(f"Nhận dạng trang quét của {name}", done, total)


def _ingest_one(
    candidate: Candidate, store: Store, reader: Reader, progress: Progress | None
) -> Document:
    document_id = reader.document_id(candidate.shown_path)
    if not candidate.named and not reader.is_supported(candidate.path):
        message = f"Tệp “{candidate.path.name}” thuộc loại không đọc được nên được bỏ qua."
        return _not_read(
            candidate, document_id, "skipped", Problem(code="unsupported", message=message)
        )
    stored = store.sha256(document_id)
    unchanged = False
    try:
        unchanged = stored is not None and stored == _digest(candidate.path)
        if unchanged and store.reader_version(document_id) == reader.version:
            return _stored(store, document_id)
        reading = reader.read(
            candidate.path,
            document_id=document_id,
            shown_path=candidate.shown_path,
            progress=_pages_of(candidate.path.name, progress) if progress else None,
        )
    except SecretFile as error:
        told = str(error).rstrip(".")
        if unchanged:
            store.remove(document_id)
            told += "; bản của chính tệp này nạp từ trước đã được xóa khỏi kho"
        elif stored is not None:
            told += "; bản nạp trước đây, chưa mang dấu này, vẫn được giữ"
        problem = Problem(code=error.code, message=f"{told}.")
    except ReadingError as error:
        problem = Problem(code=error.code, message=str(error))
    except OSError as error:
        problem = Problem(
            code="unreadable",
            message=f"Không mở được tệp “{candidate.path.name}” ({error.strerror or error}); "
            "hãy kiểm tra quyền đọc.",
        )
    else:
        status: DocumentStatus = "ingested" if stored is None else "replaced"
        document = reading.document.model_copy(update={"status": status})
        return store.add(reading.model_copy(update={"document": document}))
    return _not_read(candidate, document_id, "failed", problem)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _stored(store: Store, document_id: str) -> Document:
    document = next(found for found in store.documents() if found.id == document_id)
    return document.model_copy(update={"status": "unchanged"})


def _not_read(
    candidate: Candidate, document_id: str, status: DocumentStatus, problem: Problem
) -> Document:
    return Document(
        id=document_id,
        file=os.path.basename(candidate.shown_path),  # noqa: PTH119 - may be a bare name
        path=candidate.shown_path,
        status=status,
        problems=(problem,),
    )
