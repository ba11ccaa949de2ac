"""Whose figure one is: the place or unit that it names, else the one named last before it.

"Xã Vĩnh Thọ: kế hoạch 420 tỷ đồng, giải ngân 315 tỷ đồng; xã Hòa Lạc: …": both figures of a clause
are of its place, and neither is of the other one or of all of them together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from assistant.checking.model import Claim, Fact, Weights
from ingest.text.normal import match_key
from ingest.vocabulary import load

_SENTENCE = re.compile(r"[.!?](?=\s)|\n")
_LEAST = 4


class Subjects:
    """The subjects of the sources' tables."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._tables: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
        self._named: dict[str, tuple[str, str, Weights, Fact]] = {}
        kinds = "|".join(re.escape(match_key(kind)) for kind in load("checking_words")["kinds"])
        for fact in facts:
            if fact.subject is None or not fact.subject_terms:
                continue
            self._tables[_table(fact)].add(fact.subject)
            key = match_key(fact.subject).strip(" .:-")
            bare = re.sub(rf"^(?:{kinds})\s+", "", key)
            single = frozenset(term for term in fact.subject_terms if "_" not in term)
            self._named.setdefault(fact.subject, (key, bare, single, fact))
        self._told: dict[tuple[str, int, str], frozenset[str]] = {}

    def of(self, claim: Claim, in_issuer: Callable[[Claim, Fact], bool]) -> frozenset[str]:
        """The subjects that a figure is said to be of; empty where its sentence names none.

        ``in_issuer`` tells a subject that stands in the name of an office only.
        """
        at = (claim.place.text, claim.span.start, claim.words)
        if at not in self._told:
            self._told[at] = self._of(claim, in_issuer)
        return self._told[at]

    def beside(self, fact: Fact, subjects: frozenset[str]) -> bool:
        """Whether a cell's table has one of ``subjects`` in another row."""
        return bool(subjects & self._tables.get(_table(fact), set()))

    def _of(self, claim: Claim, in_issuer: Callable[[Claim, Fact], bool]) -> frozenset[str]:
        text = claim.place.text
        named = [
            (name, key, bare, fact)
            for name, (key, bare, single, fact) in self._named.items()
            if single and single <= (claim.own | claim.around)
        ]
        if not named:
            return frozenset()
        starts = [found.end() for found in _SENTENCE.finditer(text, 0, claim.span.start)]
        before = match_key(text[starts[-1] if starts else 0 : claim.span.start])
        words = match_key(claim.words)
        own = {name: at for name, key, bare, _ in named if (at := _at(words, key, bare)) >= 0}
        last = {name: at for name, key, bare, _ in named if (at := _at(before, key, bare)) >= 0}
        if not own and claim.role == "total":
            return frozenset()  # "…, thôn C 96 giấy; tổng cộng 488 giấy"
        told = own or {name: at for name, at in last.items() if at == max(last.values())}
        facts = {name: fact for name, _, _, fact in named}
        return frozenset(name for name in told if not in_issuer(claim, facts[name]))


def _table(fact: Fact) -> tuple[object, ...]:
    return (fact.source.document_id, fact.source.table)


def _at(text: str, key: str, bare: str) -> int:
    """Where a subject is named last, -1 for nowhere; whole words only."""
    for wanted in (key, bare):
        found = [one.start() for one in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)]
        if found and (wanted == key or len(wanted) >= _LEAST):
            return found[-1]
    return -1
