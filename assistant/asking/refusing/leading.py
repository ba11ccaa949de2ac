"""Whether an answer to "X chủ trì việc gì" charges X with leading anything."""

from __future__ import annotations

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import has_unit
from assistant.asking.page import Composed
from assistant.asking.query import Query
from assistant.asking.refusing.evidence import evidence
from assistant.asking.sentences.quoting import whole_quote
from assistant.asking.words import Phrase, contains, plain_phrase, spelt_phrase
from ingest.vocabulary import load

_LEADING, _HELPING = ("chu", "tri"), ("phoi", "hop")
_OTHER_WORDS = frozenset(
    {("thông",), ("dịch",), ("tiếp",), ("lưu",), ("diện",), ("bàn",), ("chuyển",)}
)
"""What makes another word of "giao" beside it: "giao thông", "bàn giao"."""


def lets_lead(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether sentences on what a unit leads ("X chủ trì việc gì") charge anybody with leading.

    One that no row knows must be named there: "Phòng Thống kê giá" is not "Phòng Thống kê".
    """
    unit = query.limits.unit
    if contains(query.words, _LEADING) < 0 or unit is None:
        return True
    if composed.path != "passages":
        asked = composed.by_cells and query.limits.unit_role == "lead"
        return not (asked and (_only_helps(unit, composed) or _others_lead(unit, composed)))
    name = corpus.features(unit).plain
    known = any(name == tuple(word.plain for word in words) for words, _ in corpus.units)
    if not known and all(contains(one.plain, name) < 0 for one in evidence(corpus, composed)):
        return False
    said = [spelt_phrase(phrase) for phrase in load("asking_sentences")["leading"]]
    quotes = [spelt_phrase(whole_quote(one.source)) for one in composed.page.citations]
    return any(_charges(quote, phrase) for quote in quotes for phrase in said)


def _charges(quote: Phrase, phrase: Phrase) -> bool:
    """Whether words of charging stand in a sentence as such: "giao thông" hands nothing over."""
    size = len(phrase)
    return any(
        quote[at : at + size] == phrase
        and (size > 1 or not {quote[at + 1 : at + 2], quote[max(0, at - 1) : at]} & _OTHER_WORDS)
        for at in range(len(quote))
    )


def _only_helps(unit: str, composed: Composed) -> bool:
    """Whether the cells that name a unit are all of those who take part, not of those who lead."""
    name = plain_phrase(unit)
    cited = (citation.source for citation in composed.page.citations)
    naming = [one.column or "" for one in cited if contains(plain_phrase(one.quote), name) >= 0]
    return bool(naming) and all(contains(plain_phrase(one), _HELPING) >= 0 for one in naming)


def _others_lead(unit: str, composed: Composed) -> bool:
    """Whether the cells of those who lead all name others: the rows are of their work."""
    cited = [citation.source for citation in composed.page.citations]
    leads = [one.quote for one in cited if contains(plain_phrase(one.column or ""), _LEADING) >= 0]
    titles = [one.column or "" for one in cited]
    named = any(contains(plain_phrase(one), plain_phrase(unit)) >= 0 for one in (*leads, *titles))
    return bool(leads) and not named and not has_unit(leads, (), unit)
