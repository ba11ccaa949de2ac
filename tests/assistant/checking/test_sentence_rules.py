"""Sentences that their own figures belie, days that do not exist, and plans checked on reports."""

from __future__ import annotations

import pytest

from assistant.answer import Finding
from assistant.checking.check import check_document
from ingest.model import DocumentKind
from tests.assistant.checking.sheets import Goal, Row, reading

ROWS = (
    Row("Tỷ lệ tàu cá đăng ký", "%", "84.2"),
    Row("Hồ sơ trả quá hạn", "Hồ sơ", "47"),
)


def grave(text: str) -> list[Finding]:
    found = check_document(reading(text, ROWS)).findings
    return [one for one in found if one.severity in ("error", "warning")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tỷ lệ tàu cá đăng ký đạt 84,2%, chưa đạt mục tiêu đề ra (80%).", "chưa đạt"),
        ("Tỷ lệ tàu cá đăng ký đạt 84,2%, vượt mục tiêu 90%.", "vượt"),
        ("Tỷ lệ tàu cá đăng ký đạt 84,2%, vượt mục tiêu 84,2%.", "vượt"),
        ("Đã kiểm tra 120 trên tổng số 50 giếng.", "tổng số"),
        ("Đã kiểm tra 120/50 giếng.", "tử số"),
        ("Hồ sơ trả quá hạn là 47 hồ sơ, tăng lên 33 hồ sơ.", "tăng"),
        ("Họp ngày 31/4/2027 về tàu cá.", "lịch"),
        ("Họp ngày 30 tháng 02 năm 2027 về tàu cá.", "lịch"),
    ],
)
def test_a_sentence_that_its_own_figures_belie_is_found(text: str, said: str) -> None:
    assert any(said in one.message for one in grave(text))


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ tàu cá đăng ký đạt 84,2%, vượt mục tiêu đề ra (80%).",
        "Tỷ lệ tàu cá đăng ký đạt 84,2%, chưa đạt mục tiêu 90%.",
        "Hồ sơ trả quá hạn là 47 hồ sơ, giảm còn 33 hồ sơ.",
        "Đã kiểm tra 50 trên tổng số 120 giếng.",
        "Đã kiểm tra 120/50 giếng, vượt kế hoạch.",
        "Họp ngày 30/4/2027 về tàu cá.",
    ],
)
def test_a_sentence_that_its_own_figures_bear_out_is_left(text: str) -> None:
    spoken = ("được nêu là", "lớn hơn tổng số", "tử số", "trong lịch", "rồi “")
    assert not [one for one in grave(text) if any(word in one.message for word in spoken)]


def test_a_plan_checked_on_a_report_lists_what_was_met_and_missed() -> None:
    goals = [Goal("Tỷ lệ tàu cá đăng ký", "%", "90"), Goal("Số giếng khoan mới", "Giếng", "12")]
    plan = reading("Kế hoạch quản lý tàu cá.", name="ke-hoach", goals=goals, kind=DocumentKind.PLAN)
    report = reading("Tỷ lệ tàu cá đăng ký đạt 84,2%.", name="ket-qua")
    found = [one for one in check_document(plan, [report]).findings if one.code == "plan_gap"]
    missed = [one for one in found if "chưa đạt chỉ tiêu" in one.message]
    unmet = [one for one in found if "không có kết quả" in one.message]
    assert [one.left.file for one in missed] == [report.document.file]
    assert ["giếng khoan" in one.message for one in unmet] == [True]


def test_a_plan_without_reports_asks_for_no_results() -> None:
    goals = [Goal("Tỷ lệ tàu cá đăng ký", "%", "90")]
    plan = reading("Kế hoạch.", name="ke-hoach", goals=goals, kind=DocumentKind.PLAN)
    assert not [one for one in check_document(plan).findings if one.code == "plan_gap"]
