"""Names of units in the text, and whether the sources know them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Figure
from assistant.checking.facts import Material
from assistant.checking.wording import quoted, where
from ingest.model import Source
from ingest.text.organisations import unit_slug

_NAME = re.compile(
    r"(?<!\w)(?:Phòng|Trung tâm|Văn phòng|Chi cục|Ban Quản lý|Thanh tra|Sở|Cục|Bộ phận)"
    r"(?:\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*)+"
)


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
    for found in _NAME.finditer(text):
        words = re.findall(r"\S+\s*", text[found.start() : found.start() + 90])
        best = found.group()
        for count in range(len(words), 1, -1):
            piece = "".join(words[:count]).strip(" ,;.:")
            if unit_slug(piece) in known:
                best = piece
                break
        yield best
