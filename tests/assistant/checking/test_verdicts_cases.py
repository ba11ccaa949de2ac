"""Sentences against small annexes: the verdict on each figure, its severity and its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.model import DocumentKind, Reading
from tests.assistant.checking.sheets import Goal, Row, judgements, reading, spot

GROUPS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("verdict_cases.yaml").read_text(encoding="utf-8")
)
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
    more = {key: stated[key] for key in ("name", "title", "heading", "year") if key in stated}
    kind = DocumentKind(stated.get("kind", "report"))
    return reading(text, rows, goals=goals, kind=kind, **more)


@pytest.mark.parametrize(("group", "sentence", "expected"), CASES)
def test_each_figure_of_a_sentence_gets_its_verdict(
    group: dict[str, Any], sentence: str, expected: list[list[object]]
) -> None:
    source = group.get("against")
    against = [document(source, source["paragraphs"])] if source else []
    found = judgements(document(group, sentence), *against)
    assert [
        [
            one.claim.text,
            one.verdict,
            one.severity,
            one.explanation,
            one.against.label if one.against else None,
            [spot(source) for source in one.evidence],
        ]
        for one in found
    ] == expected
