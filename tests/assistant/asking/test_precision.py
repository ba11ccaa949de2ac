"""Only what is asked: rows as good as the best one, grouped, each in its place."""

from __future__ import annotations

from datetime import date

from assistant.asking.answerer import RuleAnswerer
from ingest.model import DocumentKind, Reading
from tests.assistant.asking.documents import all_readings
from tests.assistant.asking.fakes import FakeIndex, ReadingBuilder, deadline, years

TODAY = date(2024, 2, 20)


def seed_plan() -> Reading:
    plan = ReadingBuilder("seed", DocumentKind.TASK_ANNEX, period=years(2024), number="3/KH-SNN")
    plan.section("I", "QUẢN LÝ GIỐNG CÂY TRỒNG")
    year = deadline("Năm 2024", "year", "2024-01-01", "2024-12-31")
    plan.task(
        "I.1", "Báo cáo kiểm định giống cây trồng hằng quý", lead=("Phòng Trồng trọt",), due=year
    )
    plan.task(
        "I.2", "Ban hành Kế hoạch kiểm định giống cây trồng", lead=("Chi cục Giống",), due=year
    )
    plan.task(
        "I.3",
        "Tổ chức hội thi cho nông dân",
        lead=("Văn phòng Sở",),
        coordinating=("Chi cục Giống",),
        products=("Tin bài về kiểm định giống cây trồng",),
        due=year,
    )
    plan.task("I.4", "Lưu kho giống lúa vụ mùa", lead=("Văn phòng Sở",), due=year)
    plan.task("I.5", "Lưu kho giống lúa vụ xuân", lead=("Phòng Trồng trọt",), due=year)
    return plan.build()


def ask(question: str) -> str:
    answer = RuleAnswerer(FakeIndex([seed_plan()]), today=TODAY).answer(question)
    assert answer.status == "answered", answer.answer
    return answer.answer


def test_a_row_that_names_all_that_is_asked_answers_alone() -> None:
    answer = ask("thời hạn báo cáo kiểm định giống cây trồng")
    assert "Báo cáo kiểm định" in answer
    assert "Ban hành Kế hoạch" not in answer
    assert "hội thi" not in answer


def test_rows_that_fit_equally_well_are_all_kept() -> None:
    answer = ask("ai chủ trì lưu kho giống lúa")
    assert "vụ mùa" in answer
    assert "vụ xuân" in answer


def test_what_only_a_product_mentions_gives_way_to_rows_that_say_it() -> None:
    answer = ask("ai chủ trì kiểm định giống cây trồng")
    assert "Phòng Trồng trọt" in answer
    assert "Chi cục Giống" in answer
    assert "hội thi" not in answer


def test_two_units_in_two_roles_limit_a_list_together() -> None:
    answer = ask("nhiệm vụ Văn phòng Sở chủ trì có Chi cục Giống phối hợp")
    assert "1 nhiệm vụ" in answer
    assert "I.3" in answer
    assert "I.4" not in answer


def test_a_total_of_tasks_is_a_count() -> None:
    assert "**2** nhiệm vụ" in ask("tổng số nhiệm vụ Văn phòng Sở chủ trì")


def test_a_target_without_lead_and_the_task_that_carries_it_are_one_line() -> None:
    answer = RuleAnswerer(FakeIndex(all_readings()), today=TODAY).answer(
        "đơn vị nào chủ trì chỉ tiêu thanh toán trực tuyến", documents=["plan24"]
    )
    assert answer.answer.count("\n") == 0
    assert "không phân công riêng" in answer.answer
    assert "B.1" in answer.answer
    assert "**Bộ phận Một cửa**" in answer.answer
    assert len(answer.citations) == 2


def test_many_lines_are_grouped_by_document() -> None:
    answer = RuleAnswerer(FakeIndex(all_readings()), today=TODAY).answer(
        "chỉ tiêu thanh toán trực tuyến là bao nhiêu"
    )
    lines = answer.answer.split("\n")
    head = next(place for place, line in enumerate(lines) if line.startswith("**Kế hoạch 402"))
    assert lines[head + 2].startswith("- Đến năm 2026: ")
    assert "≥ 60%" in lines[head + 2]
    assert "≥ 85%" in lines[head + 3]


def test_words_scattered_over_a_row_give_way_to_the_row_that_has_them_in_one_phrase() -> None:
    plan = ReadingBuilder("cang", DocumentKind.TASK_ANNEX, period=years(2024), number="8/KH-SGTVT")
    plan.task(
        "1",
        "Lập dự thảo, trình Giám đốc Sở công bố lịch tàu nội tỉnh",
        lead=("Cảng vụ",),
        due=deadline("Trước ngày 05/5/2024", "before", None, "2024-05-05"),
    )
    plan.task(
        "2",
        "Cập nhật lịch tàu lên trang điện tử của bến nội tỉnh sau khi được Sở công bố",
        lead=("Văn phòng Sở",),
        due=deadline("Trong năm 2024", "year", "2024-01-01", "2024-12-31"),
    )
    answerer = RuleAnswerer(FakeIndex([plan.build()]), today=TODAY)
    answer = answerer.answer("Phải công bố lịch tàu nội tỉnh trước ngày nào?").answer
    assert "05/5/2024" in answer
    assert "trang điện tử" not in answer
