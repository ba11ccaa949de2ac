"""What is answered to the questions staff ask, over invented documents."""

from __future__ import annotations

import re
from datetime import date

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.answerer import RuleAnswerer
from tests.assistant.asking.documents import all_readings
from tests.assistant.asking.fakes import FakeIndex

TODAY = date(2024, 2, 20)


@pytest.fixture(scope="module")
def answerer() -> RuleAnswerer:
    return RuleAnswerer(FakeIndex(all_readings()), today=TODAY)


ANSWERED: list[tuple[str, list[str], list[str]]] = [
    # question, must stand in the answer, must not
    (
        "đơn vị nào chủ trì chỉ tiêu thanh toán trực tuyến?",
        ["Phòng Hành chính tư pháp", "Bộ phận Một cửa", "không phân công đơn vị chủ trì"],
        ["58", "37"],
    ),
    (
        "don vi nao chu tri chi tieu thanh toan truc tuyen",
        ["Phòng Hành chính tư pháp", "Bộ phận Một cửa", "không phân công đơn vị chủ trì"],
        [],
    ),
    ("ai phụ trách rà soát văn bản QPPL", ["Phòng Xây dựng và Kiểm tra văn bản"], []),
    ("Đầu mối tuyên truyền CCHC là ai?", ["Phòng Phổ biến, giáo dục pháp luật"], []),
    ("who leads online payment", ["Phòng Hành chính tư pháp"], []),
    ("giao cho ai đơn giản hóa TTHC lĩnh vực công chứng", ["Phòng Bổ trợ tư pháp"], []),
    (
        "Đơn vị nào phối hợp xây dựng Đề án sắp xếp đơn vị sự nghiệp?",
        ["Trung tâm Trợ giúp pháp lý"],
        [],
    ),
    ("ai phối hợp vận động thanh toán phí trực tuyến", ["Phòng Bổ trợ tư pháp; Văn phòng Sở"], []),
    ("đơn vị nào hướng dẫn tổ chức hành nghề luật sư", ["Phòng Bổ trợ tư pháp chủ trì"], []),
    ("Khi nào phải xong đề án sắp xếp đơn vị sự nghiệp", ["Trước 31/10/2027", "2027-10-30"], []),
    ("thời hạn nộp báo cáo định kỳ", ["Trước 10/3", "2024-03-09", "Trước 10/12"], []),
    ("hạn tập huấn nghiệp vụ thẩm định", ["Trước 15/6/2024"], ["Quý I"]),
    ("thoi han ra soat don gian hoa thu tuc hanh chinh", ["Quý III/2024"], []),
    ("sản phẩm của nhiệm vụ rà soát văn bản QPPL", ["Kế hoạch được ban hành"], []),
    ("kết quả đầu ra của việc số hóa kết quả giải quyết TTHC", ["Kết quả được số hóa"], []),
    (
        "chỉ tiêu thanh toán trực tuyến là bao nhiêu",
        ["≥ 75%", "≥ 60%", "≥ 85%", "90%", "≥ 45%"],
        ["37 TTHC"],
    ),
    ("tỷ lệ giao dịch thanh toán trực tuyến của Lâm Đồng", ["≥ 45%"], ["75%", "60%"]),
    ("thanh toan truc tyuen bao nhieu", ["≥ 45%", "≥ 75%"], []),
    ("tối thiểu bao nhiêu hồ sơ được tiếp nhận trực tuyến", ["≥ 70%"], ["75%"]),
    ("mức độ hài lòng đến năm 2031", ["≥ 95%"], ["≥ 88%", "> 92%"]),
    ("muc do hai long cua nguoi dan nam 2026 o phu tho", ["≥ 88%"], ["≥ 95%"]),
    ("mức hài lòng năm 2024 của Lâm Đồng", ["> 92%"], ["88%"]),
    ("tỷ lệ hồ sơ đúng hạn", ["98,4 %"], []),
    ("ti le ho so dung han", ["98,4 %"], []),
    ("số TTHC bãi bỏ năm 2024 là bao nhiêu", ["58 TTHC", "64 thủ tục"], []),
    ("bao nhiêu TTHC công bố mới", ["12 TTHC"], ["58"]),
    ("bao nhiêu nhiệm vụ đã hoàn thành trong năm 2024", ["29"], ["31"]),
    ("có sáng kiến cải cách hành chính không", ["Có", "55/QĐ-STP"], []),
    ("số công chức được cấp chứng thư số", ["14 Người"], []),
    ("satisfaction target 2031", ["≥ 95%"], []),
    (
        "liệt kê các chỉ tiêu của Phú Thọ",
        ["4 mục tiêu, chỉ tiêu", "≥ 60%", "≥ 85%", "≥ 88%", "≥ 95%"],
        ["Lâm Đồng"],
    ),
    ("liệt kê nhiệm vụ cải cách thể chế", ["2 nhiệm vụ", "A.1", "A.2"], ["B.1"]),
    (
        "Phòng Bổ trợ tư pháp phải làm gì trong quý 3?",
        ["B.2", "quý 3", "Việc thường xuyên"],
        ["A.1"],
    ),
    ("Văn phòng Sở chủ trì những nhiệm vụ gì?", ["C.1", "IV.2.1"], ["B.1"]),
    ("nhiệm vụ nào sắp đến hạn", ["C.1", "2024-02-20"], ["B.2", "A.2"]),
    ("nhiệm vụ trước ngày 1/4/2024", ["A.1", "C.1"], ["A.2", "B.2"]),
    ("việc gì phải xong trong tháng 6/2024", ["A.2"], ["A.1", "B.2"]),
    ("việc đến hạn ngày 31/3", ["A.1"], ["A.2", "B.2"]),
    ("nhiệm vụ từ 1/6 đến 30/9/2024", ["A.2", "B.2"], ["A.1"]),
    ("mục 1.4 chỉ tiêu bao nhiêu", ["≥ 75%"], ["85%"]),
    ("nhiệm vụ trong quý này", ["A.1", "C.1"], ["B.2"]),
    ("chỉ tiêu nào chưa có số liệu", ["2 chỉ tiêu thống kê", "để trống"], ["98,4"]),
    ("nhiệm vụ nào chưa phân công đơn vị chủ trì", ["B.3"], ["B.1", "A.1"]),
    ("có bao nhiêu nhiệm vụ do văn phòng sở chủ trì", ["**1**", "**2**"], []),
    ("mấy chỉ tiêu trong kế hoạch 402", ["**4**"], []),
    ("Có bao nhiêu nhiệm vụ trong kế hoạch của Lâm Đồng", ["**7**"], ["IV.2.1"]),
    (
        "so sánh chỉ tiêu thanh toán trực tuyến năm 2026 và 2031 của Phú Thọ",
        ["|", "25 điểm phần trăm"],
        [],
    ),
    ("chênh lệch mức độ hài lòng giữa 2026 và 2031", ["7 điểm phần trăm"], []),
    ("căn cứ pháp lý", ["1872/QĐ-UBND", "76/NQ-CP", "192/KH-UBND"], []),
    ("căn cứ của kế hoạch 17/KH-STP", ["1872/QĐ-UBND"], ["192/KH-UBND"]),
    ("QĐ 1872 về việc gì", ["Kế hoạch cải cách hành chính của tỉnh"], ["76/NQ-CP"]),
    ("sáng kiến được công nhận theo quyết định nào", ["55/QĐ-STP"], []),
    ("vì sao nộp hồ sơ trực tuyến chưa cao", ["chưa quen sử dụng"], []),
    (
        "nêu phương hướng 2025",
        ["kết nối cơ sở dữ liệu hộ tịch", "1. Tiếp tục rà soát"],
        ["vùng sâu"],
    ),
    ("kinh phí thực hiện lấy từ đâu", ["chi thường xuyên"], []),
    ("tồn tại, hạn chế là gì", ["chưa cao"], ["hộ tịch"]),
    ("giải pháp thực hiện của kế hoạch 402", ["cấp ủy", "nguồn lực tài chính"], []),
    ("kế hoạch 402 ban hành ngày nào", ["2022-03-04"], ["2024"]),
    ("Báo cáo 211/BC-STP do cơ quan nào ban hành?", ["Sở Tư pháp Lâm Đồng"], []),
    ("ai ký kế hoạch 17/KH-STP", ["Họ Và Tên"], []),
    ("phần III của kế hoạch 402 viết gì", ["cấp ủy"], ["17/KH-STP"]),
    ("ai chủ trì hướng dẫn tổ chức hành nghề luật sư", ["Phòng Bổ trợ tư pháp"], []),
    ("mục B.1 ai phối hợp", ["Phòng Bổ trợ tư pháp; Văn phòng Sở"], []),
    ("CCHC là viết tắt của gì", ["cải cách hành chính"], []),
    ("có những văn bản nào", ["17/KH-STP", "402/KH-STP", "211/BC-STP"], []),
    ("mục III.1.4 ghi gì", ["75%"], ["IV.2.1"]),
    ("kế hoạch 402", ["Giải pháp thực hiện"], ["17/KH-STP"]),
    ("Phú Thọ", ["402/KH-STP"], ["17/KH-STP"]),
    ("Nghị quyết 76/NQ-CP nói gì", ["Chương trình tổng thể"], ["1872"]),
    ("tóm tắt kế hoạch 402", ["Giải pháp thực hiện"], []),
]


