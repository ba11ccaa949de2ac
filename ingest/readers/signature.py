"""What a file really is, by its first bytes; its name is only a claim."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from ingest.errors import BrokenFile, ProtectedFile, UnsupportedFile

Kind = Literal["docx", "xlsx", "pdf", "doc"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_PDF = b"%PDF-"
_PDF_WINDOW = 1024
_SECTOR = 512
_FIB_MAGIC = b"\xec\xa5"
_FIB_ENCRYPTED = 0x0100


def office_command() -> str | None:
    """Path of LibreOffice, or ``None`` where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def kind_of(path: Path, *, find_office: Callable[[], str | None] = office_command) -> Kind:
    """The reader that ``path`` needs, by suffix and confirmed by its bytes.

    Raises:
        BrokenFile: The bytes are not of the type the name claims.
        ProtectedFile: An Office file encrypted as a whole.
        UnsupportedFile: The old Word format, and LibreOffice is missing.
    """
    data = path.read_bytes()
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        if _PDF not in data[:_PDF_WINDOW]:
            raise BrokenFile(
                f"Tệp {path.name} không phải tệp PDF hợp lệ; hãy xuất lại PDF từ tệp gốc."
            )
        return "pdf"
    if data.startswith(_OLE):
        return _kind_of_ole(path, data, find_office)
    if suffix == ".doc" and data.lstrip().startswith(_RTF):
        return _old_word(path, find_office)
    if data.startswith(_ZIP):
        return "xlsx" if suffix == ".xlsx" else "docx"
    raise BrokenFile(
        f"Tệp {path.name} không phải tệp {suffix} hợp lệ; "
        "hãy mở tệp bằng phần mềm đã tạo ra nó rồi lưu lại."
    )


def _kind_of_ole(path: Path, data: bytes, find_office: Callable[[], str | None]) -> Kind:
    """OLE is the old Office container, and the envelope of encrypted new files."""
    encrypted = "EncryptedPackage".encode("utf-16-le") in data or _is_encrypted_word(data)
    if encrypted:
        raise ProtectedFile(
            f"Tệp {path.name} được đặt mật khẩu; hãy bỏ mật khẩu trong Word hoặc Excel rồi nạp lại."
        )
    if path.suffix.lower() == ".xlsx" or "WordDocument".encode("utf-16-le") not in data:
        raise BrokenFile(
            f"Tệp {path.name} ở định dạng Office cũ không khớp với tên; "
            "hãy mở tệp và lưu lại dưới dạng .docx hoặc .xlsx."
        )
    return _old_word(path, find_office)


def _old_word(path: Path, find_office: Callable[[], str | None]) -> Kind:
    if find_office() is None:
        raise UnsupportedFile(
            f"Tệp {path.name} là Word định dạng cũ nên cần gói libreoffice-writer; "
            "hãy cài bằng lệnh `apt-get install libreoffice-writer-nogui` "
            "hoặc lưu lại tệp dưới dạng .docx."
        )
    return "doc"


def _is_encrypted_word(data: bytes) -> bool:
    """Flag fEncrypted of the FIB ([MS-DOC] 2.5.2), which starts a sector of the file."""
    for start in range(_SECTOR, len(data) - 12, _SECTOR):
        if data.startswith(_FIB_MAGIC, start):
            (flags,) = struct.unpack_from("<H", data, start + 10)
            return bool(flags & _FIB_ENCRYPTED)
    return False
