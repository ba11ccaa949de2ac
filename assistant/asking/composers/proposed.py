"""Who proposed a stored document: the line of its bases that says so ("Theo đề nghị của …")."""

from __future__ import annotations

from assistant.asking.finding.corpus import Corpus
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Query
from assistant.asking.questions.described import described, subject_words
from assistant.asking.refusing.before import refuse_before
from assistant.asking.sentences.quoting import within
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.vocabulary import load, remembered

_MOST = 3


def compose_proposed(query: Query, corpus: Corpus) -> Composed | None:
    """The lines by which the documents that the question describes name who proposed them."""
    asked = next((one for one in _wordings("asked") if contains(query.words, one) >= 0), None)
    if asked is None or query.limits.ref_numbers or refuse_before(query, corpus) is not None:
        return None
    spent = {word for one in (asked, *_wordings("around")) for word in one}
    shelves = described(query, corpus, subject_words(query, corpus, spent))
    labels = document_labels(corpus.documents)
    page = Page()
    for shelf in shelves[:_MOST]:
        lines = (
            (line, entry.source)
            for entry in shelf.entries
            if entry.unit is not None
            for line in entry.unit.text.split("\n")
        )
        for line, source in lines:
            words = plain_phrase(line)
            if any(words[: len(one)] == one for one in _wordings("lines")):
                page.add_of(labels[shelf.document.id], f"«{tidy(line)}»", [within(source, line)])
                break
    return Composed(page, path="passages", named=True) if page.lines else None


@remembered(maxsize=4)
def _wordings(name: str) -> tuple[Phrase, ...]:
    wordings: list[str] = load("asking_parts")["proposed_by"][name]
    return tuple(plain_phrase(one) for one in wordings)
