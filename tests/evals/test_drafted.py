"""Drafts: a figure that is not its cell's, made up, said twice or left out is counted."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Draft, DraftSection, Figure, Ledger, Omission
from evals.metrics.fidelity import figure_fidelity, unfaithful
from evals.metrics.omission import omission_rate
from evals.metrics.score import Score
from evals.metrics.slot_errors import Row, slot_error_rate, slot_errors
from tests.evals.builders import FILE, document, source

CELL, OTHER = source("1.204", row=2), source("12", row=3)
REQUIRED: dict[Row, tuple[str, Decimal]] = {
    (FILE, 1, 2): ("Hồ sơ tiếp nhận", Decimal(1204)),
    (FILE, 1, 3): ("Quá hạn", Decimal(12)),
}


def figure(text: str, value: str | None, **fields: Any) -> Figure:  # noqa: ANN401 - its fields
    return Figure(text=text, value=value, **{"evidence": (CELL,), **fields})


TAKEN = figure("1.204 hồ sơ", "1204")
LATE = figure("12 hồ sơ", "12", evidence=(OTHER,))


def drafted(*figures: Figure, more: str = "", **ledger: Any) -> Draft:  # noqa: ANN401 - its fields
    text = "; ".join(each.text for each in figures) + more
    section = DraftSection(key="I.1", title="Kết quả", text=text, figures=figures)
    return Draft(sections=(section,), ledger=Ledger(**ledger))


@pytest.mark.parametrize(
    ("one", "faithful"),
    [
        (TAKEN, True),
        (figure("1.205 hồ sơ", "1205"), False),
        (figure("1.204 hồ sơ", "1204", evidence=(OTHER,)), False),
        (figure("1.204 hồ sơ", "1204", evidence=(source("1.204", row=3),)), False),
        (figure("1.204 hồ sơ", "1204", evidence=()), False),
        (figure("1.192 hồ sơ", "1192", verdict="derived", evidence=(CELL, OTHER)), True),
        (figure("1.190 hồ sơ", "1190", verdict="derived", evidence=(CELL, OTHER)), False),
        (figure("1,0 %", "1.0", verdict="derived", evidence=(OTHER, CELL)), True),
        (figure("năm 2031", None, verdict="not_a_claim", evidence=()), True),
        (figure("năm 2017", None, verdict="not_a_claim", evidence=()), False),
        (figure("1.192 hồ sơ", "1192", verdict="unsourced", evidence=(CELL, OTHER)), False),
    ],
)
def test_a_figure_is_its_cells_or_follows_from_them(
    tmp_path: Path, one: Figure, faithful: bool
) -> None:
    (section,) = drafted(one).sections
    files = {FILE: document(tmp_path)}
    assert figure_fidelity(section, files, year=2030) == Score(faithful, 1)
    assert unfaithful(section, files, year=2030) == (() if faithful else (one.text,))


def test_a_whole_draft_has_no_slot_error() -> None:
    errors = slot_errors(drafted(TAKEN, LATE), REQUIRED)
    assert errors.all == ()
    assert slot_error_rate(errors, 2) == Score(0, 2)


def test_each_kind_of_slot_error_is_counted() -> None:
    assert slot_errors(drafted(TAKEN), REQUIRED).missing == ("Quá hạn",)
    wrong = slot_errors(drafted(figure("1.240 hồ sơ", "1240"), LATE), REQUIRED)
    assert wrong.wrong == ("1.240 hồ sơ for Hồ sơ tiếp nhận",)
    assert slot_errors(drafted(TAKEN, LATE, more=" và 77 việc"), REQUIRED).added == ("77",)
    twice = slot_errors(drafted(TAKEN, TAKEN, LATE), REQUIRED)
    assert twice.repeated == ("Hồ sơ tiếp nhận (2 times)",)


def test_what_the_ledger_leaves_out_with_its_place_is_not_missing() -> None:
    left = Omission(indicator="Quá hạn", why="không yêu cầu", source=OTHER)
    draft = drafted(TAKEN, required=2, used=1, omitted=(left,))
    assert slot_errors(draft, REQUIRED).missing == ()
    assert omission_rate(draft) == Score(1, 2)


def test_nothing_required_has_no_rate() -> None:
    assert slot_error_rate(slot_errors(drafted(), {}), 0) is None
    assert omission_rate(drafted()) is None
