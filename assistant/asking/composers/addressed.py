"""What a document asks of one body, where its proposals are addressed to several.

"1. Đề nghị Sở X bổ sung …", or "Đối với Bộ Y:" above the lines: of such a section only the lines
for the body that the question names answer "kiến nghị gì với Sở X".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.asking.composers.prose import CLOSING
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.sentences.passages import split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Source
from ingest.text.organisations import begins_unit

_ASKING = (("kien", "nghi"), ("de", "nghi"), ("de", "xuat"))
_TO = (*_ASKING, ("doi", "voi"), ("voi",))
_WHAT = frozenset({"gi", "nao"})
_OF_WORDS = frozenset({Intent.PROSE, Intent.OPEN, Intent.LIST, Intent.SUMMARY})
_FEWEST, _MOST_DOCUMENTS, _LONGEST_NAME = 2, 3, 9


def compose_addressed(query: Query, corpus: Corpus) -> Composed | None:
    """The proposals to the body that the question names behind "kiến nghị gì với"."""
    asked = _asked_of(query)
    if not asked or query.limits.unknown_places:
        return None
    limits = query.limits
    documents = in_scope(limits, corpus) or in_scope(replace(limits, issuers=()), corpus)
    if not 0 < len(documents) <= _MOST_DOCUMENTS:
        return None
    labels = document_labels(documents)
    page = Page()
    for document in documents:
        lines = [*_lines(document.id, corpus)]
        known = [(_known(to, asked), text, source) for to, text, source in lines]
        most = max((size for size, _, _ in known), default=0)
        if most < _FEWEST or len(lines) < _FEWEST:
            continue
        for size, text, source in known:
            if size == most:
                page.add_of(labels[document.id], tidy(NUMBERING.sub("", text)), [source])
    return Composed(page, path="passages", named=True) if page.lines else None


def _asked_of(query: Query) -> Phrase:
    """The words behind "kiến nghị", among them the body that is asked for something."""
    words = query.words
    places = [at for one in _ASKING if (at := contains(words, one)) >= 0]
    if query.intent not in _OF_WORDS or not places or _WHAT.isdisjoint(words):
        return ()
    return tuple(words[min(places) + len(_ASKING[0]) :])


def _known(to: Phrase, asked: Phrase) -> int:
    """How many words of a body's name, from its first on, stand in the question."""
    size = 0
    while size < len(to) and contains(asked, to[: size + 1]) >= 0:
        size += 1
    return size


def _lines(document_id: str, corpus: Corpus) -> Iterator[tuple[Phrase, str, Source]]:
    """The proposals of a document, each with the words that name whom it is addressed to."""
    for entry in corpus.entries:
        unit = entry.unit
        if unit is None or entry.kind != "passages" or entry.document.id != document_id:
            continue
        above = _addressee(entry.headings[-1]) if entry.headings else ()
        above = above if len(above) <= _LONGEST_NAME else ()
        below = bool(above) and any(_proposes(title) for title in entry.headings[:-1])
        for text in split_sentences(unit.text):
            if CLOSING.match(text):
                continue
            if below or (to := _addressee(text)):
                yield above if below else to, text, within(unit.source, text)


def _proposes(title: str) -> bool:
    return any(contains(plain_phrase(title), one) >= 0 for one in _ASKING)


def _addressee(text: str) -> Phrase:
    """The words behind "Đề nghị", "Đối với" at the beginning, where a body's name follows."""
    bare = NUMBERING.sub("", text)
    words = plain_phrase(bare)
    size = max((len(one) for one in _TO if words[: len(one)] == one), default=0)
    if size and words[size : size + 1] == _TO[-1]:
        size += 1
    rest = " ".join(bare.split()[size:])
    return words[size:] if size and begins_unit(rest) else ()
