"""Builds what is stored into shelves, and keeps each document's until it changes.

With very many documents a question is answered from those that search points at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import ClassVar

from assistant.asking.evidence import (
    Evidence,
    PassagesApart,
    Pointing,
    RecordsAtOnce,
    Stamped,
    Tabled,
)
from assistant.asking.finding.columns import column_labels
from assistant.asking.finding.corpus import Corpus, Entry, Shelf
from assistant.asking.finding.features import features_of
from assistant.asking.lexicon import Lexicon
from assistant.links import with_links
from ingest.correcting.following import follow_link
from ingest.model import (
    AnyRecord,
    Document,
    EvidenceUnit,
    Indicator,
    RecordKind,
    Ref,
    Target,
    Task,
)
from ingest.text.normal import fold, match_key
from ingest.text.organisations import begins_unit, split_units
from ingest.vocabulary import load
from vectorstore.search import RecordFilter, SearchFilter

_KINDS: tuple[RecordKind, ...] = ("targets", "tasks", "indicators", "refs")
_MANY_DOCUMENTS = 150
_MONEY = "tiền"
_MOST_POINTED_AT = 10
_POINTING = 80
_MOST_SHELVES = 400
_MOST_UNITS = 20_000
_LONGEST_NAME = 14
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Listing:
    """What is stored, as of ``stamp``, and the documents by the digits their number begins with."""

    stamp: int | None
    documents: tuple[Document, ...]
    by_number: dict[str, tuple[tuple[str, str], ...]]
    places: dict[str, int]

    def of(self, ids: Iterable[str]) -> tuple[Document, ...]:
        """The documents that bear these ids, in their order."""
        found = sorted({self.places[each] for each in ids if each in self.places})
        return tuple(self.documents[place] for place in found)

    def named_in(self, question: str) -> set[str]:
        """Ids of documents whose whole number stands in the question."""
        asked = "".join(fold(question).split())
        return {
            document_id
            for digits in _DIGITS.findall(asked)
            for number, document_id in self.by_number.get(digits, ())
            if number in asked
        }


def _by_number(documents: Sequence[Document]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for document in documents:
        number = "".join(fold(document.number or "").split())
        if digits := _DIGITS.match(number):
            found.setdefault(digits.group(), []).append((number, document.id))
    return {digits: tuple(numbers) for digits, numbers in found.items()}


class CorpusCache:
    """Builds corpora and keeps each document's shelf until the document changes."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._shelves: dict[str, Shelf] = {}
        self._looked_at: dict[str, int] = {}
        self._corpus: Corpus | None = None
        self._listed: _Listing | None = None

    def corpus(self, lexicon: Lexicon, *, question: str, documents: Sequence[str] = ()) -> Corpus:
        """The corpus for one question. With very many documents only those search points at."""
        listing = self._listing()
        stored = listing.of(documents) if documents else listing.documents
        complete = len(stored) <= _MANY_DOCUMENTS
        if not complete:
            wanted = self._pointed_at(question, tuple(documents)) | listing.named_in(question)
            stored = listing.of(wanted & set(documents) if documents else wanted)
        shelves = tuple(self._shelf(document, lexicon, listing.stamp) for document in stored)
        last = self._corpus
        if (
            last is None
            or last.lexicon is not lexicon
            or len(last.shelves) != len(shelves)
            or any(one is not other for one, other in zip(last.shelves, shelves, strict=True))
        ):
            source = self._evidence
            find = source.similar if isinstance(source, Pointing) else source.search
            last = Corpus(shelves, lexicon, complete, find)
            self._corpus = last
        return last

    def _listing(self) -> _Listing:
        """The stored documents; listed anew only where the evidence says that it changed."""
        stamp = self._evidence.stamp() if isinstance(self._evidence, Stamped) else None
        kept = self._listed
        if kept is None or stamp is None or kept.stamp != stamp:
            found = tuple(
                document
                for document in with_links(self._evidence.documents())
                if document.status not in ("failed", "skipped")
            )
            places = {document.id: place for place, document in enumerate(found)}
            kept = _Listing(stamp, found, _by_number(found), places)
            self._listed = kept
        return kept

    def forget(self) -> None:
        """Drop everything; call it after documents were added, replaced or removed."""
        self._shelves.clear()
        self._looked_at.clear()
        self._corpus = None
        self._listed = None

    def _pointed_at(self, question: str, documents: tuple[str, ...]) -> set[str]:
        only = SearchFilter(documents=documents)
        if isinstance(self._evidence, Pointing):
            return set(
                self._evidence.pointed_at(question, most=_MOST_POINTED_AT, search_filter=only)
            )
        hits = self._evidence.search(question, k=_POINTING, search_filter=only)
        order = dict.fromkeys(hit.unit.document_id for hit in hits)
        return set([*order][:_MOST_POINTED_AT])

    def _shelf(self, document: Document, lexicon: Lexicon, stamp: int | None) -> Shelf:
        kept = self._shelves.get(document.id)
        unchanged = stamp is not None and self._looked_at.get(document.id) == stamp
        if kept is not None and unchanged and kept.lexicon is lexicon:
            return kept
        digest = self._evidence.sha256(document.id)
        if (
            kept is None
            or kept.document != document
            or kept.digest != digest
            or kept.lexicon is not lexicon
        ):
            kept = _build_shelf(self._evidence, document, lexicon, digest)
            if len(self._shelves) >= _MOST_SHELVES:
                oldest = next(iter(self._shelves))
                del self._shelves[oldest]
                self._looked_at.pop(oldest, None)
            self._shelves[document.id] = kept
        if stamp is not None:
            self._looked_at[document.id] = stamp
        return kept


