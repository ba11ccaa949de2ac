"""Totals held against their rows, other rows of the same table, bodies named by their initials."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.answer import Turn
from assistant.service import Service
from evals.opening import opened
from ingest.model import Task

TODAY = date(2030, 3, 1)

BOATS: list[list[object]] = [
    ["CHI CỤC ĐƯỜNG THỦY TỈNH CÀ MAU"],
    ["PHỤ LỤC THỐNG KÊ NĂM 2029"],
    ["TT", "Chỉ tiêu thống kê", "Đơn vị tính", "Kết quả"],
    [1, "Tổng số bến đò đang hoạt động", "bến", 64],
    [None, "- Bến đò có phép", "bến", 51],
    [None, "- Bến đò tạm", "bến", 9],
    [2, "Tổng số phao tiêu", "phao", 30],
    [None, "- Phao trên sông", "phao", 18],
    [None, "- Phao cửa biển", "phao", 12],
]

PLACES: list[list[object]] = [
    ["UBND TỈNH CÀ MAU"],
    ["BIỂU 03: SỐ BẾN ĐÒ THEO XÃ NĂM 2029"],
    ["STT", "Xã, phường", "Bến đò đã cấp phép", "Bến đò bị nhắc nhở"],
    [1, "Xã Đất Mũi", 7, 1],
    [2, "Xã Viên An", 5, 3],
]

TASKS: list[list[object]] = [
    ["CHI CỤC ĐƯỜNG THỦY TỈNH CÀ MAU"],
    ["PHÂN CÔNG NHIỆM VỤ NĂM 2030"],
    ["STT", "Hình thức", "Số lượng", "Phụ trách", "Mốc hoàn thành"],
    [1, "Lắp phao tiêu cửa sông", "12 phao", "Trạm Quản lý đường thủy", "Quý III/2030"],
    [2, "Sơn lại biển báo bến đò", "40 biển", "Phòng Kỹ thuật an toàn", "30/9/2030"],
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("totals")
    files: list[Path] = []
    for name, rows in (("ben-do", BOATS), ("theo-xa", PLACES), ("phan-cong", TASKS)):
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            sheet.append(row)
        files.append(folder / f"{name}.xlsx")
        book.save(files[-1])
    with opened(files, today=lambda: TODAY) as found:
        yield found


def test_rows_that_do_not_make_their_total_are_shown_with_the_difference(service: Service) -> None:
    answer = service.ask("Tổng số bến đò đang hoạt động: cộng chi tiết có bằng tổng không?").answer
    assert "51 + 9 = **60**" in answer
    assert "khác tổng đã ghi **64** (chênh 4)" in answer


def test_rows_that_make_their_total_are_said_to(service: Service) -> None:
    answer = service.ask("Tổng số phao tiêu, cộng chi tiết có bằng tổng không?").answer
    assert "18 + 12 = **30**, bằng tổng đã ghi" in answer


def test_another_row_is_asked_for_the_same_figure(service: Service) -> None:
    first = "Xã Đất Mũi có bao nhiêu bến đò bị nhắc nhở?"
    history = [Turn(question=first, answer=service.ask(first).answer)]
    answer = service.ask("còn xã Viên An thì sao?", history=history)
    assert "**3**" in answer.answer
    assert "**5**" not in answer.answer


def test_a_body_is_known_by_its_initials(service: Service) -> None:
    answer = service.ask("PKTAT làm nhiệm vụ gì năm 2030?")
    assert "Sơn lại biển báo" in answer.answer
    assert "Lắp phao" not in answer.answer


def test_work_under_an_unknown_heading_beside_a_quantity_is_read_as_tasks(
    service: Service,
) -> None:
    assert {task.text for task in service.records("tasks") if isinstance(task, Task)} == {
        "Lắp phao tiêu cửa sông",
        "Sơn lại biển báo bến đò",
    }
    assert "Phòng Kỹ thuật an toàn" in service.ask("Ai phụ trách sơn lại biển báo bến đò?").answer
