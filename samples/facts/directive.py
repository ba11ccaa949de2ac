"""The directive of February 2026: tasks by unit, each with its deadline."""

from __future__ import annotations

from samples.facts.identity import CIVIL, DRAFTING, LEGAL_AID, OFFICE

SUBJECT = "V/v thực hiện một số nhiệm vụ cải cách hành chính trọng tâm 6 tháng đầu năm 2026"

OPENING = (
    "Để thực hiện Kế hoạch ban hành kèm theo Quyết định số 21/QĐ-STP ngày 15 tháng 01 năm 2026, "
    "Giám đốc Sở yêu cầu các phòng, đơn vị tập trung vào những việc sau:"
)

UNITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        OFFICE,
        (
            "Trình kế hoạch kiểm tra cải cách hành chính năm 2026 trước ngày 28/02/2026.",
            "Rà soát tài khoản, phân quyền trên hệ thống thông tin giải quyết thủ tục hành chính "
            "(TTHC), hoàn thành trong tháng 3/2026.",
            "Báo cáo Giám đốc Sở tiến độ thực hiện các chỉ tiêu vào ngày 20 hằng tháng.",
        ),
    ),
    (
        CIVIL,
        (
            "Bố trí 02 công chức hướng dẫn người dân thanh toán trực tuyến tại điểm tiếp nhận; "
            "thực hiện từ ngày 02/3/2026.",
            "Lập danh sách hồ sơ hộ tịch còn quá hạn, nêu rõ nguyên nhân và gửi Văn phòng Sở trước "
            "ngày 13/02/2026.",
            "Hoàn thành ký số kết quả giải quyết TTHC của quý I/2026 trong vòng 10 ngày kể từ ngày "
            "kết thúc quý.",
        ),
    ),
    (
        DRAFTING,
        (
            "Tổng hợp danh mục văn bản quy phạm pháp luật cần sửa đổi do sắp xếp đơn vị hành "
            "chính, hoàn thành trong quý II/2026.",
            "Phối hợp với Văn phòng Sở chuẩn bị tài liệu họp giao ban; thực hiện thường xuyên.",
        ),
    ),
    (
        LEGAL_AID,
        (
            "Gửi dự thảo quy chế chi tiêu nội bộ để lấy ý kiến trước ngày 10/3/2026.",
            "Đăng lịch trợ giúp pháp lý lưu động lên Trang thông tin điện tử của Sở vào tuần đầu "
            "mỗi tháng.",
        ),
    ),
)

CLOSING = (
    "Trong quá trình thực hiện, nếu có khó khăn, các phòng, đơn vị báo cáo Giám đốc Sở qua Văn "
    "phòng Sở để được xem xét, giải quyết./."
)
