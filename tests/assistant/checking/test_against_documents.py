"""A report against its annex, a plan and last year: duties, places, states, changes, cover."""

from __future__ import annotations

import pytest

from assistant.answer import Finding
from tests.assistant.checking.papers import checked

HEAD = "BÁO CÁO\nKết quả công tác năm 2027\n\n1. Kết quả\n\n"
PLAN = (
    "KẾ HOẠCH\nCông tác năm 2027\n\nPHỤ LỤC\n\n"
    "STT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành\n"
    "I\tChuyên môn\t\t\t\t\n"
    "1\tKiểm kê rừng phòng hộ ven sông\tBáo cáo\tChi cục Kiểm lâm\tPhòng Kỹ thuật\t"
    "Trước ngày 20/5/2027\n"
    "2\tLập bản đồ sạt lở bờ biển\tBản đồ\tPhòng Kỹ thuật\tChi cục Kiểm lâm\tQuý III/2027\n"
)
ROWS = (
    "\nPhụ lục\nSỐ LIỆU NĂM 2027\n\nSTT\tChỉ tiêu\tĐơn vị tính\tSố liệu\tGhi chú\n"
    "I\tLâm nghiệp\t\t\t\n1\tSố vườn ươm được cấp phép\tVườn\t48\t\n"
    "2\tSố xưởng cưa bị đình chỉ\tXưởng\t17\t\n"
)


def grave(text: str, *against: str) -> list[Finding]:
    return [one for one in checked(text, *against).findings if one.severity != "info"]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Việc kiểm kê rừng phòng hộ ven sông phải xong trước ngày 20/5/2027.", False),
        ("Việc kiểm kê rừng phòng hộ ven sông phải xong đến hết ngày 20/5/2027.", True),
        ("Việc kiểm kê rừng phòng hộ ven sông phải xong trước ngày 20/6/2027.", True),
        ("Lập bản đồ sạt lở bờ biển trong quý III/2027.", False),
        ("Lập bản đồ sạt lở bờ biển trong quý IV/2027.", True),
        ("Chi cục Kiểm lâm chủ trì kiểm kê rừng phòng hộ ven sông.", False),
        ("Trung tâm Giống chủ trì kiểm kê rừng phòng hộ ven sông.", True),
    ],
)
def test_a_task_keeps_its_deadline_and_its_lead(sentence: str, wrong: bool) -> None:
    found = [one for one in grave(f"{HEAD}{sentence}\n", PLAN) if one.severity == "error"]
    assert bool(found) is wrong


OWN = (
    "\nTT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành\tTình trạng\n"
    "1\tKiểm kê rừng phòng hộ ven sông\t{}\tPhòng Kỹ thuật\t{}\t{}\n"
)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("Chi cục Kiểm lâm", "Trước ngày 20/5/2027", "Đã hoàn thành"), []),
        (("Văn phòng Sở", "Trước ngày 20/5/2027", "Đã hoàn thành"), ["chủ trì"]),
        (("Chi cục Kiểm lâm", "Trước ngày 25/5/2027", "Đã hoàn thành"), ["thời hạn"]),
        (("Chi cục Kiểm lâm", "Trước ngày 20/5/2027", "Đang thực hiện"), ["quá hạn"]),
    ],
)
def test_a_table_of_tasks_repeats_the_plan(cells: tuple[str, str, str], words: list[str]) -> None:
    found = grave(HEAD + "Tiến độ như sau.\n" + OWN.format(*cells), PLAN)
    about = [one.message for one in found if "Kiểm kê" in one.message]
    assert [any(word in text for word in ("chủ trì", "thời hạn", "qua hạn")) for text in about] == [
        True for _ in words
    ]


@pytest.mark.parametrize(("place", "wrong"), [("I.1", False), ("I.2", True)])
def test_a_figure_stands_in_the_row_that_it_names(place: str, wrong: bool) -> None:
    text = f"{HEAD}Có 48 vườn ươm được cấp phép (mục {place} Phụ lục).\n{ROWS}"
    assert bool(grave(text)) is wrong


@pytest.mark.parametrize(
    ("code", "sentence", "wrong"),
    [
        (1, "Đã hoàn thành việc lập quy hoạch mạng lưới trạm bơm.", False),
        (0, "Đã hoàn thành việc lập quy hoạch mạng lưới trạm bơm.", True),
        (1, "Việc lập quy hoạch mạng lưới trạm bơm đang thực hiện.", True),
        (0, "Việc lập quy hoạch mạng lưới trạm bơm chưa hoàn thành.", False),
    ],
)
def test_done_and_open_agree_with_the_coded_answer(code: int, sentence: str, wrong: bool) -> None:
    row = "3\tLập quy hoạch mạng lưới trạm bơm\tĐã thực hiện = 1 Chưa thực hiện = 0\t{}\t\n"
    assert bool(grave(f"{HEAD}{sentence}\n{ROWS}{row.format(code)}")) is wrong


