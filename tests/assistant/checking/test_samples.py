"""The samples: the two planted contradictions and nothing else; every known figure is guarded."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from assistant.checking.check import check_document
from ingest.model import Reading
from ingest.pipeline import read_file
from samples.facts.report import RESULTS, YEAR
from samples.facts.statistics import ROWS, printed
from tests.assistant.checking.papers import reading_of

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
SLOTS = [key for _, texts in RESULTS for text in texts for key in re.findall(r"\{(\w+)\}", text)]


Operator = Callable[[random.Random, str], str | None]


@lru_cache(maxsize=8)
def sample(name: str) -> Reading:
    return read_file(SAMPLES / name, document_id=name, shown_path=name)


ANNEX = "phu-luc-thong-ke-2025.docx"


def test_exactly_the_planted_contradictions_are_found() -> None:
    check = check_document(sample("bao-cao-2025.docx"), [sample(ANNEX)])
    errors = [one for one in check.findings if one.severity == "error"]
    assert len(errors) == 2
    assert [("19" in e.message, "16" in e.message) for e in errors[:1]] == [(True, True)]
    assert [("84" in e.message, "48" in e.message) for e in errors[1:]] == [(True, True)]
    assert [e.right.quote for e in errors if e.right is not None] == ["16", "48"]
    assert check.summary.warnings == 0
    assert (check.summary.match, check.summary.figures) == (53, 55)


def test_the_year_before_and_a_plan_of_another_year_add_no_error() -> None:
    others = [sample(ANNEX), sample("phu-luc-thong-ke-2024.xlsx"), sample("ke-hoach-2026.docx")]
    check = check_document(sample("bao-cao-2025.docx"), others)
    assert (check.summary.errors, check.summary.warnings) == (2, 0)


@pytest.mark.parametrize("name", [ANNEX, "phu-luc-thong-ke-2024.xlsx", "ke-hoach-2026.docx"])
def test_a_clean_sample_alone_has_no_error(name: str) -> None:
    check = check_document(sample(name))
    assert [one.message for one in check.findings if one.severity != "info"] == []


def narrative(wrong: dict[int, str]) -> str:
    """The report's results with the annex's own figures; ``wrong`` ones at their slot numbers."""
    slots = iter(range(len(SLOTS)))

    def value(found: re.Match[str]) -> str:
        at = next(slots)
        return wrong.get(at, printed(found[1], YEAR))

    lines = ["BÁO CÁO", f"Kết quả cải cách hành chính năm {YEAR}", "", "I. KẾT QUẢ", ""]
    for title, texts in RESULTS:
        lines += [title, ""]
        for text in texts:
            lines += [re.sub(r"\{(\w+)\}", value, text), ""]
    return "\n".join(lines)


def test_the_true_figures_all_match() -> None:
    check = check_document(reading_of(narrative({})), [sample(ANNEX)])
    assert check.findings == ()
    counted = [one for one in check.figures if one.value is not None]
    ratios = re.findall(r"\}/\{", " ".join(text for _, texts in RESULTS for text in texts))
    assert len(counted) == len(SLOTS) - len(ratios)
    assert {one.verdict for one in counted} == {"match"}


def exchanged(rng: random.Random, text: str) -> str | None:
    """Two neighbouring digits exchanged."""
    places = [n for n in range(len(text) - 1) if text[n : n + 2].isdigit()]
    places = [n for n in places if text[n] != text[n + 1]]
    if not places:
        return None
    n = rng.choice(places)
    return text[:n] + text[n + 1] + text[n] + text[n + 2 :]


def changed(rng: random.Random, text: str) -> str | None:
    """One digit made another one."""
    places = [n for n, char in enumerate(text) if char.isdigit()]
    n = rng.choice(places)
    return text[:n] + rng.choice([d for d in "0123456789" if d != text[n]]) + text[n + 1 :]


def borrowed(rng: random.Random, text: str) -> str | None:
    """The figure of another slot, of the same kind."""
    others = {printed(key, YEAR) for key in ROWS if key in SLOTS} - {text}
    return rng.choice(sorted(one for one in others if one.endswith("%") == text.endswith("%")))


@pytest.mark.parametrize("operator", [exchanged, changed, borrowed])
def test_a_wrong_figure_in_any_slot_is_an_error_or_a_warning(operator: Operator) -> None:
    rng = random.Random(operator.__name__)
    missed = []
    for at, key in enumerate(SLOTS):
        wrong = operator(rng, printed(key, YEAR))
        if wrong is None or wrong.lstrip("0") == printed(key, YEAR).lstrip("0"):
            continue
        check = check_document(reading_of(narrative({at: wrong})), [sample(ANNEX)])
        if not (check.summary.errors or check.summary.warnings):
            missed.append((key, printed(key, YEAR), wrong))
    assert missed == []
