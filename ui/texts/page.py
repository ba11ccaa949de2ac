"""The page as a whole, and what Gradio's own parts say in English."""

from __future__ import annotations

APP_TITLE = "Trợ lý cải cách hành chính"
APP_SUBTITLE = (
    "Hỏi đáp trên kế hoạch, phụ lục và báo cáo CCHC. "
    "Mỗi câu trả lời đều dẫn nguyên văn từ tài liệu."
)
DEGRADED = "Hệ thống đang hoạt động hạn chế"

# What Gradio's own parts say in English and no setting changes.
PAGE_WORDS = {
    "Clear": "Xóa",
    "Click to upload or drop files": "Bấm để tải tệp lên hoặc thả tệp vào đây",
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
