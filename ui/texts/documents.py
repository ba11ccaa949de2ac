"""The tab of documents, and of corrections to what was read."""

from __future__ import annotations

from ingest.model import CellProblem, CorrectionStatus, RecordKind, TableKind

TAB_DOCUMENTS = "Tài liệu"
UPLOAD_MANY = "Tải tài liệu lên"
UPLOAD_HINT = "Nhận tệp .doc, .docx, .xlsx, .pdf, .txt và .md; mỗi tệp tối đa {size}."
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
