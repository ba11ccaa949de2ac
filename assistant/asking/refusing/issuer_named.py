"""The bodies that issued what is cited, where the question names them or their bare level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asking.finding.corpus import Corpus
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.questions.topic import Term
from assistant.asking.words import Phrase, contains, plain_phrase

_LIGHT = frozenset({"cac", "va", "cua", "nhung"})
"""Words that a name may be said with or without ("Ban quản lý (các) khu công nghiệp")."""


def issuers_named(query: Query, corpus: Corpus, composed: Composed) -> Iterator[Phrase]:
    """The bodies that issued a document cited, where the question names them in full."""
    cited = {citation.source.document_id for citation in composed.page.citations}
    asked = _bare(query.words)
    for document in corpus.documents:
        issuer = plain_phrase(document.issuer or "") if document.id in cited else ()
        if issuer and contains(asked, _bare(issuer)) >= 0:
            yield issuer


def _bare(words: Sequence[str]) -> Phrase:
    return tuple(word for word in words if word not in _LIGHT)


def is_own_level(term: Term, corpus: Corpus, composed: Composed) -> bool:
    """Whether a term is the bare level of who issued all that is cited ("phường đã ...")."""
    if term.plain not in corpus.lexicon.levels:
        return False
    cited = {citation.source.document_id for citation in composed.page.citations}
    issuers = [one.issuer or "" for one in corpus.documents if one.id in cited]
    return bool(issuers) and all(contains(plain_phrase(one), term.plain) >= 0 for one in issuers)
