"""Answers from the newest version of a document, and says so in one sentence.

Older versions are left out. What an amendment does not touch still holds in the document it amends:
a question for one fact goes to the amendment first where that is as much about it, and a list is
drawn from both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.asking import texts
from assistant.asking.finding.corpus import EntryKind
from assistant.asking.finding.retrieval import Search, ranked
from assistant.asking.labels import day, document_labels
from assistant.asking.page import Composed
from assistant.asking.query import Intent
from assistant.asking.questions.limits import compact
from assistant.versions import Succession, successions
from ingest.model import Document

_ONE_FACT = frozenset(
    {Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT, Intent.VALUE, Intent.OPEN}
)
_ALL_VERSIONS = frozenset({Intent.COMPARE, Intent.FACT})
_KINDS: tuple[EntryKind, ...] = ("targets", "tasks", "indicators", "passages")
_CLOSE = 0.05


def compose_newest(search: Search, compose: Callable[[Search], Composed]) -> Composed:
    """What ``compose`` makes of the newest versions among the documents of ``search``."""
    pairs = list(successions(search.documents))
    if not pairs:
        return _with_notes(compose(search), _asked_for_old(search), search)
    if search.query.intent in _ALL_VERSIONS:
        return compose(search)
    named = _named(search)
    pairs = [pair for pair in pairs if pair.older.id not in named]
    gone = {pair.older.id for pair in pairs if pair.whole}
    amended = [pair for pair in pairs if not pair.whole and pair.older.id not in gone]
    current = _without(search, gone)
    notes = [(_newest(pair), pair) for pair in pairs if pair.whole]
    if not amended or search.query.intent not in _ONE_FACT:
        notes += [(texts.AMENDED_BESIDE, pair) for pair in amended]
        return _with_notes(compose(current), notes, search)
    ahead = [pair for pair in amended if _as_much_about(current, pair)]
    first = compose(_without(current, {pair.older.id for pair in ahead}))
    if ahead and first.status != "answered":
        ahead, first = [], compose(current)
    notes += [
        (texts.AMENDED_USED if pair in ahead else texts.AMENDED_ELSEWHERE, pair) for pair in amended
    ]
    return _with_notes(first, notes, search)


def _newest(pair: Succession) -> str:
    same_day = pair.why == "number" and pair.newer.date == pair.older.date
    return texts.LAST_READ_USED if same_day else texts.NEWEST_USED


def _named(search: Search) -> set[str]:
    """Documents that the question asks for themselves: all chosen by hand, or by their number."""
    limits = search.query.limits
    if len(limits.chosen) > 1:
        return set(limits.chosen)
    numbers = {compact(number) for number in limits.numbers}
    named = [doc for doc in search.documents if doc.number and compact(doc.number) in numbers]
    shared = len({compact(doc.number or "") for doc in search.documents}) == 1
    return set() if shared else {doc.id for doc in named}


def _asked_for_old(search: Search) -> list[tuple[str, Succession]]:
    """Pairs whose older document alone is in scope, because the question names it."""
    ids = search.ids
    return [
        (texts.OLD_VERSION_ASKED if pair.whole else texts.AMENDED_BESIDE, pair)
        for pair in successions(search.corpus.documents)
        if pair.older.id in ids and pair.newer.id not in ids
    ]


def _as_much_about(search: Search, pair: Succession) -> bool:
    """Whether the amendment holds something that fits the question as well as the amended does."""
    found = ranked(search, _KINDS)
    newer = [one.score for one in found if one.entry.document.id == pair.newer.id and one.fits]
    older = [one.score for one in found if one.entry.document.id == pair.older.id and one.fits]
    return bool(newer) and max(newer) >= max(older, default=0.0) - _CLOSE


def _without(search: Search, gone: set[str]) -> Search:
    kept = tuple(document for document in search.documents if document.id not in gone)
    return Search(search.query, search.corpus, search.topic, kept)


def _with_notes(
    composed: Composed, notes: Sequence[tuple[str, Succession]], search: Search
) -> Composed:
    """The page with one sentence for each newest document that matters to the answer."""
    if composed.status != "answered":
        return composed
    cited = {citation.source.document_id for citation in composed.page.citations}
    labels = document_labels(search.corpus.documents)
    said: dict[tuple[str, str], list[str]] = {}
    for template, pair in notes:
        if _rests_on(template, pair, cited):
            older = _label(pair.older, labels)
            said.setdefault((template, _label(pair.newer, labels)), []).append(older)
    if said:
        composed.page.gap()
        for (template, newer), olders in said.items():
            joined = "; ".join(dict.fromkeys(olders))
            composed.page.raw(template.format(newer=newer, older=joined))
    return composed


def _rests_on(template: str, pair: Succession, cited: set[str]) -> bool:
    on_newer = template in (texts.NEWEST_USED, texts.LAST_READ_USED, texts.AMENDED_USED)
    return (pair.newer.id if on_newer else pair.older.id) in cited


def _label(document: Document, labels: dict[str, str]) -> str:
    label = labels[document.id]
    shown = day(document.date)
    return texts.VERSION_DATED.format(label=label, day=shown) if shown else label
