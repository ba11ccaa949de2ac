"""A line of the answer before, named by its place in the list ("cái thứ hai thì sao?")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking import restated
from ingest.text.normal import fold

_PLACE = (
    r"(?:(?:o |dung )?"
    r"thu\s+(?P<nth>nhat|mot|hai|nhi|ba|bon|tu|nam|sau|bay|tam|chin|muoi|\d{1,2})"
    r"|(?P<first>dau tien|tren cung|dau)|(?P<last>cuoi cung|sau cung|cuoi))\b"
    r"(?!\s+(?:nam|quy|thang|ky|nhiem ky|tuan|tu|vao|ra|bai|giai doan)\b)"
)
_NAMED = re.compile(
    r"\b(?:cai|viec|cong viec|nhiem vu|muc|muc tieu|chi tieu|dong|y|gach dau dong|noi dung"
    rf"|van ban|so lieu|ket qua|phuong an|giai phap)\s+{_PLACE}"
)
_DOCUMENT = re.compile(
    rf"\b(?:van ban|tai lieu|ke hoach|bao cao|quyet dinh|phu luc|ban)\s+{_PLACE}"
)
_PLACES = {
    name: place
    for place, names in enumerate(
        ("nhat mot", "hai nhi", "ba", "bon tu", "nam", "sau", "bay", "tam", "chin", "muoi"), 1
    )
    for name in names.split()
}
_LINE = re.compile(r"^(?:- |(?=\d{1,2}\. ))(?P<text>\S.*)$")
_NUMBERED = re.compile(r"^\d{1,2}\.\s+")
_COUNT = re.compile(r"^\*\*[^*]+\*\*[^:]*:\s*\*\*\d+\*\*\s")
_KEYED = re.compile(r"^(?P<key>(?:[IVX]+(?:-[A-Z])?|[A-Z]|\d+)(?:\.(?:\d+|[a-z])\b)+)\.?\s")
_HEADING = re.compile(r"^\*\*(?P<label>[^*]+)\*\*\s*(?:–|:|\[|$)")
_MARKS = re.compile(r"\s*(?:\[\d+\](?:[–-]\[\d+\])?)+")
_QUOTED = re.compile(r"«([^»]+)»")
_LABEL = re.compile(r"^\*\*[^*]+\*\*[^:]*:\s*")
_ENDS = re.compile(r"\s+–\s|:\s+\*\*|…")
_OPEN_REST = re.compile(
    r"^(?:thi|la|the|con|ve|vay|a|va|sao|nao|gi|ra|nhu|chi tiet|cu the|noi ro|hon|thoi|cho|toi|xem"
    r"|\W)*$"
)
_AFTER = re.compile(r"^[\s,]*(?:thì sao|thi sao|thì|thi|là|la)\b[\s,]*", re.IGNORECASE)
_LONGEST = 25
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    key: str | None
    label: str
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class LineMeant:
    """A question with the line meant in the place of "cái thứ hai", and the line's document.

    ``asked`` is the question with nothing in that place, ``label`` is empty where the answer names
    no document; ``alone`` where the line is all that the answer says of its document.
    """

    text: str
    asked: str
    label: str
    alone: bool = False


def line_named(question: str, answer: str) -> LineMeant | None:
    """The line of ``answer`` that a question names by its place; ``None`` if it names none."""
    folded = fold(question)
    found = _NAMED.search(folded)
    if found is None or not answer or len(folded) != len(question):
        return None
    lines = _lines(answer)
    place = _place(found, len(lines))
    if len(lines) < _FEWEST or not 0 <= place < len(lines):
        return None
    line = lines[place]
    named = restated.LINE_NAMED.format(key=line.key) if line.key else line.text
    ahead, rest = _around(question, found)
    labels = [one.label for one in lines]
    alone = labels.count(line.label) == 1 and len(set(labels)) > 1 and bool(line.label)
    return LineMeant(
        " ".join(f"{ahead} {named} {rest}".split()),
        " ".join(f"{ahead} {rest}".split()),
        line.label,
        alone,
    )


def document_named(question: str, labels: Sequence[str]) -> LineMeant | None:
    """The one of several documents that a question names by its place in an answer.

    ``labels`` name the documents in the order of the answer.
    """
    folded = fold(question)
    found = _DOCUMENT.search(folded)
    if found is None or len(labels) < _FEWEST or len(folded) != len(question):
        return None
    noun = folded[found.start() :].split()
    kind = [label for label in labels if fold(label).split()[:2] == noun[:2]]
    among = kind if len(kind) >= _FEWEST else labels
    place = _place(found, len(among))
    if not 0 <= place < len(among):
        return None
    asked = " ".join(" ".join(_around(question, found)).split())
    return LineMeant(asked, asked, among[place], alone=True)


def _around(question: str, found: re.Match[str]) -> tuple[str, str]:
    """What is asked before and behind the place; empty where that says nothing."""
    before, after = question[: found.start()], _AFTER.sub("", question[found.end() :])
    rest = "" if _OPEN_REST.match(fold(f"{before} {after}").strip()) else after.strip(" ?.!,")
    ahead = "" if _OPEN_REST.match(fold(before).strip()) else before.strip(" ,")
    return ahead, rest


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
        elif (found := _LINE.match(written)) and not _COUNT.match(found["text"]):
            lines.append(_line(found["text"], label))
    keyed = [line for line in lines if line.key or line.numbered]
    return keyed or lines


def _line(written: str, label: str) -> _Line:
    bare = _MARKS.sub("", written)
    own = _HEADING.match(bare)
    label = own["label"] if own else label
    key = _KEYED.match(bare)
    numbered = key is None and _NUMBERED.match(bare) is not None
    bare = _NUMBERED.sub("", bare) if numbered else bare
    quoted = _QUOTED.search(bare)
    body = quoted[1] if quoted and not key else _ENDS.split(_LABEL.sub("", bare))[0]
    text = " ".join(body.replace("*", "").replace("›", " ").split()[:_LONGEST]).strip(" .;…")
    return _Line(text, key["key"] if key else None, label, numbered)
