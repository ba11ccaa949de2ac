"""Sections by number and by title, parts of a field, ways and aims, in invented documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.service import Service
from evals.opening import opened

PLAN = """ỦY BAN NHÂN DÂN
THỊ XÃ LAU SẬY
Số: 64/KH-UBND
Lau Sậy, ngày 09 tháng 01 năm 2041

KẾ HOẠCH
Chỉnh trang bến đò giai đoạn 2041 - 2043

A. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Bớt cảnh khách chờ đò ngoài nắng.
2. Yêu cầu
- Không lấp thêm mặt sông.
B. GIẢI THÍCH TỪ NGỮ
1. Đò chợ là đò chở khách và hàng theo phiên.
2. Bến phụ được dùng khi bến chính ngập.
C. NỘI DUNG
I. Lát lại bậc bến
Lát đá nhám ở 08 bậc bến phía thượng lưu.
II. Chấm điểm người lái đò
Khách chấm bằng thẻ gỗ. Thẻ gỗ được kiểm đếm mỗi phiên nhằm chọn lái đò gương mẫu.
D. KINH PHÍ
Ngân sách thị xã chi 6,6 tỷ đồng.
Đ. TỔ CHỨC THỰC HIỆN
1. Phòng Bến bãi
- Chấm dứt việc neo đò qua đêm.
2. Phòng Sông nước
- Đo độ sâu luồng trước mỗi mùa lũ.
Trên đây là kế hoạch chỉnh trang bến đò của thị xã./.

Nơi nhận:
- Trạm Thủy văn;
- Lưu: VT.
"""

REPORT = """SỞ BẾN ĐÒ TỈNH SÓNG BẠC
Số: 305/BC-SBĐ
Sóng Bạc, ngày 11 tháng 12 năm 2041

BÁO CÁO
Kết quả công tác năm 2041; nhiệm vụ năm 2042

Phần thứ nhất
KẾT QUẢ NĂM 2041
I. QUẢN LÝ LÁI ĐÒ
1. Kết quả nổi bật
- Cấp 310 thẻ lái đò.
2. Khó khăn, vướng mắc
- Thẻ lái đò in chậm do hết phôi.
II. CỨU ĐUỐI
Hệ thống gọi phao giúp rút ngắn thời gian cứu người.
Tổ cứu đuối trực Hệ thống gọi phao (HGP); phao cũ bị thu lại. Do đó, không bến nào còn phao mục.
Sở mua 12 phao bè dùng chung. Phao bè được chuyển bằng xe kéo do tổ cứu đuối giữ.
III. ĐÁNH GIÁ CHUNG
1. Ưu điểm
Không có vụ đắm đò nào.
2. Tồn tại, hạn chế
- Còn 09 bến chưa có mái che.
Những việc đã làm được ngoài kế hoạch:
- Dựng 03 chòi canh lũ.
- Trồng cau dọc bờ kè.
IV. BÀI HỌC KINH NGHIỆM
1. Hỏi người lái đò trước khi sửa bến.
Phần thứ hai
NHIỆM VỤ NĂM 2042
I. NHIỆM VỤ TRỌNG TÂM
1. Dựng mái che ở 09 bến.
2. Nối loa báo lũ trong quý II/2042.
II. GIẢI PHÁP
1. Về nhân lực
Tuyển 15 người canh lũ.
III. KIẾN NGHỊ
1. Với Sở Kè đập: cho mượn máy hút bùn.
Trên đây là báo cáo của Sở Bến đò./.
"""

RULES = """BAN QUẢN LÝ CHỢ NỔI TỈNH SÓNG BẠC
Số: 77/QC-BCN
Sóng Bạc, ngày 02 tháng 5 năm 2041

QUY CHẾ
Tiếp nhận, xử lý đơn trình báo của ghe hàng

Chương I
QUY ĐỊNH CHUNG
Điều 1. Nguyên tắc
1. Nghe cả hai bên.
Chương II
XỬ LÝ ĐƠN
Điều 2. Thời hạn xử lý đơn
1. Đơn mất hàng: 02 ngày.
2. Đơn tranh chỗ neo: 06 ngày.
Điều 3. Trách nhiệm của Tổ neo đậu
1. Chuyển đơn trong 03 giờ.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder: Path = tmp_path_factory.mktemp("river")
    files = []
    for name, text in (("ke-hoach", PLAN), ("bao-cao", REPORT), ("quy-che", RULES)):
        files.append(folder / f"{name}.txt")
        files[-1].write_text(text, encoding="utf-8")
    with opened(files, today=lambda: date(2042, 1, 5)) as found:
        yield found


def _asked(service: Service, question: str) -> Answer:
    answer = service.ask(question)
    assert answer.status == "answered", answer.answer
    return answer


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Mục C.II của Kế hoạch 64/KH-UBND nói gì?", "thẻ gỗ", "đá nhám"),
        ("Mục II phần C kế hoạch 64/KH-UBND quy định gì?", "thẻ gỗ", "đá nhám"),
        ("Mục D của Kế hoạch 64/KH-UBND nói gì?", "6,6 tỷ đồng", "neo đò"),
        ("Phần thứ hai của báo cáo 305/BC-SBĐ nói gì?", "15 người canh lũ", "310 thẻ"),
        ("Chương II của quy chế chợ nổi quy định gì?", "tranh chỗ neo", "Nghe cả hai bên"),
    ],
)
def test_a_section_is_told_by_its_printed_number(
    service: Service, question: str, said: str, unsaid: str
) -> None:
    answer = _asked(service, question)
    assert said in answer.answer
    assert unsaid not in answer.answer


