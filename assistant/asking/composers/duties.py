"""What a body has to do by running text: "Tổ chức thực hiện", "Trách nhiệm của …", "Giao Sở X …".

The whole paragraph that begins with the body is its duty, and all that stands below its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.asking.composers.bodies import (
    FEWEST,
    LISTED,
    NEXT,
    SAYS,
    is_body,
    named_at,
    without_leads,
)
from assistant.asking.composers.charter import compose_charter
from assistant.asking.composers.duty_rows import are_rows
from assistant.asking.composers.duty_verbs import begins_with_verb, verbs
from assistant.asking.finding.corpus import Corpus, Shelf
from assistant.asking.finding.limiting import in_scope
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.questions.described import head_words, subject_words
from assistant.asking.questions.understanding import as_typed
from assistant.asking.sentences.meeting import NUMBERING, UPPER
from assistant.asking.sentences.passages import split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import (
    Phrase,
    PhraseTable,
    Word,
    contains,
    plain_phrase,
    spelt_phrase,
    words_of,
)
from ingest.model import EvidenceUnit, Task
from ingest.vocabulary import load, remembered

_ASKING = frozenset({Intent.PROSE, Intent.OPEN, Intent.LIST, Intent.LEAD, Intent.SUMMARY})
_MOST, _LONG_NAME = 24, 12
_HANDED = re.compile(
    rf"(?:^|[.;,]\s+)(?:[Gg]iao|[Pp]hân công|[Yy]êu cầu|[Đđ]ề nghị)(?: cho)?\s+(?=[{UPPER}])"
)
_LEADING = ("chu", "tri")
_INTRODUCING = (("nhu", "sau"), ("noi", "dung", "sau"))
"""How the lines end by which a body issues a text."""
_FULL_STOP = re.compile(r"\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Duty:
    """A paragraph or sentence that charges a body with something, by the words of its name."""

    unit: EvidenceUnit
    text: str
    named: Phrase
    place: int
    """Where the name stands in the question."""


def compose_duties(query: Query, corpus: Corpus) -> Composed | None:
    """Every paragraph by which running text charges the body named with something."""
    if query.intent not in _ASKING or query.limits.ref_numbers:
        return None
    if not _asks_duties(query):
        return None
    limits = replace(query.limits, unit=None, partner=None)
    scope = in_scope(limits, corpus) or in_scope(replace(limits, issuers=()), corpus)
    ids = {document.id for document in scope}
    if limits.issuers and not (query.limits.unit or query.required):
        # the body asked about may have duties by the plans of others; a unit of it has not
        ids |= {document.id for document in in_scope(replace(limits, issuers=()), corpus)}
    shelves = [one for one in corpus.shelves if one.document.id in ids]
    if are_rows(query, [one for one in shelves if one.document in scope]):
        return None
    if any(_leads_rows(query.limits.unit, shelf, corpus) for shelf in shelves):
        return None
    page = Page()
    labels = document_labels(tuple(one.document for one in shelves))
    for shelf in shelves:
        duties = [one for one in _of_document(query, corpus, shelf) if _in_role(query, one.text)]
        for duty in duties[:_MOST]:
            label = labels[shelf.document.id]
            said = tidy(NUMBERING.sub("", duty.text))
            page.add_of(label, said, [within(duty.unit.source, duty.text)])
    if not page.lines:
        return compose_charter(query, corpus)
    return Composed(page, path="passages", named=True)


def asked_of_rows(query: Query, corpus: Corpus) -> Query | None:
    """The question "Unit X có trách nhiệm gì" put to the rows that X leads; ``None`` without any.

    For where no text charges it with anything.
    """
    if query.intent is not Intent.PROSE or query.limits.unit or not _asks_duties(query):
        return None
    named = tuple(entry.word.plain for entry in query.required)
    for entry in corpus.entries if named else ():
        if entry.record is not None and _is_of(entry.record, named, corpus):
            words = ((one, corpus.words(one)) for one in _led(entry.record))
            unit = next(one for one, own in words if tuple(word.plain for word in own) == named)
            limits = replace(query.limits, unit=unit, unit_role="lead")
            return replace(query, intent=Intent.LIST, subject="tasks", topic=(), limits=limits)
    return None


def _led(record: object) -> tuple[str, ...]:
    return record.lead if isinstance(record, Task) else ()


def _in_role(query: Query, text: str) -> bool:
    """Whether a sentence fits "X chủ trì việc gì": one by which X only helps says nothing of it."""
    told = spelt_phrase(text)
    helps = contains(told, spelt_phrase("phối hợp")) >= 0
    leads = (spelt_phrase(one) for one in load("asking_sentences")["leading"])
    asked = query.limits.unit_role == "lead" and _asks_lead(query)
    return not (asked and helps) or any(contains(told, one) >= 0 for one in leads)


def _asks_lead(query: Query) -> bool:
    """Whether the question says leading itself: what a body "được giao" may be to help, too."""
    weak = load("asking_intents")["weak_leads"]
    strong = (one for one in load("asking_sentences")["leading"] if one not in weak)
    return any(contains(query.words, plain_phrase(one)) >= 0 for one in strong)


def _cue_words() -> frozenset[str]:
    return frozenset(plain for one in load("asking_parts")["duties"] for plain in plain_phrase(one))


def _asks_duties(query: Query) -> bool:
    table = _cues()
    words = words_of(query.standalone)
    return any(table.at(words, index)[0] for index in range(len(words)))


@remembered()
def _cues() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_parts")["duties"])


def _of_document(query: Query, corpus: Corpus, shelf: Shelf) -> Sequence[_Duty]:
    """The duties of the body asked about; none where tables give its work, or none names it."""
    asked = corpus.words(query.standalone)
    charged = [*_charged(shelf, corpus, asked, query)]
    if not charged:
        return []
    longest = min(charged, key=lambda duty: (duty.place, -len(duty.named))).named
    asked_body = tuple(word.plain for word in corpus.words(query.limits.unit or ""))
    if contains(asked_body, longest) > 0:
        return []  # the end of another body's name ("Phòng Tổ chức cán bộ" is no "tổ chức")
    if contains(asked_body, longest) == 0 and not _is_named(asked_body, longest, corpus):
        return []  # "các Trung tâm" are those that there are
    of_rows = query.intent is not Intent.PROSE  # "trách nhiệm gì" asks for what the text says
    if of_rows and any(_is_of(one.record, longest, corpus) for one in shelf.entries if one.record):
        return []
    cue = _cue_words()
    head = head_words(shelf, corpus)
    subject = subject_words(query, corpus, cue | set(longest))
    if query.limits.window is not None:
        subject = (*subject, *plain_phrase(query.limits.window.text))
    rest = {one for one in subject if one not in head}
    asks_lead = contains(query.words, _LEADING) >= 0
    found: dict[tuple[str, str], _Duty] = {}
    for duty in charged:
        told = " · ".join((*duty.unit.headings, duty.text))
        leads = not asks_lead or contains(plain_phrase(duty.text), _LEADING) >= 0
        if leads and duty.named == longest and rest <= corpus.features(told).words:
            found.setdefault((duty.unit.id, duty.text), duty)
    return [*found.values()]


def _is_named(body: Phrase, group: Phrase, corpus: Corpus) -> bool:
    """Whether any stored text names the body asked about, which is more than its group's name."""
    if len(body) <= len(group):
        return True
    return any(
        contains(told.plain, body) >= 0
        for entry in corpus.entries
        for told in (entry.body, entry.context)
    )


