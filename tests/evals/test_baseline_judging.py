"""A baseline's passages: cut anywhere, judged on the same places as the program's results."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.baselines import FoundPassage
from evals.baselines.judging import holds, ranking_of
from tests.evals.builders import FILE, case, document, gold_row, outcome

ROW = "1\tHồ sơ tiếp nhận trong năm\t1.204"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (ROW, True),
        (f"STT\tChỉ tiêu\n{ROW}\n2\tHồ sơ quá hạn\t12", True),
        ("Hồ sơ tiếp nhận trong năm", True),
        ("Chỉ tiêu Số liệu 1 Hồ sơ tiếp nhận trong", True),
        ("tiếp nhận trong năm 1.204 2 Hồ sơ quá hạn", True),
        ("Chỉ tiêu Số liệu 1 Hồ sơ", False),
        ("1.204", False),
        ("2\tHồ sơ quá hạn\t12", False),
    ],
)
def test_a_passage_holds_a_row_whole_or_by_half(tmp_path: Path, text: str, held: bool) -> None:
    path = document(tmp_path)
    told = outcome(case(gold=(gold_row(path, 2),)), path)
    (gold,) = told.gold
    assert holds(gold, FoundPassage(FILE, text)) == held
    assert not holds(gold, FoundPassage("khac.txt", text))


def test_passages_become_a_ranking(tmp_path: Path) -> None:
    path = document(tmp_path)
    told = outcome(case(gold=(gold_row(path, 2),)), path)
    ranked = ranking_of(told, [FoundPassage(FILE, "2\tHồ sơ quá hạn\t12"), FoundPassage(FILE, ROW)])
    assert [(sorted(each.holds), each.near) for each in ranked.found] == [([], True), ([0], True)]
    assert ranked.wanted == (("1.204", "1204"),)
