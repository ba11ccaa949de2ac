"""The tasks that documents assign, found again by the words of a sentence or of another table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from assistant.checking.model import Span, Weights
from assistant.checking.words import Lexicon, has, share_held
from ingest.model import Deadline, Task
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

_HELD = 0.7
_LEAST_TERMS = 2
_DATED = ("period", "before", "month", "year")
Manner = str
"""``before`` (trước), ``until`` (đến hết) or ``due`` where a text says neither."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A task with the words that tell it from others."""

    task: Task
    words: Weights


class Duties:
    """Tasks by their words; built once for each set of tasks."""

    def __init__(self, tasks: Sequence[Task], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._duties = [Duty(task, lexicon.terms(task.text)) for task in tasks]
        self._by_term: defaultdict[str, list[int]] = defaultdict(list)
        for at, duty in enumerate(self._duties):
            for term in duty.words:
                self._by_term[term].append(at)

    def __bool__(self) -> bool:
        return bool(self._duties)

    def named_in(self, words: Weights) -> list[Task]:
        """The tasks whose words ``words`` hold best; several only if they are worded alike."""
        return self._best(words, mutual=False)

    def same_as(self, words: Weights) -> list[Task]:
        """The tasks that are worded as ``words`` are, with little beside."""
        return self._best(words, mutual=True)

    def _best(self, words: Weights, *, mutual: bool) -> list[Task]:
        weight = self._lexicon.weight
        found: list[tuple[float, Task]] = []
        for at in {at for term in words for at in self._by_term.get(term, ())}:
            duty = self._duties[at]
            shared = duty.words & words
            if len([term for term in shared if "_" not in term]) < _LEAST_TERMS:
                continue
            whole = fsum(map(weight, duty.words))
            if mutual:
                whole = max(whole, fsum(map(weight, words)))
            held = fsum(map(weight, shared)) / whole
            if min(held, share_held(duty.words, words)) >= _HELD:
                found.append((held, duty.task))
        most = max((held for held, _ in found), default=0.0)
        best = [task for held, task in found if held == most]
        return sorted(best, key=lambda task: task.id)


@remembered()
def _manners() -> tuple[tuple[str, Manner], ...]:
    words = load("checking_rules")["deadline_words"]
    return tuple((match_key(word), how) for how, found in words.items() for word in found)


def manner(text: str) -> Manner:
    """Whether a deadline means before its day or until its end."""
    key = match_key(text)
    for word, how in _manners():
        if has(key, word):
            return how
    return "due"


def deadlines(task: Task) -> list[Deadline]:
    """The dated deadlines of a task and of its products."""
    found = [task.deadline, *(one.deadline for one in task.deliverables)]
    return [one for one in found if one is not None and one.to is not None and one.kind in _DATED]


def keeps(span: Span, limit: Deadline) -> bool:
    """Whether a deadline in a text is that of a task, as far as both say."""
    if span.day is None or limit.to is None:
        return True
    last = date.fromisoformat(limit.to)
    if span.whole_month:
        return (span.day.year, span.day.month) == (last.year, last.month)
    if span.day != last:
        first = date.fromisoformat(limit.from_) if limit.from_ else last
        return first < last and first <= span.day <= last
    return {span.deadline, manner(limit.text)} != {"before", "until"}


def agree(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines of one task mean the same day."""
    if one.to is None or other.to is None:
        return True
    same = one.to == other.to and (one.from_ is None or other.from_ in (None, one.from_))
    return same and {manner(one.text), manner(other.text)} != {"before", "until"}
