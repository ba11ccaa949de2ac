"""A line of the answer before, named by its place in the list ("cái thứ hai thì sao?")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.asking import texts
from ingest.text.normal import fold

_NAMED = re.compile(
    r"\b(?:cai|viec|cong viec|nhiem vu|muc|muc tieu|chi tieu|dong|y|gach dau dong|noi dung"
    r"|van ban|so lieu|ket qua)\s+(?:(?:o |dung )?"
    r"thu\s+(?P<nth>nhat|mot|hai|nhi|ba|bon|tu|nam|sau|bay|tam|chin|muoi|\d{1,2})"
    r"|(?P<first>dau tien|tren cung|dau)|(?P<last>cuoi cung|sau cung|cuoi))\b"
)
_PLACES = {
    name: place
    for place, names in enumerate(
        ("nhat mot", "hai nhi", "ba", "bon tu", "nam", "sau", "bay", "tam", "chin", "muoi"), 1
    )
    for name in names.split()
}
_LINE = re.compile(r"^- (?P<text>\S.*)$")
_KEYED = re.compile(r"^(?P<key>(?:[IVX]+(?:-[A-Z])?|[A-Z]|\d+)(?:\.(?:\d+|[a-z])\b)+)\.?\s")
_HEADING = re.compile(r"^\*\*(?P<label>[^*]+)\*\*\s*(?:–|:|\[|$)")
_MARKS = re.compile(r"\s*(?:\[\d+\](?:[–-]\[\d+\])?)+")
_QUOTED = re.compile(r"«([^»]+)»")
_LABEL = re.compile(r"^\*\*[^*]+\*\*[^:]*:\s*")
_ENDS = re.compile(r"\s+–\s|:\s+\*\*|…")
_OPEN_REST = re.compile(
    r"^(?:thi|la|the|con|ve|vay|a|va|sao|nao|gi|ra|nhu|chi tiet|cu the|noi ro|hon|\W)*$"
)
_LONGEST = 25


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    key: str | None
    label: str


def line_named(question: str, answer: str) -> str | None:
    """The question with the line meant in the place of "cái thứ hai"; ``None`` if it names none."""
    folded = fold(question)
    found = _NAMED.search(folded)
    if found is None or not answer or len(folded) != len(question):
        return None
    lines = _lines(answer)
    place = _place(found, len(lines))
    if not 0 <= place < len(lines):
        return None
    line = lines[place]
    named = texts.LINE_NAMED.format(key=line.key) if line.key else line.text
    of = texts.LINE_OF.format(label=line.label) if line.label else ""
    before, after = question[: found.start()], question[found.end() :]
    rest = "" if _OPEN_REST.match(fold(f"{before} {after}").strip()) else after.strip(" ?.!")
    ahead = "" if _OPEN_REST.match(fold(before).strip()) else before.strip()
    return " ".join(f"{ahead} {named}{of} {rest}".split()) + "?"


def _place(found: re.Match[str], count: int) -> int:
    if found["first"]:
        return 0
    if found["last"]:
        return count - 1
    nth = found["nth"]
    return (_PLACES.get(nth) or int(nth)) - 1


def _lines(answer: str) -> list[_Line]:
    """The lines of the list, those with a key alone where there are such."""
    lines: list[_Line] = []
    label = ""
    for written in answer.splitlines():
        if heading := _HEADING.match(written):
            label = heading["label"]
        elif found := _LINE.match(written):
            lines.append(_line(found["text"], label))
    keyed = [line for line in lines if line.key]
    return keyed or lines


def _line(written: str, label: str) -> _Line:
    bare = _MARKS.sub("", written)
    own = _HEADING.match(bare)
    label = own["label"] if own else label
    key = _KEYED.match(bare)
    quoted = _QUOTED.search(bare)
    body = quoted[1] if quoted and not key else _ENDS.split(_LABEL.sub("", bare))[0]
    text = " ".join(body.replace("*", "").replace("›", " ").split()[:_LONGEST]).strip(" .;…")
    return _Line(text, key["key"] if key else None, label)
