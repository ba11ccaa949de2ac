from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.fusion import reciprocal_rank_fusion

ranking = st.lists(st.integers(0, 30), unique=True, max_size=15)


@given(st.lists(ranking, max_size=4))
def test_every_item_comes_back_once_with_scores_that_never_rise(rankings: list[list[int]]) -> None:
    fused = reciprocal_rank_fusion(rankings)
    items = [item for item, _ in fused]
    assert sorted(items) == sorted({item for each in rankings for item in each})
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)


@given(ranking)
def test_one_ranking_keeps_its_order(only: list[int]) -> None:
    assert [item for item, _ in reciprocal_rank_fusion([only])] == only
    assert [item for item, _ in reciprocal_rank_fusion([only, only])] == only


@given(ranking, ranking)
def test_the_order_of_rankings_does_not_change_scores(left: list[int], right: list[int]) -> None:
    one = dict(reciprocal_rank_fusion([left, right]))
    other = dict(reciprocal_rank_fusion([right, left]))
    assert one == pytest.approx(other)


@given(ranking, ranking)
def test_a_ranking_without_weight_adds_nothing_to_a_score(
    left: list[int], right: list[int]
) -> None:
    weighted = dict(reciprocal_rank_fusion([left, right], weights=[1.0, 0.0]))
    alone = dict(reciprocal_rank_fusion([left]))
    assert {item: weighted[item] for item in left} == alone
    assert all(weighted[item] == 0.0 for item in set(right) - set(left))


@given(ranking.filter(bool), st.integers(0, 14))
def test_a_better_rank_never_lowers_a_score(items: list[int], at: int) -> None:
    at %= len(items)
    raised = [items[at], *items[:at], *items[at + 1 :]]
    before = dict(reciprocal_rank_fusion([items, items]))[items[at]]
    after = dict(reciprocal_rank_fusion([raised, items]))[items[at]]
    assert after >= before


def test_agreement_beats_a_single_first_place() -> None:
    fused = reciprocal_rank_fusion([["only-here", "both"], ["other", "both"]])
    assert fused[0][0] == "both"


def test_a_repeated_item_counts_once() -> None:
    assert reciprocal_rank_fusion([["a", "a"]], constant=60) == [("a", 1 / 61)]


def test_wrong_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="1 rankings but 2 weights"):
        reciprocal_rank_fusion([["a"]], weights=[1.0, 2.0])
    with pytest.raises(ValueError, match="negative"):
        reciprocal_rank_fusion([["a"]], weights=[-1.0])
    with pytest.raises(ValueError, match="constant"):
        reciprocal_rank_fusion([["a"]], constant=-1.0)
