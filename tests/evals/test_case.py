from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from evals import documents
from evals.case import FOLDER, Case, load
from evals.errors import BadCase, GoldLost
from evals.outcome import resolved

GOLD = {"document": "a", "hash": "0" * 16}
RUN = 12
UNANSWERABLE = {
    "unanswerable:absent",
    "unanswerable:false_premise",
    "unanswerable:wrong_year",
    "unanswerable:wrong_unit",
    "unanswerable:conflicting",
    "unanswerable:out_of_domain",
}


def _line(kind: str, **expected: object) -> str:
    return json.dumps(
        {"id": "x", "question": "?", "kind": kind, "documents": "samples", "expected": expected}
    )


def _load(tmp_path: Path, *lines: str) -> tuple[Case, ...]:
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return load([file])


@pytest.mark.parametrize(
    "line",
    [
        _line("lead", status=["answered"], gold=[GOLD]),
        _line("lead", status=["answered"], must_contain=[["a"]]),
        _line("unanswerable:absent", status=["answered"]),
        _line("unanswerable:conflicting", status=["answered", "refused"]),
        _line("unanswerable:odd", status=["refused"]),
        _line("lead", status=[], must_contain=[["a"]], gold=[GOLD]),
        _line("lead", status=["answered"], must_contain=[["a"]], gold=[GOLD], must=1),
        "{",
    ],
)
def test_a_case_that_cannot_be_judged_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadCase, match=r"cases\.jsonl:1"):
        _load(tmp_path, line)


def test_two_cases_of_one_id_are_refused(tmp_path: Path) -> None:
    line = _line("unanswerable:absent", status=["refused"])
    with pytest.raises(BadCase, match="twice"):
        _load(tmp_path, line, line)


@pytest.mark.parametrize(("name", "least"), [("reference", 120), ("samples", 60)])
def test_the_committed_cases_cover_every_kind_and_a_third_has_no_answer(
    name: str, least: int
) -> None:
    cases = [case for case in load() if case.documents == name]
    kinds = {case.kind for case in cases}
    without = [case for case in cases if case.unanswerable]
    assert len(cases) >= least
    assert len(without) >= 0.3 * len(cases)
    assert kinds >= UNANSWERABLE
    assert len(kinds) == 18


def test_every_slice_has_cases() -> None:
    assert len({tag for case in load() for tag in case.tags}) == 8


@pytest.mark.parametrize("name", ["reference", "samples"])
def test_every_gold_unit_is_still_in_its_document(name: str) -> None:
    files = documents.reference() if name == "reference" else documents.samples()
    if not files:
        pytest.skip("the reference documents are not beside this repository")
    for case in load():
        if case.documents == name:
            resolved(case, files)


def test_gold_that_a_document_no_longer_holds_is_reported() -> None:
    case = next(case for case in load() if case.documents == "samples" and case.expected.gold)
    unit = case.expected.gold[0].model_copy(update={"hash": "0" * 16})
    changed = case.model_copy(
        update={"expected": case.expected.model_copy(update={"gold": (unit,)})}
    )
    with pytest.raises(GoldLost):
        resolved(changed, documents.samples())


def test_no_run_of_twelve_words_is_taken_from_the_reference_documents() -> None:
    files = documents.reference()
    if not files:
        pytest.skip("the reference documents are not beside this repository")
    references = " ".join(_words(file.read_text(encoding="utf-8")) for file in files)
    texts = [line for file in FOLDER.glob("*.jsonl") for line in file.open(encoding="utf-8")]
    shared = set()
    for words in (_words(text).split() for text in texts):
        runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
        shared |= {run for run in runs if f" {run} " in f" {references} "}
    assert sorted(shared) == []


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower()))
