"""Whose figure one is: the place or office that its words, or those before them, name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.checking.model import Claim, Fact
from assistant.checking.subjects import Subjects
from tests.assistant.checking.sheets import Row, material

THO, LAC, SO = "Xã Vĩnh Thọ", "Xã Hòa Lạc", "Sở Khai khoáng"
AN, NGAI = "Phường An", "Phường Ngãi"
ROWS = (
    Row("Vốn giải ngân", "Tỷ đồng", "315", subject=THO),
    Row("Vốn giải ngân", "Tỷ đồng", "208", subject=LAC),
    Row("Vốn giải ngân", "Tỷ đồng", "7", subject=AN),
    Row("Vốn giải ngân", "Tỷ đồng", "6", subject=NGAI),
    Row("Vốn giải ngân", "Tỷ đồng", "9", subject=f"- {SO}."),
    Row("Vốn giải ngân", "Tỷ đồng", "539", subject="Tổng cộng"),
    Row("Vốn dự phòng", "Tỷ đồng", "12"),
)
CLAUSES = "Xã Vĩnh Thọ: kế hoạch 420 tỷ đồng, giải ngân 315 tỷ đồng; xã Hòa Lạc 208 tỷ đồng."


def told(sentence: str, *, at: int = 0, issuer: str = "") -> set[str]:
    """The subjects of one of the numbers of a sentence; ``issuer`` is none of them."""
    gathered = material(sentence, *ROWS)
    claim = [one for one in gathered.claims if one.span.kind == "number"][at]
    return {
        name.strip("- .")
        for name in Subjects(gathered.cells).of(claim, lambda _, fact: fact.subject == issuer)
    }


@pytest.mark.parametrize(
    ("sentence", "at", "subjects"),
    [
        ("Xã Vĩnh Thọ giải ngân 315 tỷ đồng.", 0, {THO}),
        ("Trong các xã, Vĩnh Thọ giải ngân 315 tỷ đồng.", 0, {THO}),
        ("XÃ VĨNH THỌ giải ngân 315 tỷ đồng.", 0, {THO}),
        ("Giải ngân 315 tỷ đồng tại xã Vĩnh Thọ.", 0, {THO}),
        ("Giải ngân 315 tỷ đồng.", 0, set()),
        ("Xã Vĩnh Thọa giải ngân 315 tỷ đồng.", 0, set()),
        ("Phường An giải ngân 7 tỷ đồng.", 0, {AN}),
        ("Công ty An giải ngân 7 tỷ đồng cho phường.", 0, set()),
        ("Trong các phường, Ngãi giải ngân 6 tỷ đồng.", 0, {NGAI}),
        ("Vĩnh Thọ giải ngân 315 tỷ đồng.", 0, set()),
        ("Sở Khai khoáng: kế hoạch 12 tỷ đồng, giải ngân 9 tỷ đồng.", 0, {SO}),
        ("Sở Khai khoáng: kế hoạch 12 tỷ đồng, giải ngân 9 tỷ đồng.", 1, {SO}),
        (CLAUSES, 1, {THO}),
        (CLAUSES, 2, {LAC}),
        ("Vốn của xã Vĩnh Thọ và xã Hòa Lạc là 523 tỷ đồng.", 0, {THO, LAC}),
        ("Xã Hòa Lạc đứng sau xã Vĩnh Thọ: kế hoạch 420 tỷ đồng, giải ngân 315 tỷ đồng.", 1, {THO}),
        ("Xã Vĩnh Thọ, xã Hòa Lạc, xã Vĩnh Thọ có 5 kho, giải ngân 315 tỷ đồng.", 1, {THO}),
        ("Xã Vĩnh Thọ làm tốt. Đã giải ngân 315 tỷ đồng.", 0, set()),
        ("Mưa lớn! Xã Vĩnh Thọ làm tốt. Xã Hòa Lạc: có 5 kho, giải ngân 208 tỷ đồng.", 1, {LAC}),
        (
            "Mưa. Gió. Xã Vĩnh Thọ làm tốt. Giải ngân 7 tỷ đồng, có 9 bồn, 5 kho ở xã Vĩnh Thọ.",
            0,
            set(),
        ),
        ("Xã Vĩnh Thọ giải ngân 315 tỷ đồng; tổng cộng 523 tỷ đồng.", 1, set()),
        ("Tổng cộng của xã Vĩnh Thọ là 315 tỷ đồng.", 0, {THO}),
    ],
)
def test_a_figure_is_of_the_place_named_with_it_else_of_the_last_one_before(
    sentence: str, at: int, subjects: set[str]
) -> None:
    assert told(sentence, at=at) - {"Tổng cộng"} == subjects


def test_a_place_in_the_name_of_the_issuer_only_is_none() -> None:
    text = "Vốn của xã Vĩnh Thọ và xã Hòa Lạc là 523 tỷ đồng."
    assert told(text, issuer=THO) == {LAC}


def test_what_was_told_once_is_not_looked_for_again() -> None:
    gathered = material("Xã Vĩnh Thọ giải ngân 315 tỷ đồng, xã Hòa Lạc 208 tỷ đồng.", *ROWS)
    subjects = Subjects(gathered.cells)
    first, second = gathered.claims
    asked: list[str | None] = []

    def in_issuer(_: Claim, fact: Fact) -> bool:
        asked.append(fact.subject)
        return False

    for one in (first, second, first):
        subjects.of(one, in_issuer)
    assert asked == [THO, LAC]
    subjects.of(replace(first, words=second.words), in_issuer)
    assert asked == [THO, LAC, LAC]


def test_a_total_stands_beside_the_places_of_its_own_table() -> None:
    gathered = material("", *ROWS)
    subjects = Subjects(gathered.cells)
    total = gathered.cells[-1]
    elsewhere = replace(total, source=total.source.model_copy(update={"table": 2}))
    abroad = replace(total, source=total.source.model_copy(update={"document_id": "khac"}))
    assert subjects.beside(total, frozenset({THO, "Xã Lạ"})) is True
    assert subjects.beside(total, frozenset({"Xã Lạ"})) is False
    assert subjects.beside(total, frozenset()) is False
    assert subjects.beside(elsewhere, frozenset({THO})) is False
    assert subjects.beside(abroad, frozenset({THO})) is False


def test_a_row_without_words_for_its_subject_has_none() -> None:
    gathered = material("Xã Vĩnh Thọ giải ngân 315 tỷ đồng.", *ROWS)
    bare = [replace(fact, subject_terms=frozenset()) for fact in gathered.cells]
    subjects = Subjects(bare)
    assert subjects.of(gathered.claims[0], lambda _, __: False) == frozenset()
    assert subjects.beside(bare[0], frozenset({THO})) is False
