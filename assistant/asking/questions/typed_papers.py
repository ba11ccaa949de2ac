"""The stored papers that a question means by their type alone ("Thông báo giao Sở X việc gì?").

Plans, reports and the like are read in :mod:`assistant.asking.questions.entitled`; here are the
types that are no kind of their own, of which few are stored.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.labels import document_label
from assistant.asking.questions.marking import Marked
from assistant.asking.words import Phrase, plain_phrase
from ingest.model import Document, DocumentKind
from ingest.vocabulary import load, remembered

_MOST = 3


@remembered(maxsize=4)
def _phrases(name: str) -> tuple[Phrase, ...]:
    phrases: list[str] = load("asking_papers")["by_type"][name]
    return tuple(sorted(map(plain_phrase, phrases), key=len, reverse=True))


def papers_of_type(reading: Marked, scope: Sequence[Document]) -> tuple[str, ...]:
    """Ids of the papers whose type the question opens with, or names behind "trong", "theo".

    Its words then stop being what is looked for. Empty where it says more of which paper.
    """
    plain = tuple(word.plain for word in reading.words)
    for start in range(len(plain)):
        size = _size(plain[start:], "types")
        if not size:
            continue
        led = start > 0 and plain[start - 1 : start] in _phrases("leads")
        end = start + size
        followed = _size(plain[end:], "verbs") > 0
        if (start and not led) or not (followed or (led and end == len(plain))):
            continue
        kind = next(one for one in _phrases("types") if plain[start : start + len(one)] == one)
        papers = [one for one in scope if _is_of(one, kind)]
        if 0 < len(papers) <= _MOST and len(papers) < len(scope):
            reading.mark(start - led, size + led, "soft")
            return tuple(one.id for one in papers)
    return ()


def _size(words: Phrase, name: str) -> int:
    return next((len(one) for one in _phrases(name) if words[: len(one)] == one), 0)


def _is_of(document: Document, kind: Phrase) -> bool:
    """Whether a paper is called so, at the beginning of its label or its title."""
    if document.kind is not DocumentKind.OTHER and document.kind is not DocumentKind.DIRECTIVE:
        return False
    named = (document_label(document), document.title or "")
    return any(plain_phrase(one)[: len(kind[:2])] == kind[:2] for one in named)
