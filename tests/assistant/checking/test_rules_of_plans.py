"""What is held against a plan or another report: targets, tasks, leads, other years."""

from __future__ import annotations

import pytest

from tests.assistant.checking.papers import HEAD, YEARS, checked, only

PLAN = (
    "KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\n\n1. Chỉ tiêu cụ thể\n\n"
    "- Tỷ lệ hồ sơ trực tuyến đạt tối thiểu {}%.\n- Tổ chức ít nhất 5 cuộc đối thoại với doanh "
    "nghiệp.\n\nPHỤ LỤC\n\nSTT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tThời gian hoàn thành\n"
    "I\tThể chế\t\t\t\n1\tSơ kết Đề án liên thông dữ liệu đất đai\tBáo cáo\tVăn phòng Sở\t"
    "Trước ngày 30/6/2025\n"
)


def test_a_plans_targets_and_tasks_are_looked_for_in_the_report() -> None:
    report = HEAD + "Tỷ lệ hồ sơ trực tuyến đạt 75,0%.\n" + YEARS
    found = {one.message: one.severity for one in checked(report, PLAN.format(80)).findings}
    missed = [text for text in found if "chưa đạt chỉ tiêu" in text]
    silent = [text for text in found if "không có kết quả" in text]
    assert [found[text] for text in missed] == ["warning"]
    assert sorted("đối thoại" in text for text in silent) == [False, True]
    assert {found[text] for text in silent} == {"warning"}
    met = [
        one for one in checked(report, PLAN.format(70)).findings if " đạt chỉ tiêu" in one.message
    ]
    assert [one.severity for one in met] == ["info"]


def test_a_deadline_shifted_from_the_plan_is_an_error() -> None:
    said = "Việc sơ kết Đề án liên thông dữ liệu đất đai phải xong {}.\n"
    texts = {
        when: [one.message for one in checked(HEAD + said.format(when), PLAN.format(80)).findings
               if "/2025” khác" in one.message]
        for when in ("trước ngày 30/6/2025", "trước ngày 30/7/2025", "đến hết ngày 30/6/2025")
    }  # fmt: skip
    assert [len(found) for found in texts.values()] == [0, 1, 1]


def test_a_plan_for_another_year_says_nothing_about_the_report() -> None:
    check = checked(
        HEAD + "Sở tiếp nhận 12.480 hồ sơ.\n" + YEARS, PLAN.replace("năm 2025", "năm 2031")
    )
    assert [one for one in check.findings if one.code == "plan_gap"] == []


ASSIGNED = (
    "KẾ HOẠCH\nCải cách hành chính năm 2025\n\nPHỤ LỤC\n\nSTT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\t"
    "Đơn vị phối hợp\tThời gian hoàn thành\nI\tThể chế\t\t\t\t\n"
    "1\tSơ kết Đề án liên thông dữ liệu đất đai\tBáo cáo\tVăn phòng Sở\tPhòng Đo đạc\tQuý II/2025\n"
    "2\tSố hóa bản đồ nền vùng ven biển\tBản đồ\tPhòng Đo đạc\tVăn phòng Sở\tQuý IV/2025\n"
)


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Văn phòng Sở chủ trì sơ kết Đề án liên thông dữ liệu đất đai.", []),
        ("Phòng Đo đạc chủ trì sơ kết Đề án liên thông dữ liệu đất đai.", ["wrong_role"]),
        ("Văn phòng Sở chủ trì số hóa bản đồ nền vùng ven biển.", ["wrong_role"]),
        ("Số hóa bản đồ nền vùng ven biển: Phòng Đo đạc chủ trì, phối hợp với Văn phòng Sở.", []),
    ],
)
def test_a_task_is_led_by_whom_the_plan_names(sentence: str, codes: list[str]) -> None:
    check = checked(HEAD + sentence + "\n", ASSIGNED)
    found = [one for one in check.findings if one.severity == "error"]
    assert [one.code for one in found] == codes


def test_targets_for_two_horizons_are_two_facts() -> None:
    plan = (
        "KẾ HOẠCH\nCải cách hành chính giai đoạn 2021-2030\n\nI. MỤC TIÊU\n\n1. Chỉ tiêu\n\n"
        "a) Đến năm 2025\n\n- Tỷ lệ hồ sơ đất đai vùng cao được số hóa đạt 50%.\n\n"
        "b) Đến năm 2030\n\n- Tỷ lệ hồ sơ đất đai vùng cao được số hóa đạt 90%.\n"
    )
    assert checked(plan).findings == ()


