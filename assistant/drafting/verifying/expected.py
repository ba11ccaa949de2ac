"""What a composition promises: its lines, and in each line the figures of its slots in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.drafting.model import MARK, Composition, Sentence, Slot
from assistant.language.figures import plain, read_facts
from ingest.text.normal import match_key

_LABEL = re.compile(r"\A(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[A-Z])[.)]\s+|\A[-–+]\s+")


@dataclass(frozen=True, slots=True)
class Promise:
    """One figure of a line: the slot it belongs to, and how it must read.

    ``keys`` are kind and key of the facts that the slot's text reads as; a slot without a figure
    in it (a name) has none. ``slot`` is ``None`` for a figure that a person typed, ``template``
    and ``mark`` say where the slot stands.
    """

    keys: tuple[tuple[str, str], ...]
    text: str
    template: str
    mark: int
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as it must stand in the file.

    ``words`` is its text without figures; a ``heading`` is a section's title, the
    ``subject`` stands below the report's name.
    """

    section: str | None
    text: str
    words: tuple[str, ...]
    promises: tuple[Promise, ...]
    heading: bool = False
    subject: bool = False


def expected_lines(composition: Composition) -> list[Line]:
    """Every paragraph of the report in order: subject, opening, sections, closing."""
    slots = composition.slots
    lines = [replace(_line(None, (composition.subject,), slots), subject=True)]
    lines += [_line(None, one.sentences, slots) for one in composition.opening]
    for section in composition.sections:
        if section.title:
            title = Sentence(template=unlabelled(section.title))
            lines.append(replace(_line(section.key, (title,), slots), heading=True))
        lines += [_line(section.key, one.sentences, slots) for one in section.paragraphs]
    lines += [_line(None, one.sentences, slots) for one in composition.closing]
    return [line for line in lines if line.text]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without its figures, for telling lines apart."""
    shown = list(plain(text))
    for fact in read_facts(text):
        shown[fact.start : fact.end] = " " * (fact.end - fact.start)
    key = match_key("".join(shown))
    return tuple(word for word in "".join(c if c.isalpha() else " " for c in key).split())


def unlabelled(text: str) -> str:
    """A line without the number of a heading or the dash of an item."""
    return _LABEL.sub("", text)


def _line(section: str | None, sentences: tuple[Sentence, ...], slots: Mapping[str, Slot]) -> Line:
    text = " ".join(" ".join(one.filled(slots) for one in sentences).split())
    promises = tuple(promise for one in sentences for promise in _promises(one, slots))
    return Line(section, text, words_of(text), promises)


def _promises(sentence: Sentence, slots: Mapping[str, Slot]) -> Iterator[Promise]:
    at, mark = 0, 0
    for found in MARK.finditer(sentence.template):
        yield from _typed(sentence, sentence.template[at : found.start()])
        slot = slots[found[1]]
        yield Promise(_keys(slot.text), slot.text, sentence.template, mark, slot)
        at, mark = found.end(), mark + 1
    yield from _typed(sentence, sentence.template[at:])


def _typed(sentence: Sentence, piece: str) -> Iterator[Promise]:
    """Figures outside of slots: those of a person's wording, and names such as "Một cửa"."""
    for fact in read_facts(piece):
        yield Promise(((fact.kind, fact.key),), fact.text, sentence.template, -1)


def _keys(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((fact.kind, fact.key) for fact in read_facts(text))
