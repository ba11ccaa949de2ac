"""Documents of known kinds laid out and worded another way: labels, units, aims, papers."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from assistant.answer import Answer
from assistant.asking.grid.naming import tells_of
from assistant.asking.words import plain_phrase
from assistant.service import Service
from ingest.model import Target
from tests.assistant.asking.written import service_of

if TYPE_CHECKING:
    from assistant.asking.grid.shape import Grid

_PLAN = """UBND TỈNH SƠN BÌNH
SỞ THỦY SẢN

Số: 35/QĐ-STS

Sơn Bình, ngày 09 tháng 01 năm 2034

QUYẾT ĐỊNH
Ban hành Kế hoạch chăm sóc bến cá năm 2034 của Sở Thủy sản

GIÁM ĐỐC SỞ THỦY SẢN

Căn cứ Quyết định số 702/QĐ-UBND ngày 14/12/2033 của UBND tỉnh Sơn Bình ban hành Kế hoạch \
chăm sóc bến cá tỉnh Sơn Bình năm 2034;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chăm sóc bến cá năm 2034 của Sở Thủy sản.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

GIÁM ĐỐC

Nguyễn Bến Đậu

KẾ HOẠCH
Chăm sóc bến cá năm 2034 của Sở Thủy sản

1. MỤC ĐÍCH

1.1. Tỷ lệ thuyền có phao cứu sinh đạt từ 83% trở lên.

1.2. Giữ gìn nếp sinh hoạt của làng chài.

2. TỔ CHỨC THỰC HIỆN

2.1. Văn phòng Sở tổng hợp, báo cáo kết quả thực hiện trước ngày 12 của tháng cuối quý.

PHỤ LỤC
CÔNG VIỆC NĂM 2034

Mục\tNhiệm vụ\tĐơn vị chủ trì\tPhối hợp\tKết thúc
1\tSửa chữa bến cá
a)\tĐóng lại cọc cầu bến\tVăn phòng Sở\tĐội Bến\t30/4/2034
b)\tSơn phao dẫn luồng\tĐội Bến\tVăn phòng Sở\t15/6/2034
2\tDạy nghề
a)\tMở lớp vá lưới\tVăn phòng Sở\tĐội Bến\t20/9/2034
"""
_LONG = """SỞ DIÊM NGHIỆP

Số: 64/KH-SDN

Sơn Bình, ngày 03 tháng 11 năm 2033

KẾ HOẠCH
Nghề muối giai đoạn 2034 - 2040 của Sở Diêm nghiệp

I. NỘI DUNG

1. Chăm sóc ruộng muối

1.1. Chỉ tiêu

a) Đến năm 2036

- 62% ruộng muối được trải bạt.

b) Đến năm 2040

- 91% ruộng muối được trải bạt.

1.2. Nhiệm vụ

- Đổi bạt cũ lấy bạt mới tại kho Đồng Mặn.

- Đắp lại bờ ruộng sau mỗi mùa bão.

II. TỔ CHỨC THỰC HIỆN

1. Vụ Ruộng muối chủ trì nội dung sửa chữa bến cá.
"""
_REPORT = """SỞ LÂM SẢN

Số: 18/BC-SLS

Sơn Bình, ngày 05 tháng 12 năm 2034

BÁO CÁO
Kết quả trồng rừng ngập mặn năm 2034

I. KẾT QUẢ

1. Văn bản
Đến nay đã trình UBND tỉnh ban hành Quyết định số 9/2034/QĐ-UBND ngày 06/3/2034 bãi bỏ Quyết định \
số 4/2027/QĐ-UBND ngày 02/4/2027 của UBND tỉnh Sơn Bình về việc quy định chăm cây đước.

PHỤ LỤC
SỐ LIỆU NĂM 2034

STT\tChỉ tiêu\tSố liệu\tĐơn vị\tGhi chú
1\tSố đơn vị làng nghề đã đi thăm\t\tCơ quan, đơn vị\t
2\tTỷ lệ cây đước sống\t77\t%\t
3\tKiểm tra chòi canh\t\t\tSở Lâm sản không được giao việc kiểm tra chòi canh
4\tSố cây đước đã trồng\t5200\tCây\t

PHỤ LỤC II
THU CHI NĂM 2034

