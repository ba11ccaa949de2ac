"""Why something falls short, where a report lists shortfalls and their causes one after the other.

No sentence says of a shortfall "vì …": it stands as a line below "Tồn tại, hạn chế", its causes
below "Nguyên nhân". A cause is told of it where it speaks of most of the same things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asking import texts
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.matching import match
from assistant.asking.finding.retrieval import Search, allowed
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.sentences.passages import Sentence, sentences_about, split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Source

_CAUSES = (("nguyen", "nhan"), ("li", "do"))
_FEWEST_WORDS = 4
_WHOLE, _MOSTLY = 0.99, 0.5
_LONGEST = 300


def compose_causes_beside(search: Search) -> Composed | None:
    """The shortfall that is asked about, with the causes below that speak of the same."""
    page = Page()
    labels = document_labels(search.documents)
    for short in _shortfalls(search):
        causes = [*_causes(search, short.document.id)]
        if not causes:
            continue
        said = texts.CAUSES_BESIDE.format(text=shortened(NUMBERING.sub("", short.text), _LONGEST))
        page.add_of(labels[short.document.id], said, [short.source])
        for text, source in causes:
            page.add(tidy(NUMBERING.sub("", text)), [source])
    return Composed(page, path="passages") if page.lines else None


def _shortfalls(search: Search) -> Iterator[Sentence]:
    """Lines that say all that is asked about, below a heading of what falls short."""
    titles = [one for one in search.corpus.lexicon.reason_columns if one not in _CAUSES]
    for sentence in sentences_about(search):
        if sentence.coverage >= _WHOLE and _below(sentence.unit.headings, titles):
            yield sentence


def _causes(search: Search, document_id: str) -> Iterator[tuple[str, Source]]:
    """The lines below a heading of causes that speak of most of what is asked about."""
    for entry in allowed(search, ("passages",)):
        unit = entry.unit
        if unit is None or entry.document.id != document_id:
            continue
        if not _below(entry.headings, _CAUSES):
            continue
        for text in split_sentences(unit.text):
            body = search.corpus.features(text)
            piece = Entry("passages", entry.document, None, unit, body, body, entry.context)
            found = match(piece, search.topic, accented=search.query.accented)
            if len(body.plain) >= _FEWEST_WORDS and found.focus > _MOSTLY:
                yield text, within(unit.source, text)


def _below(headings: Sequence[str], titles: Sequence[Phrase]) -> bool:
    """Whether the nearest heading speaks of one of these."""
    nearest = plain_phrase(headings[-1]) if headings else ()
    return any(contains(nearest, one) >= 0 for one in titles)
