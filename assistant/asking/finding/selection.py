"""Which rows a list or count is about. Complete: every row that fits, in document order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asking.finding.corpus import Entry, EntryKind
from assistant.asking.finding.due import deadlines, is_of_year, is_standing, of_named_span
from assistant.asking.finding.headed import topic_said
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.objectives import without_repeated
from assistant.asking.finding.progress import LATE, is_done, is_in, state_of
from assistant.asking.finding.retrieval import Search, allowed, fitting
from assistant.asking.finding.section_rows import section_entries
from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Query
from assistant.asking.words import Word, contains, plain_phrase
from ingest.model import Indicator, RecordKind, Target, Task

_HELD = 0.6
_SUBJECT = 3
"""Syllables from which on a topic may be the subject of a whole document."""
_LEADING_TO_YEAR = frozenset({"nam", "trong", "vao", "ngay", "o"})
_ENDING = frozenset(
    map(
        plain_phrase,
        ("hoàn thành", "xong", "kết thúc", "hạn", "thời hạn", "hoàn tất", "đến hết", "dài đến"),
    )
)
_DOING = frozenset(
    map(plain_phrase, ("thực hiện", "triển khai", "tiến hành", "làm", "nào", "gì", "diễn ra"))
)
_PAPERS = tuple(
    map(plain_phrase, ("văn bản", "tài liệu", "căn cứ", "viện dẫn", "giấy tờ", "pháp lý"))
)
_OF_PLANS = frozenset({"tasks", "targets"})


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one kind. ``standing`` are tasks without an end that a window leaves out.

    ``said`` words the conditions on them that the query itself does not hold.
    """

    kind: EntryKind
    entries: tuple[Entry, ...]
    standing: tuple[Entry, ...] = ()
    section: str | None = None
    said: str = ""


def select_rows(search: Search) -> Rows | None:
    """The rows meant, or ``None`` when nothing says which."""
    query = search.query
    for kind in _kinds(query, named=_names_papers(search)):
        rows = _rows_of(search, kind)
        if rows.entries or rows.standing:
            return rows
    return None


def _names_papers(search: Search) -> bool:
    """Whether a question is for papers: else none is listed for being about the same matter."""
    words = [Word(plain, plain) for plain in search.query.words]
    types = search.corpus.lexicon.ref_types
    if any(contains(search.query.words, one) >= 0 for one in _PAPERS):
        return True
    return any(types.at(words, place)[0] for place in range(len(words)))


def _kinds(query: Query, *, named: bool) -> Sequence[EntryKind]:
    limits = query.limits
    if query.blanks:
        return ("indicators",)
    if query.subject == "targets":
        return ("targets", "indicators") if not limits.unit else ("targets",)
    if query.state is not None:
        return ("tasks",)
    if query.subject is not None:
        return (query.subject,)
    if limits.unit or limits.window or query.without_help or query.standing or query.of_product:
        return ("tasks",)
    rows: tuple[EntryKind, ...] = ("tasks", "targets", "indicators")
    return (*rows, "refs") if named else rows


def _rows_of(search: Search, kind: EntryKind) -> Rows:
    query = search.query
    entries, section = entries_about(search, kind)
    entries = [entry for entry in entries if _wanted(entry, query, search.corpus.lexicon)]
    if kind == "tasks":
        entries = _of_named_span(_of_the_year(entries, query), query)
    elif kind == "targets":
        entries = without_repeated(entries, search.corpus.entries)
    if query.of_product:
        entries = [entry for entry in entries if _makes(search, entry)]
    return Rows(kind, tuple(_in_order(search, entries)), standing_rows(search, kind), section)


def _of_the_year(entries: list[Entry], query: Query) -> list[Entry]:
    """The tasks done in the one year asked about, of documents for several years.

    "Hoàn thành trong năm 2033" wants those that end then. A year that only names a document ("kế
    hoạch 2031") chooses none, nor does it where no row of a document says when.
    """
    years, words = query.limits.years, query.words
    if len(years) != 1 or query.limits.window is not None or str(years[0]) not in words:
        return entries
    before = words[: words.index(str(years[0]))]
    while before and before[-1] in _LEADING_TO_YEAR:
        before = before[:-1]
    ends = before[-2:] in _ENDING or before[-1:] in _ENDING
    if not before:  # "Năm 2033 có những nhiệm vụ nào phải xong?"
        ends = any(contains(words, one) >= 0 for one in _ENDING)
    elif not ends and before[-2:] not in _DOING and before[-1:] not in _DOING:
        return entries
    dated = {
        entry.document.id
        for entry in entries
        if isinstance(entry.record, Task)
        and any(deadline.to for deadline in deadlines(entry.record))
    }
    beyond = {
        entry.document.id
        for entry in entries
        if isinstance(entry.record, Task)
        and (period := entry.document.period) is not None
        and any(int(due.to[:4]) > period.to for due in deadlines(entry.record) if due.to)
    }
    return [
        entry
        for entry in entries
        if entry.document.id not in dated
        or (period := entry.document.period) is None
        or (period.from_ == period.to and entry.document.id not in beyond)
        or (isinstance(entry.record, Task) and is_of_year(entry.record, years[0], ends=ends))
    ]


