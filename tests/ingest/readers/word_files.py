"""Builds .docx packages from bare XML, so that a test shows exactly what the file says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from ingest.model import Content
from ingest.readers.limits import Limits
from ingest.readers.word import read_word

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMESPACES = (
    f'{_W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def write_word(path: Path, body: str, **parts: str) -> Path:
    """Write a package; ``parts`` are further parts by relationship name: ``styles``, ..."""
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>')
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        )
        package.writestr(
            "word/document.xml",
            f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        )
        for name, xml in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{name} {_NAMESPACES}>{xml}</w:{name}>")
    return path


def read_body(folder: Path, body: str, **parts: str) -> Content:
    """Write and read back in this process."""
    return read_word(write_word(folder / "file.docx", body, **parts), limits=Limits())


def p(text: str = "", *, props: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    content = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{props}</w:pPr>{content if text else ''}</w:p>"


def tc(content: str, props: str = "") -> str:
    """A cell; bare text is wrapped into a paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, props: str = "") -> str:
    """A row; bare texts are wrapped into cells."""
    wrapped = [cell if cell.startswith(("<w:tc", "<w:sdt")) else tc(cell) for cell in cells]
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(wrapped)}</w:tr>"


def tbl(*rows: str, props: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{props}</w:tblPr>{''.join(rows)}</w:tbl>"


def grid(content: Content, number: int = 1) -> list[list[str | tuple[int, int] | None]]:
    """Texts of a table, a covered position shown as the place of the cell that covers it."""
    table = content.tables[number - 1]
    return [[cell.origin if cell.text is None else cell.text for cell in row] for row in table.rows]


def texts(content: Content) -> list[str]:
    """The texts of all paragraphs."""
    return [paragraph.text for paragraph in content.paragraphs]


def codes(content: Content) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in content.problems]
