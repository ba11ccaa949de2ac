"""Bytes of a text file -> its text: Unicode, or the codes of TCVN3 or VNI as they are."""

from __future__ import annotations

import re
import unicodedata

from ingest.errors import BrokenFile
from ingest.text.legacy import detect

# Typographic signs that Windows puts on codes where Latin-1 has none.
_WINDOWS = {
    code: bytes([code]).decode("cp1252", errors="ignore") or None for code in range(0x80, 0xA0)
}
# Windows-1258 writes a tone behind its letter; no other Western text has them there.
_TONES = bytes([0xCC, 0xD2, 0xDE, 0xEC, 0xF2])
_MARKS = re.compile(r"[\u0300-\u036f]")
_LETTERS = set("abcdefghijklmnopqrstuvwxyzăâđêôơư")
_VOWELS = set("aăâeêioôơuưy")
_FOREIGN_SHARE = 0.02
_LEAST_TONES = 3


def decode(raw: bytes, *, name: str) -> str:
    """The text of a file: by its BOM, else UTF-8, UTF-16 without a BOM, windows-1258.

    Text in the codes of TCVN3 or VNI is returned as it is, not converted yet.

    Raises:
        BrokenFile: The bytes are none of these, or no text at all.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError as error:
                raise BrokenFile(
                    f"Tệp {name} không đúng bảng mã {encoding}; hãy lưu lại bằng UTF-8."
                ) from error
    if (wide := _unmarked_utf16(raw)) is not None:
        return wide
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = raw.decode("latin-1").translate(_WINDOWS)
        if detect(text) is None:
            if (windows := _windows_1258(raw)) is not None:
                return windows
            raise BrokenFile(
                f"Tệp {name} không dùng bảng mã Unicode và không nhận ra được là TCVN3 hay VNI; "
                "hãy chuyển sang Unicode (UTF-8) rồi nạp lại."
            ) from error
    if "\x00" in text:
        raise BrokenFile(f"Tệp {name} là tệp nhị phân, không phải văn bản; hãy nạp đúng tệp gốc.")
    return text


def _unmarked_utf16(raw: bytes) -> str | None:
    """UTF-16 by the empty halves of its signs: blanks and unaccented letters have one each."""
    if len(raw) % 2 or b"\x00" not in raw:
        return None
    half = len(raw) / 2
    for encoding, empty, filled in (
        ("utf-16-le", raw[1::2], raw[0::2]),
        ("utf-16-be", raw[0::2], raw[1::2]),
    ):
        if empty.count(0) > half / 3 and filled.count(0) == 0:
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _windows_1258(raw: bytes) -> str | None:
    """Text in windows-1258, its tones joined to their letters; ``None`` where it is not."""
    if sum(raw.count(tone) for tone in _TONES) < _LEAST_TONES:
        return None
    try:
        text = unicodedata.normalize("NFC", raw.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    letters = [char.lower() for char in text if char.isalpha()]
    foreign = sum(not _vietnamese(char) for char in letters)
    if _MARKS.search(text) or not letters or foreign > _FOREIGN_SHARE * len(letters):
        return None
    return text if not re.search(r"[\x00-\x08\x0e-\x1f]", text) else None


def _vietnamese(char: str) -> bool:
    """Whether a lower-case letter is of the Vietnamese alphabet, a tone on a vowel aside."""
    parted = unicodedata.normalize("NFD", char)
    rest = "".join(sign for sign in parted if sign not in "\u0300\u0301\u0303\u0309\u0323")
    bare = unicodedata.normalize("NFC", rest)
    return bare in (_VOWELS if len(rest) < len(parted) else _LETTERS)
