"""Content whose letters are TCVN3 or VNI throughout, whatever the format, put into Unicode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.errors import BrokenFile
from ingest.model import Block, Cell, Content, Paragraph, Problem
from ingest.text.legacy import (
    LegacyEncoding,
    convert,
    detect,
    encoding_name,
    is_unicode,
    plausibility,
)

CODE = "legacy_encoding"
_FEW = 5
_BELIEVABLE = 0.6


def conversion_note(encoding: LegacyEncoding) -> str:
    """The sentence that tells of a conversion."""
    return (
        f"Văn bản dùng bảng mã cũ {encoding_name(encoding)}, đã được chuyển sang Unicode khi đọc; "
        "hãy đối chiếu với bản gốc nếu thấy chữ lạ."
    )


def with_unicode(content: Content) -> Content:
    """``content``, converted and with a problem saying so where its text is in an old encoding."""
    if any(problem.code == CODE for problem in content.problems):
        return content
    encoding = detect("\n".join(_texts(content)))
    if encoding is None:
        return content
    told = Problem(code=CODE, message=conversion_note(encoding))
    return replace(
        content,
        blocks=tuple(_converted(block, encoding) for block in content.blocks),
        problems=(*content.problems, told),
    )


def _texts(content: Content) -> Iterator[str]:
    for block in content.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row if cell.text)


def _converted(block: Block, encoding: LegacyEncoding) -> Block:
    if isinstance(block, Paragraph):
        return replace(
            block,
            text=convert(block.text, encoding),
            pieces=tuple(convert(piece, encoding) for piece in block.pieces),
        )
    rows = tuple(tuple(_cell(cell, encoding) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _cell(cell: Cell, encoding: LegacyEncoding) -> Cell:
    return cell if not cell.text else replace(cell, text=convert(cell.text, encoding))


def encoding_of(font: LegacyEncoding | None, text: str, name: str) -> LegacyEncoding | None:
    """What all text under fonts of one encoding is really in; ``None`` for Unicode.

    Raises:
        BrokenFile: The fonts say TCVN3 or VNI and the text of file ``name`` is neither.
    """
    if font is None or is_unicode(text):
        return detect(text)
    count, share = plausibility(convert(text, font))
    if count < _FEW or share >= _BELIEVABLE:
        return font
    other = detect(text)
    if other is None:
        raise BrokenFile(
            f"Tệp {name} dùng phông {encoding_name(font)} nhưng chữ không đúng bảng mã đó; "
            "hãy chuyển tệp sang Unicode rồi nạp lại."
        )
    return other
