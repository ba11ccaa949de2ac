"""A line copied out of a document names its row, whatever else its words might mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind, Reading
from ingest.pipeline import read_file
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2028, 4, 3)


def port_report() -> Reading:
    report = ReadingBuilder(
        "bc-cang", DocumentKind.REPORT, title="Báo cáo cảng cá năm 2028", period=years(2028)
    )
    report.indicator("1", "Số công việc đề ra trong kế hoạch", unit="Việc", value="37")
    report.indicator("2", "Tổng số tàu có mặt tại thời điểm báo cáo", unit="Tàu", value="412")
    report.indicator("4", "Số tàu chuyển sang năm sau", unit="Tàu", value="9")
    report.indicator("3", "Tỷ lệ thực hiện nhiệm vụ nạo vét theo kế hoạch", unit="%", value="88")
    return report.build()


def port_plan() -> Reading:
    plan = ReadingBuilder(
        "kh-cang", DocumentKind.PLAN, number="52/KH-SNN", period=years(2028), title="Kế hoạch cảng"
    )
    due = deadline("Quý III/2028", "period", "2028-07-01", "2028-09-30")
    plan.task(
        "1",
        "Thực hiện sắp xếp, kiện toàn cơ cấu tổ chức các Trạm bờ thuộc Ban quản lý",
        lead=("Phòng Nội chính",),
        products=("Quyết định thành lập",),
        due=due,
    )
    plan.task("2", "Nạo vét luồng vào bến", lead=("Các Trạm bờ",), products=("Hồ sơ",), due=due)
    plan.task(
        "3",
        "Thực hiện các nhiệm vụ của Sở tại Nghị quyết số 45/NQ-CP về phát triển đội tàu",
        lead=("Văn phòng Sở",),
        products=("Báo cáo kết quả",),
        due=due,
    )
    plan.task(
        "4",
        "Tổ chức diễn tập cho ít nhất 80 lượt thuyền viên giai đoạn 2029 - 2031",
        lead=("Phòng Tàu thuyền",),
        products=("Kịch bản",),
        due=due,
    )
    return plan.build()


def ask(question: str) -> Answer:
    readings = [port_report(), port_plan()]
    return RuleAnswerer(FakeIndex(readings), today=TODAY).answer(question)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Số công việc đề ra trong kế hoạch là bao nhiêu?", "37"),
        ("Tổng số tàu có mặt tại thời điểm báo cáo là bao nhiêu?", "412"),
        ("Số tàu chuyển sang năm sau là bao nhiêu?", "9"),
        ("Năm 2028 tỷ lệ thực hiện nhiệm vụ nạo vét theo kế hoạch là mấy?", "88"),
    ],
)
def test_the_name_of_a_figure_is_no_plan_no_report_and_no_list(question: str, figure: str) -> None:
    answer = ask(question)
    assert answer.status == "answered", answer.answer
    assert f"**{figure}" in answer.answer
    assert len(answer.citations) == 1


def test_a_unit_within_the_name_of_a_task_is_not_whose_tasks_are_asked_for() -> None:
    answer = ask("Đơn vị nào chủ trì sắp xếp, kiện toàn cơ cấu tổ chức các Trạm bờ?")
    assert "**Phòng Nội chính**" in answer.answer
    assert "Nạo vét" not in answer.answer


def test_work_on_a_numbered_paper_is_the_row_that_names_it() -> None:
    answer = ask("Ai chủ trì thực hiện nhiệm vụ tại Nghị quyết số 45/NQ-CP?")
    assert "**Văn phòng Sở**" in answer.answer


def test_a_number_of_things_after_voi_is_no_number_of_a_plan() -> None:
    answer = ask("Ai chủ trì nạo vét luồng vào bến đối với 52 tàu?")
    assert "52/KH-SNN" not in answer.interpreted_as
    assert answer.status == "refused" or "**Các Trạm bờ**" in answer.answer


def test_what_is_asked_is_read_from_the_words_around_the_name() -> None:
    name = "tổ chức diễn tập cho ít nhất 80 lượt thuyền viên giai đoạn 2029 - 2031"
    assert "**Phòng Tàu thuyền**" in ask(f"Đơn vị nào chủ trì {name}?").answer
    assert "**Kịch bản**" in ask(f"Sản phẩm của nhiệm vụ {name} là gì?").answer


def test_a_column_named_beside_the_row_goes_before_its_deadline(tmp_path: Path) -> None:
    path = tmp_path / "theo-doi.txt"
    path.write_text(
        "PHỤ LỤC THEO DÕI NHIỆM VỤ NĂM 2028\n\n"
        "TT\tNhiệm vụ\tĐơn vị thực hiện\tHạn xử lý\tNgày xong\n"
        "1\tNạo vét luồng vào bến cá phía Nam\tTrạm bờ Một\t15/3/2028\t20/3/2028\n"
        "2\tThay phao dẫn luồng ở cửa sông lớn\tTrạm bờ Hai\t20/4/2028\t\n",
        encoding="utf-8",
    )
    reading = read_file(path, document_id="d", shown_path=path.name)
    asking = RuleAnswerer(FakeIndex([reading]), today=TODAY)
    answer = asking.answer("Nạo vét luồng vào bến cá phía Nam xong ngày nào?")
    assert "20/3/2028" in answer.answer


def test_a_share_of_what_a_row_counts_is_not_the_count() -> None:
    answer = ask("Bao nhiêu % là tổng số tàu có mặt tại thời điểm báo cáo?")
    assert answer.status == "refused" or "**412" not in answer.answer
