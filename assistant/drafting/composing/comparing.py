"""Facts against the last period and against what was planned: how much more, reached or missed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.checking.words import Lexicon
from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import is_only, keys, starts_with
from assistant.drafting.composing.numbers import decimal, places_shown, printed
from assistant.drafting.composing.relations import has_word, says
from assistant.drafting.composing.slots import SlotBook
from assistant.drafting.model import Trend
from ingest.model import Indicator, Reading, Source, Target
from ingest.text.normal import fold, slug
from ingest.vocabulary import load

_SURE = 0.66
_WITHIN = 0.8
_LEAST = 0.3
_POINTS = "điểm phần trăm"


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure to compare: what is printed of it, in which unit, and where it stands."""

    path: str
    value: Decimal
    noun: str
    percent: bool
    places: int
    source: Source
    indicator: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison says. ``text`` holds marks; ``better`` is ``None`` where neither."""

    text: str
    trend: Trend
    better: bool | None


class Comparer:
    """Finds the figures of the last period and of the plans that belong to a fact."""

    def __init__(
        self,
        book: SlotBook,
        *,
        earlier: Sequence[Fact],
        earlier_words: str,
        plans: Iterable[Reading],
        year: int,
        yearly: bool,
    ) -> None:
        self._book = book
        self._earlier_words = earlier_words
        self._earlier = {fact.path: fact for fact in earlier}
        self._by_name: dict[tuple[str, str], list[Fact]] = {}
        for fact in earlier:
            name = (slug(fact.record.parent or ""), slug(fact.record.name))
            self._by_name.setdefault(name, []).append(fact)
            self._by_name.setdefault(("*", name[1]), []).append(fact)
        targets = [
            target
            for plan in plans
            for target in plan.targets
            if target.value is not None
            and (target.horizon is None or target.horizon.from_ <= year <= target.horizon.to)
            and (target.comparator not in ("change", "rank"))
            and _yearly(target, year, yearly=yearly)
        ]
        self._lexicon = Lexicon([target.text for target in targets])
        self._targets = [
            (target, self._lexicon.terms(target.metric or target.text)) for target in targets
        ]
        self._lexicon.learn(terms for _, terms in self._targets)

    @property
    def earlier_words(self) -> str:
        """What the last period is called, with its mark."""
        return self._earlier_words

    def before(self, fact: Fact) -> tuple[Decimal, Indicator] | None:
        """The value of the last period: its own column, or the same row of the last annex."""
        if fact.previous is not None and fact.before is not None:
            return fact.before, fact.previous
        found = self._earlier.get(fact.path)
        if found is None and "#" not in fact.path:
            parent, name = slug(fact.record.parent or ""), slug(fact.record.name)
            for key in ((parent, name), ("*", name)):
                rows = [
                    one
                    for one in self._by_name.get(key, ())
                    if slug(one.record.subject or "") == slug(fact.record.subject or "")
                ]
                if len(rows) == 1:
                    found = rows[0]
                    break
        if found is None or found.value is None or found.coded != fact.coded:
            return None
        if found.percent != fact.percent or fold(found.unit) != fold(fact.unit):
            return None
        return found.value, found.record

    def to_last(self, amount: Amount, before: Decimal, sources: Sequence[Source]) -> Compared:
        """How an amount stands to that of the last period."""
        difference = amount.value - before
        if difference == 0:
            return Compared(f"không thay đổi so với {self._earlier_words}", "same", None)
        trend: Trend = "up" if difference > 0 else "down"
        mark = self._difference(amount, before, trend, sources, "last")
        word = "tăng" if trend == "up" else "giảm"
        better = better_when(
            amount.indicator,
            up=trend == "up",
            percent=amount.percent,
            measured=_measured(amount),
        )
        return Compared(f"{word} {mark} so với {self._earlier_words}", trend, better)

    def to_plan(self, fact: Fact, amount: Amount) -> Compared | None:
        """How an amount stands to what was planned for it, where something was."""
        own = decimal(fact.plan.value) if fact.plan is not None else None
        if own is not None and fact.plan is not None and not fact.coded:
            if own == 0 or amount.percent != fact.percent:
                return None  # a share that is worked out is not what a count was planned to be
            sign = "<=" if lower_is_better(fact.record.name, measured=_measured(amount)) else ">="
            return self._planned(amount, own, sign, fact.plan.source, fact.plan.value_text)
        target = self._target(fact)
        if target is None:
            return None
        value = decimal(target.value)
        assert value is not None
        return self._planned(amount, value, target.comparator or ">=", target.source, target.value)

    def _target(self, fact: Fact) -> Target | None:
        if not self._targets:
            return None
        best: tuple[float, Target] | None = None
        names = [fact.name.text]
        if fact.record.parent and fact.record.parent != fact.record.name:
            names.append(f"{fact.name.text} {fact.record.parent}")
        for target, terms in self._targets:
            if (target.unit == "%") != fact.percent:
                continue
            if not fact.percent and fold(target.unit or "") not in (
                fold(fact.unit),
                fold(fact.name.noun),
            ):
                continue
            rank = max(self._alike(self._lexicon.terms(name), terms) for name in names)
            if rank >= _SURE and (best is None or rank > best[0]):
                best = rank, target
        return best[1] if best else None

    def _alike(self, left: frozenset[str], right: frozenset[str]) -> float:
        """How much two names say the same, 0..1: shared words, or one within the other."""

        def weight(terms: Iterable[str]) -> float:
            return sum(self._lexicon.weight(term) for term in terms)

        both = weight(left) + weight(right)
        if not both:
            return 0.0
        shared = 2 * weight(left & right) / both
        small, large = sorted((_telling(left), _telling(right)), key=len)
        if len(small) > 2 and small <= large and len(small) >= _LEAST * len(large):
            return max(shared, _WITHIN)
        return shared

    def _planned(
        self,
        amount: Amount,
        target: Decimal,
        comparator: str,
        source: Source,
        shown: str | None,
    ) -> Compared:
        text = printed(target, padded=not amount.percent, places=places_shown(shown))
        noun = "%" if amount.percent else amount.noun
        mark = self._book.mark(
            f"{amount.path}:target",
            "target",
            f"{text} {noun}".strip(),
            value=target,
            unit=noun or None,
            role="plan",
            indicator=amount.indicator,
            evidence=(source,),
        )
        least = comparator not in ("<=", "<")
        strict = comparator in (">", "<")
        word = {">": "trên ", "<=": "không quá ", "<": "dưới "}.get(comparator, "")
        if amount.value == target and not strict:
            return Compared(f"đạt chỉ tiêu đề ra ({word}{mark})", "met", better=True)
        more = amount.value > target
        if more == least and amount.value != target:
            if not least or comparator == ">":
                return Compared(f"đạt chỉ tiêu đề ra ({word}{mark})", "met", better=True)
            if not amount.percent:
                return Compared(f"vượt chỉ tiêu đề ra ({mark})", "exceeded", better=True)
            gap = self._difference(amount, target, "exceeded", (amount.source, source), "target")
            return Compared(f"vượt {gap} so với chỉ tiêu đề ra ({mark})", "exceeded", better=True)
        if amount.value == target:
            return Compared(f"chưa đạt chỉ tiêu đề ra ({word}{mark})", "missed", better=False)
        if not amount.percent:
            return Compared(f"chưa đạt chỉ tiêu đề ra ({word}{mark})", "missed", better=False)
        gap = self._difference(amount, target, "missed", (amount.source, source), "target")
        side = "thấp hơn" if least else "cao hơn"
        return Compared(
            f"chưa đạt chỉ tiêu đề ra ({word}{mark}), {side} {gap}", "missed", better=False
        )

    def _difference(
        self,
        amount: Amount,
        other: Decimal,
        trend: Trend,
        sources: Sequence[Source],
        what: str,
    ) -> str:
        size = abs(amount.value - other)
        noun = _POINTS if amount.percent else _brief(amount.noun)
        text = printed(size, padded=not amount.percent and amount.places == 0)
        high, low = max(amount.value, other), min(amount.value, other)
        return self._book.mark(
            f"{amount.path}:difference:{what}",
            "difference",
            f"{text} {noun}".strip(),
            value=size,
            unit=noun or None,
            indicator=amount.indicator,
            formula=f"{printed(high)} − {printed(low)}",
            trend=trend,
            evidence=tuple(sources),
        )


def _telling(terms: frozenset[str]) -> frozenset[str]:
    """Terms that say what is measured, not how."""
    plain = {"tỷ", "lệ", "tỉ", "mức", "độ", "tỷ_lệ", "mức_độ", "đạt"}
    return frozenset(term for term in terms if not plain & set(term.split("_")))


def _brief(noun: str) -> str:
    """The noun of a difference: its first member, unless the pair is one unit ("tin, bài")."""
    if keys(noun)[:1] == ["lượt"]:
        return "lượt"
    pieces = re.split(r",\s|\s(?:và|hoặc)\s", noun)
    return pieces[0] if len(pieces[0].split()) > 1 or len(noun.split()) > 4 else noun


def _yearly(target: Target, year: int, *, yearly: bool) -> bool:
    """Whether a target is for the year reported on: not one for the end of a long horizon."""
    if not yearly:
        return False
    span = target.horizon
    if span is None or span.from_ == span.to:
        return True
    return span.to == year or has_word(target.text, ["hằng năm", "hàng năm", "mỗi năm"])


def _measured(amount: Amount) -> bool:
    """Whether an amount is a time or a sum and counts no things."""
    return is_only(keys(amount.noun), "measures")


def lower_is_better(indicator: str, *, measured: bool) -> bool:
    """Whether less of it is better: late files, the time that a procedure takes.

    ``measured``: the figure is a time or a sum. What was cut of such a thing is the better the
    more it is.
    """
    forms = load("drafting_forms")
    worse = forms["worse_when_higher"]
    if not measured:
        worse = [one for one in worse if one not in forms["worse_measures"]]
    elif starts_with(keys(indicator), "spent"):
        return not says(indicator, forms["savings"])
    return says(indicator, worse) and not says(indicator, forms["savings"])


def better_when(indicator: str, *, up: bool, percent: bool, measured: bool = False) -> bool | None:
    """Whether a change is for the better; ``None`` where one cannot say.

    ``measured``: the figure is a time or a sum, so that "thời gian giải quyết" is what it is of
    and no mere part of the name of what is counted.
    """
    forms = load("drafting_forms")
    if says(indicator, forms["unjudged"]):
        return None
    if lower_is_better(indicator, measured=measured):
        return not up
    if percent and not says(indicator, forms["plain_shares"]):
        return up
    return None
