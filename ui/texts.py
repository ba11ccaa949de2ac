"""Every string a user can see. Vietnamese, full diacritics; ``{…}`` are filled by the caller."""

from __future__ import annotations

from assistant.answer import AnswerPath, AnswerStatus, FindingCode, Severity, Verdict
from ingest.model import (
    CellProblem,
    Comparator,
    CorrectionStatus,
    DocumentKind,
    DocumentStatus,
    IndicatorRole,
    RecordKind,
    TableKind,
)

APP_TITLE = "Trợ lý cải cách hành chính"
APP_SUBTITLE = (
    "Hỏi đáp trên kế hoạch, phụ lục và báo cáo CCHC. "
    "Mỗi câu trả lời đều dẫn nguyên văn từ tài liệu."
)
DEGRADED = "Hệ thống đang hoạt động hạn chế"

# Ask
TAB_ASK = "Hỏi đáp"
CHAT_LABEL = "Hội thoại"
CHAT_EMPTY = (
    "### Hãy đặt câu hỏi về các tài liệu đã nạp\n"
    "Có thể hỏi không dấu hoặc viết tắt. Nếu tài liệu không nêu, trợ lý sẽ nói rõ là không có."
)
QUESTION_LABEL = "Câu hỏi"
QUESTION_PLACEHOLDER = "Nhập câu hỏi rồi nhấn Enter để gửi…"
SEND = "Gửi"
EXAMPLES_LABEL = "Câu hỏi mẫu"
EXAMPLES = (
    "Đơn vị nào chủ trì chỉ tiêu thanh toán trực tuyến?",
    "Những nhiệm vụ nào phải xong trong quý I?",
    "Văn phòng Sở chủ trì những nhiệm vụ nào?",
    "Số hồ sơ thủ tục hành chính đã tiếp nhận trong năm là bao nhiêu?",
)
FILTER_LABEL = "Chỉ hỏi trong các tài liệu"
FILTER_INFO = "Để trống là hỏi trên tất cả tài liệu."
UPLOAD_AND_ASK = "Tải tệp lên để hỏi"
CLEAR = "Xóa hội thoại"
EVIDENCE_TITLE = "Căn cứ trích dẫn"
EVIDENCE_EMPTY = (
    "Sau mỗi câu trả lời, dòng bảng hoặc đoạn văn làm căn cứ sẽ hiện ở đây. "
    "Bấm vào một câu trả lời cũ để xem lại căn cứ của câu đó."
)
EVIDENCE_NONE = "Câu trả lời này không dẫn căn cứ nào."
STEPS_TITLE = "Các bước xử lý"
WORKING = "Đang xử lý…"
INTERPRETED_AS = "Đã hiểu câu hỏi là: “{question}”"
REFUSED = "Không có câu trả lời trong tài liệu"
REASON = "Lý do"
CLARIFY = "Cần hỏi rõ hơn"
NOTE = "Lưu ý"
NO_FINAL_ANSWER = "Chưa nhận được câu trả lời hoàn chỉnh; xin gửi lại câu hỏi."
ASK_FAILED = "Không trả lời được câu hỏi này: {reason}"
BUSY = "Câu trước đang được trả lời; hãy chờ trong giây lát hoặc xóa hội thoại."
FEEDBACK_TITLE = "Góp ý cho câu trả lời mới nhất"
FEEDBACK_COMMENT = "Ý kiến"
FEEDBACK_PLACEHOLDER = "Nếu sai: câu trả lời đúng là gì, nằm ở đâu trong tài liệu?"
FEEDBACK_RIGHT = "👍 Trả lời đúng"
FEEDBACK_WRONG = "👎 Trả lời sai"
FEEDBACK_THANKS = "Đã ghi nhận góp ý; cảm ơn anh/chị."
FEEDBACK_NO_ANSWER = "Chưa có câu trả lời nào để góp ý; hãy đặt câu hỏi trước."
FEEDBACK_FAILED = "Không ghi nhận được góp ý: {reason}"
WRITTEN_BY_RULES = "Soạn theo quy tắc"
WRITTEN_BY_MODEL = "Diễn đạt bởi mô hình {writer}"
DRAWN_FROM = "Lấy từ {path}"
TOOK = "{ms} ms"
EXPORT_LIST_XLSX = "Tải danh sách (Excel)"
EXPORT_LIST_CSV = "Tải danh sách (CSV)"
EXPORT_CONVERSATION = "Tải hội thoại (Word)"
EXPORT_NOTHING = "Chưa có câu trả lời nào có căn cứ để tải về; hãy đặt câu hỏi trước."
EXPORT_FAILED = "Không ghi được tệp tải về ({reason}); hãy kiểm tra dung lượng đĩa của máy chủ."
EXPORT_LIST_NAME = "danh-sach-tra-loi.{form}"
EXPORT_CONVERSATION_NAME = "hoi-thoai-cchc.docx"
EXPORT_MADE = "Hội thoại tải về ngày {day}"
EXPORT_NUMBER = "Căn cứ số"
EXPORT_LINE = "Nội dung trả lời"
EXPORT_FILE = "Tệp"
EXPORT_PLACE = ("Trang", "Mục", "Bảng", "Dòng")
FIGURES_TITLE = "Số liệu trong câu trả lời"
FIGURE_HEADINGS = ("Số liệu", "Đối chiếu", "Giải thích")

