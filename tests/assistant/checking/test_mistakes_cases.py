"""A number that stands in the sources for something else: when that is a mistake, and how sure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from assistant.checking.mistakes import mistaken
from assistant.checking.model import Candidate, Claim, Fact, Judgement
from ingest.model import Period
from tests.assistant.checking.sheets import Row, material

GATHERED = material(
    "Cấp 640 bồn nước.",
    Row("Bồn nước cấp cho hộ nghèo", "Bồn", "640"),
    Row("Bồn nước cấp cho trường học", "Bồn", "75"),
)
CLAIM, (SAME, MEANT) = GATHERED.claims[0], GATHERED.cells
UNIT: dict[str, Any] = {"units": "different"}
ROLE: dict[str, Any] = {"same_role": False}
TIME: dict[str, Any] = {"same_period": False}
NOTE = replace(CLAIM, place=replace(CLAIM.place, origin="note", source=SAME.source))
ELSEWHERE = replace(NOTE, place=replace(NOTE.place, source=MEANT.source))
BORROWED = replace(CLAIM, borrowed=True)
STATED = replace(CLAIM, stated_period=True)
UNREAD = replace(CLAIM, span=replace(CLAIM.span, value=None))
ABROAD = replace(SAME, home=False)
TOLD = replace(SAME, origin="prose")


def candidate(fact: Fact, fit: float, **more: object) -> Candidate:
    usual = Candidate(fact, fit, same_section=True, units="same", same_period=True, same_role=True)
    return replace(usual, **more)  # type: ignore[arg-type]


def judged(claim: Claim, one: Candidate, best: float | None) -> Judgement | None:
    """The mistake of stating ``one``; ``best`` is the fit of the row that is meant, if any."""
    fitting = [candidate(MEANT, best)] if best is not None else []
    return mistaken(claim, [*fitting, one], fitting)


@pytest.mark.parametrize(
    ("claim", "one", "best", "verdict"),
    [
        (CLAIM, candidate(SAME, 0.9, **UNIT), None, "wrong_unit error"),
        (CLAIM, candidate(SAME, 0.9, **ROLE), 0.8, "wrong_role error"),
        (CLAIM, candidate(SAME, 0.9, **TIME), 0.8, "wrong_period error"),
        # the words have to fit, and nearly as well as those of the row that is meant
        (CLAIM, candidate(SAME, 0.425, **UNIT), None, "wrong_unit error"),
        (CLAIM, candidate(SAME, 0.42, **UNIT), None, None),
        (CLAIM, candidate(SAME, 0.55, **UNIT), 0.8, "wrong_unit error"),
        (CLAIM, candidate(SAME, 0.54, **UNIT), 0.8, None),
        # a result is no slip for a plan where nothing else fits
        (CLAIM, candidate(SAME, 0.9, **ROLE), None, None),
        (CLAIM, candidate(SAME, 0.6, **ROLE), 0.49, None),
        (CLAIM, candidate(SAME, 0.6, **ROLE), 0.5, "wrong_role error"),
        # words taken from the figure before fit another role less well
        (BORROWED, candidate(SAME, 0.46, **ROLE), 0.95, "wrong_role error"),
        (BORROWED, candidate(SAME, 0.44, **ROLE), 0.95, None),
        (CLAIM, candidate(SAME, 0.46, **ROLE), 0.95, None),
        (BORROWED, candidate(SAME, 0.46, **TIME), 0.95, None),
        # a note counts something else than its row as often as not
        (NOTE, candidate(SAME, 0.9, **UNIT), None, "wrong_unit error"),
        (ELSEWHERE, candidate(SAME, 0.9, **UNIT), None, None),
        (ELSEWHERE, candidate(SAME, 0.9, **ROLE), 0.8, "wrong_role error"),
        (
            replace(NOTE, span=replace(CLAIM.span, of=Decimal(700))),
            candidate(SAME, 0.9, **UNIT),
            None,
            None,
        ),
        # under another title the words have to fit surely
        (CLAIM, candidate(SAME, 0.61, same_section=False, **UNIT), None, None),
        (CLAIM, candidate(SAME, 0.62, same_section=False, **UNIT), None, "wrong_unit error"),
        (CLAIM, candidate(SAME, 0.61, same_section=None, **UNIT), None, "wrong_unit error"),
        # two years may have the same figure, so one of them has to be told or the row be sure
        (STATED, candidate(SAME, 0.5, **TIME), None, "wrong_period error"),
        (CLAIM, candidate(SAME, 0.62, **TIME), None, "wrong_period warning"),
        (CLAIM, candidate(SAME, 0.61, **TIME), None, None),
        (CLAIM, candidate(ABROAD, 0.9, **TIME), None, None),
        (CLAIM, candidate(TOLD, 0.9, **TIME), None, None),
        (CLAIM, candidate(ABROAD, 0.9, **TIME), 0.8, "wrong_period error"),
        (replace(STATED, role="plan"), candidate(SAME, 0.9, **TIME), 0.8, None),
        # another unit goes before another role, and that before another time
        (CLAIM, candidate(SAME, 0.9, **UNIT, **ROLE, **TIME), 0.8, "wrong_unit error"),
        (CLAIM, candidate(SAME, 0.9, **ROLE, **TIME), 0.8, "wrong_role error"),
        # only the same number is a mistake
        (CLAIM, candidate(replace(SAME, value=Decimal(641)), 0.9, **UNIT), None, None),
        (CLAIM, candidate(replace(SAME, value=None), 0.9, **UNIT), None, None),
        (UNREAD, candidate(SAME, 0.9, **UNIT), 0.8, None),
    ],
)
def test_the_right_number_of_something_else_is_a_mistake(
    claim: Claim, one: Candidate, best: float | None, verdict: str | None
) -> None:
    found = judged(claim, one, best)
    assert (f"{found.verdict} {found.severity}" if found else None) == verdict
    if found is not None:
        assert (found.claim, found.against) == (claim, one.fact)


def test_a_row_that_fits_in_everything_is_no_mistake() -> None:
    one = candidate(SAME, 0.9)
    assert mistaken(CLAIM, [one], [one]) is None
    assert mistaken(CLAIM, [], []) is None


def test_a_row_that_does_not_count_leaves_the_next_one_to_be_looked_at() -> None:
    fitting = [candidate(MEANT, 0.8)]
    last = replace(SAME, role="plan")
    for passed in (
        candidate(SAME, 0.2, **UNIT),
        candidate(SAME, 0.6, same_section=False, **UNIT),
        candidate(replace(SAME, value=Decimal(3)), 0.9, **UNIT),
    ):
        found = mistaken(CLAIM, [*fitting, passed, candidate(last, 0.7, **ROLE)], fitting)
        assert found is not None
        assert (found.verdict, found.against) == ("wrong_role", last)
    planned = replace(CLAIM, role="plan")
    found = mistaken(planned, [candidate(SAME, 0.9, **TIME), candidate(SAME, 0.7, **UNIT)], [])
    assert found is not None
    assert found.verdict == "wrong_unit"


def test_money_is_compared_as_written_too() -> None:
    gathered = material("Cấp 640 bồn nước.", Row("Tiền cấp bồn nước", "Triệu đồng", "640"))
    (claim,), (cell,) = gathered.claims, gathered.cells
    found = mistaken(claim, [candidate(cell, 0.9, **UNIT)], [])
    assert found is not None
    assert found.explanation == (
        "“Cấp 640 bồn nước” trùng số với “Tiền cấp bồn nước” (bảng 1, dòng 1) nhưng đơn vị ở nguồn "
        "là 640 Triệu đồng."
    )
    assert mistaken(claim, [candidate(replace(cell, value=Decimal(64)), 0.9, **UNIT)], []) is None


@pytest.mark.parametrize(
    ("role", "named"),
    [
        ("plan", "chỉ tiêu kế hoạch"),
        ("previous", "số kỳ trước"),
        ("actual", "số thực hiện"),
        ("total", "số thực hiện"),
    ],
)
def test_the_other_role_is_named_and_the_row_that_is_meant(role: str, named: str) -> None:
    other = replace(SAME, role=role)  # type: ignore[arg-type]
    found = judged(CLAIM, candidate(other, 0.9, **ROLE), 0.62)
    assert found is not None
    assert found.explanation == (
        "“Cấp 640 bồn nước” trùng số với “Bồn nước cấp cho hộ nghèo” (bảng 1, dòng 1) nhưng ở "
        f"nguồn đó là {named}; số cần nêu là 75 Bồn (bảng 1, dòng 2)."
    )
    assert found.evidence == (MEANT.source, SAME.source)


@pytest.mark.parametrize(
    ("best", "meant", "more"),
    [(0.61, MEANT, TIME), (0.8, replace(MEANT, origin="prose"), TIME), (0.8, MEANT, UNIT)],
)
def test_the_row_that_is_meant_is_named_only_where_it_is_sure(
    best: float, meant: Fact, more: dict[str, Any]
) -> None:
    fitting = [candidate(meant, best)]
    last = replace(SAME, period=Period(from_=2026, to=2026))
    found = mistaken(CLAIM, [candidate(last, 0.9, **more)], fitting)
    assert found is not None
    what = "đơn vị ở nguồn là 640 Bồn" if more == UNIT else "ở nguồn đó là số năm 2026"
    assert found.explanation == (
        "“Cấp 640 bồn nước” trùng số với “Bồn nước cấp cho hộ nghèo” (bảng 1, dòng 1) nhưng "
        f"{what}."
    )
    assert (found.evidence, found.severity) == ((SAME.source,), "error")
