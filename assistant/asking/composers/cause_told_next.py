"""Why something falls short, where the text says it next: "… mới đạt 70%. Nguyên nhân do …".

The sentence of causes names no matter of its own: it speaks of what stands right before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.asking.finding.corpus import Shelf
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.sentences.passages import split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import plain_phrase
from ingest.model import EvidenceUnit
from ingest.vocabulary import load, remembered

_CAUSE = ("nguyen", "nhan")
_FEWEST_WORDS, _MOST, _FOUND, _MOST_DOCUMENTS = 6, 2, 0.99, 300
_SHORT = frozenset(
    {"cham", "thap", "chua", "con", "kem", "kho", "giam", "it", "thieu", "tre", "tien", "do"}
)
"""Words that only say that something falls short, as a figure before the causes may."""


def compose_cause_told_next(search: Search) -> Composed | None:
    """The sentence of causes behind one that holds all that is asked about."""
    if len(search.ids) > _MOST_DOCUMENTS:
        return None  # one sentence of causes among so many papers is not the one meant
    page = Page()
    labels = document_labels(search.documents)
    for shelf in search.corpus.shelves:
        if shelf.document.id in search.ids:
            for text, unit in _causes(search, shelf):
                page.add_of(labels[shelf.document.id], tidy(text), [within(unit.source, text)])
    whole = 0 < len(page.lines) <= _MOST
    return Composed(page, path="passages", named=True) if whole else None


def _causes(search: Search, shelf: Shelf) -> Iterator[tuple[str, EvidenceUnit]]:
    units = [one.unit for one in shelf.entries if one.kind == "passages" and one.unit is not None]
    for number, unit in enumerate(units):
        pieces = split_sentences(unit.text)
        for place, text in enumerate(pieces):
            words = plain_phrase(NUMBERING.sub("", text))
            if words[: len(_CAUSE)] != _CAUSE or len(words) < _FEWEST_WORDS:
                continue
            before = pieces[:place] or [units[number - 1].text] if number or place else []
            if before and _is_about(search, " · ".join((*before, text)), " · ".join(before)):
                yield NUMBERING.sub("", text), unit


def _is_about(search: Search, whole: str, before: str) -> bool:
    """Whether all that tells in the question stands there, some of it before the causes."""
    accented = search.query.accented
    idle = _SHORT | _lacking()
    terms = [one for one in search.topic.terms if not one.weak and not idle.issuperset(one.plain)]
    held, ahead = search.corpus.features(whole), search.corpus.features(before)
    told = [found_in(one, held, accented=accented) >= _FOUND for one in terms]
    return all(told) and any(found_in(one, ahead, accented=accented) >= _FOUND for one in terms)


@remembered()
def _lacking() -> frozenset[str]:
    return frozenset(word for one in load("asking_parts")["lacks"] for word in plain_phrase(one))