def _build_shelf(
    evidence: Evidence, document: Document, lexicon: Lexicon, digest: str | None
) -> Shelf:
    only = RecordFilter(documents=(document.id,))
    entries: list[Entry] = []
    units: dict[str, None] = {}
    read = evidence.records_by_kind(document.id) if isinstance(evidence, RecordsAtOnce) else None
    for kind in _KINDS:
        found = read.get(kind, ()) if read is not None else evidence.records(kind, only)
        records = [follow_link(record, document) for record in found]
        columns = column_labels(records) if kind == "indicators" else {}
        entries.extend(
            _record_entry(document, record, kind, lexicon, column=columns.get(record.id, ""))
            for record in records
        )
        for record in records:
            if isinstance(record, Task | Target):
                for name in (*record.lead, *record.coordinating):
                    units.update(dict.fromkeys(_unit_names(name, lexicon)))
    entries.extend(
        _passage_entry(document, unit, lexicon) for unit in _passages(evidence, document.id)
    )
    words = Counter(chain.from_iterable(entry.body.words for entry in entries))
    reports = partial(evidence.tables, document.id) if isinstance(evidence, Tabled) else tuple
    return Shelf(document, tuple(entries), words, tuple(units), digest, lexicon, reports)


def _passages(evidence: Evidence, document_id: str) -> Sequence[EvidenceUnit]:
    if isinstance(evidence, PassagesApart):
        return evidence.passages(document_id)
    return [unit for unit in evidence.units(document_id) if unit.kind == "passage"]


class _Kept:
    """What comes back: units lead often."""

    lexicon: Lexicon | None = None
    units: ClassVar[dict[str, tuple[str, ...]]] = {}


def _kept(lexicon: Lexicon) -> type[_Kept]:
    if _Kept.lexicon is not lexicon or len(_Kept.units) >= _MOST_UNITS:
        _Kept.lexicon, _Kept.units = lexicon, {}
    return _Kept


def _unit_names(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    kept = _kept(lexicon).units
    if name not in kept:
        kept[name] = tuple(unit_names(name))
    return kept[name]


def unit_names(name: str) -> Iterable[str]:
    """The unit names in a lead or coordinator, leaving out what is no unit's name."""
    for piece in split_units(name):
        if begins_unit(piece) and 1 < len(piece.split()) <= _LONGEST_NAME:
            yield piece


def _record_entry(
    document: Document, record: AnyRecord, kind: RecordKind, lexicon: Lexicon, *, column: str
) -> Entry:
    body, focus, context = _texts(record)
    return Entry(
        kind,
        document,
        record,
        None,
        features_of(body, lexicon),
        features_of(focus, lexicon),
        features_of(" · ".join(filter(None, (context, column))), lexicon),
        column,
    )


def _texts(record: AnyRecord) -> tuple[str, str, str]:
    section = " · ".join(record.headings)
    if isinstance(record, Target):
        return f"{record.text} · {record.metric or ''}", record.metric or record.text, section
    if isinstance(record, Task):
        further = " · ".join((*record.products, *(item.text for item in record.activities)))
        return f"{record.text} · {further}", record.text, section
    if isinstance(record, Indicator):
        named = " · ".join(filter(None, (record.name, record.subject)))
        return (
            named,
            named,
            " · ".join(filter(None, (record.parent, record.note, _unit(record), section))),
        )
    return _ref_text(record), record.number, section


def _unit(record: Indicator) -> str | None:
    """What the row counts; a coded unit is no word, and sums are money ("bao nhiêu tiền")."""
    unit = record.unit
    if unit is None or "=" in unit:
        return None
    is_sum = match_key(unit).partition("/")[0].strip() in load("asking_intents")["money"]
    return f"{unit} · {_MONEY}" if is_sum else unit


def _ref_text(record: Ref) -> str:
    return " · ".join(filter(None, (record.type, record.number, record.issuer, record.about)))


def _passage_entry(document: Document, unit: EvidenceUnit, lexicon: Lexicon) -> Entry:
    body = features_of(unit.text, lexicon)
    context = features_of(" · ".join(unit.headings), lexicon)
    return Entry("passages", document, None, unit, body, body, context)
