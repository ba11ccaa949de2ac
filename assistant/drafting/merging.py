"""Three versions of a section into one: a person's wording stays, the rest follows the new text.

``base`` is what the program wrote before, ``mine`` what stands after a person's edits, ``new`` what
it writes now. Slots keep their marks, so a person's sentences show the new figures by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from assistant.answer import FigureChange
from assistant.drafting.model import Composition, Paragraph, SectionText, Sentence, Slot

_ALIKE = 0.6
_NO_FIGURES = frozenset({"period", "phrase"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence and where it stands: the paragraph it is of, and whether that is an item."""

    sentence: Sentence
    paragraph: int
    bullet: bool


def merge(base: Composition, mine: Composition, new: Composition) -> Composition:
    """``new`` with the sections that a person edited merged, and the slots they still name."""
    before = {section.key: section for section in base.sections}
    edited = {section.key: section for section in mine.sections if section.edited_by}
    sections = tuple(
        merge_section(before.get(section.key), edited[section.key], section)
        if section.key in edited
        else section
        for section in new.sections
    )
    named = {mark for section in sections for one in section.sentences() for mark in one.marks()}
    kept = {mark: mine.slots[mark] for mark in named - new.slots.keys() if mark in mine.slots}
    return new.model_copy(update={"sections": sections, "slots": {**new.slots, **kept}})


def merge_section(base: SectionText | None, mine: SectionText, new: SectionText) -> SectionText:
    """The new section with the person's sentences in it and without those that the person cut."""
    written = _lines(new)
    old = _lines(base) if base is not None else []
    own = _lines(mine)
    follows = _paired([line.sentence for line in old], [line.sentence for line in written])
    untouched = _same([line.sentence for line in old], [line.sentence for line in own])
    reworded = _reworded(old, own, untouched)
    merged: list[_Line] = []
    after: dict[int, int] = {}  # index in `written` -> place in `merged` of what stands for it
    for at, line in enumerate(own):
        source = untouched.get(at)
        if source is None:
            merged.append(line)
            if at in reworded and reworded[at] in follows:
                after[follows[reworded[at]]] = len(merged) - 1
        elif source in follows:
            merged.append(replace(line, sentence=written[follows[source]].sentence))
            after[follows[source]] = len(merged) - 1
    taken = set(follows.values())
    return new.model_copy(
        update={
            "paragraphs": _paragraphs(_with_news(merged, written, taken, after)),
            "edited_by": mine.edited_by,
        }
    )


def _lines(section: SectionText) -> list[_Line]:
    return [
        _Line(sentence, number, paragraph.bullet)
        for number, paragraph in enumerate(section.paragraphs)
        for sentence in paragraph.sentences
    ]


def _same(old: Sequence[Sentence], own: Sequence[Sentence]) -> dict[int, int]:
    """For each sentence that the person left as it was, its place in the old text."""
    places: dict[str, list[int]] = {}
    for at, sentence in enumerate(old):
        places.setdefault(_key(sentence), []).append(at)
    found: dict[int, int] = {}
    for at, sentence in enumerate(own):
        left = places.get(_key(sentence))
        if left:
            found[at] = left.pop(0)
    return found


def _reworded(
    old: Sequence[_Line], own: Sequence[_Line], untouched: Mapping[int, int]
) -> dict[int, int]:
    """For each sentence that is a person's version of one of the old ones, the place of that."""
    left = [at for at in range(len(old)) if at not in set(untouched.values())]
    typed = [at for at in range(len(own)) if at not in untouched]
    pairs = _paired([own[at].sentence for at in typed], [old[at].sentence for at in left])
    return {typed[mine]: left[theirs] for mine, theirs in pairs.items()}


def _paired(old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[int, int]:
    """Old sentences with the new ones that say the same, each once, the likest first."""
    pairs = sorted(
        ((_likeness(one, other), -abs(a - b), a, b)
         for a, one in enumerate(old) for b, other in enumerate(new)),
        key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3]),
    )  # fmt: skip
    found: dict[int, int] = {}
    used: set[int] = set()
    for alike, _, a, b in pairs:
        if alike < _ALIKE:
            break
        if a not in found and b not in used:
            found[a] = b
            used.add(b)
    return found


def _likeness(one: Sentence, other: Sentence) -> float:
    """1 for the same words; sentences that share a slot that no other has are alike as well."""
    if _key(one) == _key(other):
        return 1.0
    mine, theirs = set(one.marks()), set(other.marks())
    shared = len(mine & theirs) / max(len(mine | theirs), 1)
    words = SequenceMatcher(None, _key(one).split(), _key(other).split(), autojunk=False).ratio()
    return max(shared, words) if mine or theirs else words


def _key(sentence: Sentence) -> str:
    return " ".join(sentence.template.split())


def _with_news(
    merged: Sequence[_Line], written: Sequence[_Line], taken: set[int], after: Mapping[int, int]
) -> list[_Line]:
    """``merged`` with the sentences that are new, each behind the one that it follows."""
    behind: dict[int, list[int]] = {}
    anchor = -1
    for at in range(len(written)):
        if at in taken:
            anchor = after.get(at, anchor)
        else:
            behind.setdefault(anchor, []).append(at)
    result: list[_Line] = []
    for place in range(-1, len(merged)):
        if place >= 0:
            result.append(merged[place])
        for at in behind.get(place, ()):
            result.append(_fitted(written, at, result))
    return result


def _fitted(written: Sequence[_Line], at: int, result: Sequence[_Line]) -> _Line:
    """A new sentence in the paragraph of the one before it, or in one of its own."""
    line = written[at]
    goes_on = at > 0 and written[at - 1].paragraph == line.paragraph and not line.bullet
    if goes_on and result and not result[-1].bullet:
        return replace(line, paragraph=result[-1].paragraph)
    return replace(line, paragraph=-1 - at)  # a number that no other paragraph has


def _paragraphs(lines: Sequence[_Line]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(sentences=tuple(line.sentence for line in group), bullet=group[0].bullet)
        for group in _grouped(lines)
    )


def _grouped(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and group[-1].paragraph != line.paragraph:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def changed_figures(before: Composition, after: Composition) -> tuple[FigureChange, ...]:
    """The locked figures that two versions state differently, in the order of the newer one."""
    was, now = _stated(before), _stated(after)
    changes = []
    for mark, section in {**was, **now}.items():
        old = before.slots[mark] if mark in was else None
        new = after.slots[mark] if mark in now else None
        if (new or before.slots[mark]).kind in _NO_FIGURES:
            continue
        if (old and old.text) != (new and new.text):
            changes.append(_change(section, old, new))
    return tuple(changes)


def _change(section: str, old: Slot | None, new: Slot | None) -> FigureChange:
    slot = new or old
    return FigureChange(
        section=section,
        indicator=slot.indicator if slot else None,
        before=old.text if old else None,
        after=new.text if new else None,
    )


def _stated(composition: Composition) -> dict[str, str]:
    """Each mark that stands in a section, with the section's key."""
    found: dict[str, str] = {}
    for section in composition.sections:
        for sentence in section.sentences():
            for mark in sentence.marks():
                found.setdefault(mark, section.key)
    return found
