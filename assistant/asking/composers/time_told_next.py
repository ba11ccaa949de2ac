"""By when something is due, where the text says it next: "… trả lương. Thời hạn: Quý III/2041.".

The sentence of the time names no matter of its own: it speaks of what stands right before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.asking.finding.corpus import Shelf
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.sentences.passages import split_sentences
from assistant.asking.sentences.quoting import within
from ingest.model import EvidenceUnit, Source
from ingest.text.normal import match_key

_TIME = re.compile(
    r"^(?:(?:thời gian|thời hạn|tiến độ|hạn)(?: (?:hoàn thành|thực hiện|triển khai))?"
    r"|hoàn thành) ?: ?\S"
)
_TOLD_ITSELF = re.compile(r"\b(?:ngày|tháng|quý|năm|tuần|trước|thường xuyên)\b")
_MOST, _FOUND, _MOST_DOCUMENTS = 1, 0.99, 300


def compose_time_told_next(search: Search) -> Composed | None:
    """The one sentence that holds all that is asked about, and the time told right behind it."""
    if len(search.ids) > _MOST_DOCUMENTS or search.topic.empty:
        return None
    page = Page()
    labels = document_labels(search.documents)
    for shelf in search.corpus.shelves:
        if shelf.document.id in search.ids:
            for text, sources in _told(search, shelf):
                page.add_of(labels[shelf.document.id], tidy(text), sources)
    return Composed(page, path="passages") if len(page.lines) == _MOST else None


def _told(search: Search, shelf: Shelf) -> Iterator[tuple[str, list[Source]]]:
    before: tuple[str, EvidenceUnit] | None = None
    units = (one.unit for one in shelf.entries if one.kind == "passages" and one.unit is not None)
    for unit in units:
        for piece in split_sentences(unit.text):
            text = NUMBERING.sub("", piece)
            timed = _TIME.match(match_key(text)) is not None
            if timed and before is not None and _is_about(search, before[0]):
                sources = [within(before[1].source, before[0]), within(unit.source, text)]
                yield f"{before[0].rstrip()} {text}", sources
            before = None if timed else (text, unit)


def _is_about(search: Search, before: str) -> bool:
    """Whether all that tells in the question stands in a sentence that tells no time itself."""
    if _TOLD_ITSELF.search(match_key(before)):
        return False
    accented, held = search.query.accented, search.corpus.features(before)
    terms = [one for one in search.topic.terms if not one.weak]
    return bool(terms) and all(found_in(one, held, accented=accented) >= _FOUND for one in terms)
