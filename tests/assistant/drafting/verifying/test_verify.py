"""A finished file is read back: the true one holds, every changed one is caught."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.drafting.model import Composition, Slot
from assistant.drafting.verifying.model import SlotError
from assistant.drafting.verifying.paper import read_paper
from assistant.drafting.verifying.verify import verify
from tests.assistant.drafting.rewriting.sections import SECTION, SLOTS, cell
from tests.assistant.drafting.verifying.papers import COMPOSITION, changed, written


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("du-thao") / "bao-cao.docx")


def _errors(path: Path, composition: Composition = COMPOSITION) -> tuple[SlotError, ...]:
    return verify(path, composition, ()).errors


def test_a_true_file_has_no_slot_errors_and_every_figure_its_verdict(report: Path) -> None:
    verified = verify(report, COMPOSITION, ())
    assert verified.errors == ()
    assert verified.slots == len(SLOTS) + 2
    figures = verified.figures["I.2"]
    assert [figure.text for figure in figures][:3] == [
        "Kế hoạch số 14/KH-SVD ngày 22/01/2029",
        "năm 2029",
        "9.412 hồ sơ",
    ]
    verdicts = {figure.text: figure.verdict for figure in figures}
    assert verdicts["9.412 hồ sơ"] == "match"
    assert verdicts["98,7 %"] == "derived"
    assert verdicts["Kế hoạch số 14/KH-SVD ngày 22/01/2029"] == "not_a_claim"
    assert all(figure.explanation for figure in figures)
    assert next(one for one in figures if one.text == "9.412 hồ sơ").evidence == (cell(2, "9412"),)


CHANGES = [
    ("9.412 hồ sơ", "9.413 hồ sơ", "wrong"),
    ("9.412 hồ sơ", "94.120 hồ sơ", "wrong"),
    ("9.412 hồ sơ", "9.142 hồ sơ", "wrong"),
    ("98,7 %", "98.7 hồ sơ", "wrong"),
    ("98,7 %", "98,7 điểm phần trăm", "wrong"),
    ("1,2 điểm phần trăm", "1,2 %", "wrong"),
    ("36 TTHC", "36 hồ sơ", "wrong"),
    ("36 TTHC", "ba mươi bảy TTHC", "wrong"),
    ("14/KH-SVD", "15/KH-SVD", "wrong"),
    ("22/01/2029", "23/01/2029", "wrong"),
    ("so với năm 2028", "so với năm 2027", "wrong"),
    ("tiếp nhận 9.412 hồ sơ, đã giải quyết", "tiếp nhận, đã giải quyết", "missing"),
    ("tăng 1,2 điểm phần trăm so với năm 2028", "tăng", "missing"),
    ("Không phát sinh hồ sơ trả lại", "Có 04 hồ sơ trả lại", "added"),
    ("được công bố mới là 36 TTHC", "được công bố mới là 36 TTHC, 36 TTHC", "repeated"),
    ("tăng 1,2 điểm", "giảm 1,2 điểm", "trend"),
    ("chưa đạt chỉ tiêu", "vượt chỉ tiêu", "trend"),
]


@pytest.mark.parametrize(("said", "instead", "kind"), CHANGES)
def test_every_change_of_a_figure_is_an_error_of_its_kind(
    report: Path, tmp_path: Path, said: str, instead: str, kind: str
) -> None:
    errors = _errors(changed(report, tmp_path / "khac.docx", said, instead))
    assert kind in {error.kind for error in errors}
    assert all(error.message.endswith(".") for error in errors)


def test_two_swapped_figures_of_one_unit_are_both_errors(report: Path, tmp_path: Path) -> None:
    one = changed(report, tmp_path / "a.docx", "9.412 hồ sơ", "#")
    two = changed(one, tmp_path / "b.docx", "9.076 hồ sơ", "9.412 hồ sơ")
    three = changed(two, tmp_path / "c.docx", "#", "9.076 hồ sơ")
    assert {error.slot for error in _errors(three)} & {"F2", "F3"}
    assert len(_errors(three)) >= 2


def test_a_whole_paragraph_that_is_gone_misses_each_of_its_slots(tmp_path: Path) -> None:
    shorter = SECTION.model_copy(update={"paragraphs": SECTION.paragraphs[1:]})
    sections = (COMPOSITION.sections[0], shorter)
    path = written(tmp_path / "ngan.docx", COMPOSITION.model_copy(update={"sections": sections}))
    missing = [error.slot for error in _errors(path) if error.kind == "missing"]
    assert missing == ["F9", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8"]


def test_a_paragraph_that_nothing_composed_put_there_is_added(tmp_path: Path) -> None:
    extra = SECTION.model_copy(update={"paragraphs": (*SECTION.paragraphs, SECTION.paragraphs[0])})
    sections = (COMPOSITION.sections[0], extra)
    path = written(tmp_path / "dai.docx", COMPOSITION.model_copy(update={"sections": sections}))
    assert {error.kind for error in _errors(path)} == {"added"}


@pytest.mark.parametrize(
    "slot",
    [
        SLOTS["F2"].model_copy(update={"value": Decimal(9421)}),
        SLOTS["F2"].model_copy(update={"text": "9.421 hồ sơ"}),
        SLOTS["F2"].model_copy(update={"evidence": (cell(2, "9421"),)}),
        SLOTS["F2"].model_copy(update={"unit": "TTHC"}),
        SLOTS["F5"].model_copy(update={"evidence": (cell(2, "8961"), cell(3, "9412"))}),
        SLOTS["F6"].model_copy(update={"evidence": (cell(2, "98 %"), cell(3, "97 %"))}),
        SLOTS["F8"].model_copy(update={"evidence": ()}),
        SLOTS["F9"].model_copy(update={"evidence": (cell(2, "Kế hoạch số 41/KH-SVD"),)}),
        SLOTS["F6"].model_copy(update={"trend": "down"}),
    ],
)
def test_a_slot_whose_evidence_says_otherwise_is_not_supported(tmp_path: Path, slot: Slot) -> None:
    wrong = COMPOSITION.model_copy(update={"slots": {**SLOTS, slot.id: slot}})
    path = written(tmp_path / "sai.docx", wrong)
    assert {error.slot for error in _errors(path, wrong)} == {slot.id}


def test_figures_typed_by_a_person_have_no_source_of_their_own(tmp_path: Path) -> None:
    sentence = (
        SECTION.paragraphs[1]
        .sentences[1]
        .model_copy(update={"template": "Đã nhắc nhở 17 cán bộ.", "writer": "person"})
    )
    paragraph = SECTION.paragraphs[1].model_copy(update={"sentences": (sentence,)})
    section = SECTION.model_copy(update={"paragraphs": (*SECTION.paragraphs, paragraph)})
    edited = COMPOSITION.model_copy(update={"sections": (COMPOSITION.sections[0], section)})
    verified = verify(written(tmp_path / "sua.docx", edited), edited, ())
    assert verified.errors == ()
    figure = verified.figures["I.2"][-1]
    assert figure.text.startswith("17")
    assert figure.verdict == "unsourced"


def test_the_text_of_the_file_is_read_without_the_writer_s_code(report: Path) -> None:
    paper = read_paper(report)
    assert any("đã tiếp nhận 9.412 hồ sơ, đã giải quyết 9.076 hồ sơ." in one for one in paper.lines)
    assert any("CỘNG HÒA XÃ HỘI" in one for one in paper.cells)
