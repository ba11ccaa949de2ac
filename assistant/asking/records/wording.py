"""The Vietnamese sentences that only answers about the rows of plans use."""

from __future__ import annotations

LACKS = {
    "money": " chưa ghi kinh phí",
    "deadline": " chưa ghi thời hạn",
    "day": " không có ngày hoàn thành cụ thể",
    "coordinating": " chưa ghi đơn vị phối hợp",
    "lead": " chưa ghi đơn vị chủ trì",
    "product": " chưa ghi sản phẩm",
}
STANDING = {
    "continuous": " làm thường xuyên",
    "yearly": " làm hằng năm",
    "quarterly": " làm hằng quý",
    "monthly": " làm hằng tháng",
    "recurring": " làm định kỳ",
}
MONTHS = " trong tháng {months}"
PRODUCT = " có sản phẩm «{product}»"
BOUNDS = " đặt mức {bounds}"

GROUPED_BY = {
    "lead": "theo đơn vị chủ trì",
    "coordinating": "theo đơn vị phối hợp",
    "section": "theo mục",
    "quarter": "theo thời hạn",
    "horizon": "theo mốc thời gian",
}
GROUP_COLUMN = {
    "lead": "Đơn vị chủ trì",
    "coordinating": "Đơn vị phối hợp",
    "section": "Mục",
    "quarter": "Thời hạn",
    "horizon": "Mốc thời gian",
}
GROUP_HEAD = "**{document}** – {count} {noun}{limits}, {by}"
GROUP_TABLE = "| {column} | Số {noun} | Nguồn |"
GROUP_RULE = "|---|---|---|"
GROUP_ROW = "| {name} | **{count}** | {marks} |"
GROUP_TITLE = "*{name}* – {count} {noun}"
NOT_WRITTEN = "(văn bản không ghi)"
NO_DAY = "(không có ngày cụ thể)"
QUARTER = "Quý {quarter}/{year}"
SHARED = "Nhiệm vụ giao cho nhiều đơn vị được tính cho từng đơn vị."
MOST = "**{document}** – {role} {direction}: **{units}**, {count} nhiệm vụ{limits}"
ROLES = {"lead": "chủ trì", "coordinating": "phối hợp"}

PER_DOCUMENT_HEAD = "| Văn bản | {columns} | Nguồn |"
PER_DOCUMENT_ROW = "| {document} | {counts} | {marks} |"
PER_DOCUMENT_TOTAL = "| Tổng cộng | {counts} | {marks} |"

BOTH = "**{document}** – {unit} {role} **{count}** nhiệm vụ{limits}"
BOTH_AT_ONCE = "**{document}** – {unit} vừa chủ trì vừa phối hợp **{count}** nhiệm vụ{limits}"

ENDS = {
    "first": "**{document}** – hạn sớm nhất là {day}, {count} nhiệm vụ{limits}",
    "last": "**{document}** – hạn muộn nhất là {day}, {count} nhiệm vụ{limits}",
    "next": "**{document}** – hạn gần nhất kể từ hôm nay là {day}, {count} nhiệm vụ{limits}",
}

NEW = "**{newer}** – {count} {noun} mới, không có trong {older}"
DROPPED = "**{older}** – {count} {noun} không còn trong {newer}"
KEPT = "**{newer}** – {count} {noun} giống như trong {older}"
REWORDED = "{count} {noun} sửa nội dung (từ {older} sang {newer})"
CHANGED = {
    "lead": "{count} nhiệm vụ đổi đơn vị chủ trì (từ {older} sang {newer})",
    "deadline": "{count} nhiệm vụ đổi thời hạn (từ {older} sang {newer})",
    "coordinating": "{count} nhiệm vụ đổi đơn vị phối hợp (từ {older} sang {newer})",
}
FROM_TO = "{key}{text}{before} → **{after}**"
NONE_OF = {
    "new": "Không có {noun} nào mới trong {newer} so với {older}.",
    "dropped": "Không có {noun} nào của {older} bị bỏ trong {newer}.",
    "kept": "Không có {noun} nào giữ nguyên từ {older} sang {newer}.",
    "lead": "Không có nhiệm vụ nào đổi đơn vị chủ trì từ {older} sang {newer}.",
    "deadline": "Không có nhiệm vụ nào đổi thời hạn từ {older} sang {newer}.",
}
NOT_SAID = "không ghi"

BESIDE_HEAD = "| Chỉ tiêu | {columns} | Chênh lệch | Nguồn |"
BESIDE_ROW = "| {name} | {values} | {difference} | {marks} |"
ABSENT = "–"

SHARE_IS = "**{document}** – {part} / {whole} = **{share}**"
SUM_IS = "**{document}** – {terms} = **{total}**"

GROWN = (
    "**{document}** – «{name}»: {later_year} so với {earlier_year} {direction} "
    "**{difference}**{share}"
)
GROWN_SAME = "**{document}** – «{name}»: {later_year} và {earlier_year} **bằng nhau**"
GROWN_SHARE = " ({share}%)"
MORE, LESS = "tăng", "giảm"

FELL_SHORT = "**{document}** – {count} chỉ tiêu thực hiện thấp hơn kế hoạch"
REACHED = "**{document}** – {count} chỉ tiêu đạt hoặc vượt kế hoạch"
AGAINST_PLAN = "{name}: kế hoạch {plan}, thực hiện **{actual}**"
NONE_SHORT = "**{document}** – {count} chỉ tiêu có cả kế hoạch và thực hiện đều đạt kế hoạch"
NONE_REACHED = (
    "**{document}** – trong {count} chỉ tiêu có cả kế hoạch và thực hiện, không chỉ tiêu nào đạt "
    "kế hoạch"
)

HELD = "**{document}** – {count} chỉ tiêu có cả kế hoạch và thực hiện"
REACHED_MARK, SHORT_MARK = "đạt", "chưa đạt"
AGAINST_PLAN_MARKED = "{said} – {mark}"
NONE_CHANGED = "Không có chỉ tiêu nào như vậy giữa {older} và {newer}."

NOTHING_TO_ADD = "Không tìm thấy đủ các số liệu để cộng: «{named}»."
BEYOND_PLAN = "{said}, {direction} **{difference}** so với kế hoạch"