@pytest.mark.parametrize(("question", "wanted", "unwanted"), ANSWERED)
def test_a_question_is_answered_with_what_the_documents_say(
    answerer: RuleAnswerer, question: str, wanted: list[str], unwanted: list[str]
) -> None:
    answer = answerer.answer(question)
    assert answer.status == "answered", answer.answer
    for text in wanted:
        assert text in answer.answer
    for text in unwanted:
        assert text not in answer.answer
    assert_cited(answer)


REFUSED: list[tuple[str, str]] = [
    ("giá vàng hôm nay bao nhiêu", "giá vàng"),
    ("đơn vị nào chủ trì xây dựng nhà văn hóa thiếu nhi", "nhà văn hóa"),
    ("Sở Tư pháp Lào Cai có bao nhiêu nhiệm vụ", "Lào Cai"),
    ("chỉ tiêu thanh toán trực tuyến năm 2019", "2019"),
    ("chỉ tiêu thanh toán trực tuyến của Cà Mau", "Cà Mau"),
    ("tỷ lệ trẻ em được tiêm chủng", "tiêm chủng"),
    ("việc nào đã quá hạn", "đã quá hạn"),
    ("Quyết định 9999/QĐ-UBND quy định gì", "9999"),
    ("đơn vị chủ trì số hóa kết quả giải quyết TTHC", "không phân công"),
    ("ai chủ trì chỉ tiêu hài lòng của Phú Thọ", "không phân công"),
    ("tỷ lệ viên chức có trình độ sau đại học", "để trống"),
    ("số hồ sơ quá hạn", "để trống"),
    ("kết quả thực hiện mức độ hài lòng", "không có số liệu thực hiện"),
    ("mức lương tối thiểu vùng là bao nhiêu", "lương"),
    ("thời hạn xây dựng bệnh viện", "bệnh viện"),
    ("số vụ án ma túy năm 2024", "ma túy"),
    ("PAR INDEX là gì", ""),
    ("Trung tâm Trợ giúp pháp lý giải quyết bao nhiêu vụ việc", "vụ việc"),
    ("bao nhiêu phường xã được kiểm tra", "phường xã"),
]


