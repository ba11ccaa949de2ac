"""A paragraph or a table row of a file, and the hash that gold units name it by."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

_TAG = re.compile(r"</?[a-z]+>|<(?=https?:)|(?<=/)>|\[bookmark: [^\]]*\]")
_MARK = re.compile(r"^\s*(?:#+\s+|[-+•]\s+)|\*+|(?<!\w)_|_(?!\w)")


def plain(text: str) -> str:
    """Text without tags, Markdown marks and extra white space, in composed form."""
    bare = _MARK.sub("", _TAG.sub("", unicodedata.normalize("NFC", text)))
    return " ".join(bare.split())


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph (one cell) or one table row. ``table`` and ``row`` count from 1."""

    cells: tuple[str, ...]
    table: int | None = None
    row: int | None = None

    @property
    def text(self) -> str:
        """All words of the block on one line."""
        return " ".join(cell for cell in self.cells if cell)


def digest(block: Block) -> str:
    """The first 16 hex digits of the SHA-256 of the block's cells, empty ones at the end apart."""
    return hashlib.sha256("\t".join(block.cells).rstrip("\t").encode()).hexdigest()[:16]
