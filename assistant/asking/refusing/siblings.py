"""Whether the figures told stand in a row beside the one that the question names.

Rows of one heading share most of their words: "số ý kiến đã tiếp nhận" and "số ý kiến đã giải
quyết" stand under a heading that says both. Where the row asked for is missing, the heading must
not account for the words by which the rows differ: a row whose own name has other words in their
place, or that adds what only some of the things counted are, counts something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.matching import found_in
from assistant.asking.labels import shortened
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.questions.planned import asks_planned, assigns, says_planned
from assistant.asking.questions.topic import Term
from assistant.asking.refusing.naming import topic_asked
from assistant.asking.refusing.row_names import (
    BINDING,
    HELD,
    PREDICATES,
    Asked,
    Line,
    counts_some,
    is_within,
    marked_otherwise,
    read_asked,
    read_line,
    says_instead,
    words_in,
)
from assistant.asking.refusing.slight import is_section_word
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Indicator
from ingest.vocabulary import load

_ASIDE = re.compile(r"\([^()]*\)")
_OF_FIGURES = frozenset({Intent.VALUE, Intent.COUNT, Intent.OPEN, Intent.STATUS})
_MOST_NAMED = 2
_FEWEST = 2
_FEWEST_OF_HEADING = 3
_DONE = ("đã", "thực tế")
_PLAN_OF = ("ke", "hoach", "nam")
_SHARE, _RATE = "%", "tỷ lệ"
_OF_SHARES = (_SHARE, _RATE, "tỉ lệ", "phần trăm")
_COUNTING = ("bao nhiêu", "số lượng", "tổng số", "số", "mấy")


def other_row(query: Query, corpus: Corpus, composed: Composed) -> str | None:
    """Why the rows told are others than the one asked for; ``None`` where one of them is it.

    A sentence told beside them may say what they do not.
    """
    if query.intent not in _OF_FIGURES or composed.path != "records":
        return None
    if any(citation.source.row is None for citation in composed.page.citations):
        return None
    rows = [*_rows_cited(corpus, composed)]
    asked = read_asked(query, corpus)
    if any(figure.verdict == "derived" for figure in composed.page.figures):
        return other_level(query, corpus, composed)
    if _tells_no_plan(rows, query, corpus):
        return texts.REFUSE_ONLY_ACTUAL.format(topic=topic_asked(query), scope="{scope}")
    columns = " · ".join({one.source.column or "" for one in composed.page.citations})
    named = [one for one in rows if _is_said(one, asked, corpus)]
    above = {(one.document.id, _record(one).parent) for one in named}
    others = [
        entry
        for entry in rows
        if (entry.document.id, _record(entry).name) in above
        or _differs(entry, asked, corpus, columns)
    ]
    if not others or any(_has_value(one) for one in rows if one not in others):
        return None
    if len(others) < len(rows):
        return texts.REFUSE_BLANK
    return _no_such_row(rows)


def other_level(query: Query, corpus: Corpus, composed: Composed) -> str | None:
    """Why what was worked out from rows is of another level or number than the one asked about."""
    if composed.status != "answered" or composed.path != "records":
        return None
    if not any(figure.verdict == "derived" for figure in composed.page.figures):
        return None
    asked = read_asked(query, corpus)
    numbered = tuple(one for one in asked.terms if any(word.isdigit() for word in one.plain))
    levels = replace(asked, terms=numbered)
    others = [
        entry
        for entry in _rows_cited(corpus, composed)
        if says_instead(_record(entry).name, _name(entry, asked, corpus), levels, corpus)
    ]
    return _no_such_row(others) if others and numbered else None


def _no_such_row(rows: Sequence[Entry]) -> str:
    shown = dict.fromkeys(shortened(_record(entry).name) for entry in rows)
    quoted = ", ".join(texts.QUOTED.format(text=name) for name in [*shown][:_MOST_NAMED])
    return texts.REFUSE_OTHER_ROW.format(rows=quoted, scope="{scope}")


def _rows_cited(corpus: Corpus, composed: Composed) -> Iterator[Entry]:
    """The figures whose rows are cited; none where some of the rows are no figures."""
    places = {
        (one.source.document_id, one.source.table, one.source.row)
        for one in composed.page.citations
    }
    rows = [
        entry
        for entry in corpus.entries
        if entry.record is not None
        and (entry.document.id, entry.source.table, entry.source.row) in places
    ]
    if not all(isinstance(entry.record, Indicator) for entry in rows):
        return
    cited = {one.source.column for one in composed.page.citations}
    yield from [entry for entry in rows if entry.source.column in cited] or rows


def _tells_no_plan(rows: Sequence[Entry], query: Query, corpus: Corpus) -> bool:
    """Whether a target is asked for, or the plan of a year in a table that has such columns."""
    named = contains(query.words, _PLAN_OF) >= 0 and not query.limits.names_documents
    if not rows or not (named or asks_planned(query)):
        return False
    if any(says_planned(plain_phrase(f"{one.column} {_record(one).name}")) for one in rows):
        return False
    if any(_record(one).role == "plan" or assigns(one.document) for one in rows):
        return False
    beside = any(_record(one).role == "plan" for one in _table_of(rows[0], corpus))
    return beside or asks_planned(query)


def _record(entry: Entry) -> Indicator:
    if not isinstance(entry.record, Indicator):
        raise TypeError("only figures are told apart by their names")
    return entry.record


def _has_value(entry: Entry) -> bool:
    return _record(entry).value is not None or _record(entry).value_text is not None


def _name(entry: Entry, asked: Asked, corpus: Corpus) -> Line:
    return read_line(_ASIDE.sub(" ", _record(entry).name), corpus, accented=asked.query.accented)


def _is_said(entry: Entry, asked: Asked, corpus: Corpus) -> bool:
    """Whether the question says the whole name of a row."""
    return contains(asked.line.words, _name(entry, asked, corpus).words) >= 0


def _differs(entry: Entry, asked: Asked, corpus: Corpus, columns: str) -> bool:
    """Whether a row is not the one that the question names."""
    name = _name(entry, asked, corpus)
    if _record(entry).subject is not None:
        return False  # the column says what is counted
    asked = _without_issuer(entry, asked, corpus)
    always = _measures_otherwise(entry, asked) or _under_other(entry, asked, corpus)
    if _is_said(entry, asked, corpus):
        return always or _names_more(entry, name, asked, corpus, columns)
    return (
        always
        or says_instead(_record(entry).name, name, asked, corpus)
        or counts_some(name, asked, (_name(one, asked, corpus) for one in _table_of(entry, corpus)))
        or is_within(name, asked)
        or marked_otherwise(name, asked)
        or _only_planned(entry, asked)
        or _counts_other(entry, asked, corpus)
    )


def _without_issuer(entry: Entry, asked: Asked, corpus: Corpus) -> Asked:
    """What is asked beside the name of the body whose document it is ("trực thuộc Sở X")."""
    told = " ".join(filter(None, (entry.document.issuer, entry.document.province)))
    issuer = read_line(told, corpus, accented=asked.query.accented).words

    def is_of_it(term: Term) -> bool:
        words = words_in(term, asked)
        start = contains(asked.line.words, words)
        return contains(issuer, asked.line.words[max(start - 1, 0) : start + len(words)]) >= 0

    return replace(asked, terms=tuple(one for one in asked.terms if not is_of_it(one)))


def _names_more(entry: Entry, name: Line, asked: Asked, corpus: Corpus, columns: str) -> bool:
    """Whether the question names a row within the one whose whole name it says too."""
    record = _record(entry)
    about = (record.name, record.parent, record.unit, *entry.headings, entry.document.title)
    around = corpus.features(" · ".join(filter(None, (*about, entry.document.province, columns))))
    return any(
        found_in(term, around, accented=asked.query.accented) < HELD
        and not set(words_in(term, asked)) <= set(name.words)
        for term in asked.terms
        if not (term.weak or _leads_to(name, term, asked))
    )


def _leads_to(name: Line, term: Term, asked: Asked) -> bool:
    """Whether a term says what kind of thing the name behind it is ("nhóm chỉ tiêu điện thoại")."""
    if not is_section_word(term):
        return False
    words = words_in(term, asked)
    start, named = contains(asked.line.words, words), contains(asked.line.words, name.words)
    between = {word for one in asked.terms if not one.weak for word in words_in(one, asked)}
    return 0 <= start < named and between.isdisjoint(asked.line.words[start + len(words) : named])


def _table_of(entry: Entry, corpus: Corpus) -> Iterator[Entry]:
    """The figures of the same table."""
    for other in corpus.entries:
        same = other.document.id == entry.document.id and other.source.table == entry.source.table
        if same and isinstance(other.record, Indicator):
            yield other


def _only_planned(entry: Entry, asked: Asked) -> bool:
    """Whether a row tells what was planned where the question asks what has been done.

    A plan that the question speaks of itself is the thing counted ("đã ban hành kế hoạch chưa").
    """
    name = plain_phrase(_record(entry).name)
    planned = says_planned(name, but=asked.query.words)
    done = any(contains(asked.line.words, asked.spelt(one)) >= 0 for one in _DONE)
    told = any(contains(name, plain_phrase(one)) >= 0 for one in _DONE)
    return done and planned and not told and not asks_planned(asked.query)


def _measures_otherwise(entry: Entry, asked: Asked) -> bool:
    """Whether a share is asked for and the row tells a number of things, or the other way round."""
    record, query = _record(entry), asked.query
    told = f"{record.name} {record.unit or ''} {record.value_text or ''}".casefold()
    share = any(one in told for one in _OF_SHARES)
    rate = contains(asked.line.words, asked.spelt(_RATE)) >= 0
    if rate and query.quantity == "count":
        return False  # both are asked for
    if rate or query.quantity == "share":
        degree = any(one in told for one in load("asking_tables")["share_titles"])
        return not share and not degree and record.unit is not None
    return query.quantity == "count" and share and query.asked_unit != _SHARE


def _counts_other(entry: Entry, asked: Asked, corpus: Corpus) -> bool:
    """Whether the row counts things in a unit of their own, and not those that are asked for."""
    record = _record(entry)
    words = asked.line.words
    starts = [
        at + len(phrase)
        for phrase in map(asked.spelt, _COUNTING)
        if (at := contains(words, phrase)) >= 0
    ]
    counted = words[max(starts) : max(starts) + _FEWEST] if starts else ()
    if asked.query.quantity != "count" or len(counted) < _FEWEST or not record.unit:
        return False
    if any(asked.among(word, PREDICATES | BINDING) for word in counted):
        return False
    around = " · ".join(filter(None, (record.name, record.parent, record.unit, *entry.headings)))
    said = read_line(around, corpus, accented=asked.query.accented).words
    same = [
        other
        for term in asked.terms
        if set(counted) & set(words_in(term, asked))
        for other in term.others
    ]
    classed = counted[0] in {asked.spelt(one)[0] for one in load("asking_intents")["classifiers"]}
    return not (same or classed or set(counted) & set(said))


def _under_other(entry: Entry, asked: Asked, corpus: Corpus) -> bool:
    """Whether the question names the heading of other rows of the table, and not this row's."""

    def read(text: str) -> Phrase:
        return read_line(_ASIDE.sub(" ", text), corpus, accented=asked.query.accented).words

    own = read(_record(entry).parent or "")
    if own and contains(asked.line.words, own) >= 0:
        return False
    parents = {_record(other).parent or "" for other in _table_of(entry, corpus)}
    told = (*map(read, entry.headings), read(_record(entry).name))
    for parent in map(read, parents):
        within = any(contains(one, parent) >= 0 for one in (own, *told))
        named = contains(asked.line.words, parent) >= 0
        if len(parent) >= _FEWEST_OF_HEADING and named and not within:
            return True
    return False
