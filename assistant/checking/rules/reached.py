"""What one sentence says of its own figures: a goal met or missed, a part and its whole, a rise.

"đạt 84,2%, vượt mục tiêu đề ra (80%)", "120 trên tổng số 50", "quý II có 47 hồ sơ, tăng lên 33".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Claim, Judgement
from assistant.checking.wording import quoted, shown
from assistant.checking.words import holds
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

_STEPS = re.compile(
    r"(?<!\w)(tăng|giảm)(?: dần)?(?: lên| xuống| còn| lên đến| xuống còn| lên thành)+\s*$"
)
_CEILING = ("không quá", "tối đa", "dưới", "cao nhất")
_SHORT = 60


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Sentences that their own figures belie."""
    del material
    claims = [one.claim for one in judgements if one.claim.span.kind == "number"]
    for one, other in pairwise(claims):
        if one.place is other.place and one.sentence == other.sentence and _alike(one, other):
            yield from _met(one, other)
            yield from _stepped(one, other)
            if other.whole_of_partner and _more(one, other):
                yield _finding(one, other, "lớn hơn tổng số của nó là")
    for claim in claims:
        yield from _over(claim)


def _alike(one: Claim, other: Claim) -> bool:
    if one.measure is None or other.measure is None:
        return True
    same = one.measure.group == other.measure.group
    return same or not (one.measure.known and other.measure.known)


def _more(one: Claim, other: Claim) -> bool:
    return one.value is not None and other.value is not None and one.value > other.value


def _between(one: Claim, other: Claim) -> str:
    return match_key(one.place.text[one.span.end : other.span.start])


def _met(one: Claim, other: Claim) -> Iterator[Finding]:
    """A result, and behind it the goal that it is said to have met or missed."""
    between = _between(one, other)
    if len(between) > _SHORT or one.value is None or other.value is None or one.change:
        return
    found = _goal().search(between)
    if found is None or ";" in between or between.rstrip().endswith(":"):
        return
    if holds(match_key(other.place.text), _CEILING) is not None:
        return
    missed, passed = found.group("missed"), found.group("passed")
    wrong = one.value >= other.value if missed else one.value < other.value
    if passed and one.value == other.value:
        wrong = True
    if wrong:
        said = (missed or passed or found.group("met")).strip()
        yield _finding(one, other, f"được nêu là “{said}” mục tiêu")


@remembered()
def _goal() -> re.Pattern[str]:
    words = load("checking_words")
    goals = "|".join(re.escape(match_key(word)) for word in words["plans"])
    kinds = {
        name: "|".join(
            sorted((re.escape(match_key(word)) for word in words[name]), key=len, reverse=True)
        )
        for name in ("missed", "passed", "met")
    }
    return re.compile(
        rf"(?<!\w)(?:(?P<missed>{kinds['missed']})|(?P<passed>{kinds['passed']})"
        rf"|(?P<met>{kinds['met']}))"
        rf"\s+(?:so với\s+)?(?:{goals})(?!\w)[^,;]*$"
    )


def _stepped(one: Claim, other: Claim) -> Iterator[Finding]:
    """A series of figures that goes another way than the word before the next one."""
    found = _STEPS.search(_between(one, other).rstrip())
    if found is None or one.value is None or other.value is None or one.value == other.value:
        return
    if one.change or "từ" in _between(one, other).split() or not other.borrowed:
        return
    if (other.value > one.value) != (found.group(1) == "tăng"):
        yield _finding(one, other, f"rồi “{found.group(1)}” thành")


def _over(claim: Claim) -> Iterator[Finding]:
    """A ratio whose part is larger than its whole, where nothing speaks of a plan surpassed."""
    part, whole = claim.span.value, claim.span.of
    if part is None or whole is None or part <= whole:
        return
    words = load("checking_words")
    if holds(claim.quote, (*words["plans"], *words["passed"])) is not None:
        return
    yield Finding(
        code="arithmetic",
        severity="warning",
        message=f"{quoted(shown(claim))}: tử số lớn hơn mẫu số trong {quoted(claim.text)}.",
        left=claim.source,
    )


def _finding(one: Claim, other: Claim, what: str) -> Finding:
    return Finding(
        code="contradiction",
        severity="error",
        message=f"{quoted(shown(one))} {what} {quoted(other.text)}.",
        left=one.source,
        right=other.source,
    )
