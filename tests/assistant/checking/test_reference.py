"""The real annual report against its own annex: what a careful reader finds, and not more."""

from __future__ import annotations

from functools import lru_cache

import pytest

from assistant.answer import Check, Finding
from assistant.checking.check import check_document
from tests.reference import FILES, needs_files, needs_seeds, reading, seed

pytestmark = needs_seeds
ACCEPTED = {"match", "rounded", "derived"}


@lru_cache(maxsize=4)
def annual(name: str = "") -> Check:
    return check_document(reading(FILES / name if name else seed(4)))


def with_words(check: Check, *words: str) -> list[Finding]:
    return [one for one in check.findings if all(word in one.message for word in words)]


def test_the_known_contradictions_are_errors_or_warnings_with_both_places() -> None:
    check = annual()
    for words in (("rà soát 03 văn bản", "02"), ("03/03", "02"), ("119", "109")):
        (found,) = with_words(check, *words)
        assert found.severity == "error"
        assert found.right is not None
        assert found.right.table == 1
    (note,) = [one for one in check.findings if one.code == "note_conflict"]
    assert "khen thưởng" in note.message
    assert note.severity == "warning"


def test_oddities_are_infos_and_another_scope_is_never_a_match() -> None:
    check = annual()
    assert [one.severity for one in with_words(check, "Tin, bài", "hỏi có hay không")] == ["info"]
    assert len(with_words(check, "TTHC", "đếm “hồ sơ”")) == 2
    assert len(with_words(check, "8957", "9284", "tính trên")) == 1
    (scope,) = with_words(check, "30 đơn vị", "13")
    assert scope.severity == "info"
    (figure,) = [one for one in check.figures if one.text == "30 đơn vị"]
    assert figure.verdict == "unsourced"


def test_nothing_else_is_called_an_error() -> None:
    check = annual()
    assert (check.summary.errors, check.summary.warnings) == (3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "09 TTHC",
        "01 trường hợp",
        "04/2023/NQ-HĐND",
        "18/2023/QĐ-UBND ngày 05/9/2023",
        "25/KH-UBND ngày 03/02/2023",
        "03/KH-STP ngày 19/01/2023",
        "88/QĐ-STP ngày 05/5/2023",
        "403/QĐ-TGPL ngày 13/11/2023",
    ],
)
def test_what_agrees_matches(text: str) -> None:
    prose = [
        one
        for one in annual().figures
        if one.text == text and one.source is not None and one.source.table is None
    ]
    assert [one.verdict for one in prose] == ["match"]


@pytest.mark.parametrize(
    ("value", "indicator"),
    [
        ("99.9", "giải quyết đúng hạn"),
        ("122", "đang có hiệu lực"),
        ("30", "phương tiện truyền thông"),
        ("13", "đã đăng tại Chuyên mục"),
        ("4", "duyệt đăng tại Chuyên trang"),
        ("46", "tài khoản thư điện tử"),
        ("18", "cấp chứng thư số"),
        ("100", "hoàn thành Kế hoạch"),
    ],
)
def test_computed_cells_are_derived(value: str, indicator: str) -> None:
    found = [
        one
        for one in annual().figures
        if one.value == value and one.indicator and indicator in one.indicator
    ]
    assert found
    assert {one.verdict for one in found} <= ACCEPTED


@needs_files
@pytest.mark.parametrize("name", ["004_report.docx", "004_report.pdf"])
def test_the_same_is_found_in_a_word_and_a_pdf_file(name: str) -> None:
    check = annual(name)
    assert (check.summary.errors, check.summary.warnings) == (3, 1)
