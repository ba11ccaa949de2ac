"""What an article of a decision or regulation says ("Điều 3 quy định gì")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.composers.basis import compose_reference
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search, allowed, start_search
from assistant.asking.labels import document_labels, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent, Query
from assistant.asking.sentences.quoting import within
from ingest.model import Document
from ingest.text.normal import fold, match_key

_ARTICLE = re.compile(r"\b(?:điều|dieu) (\d{1,3})\b")
_CLAUSE = re.compile(r"\b(?:khoản|khoan) (\d{1,2})\b")
_HELD = 0.59
_MOST = 20
_DECISION = "quyet dinh"
_ATTACHED = re.compile(r"\b(?:quy che|quy dinh|noi quy|dieu le|huong dan) (?!gi\b|nao\b|the nao)")
_NOT_HERE = frozenset({Intent.FACT, Intent.REASON, Intent.DIFFERENCE, Intent.COMPARE})


def compose_article(query: Query, corpus: Corpus) -> Composed | None:
    """The article named, whole; a refusal where the documents meant have none of that number."""
    asked = match_key(query.standalone)
    named = _ARTICLE.search(asked)
    if named is None or query.intent in _NOT_HERE:
        return None
    number = named.group(1).lstrip("0")
    if query.limits.ref_numbers:
        return None if query.limits.numbers else _of_cited(query, corpus, number)
    search = start_search(_without_limits(query, named.group(1)), corpus)
    articled: dict[str, list[Entry]] = {}
    for entry in allowed(search, ("passages",)):
        if _article_of(entry) is not None:
            articled.setdefault(entry.document.id, []).append(entry)
    meant = _meant(search, articled)
    if not meant and query.limits.numbers and not articled:
        return _lacking(number, document_labels(search.documents).values())
    if not meant:
        return None
    found = [
        (document, run)
        for document in meant
        for run in _chosen(asked, _runs(articled[document.id], number))
    ]
    labels = document_labels(search.documents)
    if not found:
        return _lacking(number, (labels[document.id] for document in meant))
    clause = _CLAUSE.search(asked)
    page = Page()
    for document, run in found:
        entries = _clause(run, clause.group(1)) if clause else run
        if not entries or not _holds(search, document, entries):
            return None
        _add(page, labels[document.id], number, entries)
    return Composed(page, path="passages")


def _lacking(number: str, documents: Iterable[str]) -> Composed:
    reason = texts.REFUSE_NO_ARTICLE.format(number=number, scope=", ".join(documents))
    return Composed(Page(), "refused", "passages", reason)


def _without_limits(query: Query, number: str) -> Query:
    """The query without the article's own words."""
    own = {"dieu", number, number.lstrip("0"), "khoan"}
    topic = tuple(
        replace(entry, required=entry.required and entry.word.plain not in own)
        for entry in query.topic
    )
    limits = replace(query.limits, key=None, window=None, unit=None, partner=None, parts=())
    return replace(query, topic=topic, limits=limits)


def _article_of(entry: Entry) -> str | None:
    for piece in entry.source.section:
        if fold(piece).startswith("dieu "):
            return fold(piece).removeprefix("dieu ").strip(" .:")
    return None


def _meant(search: Search, articled: dict[str, list[Entry]]) -> list[Document]:
    """The documents whose title holds most of what the question names."""
    held = {document.id: sum(_in_head(search, document)) for document in search.documents}
    documents = [document for document in search.documents if document.id in articled]
    most = max((held[document.id] for document in documents), default=0)
    limits = search.query.limits
    if not most and len(search.documents) > 1 and not (limits.names_documents or limits.issuers):
        return documents if len(documents) == 1 else []
    return [document for document in documents if held[document.id] == most]


def _in_head(search: Search, document: Document) -> list[bool]:
    head = search.corpus.features(" · ".join(filter(None, (document.title, document.issuer))))
    accented = search.query.accented
    return [found_in(term, head, accented=accented) >= _HELD for term in search.topic.terms]


def _runs(entries: Sequence[Entry], number: str) -> list[list[Entry]]:
    """The passages of the article, apart where a decision and what it issues both have one."""
    runs: list[list[Entry]] = []
    last: str | None = None
    for entry in entries:
        here = _article_of(entry)
        if here == number:
            if last != number:
                runs.append([])
            runs[-1].append(entry)
        last = here
    return runs


def _chosen(asked: str, runs: list[list[Entry]]) -> list[list[Entry]]:
    """Of several articles of one number the decision's, or that of what it issues, if named."""
    told = fold(asked)
    if len(runs) > 1 and _ATTACHED.search(told.split(_DECISION, maxsplit=1)[0]):
        return runs[-1:]
    return runs[:1] if len(runs) > 1 and _DECISION in told else runs


def _clause(run: Sequence[Entry], clause: str) -> list[Entry]:
    return [entry for entry in run if clause.lstrip("0") in entry.source.section[1:]]


def _holds(search: Search, document: Document, entries: Sequence[Entry]) -> bool:
    """Whether the rest of the question stands in the title or in the article."""
    told = search.corpus.features(
        " · ".join((*entries[0].headings, *(entry.unit.text for entry in entries if entry.unit)))
    )
    accented = search.query.accented
    terms = zip(search.topic.terms, _in_head(search, document), strict=True)
    return all(
        in_head or term.weak or found_in(term, told, accented=accented) >= _HELD
        for term, in_head in terms
    )


def _of_cited(query: Query, corpus: Corpus, number: str) -> Composed | None:
    """That a document which is only cited is not here to be read, and where it is cited."""
    cited = compose_reference(start_search(query, corpus))
    if cited is None:
        return None
    numbers = ", ".join(query.limits.ref_numbers)
    reason = texts.REFUSE_NOT_STORED.format(numbers=numbers, number=number)
    return Composed(cited.page, "refused", "records", reason)


def _add(page: Page, label: str, number: str, entries: Sequence[Entry]) -> None:
    above = len(entries[0].headings)
    heading = next((one.headings[above] for one in entries if len(one.headings) > above), "")
    first = entries[0].unit
    titled = f" – {tidy(heading)}" if heading else ""
    page.gap()
    head = texts.ARTICLE.format(document=label, number=number)
    page.add(f"{head}{titled}", [entries[0].source], bullet="")
    page.gap()
    for entry in entries[:_MOST]:
        title_line = entry.unit is first and bool(heading)
        if entry.unit is None or title_line:
            continue
        for line in entry.unit.text.split("\n"):
            if line.strip():
                page.add(tidy(line), [within(entry.unit.source, line)])
