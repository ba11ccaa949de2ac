"""Second looks at a question that was refused: words that may name something else than the topic.

Each look gives some words another reading and asks again; what is left of the topic must then be
found whole. "Theo chương trình X" may name the document, "kiểm tra bộ phận Một cửa" the work
instead of a unit, "khắc phục", "điểm bị trừ" the title of a column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking.finding.corpus import Corpus, Entry, Shelf
from assistant.asking.finding.limiting import covers_years, in_scope
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.objectives import with_activities, with_objectives
from assistant.asking.finding.progress import state_named
from assistant.asking.finding.retrieval import Search, allowed, start_search
from assistant.asking.query import Intent, Query, TopicWord
from assistant.asking.words import Word, contains, plain_phrase
from ingest.model import Document, Indicator, Task

_FEWEST = 2
_HELD = 0.6
_LONGEST_CELL = 120
_ROWS = frozenset({"tasks", "indicators"})
_OF_TASKS = frozenset({Intent.DEADLINE, Intent.PRODUCT, Intent.COORDINATING})
_OF_ROWS = _OF_TASKS | {Intent.LEAD}
_LISTED = frozenset({Intent.LIST, Intent.COUNT})


def second_looks(query: Query, corpus: Corpus) -> Iterator[Search]:
    """The readings to try, the most cautious first; none of them searches by meaning."""
    exact = corpus.exact
    named = query.limits.unit is not None and bool(query.required)
    readings = [unit_in_topic(query, exact)] if named else []
    titled = _titled(query, exact)
    readings.append(titled)
    listed = query.intent in _LISTED or query.total
    for reading in (query, *readings):
        if reading is not None:
            yield start_search(reading, exact)
    for one in (query, titled):
        found = rows_by_column(one, exact) if one is not None and listed else None
        if found is not None:
            yield found
    nested = with_objectives(exact) if query.intent in _OF_TASKS else None
    if nested is not None:
        yield _solid(start_search(query, nested))
    if query.intent in _OF_ROWS:
        yield _solid(start_search(query, with_activities(exact)))
    headed = _with_columns(exact)
    if headed is not None:
        yield _solid(start_search(query, headed))
        if titled is not None:
            yield _solid(start_search(titled, headed))


def _solid(search: Search) -> Search:
    """The search with every phrase of the topic whole: titles of columns are no running text.

    "Tài liệu kiểm chứng" over "công tác …" says nothing of "tài chính công".
    """
    terms = tuple(
        replace(term, solid=term.solid or len(term.words) > 1) for term in search.topic.terms
    )
    return replace(search, topic=replace(search.topic, terms=terms), _ranked={})


def unit_in_topic(query: Query, corpus: Corpus) -> Query | None:
    """The question with the unit that limits it as words to be found."""
    limits = query.limits
    if limits.unit is None:
        return None
    last = max((entry.place for entry in query.topic), default=0)
    words = corpus.words(limits.unit)
    weightless = corpus.lexicon.function
    named = tuple(
        TopicWord(word, last + 2 + place)
        for place, word in enumerate(words)
        if not weightless.at(words, place)[0]
    )
    return replace(query, topic=(*query.topic, *named), limits=replace(limits, unit=None))


def unit_aside(query: Query, corpus: Corpus) -> Query | None:
    """The question without the unit that limits it, within the documents that name the unit."""
    unit = query.limits.unit
    if unit is None or not query.required:
        return None
    phrase = plain_phrase(unit)
    chosen = tuple(
        shelf.document.id
        for shelf in corpus.shelves
        if any(contains(entry.body.plain, phrase) >= 0 for entry in shelf.entries)
    )
    allowed_here = {document.id for document in in_scope(query.limits, corpus)}
    ids = tuple(one for one in chosen if one in allowed_here)
    if not ids:
        return None
    return replace(query, limits=replace(query.limits, unit=None, chosen=ids))


def _titled(query: Query, corpus: Corpus) -> Query | None:
    """The question within the documents whose title holds some of its words, without these.

    Only a list or count may be left without a topic.
    """
    documents = [
        document
        for document in in_scope(query.limits, corpus)
        if covers_years(document.period, query.limits)
    ]
    held = {document.id: _held(query, document, corpus) for document in documents}
    most = max((len(words) for words in held.values()), default=0)
    if most < _FEWEST:
        return None
    chosen = [key for key, words in held.items() if len(words) == most]
    taken = held[chosen[0]]
    topic = tuple(
        replace(entry, required=entry.required and entry.place not in taken)
        for entry in query.topic
    )
    left = [entry for entry in topic if entry.required]
    intent, state = query.intent, query.state
    if not left and _names_rows(query):
        intent = Intent.LIST
    named = state or state_named(query.words, corpus.lexicon)
    if query.intent in (Intent.VALUE, Intent.OPEN) and named is not None and query.accented:
        counts = query.intent is Intent.VALUE
        intent, state, left = Intent.COUNT if counts else Intent.LIST, named, []
        topic = tuple(replace(entry, required=False) for entry in topic)
    listed = intent in _LISTED or query.limits.window is not None
    fewest = _FEWEST if intent is Intent.OPEN else 1
    if left and _weight([entry.word for entry in left], corpus) < fewest:
        return None
    if not left and not listed:
        return None
    limits = replace(query.limits, chosen=tuple(chosen))
    return replace(query, topic=topic, limits=limits, intent=intent, state=state)


def _names_rows(query: Query) -> bool:
    """Whether tasks or targets of a document are asked for without more ("nêu các mục tiêu")."""
    return query.subject in ("targets", "tasks") and query.intent in (Intent.PROSE, Intent.OPEN)


def _held(query: Query, document: Document, corpus: Corpus) -> frozenset[int]:
    """The places of the topic's words that stand in a document's title."""
    title = corpus.features(document.title or "")
    words = [entry for entry in query.topic if entry.required or entry.naming]
    places = {entry.place: entry.word.plain for entry in words}
    return frozenset(
        entry.place
        for entry in words
        if entry.word.plain in title.words
        and (not query.accented or entry.word.accented in title.accented)
        and (
            (places.get(entry.place - 1, ""), entry.word.plain) in title.pairs
            or (entry.word.plain, places.get(entry.place + 1, "")) in title.pairs
            or entry.word.plain not in corpus.lexicon.syllables
        )
    )


def _weight(words: Sequence[Word], corpus: Corpus) -> int:
    """How many of the words say more than "tỷ lệ", "thực hiện"."""
    index, weight = 0, 0
    while index < len(words):
        length, _ = corpus.lexicon.weak.at(words, index)
        weight += not length
        index += length or 1
    return weight


def _with_columns(corpus: Corpus) -> Corpus | None:
    """The corpus with the titles of a row's columns above the row; ``None`` without rows."""
    found = False
    shelves = []
    for shelf in corpus.shelves:
        entries = []
        leads = _leads(shelf)
        for entry in shelf.entries:
            own = leads.get(_row(entry), "") if entry.kind == "indicators" else ""
            titles = " · ".join(filter(None, (_columns(entry), _beside(entry), own)))
            found = found or bool(titles)
            entries.append(
                replace(entry, context=corpus.features(f"{entry.context.text} · {titles}"))
                if titles
                else entry
            )
        shelves.append(replace(shelf, entries=tuple(entries)))
    return replace(corpus, shelves=tuple(shelves)) if found else None


