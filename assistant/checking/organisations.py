"""Names of units in the text, and whether the sources know them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from assistant.answer import Figure
from assistant.checking.facts import Material
from assistant.checking.wording import quoted, where
from ingest.model import Source
from ingest.text.organisations import unit_slug
from ingest.vocabulary import load

_HEAD = re.compile(
    r"(?<!\w)(?:Phòng|Trung tâm|Văn phòng|Chi cục|Ban Quản lý|Thanh tra|Sở|Cục|Bộ phận)(?=\s)"
)
_WORD = re.compile(r"[ \t]+([^\W\d_]+)")


def organisations(material: Material) -> Iterator[Figure]:
    """One figure a name: ``match`` where a task or heading of the documents has that unit."""
    known = _known(material)
    for unit in material.reading.units:
        if unit.kind != "passage" or unit.source.table is not None:
            continue
        for text in _names(unit.text, known):
            slug = unit_slug(text)
            source = known.get(slug)
            said = (
                f"{quoted(text)} cũng được nêu ở {where(source)} của {source.file}."
                if source is not None
                else f"{quoted(text)} là tên đơn vị, không có trong các nhiệm vụ được đối chiếu."
            )
            yield Figure(
                text=text,
                verdict="match" if source is not None else "not_a_claim",
                source=unit.source,
                evidence=(source,) if source is not None else (),
                explanation=said,
            )


def _known(material: Material) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for reading in (*material.against, material.reading):
        for task in reading.tasks:
            for name in (*task.lead, *task.coordinating):
                found.setdefault(unit_slug(name), task.source)
    return found


def _names(text: str, known: dict[str, Source]) -> Iterator[str]:
    """The longest piece at each place that names a known unit, else the capitalised words."""
    for found in _HEAD.finditer(text):
        words = re.findall(r"\S+\s*", text[found.start() : found.start() + 90])
        best = _written(text, found)
        for count in range(len(words), 1, -1):
            piece = "".join(words[:count]).strip(" ,;.:")
            if unit_slug(piece) in known:
                best = piece
                break
        if best is not None:
            yield best


def _shared(words: list[str], field: list[str]) -> list[str]:
    """The first words of a field of work that stand there: all of a short one, else two or more."""
    same = list(
        takewhile(
            lambda pair: pair[0].strip(".,;:") == pair[1].strip(","),
            zip(words, field, strict=False),
        )
    )
    enough = len(same) == len(field) or len(same) > 1
    return [word.strip(".;:") for word, _ in same] if enough else []


def _written(text: str, head: re.Match[str]) -> str | None:
    """The name that ``head`` begins: a field of work as departments write it, else capitals."""
    rest = re.findall(r"\S+", text[head.end() : head.end() + 80])
    fields = [_shared(rest, name.split()) for name in load("documents")["departments"]]
    field = max(fields, key=len, default=[])
    if field:
        return " ".join((head.group(), *field)).rstrip(",")
    end = head.end()
    while (word := _WORD.match(text, end)) and word.group(1)[0].isupper():
        end = word.end()
    return text[head.start() : end] if end > head.end() else None
