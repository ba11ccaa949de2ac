"""The words from which annexes are invented: sections, what is counted, fields, documents."""

from __future__ import annotations

SECTIONS: tuple[tuple[str, ...], ...] = (
    ("Công tác chỉ đạo điều hành", "Chỉ đạo, điều hành cải cách hành chính"),
    ("Cải cách thể chế", "Xây dựng và hoàn thiện thể chế"),
    ("Cải cách thủ tục hành chính", "Kiểm soát và giải quyết thủ tục hành chính"),
    ("Cải cách tổ chức bộ máy", "Tổ chức bộ máy hành chính"),
    ("Cải cách chế độ công vụ", "Chế độ công vụ, đội ngũ cán bộ"),
    ("Cải cách tài chính công", "Quản lý tài chính công"),
    ("Xây dựng chính quyền điện tử, chính quyền số", "Chuyển đổi số"),
)

COUNTED: tuple[tuple[str, str], ...] = (
    ("văn bản", "Văn bản"),
    ("cuộc kiểm tra", "Cuộc"),
    ("lớp tập huấn", "Lớp"),
    ("tin, bài", "Tin, bài"),
    ("báo cáo", "Báo cáo"),
    ("phiếu khảo sát", "Phiếu"),
    ("công chức", "Người"),
    ("viên chức", "Người"),
    ("phòng chuyên môn", "Phòng"),
    ("máy chủ", "Máy"),
    ("chứng thư số", "Chứng thư"),
    ("quy trình nội bộ", "Quy trình"),
    ("dịch vụ công trực tuyến", "Dịch vụ"),
    ("phản ánh, kiến nghị", "Ý kiến"),
    ("cuộc họp trực tuyến", "Cuộc"),
    ("đề tài", "Đề tài"),
)
DONE: tuple[str, ...] = (
    "đã ban hành",
    "đã hoàn thành",
    "được phê duyệt",
    "đã tổ chức",
    "được rà soát",
    "bị trả lại",
    "đã công bố",
    "được cấp mới",
    "đã thẩm định",
    "đã xử lý xong",
)
FIELDS: tuple[str, ...] = (
    "lĩnh vực đất đai",
    "lĩnh vực y tế",
    "lĩnh vực giáo dục",
    "lĩnh vực thủy sản",
    "lĩnh vực du lịch",
    "lĩnh vực giao thông",
    "lĩnh vực lao động",
    "lĩnh vực môi trường",
    "lĩnh vực văn hóa",
    "lĩnh vực khoáng sản",
    "lĩnh vực lâm nghiệp",
    "lĩnh vực bưu chính",
    "lĩnh vực xây dựng",
    "lĩnh vực đầu tư",
    "lĩnh vực hộ tịch",
    "lĩnh vực công thương",
    "lĩnh vực thể thao",
    "lĩnh vực dân tộc",
    "lĩnh vực tôn giáo",
    "lĩnh vực thú y",
    "lĩnh vực chăn nuôi",
    "lĩnh vực trồng trọt",
)
ACTIVITIES: tuple[str, ...] = (
    "niêm yết công khai thủ tục",
    "đánh giá nội bộ hệ thống quản lý",
    "khảo sát mức độ hài lòng",
    "luân chuyển vị trí công tác",
    "đối thoại với doanh nghiệp",
    "diễn tập an toàn thông tin",
    "tự chấm điểm chỉ số",
    "rà soát vị trí việc làm",
)
CODES: tuple[tuple[str, tuple[str, str]], ...] = (
    ("Không = 0 Có = 1", ("0", "1")),
    ("Có = 1 Không = 0", ("0", "1")),
    ("Chưa thực hiện = 0 Đã thực hiện = 1", ("0", "1")),
)
DEPARTMENTS: tuple[tuple[str, str], ...] = (
    ("Sở Nông nghiệp", "SNN"),
    ("Sở Y tế", "SYT"),
    ("Sở Xây dựng", "SXD"),
    ("Sở Văn hóa", "SVH"),
    ("Sở Công Thương", "SCT"),
)
PROVINCES: tuple[str, ...] = ("Lam Giang", "Bình Thủy", "Tân Hải", "Phú Sơn", "Yên Hà")