def test_two_annexes_for_one_time_agree_row_by_row() -> None:
    mine = YEARS.replace("11.862", "11.682")
    before = (
        "BÁO CÁO\nKết quả cải cách hành chính năm 2024\n\n1. Chung\n\nTốt.\n"
        + "\nPhụ lục\nTHỐNG KÊ NĂM 2024\n\nSTT\tChỉ tiêu\tĐơn vị tính\tSố liệu\tGhi chú\n"
        "I\tThủ tục hành chính\t\t\t\n1\tHồ sơ tiếp nhận\tHồ sơ\t11.862\t\n"
    )
    assert checked(HEAD + "Tốt.\n" + YEARS, before).findings == ()
    found = only(checked(HEAD + "Tốt.\n" + mine, before))
    assert (found.code, found.severity) == ("contradiction", "error")
    assert "11.682" in found.message
    assert "11.862" in found.message
    same = [one for one in checked(HEAD + "Tốt.\n" + YEARS, before).figures if one.value == "11862"]
    assert [one.verdict for one in same] == ["match"]


@pytest.mark.parametrize(
    ("target", "result", "met"),
    [
        ("không quá 30 hồ sơ", "Số hồ sơ đất đai quá hạn là 25 hồ sơ.", True),
        ("không quá 30 hồ sơ", "Số hồ sơ đất đai quá hạn là 35 hồ sơ.", False),
        ("dưới 30 hồ sơ", "Số hồ sơ đất đai quá hạn là 30 hồ sơ.", False),
        ("trên 30 hồ sơ", "Số hồ sơ đất đai quá hạn là 30 hồ sơ.", False),
    ],
)
def test_a_target_is_compared_in_its_own_direction(target: str, result: str, met: bool) -> None:
    plan = (
        "KẾ HOẠCH\nCông tác năm 2025\n\nI. MỤC TIÊU\n\n1. Chỉ tiêu cụ thể\n\n"
        f"- Số hồ sơ đất đai quá hạn {target}.\n"
    )
    found = [one for one in checked(HEAD + result + "\n", plan).findings if one.right]
    assert [one.severity for one in found] == ["info" if met else "warning"]


def test_words_that_belie_a_target_are_an_error() -> None:
    plan = (
        "KẾ HOẠCH\nCông tác năm 2025\n\nI. MỤC TIÊU\n\n1. Chỉ tiêu cụ thể\n\n"
        "- Số lớp tập huấn nghiệp vụ đạt ít nhất 20 lớp.\n"
    )
    said = "Số lớp tập huấn nghiệp vụ là 15 lớp, vượt kế hoạch.\n"
    found = [one for one in checked(HEAD + said, plan).findings if one.severity == "error"]
    assert ["trái với lời văn" in one.message for one in found] == [True]


def test_a_task_past_its_deadline_that_is_said_to_be_open_is_shown() -> None:
    said = "Việc sơ kết Đề án liên thông dữ liệu đất đai đang thực hiện.\n"
    found = [
        one for one in checked(HEAD + said, PLAN.format(80)).findings if "chưa xong" in one.message
    ]
    assert [one.severity for one in found] == ["warning"]


def test_a_result_that_equals_its_target_is_no_contradiction() -> None:
    report = HEAD + "Tỷ lệ hồ sơ trực tuyến đạt 80%.\n"
    found = checked(report, PLAN.format(80)).findings
    assert [one for one in found if one.severity == "error"] == []


@pytest.mark.parametrize(("value", "severities"), [(80, []), (85, ["error"])])
def test_two_plans_for_one_year_set_the_same_target(value: int, severities: list[str]) -> None:
    check = checked(PLAN.format(value), PLAN.format(80))
    found = [one for one in check.findings if one.severity != "info"]
    assert [one.severity for one in found][:1] == severities


def test_two_years_may_have_the_same_figure() -> None:
    before = "BÁO CÁO\nKết quả năm 2024\n\n1. Sở tiếp nhận 12.480 hồ sơ đất đai vùng cao.\n"
    check = checked(HEAD + "Sở tiếp nhận 12.480 hồ sơ đất đai vùng cao.\n", before)
    assert [one for one in check.findings if one.severity != "info"] == []