@pytest.mark.parametrize(("question", "reason"), REFUSED)
def test_what_the_documents_do_not_say_is_refused_with_the_reason(
    answerer: RuleAnswerer, question: str, reason: str
) -> None:
    answer = answerer.answer(question)
    assert answer.status == "refused", answer.answer
    assert answer.reason
    assert reason in answer.reason


def test_a_greeting_is_not_searched(answerer: RuleAnswerer) -> None:
    answer = answerer.answer("xin chào")
    assert answer.status == "clarify"
    assert not answer.citations


@pytest.mark.parametrize("question", ["   ", "5", "12 ?", "100%"])
def test_a_question_without_words_is_refused(answerer: RuleAnswerer, question: str) -> None:
    assert answerer.answer(question).status == "refused"


def test_nothing_stored_is_said() -> None:
    answer = RuleAnswerer(FakeIndex([]), today=TODAY).answer("ai chủ trì?")
    assert answer.status == "refused"
    assert "Chưa có văn bản" in (answer.reason or "")


def test_only_the_chosen_documents_are_asked(answerer: RuleAnswerer) -> None:
    answer = answerer.answer("đơn vị nào chủ trì thanh toán trực tuyến", documents=["long"])
    assert answer.status == "refused"
    assert {citation.source.document_id for citation in answer.citations} == {"long"}


