"""The tab that drafts reports."""

from __future__ import annotations

from assistant.answer import AnswerPath, AnswerStatus, Verdict
from ingest.model import Comparator, DocumentKind, DocumentStatus, IndicatorRole, RecordKind

TAB_DRAFTING = "Soạn báo cáo"
DRAFT_KIND = "Loại báo cáo"
DRAFT_YEAR = "Năm báo cáo"
DRAFT_QUARTER = "Quý"
DRAFT_SECTION = "Phạm vi"
DRAFT_WHOLE = "Toàn bộ báo cáo"
DRAFT_ANNEX = "Phụ lục thống kê của kỳ báo cáo"
DRAFT_PLANS = "Kế hoạch (chỉ tiêu, nhiệm vụ)"
DRAFT_PREVIOUS = "Báo cáo hoặc phụ lục của kỳ trước"
DRAFT_OPTIONAL = "Không bắt buộc."
DRAFT_NONE = "Không dùng"
DRAFT_UPLOAD = "Tải thêm tài liệu lên"
DRAFT_START = "Soạn báo cáo"
DRAFT_HINT = (
    "Chọn phụ lục thống kê, thêm kế hoạch và báo cáo kỳ trước nếu có. Mọi số liệu trong bản dự "
    "thảo đều khóa theo tài liệu nguồn; số không có nguồn không được duyệt."
)
DRAFT_CHOOSE_ANNEX = "Chưa chọn phụ lục thống kê; hãy chọn một tài liệu hoặc tải tệp lên."
DRAFT_CHOOSE_KIND = "Chưa chọn loại báo cáo; hãy chọn một loại."
DRAFT_CHOOSE_YEAR = "Năm báo cáo chưa đúng; hãy nhập năm gồm bốn chữ số."
DRAFT_STARTING = "Đang đọc tài liệu…"
DRAFT_STEP = "{label} ({done}/{total})"
DRAFT_DONE = "Đã soạn xong “{title}”."
DRAFT_FAILED = "Không soạn được: {reason}"
DRAFT_BROKEN = "Việc soạn bị gián đoạn; hãy bấm “Soạn báo cáo” lần nữa."
DRAFT_EMPTY = "Bản dự thảo sẽ hiện ở đây, từng số liệu tô màu theo kết luận đối chiếu."
DRAFT_STORED = "Bản dự thảo đã lưu"
DRAFT_NO_STORED = "Chưa có bản dự thảo nào."
DRAFT_STORED_LABEL = "{title} · {status} · {day}"
DRAFT_OPEN = "Mở"
DRAFT_CHOOSE = "Chưa chọn bản dự thảo; hãy chọn một bản trong danh sách."
DRAFT_REMOVE_QUESTION = "Xóa hẳn bản dự thảo “{title}” cùng lịch sử của nó?"
DRAFT_REMOVED = "Đã xóa bản dự thảo “{title}”."
DRAFT_STATUSES = {"draft": "dự thảo", "approved": "đã duyệt"}
DRAFT_APPROVED_BY = "Đã duyệt: {name}, {at}."
DRAFT_FIGURES = "{n} số liệu"
DRAFT_GOOD = "{n} khớp hoặc tính từ nguồn"
DRAFT_OPEN_FIGURES = "{n} chưa rõ nguồn"
DRAFT_USED = "dùng {used}/{required} chỉ tiêu phải nêu"
DRAFT_BLOCKING = "Chưa duyệt được vì:"
DRAFT_MISSING = "Người soạn cần biết"
DRAFT_LEDGER = "Sổ đối chiếu chỉ tiêu: đã nêu {used}/{required}"
DRAFT_LEDGER_HEADINGS = ("Chỉ tiêu chưa nêu", "Lý do", "Vị trí")
DRAFT_LEDGER_FULL = "Mọi chỉ tiêu phải nêu đều đã nêu trong bản dự thảo."
DRAFT_CHANGES = "Số liệu thay đổi so với lần soạn trước ({n})"
DRAFT_CHANGE_HEADINGS = ("Mục", "Chỉ tiêu", "Trước", "Nay")
DRAFT_HISTORY = "Lịch sử ({n})"
DRAFT_ACTIONS: dict[str, str] = {
    "drafted": "soạn",
    "edited": "sửa",
    "redrafted": "soạn lại",
    "approved": "duyệt",
}
DRAFT_HISTORY_LINE = "{at}: {action}{section}{by}"
DRAFT_HISTORY_SECTION = " mục {key}"
DRAFT_HISTORY_BY = " – {name}"
DRAFT_ALL_FIGURES = "Tất cả số liệu của bản dự thảo ({n})"
DRAFT_WRITER_PERSON = "Câu do {name} viết"
DRAFT_WRITER_MODEL = "Câu do mô hình {name} diễn đạt"
DRAFT_SOMEONE = "người sửa"
DRAFT_LEGEND = "Màu số liệu"
DRAFT_LEGEND_GOOD = "khớp nguồn"
DRAFT_LEGEND_DERIVED = "tính từ nguồn"
DRAFT_LEGEND_OPEN = "chưa rõ nguồn"
DRAFT_LEGEND_BAD = "trái nguồn"
DRAFT_LEGEND_HINT = "Rê chuột hoặc bấm vào số liệu để xem căn cứ."
DRAFT_WORK = "Sửa và duyệt"
DRAFT_EDIT_SECTION = "Mục cần sửa"
DRAFT_EDIT_TEXT = "Nội dung"
DRAFT_EDIT_INFO = "Mỗi đoạn một dòng. Số liệu đã khóa không đổi được tại đây."
DRAFT_BY = "Họ tên người thực hiện"
DRAFT_SAVE = "Lưu và kiểm tra lại"
DRAFT_SAVED = "Đã lưu mục {key} và kiểm tra lại."
DRAFT_REDRAFT = "Soạn lại từ tài liệu đang chọn"
DRAFT_REDRAFTED = "Đã soạn lại; {n} số liệu thay đổi, câu do người sửa được giữ."
DRAFT_APPROVE = "Duyệt"
DRAFT_APPROVED = "Đã duyệt bản dự thảo."
DRAFT_DOWNLOAD = "Tải bản Word (.docx)"
DRAFT_OPEN_FIRST = "Chưa mở bản dự thảo nào; hãy soạn hoặc mở một bản trước."
DRAFT_CHOOSE_SECTION = "Chưa chọn mục cần sửa; hãy chọn một mục."

