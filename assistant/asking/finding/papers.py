"""The row whose work is the paper that a question names ("kế hoạch kiểm tra", "báo cáo quý").

Who draws up a plan and by when stands in the row that makes it. Its words are everyday ones, of
which other rows hold as many: what tells the row is that they follow the kind of paper there as
they do in the question, behind a verb of making or at the head of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.papers_named import (
    SPANS,
    Paper,
    ending,
    longest,
    paper_in,
    paper_words,
)
from assistant.asking.finding.retrieval import Search, allowed, start_search
from assistant.asking.finding.rows_alone import rows_alone
from assistant.asking.query import Query, TopicWord
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Target, Task

_HAS = "co"
_YEAR_DIGITS = 4
_TIME = frozenset({"nam", "giai", "quy", "thang", "dot", "ky", "6", "9"})
_MADE_BY = (("do",), ("duoc",))
_APART = 4
"""Words that may stand in the row between two that follow each other in the question."""
_TELLING = 4
"""Words from which on a name tells the paper even where the row leads up to it with others."""
_YEAR_WITHIN = 12


def paper_made(query: Query, corpus: Corpus) -> Search | None:
    """The search in the rows alone that make the paper named; ``None`` where no row makes it.

    The verb of making is no longer looked for, nor do the words name a stored document.
    """
    paper = paper_in(query)
    if paper is None:
        return None
    free = _about_paper(query, paper)
    everywhere = start_search(free, corpus)
    others = _others(query, paper)
    rows = [entry for entry in allowed(everywhere, ("tasks", "targets")) if _holds(entry, others)]
    made = _closest(rows, paper)
    if not made:
        return None
    return replace(everywhere, corpus=rows_alone(corpus, made), _ranked={})


def paper_asked(query: Query) -> tuple[Phrase, Phrase] | None:
    """The kind of paper that a question asks about, and the words that say which."""
    paper = paper_in(replace(query, limits=replace(query.limits, unit=None)))
    return (paper.kind, paper.about) if paper is not None else None


def paper_missing(query: Query, told: Callable[[], Iterable[Phrase]]) -> str | None:
    """The paper that a question asks who makes it, where no text cited speaks of one of its kind.

    Rows on the same matter say who does that, not who writes the plan for it.
    """
    paper = paper_in(replace(query, limits=replace(query.limits, unit=None)))  # whoever leads it
    if paper is None or paper.kind not in paper_words().formal or not query.accented:
        return None
    if not paper.verb or set(paper.about) <= SPANS:
        return None
    if any(_speaks_of(text, paper) for text in told()):
        return None
    start = paper.last - len(paper.about)
    about = (one.word.shown for one in query.topic if start <= one.place < paper.last)
    return " ".join((paper_words().names[paper.kind], *about))


def names_document(query: Query, titles: Iterable[Phrase]) -> bool:
    """Whether a question begins with the name of a document, by its title, that it asks about."""
    paper = paper_in(replace(query, limits=replace(query.limits, unit=None)))
    if paper is None:
        return False
    return _opens_alone(query, paper) and any(_speaks_of(title, paper) for title in titles)


def _opens_alone(query: Query, paper: Paper) -> bool:
    """Whether the paper opens the question, and nothing behind it says that it is made."""
    behind = query.words[paper.last :]
    made = set(longest(behind, 0, paper_words().making)) - {_HAS}
    return not (paper.first or made or behind[:1] in _MADE_BY)


def _speaks_of(text: Phrase, paper: Paper) -> bool:
    """Whether a text has a paper of the kind, and all the words asked for or the first nearby."""
    span = len(paper.kind)
    whole = set(paper.about) <= set(text)
    return any(
        text[place : place + span] == paper.kind
        and (whole or paper.about[0] in text[place + span : place + span + _YEAR_WITHIN])
        for place in range(len(text))
    )


def _about_paper(query: Query, paper: Paper) -> Query:
    """The question about the paper's own words, wherever it stands."""
    topic = tuple(replace(entry, required=_needed(entry, paper)) for entry in query.topic)
    limits = replace(query.limits, entitled=(), kinds=(), kind_words=())
    if set(paper.about) <= SPANS:
        named = limits.window is not None and limits.window.naming
        limits = replace(limits, window=limits.window if named else None, parts=())
    return replace(query, topic=topic, limits=limits)


def _needed(entry: TopicWord, paper: Paper) -> bool:
    inside = paper.last - len(paper.about) <= entry.place < paper.last
    if inside and set(paper.about) <= SPANS:
        return False
    return inside or (entry.required and entry.place not in paper.verb)


