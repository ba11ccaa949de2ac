"""What a paper was drawn up under, who leads where nobody is named, and how units are spelt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.pipeline import read_file
from tests.assistant.asking.fakes import FakeIndex

TODAY = date(2034, 5, 4)
_REPORT = """SỞ THỦY SẢN TỈNH BẾN TRE

BÁO CÁO
Kết quả nuôi nghêu năm 2034

Thực hiện Kế hoạch số 45/KH-UBND ngày 20/01/2034 của UBND tỉnh về nuôi nghêu năm 2034; Công văn \
số 88/STC-NS ngày 02/02/2034 của Sở Tài chính về kinh phí nuôi nghêu; Sở Thủy sản báo cáo như sau:

I. KẾT QUẢ

Sở đã ban hành Quyết định số 7/QĐ-STS ngày 03/3/2034 về giống nghêu.
"""
_PLAN = "\n".join(
    (
        "SỞ THỦY SẢN TỈNH BẾN TRE",
        "",
        "Số: 9/KH-STS",
        "",
        "KẾ HOẠCH",
        "Phát triển bãi nghêu năm 2034",
        "",
        "TT\tNhiệm vụ\tĐơn vị chủ trì và phối hợp\tThời hạn\tSản phẩm",
        "I\tKIỂM SOÁT BÃI NGHÊU",
        "1\tRà soát bãi nghêu ven biển\tVăn phòng Sở chủ trì thực hiện\tQuý I/2034\tBáo cáo",
        "2\tTiếp tục số hóa bản đồ bãi nghêu\tTheo hướng dẫn của Cục Thủy sản\tNăm 2034\tBản đồ",
        "3\tCắm mốc bãi nghêu\tPhòng Kênh rạch và Rẫy vườn chủ trì\tQuý II/2034\tBiên bản",
    )
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> RuleAnswerer:
    folder = tmp_path_factory.mktemp("ngheu")
    readings = []
    for name, text in (("baocao", _REPORT), ("kehoach", _PLAN)):
        path: Path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        readings.append(read_file(path, document_id=name, shown_path=path.name))
    return RuleAnswerer(FakeIndex(readings), today=lambda: TODAY)


def _ask(answerer: RuleAnswerer, question: str) -> Answer:
    return answerer.answer(question)


def test_what_a_report_was_drawn_up_under_are_its_opening_papers(answerer: RuleAnswerer) -> None:
    answer = _ask(answerer, "Báo cáo nuôi nghêu năm 2034 được lập theo kế hoạch và công văn nào?")
    assert answer.status == "answered"
    assert "45/KH-UBND" in answer.answer
    assert "88/STC-NS" in answer.answer
    assert "7/QĐ-STS" not in answer.answer


def test_one_type_of_paper_asked_for_leaves_the_other_out(answerer: RuleAnswerer) -> None:
    answer = _ask(answerer, "Báo cáo nuôi nghêu năm 2034 được lập theo công văn nào?")
    assert "88/STC-NS" in answer.answer
    assert "**45/KH-UBND**" not in answer.answer


def test_a_task_that_names_no_leader_brings_no_other_tasks_of_its_part(
    answerer: RuleAnswerer,
) -> None:
    answer = _ask(answerer, "Phòng nào chủ trì số hóa bản đồ bãi nghêu?")
    assert answer.status == "refused"
    assert "Kênh rạch" not in answer.answer
    assert "rà soát" not in answer.answer


def test_the_spelling_of_a_unit_stands_though_no_sentence_holds_it(
    answerer: RuleAnswerer,
) -> None:
    asked = "Phòng Kênh rạch và Rẫy vườn chủ trì việc gì?"
    answer = _ask(answerer, asked)
    assert answer.interpreted_as == asked
    assert "Cắm mốc bãi nghêu" in answer.answer
