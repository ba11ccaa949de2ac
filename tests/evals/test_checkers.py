"""Number checkers side by side: the program is right on all thirteen, others are optional."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evals.checkers import worker
from evals.checkers.claims import Claim, thirteen
from evals.checkers.mutated import judged
from evals.checkers.program import accepts
from evals.checkers.public import REQUIREMENTS, ask
from evals.checkers.table import as_text, table
from evals.errors import NotInstalled


def test_there_are_three_right_and_ten_wrong() -> None:
    claims = thirteen()
    assert (len(claims), sum(claim.right for claim in claims)) == (13, 3)
    assert all(claim.text.rstrip().endswith(claim.sentence) for claim in claims)


@pytest.mark.parametrize("claim", thirteen(), ids=lambda claim: claim.id)
def test_the_program_is_right_on_each(claim: Claim) -> None:
    assert accepts(claim) == claim.right


def test_without_the_public_checkers_the_table_says_how_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(NotInstalled, match=r"evals\.checkers install"):
        ask(thirteen(), tmp_path)
    found = table(0, tmp_path)
    assert [row.thirteen for row in found.rows] == [13]
    assert "evals.checkers install" in as_text(found)


def test_each_error_comes_with_its_clean_sentence() -> None:
    found = judged(1)
    wrong = [each.claim for each in found if not each.claim.right]
    assert {claim.kind for claim in wrong} >= {"M1", "M10", "M19"}
    assert len(found) == 2 * len(wrong)
    for claim in wrong:
        assert claim.sentence not in claim.source


def test_every_checker_that_is_asked_is_pinned() -> None:
    assert {requirement.partition("==")[0] for requirement in REQUIREMENTS} == set(worker.CHECKERS)


def test_the_worker_answers_every_line_without_any_of_them() -> None:
    lines = [json.dumps({"id": str(n), "source": "12", "sentence": "12"}) for n in range(2)]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(Path(worker.__file__))],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    head, *said = map(json.loads, done.stdout.splitlines())
    assert head == {"checkers": {}}
    assert said == [{"id": "0", "accepts": {}}, {"id": "1", "accepts": {}}]
