"""The tab that checks a document."""

from __future__ import annotations

from assistant.answer import FindingCode, Severity

TAB_CHECKING = "Kiểm tra văn bản"
CHECK_HINT = (
    "Nhận tệp .doc, .docx, .xlsx, .pdf, .txt và .md, tối đa {size}. Tệp chỉ được đọc để kiểm tra, "
    "không nạp vào kho; bản tạm tự xóa sau khoảng một giờ."
)
CHECK_FILE = "Văn bản cần kiểm tra"
DROP_FILE = "Thả tệp vào đây hoặc bấm để chọn tệp"
"""Stands in ``style.css`` over Gradio's own English words, which no setting translates."""

CHECK_AGAINST = "Đối chiếu với các tài liệu trong kho"
CHECK_AGAINST_INFO = "Không bắt buộc; để trống là chỉ kiểm tra văn bản với chính nó."
CHECK_FORM = "Kiểm tra cả thể thức theo Nghị định 30/2020 (chỉ với tệp .docx)"
CHECK = "Kiểm tra"
CHECKING = "Đang đọc và kiểm tra “{name}”, xin chờ trong giây lát…"
CHECK_FAILED = "Không kiểm tra được: {reason}"
CHECK_BROKEN = "Việc kiểm tra bị gián đoạn; hãy bấm “Kiểm tra” lần nữa."
CHECK_CHOOSE_FILE = "Chưa có văn bản nào; hãy thả một tệp vào ô “Văn bản cần kiểm tra”."
CHECK_EMPTY = (
    "Kết quả kiểm tra sẽ hiện ở đây: các chỗ mâu thuẫn kèm cả hai vị trí, rồi từng số liệu kèm "
    "kết luận và căn cứ."
)
CHECKED_WITH = "Đã đối chiếu với: {names}."
CHECKED_ALONE = "Chỉ kiểm tra văn bản với chính nó, không đối chiếu với tài liệu nào trong kho."
CHECKED_WITH_ITSELF = (
    "Trong các tài liệu đối chiếu có “{name}” trùng tên với văn bản được kiểm tra; nếu đó là cùng "
    "một văn bản thì số liệu khớp với chính nó không nói lên điều gì."
)
CHECK_FIGURES = "{n} số liệu"
CHECK_MATCH = "{n} khớp"
CHECK_UNSOURCED = "{n} không có nguồn"
CHECK_ERRORS = "{n} lỗi"
CHECK_WARNINGS = "{n} chỗ cần xem"
CHECK_INFOS = "{n} lưu ý"
FINDINGS_TITLE = "Phát hiện"
NO_FINDINGS = "Không phát hiện mâu thuẫn nào."
FINDING_HEADINGS = ("Mức", "Nội dung", "Tại", "Đối chiếu với")
CHECK_FIGURES_TITLE = "Số liệu"
CHECK_FIGURE_HEADINGS = ("Số liệu", "Giá trị", "Kết luận", "Giải thích", "Căn cứ")
NO_FIGURES = "Không có số liệu nào thuộc lựa chọn này."
FIGURES_SHOWN = "Hiện {shown} trên {total} số liệu; báo cáo tải về có đủ."
FINDINGS_SHOWN = "Hiện {shown} trên {total} phát hiện; báo cáo tải về có đủ."
FILTER_FIGURES = "Lọc theo kết luận"
FILTER_ALL = "tất cả ({n})"
FILTER_ATTENTION = "chưa khớp ({n})"
FILTER_VERDICT = "{verdict} ({n})"
DOWNLOAD_WORD = "Tải bản Word có chú thích"
DOWNLOAD_REPORT = "Tải báo cáo HTML"
NO_ANNOTATION = "Không ghi chú thích vào bản Word này được; hãy dùng báo cáo HTML."
CHECKED_FILE_NAME = "{stem}-da-kiem-tra{suffix}"
MORE_PLACES = "và {n} chỗ khác"
SEVERITIES: dict[Severity, str] = {"error": "lỗi", "warning": "cần xem", "info": "lưu ý"}
FINDING_CODES: dict[FindingCode, str] = {
    "contradiction": "mâu thuẫn",
    "arithmetic": "phép tính",
    "missing": "thiếu số liệu",
    "unsourced": "không có nguồn",
    "wrong_role": "sai vai trò",
    "wrong_unit": "sai đơn vị",
    "wrong_period": "sai kỳ",
    "format": "thể thức",
    "plan_gap": "so với kế hoạch",
    "note_conflict": "trái với ghi chú",
}
