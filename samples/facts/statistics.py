"""The statistics annexes of 2024 and 2025: one table of indicators, two years of figures.

Shares are never typed in: a row names its numerator and denominator and the figure follows.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from samples.facts.annex_rows import Section, code, count, heading, share

YEARS = (2024, 2025)

NO_YES = "Không = 0 Có = 1"
YES_NO = "Có = 1 Không = 0"
DONE = "Đã thực hiện = 1 Chưa thực hiện = 0"
SURVEY = "Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2"


_DIRECTION = (
    code(
        "plan_issued",
        "1",
        "Ban hành kế hoạch cải cách hành chính của năm",
        NO_YES,
        ("1", "1"),
        ("Quyết định số 09/QĐ-STP ngày 12/01/2024", "Quyết định số 14/QĐ-STP ngày 13/01/2025"),
    ),
    count(
        "tasks",
        "2",
        "Nhiệm vụ giao trong kế hoạch năm",
        "Nhiệm vụ",
        "28",
        "32",
        total=("tasks_done", "tasks_moved"),
    ),
    count("tasks_done", "", "- Nhiệm vụ đã hoàn thành", "Nhiệm vụ", "27", "30"),
    count("tasks_moved", "", "- Nhiệm vụ chuyển sang năm sau", "Nhiệm vụ", "1", "2"),
    share("tasks_rate", "- Tỷ lệ hoàn thành nhiệm vụ", "tasks_done", "tasks"),
    heading("inspection", "3", "Kiểm tra cải cách hành chính nội bộ"),
    count(
        "inspected",
        "",
        "- Số phòng, đơn vị đã kiểm tra",
        "Đơn vị",
        "3",
        "4",
        notes=("Kế hoạch số 17/KH-STP ngày 26/02/2024", "Kế hoạch số 19/KH-STP ngày 24/02/2025"),
    ),
    count("issues", "", "- Số vấn đề phát hiện khi kiểm tra", "Vấn đề", "5", "6"),
    count("issues_fixed", "", "- Số vấn đề đã khắc phục xong", "Vấn đề", "5", "5"),
    count(
        "articles",
        "4",
        "Tin, bài tuyên truyền cải cách hành chính",
        "Tin, bài",
        "36",
        "48",
        notes=("", "Đăng trên Trang thông tin điện tử của Sở"),
    ),
    code("survey_mode", "5", "Hình thức khảo sát sự hài lòng", SURVEY, ("1", "2"), ("", "")),
    count("survey_forms", "", "- Số phiếu thu về", "Phiếu", "500", "640"),
    count("survey_satisfied", "", "- Số phiếu đánh giá hài lòng", "Phiếu", "471", "612"),
    share("survey_rate", "- Tỷ lệ hài lòng", "survey_satisfied", "survey_forms"),
)

_INSTITUTIONS = (
    count(
        "norms",
        "1",
        "Văn bản QPPL tham mưu ban hành trong năm",
        "Văn bản",
        "6",
        "8",
        total=("norms_council", "norms_committee"),
    ),
    count("norms_council", "", "- Nghị quyết của HĐND tỉnh", "Văn bản", "2", "3"),
    count(
        "norms_committee",
        "",
        "- Quyết định của UBND tỉnh",
        "Văn bản",
        "4",
        "5",
        notes=("", "Trong đó có Quyết định số 41/2025/QĐ-UBND ngày 18/8/2025"),
    ),
    count("review_due", "2", "Văn bản QPPL thuộc diện rà soát", "Văn bản", "45", "52"),
    count("review_done", "", "- Đã rà soát", "Văn bản", "45", "52"),
    count("review_change", "", "- Đề nghị sửa đổi, thay thế, bãi bỏ", "Văn bản", "7", "11"),
    count("review_settled", "", "- Đã xử lý sau rà soát", "Văn bản", "5", "9"),
)

_PROCEDURES = (
    count(
        "procedures",
        "1",
        "TTHC do Sở trực tiếp giải quyết",
        "TTHC",
        "131",
        "124",
        notes=("", "Tính đến ngày 30/11/2025"),
    ),
    count("procedures_new", "", "- Công bố mới", "TTHC", "6", "9"),
    count("procedures_amended", "", "- Sửa đổi, bổ sung", "TTHC", "24", "31"),
    count(
        "procedures_revoked",
        "",
        "- Bãi bỏ",
        "TTHC",
        "11",
        "16",
        notes=("", "Quyết định số 1873/QĐ-UBND ngày 09/9/2025"),
    ),
    count(
        "procedures_simplified", "2", "TTHC được cắt giảm thời gian giải quyết", "TTHC", "18", "27"
    ),
    count(
        "files",
        "3",
        "Hồ sơ tiếp nhận trong năm",
        "Hồ sơ",
        "11862",
        "12480",
        total=("files_online", "files_paper"),
    ),
    count("files_online", "", "- Tiếp nhận trực tuyến", "Hồ sơ", "7354", "9360"),
    count("files_paper", "", "- Tiếp nhận trực tiếp hoặc qua bưu chính", "Hồ sơ", "4508", "3120"),
    share("files_online_rate", "- Tỷ lệ tiếp nhận trực tuyến", "files_online", "files"),
    count(
        "settled",
        "4",
        "Hồ sơ đã giải quyết trong năm",
        "Hồ sơ",
        "11604",
        "12215",
        total=("settled_in_time", "settled_late"),
    ),
    count("settled_in_time", "", "- Trước hạn và đúng hạn", "Hồ sơ", "11488", "12166"),
    count(
        "settled_late",
        "",
        "- Quá hạn",
        "Hồ sơ",
        "116",
        "49",
        notes=("", "Có văn bản xin lỗi kèm theo từng hồ sơ"),
    ),
    share("settled_rate", "- Tỷ lệ giải quyết trước hạn và đúng hạn", "settled_in_time", "settled"),
    count("complaints", "5", "Phản ánh, kiến nghị về quy định hành chính", "Ý kiến", "9", "7"),
    count("complaints_answered", "", "- Đã trả lời", "Ý kiến", "9", "7"),
)

_ORGANISATION = (
    count(
        "rooms",
        "1",
        "Số phòng và tương đương thuộc Sở",
        "Phòng",
        "6",
        "5",
        notes=("", "Sắp xếp theo Quyết định số 12/2025/QĐ-UBND ngày 28/02/2025"),
    ),
    count("centres", "2", "Số đơn vị sự nghiệp công lập", "Đơn vị", "2", "2"),
    count("staff_quota", "3", "Biên chế công chức được giao", "Người", "38", "36"),
    count("staff", "", "- Số công chức có mặt", "Người", "37", "35"),
    count(
        "exam_posts",
        "4",
        "Chức danh lãnh đạo bổ nhiệm qua thi tuyển",
        "Người",
        None,
        None,
        notes=("", "Trong năm không phát sinh"),
    ),
)

_SERVICE = (
    code(
        "posts_approved",
        "1",
        "Phê duyệt bản mô tả công việc và khung năng lực",
        DONE,
        ("0", "1"),
        ("Đang xây dựng", "Quyết định số 166/QĐ-STP ngày 20/8/2025"),
    ),
    count(
        "trained",
        "2",
        "Công chức, viên chức được bồi dưỡng",
        "Lượt người",
        "52",
        "64",
        total=("trained_digital", "trained_other"),
    ),
    count("trained_digital", "", "- Về chuyển đổi số", "Lượt người", "20", "35"),
    count("trained_other", "", "- Về chuyên môn, nghiệp vụ", "Lượt người", "32", "29"),
    count("disciplined", "3", "Công chức, viên chức bị kỷ luật", "Người", "1", "0"),
)

_FINANCE = (
    count("budget", "1", "Kinh phí ngân sách nhà nước giao", "Triệu đồng", "8450", "9120"),
    count("budget_spent", "", "- Đã giải ngân", "Triệu đồng", "8281", "8983.2", form="decimal"),
    share("budget_rate", "- Tỷ lệ giải ngân", "budget_spent", "budget"),
    code(
        "spending_rules",
        "2",
        "Sửa đổi quy chế chi tiêu nội bộ",
        NO_YES,
        ("0", "1"),
        ("", "Quyết định số 31/QĐ-STP ngày 21/02/2025"),
    ),
    count("audit", "3", "Kiến nghị kiểm toán phải thực hiện", "Kiến nghị", None, "2"),
    count("audit_done", "", "- Đã thực hiện xong", "Kiến nghị", None, "2"),
)

_DIGITAL = (
    count(
        "online",
        "1",
        "TTHC cung cấp trên Cổng Dịch vụ công",
        "TTHC",
        "96",
        "108",
        total=("online_full", "online_part"),
    ),
    count("online_full", "", "- Dịch vụ công trực tuyến toàn trình", "TTHC", "58", "71"),
    count("online_part", "", "- Dịch vụ công trực tuyến một phần", "TTHC", "38", "37"),
    count("fee", "2", "TTHC có thu phí, lệ phí", "TTHC", "44", "42"),
    count("fee_online", "", "- Đã triển khai thanh toán trực tuyến", "TTHC", "40", "42"),
    share("fee_online_rate", "- Tỷ lệ TTHC triển khai thanh toán trực tuyến", "fee_online", "fee"),
    count("payments", "3", "Giao dịch nộp phí, lệ phí", "Giao dịch", "8120", "8640"),
    count("payments_online", "", "- Giao dịch thanh toán trực tuyến", "Giao dịch", "4263", "5616"),
    share(
        "payments_rate", "- Tỷ lệ giao dịch thanh toán trực tuyến", "payments_online", "payments"
    ),
    count("digitised", "4", "Kết quả giải quyết TTHC cấp bản điện tử", "Kết quả", "6962", "9772"),
    share("digitised_rate", "- Tỷ lệ kết quả cấp bản điện tử", "digitised", "settled"),
    code(
        "iso",
        "5",
        "Áp dụng TCVN ISO 9001:2015 vào hoạt động",
        YES_NO,
        ("1", "1"),
        ("", "Đánh giá nội bộ ngày 16/9/2025"),
    ),
)

SECTIONS = (
    Section("I", "Công tác chỉ đạo, điều hành", _DIRECTION),
    Section("II", "Cải cách thể chế", _INSTITUTIONS),
    Section("III", "Cải cách thủ tục hành chính", _PROCEDURES),
    Section("IV", "Cải cách tổ chức bộ máy hành chính", _ORGANISATION),
    Section("V", "Cải cách chế độ công vụ", _SERVICE),
    Section("VI", "Cải cách tài chính công", _FINANCE),
    Section("VII", "Xây dựng chính quyền điện tử, chính quyền số", _DIGITAL),
)

ROWS = {row.key: row for section in SECTIONS for row in section.rows}


def figure(key: str, year: int) -> Decimal | None:
    """The figure of a row; shares as a fraction of 1 with four decimals; ``None`` is blank."""
    row = ROWS[key]
    if row.share is None:
        text = row.figures[YEARS.index(year)]
        return None if text is None else Decimal(text)
    part, whole = (figure(name, year) for name in row.share)
    if part is None or whole is None:
        return None
    return (part / whole).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def printed(key: str, year: int) -> str:
    """The figure as the annex prints it: ``02``, ``12.480``, ``8.983,2``, ``99,6%``, or ``""``."""
    value = figure(key, year)
    if value is None:
        return ""
    form = ROWS[key].form
    if form == "percent":
        tenths = (value * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return "100%" if tenths == 100 else f"{tenths}%".replace(".", ",")
    if form == "decimal":
        return _vietnamese(f"{value:,.1f}")
    if form == "code" or value == 0:
        return str(value)
    return f"{value:02f}" if value < 10 else _vietnamese(f"{value:,f}")


def _vietnamese(text: str) -> str:
    return text.translate(str.maketrans(",.", ".,"))


def note(key: str, year: int) -> str:
    """What the note column says."""
    return ROWS[key].notes[YEARS.index(year)]
