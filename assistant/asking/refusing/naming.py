"""How a refusal names what was not found: in the question's own words, names and numbers whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.asking.query import Query
from assistant.asking.questions.topic import Term
from assistant.asking.questions.understanding import as_typed
from assistant.asking.words import Word, words_of

_MOST_BETWEEN = 3
_MOST_DIGITS = 2
"""Digits of a number that is part of a name; longer ones are years and figures."""
_NEXT = re.compile(r" (?:số (?=\d))?([^\W_][\w/.-]*)")
_LAST = re.compile(r"([^\W_]+)$")
_HEADED = re.compile(r"\b(?:Phòng|Ban|Sở|Cục|Chi cục|Trung tâm|Văn phòng) (?:[^\W\d_]+ ){0,3}$")
_NUMBERED = re.compile(r"(?:[^\W\d_]+ ){0,2}số $")
_BEFORE = re.compile(r"([^\W_]+) $")


def topic_asked(query: Query) -> str:
    """What the question is about, as typed."""
    words = [entry.word for entry in query.topic if entry.required]
    first = min((entry.place for entry in query.topic if entry.required), default=0)
    last = max((entry.place for entry in query.topic if entry.required), default=-1)
    if words and last - first - len(words) < _MOST_BETWEEN:
        return _named(query, words) or query.topic_text
    return query.topic_text


def phrases_asked(query: Query, terms: Sequence[Term], missing: Collection[Term]) -> list[str]:
    """The missing terms as phrases: neighbours in the question are one."""
    phrases: list[list[Term]] = []
    last = -2
    for index, term in enumerate(terms):
        if term not in missing:
            continue
        if index != last + 1:
            phrases.append([])
        phrases[-1].append(term)
        last = index
    apart = [[term] for term in missing if term not in terms]
    return list(dict.fromkeys(_phrase(query, phrase) for phrase in (*phrases, *apart)))


def _phrase(query: Query, terms: Sequence[Term]) -> str:
    words = [word for term in terms for word in term.words]
    return _named(query, words) or " ".join(term.text for term in terms)


def _named(query: Query, words: Sequence[Word]) -> str | None:
    """The stretch of the question from the first word to the last one, its names whole.

    ``None`` where the words stand otherwise in it: spelt out, mended, or from a turn before.
    """
    typed = as_typed(query.standalone)
    start, final = words[0].start, words[-1]
    end = final.start + len(final.accented)
    held = [word.plain for word in words_of(typed[start:end])] if 0 <= start < end else []
    told = [word.plain for word in words]
    if held[:1] != told[:1] or held[-1:] != told[-1:] or len(held) > len(told) + _MOST_BETWEEN:
        return None
    while (found := _NEXT.match(typed, end)) is not None and _goes_on(typed[start:end], found):
        end = found.end()
    while (before := _BEFORE.search(typed[:start])) is not None and before.start() > 0:
        if not (before.group(1)[0].isupper() and typed[start].isupper()):
            break
        start = before.start()
    if typed[start:end].isdigit() and (numbered := _NUMBERED.search(typed[:start])) is not None:
        start = numbered.start()  # "Bến cá số 4"
    if (headed := _HEADED.search(typed[:start])) is not None:
        start = headed.start()  # the end of a unit's name: "Phòng Kế hoạch tài chính"
    return typed[start:end]


def _goes_on(name: str, following: re.Match[str]) -> bool:
    """Whether a name goes on with the next word ("Kỳ Anh", "Phòng Công chứng số 2")."""
    last = _LAST.search(name)
    word = following.group(1)
    return last is not None and last.group(1)[0].isupper() and (word[0].isupper() or _counts(word))


def _counts(word: str) -> bool:
    return word.isdigit() and len(word) <= _MOST_DIGITS
