"""Forms that were met late: numbers without a code, places in names, lists of figures, scores."""

from __future__ import annotations

import pytest

from ingest.extraction.document import read_document
from ingest.extraction.references import collect, mentions
from ingest.extraction.statements import statements
from ingest.model import Content, Reading, Source
from ingest.readers.text import parse
from ingest.text.deadlines import parse_deadline
from ingest.text.organisations import split_units
from ingest.text.roles import roles_in


def _read(text: str) -> Reading:
    return read_document(
        Content(blocks=parse(text)),
        document_id="d",
        file="a.txt",
        path="a.txt",
        sha256="0" * 64,
        reader_version="1",
    )


def _refs(text: str) -> dict[str, str | None]:
    source = Source(document_id="d", file="a.txt", quote=text)
    found = collect(mentions(text, source), document_id="d", own=None)
    return {ref.number: ref.date for ref in found}


def test_a_number_without_a_code_counts_where_type_and_issuer_or_date_stand_beside_it() -> None:
    assert _refs("Theo Công văn số 812 ngày 07/4/2024 và Quyết định 45 của Thủ tướng") == {
        "812": "2024-04-07",
        "45": None,
    }
    assert _refs("Kế hoạch 2024 của Sở, Đề án 06 của Chính phủ, 45 của Thủ tướng") == {}


def test_a_number_is_named_once_whether_with_or_without_its_code() -> None:
    text = "Quyết định 45 của Thủ tướng; Quyết định số 45/QĐ-TTg ngày 02/3/2022"
    assert _refs(text) == {"45/QĐ-TTg": "2022-03-02"}


def test_documents_of_one_list_share_its_date() -> None:
    text = "các Quyết định số 71/QĐ-UBND, 72/QĐ-UBND và 73/QĐ-UBND ngày 09/5/2023"
    assert set(_refs(text).values()) == {"2023-05-09"}


def test_a_year_in_a_number_keeps_the_date_of_another_year_away() -> None:
    text = "các Nghị định số 63/2010/NĐ-CP và 92/2017/NĐ-CP ngày 07/8/2017"
    assert _refs(text) == {"63/2010/NĐ-CP": None, "92/2017/NĐ-CP": "2017-08-07"}


def test_a_code_with_an_ampersand_is_whole() -> None:
    assert list(_refs("Văn bản số 81/UBND-KSTT&TT ngày 01/11/2022")) == ["81/UBND-KSTT&TT"]


@pytest.mark.parametrize(
    ("text", "helper"),
    [
        ("Giao Sở Y tế chủ trì, phối hợp với Sở Tư pháp dự kiến nhân sự", "Sở Tư pháp"),
        (
            "Giao Thanh tra Sở chủ trì, phối hợp với Phòng Quản lý chất lượng thanh tra thu, chi",
            "Phòng Quản lý chất lượng",
        ),
        (
            "Văn phòng Sở chủ trì, phối hợp với Kho bạc Nhà nước tỉnh đối chiếu số liệu",
            "Kho bạc Nhà nước tỉnh",
        ),
    ],
)
def test_the_work_behind_a_coordinating_unit_is_no_part_of_its_name(text: str, helper: str) -> None:
    assert roles_in(text).coordinating == (helper,)


def test_units_with_their_own_work_each_lead() -> None:
    text = "- Phòng Kế hoạch: xây dựng báo cáo;\n- Văn phòng Sở: tổ chức hội nghị"
    assert roles_in(text).lead == ("Phòng Kế hoạch", "Văn phòng Sở")


def test_a_dash_between_council_and_committee_parts_no_units() -> None:
    assert split_units("Văn phòng HĐND - UBND huyện") == ("Văn phòng HĐND - UBND huyện",)
    assert split_units("Phòng Kế hoạch -\nTổng hợp") == ("Phòng Kế hoạch - Tổng hợp",)


def test_a_comparator_said_once_holds_for_the_next_figure() -> None:
    found = statements("Số hóa tối thiểu 60% hồ sơ, 80% tài liệu")
    assert [(one.comparator, one.value) for one in found] == [(">=", "60"), (">=", "80")]
    found = statements("Không để quá 5% hồ sơ trễ hạn, 100% hồ sơ được công khai")
    assert [(one.comparator, one.value) for one in found] == [("<=", "5"), ("=", "100")]


def test_an_average_below_a_limit_is_no_change() -> None:
    (found,) = statements("Thời gian chờ bình quân không quá 20 phút")
    assert (found.comparator, found.value) == ("<=", "20")


def test_what_an_earlier_year_reached_is_no_target() -> None:
    reading = _read(
        "KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. CHỈ TIÊU\n\n"
        "1. Tỷ lệ hồ sơ trực tuyến đạt 70% trở lên (năm 2024: 58%).\n"
    )
    assert [target.value for target in reading.targets] == ["70"]


