"""Every Vietnamese sentence an answer made by rules may contain. Fields are filled by composers."""

from __future__ import annotations

STEP_UNDERSTOOD = "Đang tìm trong {count} văn bản…"
STEP_COMPOSING = "Đang soạn câu trả lời kèm trích dẫn…"

LEAD_IS = "«{text}» – chủ trì: **{units}**"
COORDINATING_IS = "«{text}» – phối hợp: **{units}**"
ALSO_COORDINATING = "; phối hợp: {units}"
NO_LEAD = "«{text}» – văn bản không phân công đơn vị chủ trì"
NO_COORDINATING = "«{text}» – văn bản không ghi đơn vị phối hợp"
LEAD_AS_WRITTEN = "«{text}» – văn bản không nêu tên đơn vị chủ trì, chỉ ghi: «{written}»"
RELATED_LEAD = "«{text}» – văn bản không phân công riêng cho chỉ tiêu này"
RELATED_TASKS = "«{text}» – văn bản không phân công riêng; nhiệm vụ liên quan {tasks}"
RELATED_TASK = "{key}«{text}» do **{units}** chủ trì"
PROSE_LEAD = "Phần lời văn ghi: {text}"
SENTENCE_LEAD = "«{text}»"

CONFIRMED = "Đúng. "
DENIED = "Không phải {supposed}. "

DEADLINE_IS = "«{text}» – thời hạn: **{deadline}**"
NO_DEADLINE = "«{text}» – văn bản không ghi thời hạn"
PRODUCT_IS = "«{text}» – sản phẩm: **{products}**"
NO_PRODUCT = "«{text}» – văn bản không ghi sản phẩm"
DELIVERABLE = "{product} ({deadline})"

TARGET_IS = "«{text}» – {metric}: **{value}**"
RANK = "nhóm/hạng {value}"
WHY = "vì sao"
YES_OR_NO = " không"
BASE = " (so với {base})"
METRIC = "chỉ tiêu"
TARGET_WITHOUT_FIGURE = "«{text}» – văn bản không nêu con số"
INDICATOR_IS = "{name}: **{value}**"
BLANK_CELL = "ô số liệu để trống trong văn bản, không có giá trị"
INDICATOR_BLANK = "{name}: ô số liệu để trống trong văn bản, không có giá trị"
BLANK_ONLY = "Văn bản có mục này nhưng để trống, không có giá trị."
INDICATOR_NOTE = " – ghi chú: «{note}»"
PROSE_FIGURE = "Phần lời văn ghi: «{text}»"
SOURCES_DIFFER = "Hai nguồn không thống nhất: {annex} ghi **{left}**, {report} ghi **{right}**"
IN_ANNEX, IN_TEXT = "phụ lục", "lời văn"
DIFFERENCES = "**{report}** – {count} chỗ phần lời văn ghi khác phụ lục"
NO_DIFFERENCE = (
    "**{report}** – không thấy chỗ nào phần lời văn ghi khác phụ lục trong {count} số liệu "
    "đối chiếu được"
)
REFUSE_NO_PAIR = "Không có báo cáo nào kèm phụ lục số liệu để đối chiếu; đã tìm trong {scope}."
REFUSE_NOT_COMPARABLE = (
    "Không có số liệu nào{limits} được nêu ở cả lời văn và phụ lục để đối chiếu; đã tìm trong "
    "{scope}."
)
SUM_IS = "**{document}** – «{title}»: cộng {count} dòng, {terms} = **{total}**"
SUM_BLANKS = " ({count} ô để trống, không cộng)"
EXTREME = "**{document}** – {direction} về «{title}» trong {count} số liệu"
EXTREME_BLANKS = " ({count} ô để trống, không xét)"
HIGHEST, LOWEST = "cao nhất", "thấp nhất"
BUSIEST = "**{document}** – chủ trì {direction}: **{units}**, {count} nhiệm vụ{limits}"
MOST, FEWEST = "nhiều nhất", "ít nhất"
UNTIL = "đến năm {year}"
SPAN = "{first}–{last}"
PERIOD = "giai đoạn {period}"
IN_YEAR = "năm {year}"
BY_YEAR = "mốc năm {year}"

