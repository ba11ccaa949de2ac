"""A cell or sentence is no answer unless it is of the kind asked for: a day, money, a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, Turn
from assistant.service import Service
from evals.opening import opened

_HEAD = (
    "UBND TỈNH SƠN BÌNH",
    "SỞ THỦY SẢN",
    "Số: 71/BC-STS",
    "Sơn Bình, ngày 02 tháng 12 năm 2034",
)
_TEXT = """UBND TỈNH SƠN BÌNH
SỞ DU LỊCH
Số: 38/BC-SDL
Sơn Bình, ngày 20 tháng 6 năm 2034

BÁO CÁO
Kết quả phổ biến quy tắc ứng xử 6 tháng đầu năm 2034

I. KẾT QUẢ
1. Phổ biến quy tắc
Đã in 2.600 tấm bích chương, mở 04 hội nghị với 915 lượt người dự.
2. Bến thuyền
Đã có 37% bến thuyền số 208 gắn biển chỉ dẫn 208.
"""


def _docx(path: Path, title: str, parts: Sequence[str | Sequence[Sequence[str]]]) -> None:
    from docx import Document

    document = Document()
    for text in (*_HEAD, "BÁO CÁO", title):
        document.add_paragraph(text)
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(rows=0, cols=len(part[0]))
        table.style = "Table Grid"
        for line in part:
            for cell, text in zip(table.add_row().cells, line, strict=True):
                cell.text = text
    document.save(str(path))


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("cells")
    works = [
        ["TT", "Công việc", "Đơn vị chủ trì", "Phối hợp", "Phải xong trước", "Ngày xong"],
        ["1", "Thay phao neo cảng cá", "Đội Bến", "Trạm Hải đăng", "10/4/2034", "02/5/2034"],
        ["2", "Sơn lại cầu tàu", "Trạm Hải đăng", "Đội Bến", "20/7/2034", ""],
        ["3", "Vét luồng lạch", "Đội Bến", "Kho Vật tư", "31/7/2034", "25/7/2034"],
    ]
    shows = [
        ["TT", "Hình thức", "Số lượng", "Phụ trách"],
        ["1", "Hội thi đan lưới", "02 hội thi", "Đội Bến"],
        ["2", "Tờ gấp an toàn", "900 tờ", "Trạm Hải đăng"],
    ]
    ranks = [
        ["TT", "Xã", "Điểm", "Xếp hạng"],
        ["1", "Xã Hòn Đỏ", "81,2", "4"],
        ["2", "Xã Bãi Ngang", "93,5", "1"],
    ]
    rates = [
        ["TT", "Xã", "Tỷ lệ hài lòng năm 2033 (%)", "Tỷ lệ hài lòng năm 2034 (%)"],
        ["1", "Xã Hòn Đỏ", "88,4", "86,1"],
        ["2", "Xã Bãi Ngang", "90,2", "91,0"],
    ]
    _docx(folder / "tien-do.docx", "Tiến độ công việc năm 2034", [works])
    _docx(
        folder / "hoi-thi.docx",
        "Truyền thông nghề cá năm 2034",
        ["Kinh phí 64 triệu đồng lấy từ quỹ nghề cá.", shows],
    )
    _docx(folder / "hang.docx", "Kết quả chấm điểm xã năm 2034", [ranks])
    _docx(folder / "hai-long.docx", "Mức hài lòng năm 2034", [rates])
    (folder / "ung-xu.txt").write_text(_TEXT, encoding="utf-8")
    files = sorted(folder.iterdir())
    with opened(files, today=lambda: date(2034, 12, 10)) as found:
        yield found


def _ask(service: Service, *questions: str) -> Answer:
    history: list[Turn] = []
    for question in questions:
        answer = service.ask(question, history=tuple(history))
        history.append(Turn(question=question, answer=answer.answer))
    return answer


@pytest.mark.parametrize(
    "question",
    ["Việc thay phao neo cảng cá xong ngày nào?", "viec thay phao neo cang ca xong ngay nao"],
)
def test_the_day_when_work_was_done_is_not_the_day_when_it_was_due(
    service: Service, question: str
) -> None:
    answer = _ask(service, question)
    assert "02/5/2034" in answer.answer
    assert "10/4/2034" not in answer.answer


def test_a_deadline_asked_for_stays_the_deadline(service: Service) -> None:
    assert "10/4/2034" in _ask(service, "Thay phao neo cảng cá phải xong trước ngày nào?").answer


def test_a_count_is_no_money(service: Service) -> None:
    answer = _ask(service, "Kinh phí tổ chức hội thi đan lưới?")
    assert "02 hội thi" not in answer.answer
    assert "02 hội thi" in _ask(service, "Số lượng hội thi đan lưới là bao nhiêu?").answer


def test_a_figure_is_no_reason(service: Service) -> None:
    assert _ask(service, "Vì sao xã Hòn Đỏ xếp hạng nhất?").status == "refused"
    assert "**4**" in _ask(service, "Xã Hòn Đỏ xếp hạng mấy?").answer


@pytest.mark.parametrize("year", ["2033", "năm 2033"])
def test_the_only_year_named_may_be_the_one_compared_with(service: Service, year: str) -> None:
    answer = _ask(service, f"Xã Hòn Đỏ giảm bao nhiêu điểm phần trăm so với {year}?")
    assert "2,3 điểm phần trăm" in answer.answer


def test_the_sign_of_a_share_asks_for_a_share(service: Service) -> None:
    answer = _ask(service, "Bao nhiêu % bến thuyền số 208 gắn biển chỉ dẫn 208?")
    assert answer.status == "answered"
    assert "37%" in answer.answer
    assert _ask(service, "Bao nhiêu bến thuyền số 208 gắn biển chỉ dẫn 208?").status == "refused"


def test_how_many_took_part_is_a_figure_before_those_present(service: Service) -> None:
    question = "Bao nhiêu lượt người dự hội nghị phổ biến quy tắc {} tháng đầu năm 2034?"
    assert "915 lượt" in _ask(service, question.format(6)).answer
    assert _ask(service, question.format(9)).status == "refused"


def test_who_helps_is_asked_of_the_work_listed_before(service: Service) -> None:
    answer = _ask(service, "Đội Bến chủ trì việc gì trong quý III/2034?", "ai phối hợp?")
    assert "Kho Vật tư" in answer.answer
    assert "Sơn lại cầu tàu" not in answer.answer