QUARTERS = (
    "\nPhụ lục\nSỐ LIỆU QUÝ II NĂM 2027\n\nTT\tChỉ tiêu\tĐơn vị tính\tQuý II/2026\tQuý I/2027\t"
    "Quý II/2027\n"
    "1\tSố chuyến phà đêm\tChuyến\t200\t230\t250\n2\tTỷ lệ chuyến phà đúng giờ\t%\t90,5\t91,5\t94\n"
)
QUARTER = "BÁO CÁO\nKết quả công tác quý II năm 2027\n\n1. Kết quả\n\n"


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Số chuyến phà đêm là 250 chuyến.", "match"),
        ("Số chuyến phà đêm là 230 chuyến.", "wrong_period"),
        ("Quý I, số chuyến phà đêm là 230 chuyến.", "match"),
        ("Số chuyến phà đêm là 250 chuyến, tăng 50 chuyến so với cùng kỳ.", "derived"),
        ("Số chuyến phà đêm là 250 chuyến, tăng 20 chuyến so với cùng kỳ.", "contradicted"),
        ("Số chuyến phà đêm là 250 chuyến, giảm 50 chuyến so với cùng kỳ.", "contradicted"),
        ("Số chuyến phà đêm là 250 chuyến, tăng 20 chuyến so với quý I/2027.", "derived"),
        ("Số chuyến phà đêm là 250 chuyến, tăng 25% so với cùng kỳ.", "derived"),
    ],
)
def test_quarters_are_told_apart(sentence: str, verdict: str) -> None:
    check = checked(f"{QUARTER}{sentence}\n{QUARTERS}")
    told = [one for one in check.figures if one.value and one.source and not one.source.table]
    assert told[-1].verdict == verdict


def test_a_plan_and_a_result_of_one_row_are_two_figures() -> None:
    table = (
        "\nTT\tChỉ tiêu\tĐơn vị tính\tKế hoạch\tThực hiện\tTỷ lệ (%)\n"
        "1\tCầu treo được sơn lại\tCầu\t40\t30\t{}\n"
    )
    right = "Cầu treo được sơn lại: thực hiện 30 cầu, kế hoạch giao 40 cầu.\n"
    assert grave(HEAD + right + table.format(75)) == []
    assert grave(HEAD + right.replace("giao 40", "giao 30") + table.format(75)) != []
    (share,) = grave(HEAD + right + table.format(57))
    assert share.code == "arithmetic"


def test_two_rows_of_one_place_cannot_both_be_true() -> None:
    table = "\nTT\tĐịa phương\tSố bến cá (bến)\n1\tXã Hải Thọ\t4\n2\t{}\t7\n"
    assert grave(HEAD + "Như sau.\n" + table.format("Xã Hải Tân")) == []
    (found,) = grave(HEAD + "Như sau.\n" + table.format("Xã Hải Thọ"))
    assert found.code == "contradiction"


def test_an_invented_figure_is_a_warning_only_where_the_rest_has_sources() -> None:
    names = [
        f"bến {name} được nạo vét" for name in ("tàu", "phà", "cá", "than", "muối", "gạo", "đá")
    ]
    rows = "".join(f"{n}\tSố {name}\tBến\t{n * 13}\t\n" for n, name in enumerate(names, start=3))
    told = "".join(f"Số {name} là {n * 13} bến.\n\n" for n, name in enumerate(names, start=3))
    invented = "Ngoài ra, có 64 lá thư cảm ơn của người dân.\n"
    covered = checked(HEAD + told + invented + ROWS + rows)
    assert [one.severity for one in covered.findings if "64" in one.message] == ["warning"]
    bare = checked(HEAD + invented + ROWS)
    assert [one.severity for one in bare.findings if "64" in one.message] == ["info"]
    assert [one.verdict for one in bare.figures if one.value == "64"] == ["unsourced"]


def test_the_number_of_a_decision_in_the_text_is_that_of_the_note() -> None:
    row = (
        "3\tBan hành quy chế tiếp dân\tCó = 1 Không = 0\t1\t"
        "Quyết định số 71/QĐ-SNN ngày 04/6/2027\n"
    )
    said = "Sở ban hành Quyết định số {}/QĐ-SNN ngày {} về quy chế tiếp dân.\n"
    assert grave(HEAD + said.format(71, "04/6/2027") + ROWS + row) == []
    assert grave(HEAD + said.format(17, "04/6/2027") + ROWS + row) != []
    assert grave(HEAD + said.format(71, "04/6/2026") + ROWS + row) != []
