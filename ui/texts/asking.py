"""The tab of questions and answers."""

from __future__ import annotations

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
