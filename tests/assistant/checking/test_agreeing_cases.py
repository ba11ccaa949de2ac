"""When a figure and a fact are of one time and one role: years, their parts, plan and result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.checking.binding import other_horizon, periods_agree, roles_agree, years_agree
from assistant.checking.model import Claim, Fact
from ingest.model import Period
from tests.assistant.checking.sheets import Row, material

YEAR, BEFORE, LONG = (
    Period(from_=2027, to=2027),
    Period(from_=2026, to=2026),
    Period(from_=2026, to=2030),
)


def beside() -> tuple[Claim, Fact]:
    """A figure of a text and a cell, both of one year."""
    gathered = material("Có 85 hồ sơ đất đai.", Row("Hồ sơ đất đai tiếp nhận", "Hồ sơ", "90"))
    return gathered.claims[0], gathered.cells[0]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (None, YEAR, True),
        (YEAR, None, True),
        (YEAR, YEAR, True),
        (YEAR, BEFORE, False),
        (BEFORE, YEAR, False),
        (YEAR, LONG, True),
        (LONG, BEFORE, True),
        (Period(from_=2030, to=2031), LONG, True),
        (LONG, Period(from_=2030, to=2031), True),
        (Period(from_=2031, to=2031), LONG, False),
    ],
)
def test_years_agree_where_they_overlap(
    one: Period | None, other: Period | None, agree: bool
) -> None:
    assert years_agree(one, other) is agree


@pytest.mark.parametrize(
    ("claimed", "stated_part", "part", "agree"),
    [
        (None, False, "Q1", True),
        ("Q1", True, "Q1", True),
        ("Q1", True, "Q2", False),
        ("Q1", True, None, False),
        ("Q1", False, None, True),
        ("Q1", False, "Q2", False),
    ],
)
def test_parts_of_the_year_agree(
    claimed: str | None, stated_part: bool, part: str | None, agree: bool
) -> None:
    claim, fact = beside()
    claim = replace(claim, part_of_year=claimed, stated_part=stated_part)
    fact = replace(fact, part_of_year=part)
    assert periods_agree(claim, fact) is agree
    assert periods_agree(claim, replace(fact, period=BEFORE)) is False


@pytest.mark.parametrize(
    ("role", "stated", "fact_role", "fact_period", "agree"),
    [
        ("actual", False, "actual", YEAR, True),
        ("actual", False, "plan", YEAR, False),
        ("plan", False, "plan", YEAR, True),
        ("plan", False, "actual", YEAR, True),
        ("plan", True, "previous", YEAR, False),
        ("previous", False, "previous", BEFORE, True),
        ("previous", False, "plan", BEFORE, False),
        ("previous", True, "actual", YEAR, True),
        ("previous", True, "actual", BEFORE, False),
        ("previous", False, "actual", YEAR, False),
        ("actual", False, "previous", YEAR, False),
        ("actual", True, "previous", YEAR, True),
        ("share", True, "previous", YEAR, True),
        ("actual", True, "previous", BEFORE, False),
        ("actual", True, "previous", LONG, False),
    ],
)
def test_roles_agree(
    role: str, stated: bool, fact_role: str, fact_period: Period, agree: bool
) -> None:
    claim, fact = beside()
    claim = replace(claim, role=role, stated_period=stated)  # type: ignore[arg-type]
    fact = replace(fact, role=fact_role, period=fact_period)  # type: ignore[arg-type]
    assert roles_agree(claim, fact) is agree


def test_a_figure_without_a_year_is_not_that_of_the_year_before() -> None:
    claim, fact = beside()
    claim = replace(claim, stated_period=True, period=None)
    assert roles_agree(claim, replace(fact, role="previous", period=None)) is False


def test_a_plan_in_words_is_not_another_texts_result() -> None:
    claim, fact = beside()
    stated = replace(fact, claim=claim)
    assert roles_agree(replace(claim, role="plan"), stated) is False
    assert roles_agree(claim, stated) is True


@pytest.mark.parametrize(
    ("one", "other", "origin", "different"),
    [
        (YEAR, LONG, "record", True),
        (LONG, YEAR, "prose", True),
        (YEAR, LONG, "cell", False),
        (YEAR, YEAR, "record", False),
        (YEAR, BEFORE, "record", False),
        (None, LONG, "record", False),
        (YEAR, None, "record", False),
    ],
)
def test_a_longer_time_is_another_horizon(
    one: Period | None, other: Period | None, origin: str, different: bool
) -> None:
    claim, fact = beside()
    fact = replace(fact, period=other, origin=origin)  # type: ignore[arg-type]
    assert other_horizon(replace(claim, period=one), fact) is different