def rows_by_column(query: Query, corpus: Corpus) -> Search | None:
    """The rows that have something in the column that the question names ("còn vướng mắc")."""
    search = start_search(query, corpus)
    told = [term for term in search.topic.terms if not term.weak]
    if not told:
        return None
    meant: dict[str, set[str]] = {}
    for entry in allowed(search, ("tasks", "indicators")):
        if entry.record is None:
            continue
        beside = corpus.features(_columns(entry))
        for title in _titles(entry):
            column = corpus.features(title)
            held = [found_in(term, column, accented=query.accented) >= _HELD for term in told]
            above = [found_in(term, beside, accented=query.accented) >= _HELD for term in told]
            if any(held) and all(above):
                meant.setdefault(entry.document.id, set()).add(entry.record.id)
    rows = frozenset().union(*meant.values())
    return replace(search, meant=rows) if rows else None


def _titles(entry: Entry) -> tuple[str, ...]:
    """The titles of the filled cells of a row that are its own: of a figure its own cell alone."""
    if entry.kind not in _ROWS or entry.record is None or entry.record.source.row is None:
        return ()
    own = entry.record.source
    cells = [cell for cell in own.parts if cell.row == own.row and cell.quote.strip()]
    if isinstance(entry.record, Indicator):
        cells = [own]
    return tuple(dict.fromkeys(cell.column for cell in cells if cell.column))


def _row(entry: Entry) -> tuple[int | None, int | None]:
    return (entry.source.table, entry.source.row)


def _leads(shelf: Shelf) -> dict[tuple[int | None, int | None], str]:
    """Who leads the task of each row that is one."""
    return {
        _row(entry): " · ".join(entry.record.lead)
        for entry in shelf.entries
        if isinstance(entry.record, Task) and entry.source.row is not None
    }


def _beside(entry: Entry) -> str:
    """What the other cells of a figure's row say, the short ones ("Trung tâm X")."""
    if not isinstance(entry.record, Indicator):
        return ""
    own = entry.record.source
    cells = (cell.quote for cell in own.parts if cell.row == own.row)
    return " · ".join(cell for cell in cells if len(cell) <= _LONGEST_CELL)


def _columns(entry: Entry) -> str:
    """The titles of the filled cells of an entry's row."""
    if entry.kind not in _ROWS or entry.record is None:
        return ""
    own = entry.record.source
    if own.row is None:
        return ""
    cells = (own, *(cell for cell in own.parts if cell.row == own.row))
    return " · ".join(dict.fromkeys(cell.column for cell in cells if cell.column))
