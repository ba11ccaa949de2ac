"""What single lines, labels and notes say, and what a question takes over from its first part."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.asking.repairing.typed import in_own_words
from assistant.asking.sentences.holding import asks_attendance, holder_in, roles_in
from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH ĐỒI CHÈ
SỞ THỦY LỢI
Số: 31/KH-STL
Đồi Chè, ngày 09 tháng 01 năm 2042

KẾ HOẠCH
Cải cách hành chính năm 2042 của Sở Thủy lợi tỉnh Đồi Chè

I. NHIỆM VỤ

STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tSản phẩm\tThời hạn
I\tKÊNH MƯƠNG
1\tBan hành Kế hoạch nạo vét kênh chính\tPhòng Kênh mương\tVăn phòng Sở\tKế hoạch\tQuý I/2042
2\tĐăng tin cải cách hành chính trên bản tin\tPhòng Bản tin\tVăn phòng Sở\tTin, bài\tQuý III/2042

II. GIẢI PHÁP
Đổi mới cách theo dõi của Sở và các Trạm, Đội bơm; thường xuyên tổ chức lấy ý kiến người dân.

III. TỔ CHỨC THỰC HIỆN
1. Trách nhiệm thực hiện
1.1. Văn phòng Sở
- Theo dõi, đôn đốc việc thực hiện Kế hoạch.
1.2. Các Trạm, Đội bơm thuộc Sở
- Trưởng các Trạm, Đội bơm thuộc Sở phổ biến Kế hoạch này đến từng công nhân.
- Khi máy hỏng, các đơn vị báo về Văn phòng Sở để bố trí sửa.
2. Kinh phí thực hiện
Kinh phí thực hiện công tác cải cách hành chính được bố trí từ nguồn thủy lợi phí của Sở.
"""
REPORT = """UBND TỈNH ĐỒI CHÈ
SỞ THỦY LỢI
Số: 402/BC-STL
Đồi Chè, ngày 15 tháng 12 năm 2042

BÁO CÁO
Kết quả cải cách hành chính năm 2042
I. SỐ LIỆU

STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú
1\tSố liệu về biên chế công nhân\t\t\t
\tTổng số biên chế được giao trong năm\tNgười\t58\t
\tTổng số biên chế có mặt tại thời điểm báo cáo\tNgười\t53\t
2\tNgười làm việc ở các đội bơm\t\t\t
\tTổng số người làm việc có mặt\tNgười\t21\t
3\tỨng dụng quản lý kho, quản lý máy bơm\tSố phần mềm\t02\t- Phần mềm kho Thóc Vàng \
- Phần mềm máy bơm Suối Reo
4\tSố lượt người được dạy vận hành máy bơm\tLượt\t96\t
"""
DECISION = """UBND TỈNH ĐỒI CHÈ
Số: 77/2042/QĐ-UBND
Đồi Chè, ngày 03 tháng 3 năm 2042

QUYẾT ĐỊNH
Ủy quyền tuyển dụng công nhân trạm bơm trên địa bàn tỉnh Đồi Chè
Điều 1. Phạm vi điều chỉnh
Quyết định này quy định về ủy quyền tuyển dụng công nhân trạm bơm thuộc Ủy ban nhân dân cấp xã.
Điều 2. Đối tượng và nội dung
1. Đối tượng được ủy quyền: Trạm trưởng trạm bơm liên xã.
2. Nội dung ủy quyền: tổ chức thi tuyển công nhân.
"""
TODAY = date(2042, 12, 20)


service = service_of(
    {"plan": PLAN, "report": REPORT, "decision": DECISION}, today=TODAY, dense=False
)


def _asked(service: Service, question: str) -> Answer:
    return service.ask(question)


def test_who_is_given_something_is_read_from_the_line_labelled_so(service: Service) -> None:
    answer = _asked(service, "Theo quyết định 77, ai được ủy quyền tuyển dụng công nhân trạm bơm?")
    assert answer.status == "answered"
    assert "Trạm trưởng trạm bơm liên xã" in answer.answer
    assert "Phạm vi" not in answer.answer


