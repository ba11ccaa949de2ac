"""The number and day of the paper that a plan was issued with: "ban hành kèm theo quyết định nào".

A plan that a decision promulgates bears the decision's number; the papers it rests on are others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.composers.facts import compose_fact
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import start_search
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.refusing.before import refuse_before
from assistant.asking.words import plain_phrase
from ingest.model import Document
from ingest.text.normal import match_key
from ingest.vocabulary import load

_ISSUED = r"(?:ban hành|phê duyệt|thông qua)"
_WHICH = r"(?:nào|gì|số mấy|số bao nhiêu|số nào|mang số|có số|số hiệu)"
_FORMS = (
    r"^(?P<paper>.+?) (?:đã |được |cùng |do |có )*{issued} (?:kèm )?(?:theo|bằng|tại|kèm|cùng)"
    r"(?: với| theo)? (?P<type>{types}) {which}\b",
    r"^(?P<type>{types}) {which} (?:đã |được |dùng |để )*{issued} (?:kèm theo )?(?P<paper>.+)",
    r"^(?P<paper>.+?) (?:đã |được )*do (?P<type>{types}) {which} {issued}",
    r"^(?:cho biết )?(?:số|số hiệu|số ký hiệu) (?:của )?(?P<type>{types})"
    r" (?:đã )?{issued} (?P<paper>.+)",
)
_IDLE = frozenset(
    plain
    for text in ("của thuộc tại ở năm giai đoạn là số nào gì bao nhiêu mấy ngày tỉnh thành phố",)
    for plain in plain_phrase(text)
)


def compose_issued_with(query: Query, corpus: Corpus) -> Composed | None:
    """The number and day of the one document whose title is asked after, if it is of that type."""
    if not query.accented or refuse_before(query, corpus) is not None:
        return None
    codes: dict[str, str] = load("documents")["codes"]
    names = "|".join(sorted({match_key(name) for name in codes.values()}))
    asked = match_key(query.standalone).strip(" ?.!")
    for form in _FORMS:
        found = re.search(form.format(issued=_ISSUED, which=_WHICH, types=names), asked)
        if found is None:
            continue
        own = [code for code, name in codes.items() if match_key(name) == found["type"]]
        search = start_search(query, corpus)
        paper = frozenset(corpus.features(found["paper"]).words) - _IDLE
        meant = [one for one in search.documents if _is_called(one, own, paper, corpus)]
        if len(meant) != 1 or _is_of_other(found["paper"], query, meant[0]):
            return None
        wanted = replace(query, intent=Intent.FACT, fact="number", facts=("number", "date"))
        return compose_fact(replace(search, query=wanted, documents=tuple(meant), _ranked={}))
    return None


def _is_of_other(paper: str, query: Query, document: Document) -> bool:
    """Whether the paper named is that of a province, the document that of a body in it."""
    provincial = re.search(r"\btỉnh\b", paper) and not query.limits.issuers
    return bool(provincial) and not re.search(r"\btỉnh\b", match_key(document.issuer or ""))


def _is_called(
    document: Document, codes: Sequence[str], paper: frozenset[str], corpus: Corpus
) -> bool:
    """Whether a document's number is of that type and its particulars hold all that names it."""
    number = document.number or ""
    if not any(re.search(rf"/{code}\b", number) for code in codes):
        return False
    kinds = load("documents")["kinds"].get(document.kind.value, ())
    period = document.period
    told = [*kinds, document.title, document.issuer, document.province]
    told += [str(year) for year in (period.from_, period.to)] if period else []
    return paper <= corpus.features(" · ".join(filter(None, told))).words
