"""The thirteen cases on which number checkers are compared: all must come out right."""

from __future__ import annotations

import pytest

from tests.assistant.checking.papers import checked

SOURCE = """BÁO CÁO
Kết quả cải cách hành chính năm 2025

1. Trong năm đã tiếp nhận 12.500 hồ sơ; tỷ lệ giải quyết đúng hạn đạt 98,5%, hồ sơ quá hạn 0,5%.
2. Tỷ lệ thanh toán trực tuyến thực hiện đạt 65,2%, kế hoạch giao 80%.
3. Chi phí tiết kiệm được là 1.234.567 đồng theo Quyết định số 123/QĐ-UBND ngày 15/01/2026.
"""
HEAD = "BÁO CÁO\nKết quả cải cách hành chính năm 2025\n\n1. "
ACCEPTED = {"match", "rounded", "derived"}

ACCEPT = {
    "verbatim": ("Trong năm đã tiếp nhận 12.500 hồ sơ.", "12.500 hồ sơ"),
    "without the dot": ("Trong năm đã tiếp nhận 12500 hồ sơ.", "12500 hồ sơ"),
    "derived gap": (
        "Tỷ lệ thanh toán trực tuyến thấp hơn kế hoạch 14,8 điểm phần trăm.",
        "14,8 điểm phần trăm",
    ),
}
REJECT = {
    "digits swapped": ("Trong năm đã tiếp nhận 15.200 hồ sơ.", "15.200 hồ sơ"),
    "percent transposed": ("Tỷ lệ giải quyết đúng hạn đạt 95,8%.", "95,8%"),
    "percent mangled": ("Tỷ lệ giải quyết đúng hạn đạt 5,98%.", "5,98%"),
    "dot read as comma": ("Trong năm đã tiếp nhận 12,5 hồ sơ.", "12,5 hồ sơ"),
    "tail of the number": ("Chi phí tiết kiệm được là 567 đồng.", "567 đồng"),
    "target and actual swapped": (
        "Tỷ lệ thanh toán trực tuyến thực hiện đạt 80%, kế hoạch giao 65,2%.",
        "80%",
    ),
    "share as a count": ("Đã giải quyết đúng hạn 98,5 hồ sơ.", "98,5 hồ sơ"),
    "number in words": ("Trong năm đã tiếp nhận mười lăm nghìn hồ sơ.", "mười lăm nghìn hồ sơ"),
    "wrong date": (
        "Chi phí tiết kiệm theo Quyết định số 123/QĐ-UBND ngày 16/01/2026.",
        "123/QĐ-UBND ngày 16/01/2026",
    ),
    "wrong document number": (
        "Chi phí tiết kiệm theo Quyết định số 132/QĐ-UBND ngày 15/01/2026.",
        "132/QĐ-UBND ngày 15/01/2026",
    ),
}


def verdict_of(sentence: str, figure: str) -> str:
    check = checked(HEAD + sentence + "\n", SOURCE)
    (found,) = [one for one in check.figures if one.text == figure]
    return found.verdict


@pytest.mark.parametrize("case", sorted(ACCEPT))
def test_a_right_figure_is_accepted(case: str) -> None:
    assert verdict_of(*ACCEPT[case]) in ACCEPTED


@pytest.mark.parametrize("case", sorted(REJECT))
def test_a_wrong_figure_is_rejected(case: str) -> None:
    verdict = verdict_of(*REJECT[case])
    assert verdict not in ACCEPTED | {"not_a_claim"}


def test_a_target_in_the_place_of_the_result_is_called_a_wrong_role() -> None:
    sentence, _ = REJECT["target and actual swapped"]
    check = checked(HEAD + sentence + "\n", SOURCE)
    verdicts = {one.text: one.verdict for one in check.figures}
    assert (verdicts["80%"], verdicts["65,2%"]) == ("wrong_role", "wrong_role")
    assert {one.code for one in check.findings} == {"wrong_role"}
    assert {one.severity for one in check.findings} == {"error"}
