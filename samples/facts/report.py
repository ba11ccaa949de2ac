"""The report of 2025: its narrative, and where it departs from its own annex on purpose.

Figures stand in the text as ``{key}`` slots named after the rows of
:mod:`samples.facts.statistics`. A slot says what the annex says unless it is planted.
"""

from __future__ import annotations

from dataclasses import dataclass

from samples.facts.statistics import ROWS, printed

YEAR = 2025


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A figure that the narrative gives differently from the annex, planted on purpose."""

    key: str
    said: str
    section: str
    annex_key: str


CONTRADICTIONS = (
    Contradiction("procedures_revoked", "19", "I.2", "III.1"),
    Contradiction("articles", "84", "I.7", "I.4"),
)


def said(key: str) -> str:
    """The figure as the narrative gives it."""
    planted = {each.key: each.said for each in CONTRADICTIONS}
    return planted.get(key) or printed(key, YEAR)


def filled(template: str) -> str:
    """The template with every slot filled as the narrative says it."""
    return template.format_map({key: said(key) for key in ROWS})


OPENING = (
    "Thực hiện Kế hoạch số 198/KH-UBND ngày 20 tháng 12 năm 2024 của Ủy ban nhân dân (UBND) tỉnh "
    "Nam Sơn về cải cách hành chính năm 2025 và Quyết định số 14/QĐ-STP ngày 13 tháng 01 năm 2025 "
    "của Giám đốc Sở Tư pháp, Sở Tư pháp báo cáo kết quả thực hiện trong năm như sau:"
)

RESULTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "1. Cải cách thể chế",
        (
            "Trong năm, Sở đã tham mưu ban hành {norms} văn bản quy phạm pháp luật (QPPL), gồm "
            "{norms_council} nghị quyết của Hội đồng nhân dân (HĐND) tỉnh và {norms_committee} "
            "quyết định của UBND tỉnh, trong đó có Quyết định số 41/2025/QĐ-UBND ngày 18/8/2025 "
            "phân cấp một số nhiệm vụ quản lý nhà nước về hộ tịch cho cấp xã.",
            "Việc rà soát văn bản được làm ngay sau khi tổ chức lại đơn vị hành chính: đã rà soát "
            "{review_done}/{review_due} văn bản thuộc diện rà soát, đề nghị sửa đổi, thay thế hoặc "
            "bãi bỏ {review_change} văn bản; đến nay {review_settled} văn bản đã được xử lý.",
        ),
    ),
    (
        "2. Cải cách thủ tục hành chính",
        (
            "Sở đã trình Chủ tịch UBND tỉnh công bố mới {procedures_new} thủ tục hành chính "
            "(TTHC), sửa đổi, bổ sung {procedures_amended} TTHC và bãi bỏ {procedures_revoked} "
            "TTHC. Tổng số TTHC thuộc thẩm quyền giải quyết của Sở hiện là {procedures} TTHC, "
            "trong đó {procedures_simplified} TTHC được cắt giảm thời gian giải quyết.",
            "Sở tiếp nhận {files} hồ sơ, trong đó {files_online} hồ sơ nộp trực tuyến (đạt "
            "{files_online_rate}). Số hồ sơ đã giải quyết là {settled} hồ sơ, gồm "
            "{settled_in_time} hồ sơ trước hạn và đúng hạn (đạt {settled_rate}), {settled_late} hồ "
            "sơ quá hạn. Các hồ sơ quá hạn tập trung ở lĩnh vực hộ tịch có yếu tố nước ngoài do "
            "phải xác minh tại nhiều cơ quan.",
            "Có {complaints} phản ánh, kiến nghị về quy định hành chính được gửi đến; Sở đã trả "
            "lời {complaints_answered} phản ánh, kiến nghị và công khai kết quả trên Cổng Dịch "
            "vụ công quốc gia.",
        ),
    ),
    (
        "3. Cải cách tổ chức bộ máy hành chính",
        (
            "Sau sắp xếp, Sở còn {rooms} phòng và tương đương, {centres} đơn vị sự nghiệp công "
            "lập. Số công chức có mặt là {staff} người so với {staff_quota} biên chế được giao.",
        ),
    ),
    (
        "4. Cải cách chế độ công vụ",
        (
            "Bản mô tả công việc và khung năng lực của các vị trí đã được phê duyệt tại Quyết định "
            "số 166/QĐ-STP ngày 20/8/2025. Sở cử {trained} lượt công chức, viên chức tham gia bồi "
            "dưỡng, riêng nội dung chuyển đổi số có {trained_digital} lượt người. Trong năm không "
            "có công chức, viên chức bị kỷ luật.",
        ),
    ),
    (
        "5. Cải cách tài chính công",
        (
            "Kinh phí ngân sách nhà nước giao cho Sở là {budget} triệu đồng; đã giải ngân "
            "{budget_spent} triệu đồng, đạt {budget_rate}. Quy chế chi tiêu nội bộ được sửa đổi "
            "theo Quyết định số 31/QĐ-STP ngày 21/02/2025. Sở đã thực hiện xong "
            "{audit_done}/{audit} kiến nghị của cơ quan kiểm toán.",
        ),
    ),
    (
        "6. Xây dựng chính quyền điện tử, chính quyền số",
        (
            "Sở cung cấp {online} TTHC trên Cổng Dịch vụ công, gồm {online_full} dịch vụ toàn "
            "trình và {online_part} dịch vụ một phần. Toàn bộ {fee_online}/{fee} TTHC có thu "
            "phí, lệ phí đã triển khai thanh toán trực tuyến; có {payments_online} trên tổng số "
            "{payments} giao dịch được thanh toán trực tuyến, đạt {payments_rate}.",
            "Đã cấp {digitised} kết quả giải quyết TTHC bản điện tử, đạt {digitised_rate} so với "
            "số hồ sơ đã giải quyết. Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 tiếp "
            "tục được áp dụng; đợt đánh giá nội bộ hoàn thành ngày 16/9/2025.",
        ),
    ),
    (
        "7. Công tác chỉ đạo, điều hành",
        (
            "Kế hoạch năm giao {tasks} nhiệm vụ; các phòng, đơn vị đã hoàn thành {tasks_done} "
            "nhiệm vụ (đạt {tasks_rate}), {tasks_moved} nhiệm vụ chuyển sang năm sau do chờ "
            "hướng dẫn của Trung ương. Văn phòng Sở kiểm tra cải cách hành chính tại {inspected} "
            "phòng, đơn vị, phát hiện {issues} vấn đề, đã khắc phục xong {issues_fixed} vấn đề.",
            "Phòng Phổ biến, giáo dục pháp luật đã đăng {articles} tin, bài tuyên truyền cải cách "
            "hành chính. Khảo sát bằng hình thức kết hợp thu về {survey_forms} phiếu, trong đó "
            "{survey_satisfied} phiếu đánh giá hài lòng, đạt {survey_rate}.",
        ),
    ),
)

ASSESSMENT: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "1. Kết quả nổi bật",
        (
            "Tỷ lệ giao dịch thanh toán trực tuyến và tỷ lệ cấp kết quả bản điện tử tăng rõ so "
            "với năm trước; việc rà soát văn bản sau sắp xếp đơn vị hành chính hoàn thành đúng "
            "tiến độ.",
        ),
    ),
    (
        "2. Tồn tại, hạn chế",
        (
            "Vẫn còn hồ sơ quá hạn; một số vấn đề phát hiện khi kiểm tra chưa được khắc phục dứt "
            "điểm; người dân ở xã vùng cao còn ngại thanh toán không dùng tiền mặt.",
        ),
    ),
)

OUTLOOK = (
    "- Hoàn thành các nhiệm vụ chuyển tiếp ngay trong quý I/2026.",
    "- Mở rộng thanh toán trực tuyến phí, lệ phí; hỗ trợ người dân tại điểm tiếp nhận cấp xã.",
    "- Số hóa hồ sơ lưu trữ theo khung nhiệm vụ cải cách hành chính giai đoạn 2026 - 2030 của Sở.",
)

CLOSING = (
    "Trên đây là báo cáo của Sở Tư pháp về cải cách hành chính năm 2025; số liệu chi tiết nêu tại "
    "Phụ lục kèm theo./."
)
