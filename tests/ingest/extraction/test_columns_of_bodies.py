"""Columns that name who does the work under headings that are not in the vocabulary."""

from __future__ import annotations

import pytest

from ingest.extraction.columns import Look, assign_roles, role_of


def test_a_column_of_bodies_under_the_wording_of_a_result_says_who_leads() -> None:
    names = ("STT", "Nhiệm vụ được giao", "Kết quả thực hiện", "Thời hạn")
    roles = assign_roles(names, Look(units=frozenset({2}), dates=frozenset({3}), longest=1))
    assert roles == ("number", "task", "lead", "deadline")


def test_who_takes_part_stands_beside_who_answers_for_it() -> None:
    names = ("Mã số", "Đầu việc", "Bộ phận chịu trách nhiệm chính", "Bộ phận tham gia")
    roles = assign_roles(names, Look(units=frozenset({2, 3}), longest=1))
    assert roles == ("number", "task", "lead", "coordinating")


def test_a_group_of_work_is_not_the_work() -> None:
    names = ("Nhóm việc", "Công việc cụ thể", "Chủ trì", "Cùng làm", "Thời điểm xong")
    roles = assign_roles(names, Look(units=frozenset({2, 3}), dates=frozenset({4}), longest=1))
    assert roles[1:] == ("task", "lead", "coordinating", "deadline")


def test_a_state_column_holds_no_body() -> None:
    names = ("STT", "Công việc", "Tình trạng", "Thời hạn")
    roles = assign_roles(names, Look(dates=frozenset({3}), longest=1))
    assert roles[2] == "status"


def test_aims_in_sentences_are_what_the_work_serves() -> None:
    names = ("STT", "Chỉ tiêu phấn đấu", "Việc phải làm", "Sản phẩm", "Thời hạn", "Phòng chủ trì")
    roles = assign_roles(names, Look(units=frozenset({5}), dates=frozenset({4}), longest=1))
    assert roles == ("number", "objective", "task", "product", "deadline", "lead")


def test_aims_in_figures_beside_work_are_planned_values() -> None:
    names = ("STT", "Nội dung", "Chỉ tiêu phấn đấu", "Đơn vị chủ trì")
    roles = assign_roles(names, Look(figures=frozenset({2}), units=frozenset({3}), longest=1))
    assert roles[2] == "plan_value"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Nhiệm vụ thực hiện", "task"),
        ("Đầu mối thực hiện", "lead"),
        ("Trách nhiệm phối hợp", "coordinating"),
        ("Hạn thực hiện", "deadline"),
        ("Thời điểm phải xong", "deadline"),
        ("Cách thực hiện", "activity"),
    ],
)
def test_what_a_heading_begins_with_says_more_than_that_it_is_carried_out(
    heading: str, role: str
) -> None:
    assert role_of(heading) == role
