"""Rows chosen by what a question sets on them, and figures taken together by row and column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.answer import Answer
from assistant.asking.answerer import RuleAnswerer
from ingest.pipeline import read_file
from tests.assistant.asking.fakes import FakeIndex

TODAY = date(2034, 6, 1)
_Rows = Sequence[Sequence[str | int | float | None]]

_ASSIGNED: _Rows = [
    ["SỞ THỦY LỢI TỈNH KIÊN THỦY"],
    ["BẢNG THEO DÕI NHIỆM VỤ NĂM 2034"],
    [
        "TT",
        "Nội dung nhiệm vụ",
        "Phòng chủ trì",
        "Phòng phối hợp",
        "Văn bản giao",
        "Hạn xử lý",
        "Ngày hoàn thành",
        "Trạng thái",
        "Kinh phí cấp (triệu đồng)",
        "Đã chi (triệu đồng)",
    ],
    ["I", "ĐÊ ĐIỀU", None, None, None, None, None, None, 520, 300],
    [
        1,
        "Đắp lại bờ kè Rạch Tôm",
        "Phòng Đê điều",
        "Phòng Kế toán",
        "71/UBND-TL",
        "15/3/2034",
        "20/3/2034",
        "Trễ hạn",
        400,
        280,
    ],
    [
        2,
        "Cắm mốc hành lang đê Cồn Vẹm",
        "Phòng Đê điều",
        None,
        "88/UBND-TL",
        "30/6/2034",
        None,
        "Chưa hoàn thành",
        120,
        20,
    ],
    ["II", "HỒ CHỨA", None, None, None, None, None, None, 750, 600],
    [
        3,
        "Lắp cảm biến mực nước hồ Suối Khế",
        "Phòng Hồ chứa",
        "Phòng Đê điều",
        "93/UBND-TL",
        "31/8/2034",
        None,
        "Đang xử lý",
        750,
        600,
    ],
    [4, "Thả cá giống xuống hồ", "Phòng Hồ chứa", None, "95/UBND-TL", None, None, None, None, None],
    [None, "Cộng toàn bộ", None, None, None, None, None, None, 1270, 900],
]
_FIELDS: _Rows = [
    ["UBND TỈNH KIÊN THỦY"],
    ["KẾT QUẢ GIẢI QUYẾT HỒ SƠ NĂM 2033"],
    ["STT", "Lĩnh vực", "Tiếp nhận", None, "Đã giải quyết", None, "Năm 2032"],
    [None, None, "Trực tuyến", "Trực tiếp, bưu chính", "Đúng hạn", "Quá hạn", "Trực tuyến"],
    [None, "TỔNG SỐ", 1000, 400, 1350, 20, 800],
    [1, "Nuôi ong", 600, 150, 740, 0, 450],
    [2, "Đò ngang", 300, 200, 470, 20, 310],
    [3, "Lò gạch", 100, None, 140, 0, 40],
]
_STAFFED: _Rows = [
    ["SỞ THỦY LỢI TỈNH KIÊN THỦY"],
    ["VỊ TRÍ VIỆC LÀM NĂM 2034"],
    ["TT", "Vị trí việc làm", "Số người được duyệt", "Số người hiện có", "Chứng chỉ", "Tăng, giảm"],
    [1, "Gác đập", 6, 4, "Bơi lội", "-2"],
    [2, "Đo mưa", 3, 3, None, "0"],
    [3, "Lái xuồng", 2, 3, "Lái phương tiện thủy", "+1"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> RuleAnswerer:
    folder = tmp_path_factory.mktemp("conditions")
    tables = {"assigned": _ASSIGNED, "fields": _FIELDS, "staffed": _STAFFED}
    merged = {"fields": ("C3:D3", "E3:F3", "A3:A4", "B3:B4")}
    readings = [
        read_file(
            _book(folder / f"{name}.xlsx", rows, merged.get(name, ())),
            document_id=name,
            shown_path=f"{name}.xlsx",
        )
        for name, rows in tables.items()
    ]
    return RuleAnswerer(FakeIndex(readings), today=TODAY)


def _book(path: Path, rows: _Rows, merged: Sequence[str]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def _said(answer: Answer) -> str:
    return answer.answer.replace("**", "")


@pytest.mark.parametrize(
    ("question", "held", "left_out"),
    [
        (
            "Trong các việc Phòng Đê điều chủ trì, việc nào có kinh phí trên 200 triệu đồng?",
            ("Đắp lại bờ kè",),
            ("Cắm mốc", "cảm biến"),
        ),
        ("Lĩnh vực nào không có hồ sơ quá hạn?", ("Nuôi ong", "Lò gạch"), ("Đò ngang", "TỔNG")),
        ("Vị trí nào chưa có chứng chỉ?", ("Đo mưa",), ("Gác đập", "Lái xuồng")),
        ("Vị trí việc làm nào còn thiếu người?", ("Gác đập",), ("Đo mưa", "Lái xuồng")),
        ("Vị trí việc làm nào thừa người?", ("Lái xuồng",), ("Gác đập",)),
        ("Vị trí việc làm nào không tăng giảm?", ("Đo mưa",), ("Gác đập", "Lái xuồng")),
        ("Nhiệm vụ nào tốn kinh phí nhất?", ("cảm biến", "750"), ("HỒ CHỨA", "Cộng")),
        ("Việc nào chưa có hạn xử lý?", ("Thả cá",), ("Đắp lại", "Cộng")),
        ("Những việc nào trễ hạn?", ("Đắp lại bờ kè",), ("cảm biến", "Thả cá")),
        ("Việc nào chưa hoàn thành?", ("Cắm mốc", "cảm biến"), ("Đắp lại",)),
    ],
)
def test_rows_meet_what_the_question_sets(
    answerer: RuleAnswerer, question: str, held: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    answer = answerer.answer(question)
    said = _said(answer)

    assert answer.status == "answered", said
    assert all(word in said for word in held), said
    assert not any(word in said for word in left_out), said


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Tổng kinh phí cấp cho các việc Phòng Đê điều chủ trì là bao nhiêu?", "400 + 120 = 520"),
        ("Hồ sơ trực tuyến lĩnh vực Đò ngang nhiều hơn hồ sơ trực tiếp bao nhiêu?", "100"),
        ("Tỷ lệ hồ sơ trực tuyến năm 2033 của Nuôi ong trong tổng số trực tuyến?", "60 %"),
        ("Việc cắm mốc hành lang đê Cồn Vẹm còn bao nhiêu kinh phí chưa chi?", "100"),
        ("Công văn 93/UBND-TL giao việc gì?", "cảm biến mực nước"),
        ("Phần hồ chứa được cấp bao nhiêu kinh phí?", "750"),
    ],
)
def test_figures_are_reckoned_from_cells(answerer: RuleAnswerer, question: str, held: str) -> None:
    answer = answerer.answer(question)
    said = _said(answer)

    assert answer.status == "answered", said
    assert held in said, said
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "Lĩnh vực Đò ngang có bao nhiêu hồ sơ trước hạn?",
        "Lĩnh vực Lò gạch tiếp nhận trực tiếp bao nhiêu hồ sơ?",
        "Lĩnh vực nào có trên 900 hồ sơ trực tuyến?",
        "Công văn 99/UBND-TL giao việc gì?",
        "Việc thả cá giống xuống hồ đã chi bao nhiêu tiền?",
    ],
)
def test_what_no_cell_says_is_refused(answerer: RuleAnswerer, question: str) -> None:
    answer = answerer.answer(question)

    assert answer.status == "refused" or "để trống" in answer.answer, answer.answer


def test_a_row_that_sums_others_up_is_no_task(answerer: RuleAnswerer) -> None:
    said = _said(answerer.answer("Có bao nhiêu nhiệm vụ trong bảng theo dõi năm 2034?"))

    assert "4 nhiệm vụ" in said, said
    assert "Cộng toàn bộ" not in said
