"""A question read once more where the issuer it names is not who wrote the papers meant."""

from __future__ import annotations

from datetime import date

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.finding.retrieval import start_search
from assistant.asking.finding.versions import compose_newest
from assistant.asking.looking import looked_again, unrefused
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.questions.rows_meant import row_subjects, within_rows
from assistant.asking.questions.understanding import understand
from assistant.asking.refusing.evidence import evidence
from assistant.asking.words import contains, plain_phrase


def by_body(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """The answer where the issuer named is a body that the documents meant speak of."""
    limits = query.limits
    others = limits.places or limits.numbers or limits.chosen
    if not limits.issuers or not others or in_scope(limits, corpus):
        return None
    again = understand(
        query.standalone,
        corpus=corpus,
        today=today,
        chosen=limits.chosen,
        not_issuers=frozenset(limits.issuers),
    )
    composed = compose_newest(start_search(again, corpus), unrefused)
    if composed.status == "answered":
        return composed
    return looked_again(again, corpus, composed)


def as_body(query: Query, corpus: Corpus, today: date) -> Query | None:
    """The question with the body that it names as one that others write of, not as an issuer.

    ``None`` where the question says which documents it means besides.
    """
    limits = query.limits
    others = limits.names_documents or limits.ref_numbers or limits.kind_words
    if not limits.issuers or others or query.fact:
        return None
    return understand(
        query.standalone,
        corpus=corpus,
        today=today,
        chosen=limits.chosen,
        not_issuers=frozenset(limits.issuers),
    )


def speaks_of_issuer(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether what an answer cites, or stands around it, names the bodies of the question."""
    told = [one.plain for one in evidence(corpus, composed)]
    limits = query.limits
    named = map(plain_phrase, (*limits.issuers, *filter(None, (limits.unit, limits.partner))))
    return all(any(contains(text, one) >= 0 for text in told) for one in named)


def by_row(query: Query, corpus: Corpus, today: date) -> Composed | None:
    """The answer from the row of the body that was first taken for an issuer."""
    names = row_subjects(query, corpus)
    if not names:
        return None
    again = understand(
        query.standalone,
        corpus=corpus,
        today=today,
        chosen=query.limits.chosen,
        not_issuers=names,
    )
    search = within_rows(start_search(again, corpus), names)
    if search is None:
        return None
    composed = compose_newest(search, unrefused)
    return composed if composed.path == "records" else None
