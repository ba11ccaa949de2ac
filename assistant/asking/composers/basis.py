"""Legal bases: which documents are referred to, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.composers.basis_wanted import (
    ANY_TYPE,
    headings_of,
    is_asked_for,
    names_body,
    names_type,
    of_named_body,
    of_type,
)
from assistant.asking.composers.listing import add_row
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.features import Features
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search, allowed, fitting
from assistant.asking.labels import document_labels, indicator_name, limits_text, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.questions.limits import compact
from assistant.asking.questions.topic import Term
from assistant.asking.sentences.passages import sentences_about, split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import plain_phrase
from ingest.model import Document, Indicator, Ref, Source, Task
from ingest.text.normal import fold, match_key, strip_accents
from ingest.vocabulary import load

_NUMBER = re.compile(r"\d+\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ]{1,6}\d*\s*-?")
_LAW = re.compile(r"^\s*(?:[-+•]\s*)?Căn cứ\s+(?=(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh)\s)")
_ASKS_BASES = re.compile(
    r"\bcan cu|\bco so phap ly|\bdua (?:tren|vao)"
    r"|\b(?:lap|xay dung|ban hanh|soan thao|soan) theo\b(?=.*\bnao\b)"
)
_CHANGES = re.compile(r"\b(?:thay the|bai bo|huy bo)\b(?=.*\b(?:nao|gi|so may|nhung)\b)")
_CHANGED_BY = re.compile(
    r"\b(?:nao|gi)\b(?: \w+){0,4}? (thay the|bai bo|huy bo|sua doi)\b"
    r"|\b(thay the|bai bo|huy bo|sua doi)\b(?=.*\b(?:nao|gi|so may)\b)"
)
_OPENING = re.compile(r"(?:[-+•*]\s*)?(?:(?:Căn )?cứ|Thực hiện|Theo|Xét)\b")
_HELD = 0.6
_MOST_SENTENCES = 3


def compose_reference(search: Search) -> Composed | None:
    """Answer what a numbered document is about: every place that refers to it."""
    wanted = [compact(number) for number in search.query.limits.ref_numbers]
    changed = _CHANGED_BY.search(strip_accents(match_key(search.query.standalone)))
    if changed and (told := _compose_changed(search, changed[1] or changed[2], wanted)):
        return told
    if (resting := _resting_on(search, wanted)) is not None:
        return resting
    limits = replace(search.query.limits, window=None, years=(), period=None)
    if _issued_by(limits.unit, wanted, search):
        limits = replace(limits, unit=None)
    undated = replace(search, query=replace(search.query, limits=limits), _ranked={})
    entries = [
        entry
        for entry in allowed(undated, ("refs",))
        if isinstance(entry.record, Ref)
        and any(_same(compact(entry.record.number), number) for number in wanted)
    ]
    return _page(undated, entries) if entries else None


def _issued_by(unit: str | None, wanted: Sequence[str], search: Search) -> bool:
    """Whether the unit named is the body that issued a cited document ("số 7/QĐ-X của Bộ X")."""
    return unit is not None and any(
        match_key(entry.record.issuer or "") == match_key(unit)
        for entry in search.corpus.entries
        if isinstance(entry.record, Ref)
        and any(_same(compact(entry.record.number), number) for number in wanted)
    )


def _resting_on(search: Search, wanted: Sequence[str]) -> Composed | None:
    """The documents of another type that name the number ("công văn nào triển khai Chỉ thị 7")."""
    refs = [one for one in allowed(search, ("refs",)) if isinstance(one.record, Ref)]
    own = [one for one in refs if any(_is_number(one, number) for number in wanted)]
    types = {fold(name) for name in search.query.ref_types} - {ANY_TYPE}
    if not own or not types or any(of_type(search, one) for one in own):
        return None
    others = [
        one
        for one in refs
        if of_type(search, one) and all(number in compact(one.body.text) for number in wanted)
    ]
    return _page(search, others) if others else None


def _is_number(entry: Entry, number: str) -> bool:
    return isinstance(entry.record, Ref) and _same(compact(entry.record.number), number)


def _same(number: str, asked: str) -> bool:
    return number == asked or number.startswith(f"{asked}/")


def compose_basis(search: Search) -> Composed | None:
    """Answer which documents are the basis: of the whole, or of the topic."""
    if search.topic.empty and search.query.limits.ref_numbers:
        return None
    changed = _CHANGES.search(strip_accents(match_key(search.query.standalone)))
    if changed is not None and (search.topic.empty or not search.query.limits.ref_numbers):
        composed = _compose_changed(search, changed.group())
        if composed is not None or search.topic.empty:
            return composed
    meant = _documents_meant(search)
    if search.topic.empty or meant:
        entries = [entry for entry in _of_titled(search) if of_type(search, entry)]
        if meant:
            entries = [entry for entry in entries if entry.document.id in meant]
        within_scope = meant or frozenset(one.id for one in search.documents)
        opening = [one for one in entries if _opens(search, one)] if _asks_own(search) else []
        if opening or any(_laws(search, one) for one in within_scope if _asks_own(search)):
            return _page(search, opening, within_scope)
        if entries or any(_laws(search, one) for one in within_scope):
            return _page(search, entries, within_scope)
        if not meant:
            return None
    page = Page()
    labels = document_labels(search.documents)
    refs = fitting(search, ("refs",))
    rows = [found.entry for found in fitting(search, ("indicators", "tasks"))]
    named = [found.entry for found in refs if is_asked_for(search, found.entry)]
    named = of_named_body(search, named)
    exact = [one for one in (*named, *rows) if _names(search, one) and _holds_all(search, one.body)]
    if exact:  # "kiểm tra CCHC" is no other "kiểm tra"
        named, rows = ([one for one in some if one in exact] for some in (named, rows))
    for entry in named:
        add_row(search, page, entry)
    _add_notes(page, rows, labels)
    if not page.lines:
        _add_notes(page, headings_of(search), labels)
    for sentence in sentences_about(search, limit=_MOST_SENTENCES):
        if exact and not _holds_all(search, search.corpus.features(sentence.text)):
            continue
        apart = bool(page.lines) and not names_body(search, sentence.text)
        if _NUMBER.search(sentence.text) and names_type(search, sentence.text) and not apart:
            said = texts.SENTENCE_LEAD.format(text=shortened(sentence.text, 500))
            page.add(f"**{labels[sentence.document.id]}**: {said}", [sentence.source])
    return Composed(page) if page.lines else None


def _compose_changed(search: Search, verb: str, numbers: Sequence[str] = ()) -> Composed | None:
    """The sentences by which a document replaces, repeals or amends another one.

    With ``numbers``, those that name one of them and say which other document does.
    """
    labels = document_labels(search.documents)
    page = Page()
    told = [term for term in search.topic.terms if not term.weak and not numbers]
    for entry in allowed(search, ("passages",)):
        for text in split_sentences(entry.unit.text) if entry.unit is not None else ():
            if verb not in strip_accents(match_key(text)) or not _NUMBER.search(text):
                continue
            if numbers and not _tells_other(text, numbers):
                continue
            around = search.corpus.features(f"{text} · {entry.document.title}")
            accented = search.query.accented
            if all(found_in(term, around, accented=accented) > _HELD for term in told):
                said = texts.SENTENCE_LEAD.format(text=shortened(text, 500))
                source = within(entry.source, text)
                page.add(f"**{labels[entry.document.id]}**: {said}", [source])
    return Composed(page, path="passages") if page.lines else None


def _tells_other(text: str, numbers: Sequence[str]) -> bool:
    """Whether a sentence names one of these documents and another one beside it."""
    named = {compact(one.group()) for one in _NUMBER.finditer(text)}
    asked = {one for one in named for number in numbers if number.startswith(one)}
    return bool(asked) and named > asked


def _documents_meant(search: Search) -> frozenset[str]:
    """The documents whose title is all that the question is about ("Quy chế X căn cứ vào đâu")."""
    told = [term for term in search.topic.terms if not term.weak]
    if len(search.documents) == 1 and (_names_kind(search) or _names_making(search, told)):
        return search.ids
    if not told or not _ASKS_BASES.search(strip_accents(match_key(search.query.standalone))):
        return frozenset()
    accented = search.query.accented
    return frozenset(
        document.id
        for document in search.documents
        if all(
            found_in(term, search.corpus.features(document.title or ""), accented=accented) > _HELD
            for term in told
        )
    )


def _names_making(search: Search, told: Sequence[Term]) -> bool:
    """Whether bases are asked for and all else said is that the document was made by them."""
    making = {word for one in load("asking_papers")["making"] for word in plain_phrase(one)}
    return _asks_own(search) and making.issuperset(plain for term in told for plain in term.plain)


def _names_kind(search: Search) -> bool:
    """Whether a question for bases begins with the kind of document they are of."""
    opening = strip_accents(match_key(search.query.standalone))
    own = {document.kind.value for document in search.documents}
    every = load("documents")["kinds"].items()
    kinds = (fold(name) for kind, names in every for name in names if kind in own)
    return _asks_own(search) and opening.startswith(tuple(f"{kind} " for kind in kinds))


def _asks_own(search: Search) -> bool:
    """Whether the bases that a document opens with are asked for, not all that it refers to."""
    return bool(_ASKS_BASES.search(strip_accents(match_key(search.query.standalone))))


def _opens(search: Search, entry: Entry) -> bool:
    """Whether a reference stands among the bases above the first heading of its document.

    A base whose lines were broken is told by the paragraph that its line stands in.
    """
    record = entry.record
    if not isinstance(record, Ref) or entry.source.section:
        return False
    if _OPENING.match(tidy(entry.source.quote)):
        return True
    number = compact(record.number)
    return any(
        number in compact(line)
        for shelf in search.corpus.shelves
        if shelf.document.id == entry.document.id
        for one in shelf.entries
        if one.unit is not None and not one.source.section
        for line in one.unit.text.split("\n")
        if _OPENING.match(tidy(line))
    )


def _laws(search: Search, document_id: str) -> list[tuple[str, Source]]:
    """The bases at the beginning that bear no number ("Căn cứ Luật X ngày …")."""
    wanted = {fold(name) for name in search.query.ref_types} - {ANY_TYPE, "luat"}
    if wanted or not _ASKS_BASES.search(strip_accents(match_key(search.query.standalone))):
        return []
    found: list[tuple[str, Source]] = []
    for entry in search.corpus.entries:
        if entry.document.id != document_id or entry.unit is None:
            continue
        found.extend(
            (line.strip(" ;.-"), within(entry.unit.source, line))
            for line in entry.unit.text.split("\n")
            if _LAW.match(line) and not _NUMBER.search(line)
        )
    return found


def _of_titled(search: Search) -> list[Entry]:
    """The references of the documents whose title the question names, else of all."""
    entries = allowed(search, ("refs",))
    named = {entry.word.plain for entry in search.query.topic if entry.word.plain.isalpha()}
    titled = {
        document.id
        for document in search.documents
        if named and named <= search.corpus.features(_title(document)).words
    }
    return [entry for entry in entries if entry.document.id in titled] or entries


def _title(document: Document) -> str:
    return f"{texts.KIND_NAMES[document.kind.value]} {document.title or ''}"


def _names(search: Search, entry: Entry) -> bool:
    """Whether a row names a document of a type asked for; a reference does."""
    record = entry.record
    if isinstance(record, Indicator | Task):
        told = record.note if isinstance(record, Indicator) else record.text
        return bool(_NUMBER.search(told or ""))
    return of_type(search, entry)


def _holds_all(search: Search, text: Features) -> bool:
    """Whether a text holds all that is asked about, the words that say little too."""
    accented = search.query.accented
    return all(found_in(term, text, accented=accented) > _HELD for term in search.topic.terms)


def _add_notes(page: Page, rows: Sequence[Entry], labels: dict[str, str]) -> None:
    """Rows whose text or note names a document."""
    for entry in rows:
        record = entry.record
        label = labels[entry.document.id]
        if isinstance(record, Indicator) and record.note and _NUMBER.search(record.note):
            note = texts.INDICATOR_NOTE.format(note=shortened(record.note))
            page.add(f"**{label}**: {indicator_name(record)}{note}", [record.source])
        elif isinstance(record, Task) and _NUMBER.search(record.text):
            said = texts.SENTENCE_LEAD.format(text=shortened(record.text))
            page.add(f"**{label}**: {said}", [record.source])
        if isinstance(record, Task):
            _add_cells(page, record, label)


def _add_cells(page: Page, task: Task, label: str) -> None:
    """Further cells of the task's row that name a document ("Văn bản giao")."""
    own = task.source
    for cell in own.parts:
        if cell.row == own.row and cell.column != own.column and _NUMBER.search(cell.quote):
            said = texts.CELL.format(
                text=shortened(task.text), column=tidy(cell.column or ""), cell=tidy(cell.quote)
            )
            page.add(f"**{label}**: {said}", [cell])


def _page(search: Search, entries: list[Entry], others: Iterable[str] = ()) -> Composed:
    """The references document by document; of ``others`` those whose bases bear no number."""
    labels = document_labels(search.documents)
    page = Page()
    groups: dict[str, list[Entry]] = {one: [] for one in others if _laws(search, one)}
    for entry in entries:
        groups.setdefault(entry.document.id, []).append(entry)
    for document_id, group in groups.items():
        page.gap()
        laws = _laws(search, document_id)
        head = texts.REF_HEAD.format(
            document=labels[document_id],
            count=len(group) + len(laws),
            limits=limits_text(search.query, topic=False),
        )
        page.add(head, [*(at for _, at in laws), *(entry.source for entry in group)], bullet="")
        for text, source in laws:
            page.add(shortened(_LAW.sub("", text, count=1).strip()), [source])
        for entry in group:
            add_row(search, page, entry)
    return Composed(page)