def test_a_bullet_cut_before_its_figure_is_one() -> None:
    reading = _read(
        "KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. CHỈ TIÊU\n\n"
        "- Tỷ lệ hồ sơ thanh toán trực tuyến của Sở phấn đấu đạt trên\n\n"
        "45% trong tổng số hồ sơ.\n"
    )
    (target,) = reading.targets
    assert (target.comparator, target.value) == (">", "45")


def test_figures_of_a_directive_are_targets_with_their_lead() -> None:
    reading = _read(
        "SỞ CÔNG THƯƠNG\nSố: 15/CT-SCT\n\nCHỈ THỊ\nVề cải cách hành chính\n\n"
        "1. Văn phòng Sở: niêm yết công khai; không để quá 3% hồ sơ trễ hạn.\n"
    )
    (target,) = reading.targets
    assert (target.comparator, target.value, target.lead) == ("<=", "3", ("Văn phòng Sở",))


def test_scores_beside_work_are_indicators() -> None:
    reading = _read(
        "TT\tTiêu chí\tĐiểm chuẩn\tĐiểm đạt\tGiải pháp\tĐơn vị chủ trì\tThời hạn\n"
        "1\tKế hoạch năm\t2,00\t1,50\tĐôn đốc\tVăn phòng Sở\tQuý III/2024\n"
        "2\tKiểm tra\t1,00\t0,00\tBan hành kế hoạch\tThanh tra Sở\tQuý IV/2024\n"
    )
    assert [task.lead for task in reading.tasks] == [("Văn phòng Sở",), ("Thanh tra Sở",)]
    assert [(one.name, one.value) for one in reading.indicators] == [
        ("Kế hoạch năm", "2"),
        ("Kế hoạch năm", "1.5"),
        ("Kiểm tra", "1"),
        ("Kiểm tra", "0"),
    ]
    assert reading.targets == ()


def test_a_province_may_begin_like_a_unit() -> None:
    reading = _read("UBND TỈNH THANH HÓA\nSỞ NỘI VỤ\n\nBÁO CÁO\nKết quả năm 2024\n")
    assert reading.document.province == "Thanh Hóa"


def test_the_end_of_a_departments_name_is_no_body_of_its_own() -> None:
    reading = _read(
        "UBND TỈNH BÌNH PHƯỚC SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\n\nBÁO CÁO\nKết quả năm 2024\n"
    )
    assert reading.document.issuer == "Sở Lao động - Thương binh và Xã hội"


@pytest.mark.parametrize("text", ["6 tháng/lần", "02 lần/năm"])
def test_so_many_times_in_a_period_recurs(text: str) -> None:
    assert parse_deadline(text, year=2024).kind == "recurring"


def test_a_number_that_moves_from_one_year_to_the_next_is_one_target() -> None:
    (found,) = statements("Tăng tỷ lệ hồ sơ trực tuyến từ 30% năm 2022 lên 70% năm 2025")
    assert (found.value, found.base) == ("70", "30%")


def test_a_date_written_with_dashes_is_a_date() -> None:
    assert _refs("Nghị quyết số 06-NQ/TU ngày 15-10-2021") == {"06-NQ/TU": "2021-10-15"}


@pytest.mark.parametrize("printed", ["lI", "1I", "ll", "\u2161"])
def test_ones_misread_in_a_section_number_are_put_right_in_the_key(printed: str) -> None:
    reading = _read(
        "TT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\n"
        "I\tTHỂ CHẾ\t\t\n1\tRà soát văn bản\tVăn phòng Sở\tQuý I/2024\n"
        f"{printed}\tTHỦ TỤC\t\t\n1\tCông khai hồ sơ\tVăn phòng Sở\tQuý II/2024\n"
    )
    assert [task.key for task in reading.tasks] == ["I.1", "II.1"]


def test_a_deadline_and_a_list_of_units_that_a_page_cuts_are_whole() -> None:
    head = "TT\tNhiệm vụ\tPhân công thực hiện\tThời hạn\n"
    reading = _read(
        f"{head}1\tTheo dõi thi hành pháp luật về đất\tChủ trì: Phòng Tư pháp. "
        "Phối hợp: Thanh tra huyện,\tQuý II\n\n"
        f"{head}\tđai, môi trường\tUBND các xã, thị trấn\t- Quý III/2024\n"
    )
    (task,) = reading.tasks
    assert task.coordinating == ("Thanh tra huyện", "UBND các xã, thị trấn")
    assert task.deadline is not None
    assert task.deadline.to == "2024-09-30"


def test_an_environment_department_is_no_school() -> None:
    reading = _read("UBND TỈNH TRÀ VINH SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG\n\nBÁO CÁO\nKết quả năm 2021\n")
    assert reading.document.issuer == "Sở Tài nguyên và Môi trường"
