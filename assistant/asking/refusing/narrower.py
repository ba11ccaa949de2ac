"""Whether figures count only a part of what is asked, or what stands against it.

"Bao nhiêu hồ sơ đã tiếp nhận" is not told by those that came by post, nor "thực tế" by what was
planned. While the row that counts them all is there it is preferred; where it is missing or blank
the part must not take its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.matching import found_in
from assistant.asking.labels import shortened
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.questions.topic import build_topic
from assistant.asking.questions.wanted import Wanted, asked_for
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Indicator
from ingest.vocabulary import load, remembered

_ASIDE = re.compile(r"\([^()]*\)")
"""What a name adds in brackets only explains it."""
_TOTAL = ("tong", "so")
_FEWEST = 2
_SHARE = "%"
_HELD = 0.6
_MOST_NAMED = 2
_Line = tuple[tuple[Phrase, ...], ...]


@remembered(maxsize=2)
def _lines(name: str) -> tuple[_Line, ...]:
    return tuple(
        tuple(
            tuple(plain for phrase in group if len(plain := plain_phrase(phrase)) >= _FEWEST)
            for group in line
        )
        for line in load("asking_tables")[name]
    )


def counts_part(query: Query, corpus: Corpus, composed: Composed) -> str | None:
    """Why the figures do not tell what is asked, ``{scope}`` to be filled in; ``None`` if they do.

    A sentence beside them may tell the whole of which they are parts; a share is of its own whole.
    """
    wanted = asked_for(query).wanted is Wanted.FIGURE or query.intent is Intent.VALUE
    if composed.path != "records" or not wanted or not composed.page.figures:
        return None
    rows = _cited(corpus, composed)
    asked = tuple(_said(query, corpus))
    share = query.quantity == "share" or query.asked_unit == _SHARE
    if any(_is_named(entry, query) for entry in rows):
        return None
    told = any(citation.source.row is None for citation in composed.page.citations)
    parts = [] if share or told else [_part(entry, asked) for entry in rows]
    if not parts or not all(parts):
        parts = [_against(entry, asked) for entry in rows]
    if not parts or not all(parts):
        return None
    if _is_blank(query, corpus, rows, asked):
        return texts.REFUSE_BLANK
    names = dict.fromkeys(shortened(part) for part in parts if part)
    named = ", ".join(texts.QUOTED.format(text=name) for name in [*names][:_MOST_NAMED])
    return texts.REFUSE_ONLY_PART.format(parts=named, scope="{scope}")


def _is_named(entry: Entry, query: Query) -> bool:
    """Whether the question says the whole name of a row ("tổng điểm" of "tổng điểm tự chấm")."""
    name = plain_phrase(entry.record.name) if isinstance(entry.record, Indicator) else ()
    return len(name) >= _FEWEST and contains(query.words, name) >= 0


def _cited(corpus: Corpus, composed: Composed) -> list[Entry]:
    """The rows cited; none where some of them are no figures of a table."""
    places = {
        (one.source.document_id, one.source.table, one.source.row)
        for one in composed.page.citations
    }
    rows = [
        entry
        for entry in corpus.entries
        if entry.record is not None
        and entry.source.row
        and (entry.document.id, entry.source.table, entry.source.row) in places
    ]
    return rows if all(isinstance(entry.record, Indicator) for entry in rows) else []


def _said(query: Query, corpus: Corpus) -> Iterator[Phrase]:
    """The question's words, and what may stand for its terms."""
    yield query.words
    for term in build_topic(query, corpus).terms:
        yield from (tuple(word.plain for word in other) for other in term.others)


def _part(entry: Entry, asked: Sequence[Phrase]) -> str | None:
    """By what a row, or the heading that it stands under, counts less than is asked for."""
    record = entry.record
    if not isinstance(record, Indicator) or (record.unit or "").startswith(_SHARE):
        return None
    all_of_them = plain_phrase(record.name)[: len(_TOTAL)] == _TOTAL  # under whatever heading
    for text in (record.name, "" if all_of_them else record.parent or ""):
        words = plain_phrase(_ASIDE.sub(" ", text))
        for line in _lines("portions"):
            if any(_holds(one, group) for one in asked for group in line):
                continue
            held = [group for group in line if _holds(words, group)]
            if len(held) == 1:
                return record.name
    return None


def _against(entry: Entry, asked: Sequence[Phrase]) -> str | None:
    """The name of a row that says the contrary of what the question says."""
    record = entry.record
    words = plain_phrase(record.name) if isinstance(record, Indicator) else ()
    for line in _lines("contrasts"):
        said = [group for group in line if any(_holds(one, group) for one in asked)]
        held = [group for group in line if _holds(words, group)]
        if isinstance(record, Indicator) and len(said) == len(held) == 1 and said != held:
            return record.name
    return None


def _holds(words: Phrase, group: Sequence[Phrase]) -> bool:
    return any(contains(words, phrase) >= 0 for phrase in group)


def _is_blank(query: Query, corpus: Corpus, rows: Sequence[Entry], asked: Sequence[Phrase]) -> bool:
    """Whether the row that counts all that is asked stands in a document cited, without a value."""
    documents = {entry.document.id for entry in rows}
    terms = [term for term in build_topic(query, corpus).terms if not term.weak]
    return any(
        isinstance(entry.record, Indicator)
        and entry.document.id in documents
        and entry.record.value is None
        and entry.record.value_text is None
        and _part(entry, asked) is None
        and _against(entry, asked) is None
        and all(found_in(term, entry.body, accented=query.accented) > _HELD for term in terms)
        for entry in corpus.entries
    )