COUNT_IS = "{document}: **{count}** {noun}{limits}"
COUNT_TOTAL = "Tổng cộng **{count}** {noun}{limits} trong {documents} văn bản"
LIST_HEAD = "**{document}** – {count} {noun}{limits}"
STANDING_HEAD = "Việc thường xuyên, định kỳ ({count})"
GROUP = "*{title}*"
WITHOUT_SECTION = "Không thuộc mục nào"
TASK_ROW = "{key}{text}{lead}{deadline}"
ROW_VALUE = "{metric}: **{value}**{when}"
ROW_LEAD = " – chủ trì: {units}"
ROW_COORDINATING = " – phối hợp: {units}"
ROW_PRODUCT = " – sản phẩm: {products}"
ROW_DEADLINE = " – thời hạn: {deadline}"
NOT_SAID = " – văn bản không ghi {aspects}"
ASPECTS = {
    "lead": "đơn vị chủ trì",
    "coordinating": "đơn vị phối hợp",
    "deadline": "thời hạn",
    "product": "sản phẩm",
}
BLANK_ROW = "{name}: để trống"

NOUNS = {
    "tasks": "nhiệm vụ",
    "targets": "mục tiêu, chỉ tiêu",
    "indicators": "chỉ tiêu thống kê",
    "refs": "văn bản được viện dẫn",
    "passages": "đoạn",
}
LIMIT_TOPIC = " về «{topic}»"
LIMIT_UNIT = {
    "any": " của {unit}",
    "lead": " do {unit} chủ trì",
    "coordinating": " có {unit} phối hợp",
}
LIMIT_WINDOW = " có hạn trong khoảng «{window}» ({days})"
LIMIT_KEY = " ở mục {key}"
LIMIT_YEARS = " cho năm {years}"
LIMIT_SECTION = " ở phần «{title}»"
LIMIT_BLANK = " chưa có số liệu"
LIMIT_NOHELP = " chưa ghi đơn vị phối hợp"
LIMIT_STANDING = " làm thường xuyên, định kỳ"
LIMIT_NOLEAD = " chưa ghi đơn vị chủ trì"
DAYS_BETWEEN = "từ {start} đến {end}"
DAYS_UNTIL = "đến {end}"
DAYS_FROM = "từ {start}"
DAYS_OF_DOCUMENT = "theo năm của từng văn bản"
OTHER_DEADLINES = "{first}; các hạn khác: {others}"

COMPARE_HEAD = "| Văn bản | Kỳ | Nội dung | Giá trị | Nguồn |"
COMPARE_RULE = "|---|---|---|---|---|"
COMPARE_ROW = "| {document} | {period} | {name} | {value} | {mark} |"
COMPARE_DIFFERENCE = "{later} so với {earlier}: {direction} **{difference}**"
COMPARE_SAME = "{later} và {earlier}: **bằng nhau**"
COMPARE_NONE = "Không có hai số liệu cùng nội dung, cùng đơn vị tính để tính chênh lệch."
COMPARE_SINGLE = "Chỉ tìm thấy một số liệu để so sánh."
COMPARE_MISSING = "Không có số liệu này cho năm {years} để so sánh; văn bản chỉ ghi như dưới đây."
HIGHER, LOWER = "cao hơn", "thấp hơn"
POINTS = "điểm phần trăm"
BARE_UNIT = "số lượng"
PERIOD_WORD = "kỳ"
NO_PERIOD = "không rõ kỳ"

REF_IS = "{type}{number}{issuer}{date}{about}"
REF_HEAD = "**{document}** viện dẫn {count} văn bản{limits}"

FACT_DATE = "{document}: ban hành ngày **{value}**"
FACT_ISSUER = "{document}: cơ quan ban hành là **{value}**"
FACT_NUMBER = "{document}: số, ký hiệu **{value}**"
FACT_PERIOD = "{document}: kỳ áp dụng **{value}**"
FACT_PROVINCE = "{document}: thuộc **{value}**"
FACT_HOLDER = "{document}: người ký với chức danh {office} là **{value}**{date}"
FACT_HELD_ON = " (văn bản ngày {date})"
FACT_RECIPIENTS = "{document}: gửi **{value}**"
FACT_SIGNER = "{document}: người ký là **{value}**"
SUMMARY_HOLDS = "Văn bản gồm {counts}"
SUMMARY_COUNT = "{count} {noun}"
SUMMARY_HEADING = "**{title}**: {opening}"
FACT_STORED = "**{document}** – {kind}{date}"
FACT_UNKNOWN = {
    "date": "{document}: văn bản không ghi đủ ngày ban hành",
    "issuer": "{document}: không đọc được cơ quan ban hành",
    "number": "{document}: văn bản để trống số, ký hiệu",
    "period": "{document}: không rõ kỳ áp dụng",
    "province": "{document}: văn bản không nêu tên tỉnh, thành phố",
    "signer": "{document}: không đọc được tên người ký",
    "recipients": "{document}: văn bản không ghi nơi nhận",
    "stored": "{document}",
}