def _leads_rows(unit: str | None, shelf: Shelf, corpus: Corpus) -> bool:
    """Whether tables give work to the unit that the question names: their rows are its duties."""
    name = tuple(word.plain for word in corpus.words(unit or ""))
    return bool(name) and any(
        _is_of(entry.record, name, corpus) for entry in shelf.entries if entry.record
    )


def _is_of(record: object, name: Phrase, corpus: Corpus) -> bool:
    """Whether a row of a table gives the body a task."""
    if not isinstance(record, Task) or record.source.table is None:
        return False
    return any(tuple(word.plain for word in corpus.words(unit)) == name for unit in _led(record))


def _charged(shelf: Shelf, corpus: Corpus, asked: Sequence[Word], query: Query) -> Iterator[_Duty]:
    """The paragraphs of a document that charge a body whose name stands in the question."""
    typed = as_typed(query.standalone)
    head = head_words(shelf, corpus)
    for entry in shelf.entries:
        unit = entry.unit
        if unit is None or entry.kind != "passages" or unit.source.table is not None:
            continue
        if unit.text.isupper() or _is_closing(unit.text) or _is_title(unit, shelf):
            continue
        pieces = [(unit.text, unit.text), *((title, unit.text) for title in unit.headings)]
        for text in split_sentences(unit.text):
            pieces.extend((text[found.end() :], text) for found in _HANDED.finditer(text))
            whole = _to_full_stop(text, unit.text)
            pieces.extend((text[at:], whole) for at in _behind_openings(text))
        titled = [named_at(title, corpus, asked, (typed, head)) for title in unit.headings]
        longest = max((len(named) for _, named in titled), default=0)
        for opening, whole in pieces:
            place, named = named_at(opening, corpus, asked, (typed, head))
            if len(named) < longest and opening is unit.text:
                continue  # the heading names the body more fully ("1.2. Các phòng, ban")
            if named and (whole is not opening or _does(whole, len(named))):
                yield _Duty(unit, whole, named, place)
                break


