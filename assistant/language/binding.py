"""Whether a fact in a sentence is the same fact as one in the evidence, by value and by words.

"Occurs somewhere in the source" is not a check: two swapped figures both occur. A fact is bound
when value, kind, what is counted, comparator and direction agree, and when the words around it
are those that stand around it in the evidence rather than those around another fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.evidence import Statement, content_words
from assistant.language.facts import TIME_KINDS, Fact
from assistant.language.sentences import Segment
from ingest.text.normal import match_key

_MEASURED = frozenset({"number", "percent", "point", "pair"})
_SEPARATOR = re.compile(r"[;,.\n|)]|(?<!\w)(?:và|còn|trong khi|nhưng)(?!\w)")
_MARK = re.compile(r"\[[\d\s,;-]+\]")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")


def same_fact(fact: Fact, other: Fact, *, sentence: str, evidence: str) -> bool:
    """Whether ``fact`` of a sentence restates ``other`` of the evidence (both texts normalised)."""
    if {fact.kind, other.kind} == {"number", "year"}:
        number = fact if fact.kind == "number" else other
        return (
            fact.key == other.key
            and not number.noun
            and _YEARLIKE.fullmatch(fact.key) is not None
            and (fact.kind == "number" or fact.bound == other.bound)
        )
    if fact.kind != other.kind or fact.key != other.key:
        return False
    if fact.bound != other.bound or fact.trend != other.trend:
        return False
    return fact.kind not in ("number", "pair") or _same_noun(
        fact, other, sentence=sentence, evidence=evidence
    )


def comparable(fact: Fact, other: Fact) -> bool:
    """Whether the two could be mistaken for each other: same kind, same thing counted."""
    if {fact.kind, other.kind} == {"number", "year"}:
        number = fact if fact.kind == "number" else other
        return not number.noun and _YEARLIKE.fullmatch(number.key) is not None
    if fact.kind != other.kind:
        return False
    if fact.kind == "number":
        return not fact.noun or not other.noun or fact.noun.split()[0] == other.noun.split()[0]
    return fact.kind in _MEASURED or fact.kind in TIME_KINDS


def bound_by_words(
    fact: Fact,
    segment: Segment,
    own: Sequence[tuple[Fact, Statement]],
    rivals: Sequence[tuple[Fact, Statement]],
) -> bool:
    """Whether the words around ``fact`` speak for one of ``own`` rather than for any rival."""
    around = _around(fact, segment)
    own_words = frozenset[str]().union(
        *(
            _around(other, statement.segment) | content_words(match_key(statement.context.text))
            for other, statement in own
        )
    )
    cited = {id(statement) for _, statement in own}
    for other, statement in rivals:
        rival_words = _around(other, statement.segment) | content_words(
            match_key(statement.context.text)
        )
        for_own = len(around & (own_words - rival_words))
        for_rival = len(around & (rival_words - own_words))
        if for_rival > for_own or for_rival == for_own > 0:
            return False
        shares_marks = id(statement) in cited or set(statement.segment.marks) & set(segment.marks)
        if for_own == 0 and shares_marks and not _same_order(fact, segment, statement):
            return False
    return True


def _same_noun(fact: Fact, other: Fact, *, sentence: str, evidence: str) -> bool:
    if fact.noun and other.noun:
        mine, theirs = fact.noun.split(), other.noun.split()
        shorter = min(len(mine), len(theirs))
        return mine[:shorter] == theirs[:shorter]
    if fact.noun:
        return _stands_in(fact.noun, evidence)
    return not other.noun or _stands_in(other.noun.split()[0], sentence)


def _stands_in(phrase: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


def _same_order(fact: Fact, segment: Segment, statement: Statement) -> bool:
    """All comparable facts in the order of the evidence, as in "lần lượt 80%, 90%"."""
    said = [other.key for other in segment.facts if comparable(fact, other)]
    meant = [other.key for other in statement.segment.facts if comparable(fact, other)]
    return len(said) > 1 and said == meant


def _around(fact: Fact, segment: Segment) -> frozenset[str]:
    """Content words that belong to ``fact``: up to the next comparable one on either side."""
    others = [other for other in segment.facts if comparable(fact, other) and other != fact]
    before = [other.end for other in others if other.end <= fact.start]
    after = [other.start for other in others if other.start >= fact.end]
    left = segment.text[max(before) : fact.start] if before else segment.text[: fact.start]
    right = segment.text[fact.end : min(after)] if after else segment.text[fact.end :]
    if before:
        cut = _SEPARATOR.search(left)
        left = left[cut.end() :] if cut else left
    if after:
        cut = _SEPARATOR.search(right)
        right = right[: cut.start()] if cut else right
    words = _MARK.sub(" ", f"{left} ; {right}")
    return content_words(match_key(words)) - set(re.findall(r"\w+", match_key(fact.noun)))
