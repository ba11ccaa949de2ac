"""Who holds an office, where a document of that body is signed under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from assistant.asking import texts
from assistant.asking.composers.closing_lines import closing_lines
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import day, document_labels
from assistant.asking.page import Composed, Page
from assistant.asking.sentences.holding import asks_only_holder
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Document, Source
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

_ON_BEHALF = re.compile(r"^(?:(?:kt|tm|tl|tuq|q)\.\s*)+")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,5}")
_SIGNED = re.compile(r"\(?\s*đã ký\b", re.IGNORECASE)
_LINES_BELOW = 4
_READINGS = 2
"""A signature that was read, and the name printed below it."""
_BODY = "so"


def compose_holder(search: Search) -> Composed | None:
    """Answer "giám đốc sở là ai" from signatures; ``None`` where no such office signs.

    Only for the office of the body that issued the document, nothing else being asked.
    """
    query = search.query
    if not search.topic.empty or not asks_only_holder(match_key(query.standalone)):
        return None
    office = _office_in(query.words, search.corpus)
    if office is None or not _of_issuer(query.limits.unit, office):
        return None
    labels = document_labels(search.corpus.documents)
    page = Page()
    for document in search.documents:
        for held, name, source in _signatures(search.corpus, document):
            if held == office:
                said = texts.FACT_HOLDER.format(
                    document=f"**{labels[document.id]}**",
                    office=_spelt(office),
                    value=name,
                    date=texts.FACT_HELD_ON.format(date=day(document.date))
                    if document.date
                    else "",
                )
                page.add(said, [source])
                break
    return Composed(page, path="document") if page.lines else None


def _office_in(words: Phrase, corpus: Corpus) -> Phrase | None:
    """The longest office that the question names ("phó giám đốc", not "giám đốc")."""
    named = [office for office in corpus.lexicon.offices if contains(words, office) >= 0]
    return max(named, key=len, default=None)


def _of_issuer(unit: str | None, office: Phrase) -> bool:
    """Whether a unit read from the question is but the office of the issuing body itself."""
    return unit is None or set(plain_phrase(unit)) <= {*office, _BODY}


def _spelt(office: Phrase) -> str:
    """The office with its accents."""
    offices: list[str] = load("asking_intents")["offices"]
    return next(one for one in offices if plain_phrase(one) == office)


def _signatures(corpus: Corpus, document: Document) -> Iterator[tuple[Phrase, str, Source]]:
    """The offices in capitals that a name stands below, the last of "KT. X / PHÓ X"."""
    lines = closing_lines(corpus, document)
    for index, (line, _) in enumerate(lines):
        office = plain_phrase(_ON_BEHALF.sub("", fold(line)))
        if not line.isupper() or office not in corpus.lexicon.offices:
            continue
        below = [one for one in lines[index + 1 :][:_LINES_BELOW] if not _SIGNED.match(one[0])]
        if below and plain_phrase(_ON_BEHALF.sub("", fold(below[0][0]))) in corpus.lexicon.offices:
            continue
        names = list(takewhile(_is_name, below))[:_READINGS]
        if names:
            yield office, *names[-1]


def _is_name(line: tuple[str, Source]) -> bool:
    return bool(_NAME.fullmatch(line[0])) and line[0] == line[0].title()