def _others(query: Query, paper: Paper) -> frozenset[str]:
    """What the question is about beside the paper."""
    return frozenset(
        entry.word.plain
        for entry in query.required
        if entry.place not in paper.verb and not paper.first <= entry.place < paper.last
    )


def _holds(entry: Entry, words: frozenset[str]) -> bool:
    return words <= entry.body.words | entry.context.words


def _closest(rows: Sequence[Entry], paper: Paper) -> list[Entry]:
    """The rows that make the paper, in every document those that name it most closely.

    A document that names it only from afar is left out where another names it just so.
    """
    found: dict[str, dict[int, list[Entry]]] = {}
    for entry in rows:
        ranks = [rank for text in _texts(entry) for rank in _ranks(text, paper)]
        ranks += [1 for product in _products(entry) if _is_part(product, entry, paper)]
        if ranks:
            found.setdefault(entry.document.id, {}).setdefault(min(ranks), []).append(entry)
    best = min((min(ranked) for ranked in found.values()), default=0)
    return [
        one
        for ranked in found.values()
        if min(ranked) <= max(best, 1)
        for one in ranked[min(ranked)]
    ]


def _texts(entry: Entry) -> Iterator[Phrase]:
    """What a row says it does, and what it makes."""
    record = entry.record
    if isinstance(record, Task):
        yield entry.focus.plain
        yield from _products(entry)
        if record.deadline is not None:
            parts = map(plain_phrase, record.deadline.text.split(";"))
            yield from (part for part in parts if any(contains(part, lead) >= 0 for lead in _DUE))
    elif isinstance(record, Target):
        yield plain_phrase(record.text)


def _products(entry: Entry) -> Iterator[Phrase]:
    if isinstance(entry.record, Task):
        yield from map(plain_phrase, entry.record.products)


def _is_part(product: Phrase, entry: Entry, paper: Paper) -> bool:
    """Whether a product is the paper under a shorter name, and the row says the rest of it."""
    span = len(paper.kind)
    told = product[span:]
    shorter = bool(told) and told == paper.about[: len(told)]
    return product[:span] == paper.kind and shorter and set(paper.about) <= entry.body.words


def _ranks(text: Phrase, paper: Paper) -> Iterator[int]:
    """How closely each paper of a text is the one asked for: 0 just so, more with words between."""
    known = paper_words()
    for place in range(len(text)):
        if text[place : place + len(paper.kind)] != paper.kind:
            continue
        if place and not _is_made(text, place):
            continue
        start = place + len(paper.kind)
        start += len(longest(text, start, known.between))
        end, apart = _read_on(text, start, paper.about)
        if end is None or not _of_years(text[start : end + _YEAR_WITHIN], paper.years):
            continue
        goes_on = end < len(text) and text[end] not in _TIME and not text[end].isdigit()
        yield apart or int(goes_on and text[end] not in _ENDS)


_AND = frozenset({"va"})
_DUE = (("doi", "voi"), ("cho",), ("voi",))
"""What leads up to a paper in the cell that tells when it is due."""
_ENDS = frozenset(
    {"cua", "tai", "tren", "cho", "den", "hang", "dinh", "theo", "va", "duoc", "trinh"}
)
"""Words behind which the name of a paper is over."""


def _is_made(text: Phrase, place: int) -> bool:
    """Whether a paper is made or due there ("xây dựng và triển khai thực hiện kế hoạch")."""
    known = paper_words()
    if ending(text, place, (*known.making, *_DUE)):
        return True
    joined = place - len(ending(text, place, known.carrying)) - 1
    return 0 < joined < place - 1 and text[joined] in _AND and _is_made(text, joined)


def _read_on(text: Phrase, start: int, about: Phrase) -> tuple[int | None, int]:
    """Where the words asked for end in a text that goes on with them, and how others intrude.

    1 where they stand between the words, 2 where they stand before a name long enough to tell.
    """
    place, intruding = start, 0
    for index, word in enumerate(about):
        close = index == 0 and len(about) < _TELLING
        apart = 0 if close else _APART + len(about) // 2
        reach = text[place : place + 1 + apart]
        if word not in reach:
            return None, 0
        skipped = reach.index(word)
        if skipped:
            intruding = max(intruding, 1 if index else 2)
        place += skipped + 1
    return place, intruding


def _of_years(text: Phrase, years: frozenset[str]) -> bool:
    told = {word for word in text if word.isdigit() and len(word) == _YEAR_DIGITS}
    return not years or not told or not years.isdisjoint(told)
