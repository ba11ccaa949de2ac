"""Questions in English are put into Vietnamese by patterns and lists, then read as any other."""

from __future__ import annotations

import pytest

from assistant.asking.english import in_vietnamese
from assistant.asking.repairing.typed import in_own_words


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        (
            "Which bureau is in charge of scanning canoes?",
            "Đơn vị nào chủ trì số hóa canoes?",
        ),
        (
            "Who chairs the review of birth registration?",
            "Đơn vị nào chủ trì rà soát đăng ký khai sinh?",
        ),
        (
            "Who supports Phòng Kiểm lâm in inspecting gondolas?",
            "Đơn vị nào phối hợp với Phòng Kiểm lâm kiểm tra gondolas?",
        ),
        ("By when must the survey forms be published?", "Thời hạn phiếu khảo sát được công bố?"),
        ("When is the annual report due in Quang Son?", "Thời hạn báo cáo năm ở Quang Son?"),
        (
            "What share of applications was handled late in 2031?",
            "Tỷ lệ hồ sơ được xử lý quá hạn năm 2031 là bao nhiêu?",
        ),
        ("How many targets does the plan set?", "Có bao nhiêu chỉ tiêu kế hoạch?"),
        ("By when must we issue the plan?", "Thời hạn ban hành kế hoạch?"),
        (
            "When is the leased line of Quang Son due to be upgraded?",
            "Thời hạn đường truyền của Quang Son nâng cấp?",
        ),
        ("Why were some dossiers late?", "Vì sao hồ sơ quá hạn?"),
        ("Why did online files drop in Hanoi?", "Vì sao hồ sơ trực tuyến giảm của Hà Nội?"),
        ("Which tasks have no lead unit?", "Những nhiệm vụ nào chưa có đơn vị chủ trì?"),
        ("Anything due by the end of Q2 2031?", "Những việc nào đến hạn trước ngày 30/6/2031?"),
        ("What about 2032?", "Còn năm 2032 thì sao?"),
        ("the Quang Tri plan's IT budget", "Kinh phí công nghệ thông tin kế hoạch của Quảng Trị?"),
        (
            "Hello. I am writing a report for a donor. Who'll head the survey?",
            "Đơn vị nào chủ trì khảo sát?",
        ),
        ("Which ward has the most late dossiers?", "Phường nào nhiều hồ sơ quá hạn nhất?"),
        ("Who leads 'đào tạo lái đò'?", "Đơn vị nào chủ trì đào tạo lái đò?"),
        (
            "On what legal grounds was the 2031 plan issued?",
            "Kế hoạch năm 2031 căn cứ vào văn bản nào?",
        ),
        ("What deliverable is expected from the opinion survey?", "Sản phẩm lấy ý kiến?"),
        ("List the tasks led by Đội Cầu phà", "Liệt kê nhiệm vụ do Đội Cầu phà chủ trì?"),
        ("What is due in the third quarter of 2031?", "Những việc nào đến hạn quý III 2031?"),
        ("What must be finished by 5 March 2031?", "Những việc nào đến hạn trước ngày 5/3/2031?"),
        (
            "Are there more online dossiers in 2031 than in 2030?",
            "So sánh hồ sơ trực tuyến năm 2031 và năm 2030?",
        ),
        ("Which unit leads the self-scoring of gondolas?",
         "Đơn vị nào chủ trì tự chấm điểm gondolas?"),
        ("Which task received the largest budget?",
         "Nhiệm vụ nào được cấp kinh phí nhiều nhất?"),
        ("Which department was given the smallest budget?",
         "Đơn vị nào có kinh phí cấp ít nhất?"),
        ("Who attended the second ferry dialogue?", "Ai tham dự đối thoại phà lần 2?"),
        ("When is the third round of inspections?", "Thời hạn đợt 3 của kiểm tra?"),
        ("Who signed the second quarter report?", "Ai ký báo cáo quý II?"),
        ("Where was the dialogue held and who attended?",
         "Đối thoại tổ chức ở đâu và ai tham dự?"),
        ("How many more boats were inspected than last year?",
         "So sánh tàu được kiểm tra so với năm trước?"),
        ("Which of the twelve tasks has not been started?",
         "Những nhiệm vụ nào chưa triển khai?"),
        ("What happens to units that are late twice or more a year?",
         "Đơn vị được quá hạn từ 2 lần trở lên thì bị xử lý thế nào?"),
        ("How many officials were trained for the second time?",
         "Bao nhiêu cán bộ được đào tạo lần thứ hai?"),
        ("What does task BP-07 deliver?", "Sản phẩm nhiệm vụ BP-07?"),
        ("Which reports are due before the 7th?",
         "Những báo cáo nào đến hạn trước ngày 7?"),
        ("What share of leaders under 35 who can communicate in English was reached?",
         "Tỷ lệ lãnh đạo dưới 35 mà giao tiếp bằng tiếng anh là bao nhiêu?"),
        ("Does the report match its annex on abolished procedures?",
         "Báo cáo và phụ lục có khớp không thủ tục hành chính bãi bỏ?"),
    ],
)  # fmt: skip
def test_an_english_question_is_said_in_vietnamese(english: str, vietnamese: str) -> None:
    assert in_vietnamese(english) == vietnamese


def test_a_word_no_list_knows_stays_so_that_a_refusal_can_name_it() -> None:
    said = in_vietnamese("How many zeppelins did the department receive in 2031?")
    assert said is not None
    assert "zeppelins" in said


@pytest.mark.parametrize(
    "question",
    [
        "the nao la don vi su nghiep",
        "do ai lam",
        "tien do may",
        "chỉ tiêu thanh toán online 2031",
        "KH 2031 do ai chu tri",
        "hello",
    ],
)
def test_vietnamese_is_left_alone(question: str) -> None:
    assert in_vietnamese(question) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a/c ơi, trạm bơm xong bn % rồi?", "trạm bơm xong bao nhiêu % rồi?"),
        ("dạ cho em hỏi p. Thủy lợi làm j", "phòng Thủy lợi làm gì"),
        ("sao còn thuyền chưa đăng kiểm?", "vì sao còn thuyền chưa đăng kiểm?"),
        ("sao lưu dữ liệu do ai làm?", "sao lưu dữ liệu do ai làm?"),
        ("TT BN có dc giao việc này ko?", "TT BN có được giao việc này không?"),
    ],
)
def test_what_people_type_for_short_is_written_out(typed: str, read: str) -> None:
    assert in_own_words(typed) == read
