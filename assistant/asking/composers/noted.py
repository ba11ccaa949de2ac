"""What the note of a figure names, where a question asks which: "phần mềm nào", "các luật".

Reports count a thing in a cell ("Số phần mềm: 02") and name it in the note beside it.
"""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import allowed, start_search
from assistant.asking.labels import document_labels, indicator_name, shortened
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.refusing.before import refuse_before
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Indicator
from ingest.text.normal import match_key
from ingest.vocabulary import load

_WHICH = re.compile(
    r"\b(?:sử dụng|dùng|áp dụng|chạy|vận hành|cài đặt|cài)"
    r" (?:những |các )?(?:loại )?([^\W\d_]+ [^\W\d_]+)(?: [^\W\d_]+){0,3}? (?:nào|gì)\b"
    r"|^\W*([^\W\d_]+ [^\W\d_]+)\b.*\b(?:tên|gọi) (?:là )?gì\W*$"
)
_LISTS = re.compile(
    r"^(?:hãy |xin |vui lòng |cho biết )*(?:liệt kê|kể tên|kể ra|kể|nêu tên|nêu)"
    r" (?:tất cả |toàn bộ |tên )*(?:những|các) |^(?:những|các) [^\W\d_]+(?: [^\W\d_]+)? nào\b"
)
_ITEM = re.compile(r"[;\n]|(?:^|\s)[-+•]\s")
_LISTING = frozenset({Intent.LIST, Intent.OPEN, Intent.PROSE})
_LONGEST, _MOST, _MANY = 900, 3, 3


def compose_noted(query: Query, corpus: Corpus) -> Composed | None:
    """The rows whose note names things of the kind asked for, and holds all else that is asked."""
    told = match_key(query.standalone)
    asked = _WHICH.search(told)
    lists = asked is None and query.intent in _LISTING and _LISTS.search(told) is not None
    if not (asked or lists) or not query.accented or refuse_before(query, corpus) is not None:
        return None
    search = start_search(query, corpus)
    if lists and (search.topic.empty or query.subject):
        return None
    noun = plain_phrase(asked.group(1) or asked.group(2)) if asked else search.topic.terms[0].plain
    idle = {word for one in load("asking_questions")["using"] for word in plain_phrase(one)}
    wanted = {entry.word.plain for entry in query.required} - set(noun) - idle
    known = {*wanted, *noun, *idle}
    labels = document_labels(search.documents)
    page = Page()
    for entry in allowed(search, ("indicators",)):
        record = entry.record
        if not isinstance(record, Indicator) or not record.note:
            continue
        around = " · ".join(filter(None, (record.note, record.name, record.parent)))
        held = wanted <= corpus.features(around).words
        note = plain_phrase(record.note)
        if held and (_enumerates(record.note, noun) if lists else _names(note, noun, known)):
            said = f"{indicator_name(record)}: {shortened(record.note, _LONGEST)}"
            page.add_of(labels[entry.document.id], said, [record.source.facing(record.note)])
    return Composed(page, named=True) if 0 < len(page.lines) <= _MOST else None


def _enumerates(note: str, noun: Phrase) -> bool:
    """Whether a note names many things of a kind ("Luật A; Luật B; Luật C")."""
    items = (plain_phrase(item) for item in _ITEM.split(note))
    return sum(item[: len(noun)] == noun for item in items) >= _MANY


def _names(note: Phrase, noun: Phrase, known: set[str]) -> bool:
    """Whether the noun stands in a note with words behind it that the question does not say."""
    place = contains(note, noun)
    return place >= 0 and not set(note[place + len(noun) :]) <= known
