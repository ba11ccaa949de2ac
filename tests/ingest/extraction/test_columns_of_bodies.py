"""Columns that name who does the work under headings that are not in the vocabulary."""

from __future__ import annotations

from ingest.extraction.columns import Look, assign_roles


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