STT\tChỉ tiêu\tĐơn vị tính\tKế hoạch giao\tĐã làm được\tTỷ lệ đạt
1\tPhí thuê xuồng qua mạng\tTriệu đồng\t40\t48,5\t121%
2\tLượt khách thuê xuồng\tLượt\t300\t260\t86%
"""


service = service_of(
    {"ke-hoach": _PLAN, "dai-han": _LONG, "bao-cao": _REPORT}, today=date(2034, 7, 1), dense=False
)


def _asked(service: Service, question: str) -> Answer:
    return service.ask(question)


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch chăm sóc bến cá năm 2034 của Sở Thủy sản được ban hành kèm theo quyết định nào?",
        "Quyết định nào ban hành Kế hoạch chăm sóc bến cá năm 2034 của Sở Thủy sản?",
        "Kế hoạch chăm sóc bến cá năm 2034 của Sở Thủy sản ban hành theo quyết định số mấy?",
    ],
)
def test_the_paper_that_a_plan_was_issued_with_is_its_own_number(
    service: Service, question: str
) -> None:
    answer = _asked(service, question)
    assert "35/QĐ-STS" in answer.answer
    assert "9/1/2034" in answer.answer
    assert "702/QĐ-UBND" not in answer.answer


def test_the_plan_of_the_province_was_issued_with_the_decision_of_the_province(
    service: Service,
) -> None:
    question = "Kế hoạch chăm sóc bến cá tỉnh Sơn Bình năm 2034 được ban hành theo quyết định nào?"
    assert "702/QĐ-UBND" in _asked(service, question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định nào bãi bỏ Quyết định số 4/2027/QĐ-UBND của tỉnh Sơn Bình?",
        "Quyết định số 4/2027/QĐ-UBND bị bãi bỏ bởi quyết định nào?",
    ],
)
def test_which_paper_replaced_another_is_told_by_the_sentence_that_names_both(
    service: Service, question: str
) -> None:
    answer = _asked(service, question)
    assert answer.status == "answered"
    assert "9/2034/QĐ-UBND" in answer.answer


def test_how_many_units_is_no_question_for_the_unit_of_measure(service: Service) -> None:
    answer = _asked(service, "Sở Lâm sản đã đi thăm bao nhiêu đơn vị làng nghề?")
    assert answer.status == "refused"
    assert "**Cơ quan, đơn vị**" not in answer.answer


def test_a_sum_in_a_table_answers_how_much_money(service: Service) -> None:
    answer = _asked(service, "Sở Lâm sản có phí thuê xuồng qua mạng được bao nhiêu tiền?")
    assert answer.status == "answered"
    assert "48,5" in answer.answer


def test_the_note_of_a_blank_row_tells_whether_a_thing_is_done(service: Service) -> None:
    answer = _asked(service, "Sở Lâm sản có kiểm tra chòi canh không?")
    assert answer.status == "answered"
    assert "không được giao" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Sở Diêm nghiệp làm gì để chăm sóc ruộng muối?",
        "Để chăm sóc ruộng muối, Sở Diêm nghiệp sẽ thực hiện những việc gì?",
    ],
)
def test_what_is_done_for_a_matter_is_its_work_and_not_its_aims(
    service: Service, question: str
) -> None:
    answer = _asked(service, question)
    assert "Đổi bạt cũ" in answer.answer
    assert "Đắp lại bờ ruộng" in answer.answer
    assert "62%" not in answer.answer


def test_the_aims_of_a_section_for_one_year_leave_out_the_rest_of_it(service: Service) -> None:
    question = "Đến năm 2036 Sở Diêm nghiệp có chỉ tiêu gì về chăm sóc ruộng muối?"
    answer = _asked(service, question)
    assert "62%" in answer.answer
    assert "91%" not in answer.answer
    assert "Đổi bạt" not in answer.answer


def test_work_of_another_issuer_is_no_answer_where_one_is_named(service: Service) -> None:
    answer = _asked(service, "Vụ nào của Sở Diêm nghiệp chủ trì nội dung sửa chữa bến cá?")
    assert "Vụ Ruộng muối" in answer.answer
    assert "Đội Bến" not in answer.answer


@pytest.mark.parametrize(
    ("row", "above", "told"),
    [
        ("Sở Diêm nghiệp", "", True),
        ("SDN", "", True),
        ("Đắp bờ", "Phần việc của Sở Diêm nghiệp", True),
        ("Đắp bờ", "CHĂM SÓC RUỘNG MUỐI", False),
    ],
)
def test_a_table_of_others_is_asked_about_a_body_only_where_it_names_it(
    row: str, above: str, *, told: bool
) -> None:
    rows = (SimpleNamespace(name=row, above=(above,)),)
    grid = SimpleNamespace(rows=rows, columns=(SimpleNamespace(said="Số ruộng"),))
    assert tells_of(cast("Grid", grid), [plain_phrase("Sở Diêm nghiệp")]) is told


def test_rows_of_one_body_are_no_answer_to_by_when_it_does_another_work(service: Service) -> None:
    answer = _asked(service, "Văn phòng Sở báo cáo kết quả thực hiện trước ngày bao nhiêu?")
    assert "Đóng lại cọc" not in answer.answer


def test_labels_below_a_strange_title_number_rows_and_head_parts(service: Service) -> None:
    answer = _asked(service, "Kế hoạch của Sở Thủy sản có bao nhiêu nhiệm vụ?")
    assert "**3** nhiệm vụ" in answer.answer
    assert "2.a. Mở lớp vá lưới" in answer.answer


def test_the_purpose_of_a_plan_without_aims_sets_its_targets(service: Service) -> None:
    texts = [one.text for one in service.records("targets") if isinstance(one, Target)]
    assert any("phao cứu sinh" in text for text in texts)
    assert not any("nếp sinh hoạt" in text for text in texts)


def test_a_short_form_in_capitals_is_no_signer_taken_for_granted(service: Service) -> None:
    answer = _asked(service, "Ai ký quyết định về CCHC số 35/QĐ-STS của Sở Thủy sản?")
    assert "Không phải" not in answer.answer
