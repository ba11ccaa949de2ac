"""Whether an answer to "có kiến nghị gì", "bài học nào" tells of that part of a document at all.

Proposals, lessons or the rules of reporting are called so where they are told; a row that only
shares the other words of the question tells of something else.
"""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.words import Phrase, PhraseTable, contains, plain_phrase, words_of
from ingest.vocabulary import load, remembered

_LABEL = re.compile(r"\*\*[^*\n]+\*\*(?= –|:|$)", re.MULTILINE)
"""The name of the document that an answer is from."""


def untold_part(query: Query, corpus: Corpus, composed: Composed) -> str | None:
    """The part asked for, in the words of the question, where neither text nor heading names it."""
    words = words_of(query.standalone)
    if not any(_asked().at(words, place)[0] for place in range(len(words))):
        return None
    sources = [citation.source for citation in composed.page.citations]
    headings = (
        title
        for entry in corpus.entries
        if entry.unit is not None
        and any(
            one.document_id == entry.document.id and one.quote in entry.unit.text for one in sources
        )
        for title in entry.headings
    )
    shown = _LABEL.sub(" ", composed.page.text)
    texts = [plain_phrase(text) for text in (*(one.quote for one in sources), *headings, shown)]
    for place in range(len(words)):
        length, names = _asked().at(words, place)
        for name in names if length else ():
            if not any(contains(text, one) >= 0 for text in texts for one in _names(name)):
                said = words[place : place + length]
                return " ".join(word.shown for word in said)
    return None


@remembered()
def _asked() -> PhraseTable[str]:
    parts = load("asking_parts")
    return PhraseTable(
        (phrase, name) for name in parts["told_by_name"] for phrase in parts["parts"][name]["asked"]
    )


@remembered(maxsize=8)
def _names(part: str) -> tuple[Phrase, ...]:
    return tuple(plain_phrase(one) for one in load("asking_parts")["told_by_name"][part])
