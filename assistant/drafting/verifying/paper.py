"""The text of a finished .docx, read from its XML.

Shares no code with what wrote the file nor with :mod:`ingest.readers`: a fault in either must not
hide itself here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

_PART = "word/document.xml"
_TOKEN = re.compile(
    r"<(?P<end>/)?w:(?P<name>p|tbl|tc|del|instrText|t|tab|br|cr|noBreakHyphen|txbxContent)"
    r"(?:\s[^>]*?)?(?P<empty>/)?>|(?P<text>[^<]+)"
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);")
_NAMED = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


@dataclass(frozen=True, slots=True)
class Paper:
    """``lines`` are the paragraphs outside of tables, ``cells`` those inside, both in order."""

    lines: tuple[str, ...]
    cells: tuple[str, ...]


def read_paper(path: Path) -> Paper:
    """Read the body of a .docx.

    Raises:
        KeyError: the package has no main part.
        OSError: the file cannot be opened.
        zipfile.BadZipFile: the file is no package.
    """
    with ZipFile(path) as package:
        xml = package.read(_PART).decode("utf-8")
    return Paper(*_walk(xml))


def _walk(xml: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lines: list[str] = []
    cells: list[str] = []
    open_paragraphs: list[list[str]] = []
    cell: list[str] = []
    tables = hidden = 0
    in_text = False
    for token in _TOKEN.finditer(xml):
        name, end, empty = token["name"], bool(token["end"]), bool(token["empty"])
        if name is None:
            if in_text and not hidden and open_paragraphs:
                open_paragraphs[-1].append(_plain(token["text"]))
        elif name in ("del", "instrText"):
            hidden += 0 if empty else -1 if end else 1
        elif name == "t":
            in_text = not end and not empty
        elif name in ("tab", "br", "cr") and open_paragraphs and not end:
            open_paragraphs[-1].append(" ")
        elif name == "noBreakHyphen" and open_paragraphs:
            open_paragraphs[-1].append("-")
        elif name == "tbl":
            tables += -1 if end else 1
        elif name == "tc" and end:
            cells.append("\n".join(cell).strip())
            cell = []
        elif name == "p" and not end and not empty:
            open_paragraphs.append([])
        elif name == "p" and end:
            said = " ".join("".join(open_paragraphs.pop()).split())
            (cell if tables else lines).append(said)
    return tuple(line for line in lines if line), tuple(one for one in cells if one)


def _plain(text: str) -> str:
    return _ENTITY.sub(_entity, text)


def _entity(found: re.Match[str]) -> str:
    name = found.group()
    if name in _NAMED:
        return _NAMED[name]
    return chr(int(name[3:-1], 16) if name[2] in "xX" else int(name[2:-1]))
