"""The rows that satisfy what a question asks of them. Complete, in the order of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.due import deadlines
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.progress import LATE, is_done, state_of
from assistant.asking.finding.retrieval import Search
from assistant.asking.finding.selection import Rows, entries_about, standing_rows
from assistant.asking.query import Query, TopicWord
from assistant.asking.questions.periods import Part, parts_in
from assistant.asking.questions.topic import build_topic
from assistant.asking.records import wording
from assistant.asking.records.reading import Asked, Subject
from assistant.asking.records.vocabulary import longest, phrases
from assistant.asking.words import Word, contains, plain_phrase
from ingest.model import Target, Task

_HELD, _BOUND = 0.6, 0.5
_LONGEST_IDLE = 4
_HEADS = frozenset({"don", "vi", "phong", "ban", "co", "quan", "ben", "ai", "trung", "tam"})


def rows_of(search: Search, asked: Asked, kind: Subject) -> Rows | None:
    """The rows of one kind; ``None`` where no row is about the topic of the question."""
    entries, section = entries_about(search, kind)
    if not entries and not search.topic.empty:
        return None
    order = {id(entry): place for place, entry in enumerate(search.corpus.entries)}
    kept = [entry for entry in entries if _holds(search, asked, entry)]
    kept.sort(key=lambda entry: order[id(entry)])
    said = conditions_text(asked, kind)
    if asked.standing and search.query.limits.window is None:
        said += "".join(map(_months_text, search.query.limits.parts))
    standing = () if said else standing_rows(search, kind)
    return Rows(kind, tuple(kept), standing, section=section, said=said)


def _months_text(part: Part) -> str:
    months = str(part[0]) if part[0] == part[1] else f"{part[0]}–{part[1]}"
    return wording.MONTHS.format(months=months)


def conditions_text(asked: Asked, kind: Subject) -> str:
    """The conditions in words, for headings and refusals."""
    said = "".join(wording.LACKS[name] for name in asked.lacks)
    if kind == "tasks":
        said += wording.STANDING[asked.standing] if asked.standing else ""
        said += wording.PRODUCT.format(product=asked.product) if asked.product else ""
    elif asked.bounds:
        joined = " và ".join(bound.said for bound in asked.bounds)
        said += wording.BOUNDS.format(bounds=joined)
    return said


def _holds(search: Search, asked: Asked, entry: Entry) -> bool:
    record = entry.record
    if isinstance(record, Target):
        return all(bound.holds(record) for bound in asked.bounds)
    if not isinstance(record, Task):
        return False
    window, lexicon = search.query.limits.window, search.corpus.lexicon
    if window is not None and window.overdue and is_done(record, lexicon):
        return state_of(record, lexicon) == LATE
    return (
        not any(_has(record, name) for name in asked.lacks)
        and (asked.standing is None or _stands(search, record, asked.standing))
        and (asked.product is None or _makes(search, record, asked.product))
    )


def _has(task: Task, name: str) -> bool:
    if name == "deadline":
        return any(deadline.text.strip() for deadline in deadlines(task))
    if name == "day":
        return any(deadline.to for deadline in deadlines(task))
    if name == "product":
        return bool(task.products)
    if name == "money":
        titles = [plain_phrase(title) for title in phrases("lacks")["money"]]
        return any(
            cell.quote.strip()
            and any(contains(plain_phrase(cell.column or ""), title) >= 0 for title in titles)
            for cell in task.source.parts
            if cell.row == task.source.row
        )
    return bool(task.lead if name == "lead" else task.coordinating)


def _stands(search: Search, task: Task, name: str) -> bool:
    """Whether the work has no end in the way that is asked, in the months named if any are."""
    parts = set(search.query.limits.parts) if search.query.limits.window is None else set()
    for deadline in deadlines(task):
        if parts and parts.isdisjoint(parts_in(deadline.text)):
            continue
        if deadline.kind == name:
            return True
        marks = phrases("standing_marks").get(name, ())
        told = plain_phrase(deadline.text)
        if any(contains(told, plain_phrase(mark)) >= 0 for mark in marks):
            return True
    return False


def _makes(search: Search, task: Task, product: str) -> bool:
    """Whether a product of the task holds all words that the question gives it."""
    words = search.corpus.words(product)
    topic = tuple(TopicWord(word, place) for place, word in enumerate(words))
    wanted = build_topic(replace(search.query, topic=topic), search.corpus)
    made = [*task.products, *(item.product or "" for item in task.deliverables)]
    length, _ = search.corpus.lexicon.ref_types.at(words, 0)
    kind = tuple(word.plain for word in words[:length])  # no "thông tư" in "thông tin, tư pháp"
    return any(
        all(
            found_in(term, search.corpus.features(one), accented=search.query.accented) >= _HELD
            for term in wanted.terms
        )
        for one in made
        if not kind or contains(plain_phrase(one), kind) >= 0
    )


def without_idle(query: Query, corpus: Corpus) -> Query:
    """The query without the words that say nothing of which rows are meant."""
    runs: list[list[TopicWord]] = []
    for entry in query.required:
        if runs and runs[-1][-1].place == entry.place - 1:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    kept = {entry.place for run in runs for entry in _trimmed(run, corpus, query.accented)}
    topic = tuple(
        entry if entry.place in kept or not entry.required else replace(entry, required=False)
        for entry in query.topic
    )
    if not kept:
        topic = ()
    return replace(query, topic=topic)


def _trimmed(run: Sequence[TopicWord], corpus: Corpus, accented: bool) -> Sequence[TopicWord]:
    """A run of topic words without idle ones at either end, unless they belong to what follows.

    Words that begin the name of a unit go only where the whole run says nothing.
    """
    words = [entry.word for entry in run]
    place = 0
    while place < len(words) and (length := _idle(words, place, accented)):
        place += length
    if place >= len(words):
        return ()
    start, end = 0, len(words)
    while start < end and words[start].plain not in _HEADS:
        length = _idle(words, start, accented)
        if not length or corpus.lexicon.compounds.at(words, start)[0] > length:
            break
        start += length
    while end > start and words[end - 1].plain not in _HEADS:
        sizes = range(min(_LONGEST_IDLE, end - start), 0, -1)
        size = next((n for n in sizes if _idle(words[:end], end - n, accented) == n), 0)
        if not size:
            break
        if end - size > start and _tied(words[end - size - 1], words[end - size], corpus):
            break
        end -= size
    return run[start:end]


def _idle(words: Sequence[Word], place: int, accented: bool) -> int:
    return longest("idle", words, place, accented=accented)[0]


def _tied(left: Word, right: Word, corpus: Corpus) -> bool:
    return corpus.bond(left.plain, right.plain) >= _BOUND
