"""The five-year framework 2026 - 2030: objectives, their tasks, and the tasks' activities."""

from __future__ import annotations

from samples.facts.framework_rows import Activity, Objective, Section, Task
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

FIRST, LAST = 2026, 2030

ONLINE_PAYMENT_2030 = "90%"
"""Share of payments made online that the framework asks for in 2030."""

COLUMNS = ("Mục tiêu", "Nhiệm vụ", "Hoạt động", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")


_INSTITUTIONS = Section(
    "I",
    "CẢI CÁCH THỂ CHẾ",
    (
        Objective(
            "Hằng năm, 100% văn bản QPPL của tỉnh thuộc diện rà soát được rà soát và kiến nghị xử "
            "lý trong năm.",
            (
                Task(
                    "Lập, cập nhật danh mục văn bản QPPL còn hiệu lực theo từng lĩnh vực.",
                    DRAFTING,
                    ALL_ROOMS,
                    (
                        Activity(
                            "Rà soát văn bản ban hành trước ngày 01/7/2025 để điều chỉnh thẩm "
                            "quyền theo mô hình 02 cấp.",
                            "Báo cáo rà soát; danh mục văn bản",
                            "Trước ngày 31/12/2026",
                        ),
                        Activity(
                            "Cập nhật văn bản của tỉnh vào cơ sở dữ liệu quốc gia về pháp luật.",
                            "Dữ liệu được cập nhật đủ, đúng thời hạn",
                            "Thường xuyên",
                        ),
                    ),
                ),
                Task(
                    "Nâng chất lượng thẩm định dự thảo văn bản QPPL.",
                    DRAFTING,
                    "Các sở, ban, ngành; UBND các xã, phường",
                    (
                        Activity(
                            "Xây dựng bộ câu hỏi kiểm tra dùng chung khi thẩm định.",
                            "Bộ câu hỏi kiểm tra",
                            "Quý III/2026",
                        ),
                    ),
                ),
            ),
        ),
        Objective(
            "Đến năm 2030, 95% kiến nghị qua theo dõi thi hành pháp luật được cơ quan có thẩm "
            "quyền trả lời bằng văn bản.",
            (
                Task(
                    "Đổi mới phương thức theo dõi thi hành pháp luật dựa trên dữ liệu.",
                    DRAFTING,
                    EDUCATION,
                    (
                        Activity(
                            "Khảo sát tình hình thi hành pháp luật tại tối thiểu 10 xã, phường mỗi "
                            "năm.",
                            "Báo cáo khảo sát",
                            "Hằng năm",
                        ),
                        Activity(
                            "Xây dựng biểu mẫu thu thập thông tin điện tử.",
                            "Biểu mẫu điện tử",
                            "Năm 2027",
                        ),
                    ),
                ),
            ),
        ),
    ),
)

_PROCEDURES = Section(
    "II",
    "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
    (
        Objective(
            "Đến năm 2030, giảm tối thiểu 30% chi phí tuân thủ TTHC so với năm 2025.",
            (
                Task(
                    "Rà soát, đơn giản hóa TTHC và hồ sơ, giấy tờ trùng lặp với dữ liệu đã có.",
                    OFFICE,
                    f"{CIVIL}; {PROFESSIONS}",
                    (
                        Activity(
                            "Tính chi phí tuân thủ của toàn bộ TTHC thuộc phạm vi giải quyết.",
                            "Bảng tính chi phí tuân thủ",
                            "Quý II/2027",
                        ),
                        Activity(
                            "Trình phương án đơn giản hóa theo nhóm lĩnh vực hộ tịch, công chứng, "
                            "luật sư, đấu giá tài sản.",
                            "Quyết định của Chủ tịch UBND tỉnh thông qua phương án",
                            "Tháng 6 hằng năm",
                        ),
                        Activity(
                            "Công bố, công khai TTHC đã được đơn giản hóa.",
                            "Quyết định công bố",
                            "Ngay sau khi phương án được thông qua",
                        ),
                    ),
                ),
            ),
        ),
        Objective(
            "Đến năm 2030, tối thiểu 99,9% hồ sơ TTHC được giải quyết trước hạn và đúng hạn.",
            (
                Task(
                    "Theo dõi thời hạn giải quyết hồ sơ trên hệ thống thông tin giải quyết TTHC.",
                    CIVIL,
                    f"{OFFICE}; {ONE_STOP}",
                    (
                        Activity(
                            "Thiết lập cảnh báo tự động trước hạn 02 ngày làm việc.",
                            "Chức năng cảnh báo vận hành",
                            "Quý IV/2026",
                        ),
                        Activity(
                            "Công khai kết quả giải quyết hồ sơ theo từng phòng.",
                            "Bảng công khai trên Trang thông tin điện tử của Sở",
                            "Hằng tháng",
                        ),
                    ),
                ),
                Task(
                    "Tiếp nhận TTHC không phụ thuộc địa giới hành chính trong phạm vi tỉnh.",
                    PROFESSIONS,
                    f"{ONE_STOP}; UBND các xã, phường",
                    (
                        Activity(
                            "Lập danh mục TTHC tiếp nhận không phụ thuộc địa giới.",
                            "Danh mục trình UBND tỉnh phê duyệt",
                            "Trước ngày 30/6/2026",
                        ),
                    ),
                ),
            ),
        ),
    ),
)

_ORGANISATION = Section(
    "III",
    "TỔ CHỨC BỘ MÁY VÀ CHẾ ĐỘ CÔNG VỤ",
    (
        Objective(
            "Đến năm 2030, 100% vị trí việc làm có bản mô tả công việc gắn với kết quả đầu ra.",
            (
                Task(
                    "Hoàn thiện bản mô tả công việc và cách đánh giá theo kết quả.",
                    OFFICE,
                    f"{ALL_ROOMS}; {ALL_CENTRES}",
                    (
                        Activity(
                            "Ban hành bộ chỉ số đánh giá công chức, viên chức hằng quý.",
                            "Quyết định ban hành bộ chỉ số",
                            "Quý I/2027",
                        ),
                        Activity(
                            "Đánh giá thử tại 02 phòng trước khi áp dụng chung.",
                            "Báo cáo đánh giá thử",
                            "Tháng 9/2027",
                        ),
                    ),
                ),
            ),
        ),
        Objective(
            "Mỗi năm, ít nhất 80% công chức, viên chức được bồi dưỡng kỹ năng số.",
            (
                Task(
                    "Bồi dưỡng kỹ năng số theo vị trí việc làm.",
                    OFFICE,
                    "Sở Nội vụ; Sở Khoa học và Công nghệ",
                    (
                        Activity(
                            "Tổ chức lớp bồi dưỡng trực tiếp kết hợp trực tuyến.",
                            "Tối thiểu 02 lớp mỗi năm",
                            "Năm 2026 - 2030",
                        ),
                    ),
                ),
            ),
        ),
    ),
)

_FINANCE = Section(
    "IV",
    "CẢI CÁCH TÀI CHÍNH CÔNG",
    (
        Objective(
            "Đến năm 2030, 01 đơn vị sự nghiệp tự bảo đảm toàn bộ chi thường xuyên.",
            (
                Task(
                    "Xây dựng lộ trình tự chủ tài chính của đơn vị sự nghiệp.",
                    ALL_CENTRES,
                    "Văn phòng Sở; Sở Tài chính",
                    (
                        Activity(
                            "Ban hành định mức kinh tế - kỹ thuật của dịch vụ đấu giá tài sản.",
                            "Quyết định ban hành định mức",
                            "Năm 2028",
                        ),
                        Activity(
                            "Rà soát cơ chế đặt hàng dịch vụ trợ giúp pháp lý.",
                            "Báo cáo đề xuất",
                            "Theo hướng dẫn của Sở Tài chính",
                        ),
                    ),
                ),
            ),
        ),
    ),
)

_DIGITAL = Section(
    "V",
    "XÂY DỰNG CHÍNH QUYỀN SỐ",
    (
        Objective(
            "Đến năm 2030, 100% TTHC đủ điều kiện được cung cấp dịch vụ công trực tuyến toàn "
            "trình; tối thiểu 95% hồ sơ được tiếp nhận trực tuyến.",
            (
                Task(
                    "Nâng chất lượng dịch vụ công trực tuyến theo hướng lấy người dùng làm trung "
                    "tâm.",
                    PROFESSIONS,
                    f"{OFFICE}; {ONE_STOP}",
                    (
                        Activity(
                            "Thiết kế lại biểu mẫu điện tử, điền sẵn thông tin từ dữ liệu dân cư.",
                            "Biểu mẫu điện tử tương tác",
                            "Trước ngày 31/12/2027",
                        ),
                        Activity(
                            "Hướng dẫn người dân nộp hồ sơ trực tuyến tại xã, phường.",
                            "Tài liệu, đoạn phim hướng dẫn",
                            "Thường xuyên",
                        ),
                    ),
                ),
            ),
        ),
        Objective(
            "Đến năm 2030, tỷ lệ giao dịch thanh toán trực tuyến phí, lệ phí đạt từ "
            f"{ONLINE_PAYMENT_2030} trở lên.",
            (
                Task(
                    "Triển khai thanh toán trực tuyến đối với mọi TTHC có thu phí, lệ phí.",
                    OFFICE,
                    f"{CIVIL}; {PROFESSIONS}; {ONE_STOP}",
                    (
                        Activity(
                            "Mở tài khoản thu, kết nối nền tảng thanh toán của Cổng Dịch vụ công "
                            "quốc gia.",
                            "Tài khoản thu được kết nối",
                            "Quý II/2026",
                        ),
                        Activity(
                            "Đối soát, công bố tỷ lệ thanh toán trực tuyến theo từng phòng.",
                            "Bảng đối soát",
                            "Hằng quý",
                        ),
                    ),
                ),
                Task(
                    "Truyền thông về tiện ích của thanh toán không dùng tiền mặt.",
                    EDUCATION,
                    OFFICE,
                    (
                        Activity(
                            "Biên soạn tờ gấp, bài viết và đăng trên các kênh của Sở.",
                            "Tối thiểu 24 tin, bài mỗi năm",
                            "Hằng năm",
                        ),
                    ),
                ),
            ),
        ),
        Objective(
            "Đến năm 2030, 100% kết quả giải quyết TTHC được cấp bản điện tử và lưu vào kho dữ "
            "liệu của tổ chức, cá nhân.",
            (
                Task(
                    "Số hóa sổ hộ tịch, hồ sơ công chứng và hồ sơ trợ giúp pháp lý đang lưu trữ.",
                    CIVIL,
                    f"{PROFESSIONS}; {LEGAL_AID}",
                    (
                        Activity(
                            "Kiểm kê hồ sơ giấy, xác định thứ tự ưu tiên số hóa.",
                            "Danh mục hồ sơ ưu tiên",
                            "Quý III/2026",
                        ),
                        Activity(
                            "Số hóa theo danh mục, ký số và đối chiếu bản gốc.",
                            "Dữ liệu số hóa được nghiệm thu",
                            "Năm 2027 - 2029",
                        ),
                    ),
                ),
            ),
        ),
    ),
)

SECTIONS = (_INSTITUTIONS, _PROCEDURES, _ORGANISATION, _FINANCE, _DIGITAL)

OVERALL_TARGETS = (
    "Ít nhất 95% hồ sơ thủ tục hành chính (TTHC) được tiếp nhận trực tuyến.",
    f"Từ {ONLINE_PAYMENT_2030} giao dịch nộp phí, lệ phí trở lên được thanh toán trực tuyến.",
    "Tối thiểu 99,9% hồ sơ TTHC được giải quyết trước hạn và đúng hạn.",
    "Mức độ hài lòng của người dân, doanh nghiệp đạt từ 98% trở lên.",
)
