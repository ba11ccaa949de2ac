"""Whether a mark stands among the words that speak of its slot, and not in another one's place.

Works on templates, where figures are opaque: the words between a mark and its neighbours are held
against those of the rule-made text. Two slots that are swapped both stand among foreign words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.drafting.model import MARK, Slot
from assistant.drafting.wording import wording
from ingest.text.normal import match_key

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[;,:()\n]|\.(?=\s|$)")
_NAMED: frozenset[str] = frozenset({"value", "ratio", "share", "difference", "target", "count"})
_SAID_BESIDE = 0.5
"""The part of the words beside a slot that a sentence has to keep."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One mark of a text: its slot and the content words that belong to it."""

    mark: str
    words: frozenset[str]


class RuleWords:
    """What the rule-made text says around each slot, and in which order they stand."""

    def __init__(self, templates: Iterable[str], slots: Mapping[str, Slot]) -> None:
        texts = list(templates)
        words: defaultdict[str, set[str]] = defaultdict(set)
        self._before: set[tuple[str, str]] = set()
        self._slots = slots
        together: set[tuple[str, str]] = set()
        for text in texts:
            said = spoken(text)
            for one in said:
                words[one.mark] |= one.words
            for one, other in combinations(said, 2):
                self._before.add((one.mark, other.mark))
                together |= {(one.mark, other.mark), (other.mark, one.mark)}
        order = [one.mark for text in texts for one in spoken(text)]
        self._before |= {
            pair for pair in combinations(dict.fromkeys(order), 2) if pair not in together
        }
        self._near = {mark: frozenset(found) for mark, found in words.items()}
        self._words = {mark: near | _named(slots[mark]) for mark, near in self._near.items()}

    def bare(self, template: str) -> str | None:
        """A mark of a sentence that says too little of what the rule-made text says beside it."""
        said = _content(MARK.sub(" ", template))
        for mark in MARK.findall(template):
            near = self._near.get(mark, frozenset())
            if self._slots[mark].kind in _NAMED and len(near & said) < _SAID_BESIDE * len(near):
                return str(mark)
        return None

    def misplaced(self, templates: Sequence[str]) -> dict[str, str]:
        """Marks of a text that do not stand in their own place, each with whose words it has."""
        said = [one for text in templates for one in spoken(text)]
        at = defaultdict[str, list[int]](list)
        for place, one in enumerate(said):
            at[one.mark].append(place)
        wrong: dict[str, str] = {}
        for place, one in enumerate(said):
            if one.mark not in self._words:
                continue
            for rival in self._words:
                if rival == one.mark or self._alike(one.mark, rival):
                    continue
                lean = self._lean(one, rival)
                if lean < 0 or (lean == 0 and not self._settled(place, rival, said, at)):
                    wrong.setdefault(one.mark, rival)
        return wrong

    def _settled(
        self, place: int, rival: str, said: Sequence[Spoken], at: Mapping[str, list[int]]
    ) -> bool:
        """Words cannot tell the two apart here: the rival is clearly at home, or order decides."""
        mine = said[place].mark
        places = at.get(rival, [])
        if not places:
            return (mine, rival) not in self._before and (rival, mine) not in self._before
        if any(self._lean(said[other], mine) > 0 for other in places):
            return True
        return all(
            ((mine, rival) if place < other else (rival, mine)) in self._before for other in places
        )

    def _lean(self, one: Spoken, rival: str) -> int:
        """How much more the words around a mark speak for its own slot than for ``rival``."""
        own, other = self._words[one.mark], self._words[rival]
        return len(one.words & (own - other)) - len(one.words & (other - own))

    def _alike(self, mark: str, rival: str) -> bool:
        return self._slots[mark].text == self._slots[rival].text


def spoken(template: str) -> list[Spoken]:
    """Every mark of a template with the words that belong to it."""
    marks = list(MARK.finditer(template))
    found = []
    for at, mark in enumerate(marks):
        left = template[marks[at - 1].end() if at else 0 : mark.start()]
        right = template[mark.end() : marks[at + 1].start() if at + 1 < len(marks) else None]
        if at:
            left = " ".join(_clauses(left)[1:] or [left])
        if at + 1 < len(marks):
            right = _clauses(right)[0]
        found.append(Spoken(mark[1], _content(left) | _content(right)))
    return found


def _clauses(text: str) -> list[str]:
    """``text`` in match-key form, cut where a clause ends."""
    return wording().separators.sub("|", match_key(_BREAK.sub("|", text))).split("|")


def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(match_key(text))) - wording().function_words


def _named(slot: Slot) -> frozenset[str]:
    """The words of what a slot counts; a date or a document number has only its place."""
    if slot.kind not in _NAMED:
        return frozenset()
    return _content(f"{slot.indicator or ''} {slot.subject or ''}")
