"""The row whose own words a question repeats ("… tại thời điểm báo cáo là bao nhiêu?").

Who copies a line out of an annex means that line. Its words may read as something else where they
stand in a question, a kind of document, a unit, a total: here they are the name of the row first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.asking.finding.corpus import Corpus, Entry, EntryKind, features_of
from assistant.asking.finding.retrieval import Search, allowed, start_search
from assistant.asking.query import Intent, Limits, Query, TopicWord
from assistant.asking.words import Phrase, Word, contains, plain_phrase
from ingest.model import Indicator, Target, Task
from ingest.vocabulary import load

_OF_WORK = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})
_OF_FIGURES = frozenset({Intent.VALUE, Intent.COUNT, Intent.OPEN})
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


def row_repeated(query: Query, corpus: Corpus) -> Search | None:
    """The search in the rows alone that the question names word by word, if nothing else is asked.

    What the words seemed to restrict the question to, where they are part of the name, is let go.
    """
    of_work = query.intent in _OF_WORK
    if (
        not (of_work or query.intent in _OF_FIGURES)
        or query.limits.key
        or query.limits.alternatives
    ):
        return None
    free = replace(query, limits=_apart(query.limits))
    kinds: tuple[EntryKind, ...] = ("tasks", "targets") if of_work else ("indicators",)
    entries = allowed(start_search(free, corpus), kinds)
    runs = [run for entry in entries if (run := _run(query.words, entry)) is not None]
    runs = [run for run in runs if _leaves_nothing(query, run)]
    if not runs:
        return None
    most = max(run.length for run in runs)
    runs = [run for run in runs if run.length == most]
    return _within(query, corpus, runs)


def _apart(limits: Limits) -> Limits:
    """The limits without those that words of a name may have set."""
    return replace(
        limits, unit=None, window=None, parts=(), kinds=(), kind_words=(), entitled=(), partner=None
    )


def _run(words: Phrase, entry: Entry) -> _Run | None:
    """The longest piece of the question that goes on like the name of a row."""
    whole = isinstance(entry.record, Indicator)
    best: _Run | None = None
    for name in _names(entry):
        for skipped in range(1 if whole else _SKIPPED + 1):
            opening = name[skipped : skipped + _OPENING]
            first = contains(words, opening) if len(opening) == _OPENING else -1
            if first < 0:
                continue
            last = first
            while last < len(words) and name[skipped + last - first :][:1] == (words[last],):
                last += 1
            run = _Run(entry, first, last, last - first + skipped >= _MOST_OF * len(name))
            enough = run.length == len(name) if whole else run.length >= _FEWEST_OF_TASK
            if enough and (best is None or run.length > best.length):
                best = run
    return best


def _names(entry: Entry) -> Iterator[Phrase]:
    record = entry.record
    if isinstance(record, Indicator):
        yield _words(entry, record.name)
        yield _words(entry, record.name.partition("(")[0])
    elif isinstance(record, Task | Target):
        yield _words(entry, record.text)


def _words(entry: Entry, text: str) -> Phrase:
    return features_of(text.strip(" :;."), entry.focus.lexicon).plain


def _leaves_nothing(query: Query, run: _Run) -> bool:
    """Whether the question looks for nothing beside the name."""
    beside = [
        entry
        for entry in query.required
        if not run.first <= entry.place < run.last and entry.word.plain.isalpha()
    ]
    unit = query.limits.unit
    inside = query.words[run.first : run.last]
    if beside or (unit is not None and contains(inside, plain_phrase(unit)) < 0):
        return False
    return query.intent in _OF_WORK or _only_asks(query, run)


def _only_asks(query: Query, run: _Run) -> bool:
    """Whether the words around a figure's name ask for it, or say of where and when it is."""
    limits = query.limits
    known = {word for phrase in load("asking_papers")["asking"] for word in plain_phrase(phrase)}
    for name in (*limits.places, *limits.issuers, *limits.numbers):
        known.update(plain_phrase(name))
    return all(
        word in known or not word.isalpha()
        for place, word in enumerate(query.words)
        if not run.first <= place < run.last
    )


def _stays(entry: Entry, kept: Collection[int], *, of_work: bool) -> bool:
    """Whether an entry may answer: beside a figure what running text says of it otherwise."""
    return id(entry) in kept or (entry.kind == "passages" and not of_work)


def _within(query: Query, corpus: Corpus, runs: Sequence[_Run]) -> Search:
    kept = {id(run.entry) for run in runs}
    holding = {run.entry.document.id for run in runs}
    of_work = query.intent in _OF_WORK
    alone = of_work and any(run.whole or run.length >= _LONG for run in runs)
    shelves = tuple(
        replace(
            shelf, entries=tuple(one for one in shelf.entries if _stays(one, kept, of_work=of_work))
        )
        if shelf.document.id in holding or not of_work
        else shelf
        for shelf in corpus.shelves
        if shelf.document.id in holding or not alone
    )
    first, last = runs[0].first, runs[0].last
    topic = tuple(
        TopicWord(Word(word, word), place)
        for place, word in enumerate(query.words)
        if first <= place < last
    )
    intent = query.intent if of_work else Intent.VALUE
    asked = replace(
        query,
        topic=topic,
        intent=intent,
        subject=None,
        quantity=None,
        total=False,
        accented=False,
        limits=_apart(query.limits),
    )
    return replace(start_search(asked, replace(corpus, shelves=shelves, find=None)), _ranked={})