def _is_title(unit: EvidenceUnit, shelf: Shelf) -> bool:
    """Whether a line without an end is what an untitled page begins with: its name."""
    first = next((one.unit for one in shelf.entries if one.unit is not None), None)
    return first is unit and not shelf.document.title and unit.text.rstrip()[-1:].isalnum()


def _behind_openings(text: str) -> Iterator[int]:
    """Where a body is named that does something, behind the words that open a sentence.

    "Trong quá trình thực hiện, các phòng phản ánh về Văn phòng".
    """
    for found in NEXT.finditer(text[:LISTED]):
        rest = text[found.end() :]
        words = plain_phrase(rest[:LISTED].partition(";")[0])  # the verb behind it is another's
        sizes = range(FEWEST, min(len(words), _LONG_NAME))
        size = next((at for at in sizes if begins_with_verb(words[at:])), 0)
        if size and is_body(rest) and not is_body(text[: found.start()]):
            yield found.end()


def _to_full_stop(text: str, paragraph: str) -> str:
    """A piece that ends with a semicolon, with what follows it up to the full stop."""
    start = paragraph.find(text)
    if not text.endswith((";", ":")) or start < 0:
        return text
    end = _FULL_STOP.search(paragraph, start + len(text))
    return paragraph[start : end.end() if end else len(paragraph)].rstrip()


def _does(text: str, named: int) -> bool:
    """Whether a paragraph says that somebody does something, beyond naming bodies."""
    bare = NUMBERING.sub("", text)
    if len(plain_phrase(bare)) < named + SAYS:
        return False
    return ":" in bare or verbs().search(bare) is not None


def only_mentions(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether a body is asked what it has to do, and the sentences quoted only mention it."""
    if composed.status != "answered" or composed.path != "passages" or composed.named:
        return False
    if query.intent not in _ASKING or query.says or not _asks_duties(query):
        return False
    return is_body(as_typed(query.standalone)) and not _charges(query, corpus, composed)


def _charges(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether a sentence quoted makes the body that the question begins with do something."""
    asked = corpus.words(query.standalone)
    typed = as_typed(query.standalone)
    head = frozenset().union(*(head_words(shelf, corpus) for shelf in corpus.shelves))
    body = tuple(word.plain for word in asked[:FEWEST])
    for citation in composed.page.citations:
        for text in split_sentences(citation.source.quote):
            if not _does(text, len(body)):
                continue
            if plain_phrase(without_leads(text))[:FEWEST] == body:
                return True
            openings = (0, *_behind_openings(text), *(one.end() for one in _HANDED.finditer(text)))
            for at in openings:
                place, named = named_at(text[at:], corpus, asked, (typed, head))
                if named and not place:
                    return True
    return False


def _is_closing(text: str) -> bool:
    words = plain_phrase(NUMBERING.sub("", text))
    if any(words[-len(one) :] == one for one in _INTRODUCING):
        return True
    closing = [plain_phrase(one) for one in load("asking_parts")["no_duties"]]
    return any(words[: len(one)] == one for one in closing[:-1]) or (
        contains(words, closing[-1]) >= 0
    )
