"""Cells that a page break cut: a deadline whose head slipped away, a date, a document's date."""

from __future__ import annotations

from pathlib import Path

from ingest.model import Reading
from ingest.pipeline import read_file

HEADER = "TT\tMục tiêu\tNhiệm vụ\tChủ trì\tThời hạn\tKinh phí"


def _read(folder: Path, *lines: str) -> Reading:
    path = folder / "a.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_file(path, document_id="d", shown_path="a.txt")


def test_a_tail_fetches_its_head_from_the_column_it_slipped_into(tmp_path: Path) -> None:
    reading = _read(
        tmp_path,
        "PHỤ LỤC NĂM 2029", "", HEADER,
        "1\t1.1. Bờ kè vững\t2.1. Gia cố bờ\tPhòng Kè\t\tTheo hướng dẫn của Sở", "",
        HEADER,
        "\tquanh hồ\t2.2. Trồng cỏ chắn sóng\t\tXây lắp và cơ quan khác\t",
        "2\t1.2. Hồ sạch\t2.3. Vớt bèo\tPhòng Hồ\tHằng tháng\t",
    )  # fmt: skip
    first, second, third = reading.tasks
    assert first.deadline is None, "what slipped stays where it stands"
    assert second.deadline is not None
    assert second.deadline.text == "Theo hướng dẫn của Sở Xây lắp và cơ quan khác"
    assert second.deadline.kind == "external"
    places = {(part.row, part.column) for part in second.source.parts}
    assert {(2, "Kinh phí"), (4, "Thời hạn")} <= places
    assert [problem.code for problem in reading.document.problems] == [
        "deadline_joined",
        "column_shift",
    ]
    assert third.deadline is not None
    assert third.deadline.text == "Hằng tháng"


def test_a_tail_below_a_row_of_the_same_task_completes_that_task(tmp_path: Path) -> None:
    reading = _read(
        tmp_path,
        "PHỤ LỤC NĂM 2029", "", HEADER,
        "1\t1.1. Bờ kè vững\t2.1. Gia cố bờ\tPhòng Kè\t\tTheo hướng dẫn của Sở", "",
        HEADER,
        "\tquanh hồ\t\t\tXây lắp và cơ quan khác\t",
    )  # fmt: skip
    (task,) = reading.tasks
    assert task.deadline is not None
    assert task.deadline.text == "Theo hướng dẫn của Sở Xây lắp và cơ quan khác"


def test_a_year_on_the_next_page_belongs_to_its_deadline(tmp_path: Path) -> None:
    header = "TT\tNhiệm vụ\tChủ trì\tThời hạn"
    reading = _read(
        tmp_path,
        "PHỤ LỤC NĂM 2029", "", header, "1\tĐếm cá trong\tPhòng Hồ và\tTrong năm", "",
        header, "\tmọi hồ\tnuôi trồng\t2029",
    )  # fmt: skip
    (task,) = reading.tasks
    assert task.deadline is not None
    assert (task.deadline.text, task.deadline.kind) == ("Trong năm 2029", "year")
    assert task.deliverables == ()


def test_a_document_named_across_a_page_break_keeps_its_date(tmp_path: Path) -> None:
    header = "STT\tChỉ tiêu\tĐVT\tSố liệu\tGhi chú"
    reading = _read(
        tmp_path,
        "PHỤ LỤC SỐ LIỆU NĂM 2029", "", header,
        "1\tSố hồ đã đo\tHồ\t4\tKế hoạch số 04/KH-STS", "",
        header, "\t\t\t\tngày 30/01/2029",
    )  # fmt: skip
    (ref,) = reading.refs
    assert (ref.number, ref.date) == ("04/KH-STS", "2029-01-30")
    assert ref.source.quote == "Kế hoạch số 04/KH-STS"
    assert [part.quote for part in ref.source.parts] == ["ngày 30/01/2029"]


def test_a_list_inside_a_cell_goes_on_over_the_page(tmp_path: Path) -> None:
    header = "TT\tNhiệm vụ\tChủ trì\tThời hạn"
    reading = _read(
        tmp_path,
        "KẾ HOẠCH NĂM 2029", "", header,
        "1\tĐếm 03 loại thuyền: 1.1. Thuyền nan;\tPhòng Bến\tQuý I/2029", "",
        header,
        "\t1.2. Thuyền thúng; 1.3. Thuyền đáy bằng.\t\t",
        "2\tSơn mái chèo\tPhòng Mộc\tQuý II/2029",
    )  # fmt: skip
    counted, painted = reading.tasks
    assert "Thuyền thúng" in counted.text
    assert "Thuyền đáy bằng" in counted.text
    assert counted.lead == ("Phòng Bến",)
    assert painted.key == "2"
