"""Drafts on disk: a folder each, written so that a crash leaves the last whole version."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
from pathlib import Path

from pydantic import ValidationError

from assistant.answer import Draft
from assistant.drafting.presenting import presented
from assistant.drafting.stored import StoredDraft
from assistant.errors import UnknownDraft
from ingest.model import Frozen, Reading

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DRAFT, _LINE = "draft.json", "list.json"


class _Line(Frozen):
    """What a list shows of a draft, so that it need not read them whole; ``of`` that version."""

    of: str
    draft: Draft


class DraftStore:
    """Drafts below ``folder``, which only the owner of the data folder writes to.

    ``draft.json`` is replaced as a whole. Readings lie beside it under their digest and never
    change, so a draft and its sources fit together at any moment.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new_id(self, kind: str, year: int, quarter: int | None) -> str:
        """An id that no draft has."""
        part = f"-q{quarter}" if quarter else ""
        while True:
            made = f"{kind}-{year}{part}-{secrets.token_hex(3)}"
            if not (self._folder / made).exists():
                return made

    def save(
        self, draft: StoredDraft, readings: dict[str, Reading], *, report: bytes | None = None
    ) -> None:
        """Keep a draft; ``readings`` by digest, those that are kept already may be left out.

        ``report`` is the finished file whose digest the draft bears, where it is a new one.
        """
        folder = self._folder / draft.id
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for digest, reading in readings.items():
            path = folder / f"{digest}.json"
            if not path.exists():
                _write(path, reading.model_dump_json(by_alias=True).encode())
        if report is not None:
            _write(folder / f"{draft.report}.docx", report)
        content = draft.model_dump_json(by_alias=True).encode()
        _write(folder / _DRAFT, content)
        line = _Line(of=file_digest(content), draft=presented(draft, whole=False))
        _write(folder / _LINE, line.model_dump_json(by_alias=True).encode())
        used = {f"{source.digest}.json" for source in draft.sources} | {f"{draft.report}.docx"}
        for left in folder.iterdir():
            if left.name not in {*used, _DRAFT, _LINE}:
                left.unlink(missing_ok=True)

    def load(self, draft_id: str) -> StoredDraft:
        """The draft of that id.

        Raises:
            UnknownDraft: there is none, or its file cannot be read.
        """
        path = self._path(draft_id) / _DRAFT
        try:
            return StoredDraft.model_validate_json(path.read_bytes())
        except FileNotFoundError as error:
            raise self._unknown(draft_id) from error
        except (ValidationError, OSError) as error:
            raise UnknownDraft(
                f"Bản dự thảo “{draft_id}” bị hỏng nên không mở được; hãy xóa nó rồi soạn lại."
            ) from error

    def reading(self, draft_id: str, digest: str) -> Reading:
        """A source as it was read for the draft.

        Raises:
            UnknownDraft: its file is gone or cannot be read.
        """
        path = self._path(draft_id) / f"{digest}.json"
        try:
            return Reading.model_validate_json(path.read_bytes())
        except (ValidationError, OSError) as error:
            raise UnknownDraft(
                f"Dữ liệu nguồn của bản dự thảo “{draft_id}” bị hỏng; hãy soạn lại từ tệp gốc."
            ) from error

    def report(self, draft: StoredDraft) -> bytes | None:
        """The finished file of a draft as it was verified, ``None`` where it is gone or changed."""
        try:
            content = (self._path(draft.id) / f"{draft.report}.docx").read_bytes()
        except OSError:
            return None
        return content if file_digest(content) == draft.report else None

    def listed(self) -> tuple[list[Draft], list[str]]:
        """The drafts without their sections, newest first, and a sentence for each broken one."""
        found: list[Draft] = []
        broken: list[str] = []
        folders = sorted(self._folder.iterdir()) if self._folder.is_dir() else []
        for folder in folders:
            if not folder.is_dir() or not _ID.fullmatch(folder.name):
                continue
            try:
                found.append(self._line(folder) or presented(self.load(folder.name), whole=False))
            except UnknownDraft as error:
                broken.append(str(error))
        newest = sorted(found, key=lambda one: one.history[-1].at if one.history else "")
        return newest[::-1], broken

    @staticmethod
    def _line(folder: Path) -> Draft | None:
        """A draft's line in the list, where it is of the version that is stored."""
        try:
            line = _Line.model_validate_json((folder / _LINE).read_bytes())
            whole = (folder / _DRAFT).read_bytes()
        except (OSError, ValidationError):
            return None
        return line.draft if line.of == file_digest(whole) else None

    def remove(self, draft_id: str) -> None:
        """Delete a draft with its sources; one that cannot be read goes as well."""
        folder = self._path(draft_id)
        if not folder.is_dir():
            raise self._unknown(draft_id)
        shutil.rmtree(folder)

    def _path(self, draft_id: str) -> Path:
        if not _ID.fullmatch(draft_id):
            raise self._unknown(draft_id)
        return self._folder / draft_id

    @staticmethod
    def _unknown(draft_id: str) -> UnknownDraft:
        return UnknownDraft(f"Không có bản dự thảo “{draft_id}”; hãy xem danh sách bản dự thảo.")


def file_digest(content: bytes) -> str:
    """What a finished file is kept under."""
    return hashlib.sha256(content).hexdigest()[:24]


def digest_of(reading: Reading) -> str:
    """What a reading is kept under: it changes with anything that was read or corrected."""
    return hashlib.sha256(reading.model_dump_json(by_alias=True).encode()).hexdigest()[:24]


def _write(path: Path, content: bytes) -> None:
    """Replace a file so that a reader sees the old or the new one, never a part."""
    aside = path.with_name(f".{path.name}.new")
    with aside.open("wb") as file:
        aside.chmod(0o600)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