SECTION_COUNT = "**{document}** – phần «{title}» có **{count}** mục"
MORE_BELOW = "… còn {count} đoạn nữa trong mục này, xem văn bản gốc"

DEFINITION_IS = "{short} là viết tắt của «{meaning}»"

BESIDE = "Ngoài {name}: **{others}**"
NOTHING_BESIDE = "Ngoài «{name}», văn bản không ghi thêm nội dung nào như vậy."
THANKED = "Không có gì. Anh/chị cứ hỏi tiếp về các văn bản đã nạp."
GREETING = (
    "Xin chào. Tôi trả lời câu hỏi về các kế hoạch, báo cáo cải cách hành chính đã nạp, kèm trích "
    "dẫn. Ví dụ: «Đơn vị nào chủ trì chỉ tiêu thanh toán trực tuyến?»"
)

CLARIFY = (
    "Câu hỏi khớp với {count} nội dung khác nhau. Anh/chị muốn hỏi nội dung nào? Có thể nêu thêm "
    "tên tỉnh, số văn bản, năm hoặc số mục."
)
CLARIFY_OPTION = "{document}: «{text}»"

ROWS_TOO = "Bảng của {document} còn có {count} {noun} về nội dung này; hỏi thêm để xem từng dòng."
SUMMARY_SECTIONS = "**Nhiệm vụ theo phần**: {sections}"
SUMMARY_SECTION = "{title} ({count})"
REFUSE_NO_KEY = "Không có mục {key} trong {scope}."
REFUSE_EMPTY = "Chưa có văn bản nào được nạp, nên chưa có gì để tra cứu."
REFUSE_DOCUMENT = "Không có văn bản nào cho kỳ này trong kho; các kỳ đang có: {periods}."
REFUSE_NO_TOPIC = "Câu hỏi chưa nêu nội dung cần tra cứu; hãy nêu chỉ tiêu, nhiệm vụ hoặc văn bản."
REFUSE_PLACE = "Không có văn bản nào của {places} trong kho; hiện có: {stored}."
REFUSE_NUMBER = "Không có văn bản số {numbers} trong kho và không văn bản nào viện dẫn số này."
REFUSE_YEAR = "Không tìm thấy nội dung này cho {years} trong {scope}; các kỳ đang có: {periods}."
REFUSE_MISSING = "Không tìm thấy nội dung nào nói về {terms}; đã tìm trong {scope}."
REFUSE_TOGETHER = "Không có nội dung nào nói về «{topic}»; đã tìm trong {scope}."
PART_UNANSWERED = "«{part}»: {reason}"
PART_UNCLEAR = "có nhiều nội dung khớp, hãy hỏi riêng và nêu rõ hơn."
REFUSE_NO_REF = "Không văn bản nào viện dẫn loại văn bản «{types}»; đã tìm trong {scope}."
SPANNING = "giai đoạn {first}–{last}"
REFUSE_OTHER_HORIZON = (
    "Không có chỉ tiêu cho mốc năm {year} về nội dung này; đã tìm trong {scope}, văn bản chỉ ghi "
    "cho mốc khác."
)
REFUSE_NAMES_NO_PAPER = "Nội dung này không nêu số hiệu {types} nào; đã tìm trong {scope}."
REFUSE_NO_REASON = "Văn bản không nêu lý do về «{topic}»; đã tìm trong {scope}."
REFUSE_KIND = "{scope} không có {noun} nào{limits}."
REFUSE_NO_LEAD = "Văn bản không phân công đơn vị chủ trì cho nội dung này; đã tìm trong {scope}."
REFUSE_NO_COORDINATING = "Văn bản không ghi đơn vị phối hợp cho nội dung này; đã tìm trong {scope}."
REFUSE_NO_DEADLINE = "Văn bản không ghi thời hạn cho nội dung này; đã tìm trong {scope}."
REFUSE_NO_PRODUCT = "Văn bản không ghi sản phẩm cho nội dung này; đã tìm trong {scope}."
REFUSE_NO_FIGURE = "Có nội dung về «{topic}» nhưng văn bản không nêu con số; đã tìm trong {scope}."
REFUSE_ONLY_ACTUAL = (
    "Chỉ tìm thấy số liệu thực hiện về «{topic}», văn bản không nêu chỉ tiêu kế hoạch; đã tìm "
    "trong {scope}."
)
REFUSE_ONLY_TARGET = (
    "Chỉ tìm thấy chỉ tiêu kế hoạch về «{topic}», không có số liệu thực hiện; đã tìm trong {scope}."
)
REFUSE_ONLY_PART = (
    "Văn bản chỉ ghi số liệu của {parts}, không ghi số liệu chung được hỏi; đã tìm trong {scope}."
)
REFUSE_OTHER_ROW = "Văn bản chỉ ghi {rows}, không ghi đúng số liệu được hỏi; đã tìm trong {scope}."
REFUSE_UNIT = "Văn bản có ghi «{topic}» nhưng không tính bằng «{unit}»."
REFUSE_NOT_STATED = "Văn bản không ghi con số «{figure}» cho «{topic}»."
REFUSE_NO_SHARE = (
    "Có số liệu về nội dung này nhưng văn bản không nêu tỷ lệ và không có tổng số để tính; "
    "đã tìm trong {scope}."
)
REFUSE_BLANK = "Ô số liệu của nội dung này để trống trong văn bản; đã tìm trong {scope}."
REFUSE_FACT = "Văn bản không ghi thông tin này; đã tìm trong {scope}."
REFUSE_UNREADABLE = "Không đọc được câu hỏi; hãy nhập câu hỏi bằng chữ."
SIMILAR_UNIT = "Đơn vị có tên gần giống: **{unit}** chủ trì {count} nhiệm vụ"
REFUSE_FILTERS = "Không có văn bản nào ứng với đồng thời {names}; trong kho: {each}."
FILTER_HOLDS = "«{name}» có {documents}"
CHOSEN, NOTHING = "văn bản đã chọn", "không văn bản nào"
BY_MEANING = "Không văn bản nào ghi đúng «{topic}»; dưới đây là nội dung cùng nghĩa:"
NEAREST = "Nội dung gần nhất: «{text}» ({document})"
SCOPE_ONE = "{document}"
SCOPE_MANY = "{count} văn bản"
QUOTED = "«{text}»"

