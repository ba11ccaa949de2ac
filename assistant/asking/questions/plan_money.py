"""The money of a plan asked for in everyday words: "làm kế hoạch này cần bao nhiêu tiền?".

Plans tell it in a section of its own ("Kinh phí thực hiện"). A question that names nothing but
money and a plan asks for that section, however it says "money"; other rows that speak of money
are about something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import in_scope
from assistant.asking.query import Intent, Query
from assistant.asking.questions.understanding import understand
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.vocabulary import load, remembered

_ASKING = frozenset({Intent.VALUE, Intent.PROSE, Intent.OPEN, Intent.LIST})
_MOST = "nhat"
_TOLD = "Kinh phí thực hiện {plan}{number}{years} là bao nhiêu, lấy từ đâu?"


@remembered(maxsize=4)
def _phrases(name: str) -> tuple[Phrase, ...]:
    return tuple(plain_phrase(one) for one in load("asking_questions")["plan_money"][name])


def for_plan_money(query: Query, corpus: Corpus, today: date) -> Query | None:
    """The question for the money of the plan, in the words of plans; ``None`` for any other."""
    limits, supposed = query.limits, query.supposed
    asks = query.intent in _ASKING if supposed is None else supposed.figure is not None
    if not asks or _of_most(query):
        return None
    if limits.unit or limits.window or limits.ref_numbers or limits.key or limits.alternatives:
        return None
    told = tuple(entry.word.plain for entry in query.required)
    works = _phrases("works") if _asks_source(query) else ()
    left = _without(told, (*_phrases("money"), *_phrases("around"), *works))
    plan = next(
        (one for one in load("asking_questions")["plan_money"]["plans"] if _has(query, one)), ""
    )
    spends = not left and any(contains(query.words, one) >= 0 for one in _phrases("spending"))
    if not plan and (spends or any(contains(query.words, one) >= 0 for one in works)):
        plan = next(iter(load("asking_questions")["plan_money"]["plans"]))
    if not plan or not any(contains(query.words, one) >= 0 for one in _phrases("money")):
        return None
    if left:  # what the plan is for, by its own title
        named = _titled(left, plan, query, corpus)
        limits = replace(limits, chosen=named)
        if not named:
            return None
    number = f" số {limits.numbers[0]}" if len(limits.numbers) == 1 else ""
    years = "".join(f" năm {year}" for year in limits.years[:1])
    said = _TOLD.format(plan=plan, number=number, years=years)
    meant = understand(said, corpus=corpus, today=today, chosen=limits.chosen)
    return replace(meant, limits=limits)


def _titled(left: Sequence[str], plan: str, query: Query, corpus: Corpus) -> tuple[str, ...]:
    """The plans, by id, whose title holds all words that a question says beside money."""
    wanted = {*left, *plain_phrase(plan)}
    return tuple(
        document.id
        for document in in_scope(query.limits, corpus)
        if wanted <= corpus.features(document.title or "").words
    )


def _of_most(query: Query) -> bool:
    """Whether one thing of the plan is meant, not the plan ("việc nào tốn kinh phí nhất")."""
    return query.extreme is not None or _MOST in query.words


def _asks_source(query: Query) -> bool:
    """Whether a question asks where the money comes from ("lấy từ ngân sách nào")."""
    return any(contains(query.words, one) >= 0 for one in _phrases("sources"))


def _has(query: Query, phrase: str) -> bool:
    return contains(query.words, plain_phrase(phrase)) >= 0


def _without(words: Phrase, phrases: Sequence[Phrase]) -> Phrase:
    """The words that are part of none of the phrases, the longest of which is taken first."""
    longest = sorted(phrases, key=len, reverse=True)
    left: list[str] = []
    place = 0
    while place < len(words):
        size = next((len(one) for one in longest if words[place : place + len(one)] == one), 0)
        if not size:
            left.append(words[place])
        place += size or 1
    return tuple(left)