def test_a_section_of_several_units_shows_whose_lines_they_are(service: Service) -> None:
    answer = _asked(service, "Mục Đ của Kế hoạch 64/KH-UBND gồm những gì?")
    assert answer.answer.index("*Phòng Bến bãi*") < answer.answer.index("neo đò qua đêm")
    assert answer.answer.index("*Phòng Sông nước*") < answer.answer.index("độ sâu luồng")
    assert "Trên đây" not in answer.answer


@pytest.mark.parametrize(
    "question",
    ["Mục H của Kế hoạch 64/KH-UBND nói gì?", "Điều 4 của Kế hoạch 64/KH-UBND quy định gì?"],
)
def test_a_number_that_is_not_there_is_named_in_the_refusal(
    service: Service, question: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "refused", answer.answer
    assert question.split(" của")[0].split()[-1] in (answer.reason or "")


def test_the_year_over_a_part_is_that_of_the_sections_below_it(service: Service) -> None:
    answer = _asked(service, "Nhiệm vụ trọng tâm năm 2042 của Sở Bến đò là gì?")
    assert "mái che ở 09 bến" in answer.answer
    assert "loa báo lũ" in answer.answer
    assert service.ask("Nhiệm vụ trọng tâm năm 2044 của Sở Bến đò là gì?").status == "refused"


def test_a_heading_in_the_words_of_the_question_goes_before_one_that_means_the_same(
    service: Service,
) -> None:
    answer = _asked(service, "Báo cáo của Sở Bến đò nêu những tồn tại, hạn chế gì?")
    assert "chưa có mái che" in answer.answer
    assert "hết phôi" not in answer.answer


def test_a_part_of_one_field_stands_inside_the_section_on_it(service: Service) -> None:
    answer = _asked(service, "Việc quản lý lái đò của Sở Bến đò gặp khó khăn, vướng mắc gì?")
    assert "hết phôi" in answer.answer
    assert "mái che" not in answer.answer


def test_a_list_below_a_line_with_a_colon_is_told_by_that_line(service: Service) -> None:
    answer = _asked(service, "Những việc đã làm được ngoài kế hoạch của Sở Bến đò?")
    assert "chòi canh lũ" in answer.answer
    assert "Trồng cau" in answer.answer
    assert "mái che" not in answer.answer


def test_a_heading_named_word_by_word_answers_as_a_whole(service: Service) -> None:
    answer = _asked(service, "Thời hạn xử lý đơn của ghe hàng là bao lâu?")
    assert "02 ngày" in answer.answer
    assert "06 ngày" in answer.answer
    assert "03 giờ" not in answer.answer


def test_how_and_what_for_may_be_told_by_the_sentence_behind(service: Service) -> None:
    how = _asked(service, "Phao bè dùng chung được chuyển bằng cách nào?")
    assert "xe kéo" in how.answer
    why = _asked(service, "Thẻ gỗ được kiểm đếm nhằm mục đích gì?")
    assert "gương mẫu" in why.answer


def test_lessons_asked_for_with_any_verb_are_those_under_their_heading(service: Service) -> None:
    answer = _asked(service, "Báo cáo của Sở Bến đò rút ra những bài học kinh nghiệm nào?")
    assert "Hỏi người lái đò" in answer.answer


def test_what_a_thing_is_understood_as_is_its_definition(service: Service) -> None:
    answer = _asked(service, "Đò chợ được hiểu là gì?")
    assert "theo phiên" in answer.answer
    assert "Bến phụ" not in answer.answer


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Kế hoạch 64/KH-UBND có những kiến nghị gì với UBND tỉnh?", "kiến nghị"),
        ("Báo cáo 305/BC-SBĐ quy định chế độ báo cáo thế nào?", "chế độ"),
    ],
)
def test_a_part_that_nothing_names_is_refused_by_its_name(
    service: Service, question: str, named: str
) -> None:
    answer = service.ask(question)
    assert answer.status == "refused", answer.answer
    assert named in (answer.reason or "").casefold()


def test_a_citation_holds_what_it_is_cited_for(service: Service) -> None:
    sent = _asked(service, "Kế hoạch 64/KH-UBND gửi cho những ai?")
    quotes = [piece.quote for one in sent.citations for piece in (one.source, *one.source.parts)]
    assert any("Trạm Thủy văn" in quote for quote in quotes)
    short = _asked(service, "HGP là gì?")
    assert "(HGP)" in short.citations[0].source.quote


def test_a_reason_told_by_the_sentence_before_is_shown_with_it(service: Service) -> None:
    answer = _asked(service, "Vì sao không bến nào còn phao mục?")
    assert "phao cũ bị thu lại" in answer.answer
    said = [line.split("[")[0] for line in answer.answer.splitlines() if "phao mục" in line]
    assert len(said) == 1