NO_STATUS = "«{text}» – văn bản không ghi tình trạng thực hiện"
STATUS_IS = "«{text}» – tình trạng: **{status}**"
REFUSE_PART = "Không có số liệu {part} về «{topic}» trong {scope}; số liệu đang có: {periods}."
REFUSE_OTHER_UNIT = "Văn bản không ghi {unit} {role} nội dung này; đã tìm trong {scope}."
ROLE_NAMES = {"any": "tham gia", "lead": "chủ trì", "coordinating": "phối hợp"}
NOT_AS_MANY = "Văn bản ghi {count} đơn vị, không phải {asked}. "
REFUSE_NO_EXTREME = (
    "Văn bản không có số liệu về «{topic}» để xếp hơn kém như câu hỏi; đã tìm trong {scope}."
)
REFUSE_ONLY_PLANNED = (
    "Chỉ tìm thấy nội dung kế hoạch, không có kết quả thực hiện; đã tìm trong {scope}."
)
REFUSE_DENIED = (
    "Câu hỏi hỏi phần «{denied}», văn bản không nêu riêng phần này; đã tìm trong {scope}."
)
REFUSE_NO_STATES = "{scope} giao nhiệm vụ nhưng không ghi nhiệm vụ nào đã làm đến đâu."
REFUSE_NO_STATUS = "{scope} không ghi nhiệm vụ này đã làm đến đâu."
CAUSES_BESIDE = "«{text}» – nguyên nhân văn bản nêu:"
REFUSE_PREMISE = "Văn bản không ghi điều mà câu hỏi coi là đúng; văn bản ghi như dưới đây."
REFUSE_NO_ARTICLE = "Không có Điều {number} trong {scope}."
ARTICLE = "**{document}** – Điều {number}"
REFUSE_LACKING = "Không có {name} của {of} trong kho; hiện có: {documents}."
REFUSE_LEADS_NOTHING = "Không thấy câu nào giao «{unit}» chủ trì; đã tìm trong {scope}."
REFUSE_CITED_ONLY = (
    "Văn bản {numbers} chưa được nạp, kho chỉ có văn bản viện dẫn nó, nên không biết ai ký và "
    "gửi ai."
)
REFUSE_NOT_STORED = (
    "Văn bản {numbers} chưa được nạp nên không tra được Điều {number}; "
    "kho chỉ có văn bản viện dẫn nó."
)
REFUSE_CONTENTS = (
    "Văn bản {numbers} chưa được nạp nên không tra được nội dung của nó; hãy nạp văn bản đó, "
    "kho chỉ có văn bản viện dẫn nó."
)
REFUSE_FIGURE_ALONE = "Văn bản có ghi con số {figure} nhưng không nêu lý do về «{topic}»."
REFUSE_NO_ANNEX = "Không có Phụ lục {annex} trong {scope}."
PARTS_EQUAL = "**{document}** – «{title}»: {terms} = **{added}**, bằng tổng đã ghi"
PARTS_DIFFER = (
    "**{document}** – «{title}»: {terms} = **{added}**, khác tổng đã ghi **{total}** "
    "(chênh {difference})"
)
ROW_STATUS = " – tình trạng: {status}"
LIMIT_STATE = {
    "done": " đã hoàn thành",
    "doing": " đang thực hiện",
    "waiting": " chưa thực hiện",
    "late": " chậm tiến độ",
    "unfinished": " chưa hoàn thành",
}
OFFICIAL_LETTER = "Công văn"
KIND_NAMES = {
    "plan": "Kế hoạch",
    "task_annex": "Phụ lục nhiệm vụ",
    "report": "Báo cáo",
    "statistics_annex": "Phụ lục thống kê",
    "decision": "Quyết định",
    "directive": "Chỉ thị",
    "other": "Văn bản",
}