def test_a_task_led_by_a_unit_is_not_dated_by_the_document(service: Service) -> None:
    made = _asked(
        service, "Kế hoạch nạo vét kênh chính do Phòng Kênh mương chủ trì ban hành khi nào?"
    )
    assert "Quý I/2042" in made.answer
    assert "9/1/2042" not in made.answer
    false = _asked(
        service, "Kế hoạch cải cách hành chính do Phòng Bản tin chủ trì ban hành khi nào?"
    )
    assert false.status == "refused"


def test_a_row_on_the_matter_is_no_plan_that_its_unit_makes(service: Service) -> None:
    answer = _asked(service, "Phòng Bản tin chủ trì ban hành Kế hoạch cải cách hành chính khi nào?")
    assert answer.status == "refused"


def test_people_left_unnamed_are_those_counted_before(service: Service) -> None:
    answer = _asked(
        service, "Sở Thủy lợi có bao nhiêu biên chế được giao và bao nhiêu người có mặt năm 2042?"
    )
    assert "58" in answer.answer
    assert "53" in answer.answer
    assert "21" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Sở Thủy lợi Đồi Chè dùng những phần mềm nào?",
        "Phần mềm kho của Sở Thủy lợi tên là gì?",
        "Sở sử dụng phần mềm nào để quản lý kho?",
    ],
)
def test_what_is_used_is_named_by_the_note_of_its_row(service: Service, question: str) -> None:
    answer = _asked(service, question)
    assert answer.status == "answered"
    assert "Thóc Vàng" in answer.answer


def test_a_note_that_names_another_thing_answers_nothing(service: Service) -> None:
    assert _asked(service, "Phần mềm chấm công tên là gì?").status == "refused"


def test_a_word_of_the_vocabulary_is_not_taken_for_a_slip(service: Service) -> None:
    answer = _asked(service, "Số lượt người được dạy vận hành máy bơm?")
    assert "lượt" in answer.interpreted_as
    assert "96" in answer.answer


def test_duties_below_a_heading_are_those_of_the_body_it_names(service: Service) -> None:
    answer = _asked(
        service, "Trách nhiệm của các trạm, đội bơm trong tổ chức thực hiện kế hoạch 31?"
    )
    assert "phổ biến Kế hoạch này" in answer.answer
    assert "báo về Văn phòng Sở" in answer.answer
    assert "lấy ý kiến người dân" not in answer.answer


def test_where_the_money_of_the_work_comes_from_is_told_by_the_plan(service: Service) -> None:
    answer = _asked(service, "Ngân sách nào chi cho công tác CCHC năm 2042 của Đồi Chè?")
    assert answer.status == "answered"
    assert "thủy lợi phí" in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Có phải việc nạo vét kênh chính là của Phòng Bản tin?", "Không phải"),
        ("Có phải việc nạo vét kênh chính do Phòng Kênh mương làm không?", "Đúng"),
    ],
)
def test_whose_work_something_is_may_be_doubted_in_everyday_words(
    service: Service, question: str, said: str
) -> None:
    answer = _asked(service, question)
    assert said in answer.answer
    assert "Phòng Kênh mương" in answer.answer


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Cộng kinh phí của các việc kênh mương?", "tổng kinh phí của các việc kênh mương?"),
        ("Tổng số tiền được cấp cho đội bơm?", "tổng kinh phí được cấp cho đội bơm?"),
        ("Việc của Đội bơm (vai trò chủ trì)?", "Việc do Đội bơm chủ trì?"),
        ("Cộng đồng dân cư kênh mương có mấy tổ?", "Cộng đồng dân cư kênh mương có mấy tổ?"),
        ("Tổng số tiền đã thu hồi?", "Tổng số tiền đã thu hồi?"),
    ],
)
def test_sums_and_roles_are_read_in_common_words(typed: str, read: str) -> None:
    assert in_own_words(typed) == read


def test_parts_in_a_group_and_meetings_are_heard_without_accents() -> None:
    assert asks_attendance("nhung ai du cuoc hop ve dap nuoc")
    assert ("truong", "ban") in roles_in("truong ban chi dao dap nuoc la ai")
    assert holder_in("ai la giam doc so")
    assert not asks_attendance("du toan nam nay la bao nhieu")
