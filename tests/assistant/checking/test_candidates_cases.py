"""Candidates of a figure beside the other figures of its paragraph: each rule at its edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from assistant.checking.candidates import Candidates, agreed_with, may_state
from assistant.checking.model import Candidate, Claim, Fact, Measure, Origin, Place, Span
from assistant.checking.thresholds import CLEARER, LIKELY, MARGIN, TAKEN
from ingest.model import Period, Source

SOURCE = Source(document_id="d", file="a.txt", quote="a")
BOATS = Measure("tàu", "tàu")


def _fact(number: int, value: str | None = "7", *, own: str = "", origin: Origin = "cell") -> Fact:
    return Fact(
        number=number,
        label=own,
        text=value or "",
        value=Decimal(value) if value else None,
        measure=BOATS,
        role="actual",
        period=None,
        own=frozenset(own.split()),
        around=frozenset(),
        key=own,
        headings=(),
        source=SOURCE,
        origin=origin,
        home=True,
    )


def _place(origin: Origin = "prose", group: str | None = None) -> Place:
    return Place(text="", source=SOURCE, origin=origin, group=group)


def _claim(place: Place, value: str = "7", *, own: str = "", key: str = "") -> Claim:
    return Claim(
        span=Span(0, 1, "number", value=Decimal(value)),
        text=value,
        place=place,
        sentence=0,
        words=own,
        own=frozenset(own.split()),
        around=frozenset(),
        measure=BOATS,
        role="actual",
        period=None,
        key=key or value,
    )


def _one(fact: Fact, fit: float) -> Candidate:
    return Candidate(fact, fit, same_section=True, units="same", same_period=True, same_role=True)


class Binding:
    """Gives each claim the candidates written for it, and counts how often it is asked."""

    def __init__(self, *found: tuple[Claim, Sequence[Candidate]]) -> None:
        self._found = found
        self.asked = 0

    def candidates(self, claim: Claim) -> list[Candidate]:
        self.asked += 1
        return next([*ones] for own, ones in self._found if own is claim)


FIRST, SECOND, THIRD, FOURTH = (_fact(number) for number in range(4))


def _ranked(
    mine: Sequence[Candidate], theirs: Sequence[Candidate], *, rival: Claim | None = None
) -> list[tuple[int, float]]:
    """Number and fit of the candidates of one claim beside those of another."""
    place = _place()
    claim = _claim(place, key="bến")
    other = replace(rival, place=place) if rival else _claim(place, key="tàu")
    binding = Binding((claim, mine), (other, theirs))
    ranked = Candidates(binding, [claim, other]).ranked(claim)  # type: ignore[arg-type]
    return [(one.fact.number, round(one.fit, 4)) for one in ranked]


def test_a_fact_that_another_figure_states_more_clearly_loses_weight() -> None:
    mine = [_one(FIRST, 0.7), _one(SECOND, 0.6)]
    assert _ranked(mine, [_one(FIRST, 0.7 + CLEARER)]) == [(1, 0.6), (0, round(0.7 * TAKEN, 4))]
    assert _ranked(mine, [_one(FIRST, 0.7 + CLEARER - 0.01)]) == [(0, 0.7), (1, 0.6)]


def test_of_equals_the_first_fact_stands_first() -> None:
    assert _ranked([_one(SECOND, 0.5), _one(FIRST, 0.5)], []) == [(0, 0.5), (1, 0.5)]


@pytest.mark.parametrize(
    "rival",
    [
        replace(_claim(_place(), key="tàu"), borrowed=True),
        _claim(_place(), key="bến"),
        replace(_claim(_place(), key="tàu"), span=Span(0, 1, "date")),
    ],
    ids=["with borrowed words", "of the same words", "that is a date"],
)
def test_a_figure_that_says_nothing_of_its_own_takes_no_fact(rival: Claim) -> None:
    assert _ranked([_one(FIRST, 0.6)], [_one(FIRST, 0.9)], rival=rival) == [(0, 0.6)]


def test_a_figure_of_another_paragraph_takes_no_fact() -> None:
    claim, other = _claim(_place(), key="bến"), _claim(_place(), key="tàu")
    binding = Binding((claim, [_one(FIRST, 0.6)]), (other, [_one(FIRST, 0.9)]))
    found = Candidates(binding, [claim, other])  # type: ignore[arg-type]
    assert found.ranked(claim)[0].fit == 0.6


@pytest.mark.parametrize(
    ("taking", "lowered"),
    [
        (_one(FIRST, 0.9), True),
        (replace(_one(FIRST, 0.9), units="open"), False),
        (_one(replace(FIRST, value=None), 0.9), False),
    ],
    ids=["a figure", "a figure without a unit", "a blank"],
)
def test_only_a_figure_of_the_same_unit_is_taken(taking: Candidate, lowered: bool) -> None:
    fit = 0.6 * TAKEN if lowered else 0.6
    assert _ranked([_one(FIRST, 0.6)], [taking]) == [(0, round(fit, 4))]


def test_a_figure_takes_its_best_facts_alone_three_at_most() -> None:
    near = 0.9 - MARGIN
    own = [_one(FOURTH, 0.6)]
    best = [_one(FIRST, 0.9), _one(SECOND, near), _one(FOURTH, near)]
    assert _ranked(own, best) == [(3, round(0.6 * TAKEN, 4))]
    assert _ranked(own, [*best[:2], _one(FOURTH, near - 0.01)]) == [(3, 0.6)]
    assert _ranked(own, [*best[:2], _one(THIRD, near), _one(FOURTH, near)]) == [(3, 0.6)]


def test_a_claim_is_bound_once() -> None:
    place = _place()
    claim, other = _claim(place, key="bến"), _claim(place, key="tàu")
    binding = Binding((claim, [_one(FIRST, 0.6)]), (other, []))
    found = Candidates(binding, [claim, other])  # type: ignore[arg-type]
    assert found.ranked(claim) == found.ranked(claim)
    assert binding.asked == 2


@pytest.mark.parametrize(
    ("place", "fact", "states"),
    [
        (_place(), _fact(0), True),
        (_place(), _fact(0, origin="note"), True),
        (_place("note", "II"), replace(_fact(0), group="II:4"), True),
        (_place("note", "II"), replace(_fact(0), group="III:4"), False),
        (_place("note", "II"), replace(_fact(0), group=None), False),
        (_place("note"), replace(_fact(0), group="II:4"), False),
        (_place("note", "II"), replace(_fact(0, origin="prose"), group="II:4"), False),
    ],
)
def test_a_note_speaks_of_its_own_block_only(place: Place, fact: Fact, states: bool) -> None:
    assert may_state(_claim(place), _one(fact, 0.9)) is states


def test_running_text_may_state_a_cell_of_any_unit() -> None:
    assert may_state(_claim(_place()), replace(_one(_fact(0), 0.9), units="open")) is True


def test_running_text_may_state_a_note_of_the_same_unit_only() -> None:
    other = replace(_one(_fact(0, origin="note"), 0.9), units="open")
    assert may_state(_claim(_place()), other) is False


def test_a_target_of_several_years_is_not_stated_by_a_figure_of_one() -> None:
    claim = replace(_claim(_place()), period=Period.model_validate({"from": 2032, "to": 2032}))
    years = Period.model_validate({"from": 2031, "to": 2035})
    aim = replace(_fact(0, origin="record"), period=years)
    assert may_state(claim, _one(aim, 0.9)) is False
    assert may_state(claim, _one(replace(aim, period=claim.period), 0.9)) is True


def _agreed(claim: Claim, *fitting: Candidate, opposed: bool = False) -> int | None:
    found = agreed_with(claim, fitting, lambda one, other: opposed)
    return found[0].fact.number if found else None


def test_the_best_fact_with_the_value_is_taken_while_words_cannot_tell_apart() -> None:
    claim = _claim(_place(), "7")
    wrong, right = _fact(0, "9"), _fact(1, "7")
    assert _agreed(claim, _one(wrong, 0.8), _one(right, 0.8 - MARGIN)) == 1
    assert _agreed(claim, _one(wrong, 0.8), _one(right, 0.8 - MARGIN - 0.01)) is None
    assert _agreed(claim) is None


def test_nothing_is_taken_below_a_fit_that_says_something() -> None:
    claim = _claim(_place(), "7")
    assert _agreed(claim, _one(_fact(0), LIKELY * 0.75)) == 0
    assert _agreed(claim, _one(_fact(0), LIKELY * 0.75 - 0.01)) is None


@pytest.mark.parametrize(
    ("best", "fit", "taken"),
    [(0.7, 0.7 - MARGIN, True), (0.7, 0.7 - MARGIN - 0.01, False), (0.52, LIKELY, True),
     (0.52, LIKELY - 0.01, False)],
)  # fmt: skip
def test_a_planned_figure_may_state_a_plan_further_back(
    best: float, fit: float, taken: bool
) -> None:
    claim = replace(_claim(_place(), "7"), role="plan")
    done = _one(_fact(0, "9"), 0.95)
    plans = [_one(replace(_fact(n, value), role="plan"), how)
             for n, value, how in ((1, "9", best), (2, "7", fit))]  # fmt: skip
    assert _agreed(claim, done, *plans) == (2 if taken else None)


def test_a_result_does_not_state_a_plan_further_back() -> None:
    plan = _one(replace(_fact(1, "7"), role="plan"), 0.6)
    assert _agreed(_claim(_place(), "7"), _one(_fact(0, "9"), 0.95), plan) is None


NAME = "tàu cá vỏ gỗ tàu_cá cá_vỏ vỏ_gỗ"


def _named(**changes: object) -> int | None:
    """What a figure that says a whole name further back states, with one thing changed."""
    fact = replace(_fact(1, "7", own=str(changes.pop("name", NAME))), subject=None)
    best = replace(_fact(0, "9"), whole=bool(changes.pop("whole_best", False)), group="II")
    fact = replace(
        fact,
        group=str(changes.pop("group", "II")),
        whole=bool(changes.pop("whole", False)),
        subject="Bến Trăng" if changes.pop("subject", False) else None,
    )
    candidate = _one(fact, 0.55)
    if changes.pop("elsewhere", False):
        candidate = replace(candidate, same_section=False)
    if changes.pop("unit", False):
        candidate = replace(candidate, units="open")
    claim = _claim(_place(), "7", own=str(changes.pop("said", f"{NAME} mới")))
    if changes.pop("total", False):
        claim = replace(claim, role="total")
    opposed = bool(changes.pop("opposed", False))
    assert not changes
    return _agreed(claim, _one(best, 0.9), candidate, opposed=opposed)


def test_a_figure_that_says_every_word_of_a_name_states_it_further_back() -> None:
    assert _named() == 1


@pytest.mark.parametrize("changed", ["subject", "elsewhere", "unit", "opposed"])
def test_it_does_not_where_something_else_differs(changed: str) -> None:
    assert _named(**{changed: True}) is None


def test_a_word_that_is_not_said_is_another_name() -> None:
    assert _named(said="tàu cá vỏ tàu_cá cá_vỏ") is None


def test_pairs_that_are_not_neighbours_in_the_sentence_are_another_name() -> None:
    assert _named(said="tàu cá vỏ gỗ tàu_cá cá_vỏ") == 1
    assert _named(said="tàu cá vỏ gỗ tàu_cá") is None


def test_of_a_long_name_a_quarter_of_the_pairs_may_be_apart() -> None:
    words = ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
    pairs = [f"{left}_{right}" for left, right in pairwise(words)]
    name = " ".join([*words, *pairs])
    assert _named(name=name, said=" ".join([*words, *pairs[2:]])) == 1
    assert _named(name=name, said=" ".join([*words, *pairs[3:]])) is None


def test_a_short_name_tells_only_below_the_row_that_fits_best() -> None:
    short = "tàu gỗ tàu_gỗ"
    assert _named(name=short) is None
    assert _named(name=short, whole_best=True) == 1
    assert _named(name=short, whole_best=True, group="III") is None
    assert _named(name=short, whole_best=True, whole=True) is None


def test_three_words_make_a_name_and_years_count_as_words() -> None:
    assert _named(name="tàu cá gỗ tàu_cá cá_gỗ", said="tàu cá gỗ tàu_cá cá_gỗ") == 1
    assert _named(name="tàu cá 2_030", said="tàu cá 2_030") == 1
    assert _named(name="tàu cá 2_030", said="tàu cá") is None


def test_the_whole_is_not_stated_where_a_part_of_it_fits_best() -> None:
    assert _named(whole=True) is None
    assert _named(whole=True, total=True) == 1
    assert _named(whole=True, group="III") == 1
    assert _named(whole=True, whole_best=True) == 1
