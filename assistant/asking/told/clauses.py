"""What nearly every plan and report says in words of its own: work ahead, whom to turn to, parts.

Such questions hold no topic that could be looked for ("Thời gian tới Sở sẽ làm gì?", "Cần sửa đổi
thì báo ai?", "Có mấy mục lớn?"): they are known by their form, and answered from the stretch or
sentence that documents have for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.asking.composers.quoted import compose_quoted
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Query
from assistant.asking.sentences.passages import split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.told import wording
from assistant.asking.words import words_of
from ingest.model import Document, EvidenceUnit
from ingest.text.normal import fold
from ingest.vocabulary import load

_MOST_DOCUMENTS, _MOST_LINES, _FEW = 8, 16, 3
_AHEAD = re.compile(
    r"\b(?:thoi gian toi|sap toi|toi day|nam (?:toi|sau)|quy toi|nam 20\d\d|ky toi)\b.*"
    r"\b(?:lam|trien khai|thuc hien|tap trung|trong tam|phuong huong|ke hoach|nhiem vu)\b"
    r".*\b(?:gi|nao|sao)\b"
)
_SOON = re.compile(r"\b(?:thoi gian toi|sap toi|toi day)\b")
_AHEAD_TITLE = re.compile(
    r"\b(?:phuong huong|nhiem vu(?: trong tam| chu yeu)? (?:nam|quy|6 thang|thoi gian)"
    r"|(?:nhiem vu|giai phap).* (?:thoi gian toi|sap toi|nam 20\d\d)"
    r"|ke hoach (?:cong tac )?(?:nam|quy|thoi gian))\b"
)
_AHEAD_SENTENCE = re.compile(r"^(?:\W*\d*[.)]?\s*)(?:trong )?(?:thoi gian toi|sap toi|toi day)\b")
_TURN = re.compile(
    r"\b(?:sua doi|sua|bo sung|dieu chinh|thay doi|vuong mac|kho khan|phat sinh)\b.*"
    r"\b(?:bao|bao cao|kien nghi|phan anh|gui|lien he|trao doi|hoi|thong bao)\b.*"
    r"\b(?:ai|dau|don vi nao|phong nao|co quan nao|ben nao|noi nao)\b"
)
_TURNS = re.compile(
    r"\b(?:sua doi|bo sung|dieu chinh|vuong mac|kho khan|phat sinh)\b.*\b(?:bao cao|kien nghi"
    r"|phan anh|gui|thong bao|trao doi|lien he|de xuat)\b.*?\b(?:ve|den|toi|cho|qua|voi|gui)\b"
)
_SENDING = re.compile(
    r"\b(?:gui|nop|trinh|bao cao)\b.*\b(?:ngay nao|khi nao|bao gio|hom nao|luc nao|thang nao)\b"
    r"|(?<!qua )\b(?:han|thoi han|chung nao|bao gio|khi nao|ngay nao)\b.*\b(?:gui|nop|trinh)\b"
)
_REPORTING = re.compile(r"\b(?:han|thoi han|thoi diem|moc)\b.*\bbao cao\b")
_REPORT = re.compile(r"\bbao cao\b")
_SENT_BY = re.compile(
    r"\b(?:gui|nop|bao cao\b[^.;]{0,60}? (?:ve|cho|voi|len))\b[^.;]{0,90}?"
    r"\b(?:(?:truoc|cham nhat|muon nhat|han|vao|ngay|thang|truoc ngay)"
    r"[a-z ]{0,16}\d|quy (?:[ivx]+|\d))"
)
_OUTLINE = re.compile(
    r"\b(?:bao nhieu|may|nhung|cac|gom) (?:muc|phan|chuong|de muc)(?: lon| chinh| la ma)?"
    r"(?: nao| gi)?$"
)
_END = re.compile(r"[\s?.!]+$")


def by_clauses(query: Query, corpus: Corpus, before: Composed) -> Composed | None:
    """The answer by form; ``None`` where rows answer it, or nothing of it is written."""
    of_rows = before.status == "answered" and before.path != "passages"
    documents = in_scope(query.limits, corpus)
    if not documents or len(documents) > _MOST_DOCUMENTS or query.limits.unknown_places:
        return None
    told = _END.sub("", fold(query.standalone))
    topic = {entry.word.plain for entry in query.required}
    topic -= {word for document in documents for word in fold(document.issuer or "").split()}
    soon = bool(_SOON.search(told))
    if (soon or not of_rows) and _AHEAD.search(told) and topic <= _words("ahead"):
        return _ahead(query, corpus, documents)
    if _TURN.search(told) and len(further := topic - _words("turning")) <= _FEW:
        return _turning(corpus, documents, further)
    reporting = _REPORTING.search(told) and not _cites(before, _REPORT)
    if (reporting or _SENDING.search(told)) and not _cites(before, _SENT_BY):
        return _sending(query, corpus, documents)
    if before.status == "refused" and not topic:
        if _OUTLINE.search(told):
            return _outline(corpus, documents)
        return compose_quoted(query, corpus) if query.limits.names_documents else None
    return None


def _words(form: str) -> frozenset[str]:
    """The words that say nothing more in a question of a form."""
    return frozenset(fold(load("asking_sentences")["forms"][form]).split())


def _units(corpus: Corpus, document: Document) -> Iterator[EvidenceUnit]:
    for shelf in corpus.shelves:
        if shelf.document.id == document.id:
            for entry in shelf.entries:
                if entry.kind == "passages" and entry.unit is not None:
                    yield entry.unit


def _ahead(query: Query, corpus: Corpus, documents: Sequence[Document]) -> Composed | None:
    """The stretch on what is planned, of the year asked about; else the sentence that tells it."""
    years = [str(year) for year in query.limits.years]
    labels = document_labels(documents)
    page = Page()
    for document in documents:
        units = [*_units(corpus, document)]
        own = [one for one in units if any(_plans(title, years) for title in one.headings)]
        if own:
            title = next(title for title in own[0].headings if _plans(title, years))
            page.gap()
            said = wording.SECTION.format(document=labels[document.id], title=tidy(title))
            page.add(said, [own[0].source], bullet="")
            for unit in own[:_MOST_LINES]:
                page.add(tidy(unit.text), [unit.source])
            continue
        for unit in units:
            for text in split_sentences(unit.text):
                if _AHEAD_SENTENCE.search(fold(text)):
                    page.add_of(labels[document.id], tidy(text), [within(unit.source, text)])
    return Composed(page, path="passages") if page.citations else None


def _plans(title: str, years: Sequence[str]) -> bool:
    told = fold(title)
    named = re.findall(r"20\d\d", told)
    return bool(_AHEAD_TITLE.search(told)) and (not years or not named or set(years) <= {*named})


def _turning(corpus: Corpus, documents: Sequence[Document], further: set[str]) -> Composed | None:
    """The sentence that says whom to tell of difficulties and changes, with ``further`` words."""
    labels = document_labels(documents)
    page = Page()
    for document in documents:
        for unit in _units(corpus, document):
            for text in split_sentences(unit.text):
                said = further <= {word.plain for word in corpus.words(text)}
                if said and unit.source.table is None and _TURNS.search(fold(text)):
                    page.add_of(labels[document.id], tidy(text), [within(unit.source, text)])
    return Composed(page, path="passages") if page.citations else None


def _cites(composed: Composed, pattern: re.Pattern[str]) -> bool:
    """Whether an answer cites something of a kind; a refusal does not."""
    quotes = (one.source.quote for one in composed.page.citations)
    return composed.status == "answered" and any(pattern.search(fold(one)) for one in quotes)


def _sending(query: Query, corpus: Corpus, documents: Sequence[Document]) -> Composed | None:
    """The sentence that says by when something named in the question is handed in."""
    known = _words("sending")
    wanted = {entry.word.plain for entry in query.topic} - known
    limits = query.limits
    meant = wanted or limits.unit or limits.issuers or limits.names_documents
    labels = document_labels(documents)
    page = Page()
    for document in documents:
        own = {word.plain for word in corpus.words(f"{document.issuer} {document.province}")}
        for unit in _units(corpus, document):
            for text in split_sentences(unit.text):
                told = fold(text)
                held = wanted - own <= {word.plain for word in corpus.words(text)}
                if held and meant and _SENT_BY.search(told):
                    page.add_of(labels[document.id], tidy(text), [within(unit.source, text)])
    return Composed(page, path="passages") if page.citations else None


def _outline(corpus: Corpus, documents: Sequence[Document]) -> Composed | None:
    """How many titled parts a document has, with their titles."""
    labels = document_labels(documents)
    page = Page()
    for document in documents:
        first: dict[str, EvidenceUnit] = {}
        for unit in _units(corpus, document):
            if unit.headings and len(words_of(unit.headings[0])) > 1:
                first.setdefault(unit.headings[0], unit)
        if len(first) > 1:
            said = wording.PARTS.format(count=len(first), titles="; ".join(map(tidy, first)))
            page.add_of(labels[document.id], said, [unit.source for unit in first.values()])
    return Composed(page, path="document") if page.citations else None
