"""Copies of uploaded files in the data folder: one file a name, written only once it was read."""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import BadRequest
from assistant.ingestion import Candidate
from assistant.service import Upload

_SEPARATORS = re.compile(r"[/\\]")
_UNWANTED = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
# What browsers make of the only signs that a form's file name cannot hold.
_FORM_CODES = {"%22": '"', "%0D": "\r", "%0A": "\n"}
_ASIDE = ".incoming-"
_LONGEST_NAME = 200  # bytes; file systems allow 255


def clean_name(name: str) -> str:
    """The base name of an uploaded file, safe to write: no folder, no hidden file, not too long.

    Raises:
        BadRequest: nothing is left of the name.
    """
    for code, sign in _FORM_CODES.items():
        name = name.replace(code, sign)
    base = _SEPARATORS.split(unicodedata.normalize("NFC", name))[-1]
    base = _UNWANTED.sub("", base).strip().lstrip(".~$ ").rstrip(". ")
    stem, dot, suffix = base.rpartition(".")
    if not dot:
        stem, suffix = base, ""
    room = _LONGEST_NAME - len(suffix.encode()) - 1
    if room > 0:
        stem = stem.encode()[:room].decode(errors="ignore")
    if not stem or room <= 0:
        raise BadRequest(f"Tên tệp “{name}” không dùng được; hãy đổi tên tệp rồi tải lên lại.")
    return f"{stem}{dot}{suffix}"


class UploadFolder:
    """The folder of copies. Its files are readable by the owner of the process only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sweep(self) -> None:
        """Delete what a killed process left aside. Only for the owner of the data folder."""
        for left in self._folder.glob(f"{_ASIDE}*"):
            shutil.rmtree(left, ignore_errors=True)

    @contextmanager
    def staged(self, files: Sequence[Upload]) -> Iterator[list[Candidate]]:
        """The files, written aside to be read; what is not kept by :meth:`keep` is gone after."""
        names = [clean_name(file.name) for file in files]
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryDirectory(prefix=_ASIDE, dir=self._folder) as aside:
            candidates = []
            for number, (name, file) in enumerate(zip(names, files, strict=True)):
                own_folder = Path(aside, str(number))
                own_folder.mkdir(mode=0o700)
                path = own_folder / name
                path.touch(mode=0o600)
                with path.open("wb") as copy:
                    shutil.copyfileobj(file.content, copy)
                candidates.append(Candidate(path, shown_path=name))
            yield candidates

    def keep(self, candidate: Candidate) -> None:
        """Let a staged file take its place, over an earlier one of its name."""
        candidate.path.replace(self._folder / candidate.shown_path)

    def path_of(self, shown_path: str) -> Path:
        """Where a stored document's file lies: the copy here for a bare name, else that path."""
        bare = Path(shown_path).name == shown_path
        return self._folder / shown_path if bare else Path(shown_path)

    def discard(self, shown_path: str) -> None:
        """Delete the copy of a document, if its path is the bare name of an uploaded one."""
        if Path(shown_path).name == shown_path:
            (self._folder / shown_path).unlink(missing_ok=True)
