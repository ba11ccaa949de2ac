"""Refusals that need no search: nothing stored, nothing asked, an unknown place, number or part."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.finding.retrieval import start_search
from assistant.asking.labels import document_labels, scope_text
from assistant.asking.page import Composed, refused
from assistant.asking.query import Intent, Limits, Query
from assistant.asking.questions.codes import unknown_code
from assistant.asking.questions.limits import annex_number, compact
from assistant.asking.words import contains, plain_phrase

_MOST_NAMED = 5


def refuse_before(query: Query, corpus: Corpus) -> Composed | None:
    """The refusal, where what is stored and the question's own limits tell that it must be one."""
    if not corpus.shelves:
        return refused(texts.REFUSE_EMPTY)
    limits = query.limits
    if limits.unknown_places:
        stored = sorted({document.province or "" for document in corpus.documents} - {""})
        reason = texts.REFUSE_PLACE.format(
            places=", ".join(limits.unknown_places),
            stored=", ".join(stored) or texts.NO_PERIOD,
        )
        return refused(reason)
    if unstored := stored_nowhere(limits, corpus):
        return refused(texts.REFUSE_NUMBER.format(numbers=", ".join(unstored)))
    if limits.lacking:
        return refused(_lacks_kind(limits, corpus))
    if limits.annex is not None and (said := _no_annex(limits, corpus)):
        return refused(said)
    meant = frozenset(document.id for document in in_scope(limits, corpus))
    if (code := unknown_code(query.question, corpus, meant)) is not None:
        scope = scope_text(start_search(query, corpus).documents)
        return refused(texts.REFUSE_NO_KEY.format(key=code, scope=scope))
    told = any(letter.isalpha() for entry in query.topic for letter in entry.word.plain)
    if not told and not _has_limits(query):  # no words, or a bare number
        return refused(texts.REFUSE_NO_TOPIC)
    return None


def _lacks_kind(limits: Limits, corpus: Corpus) -> str:
    """That the place or issuer has no such document stored, and which it has."""
    held = in_scope(replace(limits, kinds=(), kind_words=()), corpus)
    labels = document_labels(corpus.documents)
    return texts.REFUSE_LACKING.format(
        name=limits.lacking,
        of=", ".join((*limits.places, *limits.issuers)),
        documents="; ".join(labels[document.id] for document in held[:_MOST_NAMED]),
    )


def stored_nowhere(limits: Limits, corpus: Corpus) -> list[str]:
    """The whole numbers ("77/QĐ-UBND") of documents that no stored text names."""
    whole = [number for number in limits.ref_numbers if "/" in number and "-" in number]
    if not whole:
        return []
    told = compact(
        " ".join(" ".join((entry.body.text, entry.source.quote)) for entry in corpus.entries)
    )
    return [
        number for number in whole if not re.search(rf"(?<!\d)0*{re.escape(compact(number))}", told)
    ]


def _no_annex(limits: Limits, corpus: Corpus) -> str:
    """That no document meant has the annex of this number; empty where one has, or may have."""
    documents = in_scope(limits, corpus)
    ids = {document.id for document in documents}
    if not (limits.names_documents or limits.issuers) or limits.annex is None:
        return ""
    phrase = plain_phrase(f"phụ lục {limits.annex}")
    for entry in corpus.entries:
        if entry.document.id in ids:
            record = entry.record
            if record is not None and annex_number(record.annex) == annex_number(limits.annex):
                return ""
            told = (entry.body, entry.context)
            if any(contains(one.plain, phrase) >= 0 for one in told):
                return ""
    return texts.REFUSE_NO_ANNEX.format(annex=limits.annex, scope=scope_text(documents))


def _has_limits(query: Query) -> bool:
    limits = query.limits
    return bool(
        limits.names_documents
        or limits.ref_numbers
        or limits.unit
        or limits.window
        or limits.key
        or limits.years
        or limits.period
        or limits.kinds
        or query.fact
        or query.abbreviation
        or query.blanks
        or query.without_lead
        or query.without_help
        or query.standing
        or query.state
        or query.subject
        or query.intent in (Intent.BASIS, Intent.SUMMARY, Intent.DIFFERENCE)
    )
