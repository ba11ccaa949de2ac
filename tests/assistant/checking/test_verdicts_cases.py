"""Sentences against small annexes: the verdict on each figure, its severity and its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.checking.verdicts import Judge
from ingest.model import DocumentKind, Reading
from tests.assistant.checking.sheets import Goal, Row, judgements, material, reading, spot

FILES = tuple(
    Path(__file__).with_name(f"{subject}_cases.yaml")
    for subject in ("verdict", "change", "ratio", "mistake")
)
GROUPS: list[dict[str, Any]] = [
    group for file in FILES for group in yaml.safe_load(file.read_text(encoding="utf-8"))
]
CASES = [
    pytest.param(group, sentence, expected, id=f"{group['group']}: {sentence}")
    for group in GROUPS
    for sentence, expected in group["cases"].items()
]


def document(stated: dict[str, Any], text: str) -> Reading:
    """A document as the case file states it, with this text."""
    goals = [
        Goal(one["metric"], one["unit"], one["value"], years=tuple(one["years"]))
        if "years" in one
        else Goal(one["metric"], one["unit"], one["value"])
        for one in stated.get("goals", ())
    ]
    rows = [Row(**row) for row in stated.get("rows", ())]
    keys = ("name", "title", "heading", "year", "issuer")
    more = {key: stated[key] for key in keys if key in stated}
    kind = DocumentKind(stated.get("kind", "report"))
    return reading(text, rows, goals=goals, kind=kind, **more)


def shown(group: dict[str, Any], sentence: str) -> list[list[object]]:
    """The verdicts on a sentence as the case file states them."""
    source = group.get("against")
    against = [document(source, source["paragraphs"])] if source else []
    return [
        [
            one.claim.text,
            one.verdict,
            one.severity,
            one.explanation,
            one.against.label if one.against else None,
            [spot(place) for place in one.evidence],
        ]
        for one in judgements(document(group, sentence), *against)
    ]


@pytest.mark.parametrize(("group", "sentence", "expected"), CASES)
def test_each_figure_of_a_sentence_gets_its_verdict(
    group: dict[str, Any], sentence: str, expected: list[list[object]]
) -> None:
    assert shown(group, sentence) == expected


def test_the_binder_of_a_judge_knows_its_facts() -> None:
    gathered = material("Có 5 tàu cá.", Row("Số tàu cá", "Tàu", "9"))
    fact = gathered.cells[0]
    assert Judge(gathered).binder.fit(fact.own, frozenset(), fact) == pytest.approx(1.0)
