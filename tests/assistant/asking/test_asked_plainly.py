"""Plain questions about a plan and a report: whose work, which part, which figure, which paper."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.questions.limits import key_spans
from assistant.asking.questions.periods import time_spans
from assistant.service import Service
from tests.assistant.asking.written import service_of

PLAN = """UBND TỈNH SUỐI VÀNG
SỞ NUÔI ONG
Số: 845/KH-SNO
Suối Vàng, ngày 12 tháng 01 năm 2044

KẾ HOẠCH
Phát triển nghề ong năm 2044 của Sở Nuôi ong tỉnh Suối Vàng

Thực hiện Quyết định số 77/QĐ-UBND ngày 05/01/2044 của UBND tỉnh Suối Vàng ban hành Chương trình \
nghề ong; Công văn số 41/UBND-NN ngày 08/01/2044 về việc triển khai Chỉ thị số 6/CT-BNN ngày \
02/01/2044 của Bộ Nông nghiệp về phòng bệnh cho ong, Sở Nuôi ong lập Kế hoạch như sau:

I. MỤC TIÊU
1. Tối thiểu 60% đàn ong được gắn mã số đã cấp.
2. Tỷ lệ mật ong đóng chai tại trại đạt từ 45% trở lên.

II. NHIỆM VỤ

STT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tSản phẩm\tThời hạn
I\tNHÂN GIỐNG ONG CHÚA
1\tChọn tạo ong chúa chịu lạnh\tPhòng Giống và Kiểm nghiệm mật ong\tTrạm Ong rừng\tBáo cáo\tHằng quý
2\tCấp ong chúa cho các trại\tCác trạm ong trực thuộc\tVăn phòng Sở\tBiên bản\tQuý II/2044
II\tCHẾ BIẾN MẬT ONG
1\tLắp máy lọc mật\tVăn phòng Sở\tPhòng Giống và Kiểm nghiệm mật ong\tMáy lọc\tQuý III/2044
2\tDời trạm lọc mật ra khỏi khu dân cư\tVăn phòng Sở\tCác trạm ong thuộc Sở\t\
Đề án dời trạm được phê duyệt\tTháng 9/2044

III. GIẢI PHÁP
Tổ chức hội thi nếm mật đối với 02 nhóm:
Nhóm người nuôi ong rừng và nhóm người bán mật tại chợ.
Mở chương trình trồng hoa cho ong, từ đó giữ đàn ong qua mùa đông.
"""
REPORT = """UBND TỈNH SUỐI VÀNG
SỞ NUÔI ONG
Số: 902/BC-SNO
Suối Vàng, ngày 15 tháng 12 năm 2044

BÁO CÁO
Kết quả phát triển nghề ong năm 2044
I. KẾT QUẢ
Trong năm, Sở đã kiểm tra công tác trồng hoa tại 31 xã nuôi ong.

II. SỐ LIỆU

STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú
1\tKiểm tra nghề ong\t\t\t
\tSố phòng ban đã kiểm tra\tCơ quan, đơn vị\t02\t
2\tBộ máy của Sở\t\t\t
\tSố phòng ban chuyên môn thuộc khối văn phòng\tCơ quan, đơn vị\t06\t
\tSố trạm ong trực thuộc\tCơ quan, đơn vị\t03\t
3\tTrại nuôi theo chuẩn\t\t\t
\tSố trại đang nuôi theo chuẩn mức độ 3\tTrại\t7\t
\tSố trại đang nuôi theo chuẩn mức độ 4\tTrại\t21\t
\tSố trại đã tự chủ 100% thức ăn\tTrại\t\t
\tSố trại do Sở bảo đảm 100% thức ăn\tTrại\t5\t
4\tBiên chế\t\t\tQuyết định số 12/QĐ-UBND ngày 09/01/2044 về việc giao biên chế nuôi ong
\tTổng số biên chế được giao\tNgười\t44\t
"""
TODAY = date(2044, 12, 20)


service = service_of({"plan": PLAN, "report": REPORT}, today=TODAY, dense=False)


def _asked(service: Service, *turns: str) -> Answer:
    history: list[Turn] = []
    for turn in turns[:-1]:
        said = service.ask(turn, history=tuple(history)).answer
        history.append(Turn(question=turn, answer=said))
    return service.ask(turns[-1], history=tuple(history))


@pytest.mark.parametrize("typed", ["danh mục vị trí việc làm", "mục vị trí", "danh muc xi mang"])
def test_words_that_only_look_like_a_section_name_none(typed: str) -> None:
    folded = typed.replace("ụ", "u").replace("ị", "i").replace("í", "i").replace("ệ", "e")
    assert key_spans(folded.replace("à", "a"), written=typed) == ()
    assert [one.key for one in key_spans("muc vi co gi", written="mục VI có gì")] == ["VI"]


def test_the_edition_of_a_standard_is_no_year() -> None:
    spans = time_spans("cong bo iso 9001:2042, 18091: 2043 nam 2044", default_year=2044)
    assert [year for span in spans for year in span.years] == [2044]


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 77/QĐ-UBND đặt ra bao nhiêu nhiệm vụ?",
        "Quyết định 77/QĐ-UBND gồm bao nhiêu chương?",
        "Quyết định 77/QĐ-UBND có bao nhiêu điều?",
    ],
)
def test_what_a_cited_document_holds_is_not_counted_in_others(
    service: Service, question: str
) -> None:
    answer = _asked(service, question)
    assert answer.status == "refused"
    assert "77/QĐ-UBND chưa được nạp" in answer.answer


def test_the_paper_of_the_type_asked_for_that_names_a_number_is_told(service: Service) -> None:
    answer = _asked(service, "Công văn nào triển khai Chỉ thị 6/CT-BNN?")
    assert "41/UBND-NN" in answer.answer
    other = _asked(service, "Sở Nuôi ong phòng bệnh cho ong theo thông tư nào của Bộ Nông nghiệp?")
    assert other.status == "refused"


def test_what_was_attained_is_not_told_by_the_target(service: Service) -> None:
    done = _asked(service, "Năm 2044 đã đạt tỷ lệ mật ong đóng chai tại trại bao nhiêu?")
    assert done.status == "refused"
    aim = _asked(service, "Tối thiểu bao nhiêu phần trăm đàn ong được gắn mã số đã cấp?")
    assert aim.status == "answered"
    assert "60%" in aim.answer


def test_one_weak_word_in_common_makes_no_contradiction(service: Service) -> None:
    answer = _asked(service, "so phong ban suoi vang da kiem tra nghe ong nam 2044")
    assert "02" in answer.answer
    assert "31" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Văn phòng Sở phối hợp với ai trong việc lắp máy lọc mật?",
        "Khi lắp máy lọc mật, Văn phòng Sở phối hợp với những đơn vị nào?",
    ],
)
def test_with_whom_a_unit_works_on_something_is_told(service: Service, question: str) -> None:
    answer = _asked(service, question)
    assert "phối hợp: **Phòng Giống và Kiểm nghiệm mật ong**" in answer.answer


def test_a_unit_named_by_the_beginning_of_its_name_is_known(service: Service) -> None:
    answer = _asked(service, "Những nhiệm vụ nào do Phòng Giống và Kiểm nghiệm chủ trì?")
    assert "1 nhiệm vụ do Phòng Giống và Kiểm nghiệm mật ong chủ trì" in answer.answer


def test_a_group_of_units_is_one_whether_or_not_it_says_whose_it_is(service: Service) -> None:
    answer = _asked(service, "Các trạm ong thuộc Sở tham gia những nhiệm vụ nào?")
    assert "2 nhiệm vụ" in answer.answer


def test_a_row_is_found_by_words_that_its_cells_share(service: Service) -> None:
    answer = _asked(service, "Ai lập đề án dời trạm lọc mật?")
    assert "**Văn phòng Sở**" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Nhóm chế biến mật ong trong kế hoạch 2044 gồm những nhiệm vụ nào?",
        "Nêu nhiệm vụ chế biến mật ong của Sở Nuôi ong năm 2044.",
        "Có mấy việc do Văn phòng Sở chủ trì về chế biến mật ong?",
    ],
)
def test_the_rows_of_a_section_are_listed_whatever_it_is_called(
    service: Service, question: str
) -> None:
    answer = _asked(service, question)
    assert "2" in answer.answer
    assert "Lắp máy lọc mật" in answer.answer
    assert "Dời trạm lọc mật" in answer.answer
    assert "ong chúa" not in answer.answer


def test_a_document_told_by_its_number_alone_is_meant(service: Service) -> None:
    answer = _asked(service, "Theo 845, bao nhiêu phần trăm mật ong được đóng chai tại trại?")
    assert answer.status == "answered"
    assert "45%" in answer.answer


def test_a_paragraph_below_a_colon_goes_on_the_sentence(service: Service) -> None:
    answer = _asked(service, "Hội thi nếm mật dành cho những nhóm nào?")
    assert "người bán mật tại chợ" in answer.answer


def test_what_something_is_done_for_is_quoted(service: Service) -> None:
    answer = _asked(service, "Chương trình trồng hoa cho ong nhằm mục đích gì?")
    assert "giữ đàn ong qua mùa đông" in answer.answer


def test_two_things_named_are_added(service: Service) -> None:
    levels = _asked(
        service, "Có tổng cộng bao nhiêu trại đang nuôi theo chuẩn mức độ 3 và mức độ 4?"
    )
    assert "**28 Trại**" in levels.answer
    bodies = _asked(service, "Tổng số phòng ban và trạm ong của Sở Nuôi ong là bao nhiêu?")
    assert "**9 Cơ quan, đơn vị**" in bodies.answer


def test_a_blank_row_that_says_all_is_not_replaced_by_its_neighbour(service: Service) -> None:
    answer = _asked(service, "Bao nhiêu trại đã tự chủ 100% thức ăn?")
    assert answer.status == "refused"
    assert "trống" in answer.answer


def test_no_reason_is_given_for_nothing(service: Service) -> None:
    answer = _asked(service, "Vì sao Suối Vàng chỉ hoàn thành kế hoạch?")
    assert answer.status == "refused"


def test_what_was_said_is_meant_by_a_turn_that_only_asks(service: Service) -> None:
    often = _asked(service, "Ai chủ trì chọn tạo ong chúa chịu lạnh?", "bao lâu làm một lần?")
    assert "**Hằng quý**" in often.answer
    due = _asked(service, "Các trạm ong thuộc Sở chủ trì việc gì?", "hạn của việc đó là khi nào?")
    assert "Quý II/2044" in due.answer
    work = _asked(service, "Ai chủ trì chọn tạo ong chúa?", "phòng đó phối hợp những việc nào?")
    assert "Lắp máy lọc mật" in work.answer
    basis = _asked(service, "Sở Nuôi ong được giao bao nhiêu biên chế?", "căn cứ quyết định nào?")
    assert "12/QĐ-UBND" in basis.answer
