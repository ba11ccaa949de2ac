"""A cell that is no share, no body or blank is no answer to a question for just that."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import Workbook

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.page import Composed, Page
from assistant.asking.refusing.accounting import accounted
from ingest.model import Source
from ingest.pipeline import read_file
from tests.assistant.asking.fakes import FakeIndex

_ROWS = (
    ("PHỤ LỤC"),
    ("KHUNG NHIỆM VỤ CHỢ NỔI GIAI ĐOẠN 2034 - 2038"),
    ("TT", "Mục tiêu", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian hoàn thành", "Kinh phí"),
    (
        "1",
        "Rà soát, sắp xếp chỗ neo đậu ghe tại chợ nổi để cắt giảm 15% chi phí đi lại",
        "Thống kê, rà soát chỗ neo đậu ghe tại chợ nổi",
        "Biểu mẫu rà soát, buổi học nghề lái ghe",
        "Phòng Bến bãi",
        "Hàng năm",
        None,
    ),
    (
        "2",
        "Bảo đảm ghe bán hàng được đăng kiểm",
        "Kiểm tra đăng kiểm ghe bán hàng tại chợ nổi",
        "Biên bản kiểm tra",
        "Phòng Đăng kiểm",
        "Hàng năm",
        None,
    ),
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> RuleAnswerer:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _ROWS:
        sheet.append([row] if isinstance(row, str) else [*row])
    path = tmp_path_factory.mktemp("cells") / "chonoi.xlsx"
    book.save(path)
    reading = read_file(path, document_id="chonoi", shown_path="chonoi.xlsx")
    return RuleAnswerer(FakeIndex([reading]), today=date(2034, 5, 2))


def _told(answer: Answer) -> str:
    return answer.answer.replace("**", "")


def test_a_blank_cell_of_money_says_nothing_of_another_cost(answerer: RuleAnswerer) -> None:
    answer = answerer.answer(
        "Rà soát chỗ neo đậu ghe tại chợ nổi để giảm bao nhiêu phần trăm chi phí đi lại?"
    )
    assert answer.status == "answered"
    assert "15%" in _told(answer)


_WORK = "Kiểm tra đăng kiểm ghe bán hàng tại chợ nổi"


def _source(column: str, quote: str) -> Source:
    place = {"document_id": "chonoi", "file": "chonoi.xlsx", "section": (), "table": 1, "row": 5}
    return Source.model_validate({**place, "column": column, "quote": quote})


def _cell(column: str, quote: str) -> Composed:
    """What tables answer: one cell of the second task's row."""
    page = Page()
    sources = [_source("Nhiệm vụ", _WORK), _source(column, quote)]
    page.add(f"«{_WORK}» – {column}: {quote}", sources)
    return Composed(page, by_cells=True)


@pytest.mark.parametrize(
    ("question", "column", "quote", "status"),
    [
        ("Bao nhiêu phần trăm ghe bán hàng được đăng kiểm?", "Thời gian", "Hàng năm", "refused"),
        ("Bao nhiêu phần trăm ghe bán hàng được đăng kiểm?", "Tỷ lệ", "45%", "answered"),
        ("Đơn vị nào đăng kiểm ghe bán hàng?", "Sản phẩm", "Biên bản", "refused"),
        ("Đơn vị nào đăng kiểm ghe bán hàng?", "Chủ trì", "Phòng Đăng kiểm", "answered"),
    ],
)
def test_a_cell_of_another_kind_is_refused(
    answerer: RuleAnswerer, question: str, column: str, quote: str, status: str
) -> None:
    understood = answerer.understand(question)
    held = accounted(understood.query, understood.corpus, _cell(column, quote))
    assert (held.status == "answered" and quote in held.page.text) == (status == "answered")