# What Gradio's own parts say in English and no setting changes.
PAGE_WORDS = {
    "Clear": "Xóa",
    "Close": "Đóng",
    "Connection errored out.": "Mất kết nối với máy chủ; hãy tải lại trang.",
    "Copied": "Đã sao chép",
    "Copy": "Sao chép",
    "Error": "Lỗi",
    "File thumbnail": "Biểu tượng tệp",
    "Info": "Thông tin",
    "Loading response": "Đang trả lời",
    "More tabs": "Các thẻ khác",
    "Remove file": "Bỏ tệp",
    "Remove label": "Bỏ nhãn",
    "Remove this file": "Bỏ tệp này",
    "Scroll to bottom": "Xuống cuối",
    "Stop": "Dừng",
    "Submit": "Gửi",
    "Success": "Xong",
    "Upload a file": "Tải tệp lên",
    "Upload file": "Tải tệp lên",
    "Uploaded files": "Tệp đã tải lên",
    "Uploading": "Đang tải lên",
    "Warning": "Lưu ý",
    "chatbot conversation": "Nội dung hội thoại",
}

# Places
PAGE = "Trang {n}"
SECTION = "Mục {path}"
TABLE = "Bảng {n}"
ROW = "Dòng {n}"
COLUMN = "Cột “{name}”"
COLUMN_HEADING = "Cột"
CONTENT_HEADING = "Nội dung"
QUOTE = "Trích nguyên văn"
QUOTE_CONTINUED = "Phần tiếp theo"
SAME_ROW = "Đọc được từ dòng này"
CITATION_ARIA = "Căn cứ số {n}"

# Documents
TAB_DOCUMENTS = "Tài liệu"
UPLOAD_MANY = "Tải tài liệu lên"
UPLOAD_HINT = "Nhận tệp .docx, .xlsx, .pdf, .txt và .md; mỗi tệp tối đa {size}."
REFRESH = "Làm mới danh sách"
CHOOSE_DOCUMENTS = "Chọn tài liệu"
CHOOSE_INFO = "Chọn một tài liệu để xem, một hoặc nhiều tài liệu để xóa."
SHOW = "Xem chi tiết"
REMOVE = "Xóa"
REMOVE_CONFIRM = "Xóa hẳn"
REMOVE_CANCEL = "Không xóa"
REMOVE_QUESTION = "Xóa hẳn {n} tài liệu khỏi hệ thống, gồm mọi dữ liệu đã trích xuất: {files}?"
REMOVED = "Đã xóa {n} tài liệu: {files}."
CHOOSE_FIRST = "Hãy chọn ít nhất một tài liệu trong danh sách."
CHOOSE_ONE = "Đang chọn {n} tài liệu; hãy chọn đúng một tài liệu để xem chi tiết."
NO_DOCUMENTS = "Chưa có tài liệu nào. Hãy tải tài liệu lên để bắt đầu."
DOCUMENT_COUNT = "{n} tài liệu"
UNKNOWN = "không rõ"
NO_PROBLEMS = "Không có vấn đề nào khi đọc tài liệu."
PROBLEMS = "Vấn đề khi đọc"
PROBLEM_COUNT = "{n} vấn đề"
DETAILS_EMPTY = "Chọn một tài liệu rồi bấm “{show}” để xem dữ liệu đã trích xuất."
NO_RECORDS = "Tài liệu này không có bản ghi nào được trích xuất."
ROWS_SHOWN = "Hiện {shown} trên {total} bản ghi."
READING_FILES = "Đang đọc tệp, xin chờ trong giây lát…"
INGEST_FAILED = "Không nạp được tài liệu: {reason}"
UPLOAD_LOST = "Bản tạm của tệp {names} không mở được; hãy tải tệp lên lại."
NOTHING_CHOSEN = "Chưa chọn tệp nào."
TABLES = "Bảng đã đọc"
CONFIDENCE = "độ tin cậy {share} số hàng"
TABLE_READ_AS = "Bảng {n}{title}: đọc là {kind}"
TABLE_ROWS = (
    "{rows} hàng: {header} tiêu đề, {section} tên mục, {record} thành bản ghi, {passage} giữ dạng "
    "đoạn văn; {records} bản ghi từ {cells} ô có nội dung"
)
MORE_CELLS = "và {n} ô khác chưa hiểu rõ"
TABLE_KINDS: dict[TableKind, str] = {
    "tasks": "bảng nhiệm vụ",
    "indicators": "bảng số liệu",
    "wide": "bảng số liệu theo đối tượng",
    "passages": "đoạn văn, không nhận ra cột",
}
CELL_PROBLEMS: dict[CellProblem, str] = {
    "row_without_record": "Hàng không thành bản ghi",
    "no_field": "Không thuộc trường nào",
    "not_a_number": "Không đọc ra số",
    "no_date": "Không đọc ra thời hạn",
}
SERVICE_FAILED = "Không thực hiện được: {reason}"