DOCUMENT_HEADINGS = (
    "Tài liệu",
    "Loại",
    "Cơ quan ban hành",
    "Số, ký hiệu",
    "Ngày",
    "Giai đoạn",
    "Đã trích xuất",
    "Vấn đề",
)
PROVINCE = "Tỉnh, thành phố"
RELATED = "Liên quan"
FILE = "Tệp"
PAGES = "Số trang"
COUNT_NAMES = {
    "targets": "chỉ tiêu",
    "tasks": "nhiệm vụ",
    "indicators": "số liệu",
    "refs": "văn bản viện dẫn",
    "tables": "bảng",
    "passages": "đoạn văn",
}

KINDS: dict[DocumentKind, str] = {
    DocumentKind.PLAN: "Kế hoạch",
    DocumentKind.TASK_ANNEX: "Phụ lục nhiệm vụ",
    DocumentKind.REPORT: "Báo cáo",
    DocumentKind.STATISTICS_ANNEX: "Phụ lục thống kê",
    DocumentKind.DECISION: "Quyết định",
    DocumentKind.DIRECTIVE: "Chỉ thị",
    DocumentKind.OTHER: "Loại khác",
}
STATUSES: dict[DocumentStatus, str] = {
    "ingested": "đã nạp",
    "unchanged": "không thay đổi, giữ bản đã nạp",
    "replaced": "đã thay bản cũ",
    "skipped": "bỏ qua",
    "failed": "không đọc được",
}
ANSWER_STATUSES: dict[AnswerStatus, str] = {
    "answered": "Có căn cứ",
    "refused": "Không có câu trả lời",
    "clarify": "Cần hỏi rõ hơn",
}
ANSWER_PATHS: dict[AnswerPath, str] = {
    "records": "bản ghi đã trích xuất",
    "passages": "đoạn văn tìm được",
    "document": "toàn văn tài liệu",
}
VERDICTS: dict[Verdict, str] = {
    "match": "khớp",
    "rounded": "làm tròn",
    "derived": "suy ra",
    "contradicted": "mâu thuẫn",
    "wrong_role": "sai vai trò",
    "wrong_unit": "sai đơn vị",
    "wrong_period": "sai kỳ",
    "unsourced": "không có nguồn",
    "ambiguous": "mơ hồ",
    "not_a_claim": "không phải số liệu",
}
RECORD_KINDS: dict[RecordKind, str] = {
    "targets": "Chỉ tiêu, mục tiêu",
    "tasks": "Nhiệm vụ",
    "indicators": "Số liệu thống kê",
    "refs": "Văn bản viện dẫn",
}
ROLES: dict[IndicatorRole, str] = {
    "actual": "thực hiện",
    "plan": "kế hoạch",
    "previous": "kỳ trước",
    "share": "tỷ trọng",
    "total": "tổng số",
    "unknown": "không rõ",
}
COMPARATORS: dict[Comparator, str] = {
    ">=": "≥",
    ">": ">",
    "=": "=",
    "<=": "≤",
    "<": "<",
    "rank": "xếp hạng",
    "change": "thay đổi",
}
