"""The row whose own words a question repeats ("… tại thời điểm báo cáo là bao nhiêu?").

Who copies a line out of an annex means that line. Its words may read as something else where they
stand in a question, a kind of document, a unit, a total: here they are the name of the row, and
what is asked is read from the words around it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.asking.finding.corpus import Corpus, Entry, EntryKind
from assistant.asking.finding.features import features_of
from assistant.asking.finding.retrieval import Search, allowed, start_search
from assistant.asking.query import Intent, Query, TopicWord
from assistant.asking.questions.understanding import understand
from assistant.asking.words import Word, contains
from ingest.model import Indicator, Target, Task

_OF_WORK = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})
_OF_FIGURES = frozenset({Intent.VALUE, Intent.COUNT})
_YEARS = re.compile(r"\b(\d{4})\s*[-–]\s*(\d{4})\b")
_STANDING_FOR_IT = "nội dung này"
_OPENING = 4
"""Words of a name that the question must repeat one after the other to begin with."""
_SKIPPED = 2
"""Words at the beginning of a task that a question may leave out ("tiếp tục …")."""
_FEWEST_OF_TASK = 6
_MOST_OF, _LONG = 0.9, 12
"""Share of a name, or number of its words, from which on no other document is meant as well."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words ``first``..``last`` of the question repeat the name of the entry, ``whole`` or not."""

    entry: Entry
    first: int
    last: int
    whole: bool

    @property
    def length(self) -> int:
        """How many words are repeated."""
        return self.last - self.first


def row_repeated(query: Query, corpus: Corpus, today: date) -> Search | None:
    """The search in the rows alone that the question names word by word, if nothing else is asked.

    What the words of the name seemed to say of intent and limits is let go.
    """
    words = corpus.words(query.standalone)
    for of_work in (True, False):
        runs = _runs(words, corpus, of_work=of_work)
        frame = _frame(query, words, runs[0], corpus, today) if runs else None
        if frame is None or frame.intent not in (_OF_WORK if of_work else _OF_FIGURES):
            continue
        wanted = {id(one) for one in allowed(start_search(frame, corpus), _kinds(frame))}
        kept = [run for run in runs if id(run.entry) in wanted]
        if kept:
            return _within(query, frame, corpus, kept, words)
    return None


def _runs(words: Sequence[Word], corpus: Corpus, *, of_work: bool) -> list[_Run]:
    """The longest pieces of the question that go on like the names of rows."""
    plain = tuple(word.plain for word in words)
    kinds = {"tasks", "targets"} if of_work else {"indicators", "targets"}
    openings = {frozenset(plain[at : at + _OPENING]) for at in range(len(plain) - _OPENING + 1)}
    asked, fewest = frozenset(plain), min(map(len, openings), default=_OPENING)
    found = [
        run
        for entry in corpus.entries
        if entry.kind in kinds
        and len(held := asked & entry.body.words) >= fewest
        and any(one <= held for one in openings)
        for name in _names(entry, of_work=of_work)
        if (run := _run(plain, entry, name, of_work=of_work)) is not None
    ]
    most = max((run.length for run in found), default=0)
    return [run for run in found if run.length == most]


def _run(
    words: tuple[str, ...], entry: Entry, name: tuple[str, ...], *, of_work: bool
) -> _Run | None:
    best: _Run | None = None
    for skipped in range(_SKIPPED + 1 if of_work else 1):
        opening = name[skipped : skipped + _OPENING]
        first = contains(words, opening) if len(opening) == _OPENING else -1
        if first < 0:
            continue
        last = first
        while last < len(words) and name[skipped + last - first :][:1] == (words[last],):
            last += 1
        whole = last - first + skipped >= _MOST_OF * len(name)
        enough = last - first >= _FEWEST_OF_TASK if of_work else last - first == len(name)
        if enough and (best is None or last - first > best.length):
            best = _Run(entry, first, last, whole)
    return best


def _names(entry: Entry, *, of_work: bool) -> Iterator[tuple[str, ...]]:
    record = entry.record
    if isinstance(record, Indicator):
        yield from (_plain(entry, one) for one in {record.name, record.name.partition("(")[0]})
    elif isinstance(record, Task | Target) and of_work:
        yield _plain(entry, record.text)
    elif isinstance(record, Target):
        yield _plain(entry, record.metric or "")


def _plain(entry: Entry, text: str) -> tuple[str, ...]:
    return features_of(text.strip(" -–:;."), entry.focus.lexicon).plain


def _frame(
    query: Query, words: Sequence[Word], run: _Run, corpus: Corpus, today: date
) -> Query | None:
    """What is asked of the row: the question with its name left out, if that is all it asks."""
    around = [word.shown for word in words]
    told = " ".join((*around[: run.first], _STANDING_FOR_IT, *around[run.last :]))
    frame = understand(told, corpus=corpus, today=today, chosen=query.limits.chosen)
    if frame.intent in _OF_WORK and (period := _YEARS.search(query.standalone)) is not None:
        pair = " ".join(period.groups())  # words do not keep the dash of a document's years
        told = told.replace(pair, "-".join(period.groups()))
        frame = understand(told, corpus=corpus, today=today, chosen=query.limits.chosen)
    limits = frame.limits
    bound = limits.key or limits.unit or limits.window or limits.alternatives or limits.parts
    unstored = limits.unknown_places and query.limits.unknown_places
    worked_out = frame.adding_up or frame.total or frame.extreme is not None
    shared = frame.quantity == "share" or "%" in query.standalone  # no row's own figure
    if unstored or bound or worked_out or shared or frame.required:
        return None
    return frame


def _kinds(frame: Query) -> tuple[EntryKind, ...]:
    if frame.intent in _OF_WORK:
        return ("tasks", "targets")
    return ("targets",) if frame.subject == "targets" else ("indicators", "targets")


def _within(
    query: Query, frame: Query, corpus: Corpus, runs: Sequence[_Run], words: Sequence[Word]
) -> Search:
    """The search for the name in these rows, and for a short one in other documents too."""
    kept = {id(run.entry) for run in runs}
    holding = {run.entry.document.id for run in runs}
    of_work = frame.intent in _OF_WORK
    alone = of_work and any(run.whole or run.length >= _LONG for run in runs)
    shelves = tuple(
        replace(
            shelf,
            entries=tuple(
                one
                for one in shelf.entries
                if id(one) in kept or (one.kind == "passages" and not of_work)
            ),
        )
        if shelf.document.id in holding
        else shelf
        for shelf in corpus.shelves
        if shelf.document.id in holding or not alone
    )
    first, last = runs[0].first, runs[0].last
    topic = tuple(
        TopicWord(word, place) for place, word in enumerate(words) if first <= place < last
    )
    only_plans = all(isinstance(run.entry.record, Target) for run in runs)
    unmet = frame.subject == "indicators" and only_plans  # what was attained, of a target's row
    asked = replace(
        frame,
        question=query.question,
        standalone=query.standalone,
        intent=frame.intent if of_work else Intent.VALUE,
        topic=topic,
        subject="indicators" if unmet else "targets" if frame.subject == "targets" else None,
        quantity=None,
        accented=False,
        words=query.words,
    )
    return start_search(asked, replace(corpus, shelves=shelves, find=None))