# versions of one document
NEWEST_USED = "Trả lời theo bản mới nhất: {newer}, thay cho {older}."
LAST_READ_USED = (
    "Có nhiều bản cùng số, cùng ngày; trả lời theo bản nạp sau: {newer}, thay cho {older}."
)
AMENDED_USED = "Trả lời theo văn bản sửa đổi, bổ sung mới nhất: {newer}, sửa đổi {older}."
AMENDED_ELSEWHERE = "Trả lời theo {older}; phần này không thấy nêu trong bản sửa đổi {newer}."
AMENDED_BESIDE = (
    "Lưu ý: {older} đã được sửa đổi, bổ sung bởi {newer}; nội dung sửa đổi là mới nhất."
)
OLD_VERSION_ASKED = "Lưu ý: {older} không phải bản mới nhất; bản mới nhất là {newer}."
VERSION_DATED = "{label}, ngày {day}"

NEEDS_CHECK = "*(cần kiểm tra: đọc từ bản quét)*"

CELL = "«{text}» – {column}: **{cell}**"

# tables
GRID_NAME = "{row} › {column}"
GRID_LIST = "**{document}** – {count} {noun} có {limits}"
GRID_LIMIT = "{column}: «{value}»"
GRID_BOUND = "{column} {sign} {value}"
GRID_BESIDE = " – {column}: {cell}"
GRID_NOUGHT = "{column} bằng 0"
GRID_BLANK = "{column} để trống"
GRID_MONTH = "tháng {month}"
GRID_MONTHS = "tháng {first} – {last}"
GRID_SHARE = "«{row}» – {column}: **{share} %** ({part} trong {whole} của «{total}»)"
GRID_FILLED = "{column} lớn hơn 0"
GRID_ONLY = "{column}: «có» và không có ở cột nào khác cùng nhóm"
GRID_RATIO = "{one} bằng **{share} %** {other}"
GRID_CHANGE = "{one} {direction} {other} **{share} %**"
GRID_TICKED = "«{row}»: **{columns}**"
GRID_AVERAGE = "«{row}» – {first} / {second}: {one} : {other} = **{average}**"
GRID_NONE = "Không có {noun} nào trong {scope} có {limits}; đã xét {count} dòng."
GRID_YES, GRID_NO = "có", "không"
