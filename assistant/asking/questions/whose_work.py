"""Questions for the units that a document gives work to, whatever the work is."""

from __future__ import annotations

from itertools import pairwise

from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Intent
from assistant.asking.questions.marking import Marked

_WHICH, _WHO = "nao", "ai"
_WORK, _TASKS = "viec", ("nhiem", "vu")
_BODY_ENDS = frozenset({"phong", "vi", "quan", "phan", "tam", "ban", "ben"})
"""How the nouns end that ask for a body ("đơn vị nào")."""


def of_whose_work(reading: Marked, lexicon: Lexicon, named: Intent | None) -> Intent | None:
    """The intent, or a list where the units are asked for that a document gives work to."""
    whose = named in (Intent.LEAD, Intent.LIST, None) and _asks_whose_work(reading, lexicon)
    return Intent.LIST if whose else named


def _asks_whose_work(reading: Marked, lexicon: Lexicon) -> bool:
    """Whether the units that a document gives work to are asked for, whatever the work is.

    Words that say little ("các đơn vị ... là những đơn vị nào") are then no topic.
    """
    plain = [word.plain for word in reading.words]
    work = _WORK in plain or _TASKS in pairwise(plain)
    whose = _WHO in plain or any(
        one in _BODY_ENDS and other == _WHICH for one, other in pairwise(plain)
    )
    if not (work and whose and (reading.numbers or reading.kind_words)) or reading.units:
        return False
    idle: list[int] = []
    for index, state in enumerate(reading.state):
        if state == "topic" and index not in idle:
            idle.extend(range(index, index + lexicon.weak.at(reading.words, index)[0]))
    if any(state == "topic" and index not in idle for index, state in enumerate(reading.state)):
        return False
    for index in idle:
        reading.state[index] = "soft"
    reading.cues.setdefault("subject", set()).add("tasks")
    return True
