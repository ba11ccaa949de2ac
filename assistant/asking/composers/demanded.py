"""What a paper demands: its tasks where a question names it and asks only for what it orders."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import start_search
from assistant.asking.finding.versions import compose_newest
from assistant.asking.looking import unrefused
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.vocabulary import load, remembered

_ASKING = frozenset({Intent.LIST, Intent.PROSE, Intent.OPEN, Intent.SUMMARY, Intent.LEAD})
_WHAT = frozenset({"gi", "nao"})
_AS_PART = tuple((one, "yeu", "cau") for one in ("nhung", "cac", "may"))


def compose_demanded(query: Query, corpus: Corpus) -> Composed | None:
    """The tasks of the one paper that a question names by its number, or what the paper says.

    Only where the question holds nothing beside the number and a verb of ordering.
    """
    limits = query.limits
    if query.intent not in _ASKING or len(limits.numbers) != 1 or limits.ref_numbers:
        return None
    if limits.unit or limits.window or limits.key or limits.years or limits.parts:
        return None
    told = tuple(entry.word.plain for entry in query.topic if entry.required)
    of_work = query.subject in (None, "tasks")
    if not of_work or _WHAT.isdisjoint(query.words) or not _orders(query.words):
        return None
    if any(contains(query.words, one) >= 0 for one in _AS_PART):
        return None  # "đặt ra những yêu cầu gì" asks for the part of that name
    left = {word for one in _verbs() for word in one} | _around()
    if not left.issuperset(told):
        return None
    bare = replace(query, topic=(), says=False, of_text=False)
    tasks = replace(bare, intent=Intent.LIST, subject="tasks")
    for meant in (tasks, replace(bare, intent=Intent.SUMMARY, subject=None)):
        composed = compose_newest(start_search(meant, corpus), unrefused)
        if composed.status == "answered":
            return replace(composed, named=True)
    return None


def _orders(words: Phrase) -> bool:
    return any(contains(words, verb) >= 0 for verb in _verbs())


@remembered()
def _verbs() -> tuple[Phrase, ...]:
    return tuple(plain_phrase(one) for one in load("asking_papers")["demanding"]["verbs"])


@remembered()
def _around() -> frozenset[str]:
    return frozenset(plain_phrase(load("asking_papers")["demanding"]["around"]))
