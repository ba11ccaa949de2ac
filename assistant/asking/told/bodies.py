"""Which and how many divisions an organisation has, where running text names them one by one.

A figure that the text states itself ("05 phòng chuyên môn") goes before the names counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.labels import document_labels, scope_text, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Query
from assistant.asking.sentences.enumerated import enumerations
from assistant.asking.sentences.quoting import within
from assistant.asking.told import wording
from ingest.model import Document, EvidenceUnit, Source
from ingest.text.normal import fold
from ingest.text.numbers import plain
from ingest.vocabulary import load

_MOST_DOCUMENTS = 12
_STATEMENT = re.compile(r"(?<=\.)\s+(?=[A-ZĐÀ-Ỹ])|\n+")
_NUMBER = re.compile(r"^(?:và\s+)?(\d{1,3})\s+")
_SETS_UP = re.compile(r"\b(?:co cau|to chuc|bo may|truc thuoc|gom|hien co)\b")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Listed:
    """A statement that lists divisions, with those of the kind asked about."""

    items: tuple[str, ...]
    count: int
    source: Source
    document: Document


def by_bodies(query: Query, corpus: Corpus, before: Composed) -> Composed | None:
    """The divisions of a kind, counted or listed; ``None`` where the text states it itself."""
    documents = in_scope(query.limits, corpus)
    head = _kind_asked(query, documents)
    if head is None or query.limits.unknown_places or before.path == "records":
        return None
    if not documents or len(documents) > _MOST_DOCUMENTS:
        return None
    found = [one for document in documents for one in _in_document(document, corpus, head)]
    if not found or (_is_stated(before, head) and not any(map(_mixed, found))):
        return None
    labels = document_labels(documents)
    page = Page()
    for one in found:
        said = wording.NAMED.format(
            count=one.count, kind=_kinds()[head], names="; ".join(map(tidy, one.items))
        )
        page.add_of(labels[one.document.id], said, [one.source])
        page.reckoned_figure(
            [one.source],
            value=plain(Decimal(one.count)),
            shown=f"{one.count} {_kinds()[head]}",
            unit=_kinds()[head],
            formula=scope_text([one.document]),
        )
    return Composed(page, path="passages")


def _kinds() -> dict[str, str]:
    """The kinds of divisions, without accents and as they are written."""
    return {fold(one): one for one in load("asking_sentences")["divisions"]["kinds"]}


def _kind_asked(query: Query, documents: Sequence[Document]) -> str | None:
    """The kind of division that is counted or listed, where nothing else is asked about."""
    told = fold(query.standalone)
    kinds = sorted(_kinds(), key=len, reverse=True)
    asks = r"(?:bao nhieu|may|(?:co|gom|con) (?:nhung|cac)|nhung)"
    found = re.search(rf"\b{asks} (?P<kind>{'|'.join(kinds)})\b", told)
    if found is None:
        return None
    allowed = {
        word
        for one in load("asking_sentences")["divisions"]["beside"]
        for word in fold(one).split()
    }
    allowed |= {*found["kind"].split()}
    allowed |= {word for document in documents for word in fold(document.issuer or "").split()}
    topic = {entry.word.plain for entry in query.required}
    return found["kind"] if topic <= allowed else None


def _is_stated(before: Composed, head: str) -> bool:
    """Whether an answer gives the number of such divisions as the text or a table states it."""
    if before.status != "answered":
        return False
    number = re.compile(rf"\b\d+ (?:[a-z]+ )?{head}\b")
    return any(number.search(fold(one.source.quote)) for one in before.page.citations)


def _mixed(listed: _Listed) -> bool:
    """Whether a list counts some of its divisions and names others."""
    numbered = [bool(_NUMBER.match(one)) for one in listed.items]
    return any(numbered) and not all(numbered)


def _in_document(document: Document, corpus: Corpus, head: str) -> list[_Listed]:
    found: list[_Listed] = []
    for shelf in corpus.shelves:
        if shelf.document.id != document.id:
            continue
        for entry in shelf.entries:
            if entry.kind == "passages" and entry.unit is not None:
                found.extend(_in_passage(entry.unit, document, head))
    best = max((one.count for one in found), default=0)
    return [one for one in found if one.count == best][:1]


def _in_passage(unit: EvidenceUnit, document: Document, head: str) -> list[_Listed]:
    found: list[_Listed] = []
    for text in _STATEMENT.split(unit.text):
        for items in enumerations(text):
            lead = fold(text[: text.find(items[0])])
            if not _SETS_UP.search(lead):
                continue
            whole = head.startswith("don vi") and re.search(rf"\b{head}\b", lead)
            own = [one for one in items if whole or _is_of(one, head)]
            if len(own) >= _LEAST or (own and _NUMBER.match(own[0])):
                source = within(unit.source, text.strip())
                found.append(_Listed(tuple(own), sum(map(_worth, own)), source, document))
    return found


def _is_of(item: str, head: str) -> bool:
    told = _NUMBER.sub("", item)
    return fold(told).startswith(f"{head} ")


def _worth(item: str) -> int:
    """How many divisions an item is ("07 trung tâm y tế huyện")."""
    number = _NUMBER.match(item)
    return int(number.group(1)) if number else 1
