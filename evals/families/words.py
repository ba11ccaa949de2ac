"""What the invented documents are made of. No province, department or figure is a real one's."""

from __future__ import annotations

PROVINCES = (
    "Thanh Vân", "Hải Lộc", "Lộc Giang", "Bình Sa", "An Hòa", "Tân Phong",
    "Đông Hà Giang", "Vĩnh Sơn", "Phú Trạch", "Long Biên Hạ", "Cẩm Đông", "Yên Khê",
)  # fmt: skip
DEPARTMENTS = (
    ("Sở Xây dựng", "SXD"),
    ("Sở Nội vụ", "SNV"),
    ("Sở Y tế", "SYT"),
    ("Sở Tư pháp", "STP"),
    ("Sở Công Thương", "SCT"),
    ("Sở Nông nghiệp và Môi trường", "SNNMT"),
)
UNITS = (
    "Phòng Quản lý hạ tầng",
    "Phòng Kế hoạch, tài chính",
    "Phòng Tổ chức cán bộ",
    "Phòng Công nghệ và chuyển đổi số",
    "Trung tâm Kiểm định chất lượng",
    "Thanh tra Sở",
    "Văn phòng Sở",
    "Chi cục Giám định",
)
TASKS = (
    ("Xây dựng quy trình cấp phép trên môi trường mạng", "quy trình cấp phép"),
    ("Ban hành danh mục dữ liệu dùng chung của ngành", "danh mục dữ liệu dùng chung"),
    ("Tổ chức bồi dưỡng kỹ năng số cho công chức", "bồi dưỡng kỹ năng số"),
    ("Khảo sát mức độ hài lòng của doanh nghiệp", "khảo sát hài lòng doanh nghiệp"),
    ("Sửa đổi quy chế tiếp công dân", "quy chế tiếp công dân"),
    ("Lập hồ sơ đề xuất cấp độ an toàn thông tin", "cấp độ an toàn thông tin"),
    ("Kiểm tra công vụ đột xuất tại các đơn vị", "kiểm tra công vụ đột xuất"),
    ("Rà soát văn bản hết hiệu lực", "rà soát văn bản hết hiệu lực"),
    ("Số hóa kho lưu trữ hồ sơ cấp phép", "số hóa kho lưu trữ"),
    ("Điều chỉnh đề án vị trí việc làm", "đề án vị trí việc làm"),
    ("Công khai quyết toán ngân sách", "công khai quyết toán"),
    ("Mở chuyên mục hỏi đáp trên trang thông tin điện tử", "chuyên mục hỏi đáp"),
)
PRODUCTS = (
    "Quyết định ban hành",
    "Báo cáo kết quả",
    "Tờ trình kèm dự thảo",
    "Biên bản nghiệm thu",
    "Kế hoạch được phê duyệt",
    "Bảng tổng hợp",
)
SECTIONS = ("CẢI CÁCH THỂ CHẾ", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "CHÍNH QUYỀN SỐ")
TARGETS = (
    ("hồ sơ được tiếp nhận trực tuyến", "hồ sơ tiếp nhận trực tuyến"),
    ("công chức được bồi dưỡng kỹ năng số", "công chức bồi dưỡng kỹ năng số"),
    ("văn bản đi được ký số", "văn bản đi ký số"),
    ("phản ánh, kiến nghị được trả lời đúng hạn", "phản ánh, kiến nghị trả lời đúng hạn"),
)
INDICATORS = (
    ("Số cuộc kiểm tra cải cách hành chính", "cuộc kiểm tra cải cách hành chính", "Cuộc"),
    (
        "Số văn bản quy phạm pháp luật đã rà soát",
        "văn bản quy phạm pháp luật đã rà soát",
        "Văn bản",
    ),
    ("Số hồ sơ tiếp nhận trong năm", "hồ sơ tiếp nhận trong năm", "Hồ sơ"),
    ("Số giao dịch thanh toán trực tuyến", "giao dịch thanh toán trực tuyến", "Giao dịch"),
    ("Số lượt công chức được bồi dưỡng", "lượt công chức được bồi dưỡng", "Lượt người"),
    ("Số sáng kiến được công nhận", "sáng kiến được công nhận", "Sáng kiến"),
    ("Số phiếu khảo sát thu về", "phiếu khảo sát thu về", "Phiếu"),
    ("Kinh phí đã giải ngân", "kinh phí đã giải ngân", "Triệu đồng"),
)
HEADERS = {
    "number": ("STT", "TT", "Số TT"),
    "task": ("Nhiệm vụ", "Nội dung công việc", "Nội dung nhiệm vụ"),
    "product": ("Sản phẩm", "Kết quả, sản phẩm", "Dự kiến sản phẩm"),
    "lead": ("Đơn vị chủ trì", "Chủ trì", "Cơ quan chủ trì"),
    "coordinating": ("Đơn vị phối hợp", "Phối hợp", "Cơ quan phối hợp"),
    "deadline": ("Thời hạn", "Thời gian hoàn thành", "Tiến độ thực hiện"),
}
STATISTICS_HEADERS = {
    "number": ("STT", "TT"),
    "name": ("Chỉ tiêu thống kê", "Chỉ tiêu", "Nội dung"),
    "unit": ("Đơn vị tính", "ĐVT"),
    "value": ("Số liệu", "Kết quả", "Kết quả thực hiện"),
    "note": ("Ghi chú",),
}
ABSENT = (
    "số ca ghép tạng", "diện tích rừng trồng mới", "số vụ tai nạn giao thông",
    "sản lượng điện gió", "số khách du lịch quốc tế", "số trường đạt chuẩn quốc gia",
)  # fmt: skip
FOREIGN = (
    "Cách nấu phở bò ngon?",
    "Đội nào vô địch bóng đá thế giới năm 2022?",
    "Viết giúp tôi một bài thơ về mùa thu",
    "Giá vàng hôm nay bao nhiêu?",
    "Thủ đô của nước Pháp là gì?",
    "Dự báo thời tiết ngày mai thế nào?",
)
