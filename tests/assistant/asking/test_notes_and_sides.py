"""What the notes of figures say, the two sides of a comparison, and who is meant by a question."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer
from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH VỊNH SỨA
SỞ HÀNG HẢI
Số: 12/KH-SHH
Vịnh Sứa, ngày 06 tháng 01 năm 2047

KẾ HOẠCH
Cải cách hành chính năm 2047 của Sở Hàng hải tỉnh Vịnh Sứa

I. NHIỆM VỤ

STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tSản phẩm\tThời hạn
I\tHẢI ĐĂNG
1\tBan hành Kế hoạch sơn lại hải đăng\tPhòng Hải đăng\tVăn phòng Sở\tKế hoạch\tQuý I/2047
2\tThay bóng đèn hải đăng Hòn Mực theo Quyết định số 81/QĐ-BHH ngày 02/12/2046\t\
Phòng Hải đăng; Phòng Luồng lạch\tVăn phòng Sở\tBiên bản\tQuý II/2047
3\tTrực canh hải đăng ban đêm\tPhòng Hải đăng\tVăn phòng Sở\tSổ trực\tThường xuyên
II\tLUỒNG LẠCH
1\tNạo vét luồng Cửa Sứa\tPhòng Luồng lạch\tVăn phòng Sở\tBiên bản\tQuý I/2047
2\tĐo độ sâu luồng phụ, báo cáo hằng tháng\tVăn phòng Sở\tPhòng Luồng lạch\tSố liệu\tThường xuyên

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở
- Hằng tháng gửi báo cáo độ sâu về Cục Thủy triều để tổng hợp.
2. Chi ủy Sở có nhiệm vụ nhắc đảng viên giữ gìn phao tiêu.
3. Xử lý nghiêm hành vi đổ rác xuống luồng, làm lệch phao tiêu.
"""
REPORT = """UBND TỈNH VỊNH SỨA
SỞ HÀNG HẢI
Số: 240/BC-SHH
Vịnh Sứa, ngày 12 tháng 12 năm 2047

BÁO CÁO
Kết quả cải cách hành chính năm 2047
I. KẾT QUẢ
Sở mở chuyên mục “Sóng và Đèn” mỗi tháng 03 kỳ trên đài tỉnh.
Chuyên mục “Sóng và Đèn” mở từ ngày 05/5/2047.
Sở đã soạn 9 quyết định trình Chủ tịch tỉnh, trong đó: thống kê mới: 07 TTHC, chỉnh sửa, làm lại: \
31 TTHC.
Kết quả rà soát được nêu tại Quyết định số 95/QĐ-UBND ngày 03/3/2047 về thông qua phương án \
gộp bến Hòn Mực.

II. SỐ LIỆU

STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú
1\tKiểm tra CCHC\t\t\t
\tSố vấn đề phát hiện qua kiểm tra\tVấn đề\t6\t
2\tKiểm tra việc thực hiện nhiệm vụ hành chính về phao tiêu\t\t\t
\tSố vấn đề phát hiện qua kiểm tra\tVấn đề\t41\tĐoàn nhận thấy dây neo đã mục, phao bạc màu ở \
ba bến xa bờ và đã đề nghị thay mới.
3\tBến đò hạng 2, hạng 3\t\t\t
\tSố bến đủ điều kiện đón khách đêm hạng 2\tBến\t19\t
\tSố bến đang đón khách đêm hạng 2\tBến\t12\t
\tSố bến đủ điều kiện đón khách đêm hạng 3\tBến\t8\t
4\tTỷ lệ hồ sơ bến đò trả đúng giờ\t%\t97\t582 hồ sơ trả sớm và đúng giờ trên 600 hồ sơ
5\tPhổ biến quy định cho lái đò\t\t\t
\tSố lượng văn bản đã phổ biến\tVăn bản\t5\tLuật Bến bãi; Luật Phao tiêu; Luật Thủy triều; \
Luật Cứu hộ
6\tSố lượng hồ sơ hoa tiêu gửi đi thẩm định\tHồ sơ\t3\tSở Hàng hải gửi hồ sơ lên Cục Thủy \
triều kèm Tờ trình số 77/TTr-SHH ngày 08/8/2047 về nâng bậc hoa tiêu
"""
TODAY = date(2047, 12, 20)


service = service_of({"plan": PLAN, "report": REPORT}, today=TODAY, dense=False)


def _asked(service: Service, question: str) -> Answer:
    return service.ask(question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Tờ trình về nâng bậc hoa tiêu của Vịnh Sứa là số nào?", "77/TTr-SHH"),
        ("Vịnh Sứa phát hiện những gì về dây neo qua kiểm tra phao tiêu?", "dây neo đã mục"),
        ("Có bao nhiêu hồ sơ bến đò ở Vịnh Sứa được trả sớm và đúng giờ?", "582 hồ sơ"),
    ],
)
def test_what_only_the_note_of_a_figure_says_is_quoted(
    service: Service, question: str, said: str
) -> None:
    answer = _asked(service, question)
    assert answer.status == "answered"
    assert said in answer.answer


