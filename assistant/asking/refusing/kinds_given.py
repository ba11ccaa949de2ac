"""Whether an answer gives the kind of thing that is asked for: a place, a number, money, a body."""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.questions.topic import build_topic
from assistant.asking.questions.wanted import asked_for, asks_class
from assistant.asking.refusing.received import tells_receiver
from assistant.asking.sentences.meeting import NO_FIGURE, NUMBERING, names_body
from assistant.asking.sentences.quoting import whole_quote
from assistant.asking.words import contains, plain_phrase
from ingest.text.normal import match_key, strip_accents
from ingest.vocabulary import load

_IN_TEXT = re.compile(r"\b(?:quy định|nêu|ghi|viết|nói|nằm|đề cập|nhắc)\s+(?:rõ\s+)?(?:ở|tại)\s")
_MONEY = re.compile(
    r"\d\*{0,2}\s*(?:nghìn|triệu|tỷ|đồng)|\((?:triệu |tỷ )?đồng\)|kinh phí", re.IGNORECASE
)
_SUM = re.compile(
    r"\d\*{0,2}\s*(?:nghìn|triệu|tỷ|đồng)|\((?:nghìn |triệu |tỷ )?đồng\)", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NEAR = 6
_HOW_MANY = ("bao", "nhieu")
_SHARE = "%"
_SHARES = re.compile(r"\d[\d.,]*\s*%")
_LEAST = (("nhat", "bao", "nhieu"), ("thieu", "bao", "nhieu"), ("nhat", "may"), ("thieu", "may"))
_LONGEST_BODY = 8
_OF_BODIES = frozenset({Intent.LEAD, Intent.COORDINATING})
_SITE = re.compile(r"\b(?:tại|ở|địa điểm|trụ sở|địa chỉ|hội trường|phòng họp)\b")


def gives_kind(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether an answer gives what kind of thing is asked for."""
    kinds = (
        _names_site,
        _gives_number,
        _gives_money,
        _gives_share,
        _gives_count,
        _names_lead,
        tells_receiver,
    )
    given = _gives_figure(query, corpus, composed)
    return given and all(gives(query, composed) for gives in kinds)


def _names_site(query: Query, composed: Composed) -> bool:
    """Whether an answer to "ở đâu" names a place; true of every other question."""
    told = match_key(query.standalone)
    places = load("asking_tables")["columns"]["place"]
    asked = any(re.search(rf"\b{re.escape(one)}\b", told) for one in places["asked"])
    if not query.accented or not asked or query.extreme is not None or _IN_TEXT.search(told):
        return True
    titles = [plain_phrase(title) for title in places["titles"]]
    columns = {citation.source.column or "" for citation in composed.page.citations}
    if any(contains(plain_phrase(column), title) >= 0 for column in columns for title in titles):
        return True
    return any(_SITE.search(match_key(one.source.quote)) for one in composed.page.citations)


def _gives_figure(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether sentences that answer "số …", "tỷ lệ …" hold a figure near what is asked about.

    True of other questions. "Ban hành 12 văn bản về lĩnh vực X" tells no number of X.
    """
    counted = query.intent is Intent.VALUE and query.quantity is not None
    apart = query.intent is Intent.COMPARE and contains(query.words, _HOW_MANY) >= 0
    if not (counted or apart) or composed.path != "passages" or asks_class(query):
        return True
    terms = [term for term in build_topic(query, corpus).terms if not term.weak]
    told = {word.plain for term in terms for words in (term.words, *term.others) for word in words}
    counts = query.quantity == "count" and query.asked_unit != _SHARE
    quotes = (
        NO_FIGURE.sub("", NUMBERING.sub("", whole_quote(one.source)))
        for one in composed.page.citations
    )
    return any(_counts_near(_SHARES.sub("", one) if counts else one, told) for one in quotes)


def _counts_near(quote: str, told: set[str]) -> bool:
    """Whether a number stands a few words from one of ``told``, or at all where there are none."""
    words = _WORDS.findall(strip_accents(match_key(quote)))
    figures = [place for place, word in enumerate(words) if word[:1].isdigit()]
    near = {place for place, word in enumerate(words) if word in told}
    return any(not told or near & set(range(at - _NEAR, at + _NEAR + 1)) for at in figures)


def _names_lead(query: Query, composed: Composed) -> bool:
    """Whether cells that answer "đơn vị nào ..." hold a body; true of every other question."""
    before = query.words[: query.words.index("nao")] if "nao" in query.words else ()
    bodies = map(plain_phrase, load("asking_sentences")["bodies"])
    other = bool(before) and not any(before[-len(one) :] == one for one in bodies)
    if query.intent not in _OF_BODIES or not composed.by_cells or other:
        return True  # "cùng thực hiện giải pháp nào" asks for no body
    titles = [plain_phrase(one) for one in load("asking_sentences")["body_columns"]]
    cited = [one.source for one in composed.page.citations]
    columns = [plain_phrase(source.column or "") for source in cited]
    if any(contains(column, title) >= 0 for column in columns for title in titles):
        return True
    if any(column and contains(query.words, column) >= 0 for column in columns):
        return True  # "ai là trưởng đoàn" of a column "Trưởng đoàn"
    return any(
        len(source.quote.split()) <= _LONGEST_BODY and names_body(source.quote) for source in cited
    )


def _gives_share(query: Query, composed: Composed) -> bool:
    """Whether rows that answer "bao nhiêu phần trăm" hold any figure; true of other questions."""
    told = composed.by_cells or composed.path == "records"
    if query.asked_unit != _SHARE or not told or query.intent is not Intent.VALUE:
        return True
    return bool(composed.page.figures) or _SHARE in composed.page.text


def _gives_count(query: Query, composed: Composed) -> bool:
    """Whether cells that answer "bao nhiêu hồ sơ" are not all shares; true of other questions."""
    counted = query.intent is Intent.VALUE and query.asked_unit not in (None, _SHARE)
    units = [figure.unit or "" for figure in composed.page.figures]
    if not counted or not composed.by_cells or not units:
        return True
    return not all(unit.startswith(_SHARE) for unit in units)


def _gives_number(query: Query, composed: Composed) -> bool:
    """Whether rows that answer "ít nhất bao nhiêu ..." hold a number; true of other questions."""
    words = query.words
    asked = any(contains(words, one) >= 0 for one in _LEAST)
    if not asked or composed.path != "records" or query.intent is not Intent.VALUE:
        return True
    quotes = (one.source.quote for one in composed.page.citations)
    return any(letter.isdigit() for quote in quotes for letter in quote)


def _gives_money(query: Query, composed: Composed) -> bool:
    """Whether rows that answer a question of money hold any sum; true of every other question."""
    asked = asked_for(query)
    if composed.path != "records" or not asked.money or query.intent is Intent.BASIS:
        return True  # "số mấy" asks for a number, whatever else the question speaks of
    if asked.fee:
        units = [figure.unit for figure in composed.page.figures]
        return None in units or bool(_SUM.search(composed.page.text))
    return bool(composed.page.figures) or bool(_MONEY.search(composed.page.text))