def _of_named_span(entries: list[Entry], query: Query) -> list[Entry]:
    """The tasks due in the very quarter or month asked about, where there are such."""
    window = query.limits.window
    tasks = [one for one in entries if isinstance(one.record, Task)]
    if window is None or len(tasks) != len(entries):
        return entries
    dated = [(one.record, one.document.period) for one in tasks if isinstance(one.record, Task)]
    kept = of_named_span(dated, window)
    return [one for place, one in enumerate(entries) if place in kept] if kept else entries


def entries_about(search: Search, kind: EntryKind) -> tuple[list[Entry], str | None]:
    """The entries about the topic, and the topic where it is the title of their section.

    What is the subject of every document meant tells none of their rows apart ("những nhiệm vụ
    chuyển đổi số nào" of a plan of just that): all of them are about it.
    """
    if search.topic.empty:
        return allowed(search, (kind,)), None
    below = section_entries(search, (kind,))
    if kind in _OF_PLANS and not _is_heading(search, below):
        every = allowed(search, (kind,))
        if _is_subject(search, every):
            return every, None
    if below:
        return below, topic_said(search.topic) or search.query.topic_text
    return [found.entry for found in fitting(search, (kind,), wide=True)], None


def _topic(search: Search) -> list[str]:
    return [entry.word.plain for entry in search.query.required]


def _is_heading(search: Search, entries: Sequence[Entry]) -> bool:
    """Whether the topic stands word by word in a heading above the entries."""
    topic = _topic(search)
    headings = {title for entry in entries for title in entry.headings}
    return any(contains(search.corpus.features(one).plain, topic) >= 0 for one in headings)


def _is_subject(search: Search, entries: Sequence[Entry]) -> bool:
    """Whether the topic stands in the title of every document that has rows of the kind."""
    topic = _topic(search)
    titles = {entry.document.id: entry.document.title or "" for entry in entries}
    return len(topic) >= _SUBJECT and all(
        contains(search.corpus.features(title).plain, topic) >= 0 for title in titles.values()
    )


def _wanted(entry: Entry, query: Query, lexicon: Lexicon) -> bool:
    record = entry.record
    window = query.limits.window
    if query.state is not None and not (
        isinstance(record, Task) and is_in(record, query.state, lexicon)
    ):
        return False
    late = window is not None and window.overdue
    if late and isinstance(record, Task) and is_done(record, lexicon):
        return state_of(record, lexicon) == LATE
    if query.blanks:
        return (
            isinstance(record, Indicator)
            and record.unit is not None
            and record.value is None
            and not record.value_text
        )
    if query.without_lead:
        return isinstance(record, Task | Target) and not record.lead
    if query.without_help:
        return isinstance(record, Task) and not record.coordinating
    if query.standing:
        return isinstance(record, Task) and is_standing(record)
    return True


def _makes(search: Search, entry: Entry) -> bool:
    """Whether the products of a task are what the question names."""
    record = entry.record
    if not isinstance(record, Task):
        return False
    products = search.corpus.features(" · ".join(record.products))
    return all(
        found_in(term, products, accented=search.query.accented) >= _HELD
        for term in search.topic.terms
    )


def standing_rows(search: Search, kind: RecordKind | EntryKind) -> tuple[Entry, ...]:
    """Continuous work of the unit asked about, which has no date a window could hold."""
    limits = search.query.limits
    if kind != "tasks" or not limits.unit or not limits.window or limits.window.overdue:
        return ()
    without_window = Search(
        _without_window(search.query),
        search.corpus,
        search.topic,
        search.documents,
        search.meant,
    )
    if search.topic.empty:
        entries = allowed(without_window, ("tasks",))
    else:
        entries = [found.entry for found in fitting(without_window, ("tasks",), wide=True)]
    return tuple(
        entry for entry in entries if isinstance(entry.record, Task) and is_standing(entry.record)
    )


def _without_window(query: Query) -> Query:
    return replace(query, limits=replace(query.limits, window=None))


def _in_order(search: Search, entries: Sequence[Entry]) -> list[Entry]:
    place = {id(entry): index for index, entry in enumerate(search.corpus.entries)}
    return sorted(entries, key=lambda entry: place.get(id(entry), 0))
