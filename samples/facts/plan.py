"""The plan of 2026: its targets and the tasks of its annex."""

from __future__ import annotations

from dataclasses import dataclass

from samples.facts.identity import (
    ALL_CENTRES,
    ALL_ROOMS,
    CIVIL,
    DRAFTING,
    EDUCATION,
    LEGAL_AID,
    OFFICE,
    ONE_STOP,
    PROFESSIONS,
)

YEAR = 2026

ONLINE_PAYMENT_2026 = "70%"
"""Share of payments made online that the year's plan asks for."""


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the annex. ``outputs`` pairs each product with its own deadline.

    ``same_lead`` marks a row whose lead cell is merged with that of the row above.
    """

    text: str
    outputs: tuple[tuple[str, str], ...]
    lead: str
    coordinating: str = ""
    same_lead: bool = False


TARGETS = (
    "Hoàn thành 100% nhiệm vụ nêu tại Phụ lục kèm theo Kế hoạch này đúng thời hạn.",
    "Tỷ lệ hồ sơ TTHC được giải quyết trước hạn và đúng hạn đạt tối thiểu 99,7%; số hồ sơ quá hạn "
    "trong năm không quá 30 hồ sơ.",
    "Ít nhất 80% hồ sơ TTHC được tiếp nhận theo hình thức trực tuyến.",
    "Duy trì 100% TTHC có thu phí, lệ phí được triển khai thanh toán trực tuyến; tỷ lệ giao dịch "
    f"thanh toán trực tuyến đạt từ {ONLINE_PAYMENT_2026} trở lên.",
    "Tối thiểu 85% kết quả giải quyết TTHC được cấp bản điện tử có giá trị pháp lý.",
    "Cắt giảm ít nhất 15% tổng thời gian giải quyết TTHC so với năm 2025; đơn giản hóa tối thiểu "
    "20 TTHC.",
    "Mức độ hài lòng của người dân, doanh nghiệp khi giao dịch với Sở đạt trên 96%.",
    "Chỉ số cải cách hành chính của Sở thuộc nhóm 05 cơ quan dẫn đầu khối sở, ban, ngành cấp tỉnh.",
    "Bồi dưỡng kỹ năng số cho toàn bộ công chức tham gia giải quyết TTHC.",
)

SECTIONS: tuple[tuple[str, str, tuple[Task, ...]], ...] = (
    (
        "I",
        "CHỈ ĐẠO, ĐIỀU HÀNH",
        (
            Task(
                "Kiểm tra việc thực hiện cải cách hành chính tại các phòng, đơn vị thuộc Sở",
                (
                    ("Kế hoạch kiểm tra", "Trước ngày 28/02/2026"),
                    ("Thông báo kết luận kiểm tra", "Quý III/2026"),
                ),
                OFFICE,
                f"{ALL_ROOMS}; {ALL_CENTRES}",
            ),
            Task(
                "Tổng hợp, báo cáo định kỳ kết quả cải cách hành chính gửi Sở Nội vụ",
                (("Báo cáo quý, 6 tháng, năm", "Hằng quý, trước ngày 15 của tháng cuối quý"),),
                OFFICE,
                ALL_ROOMS,
            ),
            Task(
                "Xây dựng chuyên mục và đăng ít nhất 60 tin, bài về cải cách hành chính",
                (("Chuyên mục; tin, bài", "Thường xuyên trong năm 2026"),),
                EDUCATION,
                OFFICE,
            ),
            Task(
                "Khảo sát mức độ hài lòng của người dân, doanh nghiệp",
                (("Báo cáo kết quả khảo sát", "Quý IV/2026"),),
                OFFICE,
                f"{EDUCATION}; {ONE_STOP}",
            ),
        ),
    ),
    (
        "II",
        "CẢI CÁCH THỂ CHẾ",
        (
            Task(
                "Tham mưu xây dựng văn bản QPPL thuộc lĩnh vực tư pháp",
                (
                    (
                        "Dự thảo nghị quyết, quyết định",
                        "Theo chương trình công tác của UBND tỉnh",
                    ),
                ),
                DRAFTING,
                ALL_ROOMS,
            ),
            Task(
                "Rà soát văn bản QPPL chịu tác động của việc tổ chức chính quyền địa phương 02 cấp",
                (("Báo cáo rà soát; danh mục văn bản cần xử lý", "Trước ngày 30/11/2026"),),
                DRAFTING,
                f"{CIVIL}; {PROFESSIONS}",
                same_lead=True,
            ),
            Task(
                "Theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm của năm",
                (("Báo cáo theo dõi", "Khi có kế hoạch của Bộ Tư pháp"),),
                DRAFTING,
                "UBND các xã, phường",
                same_lead=True,
            ),
        ),
    ),
    (
        "III",
        "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        (
            Task(
                "Trình công bố danh mục TTHC mới, TTHC được sửa đổi, bổ sung hoặc bãi bỏ",
                (
                    (
                        "Quyết định công bố của Chủ tịch UBND tỉnh",
                        "Trong 05 ngày làm việc kể từ ngày Bộ Tư pháp ban hành quyết định công bố",
                    ),
                ),
                f"{CIVIL}; {PROFESSIONS}",
                OFFICE,
            ),
            Task(
                "Rà soát, đề xuất phương án đơn giản hóa tối thiểu 20 TTHC",
                (("Phương án đơn giản hóa", "Tháng 6/2026"),),
                OFFICE,
                f"{CIVIL}; {PROFESSIONS}",
            ),
            Task(
                "Cập nhật quy trình nội bộ, quy trình điện tử giải quyết TTHC",
                (
                    (
                        "Quyết định phê duyệt quy trình",
                        "Ngay sau khi quyết định công bố TTHC có hiệu lực",
                    ),
                ),
                OFFICE,
                ONE_STOP,
                same_lead=True,
            ),
            Task(
                "Tiếp nhận, xử lý phản ánh, kiến nghị về quy định hành chính",
                (("Văn bản trả lời", "Thường xuyên"),),
                PROFESSIONS,
                OFFICE,
            ),
        ),
    ),
    (
        "IV",
        "TỔ CHỨC BỘ MÁY VÀ CHẾ ĐỘ CÔNG VỤ",
        (
            Task(
                "Rà soát chức năng, nhiệm vụ của các phòng sau sắp xếp",
                (("Tờ trình, dự thảo quyết định", "Quý II/2026"),),
                OFFICE,
                ALL_ROOMS,
            ),
            Task(
                "Điều chỉnh đề án vị trí việc làm của các đơn vị sự nghiệp",
                (("Đề án điều chỉnh", "Trong năm 2026"),),
                ALL_CENTRES,
                OFFICE,
            ),
            Task(
                "Tổ chức bồi dưỡng kỹ năng số cho ít nhất 70 lượt công chức, viên chức",
                (("Lớp bồi dưỡng", "Từ tháng 3/2026"),),
                OFFICE,
                "Sở Khoa học và Công nghệ",
            ),
        ),
    ),
    (
        "V",
        "CẢI CÁCH TÀI CHÍNH CÔNG",
        (
            Task(
                "Công khai dự toán, quyết toán ngân sách nhà nước",
                (("Quyết định công khai", "Tháng 01 hằng năm"),),
                OFFICE,
                LEGAL_AID,
            ),
            Task(
                "Sửa đổi quy chế chi tiêu nội bộ của Trung tâm",
                (("Quy chế được ban hành", "Trước ngày 31/3/2026"),),
                LEGAL_AID,
            ),
        ),
    ),
    (
        "VI",
        "XÂY DỰNG CHÍNH QUYỀN SỐ",
        (
            Task(
                "Mở rộng thanh toán trực tuyến phí, lệ phí; bảo đảm tỷ lệ giao dịch thanh toán "
                f"trực tuyến năm 2026 đạt từ {ONLINE_PAYMENT_2026} trở lên",
                (("Báo cáo kết quả thanh toán trực tuyến", "Quý IV/2026"),),
                CIVIL,
                f"{OFFICE}; {ONE_STOP}",
            ),
            Task(
                "Số hóa hồ sơ và cấp kết quả giải quyết TTHC bản điện tử",
                (("Kết quả được ký số, lưu vào kho dữ liệu điện tử", "Năm 2026"),),
                CIVIL,
                PROFESSIONS,
                same_lead=True,
            ),
            Task(
                "Tái cấu trúc quy trình đối với 12 dịch vụ công trực tuyến toàn trình",
                (("Quy trình được tái cấu trúc", "Đến hết ngày 30/9/2026"),),
                PROFESSIONS,
                f"{OFFICE}; Sở Khoa học và Công nghệ",
            ),
            Task(
                "Đánh giá nội bộ hệ thống quản lý chất lượng theo TCVN ISO 9001:2015",
                (("Biên bản đánh giá; báo cáo xem xét của lãnh đạo", "Quý III/2026"),),
                OFFICE,
                ALL_ROOMS,
            ),
        ),
    ),
)