# Corrections
CORRECT = "Sửa dữ kiện của tài liệu đang xem"
CORRECT_RECORD = "Nội dung cần sửa"
CORRECT_FIELD = "Trường"
CORRECT_BY = "Người sửa"
CORRECT_VALUE = "Giá trị mới"
CORRECT_VALUE_INFO = "Nhiều đơn vị cách nhau bằng dấu chấm phẩy; để trống là xóa giá trị."
CORRECT_SAVE = "Lưu sửa"
CORRECTED = "Đã sửa {field} (mã {id}); bản gốc vẫn được giữ và có thể hoàn tác."
CHOOSE_FIELD = "Hãy chọn nội dung và trường cần sửa."
CORRECTIONS = "Các lần sửa"
NO_CORRECTIONS = "Tài liệu này chưa có lần sửa nào."
CORRECTED_FIELD = "Đã sửa {field} ({name}, {day}); văn bản ghi: {read}"
CORRECTED_BY = "{name} sửa ngày {day} · {status}"
UNDO_CHOICE = "Lần sửa cần hoàn tác"
UNDO = "Hoàn tác"
UNDONE = "Đã hoàn tác lần sửa {field} (mã {id})."
CHOOSE_CORRECTION = "Hãy chọn một lần sửa để hoàn tác."
OWN_DATA = "Thông tin tài liệu"
BLANK = "để trống"
CORRECTION_STATUSES: dict[CorrectionStatus, str] = {
    "applied": "đang dùng",
    "superseded": "đã có lần sửa sau",
    "conflict": "văn bản đã đổi nên không áp dụng",
    "orphaned": "nội dung không còn trong văn bản nên không áp dụng",
    "undone": "đã hoàn tác",
}
RECORD_KIND_ONE: dict[RecordKind, str] = {
    "targets": "Chỉ tiêu",
    "tasks": "Nhiệm vụ",
    "indicators": "Số liệu",
    "refs": "Viện dẫn",
}

# Checking
TAB_CHECKING = "Kiểm tra văn bản"
CHECK_HINT = (
    "Nhận tệp .docx, .pdf, .txt và .xlsx, tối đa {size}. Tệp chỉ được đọc để kiểm tra, không nạp "
    "vào kho; bản tạm tự xóa sau khoảng một giờ."
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

# Drafting
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

# Field names of records
KEY = "Mã mục"
TASK_TEXT = "Nhiệm vụ"
TARGET_TEXT = "Chỉ tiêu"
TARGET_VALUE = "Mức đề ra"
BASE = "So với"
HORIZON = "Giai đoạn"
LEAD = "Chủ trì"
COORDINATING = "Phối hợp"
PRODUCTS = "Sản phẩm"
DEADLINE = "Thời hạn"
ACTIVITIES = "Hoạt động"
INDICATOR_NAME = "Chỉ tiêu thống kê"
PARENT = "Thuộc nhóm"
SUBJECT = "Đối tượng"
ROLE = "Vai trò"
UNIT = "Đơn vị tính"
VALUE = "Số liệu"
MEANING = "Nghĩa là"
REMARK = "Ghi chú"
PERIOD = "Kỳ"
REF_NUMBER = "Số, ký hiệu"
REF_TYPE = "Loại văn bản"
REF_ISSUER = "Cơ quan ban hành"
REF_DATE = "Ngày"
REF_ABOUT = "Về việc"
SOURCE = "Vị trí"
