"""Marks of state secrets: MẬT, TỐI MẬT, TUYỆT MẬT as a stamp, refused at the door.

A mark is a line of its own in capitals: near the top of the text, at the edge of a page, beside a
letterhead or in a cell of its table, in a text box, in a header. Scanning may part its letters by
blanks. The same words in running text, in a longer title or among the columns of a table are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.errors import SecretFile
from ingest.extraction.layout import is_layout
from ingest.model import Content, Paragraph, Table
from ingest.text.normal import clean, fold
from ingest.vocabulary import load

_OPENING = 25
_BESIDE = 12
_PAGE_TOP = 3
_PARTS = re.compile(r"\t|\s{2,}|\|")
_NOT_LETTER = re.compile(r"[^\w]|_")
_NUMBER_LINE = re.compile(r"\s*số\s*:", re.IGNORECASE)
_MAX_ROWS = 4


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int | None = None
    certain: bool = False


def refuse_secret(content: Content, *, name: str) -> None:
    """Refuse a file whose text bears a mark.

    Raises:
        SecretFile: It does; the sentence names the file and the mark, nothing of the text.
    """
    mark = mark_in(content)
    if mark is not None:
        raise _refusal(name, mark)


def refuse_marked(lines: Sequence[str], *, name: str) -> None:
    """Refuse a file one of whose ``lines``, all from margins or stamps, is a mark."""
    for line in lines:
        mark = mark_of(line)
        if mark is not None:
            raise _refusal(name, mark)


def mark_in(content: Content) -> str | None:
    """The first mark that ``content`` bears, in its plain form."""
    lines = list(_lines(content))
    heads = {fold(line) for line in load("documents")["letterhead"]}
    letterheads = [
        index
        for index, line in enumerate(lines)
        if any(head in fold(line.text) for head in heads) and len(line.text) < 120
    ]
    on_page = 0
    page: int | None = None
    before = ""
    for index, line in enumerate(lines):
        on_page = on_page + 1 if line.page == page else 1
        page = line.page
        near = (
            line.certain
            or index < _OPENING
            or (page is not None and (on_page <= _PAGE_TOP or _ends_page(lines, index)))
            or any(abs(index - other) <= _BESIDE for other in letterheads)
        )
        mark = mark_of(line.text) if near else None
        if mark is not None and not _goes_on(before):
            return mark
        before = line.text
    return None


def _ends_page(lines: Sequence[_Line], index: int) -> bool:
    """Whether a line is the last or last but one of its page."""
    after = lines[index + 2].page if index + 2 < len(lines) else None
    return after != lines[index].page


def mark_of(line: str) -> str | None:
    """The mark that ``line``, or a part of it set apart by wide blanks, consists of."""
    text = clean(line)
    for part in (text, *_PARTS.split(line), *_PARTS.split(text)):
        label, colon, rest = part.partition(":")
        if colon and fold(_bare(label)) in {_key(word) for word in _words("secret_labels")}:
            named = {_key(mark): mark for mark in _words("secret")}
            if _key(rest) in named:
                return named[_key(rest)]
        letters = _bare(part)
        if letters and letters.isupper():
            for mark in _words("secret"):
                if letters == _bare(mark):
                    return mark
            if letters in {_bare(word) for word in _words("secret_misread")}:
                return _meant(letters)
    return None


def _meant(letters: str) -> str:
    known = {_key(mark): mark for mark in _words("secret")}
    return known.get(fold(letters), _words("secret")[0])


def _words(name: str) -> list[str]:
    return [str(word) for word in load("documents")[name]]


def _bare(text: str) -> str:
    """The letters of ``text``, closed up: ``*T Ố I  M Ậ T*`` -> ``TỐIMẬT``."""
    return _NOT_LETTER.sub("", clean(text))


def _key(text: str) -> str:
    return fold(_bare(text))


def _goes_on(before: str) -> bool:
    """Whether a line in capitals stops in the middle of a phrase."""
    text = clean(before).strip(" *#")
    if not text.isupper():
        return False
    endings = tuple(f" {word}" for word in _words("secret_before"))
    return f" {text}".endswith(endings)


def _lines(content: Content) -> Iterator[_Line]:
    for block in content.blocks:
        if isinstance(block, Paragraph):
            stamped = block.box == "textbox"
            for text in block.text.split("\n"):
                if text.strip():
                    yield _Line(text, block.page, certain=stamped)
        elif _may_be_letterhead(block):
            for index, row in enumerate(block.rows):
                page = block.row_pages[index] if index < len(block.row_pages) else None
                for cell in row:
                    for text in (cell.text or "").split("\n"):
                        if text.strip():
                            yield _Line(text, page)
        else:
            yield from (_Line("…") for _ in block.rows)


def _may_be_letterhead(table: Table) -> bool:
    """A layout table, or a small one with "Số:" or a body in capitals.

    A table with a column for each mark, or with figures below one, counts secrets: it is none.
    """
    marked = [
        (row, column, mark)
        for row, cells in enumerate(table.rows)
        for column, cell in enumerate(cells)
        if (mark := mark_of(cell.text or ""))
    ]
    counted = any(
        (below[column].text or "").strip().isdecimal()
        for row, column, _ in marked
        for below in table.rows[row + 1 :]
    )
    if counted or len({mark for _, _, mark in marked}) > 1:
        return False
    if is_layout(table):
        return True
    lines = (line for row in table.rows for cell in row for line in (cell.text or "").split("\n"))
    return len(table.rows) <= _MAX_ROWS and any(_heads_letter(line) for line in lines)


def _heads_letter(line: str) -> bool:
    """Whether a line is the number or the body of a letterhead."""
    if _NUMBER_LINE.match(line):
        return True
    text = clean(line).strip()
    bodies = tuple(f"{word} " for word in load("documents")["issuers"])
    return text.isupper() and text.lower().startswith(bodies)


def _refusal(name: str, mark: str) -> SecretFile:
    return SecretFile(
        f"Tệp {name} mang dấu “{mark}” nên bị từ chối và không phần nào được lưu lại; "
        "hãy xử lý văn bản này theo quy định về bảo vệ bí mật nhà nước."
    )
