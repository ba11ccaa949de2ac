"""Records of an annex without a year are dated by the plan that it hangs on, wherever asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evals.opening import opened
from ingest.model import Task
from vectorstore.search import RecordFilter

PLAN = """SỞ XÂY LẮP
Số: 78/KH-SXL

Nam Sơn, ngày 05 tháng 02 năm 2027

KẾ HOẠCH
Số hóa năm 2027

I. NỘI DUNG
Theo phụ lục.
"""
ANNEX = """PHỤ LỤC
NHIỆM VỤ SỐ HÓA
(Kèm theo Kế hoạch số 78/KH-SXL của Sở Xây lắp)

TT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn
1\tSố hóa hồ sơ lưu trữ\tPhòng Lưu trữ\tQuý II
2\tKiểm kê hồ sơ\tVăn phòng\tThường xuyên
"""


def test_a_period_taken_from_a_plan_dates_the_tasks_of_its_annex(tmp_path: Path) -> None:
    plan, annex = tmp_path / "ke-hoach.txt", tmp_path / "phu-luc.txt"
    plan.write_text(PLAN, encoding="utf-8")
    annex.write_text(ANNEX, encoding="utf-8")
    with opened([annex], today=lambda: date(2027, 3, 1)) as alone:
        (first, _) = alone.records("tasks")
        assert isinstance(first, Task)
        assert first.deadline is not None
        assert first.deadline.to is None
        assert alone.records("tasks", RecordFilter(due_before=date(2028, 1, 1))) == ()
    with opened([plan, annex], today=lambda: date(2027, 3, 1)) as service:
        (due,) = service.records("tasks", RecordFilter(due_before=date(2027, 7, 1)))
        assert isinstance(due, Task)
        assert due.deadline is not None
        assert (due.deadline.from_, due.deadline.to) == ("2027-04-01", "2027-06-30")
        stored = next(d for d in service.documents().documents if d.file == "phu-luc.txt")
        shown = Task.model_validate(service.show(stored.id).records["tasks"][0])
        assert shown.deadline == due.deadline
        answer = service.ask("Nhiệm vụ nào đến hạn trong quý II năm 2027?")
        assert answer.status == "answered"
        assert "Số hóa hồ sơ lưu trữ" in answer.answer
