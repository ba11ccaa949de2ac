"""The same tasks in many layouts must come back as the same records."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.model import Task
from ingest.pipeline import read_file
from tests.builders import LAYOUTS, Row, as_word, columns, grid, tasks


def _same(
    found: tuple[Task, ...], sections: list[tuple[str, str, list[Row]]], order: list[str]
) -> None:
    """``found`` are the tasks of ``sections``, as far as the columns of ``order`` say them."""
    wanted = [row for _, _, rows in sections for row in rows]
    assert [
        (task.key, task.text, task.products, task.lead, task.coordinating) for task in found
    ] == [
        (
            row.key,
            row.task,
            (row.product,) if "product" in order else (),
            row.lead,
            row.coordinating if "coordinating" in order else (),
        )
        for row in wanted
    ]
    assert [task.deadline and (task.deadline.text, task.deadline.to) for task in found] == [
        (row.deadline, row.until) for row in wanted
    ]


@pytest.mark.parametrize("seed", range(8))
def test_tasks_come_back_from_word_with_merged_sections_and_leads(
    tmp_path: Path, seed: int
) -> None:
    rng = random.Random(f"word-{seed}")
    sections = tasks(rng, year=2028)
    shared = sections[0][2][0].lead
    rows = [replace(row, lead=shared, coordinating=()) for row in sections[0][2][:2]]
    sections[0] = (*sections[0][:2], [*rows, *sections[0][2][2:]])
    order = columns(rng)
    header, body = grid(rng, sections, order)
    as_word(tmp_path / "a.docx", header, body, lead=order.index("lead"))
    found = read_file(tmp_path / "a.docx", document_id="d", shown_path="a.docx").tasks
    _same(found, sections, order)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@pytest.mark.parametrize("seed", range(12))
def test_tasks_come_back_whatever_the_layout(tmp_path: Path, layout: str, seed: int) -> None:
    rng = random.Random(f"{layout}-{seed}")
    year = rng.randint(2019, 2031)
    sections = tasks(rng, year=year)
    order = columns(rng)
    header, body = grid(rng, sections, order)
    text = f"PHỤ LỤC\nNHIỆM VỤ TRỌNG TÂM NĂM {year}\n\n{LAYOUTS[layout](rng, header, body)}"
    path = tmp_path / "phu-luc.txt"
    path.write_text(text, encoding="utf-8")

    found = read_file(path, document_id="d", shown_path="phu-luc.txt").tasks

    _same(found, sections, order)
    names = {part.column for task in found for part in (task.source, *task.source.parts)}
    assert names <= set(header)


def test_a_header_never_seen_before_is_matched_to_the_nearest_wording(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Số TT\tNội dung nhiệm vụ cần thực hiện\tPhòng, đơn vị chủ trì\tThời hạn phải hoàn thành\n"
        "1\tLập danh sách hồ sơ tồn\tPhòng Đo đạc\tTháng 5/2027\n",
        encoding="utf-8",
    )
    (task,) = read_file(path, document_id="d", shown_path="a.txt").tasks
    assert (task.text, task.lead) == ("Lập danh sách hồ sơ tồn", ("Phòng Đo đạc",))
    assert task.deadline is not None
    assert task.deadline.to == "2027-05-31"


def test_a_cut_row_is_joined_and_keeps_both_places(tmp_path: Path) -> None:
    header = "TT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tThời hạn"
    path = tmp_path / "a.txt"
    path.write_text(
        f"{header}\n1\tRà soát hồ sơ lưu trữ\tBáo cáo\tTrung tâm Lưu trữ và\tQuý I/2027\n\n"
        f"{header}\n\tcủa các năm trước.\t\tThông tin\t\n"
        "2\tLập kế hoạch.\tKế hoạch\tThanh tra Sở\tQuý II/2027\n",
        encoding="utf-8",
    )
    first, second = read_file(path, document_id="d", shown_path="a.txt").tasks
    assert first.text == "Rà soát hồ sơ lưu trữ của các năm trước."
    assert first.lead == ("Trung tâm Lưu trữ và Thông tin",)
    rows = {part.row for part in (first.source, *first.source.parts)}
    assert rows == {2, 4}
    assert second.lead == ("Thanh tra Sở",)


def test_a_second_product_in_a_row_without_a_number_is_a_deliverable(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "TT\tNhiệm vụ\tSản phẩm\tThời hạn\tĐơn vị chủ trì\n"
        "1\tKhảo sát người dân.\tKế hoạch khảo sát\tQuý I/2027\tVăn phòng Sở\n"
        "\t\tBáo cáo kết quả khảo sát\tQuý III/2027\t\n",
        encoding="utf-8",
    )
    (task,) = read_file(path, document_id="d", shown_path="a.txt").tasks
    assert [(d.product, d.deadline.to if d.deadline else None) for d in task.deliverables] == [
        ("Kế hoạch khảo sát", "2027-03-31"),
        ("Báo cáo kết quả khảo sát", "2027-09-30"),
    ]


def test_a_value_in_the_wrong_column_is_reported_and_stays_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "TT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\tKinh phí\n"
        "1\tNâng cấp trang thông tin.\tVăn phòng Sở\t\tQuý IV/2027\n",
        encoding="utf-8",
    )
    found = read_file(path, document_id="d", shown_path="a.txt")
    assert found.tasks[0].deadline is None
    (problem,) = found.document.problems
    assert problem.code == "column_shift"
    assert problem.source is not None
    assert (problem.source.quote, problem.source.column) == ("Quý IV/2027", "Kinh phí")


def test_a_directive_gives_its_items_the_unit_of_their_heading(tmp_path: Path) -> None:
    path = tmp_path / "chi-thi.txt"
    path.write_text(
        "CHỈ THỊ\nVề việc chấn chỉnh kỷ luật làm việc năm 2027\n\n"
        "1. Phòng Hạ tầng kỹ thuật\n"
        "a) Lập danh mục công trình chậm tiến độ trước ngày 15/3/2027.\n"
        "b) Phối hợp với Thanh tra Sở kiểm tra hiện trường trong quý II/2027.\n\n"
        "2. Văn phòng Sở\na) Tổng hợp báo cáo hằng tháng.\n",
        encoding="utf-8",
    )
    found = read_file(path, document_id="d", shown_path="chi-thi.txt")
    assert found.document.kind == "directive"
    assert [(task.key, task.lead, task.coordinating) for task in found.tasks] == [
        ("1.a", ("Phòng Hạ tầng kỹ thuật",), ()),
        ("1.b", ("Phòng Hạ tầng kỹ thuật",), ("Thanh tra Sở",)),
        ("2.a", ("Văn phòng Sở",), ()),
    ]
    assert found.tasks[0].deadline is not None
    assert found.tasks[0].deadline.to == "2027-03-15"


def test_who_a_standing_office_is_is_no_task_of_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "thong-bao.txt"
    path.write_text(
        "THÔNG BÁO\nVề việc thành lập Ban Chỉ đạo di dời kho thóc năm 2041\n\n"
        "1. Phòng Kho bãi\nKiểm kê thóc giống trước ngày 12/4/2041.\n\n"
        "2. Cơ quan thường trực\nPhòng Cân đo là cơ quan thường trực của Ban Chỉ đạo.\n",
        encoding="utf-8",
    )
    found = read_file(path, document_id="d", shown_path="thong-bao.txt")
    assert not [task for task in found.tasks if "Cơ quan thường trực" in task.lead]
