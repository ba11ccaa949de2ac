"""Proof by mutation: figures of a finished report are changed one at a time, all are seen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.drafting.composing.compose import compose
from assistant.drafting.document.form import OfficialForm
from assistant.drafting.document.writing import write_docx
from assistant.drafting.material import prepare
from assistant.drafting.model import Composition
from assistant.drafting.verifying.aligning import align
from assistant.drafting.verifying.binding import line_errors
from assistant.drafting.verifying.expected import Line, expected_lines, unlabelled
from assistant.drafting.verifying.paper import read_paper
from assistant.drafting.verifying.trends import spoken_trend
from assistant.language.figures import plain
from ingest.pipeline import read_file
from prompts.outline import load_outline

_SAMPLES = Path(__file__).parents[4] / "samples"
_LAST_DIGIT = re.compile(r"\d(?!.*\d)")


def _one_more(text: str) -> str:
    return _LAST_DIGIT.sub(lambda one: str((int(one[0]) + 1) % 10), text)


def _transposed(text: str) -> str:
    for one, other in re.findall(r"(?=(\d)[.,]?(\d))", text):
        if one != other:
            return re.sub(rf"{one}([.,]?){other}", rf"{other}\g<1>{one}", text, count=1)
    return _one_more(text)


MUTATIONS: dict[str, Callable[[str], str]] = {
    "one more": _one_more,
    "transposed": _transposed,
    "ten times": lambda text: _LAST_DIGIT.sub(r"\g<0>0", text),
    "left out": lambda _: "",
    "twice": lambda text: f"{text}, {text}",
    "in words": lambda text: re.sub(r"\d[\d.,/]*", "mười bảy", text, count=1),
    "points": lambda text: text.replace("%", "điểm phần trăm"),
    "unit": lambda text: re.sub(r"(\d)\s+[^\W\d].*", r"\1 lượt khách", text),
    "a word beside it": lambda text: f"{text} mỗi tháng",
    "invented beside it": lambda text: f"{text} và 41 việc khác",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[Composition, list[tuple[Line, str]]]:
    names = ("phu-luc-thong-ke-2025.docx", "ke-hoach-2026.docx", "phu-luc-thong-ke-2024.xlsx")
    annex, plan, last = (
        read_file(_SAMPLES / name, document_id=name, shown_path=name) for name in names
    )
    ids: dict[str, str] = {}
    composition = compose(
        load_outline("annual-report"),
        prepare(annex, year=2025, plans=(plan,), previous=last),
        number=lambda key: ids.setdefault(key, f"F{len(ids) + 1}"),
    )
    path = tmp_path_factory.mktemp("dot-bien") / "bao-cao.docx"
    write_docx(composition, OfficialForm(year=2025), annex, path)
    lines = [line for line in expected_lines(composition) if not line.subject]
    printed = [plain(unlabelled(text)) for text in read_paper(path).lines]
    pairs, _ = align(lines, printed)
    assert len(pairs) == len(lines)
    return composition, [(lines[one], printed[other]) for one, other in pairs.items()]


def _places(report: list[tuple[Line, str]]) -> Iterator[tuple[Line, str, int, int]]:
    """Every figure of every line, with where its slot stands in the printed line."""
    for line, printed in report:
        at = 0
        for promise in line.promises:
            text = plain(promise.text)
            start = printed.find(text, at)
            assert start >= 0, text
            at = start + len(text)
            if promise.slot is not None and re.search(r"\d", text):
                yield line, printed, start, at


def test_the_unchanged_report_has_no_error(
    report: tuple[Composition, list[tuple[Line, str]]],
) -> None:
    composition, lines = report
    for line, printed in lines:
        assert list(line_errors(line, printed, composition.slots)) == []


@pytest.mark.parametrize("name", MUTATIONS)
def test_every_mutation_of_a_figure_is_seen(
    report: tuple[Composition, list[tuple[Line, str]]], name: str
) -> None:
    composition, lines = report
    tried: Counter[str] = Counter()
    for line, printed, start, end in _places(lines):
        changed = MUTATIONS[name](printed[start:end])
        if changed == printed[start:end]:
            continue
        mutated = printed[:start] + changed + printed[end:]
        tried["all"] += 1
        assert list(line_errors(line, mutated, composition.slots)), (changed, printed)
    assert tried["all"] >= 10


def test_every_flipped_trend_word_is_seen(
    report: tuple[Composition, list[tuple[Line, str]]],
) -> None:
    composition, lines = report
    flips = {"tăng": "giảm", "giảm": "tăng", "vượt": "chưa đạt", "chưa đạt": "vượt"}
    tried = 0
    for line, printed in lines:
        for promise in line.promises:
            if promise.slot is None or promise.slot.trend is None:
                continue
            word = spoken_trend(promise.template, promise.mark, composition.slots)
            text = plain(promise.text)
            if word not in flips or printed.count(f"{word} {text}") != 1:
                continue
            tried += 1
            flipped = printed.replace(f"{word} {text}", f"{flips[word]} {text}")
            kinds = {error.kind for error in line_errors(line, flipped, composition.slots)}
            assert "trend" in kinds, flipped
    assert tried >= 5
