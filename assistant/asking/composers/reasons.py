"""Answers "why": the sentences that give a reason, in running text or in the note of a row.

Words that only share syllables with what is asked are no answer: a word that stands next to
another one in the question must do so in the text as well, and a phrase must stand as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answer import AnswerPath
from assistant.asking import texts
from assistant.asking.composers.cause_told_next import compose_cause_told_next
from assistant.asking.composers.causes_beside import compose_causes_beside
from assistant.asking.composers.fulfilled import compose_fulfilled
from assistant.asking.composers.prose import compose_sections
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.features import Features
from assistant.asking.finding.matching import IMPORTANT, found_in, match
from assistant.asking.finding.retrieval import Search, allowed, fitting
from assistant.asking.labels import document_labels, indicator_name, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.questions.topic import Term
from assistant.asking.sentences.passages import sentences_about, split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import Word, contains, plain_phrase
from ingest.model import Indicator, Task
from ingest.text.normal import fold, match_key

_WHOLE = 0.7
_LONGEST_NOTE = 600
_FURTHER = 2
_NONE, _ANY = ("khong", "co"), "nao"
_DENYING = re.compile(r"\b(?:khong|chua)\b")
_MISSED = frozenset({"khong", "chua", "thieu"})
_PENDING = re.compile(r"\b(?:đang|chưa)\b")
_PENDING_BARE = re.compile(r"\b(?:dang|chua)\b")
"""What a note says of work that is not done yet; "đăng" and "chứa" are other words."""
_BECAUSE = re.compile(r"\b(?:do|vì|bởi|nhờ)\b(?! đó| vậy| thế)")
_THEREFORE = re.compile(r"\b(?:nên|nguyên nhân|lý do|lí do|do đó|do vậy|vì vậy|vì thế)\b")
_FEWEST_BEFORE = 4
_REFERS_BACK = re.compile(r"(?:nhờ|do|vì|bởi|qua|từ) (?:đó|vậy|thế)\b")
"""The cause is told by the sentence before."""
_RULE = re.compile(r"\btheo (?:quy dinh|nghi dinh|luat|thong tu|quyet dinh|nghi quyet|huong dan)\b")
_ACTOR = re.compile(
    r"\b[Dd]o (?=[A-ZĐÀ-Ỹ]\w*\b.{0,60}\b(?:chủ trì|giải quyết|thực hiện|quản lý|ban hành|cung cấp))"
)


def compose_reason(search: Search) -> Composed | None:
    """The sentences about the topic that give a reason, then the notes that do."""
    if (fulfilled := compose_fulfilled(search)) is not None:
        return fulfilled
    if search.topic.empty:
        return None
    page = Page()
    _add_sentences(search, page)
    notes = [*_own_notes(search)] or ([] if page.lines else [*_notes_beside(search)])
    labels = document_labels(search.documents)
    told: set[str] = set()
    for entry in notes:
        record = entry.record
        if isinstance(record, Indicator) and record.note:
            said = f"{indicator_name(record)}: {shortened(record.note, _LONGEST_NOTE)}"
            line = f"**{labels[entry.document.id]}**: {said}"
            if line in told:
                continue  # one note of a row with a figure for each of several years
            told.add(line)
            page.add(line, [record.source.facing(record.note)])
    if page.lines:
        path: AnswerPath = "records" if notes else "passages"
        if _is_denied(search, page):
            return Composed(page, "refused", path, texts.REFUSE_PREMISE)
        return Composed(page, path=path)
    _add_cells(search, page)
    if page.lines:
        return Composed(page)
    beside = compose_causes_beside(search) or compose_cause_told_next(search)
    if beside is not None:
        return beside
    titled = compose_sections(search)
    if titled is None:
        return None
    sources = [citation.source for citation in titled.page.citations]
    quotes = " · ".join(source.quote for source in sources)
    if not _covers(search, search.corpus.features(quotes)):
        return None
    only = Page()
    for source in sources:
        for text in split_sentences(source.quote):
            words = search.corpus.features(text).words
            if _gives_reason(search, text) and not search.topic.words.isdisjoint(words):
                only.add_of(labels[source.document_id], tidy(text), [within(source, text)])
    return Composed(only, path="passages") if only.lines else titled


def _is_denied(search: Search, page: Page) -> bool:
    """Whether the question takes for true that there is none, and no sentence says so."""
    words = search.query.words
    place = contains(words, _NONE)
    if place < 0 or _ANY not in words[place:]:
        return False
    return not any(_DENYING.search(fold(citation.source.quote)) for citation in page.citations)


def _add_cells(search: Search, page: Page) -> None:
    """What the row about the topic says in a column of causes or difficulties."""
    labels = document_labels(search.documents)
    titles = search.corpus.lexicon.reason_columns
    seen: set[tuple[str, int | None, int | None]] = set()
    for found in fitting(search, ("tasks", "indicators")):
        record = found.entry.record
        if record is None:
            continue
        own = record.source
        for cell in own.parts:
            column = plain_phrase((cell.column or "").rpartition(" / ")[2])
            place = (cell.document_id, cell.table, cell.row)
            if cell.row != own.row or place in seen or not cell.quote.strip():
                continue
            if any(column[: len(title)] == title for title in titles):
                seen.add(place)
                said = (
                    texts.CELL.format(
                        text=shortened(
                            record.text if isinstance(record, Task) else tidy(record.name)
                        ),
                        column=tidy(cell.column or ""),
                        cell=tidy(cell.quote),
                    )
                    if isinstance(record, Task | Indicator)
                    else ""
                )
                page.add_of(labels[found.entry.document.id], said, [cell])


def _add_sentences(search: Search, page: Page) -> None:
    labels = document_labels(search.documents)
    shown: set[tuple[str, str]] = set()
    for sentence in sentences_about(search):
        above = " · ".join(sentence.unit.headings)
        if not _covers(search, search.corpus.features(f"{sentence.text} · {above}")):
            continue
        pieces = split_sentences(sentence.unit.text)
        at = pieces.index(sentence.text)
        chosen = [sentence.text]
        chosen += [
            piece for piece in pieces[at + 1 : at + 1 + _FURTHER] if _gives_reason(search, piece)
        ]
        if len(chosen) == 1 and not _gives_reason(search, sentence.text):
            continue
        if len(chosen) == 1 and _is_cause(search, sentence.text, above):
            continue
        if at and _REFERS_BACK.match(match_key(sentence.text)):
            chosen.insert(0, pieces[at - 1])
        elif not _gives_reason(search, sentence.text):  # what goes before only names the thing
            whole = [one for one in chosen[1:] if _covers(search, search.corpus.features(one))]
            chosen = whole or chosen
        for text in (one for one in chosen if (sentence.unit.id, one) not in shown):
            shown.add((sentence.unit.id, text))
            label = "" if text != chosen[0] else f"**{labels[sentence.document.id]}**: "
            page.add(f"{label}{tidy(text)}", [within(sentence.unit.source, text)])


def _is_cause(search: Search, text: str, above: str) -> bool:
    """Whether what is asked about is itself the cause given: "bị kỷ luật do để hồ sơ quá hạn"."""
    told = match_key(_ACTOR.sub(" ", text))
    found = [*_BECAUSE.finditer(told)]
    if not found or _THEREFORE.search(told):
        return False
    before = told[: found[-1].start()]
    if len(before.split()) < _FEWEST_BEFORE:
        return False  # "Do thiếu nhân lực, hồ sơ còn quá hạn"
    held = search.corpus.features(f"{before} · {above}")
    weights = [(term, term.weight) for term in search.topic.terms if not term.weak]
    said = sum(weight for term, weight in weights if _stands(search, term, held))
    return 2 * said < sum(weight for _, weight in weights)


def _gives_reason(search: Search, text: str) -> bool:
    """Whether a sentence gives a reason; "do Phòng ..." only says who acts."""
    marks = search.corpus.lexicon.reason_marks
    return bool(re.search(rf"\b(?:{'|'.join(marks)})\b(?!-)", _without_actors(text)))


def _without_actors(text: str) -> str:
    return match_key(_ACTOR.sub(" ", text))


def _own_notes(search: Search) -> Iterator[Entry]:
    """Rows about the topic whose own note gives the reason."""
    for entry in _noted(search):
        record = entry.record
        if not isinstance(record, Indicator) or not record.note:
            continue
        body = search.corpus.features(f"{record.name} · {record.note}")
        above = " · ".join(filter(None, (record.parent, *record.headings)))
        context = search.corpus.features(above)
        piece = replace(entry, body=body, focus=body, context=context)
        found = match(piece, search.topic, accented=search.query.accented)
        whole = search.corpus.features(f"{record.name} · {record.note} · {above}")
        if found.fits and _covers(search, whole) and _explains(search, record.note):
            yield entry


def _explains(search: Search, note: str) -> bool:
    """Whether a note gives a reason, or a rule by which what is missed was not to be done."""
    if set(plain_phrase(note)) <= set(search.query.words):
        return False  # "Chưa đạt kế hoạch" does not say why it is not reached
    if _gives_reason(search, note):
        return True
    missed = search.query.blanks or not _MISSED.isdisjoint(search.query.words)
    told = fold(note)
    spelt = match_key(note)
    pending = (_PENDING_BARE if spelt == told else _PENDING).search(spelt) is not None
    return missed and (pending or bool(_DENYING.search(told) and _RULE.search(told)))


def _notes_beside(search: Search) -> Iterator[Entry]:
    """Notes that give a reason, in rows of the same number as a row about the topic."""
    groups: set[tuple[str, str | None, str]] = set()
    for entry in allowed(search, ("indicators",)):
        record = entry.record
        if not isinstance(record, Indicator) or not search.topic.touches(entry):
            continue
        named = search.corpus.features(" · ".join(filter(None, (record.parent, record.name))))
        piece = replace(entry, body=named, focus=named)
        found = match(piece, search.topic, accented=search.query.accented)
        if found.fits and _covers(search, named):
            groups.add((record.document_id, record.annex, record.key))
    pairs = {pair for pair in search.topic.bridges if search.corpus.together(pair)}
    for entry in _noted(search):
        record = entry.record
        if not isinstance(record, Indicator) or not record.note:
            continue
        if (record.document_id, record.annex, record.key) not in groups:
            continue
        note = search.corpus.features(record.note)
        shared = pairs & note.pairs or not search.topic.words.isdisjoint(note.words)
        if shared and _gives_reason(search, record.note):
            yield entry


def _noted(search: Search) -> list[Entry]:
    return [
        entry
        for entry in allowed(search, ("indicators",))
        if isinstance(entry.record, Indicator) and entry.record.note
    ]


def _covers(search: Search, features: Features) -> bool:
    """Whether every important term stands in the text as the word that the question means."""
    fair = min(1.0, 2.4 / max(1, len(search.topic.terms)))
    return all(
        _stands(search, term, features)
        for term in search.topic.terms
        if not term.weak and (term.key or term.weight >= IMPORTANT * fair)
    )


def _stands(search: Search, term: Term, features: Features) -> bool:
    if len(term.words) > 1:
        return found_in(term, features, accented=search.query.accented) >= _WHOLE
    word = term.plain[0]
    known = [pair for pair in search.topic.bridges if word in pair and search.corpus.together(pair)]
    if known:
        return any(pair in features.pairs for pair in known)
    if term.others and found_in(term, features, accented=search.query.accented) >= _WHOLE:
        return True
    return any(
        here == word and not _in_compound(search, features, place)
        for place, here in enumerate(features.plain)
    )


def _in_compound(search: Search, features: Features, place: int) -> bool:
    """Whether the word is a part of a longer word there ("giấy" in "giấy tờ")."""
    compounds = search.corpus.lexicon.compounds
    for first in (place - 1, place):
        pair = features.plain[max(0, first) : first + 2]
        if len(pair) == 2 and compounds.at([Word(one, one) for one in pair], 0)[0] == 2:
            return True
    return False
