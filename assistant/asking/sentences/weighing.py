"""How surely a sentence is about what is asked, by what stands in it, above it and before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.asking.finding.features import Features
from assistant.asking.finding.matching import found_in
from assistant.asking.finding.retrieval import Search
from assistant.asking.questions.topic import Term
from assistant.asking.questions.wanted import Asked
from assistant.asking.sentences.holding import (
    holds_role,
    is_role_line,
    only_deputies,
    word_stands,
)
from assistant.asking.sentences.passages import (
    compared_years,
    without_compared,
)
from assistant.asking.sentences.sought import FOUND, Sought
from assistant.asking.words import contains, words_of
from ingest.text.normal import match_key

_ITSELF = 0.5
_UNDER = 0.7
_HEADING, _BEFORE, _SPENT = 0.85, 0.7, 0.5
_FURTHER = 0.05
_YEAR = re.compile(r"(?:19|20)\d\d")
_DENIED = frozenset({"không", "chưa", "chẳng"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence with what stands above and before it."""

    own: Features
    heading: Features
    before: Features
    goes_on: bool = False
    """Whether it hands on what the sentences before it decide ("Đồng ý … . Giao …")."""


def stands_exactly(number: str, text: str) -> bool:
    """Whether a number or letter of the question stands in a text."""
    return _has_number(number, match_key(text))


def sureness(search: Search, sought: Sought, stands: Standing) -> float | None:
    """How surely a sentence is about what is asked; ``None`` where a word is missing."""
    if sought.bare and is_role_line(sought.roles, stands.own):
        return 1.0
    if sought.bare and sought.roles and not holds_role(sought.roles, stands.own):
        return None
    accented = search.query.accented
    score, held, total, itself = 0.0, 0.0, 0.0, 0.0
    for term in sought.terms:
        own = _level(search, term, stands.own, accented, sought.asked)
        heading = found_in(term, stands.heading, accented=accented)
        before = found_in(term, stands.before, accented=accented)
        for one in sought.shorthands:
            if own < FOUND and one.means(term.plain, stands.own.plain):
                own = _HEADING
            elif before < FOUND and one.means(term.plain, stands.before.plain):
                before = 1.0
        best = max(own, _HEADING * heading, _BEFORE * before)
        if max(own, heading, before) < FOUND:
            return None
        total += term.weight
        itself += term.weight * own
        held += term.weight * max(own, _UNDER * max(heading, before if stands.goes_on else 0.0))
        score += term.weight * best
    spent = 0.0
    for term in sought.spent:
        own = max(
            found_in(term, stands.own, accented=accented),
            _HEADING * found_in(term, stands.heading, accented=accented),
        )
        total += 0.0 if sought.terms else term.weight
        held += 0.0 if sought.terms else term.weight * own
        itself += 0.0 if sought.terms else term.weight * own
        spent += term.weight * max(own, _SPENT)
    if sought.said:  # the verb asked for stands there, see stands_as_asked
        held, itself = held + _ITSELF * total, itself + total
    if not itself or held < _ITSELF * total:
        return None
    further = sum(found_in(term, stands.own, accented=accented) for term in search.topic.extra)
    return score + spent + _FURTHER * min(1.0, further)


def _level(search: Search, term: Term, own: Features, accented: bool, asked: Asked) -> float:
    """How surely a sentence holds a term that it does not deny."""
    level = found_in(term, own, accented=accented)
    if level < FOUND or asked.denied or asked.doubted:
        return level
    return 0.0 if _is_denied(term, own, search) else level


def _is_denied(term: Term, own: Features, search: Search) -> bool:
    """Whether a sentence says "không" right before a verb that the question asks for."""
    if any({word.accented for word in other} & _DENIED for other in term.others):
        return False
    words = [word.accented for word in words_of(own.text)]
    first = term.words[0].accented
    places = [index for index, word in enumerate(words) if word == first]
    return (
        bool(places)
        and all(index and words[index - 1] in _DENIED for index in places)
        and "cấm" not in search.query.standalone.casefold()
    )


def stands_as_asked(sought: Sought, text: str, above: str, stands: Standing) -> bool:
    """Whether the names, numbers and telling verbs of the question are there."""
    plain = (stands.own.plain, stands.heading.plain)
    if not all(any(contains(one, name) >= 0 for one in plain) for name in sought.names):
        return False
    if any(only_deputies(role, stands.own.plain) for role in sought.roles):
        return False
    if sought.holder and not re.search(sought.holder, match_key(text)):
        return False
    if sought.said and not any(contains(stands.own.plain, one) >= 0 for one in sought.said):
        return False
    told = match_key(f"{text} · {above}")
    around = f"{told} · {match_key(stands.before.text)} · {sought.title}"
    if not all(_has_number(number, around) for number in sought.numbers):
        return False
    return all(word_stands(word, told) for word in sought.held)


def of_the_years(search: Search, told: str) -> bool:
    """Whether a sentence that names years names one that is asked about."""
    compared = compared_years(search.query.standalone)
    asked = {str(year) for year in search.query.limits.years if year not in compared}
    named = set(_YEAR.findall(without_compared(told)))
    return not asked or not named or bool(asked & named)


def _has_number(number: str, told: str) -> bool:
    if _YEAR.search(number) and "/" in number:
        month = number.split("/")[-2].lstrip("0")
        return bool(re.search(rf"(?:tháng|quý) 0?{month}\b|(?<!\d)0?{month}/", told))
    if number.isalpha():
        return bool(re.search(rf"\b{number}\b(?![.)])", told))
    bare = re.escape(number.lstrip("0") or number)
    return bool(re.search(rf"(?<![\d.,])0?{bare}(?![\d]|[.,]\d)", told))
