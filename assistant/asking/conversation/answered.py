"""The answers of a conversation: which documents, units and numbers they speak of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from assistant.asking.finding.corpus import Corpus
from assistant.asking.labels import document_label, document_labels
from assistant.asking.query import Query

Told = dict[str, tuple[str, ...]]
"""Ids of documents by the label that an answer gives them."""

_LATELY = 2
_CITED = re.compile(
    r"(?:Quyết định|Nghị quyết|Nghị định|Kế hoạch|Công văn|Thông tư|Chỉ thị) (?:số )?"
    r"\*{0,2}\d+/[\w-]+"
)
_UNIT_SAID = re.compile(r"(chủ trì|phối hợp): \*\*([^*;\[]+)\*\*")


@dataclass
class Answered:
    """The answers so far, oldest first; ``written`` gives that to a question which bears none.

    ``place`` is that of the answer about what is spoken of now, -1 where nothing is.
    """

    corpus: Corpus
    written: Callable[[Query], str]
    place: int = -1
    _kept: list[str | Query] = field(default_factory=list)

    def add(self, query: Query, answer: str) -> int:
        """Keep an answer; its place."""
        self._kept.append(answer or query)
        return len(self._kept) - 1

    def at(self, place: int) -> str:
        """An answer of the conversation; written now where the turn did not bear it."""
        if not 0 <= place < len(self._kept):
            return ""
        kept = self._kept[place]
        if isinstance(kept, Query):
            kept = self._kept[place] = self.written(kept)
        return kept

    def latest(self) -> list[int]:
        """The places of all answers, the last one first."""
        return [*range(len(self._kept) - 1, -1, -1)]

    @cached_property
    def labelled(self) -> Told:
        """The ids of the documents by their labels, with the file name and without."""
        full = document_labels(self.corpus.documents)
        found: Told = {}
        for document in self.corpus.documents:
            for label in dict.fromkeys((full[document.id], document_label(document))):
                found[label] = (*found.get(label, ()), document.id)
        return found

    def told(self, place: int) -> Told:
        """The documents that an answer is from, in its order."""
        answer = self.at(place)
        places = {
            label: min(start for start in found if start >= 0)
            for label in self.labelled
            if max(found := [answer.find(f"**{label}**"), answer.find(f"| {label} |")]) >= 0
        }
        return {
            label: self.labelled[label] for label in sorted(places, key=lambda one: places[one])
        }

    def told_now(self) -> Told:
        """The documents that the answer about what is spoken of is from."""
        places = (self.told(place) for place in range(self.place, -1, -1))
        return next((told for told in places if told), {})

    def told_lately(self) -> Told:
        """The documents that the last two answers are from."""
        found: Told = {}
        for place in self.latest()[:_LATELY]:
            found |= self.told(place)
        return found

    def unit_said(self, role: str) -> str:
        """The unit that the last answer with one names in that role; empty where it names more."""
        for place in self.latest():
            found = _UNIT_SAID.findall(self.at(place))
            names = {name.strip() for said, name in found if said == role}
            if names:
                return names.pop() if len(names) == 1 else ""
        return ""

    def number_said(self, kind: str) -> str:
        """The document of that kind which the answer cites by number; empty where it cites more."""
        cited = {found.replace("*", "") for found in _CITED.findall(self.at(self.place))}
        bare = {" ".join(one.replace("số ", "").split()) for one in cited}
        alike = [one for one in bare if one.casefold().startswith(kind.casefold())]
        return alike[0] if len(alike) == len(bare) == 1 else ""

    def year_now(self) -> int | None:
        """The year that the documents spoken of are for, where that is a single one."""
        told = {one for ids in self.told_now().values() for one in ids}
        years = {
            document.period.to if document.period.from_ == document.period.to else None
            for document in self.corpus.documents
            if document.id in told and document.period
        }
        return years.pop() if len(years) == 1 else None