FOLLOWUPS: list[tuple[list[str], str, list[str], list[str], str]] = [
    (["mức độ hài lòng của Phú Thọ năm 2026"], "còn năm 2031?", ["≥ 95%"], ["≥ 88%"], "2031"),
    (
        ["chỉ tiêu thanh toán trực tuyến của Phú Thọ"],
        "thế còn Lâm Đồng?",
        ["≥ 45%"],
        ["60%"],
        "Lâm Đồng",
    ),
    (
        ["ai chủ trì xây dựng đề án sắp xếp đơn vị sự nghiệp"],
        "thế phòng nào phối hợp?",
        ["Trung tâm Trợ giúp pháp lý"],
        [],
        "phối hợp",
    ),
    (
        ["ai chủ trì xây dựng đề án sắp xếp đơn vị sự nghiệp", "thế đơn vị nào phối hợp?"],
        "khi nào xong?",
        ["31/10/2027"],
        [],
        "đề án sắp xếp",
    ),
    (
        ["có bao nhiêu nhiệm vụ do Văn phòng Sở chủ trì"],
        "liệt kê hết",
        ["C.1", "IV.2.1"],
        ["B.1"],
        "Văn phòng Sở",
    ),
    (["tỷ lệ hồ sơ đúng hạn"], "số TTHC công bố mới là bao nhiêu", ["12 TTHC"], ["98,4"], "TTHC"),
]


@pytest.mark.parametrize(("earlier", "question", "wanted", "unwanted", "standalone"), FOLLOWUPS)
def test_a_follow_up_is_read_with_the_conversation(
    answerer: RuleAnswerer,
    earlier: list[str],
    question: str,
    wanted: list[str],
    unwanted: list[str],
    standalone: str,
) -> None:
    history = [Turn(question=text) for text in earlier]
    answer = answerer.answer(question, history=history)
    assert answer.status == "answered", answer.answer
    for text in wanted:
        assert text in answer.answer
    for text in unwanted:
        assert text not in answer.answer
    assert standalone.lower() in answer.interpreted_as.lower()
    assert_cited(answer)


def assert_cited(answer: Answer) -> None:
    """Every line bears a mark, every mark a citation, every citation a verbatim stored quote."""
    numbers = {citation.n for citation in answer.citations}
    assert numbers
    quotes = {
        holder.source for reading in all_readings() for holder in (*reading.records, *reading.units)
    }
    for citation in answer.citations:
        assert citation.source in quotes
    for line in answer.answer.splitlines():
        if not line.strip() or line.startswith("|---") or f"{line}\n|---" in answer.answer:
            continue
        marks = [int(found) for found in re.findall(r"\[(\d+)\]", line)]
        assert marks, line
        assert set(marks) <= numbers
    for figure in answer.figures:
        assert figure.verdict in {"match", "contradicted"}
        assert figure.citation in numbers
        assert figure.text in answer.answer