def test_what_a_note_enumerates_is_listed_where_the_question_asks_for_the_things(
    service: Service,
) -> None:
    answer = _asked(service, "Liệt kê các luật mà Vịnh Sứa đã phổ biến")
    assert "Luật Phao tiêu" in answer.answer
    assert "Luật Cứu hộ" in answer.answer


def test_rows_of_one_name_are_told_apart_by_the_line_that_the_question_says_whole(
    service: Service,
) -> None:
    answer = _asked(service, "Qua kiểm tra CCHC, Vịnh Sứa phát hiện mấy vấn đề?")
    assert "**6 Vấn đề**" in answer.answer
    assert "41" not in answer.answer


def test_two_rows_that_share_their_last_words_are_compared_with_each_other(
    service: Service,
) -> None:
    answer = _asked(
        service,
        "So sánh số bến đủ điều kiện và số bến đang đón khách đêm hạng 2 ở Vịnh Sứa",
    )
    assert "19 Bến" in answer.answer
    assert "12 Bến" in answer.answer
    assert "8 Bến" not in answer.answer
    assert "**7 Bến**" in answer.answer


def test_rows_of_one_name_are_compared_by_the_lines_they_stand_under(service: Service) -> None:
    answer = _asked(
        service,
        "So sánh số vấn đề phát hiện qua kiểm tra CCHC và qua kiểm tra phao tiêu ở Vịnh Sứa",
    )
    assert "**35 Vấn đề**" in answer.answer


def test_a_number_in_a_span_is_a_figure_and_no_day(service: Service) -> None:
    answer = _asked(service, "Chuyên mục “Sóng và Đèn” của Vịnh Sứa mở mỗi tháng mấy kỳ?")
    assert "03 kỳ" in answer.answer


def test_an_abbreviation_behind_a_figure_counts_what_it_stands_for(service: Service) -> None:
    answer = _asked(
        service, "Vịnh Sứa đã chỉnh sửa, làm lại bao nhiêu thủ tục hành chính trong năm 2047?"
    )
    assert answer.status == "answered"
    assert "31 TTHC" in answer.answer


def test_a_deadline_that_says_which_rows_are_meant_lists_those_of_the_section(
    service: Service,
) -> None:
    answer = _asked(service, "Nhiệm vụ nào về hải đăng của Vịnh Sứa có hạn Quý I/2047?")
    assert "sơn lại hải đăng" in answer.answer
    assert "1 nhiệm vụ" in answer.answer
    assert "Nạo vét" not in answer.answer
    standing = _asked(
        service, "Nhiệm vụ nào phần luồng lạch của Vịnh Sứa có thời hạn thường xuyên?"
    )
    assert "Đo độ sâu" in standing.answer
    assert "Trực canh" not in standing.answer


def test_what_two_units_lead_together_is_not_what_each_of_them_leads(service: Service) -> None:
    answer = _asked(
        service, "Liệt kê các việc Phòng Hải đăng và Phòng Luồng lạch cùng chủ trì năm 2047"
    )
    assert "Thay bóng đèn" in answer.answer
    assert "Trực canh" not in answer.answer
    assert "Nạo vét" not in answer.answer


def test_where_something_is_sent_is_not_who_does_other_work(service: Service) -> None:
    answer = _asked(service, "Văn phòng Sở Hàng hải Vịnh Sứa gửi báo cáo độ sâu cho cơ quan nào?")
    assert "Cục Thủy triều" in answer.answer
    assert "chủ trì" not in answer.answer


def test_the_author_of_a_numbered_paper_is_not_who_works_by_it(service: Service) -> None:
    author = _asked(service, "Ai soạn thảo Quyết định số 81/QĐ-BHH?")
    assert author.status == "refused"
    work = _asked(service, "Ai chủ trì thực hiện Quyết định số 81/QĐ-BHH?")
    assert "Phòng Luồng lạch" in work.answer


def test_whom_something_befalls_need_not_be_a_body(service: Service) -> None:
    answer = _asked(service, "Những ai bị xử lý nghiêm theo kế hoạch của Vịnh Sứa?")
    assert "đổ rác xuống luồng" in answer.answer


def test_papers_on_a_matter_are_no_answer_to_what_it_holds(service: Service) -> None:
    answer = _asked(service, "Phương án gộp bến Hòn Mực gồm những nội dung gì?")
    assert "văn bản được viện dẫn" not in answer.answer
    named = _asked(service, "Phương án gộp bến Hòn Mực được thông qua tại văn bản nào?")
    assert "95/QĐ-UBND" in named.answer
