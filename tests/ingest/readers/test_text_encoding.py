from __future__ import annotations

import unicodedata

import pytest

from ingest.errors import BrokenFile
from ingest.readers.text_encoding import decode

TEXT = "Kế hoạch kiểm soát thủ tục hành chính: 87% hồ sơ được giải quyết đúng hạn ở phường Ẩn Đò.\n"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """As Windows stores it: letters with their hats, tones behind them."""
    raw = b""
    for char in text:
        parted = unicodedata.normalize("NFD", char)
        tones = "".join(sign for sign in parted if sign in TONES)
        bare = unicodedata.normalize("NFC", "".join(s for s in parted if s not in TONES))
        raw += (bare + tones).encode("cp1258")
    return raw


def test_windows_1258_is_read_with_its_tones_joined() -> None:
    assert decode(windows_1258(TEXT), name="a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8", "utf-8-sig"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), name="a.txt") == TEXT


@pytest.mark.parametrize(
    "raw",
    [
        "Però l’università è già più lì, così Andò.".encode("cp1252"),
        "Ça dépend: où êtes-vous, là-bas ?".encode("latin-1"),
        bytes(range(1, 256)) * 4,
        b"PK\x03\x04\x00\x00\x08\xff" * 40,
    ],
)
def test_other_bytes_are_refused_by_name(raw: bytes) -> None:
    with pytest.raises(BrokenFile, match=r"a\.txt"):
        decode(raw, name="a.txt")
