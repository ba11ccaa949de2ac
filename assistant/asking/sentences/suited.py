"""Whether an answer from running text has what the question asks for.

Sentences about a topic are no answer where they lack the day, the body or the duration asked
for, or where the question names something else of the same kind ("loại D" where A to C are told).
"""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.matching import found_in
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.questions.topic import build_topic
from assistant.asking.questions.wanted import Wanted, asked_for
from assistant.asking.sentences.holding import (
    asks_holder,
    asks_only_holder,
    holder_in,
    only_deputies,
    roles_in,
)
from assistant.asking.sentences.meeting import meets
from assistant.asking.sentences.quotation import title_above
from assistant.asking.sentences.sought import letters_of, numbers_of
from assistant.asking.sentences.weighing import stands_exactly
from assistant.asking.words import contains, plain_phrase, words_of
from ingest.text.normal import match_key

_LABEL = re.compile(r"^(?:- )?\*\*.*?\*\*[^:*«]{0,40}:\s*")
_HELD = 0.6
_GENERAL = frozenset({("chu", "tri"), ("dau", "moi"), ("thanh", "vien"), ("thanh", "phan")})
"""Parts that many have: a sentence may leave the word out."""
_WHICH_PLACES = re.compile(r"\b(?:những|các) (xã|phường|huyện|quận|thị trấn|đặc khu) nào\b")
_WHICH = re.compile(
    r"(?:\blà|\bnhững|\bcác|\bvào) (\w+ \w+) nào\W*$"
    r"|\b(?:sử dụng|dùng|áp dụng|chạy|chạy trên|chạy bằng) (?:những |các )?(\w+ \w+) (?:nào|gì)\b"
)
_ISSUING = re.compile(r"\bban hành\b|\bban hanh\b|\bra\b")
_ISSUES = re.compile(
    r"^(?:«|\W)*(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|bộ|sở|chính phủ|chủ tịch)"
    r"[^.;]{0,60} ban hành (?:quyết định|nghị quyết|kế hoạch|chỉ thị|quy chế|quy định|thông tư)\b"
    r"|(?:quyết định|nghị quyết|thông tư|quy định|quy chế|nghị định|luật) này quy định"
    r" (?:về|việc)\b"
)
"""How a document says who issues it, or its scope: no answer to who does what it is about."""
_FEW = 3
_CHECKED = frozenset({Wanted.WHO, Wanted.WHEN, Wanted.LENGTH, Wanted.WHERE})
_FREE = frozenset({Intent.BASIS, Intent.FACT, Intent.SUMMARY, Intent.LIST, Intent.DIFFERENCE})


def suits(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether an answer from passages may stand. Answers from records always may."""
    if composed.status != "answered":
        return True
    if composed.path == "records" and asks_only_holder(match_key(query.standalone)):
        return _names_holder(query, composed)
    if composed.path != "passages":
        return True
    if not names_places(query, composed) or not _names_holder(query, composed):
        return False
    if not tells_which(query, corpus, composed):
        return False
    if query.intent in _FREE:
        return True
    quotes = [citation.source.quote for citation in composed.page.citations]
    said = "\n".join((*composed.page.lines, *quotes))
    numbered = {piece.casefold() for piece in (query.limits.key or "").split(".")}
    letters = (letter for letter in letters_of(query) if letter.casefold() not in numbered)
    if not all(stands_exactly(letter, said) for letter in letters):
        return False
    asked = asked_for(query)
    figures = (number for number in numbers_of(query) if "/" not in number)
    if asked.wanted is Wanted.WHY and not all(stands_exactly(one, said) for one in figures):
        return False
    counted = asked.wanted is Wanted.FIGURE and bool(asked.noun) and not query.of_text
    if asked.wanted not in _CHECKED and not counted:
        return True
    headings = {
        entry.unit.text: title_above(entry.unit)
        for entry in corpus.entries
        if entry.unit is not None and entry.headings
    }
    lines = [_LABEL.sub("", line) for line in composed.page.lines]
    above = " ".join(_above(quote, headings) for quote in quotes)
    met = [line for line in lines if meets(asked, line, heading=above)]
    if asked.wanted is Wanted.WHO and not _ISSUING.search(match_key(query.standalone)):
        met = [line for line in met if not _ISSUES.search(match_key(line))]
    if asked.wanted not in (Wanted.LENGTH, Wanted.FIGURE):
        return bool(met)
    return any(_holds_any(query, corpus, line) for line in met)


def tells_which(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether a sentence that has the noun asked for ("lĩnh vực nào") says which one it is.

    What only repeats the question or its document's title behind the noun names none.
    """
    asked = _WHICH.search(match_key(query.standalone))
    if asked is None or not query.accented or len(composed.page.citations) > _FEW:
        return True
    noun = asked.group(1) or asked.group(2)
    cited = {citation.source.document_id for citation in composed.page.citations}
    titles = " · ".join(one.title or "" for one in corpus.documents if one.id in cited)
    known = {word.accented for word in words_of(f"{query.standalone} · {titles}")}
    lines = [match_key(_LABEL.sub("", line)) for line in composed.page.lines]
    if any(re.search(rf"\w là {noun}\b", line) for line in lines):
        return True  # "Sở X là cơ quan thường trực": it is named before the noun
    following = [
        found.group(1) for line in lines for found in re.finditer(rf"\b{noun}\b(\W+\w+)?", line)
    ]
    return not following or any(
        one is not None
        and (one[0] in ":(" or not {word.accented for word in words_of(one)} <= known)
        for one in following
    )


def _holds_any(query: Query, corpus: Corpus, line: str) -> bool:
    """Whether a line with a figure has any telling word of the question beside the unit."""
    told = [term for term in build_topic(query, corpus).terms if not term.weak]
    words = corpus.features(line)
    return not told or any(found_in(term, words, accented=query.accented) > _HELD for term in told)


def _names_holder(query: Query, composed: Composed) -> bool:
    """Whether a sentence says who holds the office or part asked for, not only its deputies."""
    told = match_key(query.standalone)
    quotes = [citation.source.quote for citation in composed.page.citations]
    pattern = holder_in(told)
    if pattern and not any(re.search(pattern, match_key(quote)) for quote in quotes):
        return False
    if not asks_holder(told):
        return True
    words = [plain_phrase(quote) for quote in quotes]
    return all(
        role in _GENERAL
        or any(contains(one, role) >= 0 and not only_deputies(role, one) for one in words)
        for role in roles_in(told)
        if not only_deputies(role, plain_phrase(query.standalone))
    )


def names_places(query: Query, composed: Composed) -> bool:
    """Whether a list of communes or districts names any ("giám sát những xã nào")."""
    noun = _WHICH_PLACES.search(match_key(query.standalone))
    if noun is None:
        return True
    named = re.compile(rf"\b(?:{noun.group(1)})\s+(?:[A-ZĐ\u00c0-\u00dd]|\d)", re.IGNORECASE)
    exact = re.compile(r"^\S+\s+(?:[A-ZĐ]|[\u00c0-\u00dd]|\d)")
    said = "\n".join(composed.page.lines)
    return any(exact.match(found.group()) for found in named.finditer(said))


def _above(quote: str, headings: dict[str, str]) -> str:
    return next((title for text, title in headings.items() if quote in text), "")


def mixes(query: Query, composed: Composed) -> bool:
    """Whether lines of an answer are about others of the kind ("bậc A" where B is asked)."""
    letters = letters_of(query)
    lines = [line for line in composed.page.lines if line.strip()]
    return any(not stands_exactly(letter, line) for letter in letters for line in lines)
