"""Every Vietnamese phrase of which a question is put so that it stands alone."""

from __future__ import annotations

STANDALONE = {
    "lead": "Đơn vị nào chủ trì {topic}{limits}?",
    "coordinating": "Đơn vị nào phối hợp thực hiện {topic}{limits}?",
    "deadline": "Thời hạn của {topic}{limits} là khi nào?",
    "product": "Sản phẩm của {topic}{limits} là gì?",
    "value": "{topic}{limits} là bao nhiêu?",
    "list": "Liệt kê {noun} {topic}{limits}",
    "count": "Có bao nhiêu {noun} {topic}{limits}?",
    "compare": "So sánh {topic}{limits}",
    "difference": "Lời văn và phụ lục khác nhau ở đâu {topic}{limits}?",
    "basis": "Căn cứ, văn bản nào về {topic}{limits}?",
    "reason": "Vì sao {topic}{limits}?",
    "prose": "Nêu nội dung {topic}{limits}",
    "summary": "Tóm tắt {topic}{limits}",
    "extreme": "{asked} – {topic}{limits}?",
    "open": "{topic}{limits}",
}
SUBJECT_WORDS = {
    "targets": "chỉ tiêu",
    "tasks": "nhiệm vụ",
    "indicators": "số liệu",
    "refs": "văn bản",
}
LINE_NAMED = "mục {key}"
STANDALONE_DOCUMENT = "{asked} (trong {label})?"
COST = "kinh phí"
WHEN = "Hạn khi nào?"
STEPS = "{topic} gồm những hoạt động gì?"
AGAINST = "so với"
BETWEEN = "; "
HOW_MUCH = " là bao nhiêu?"
STANDALONE_CELL = "{cell} của {topic}"
STANDALONE_OF_UNIT = {
    "list": "Liệt kê {noun} {unit} {verb}{limits}",
    "count": "{unit} {verb} bao nhiêu {noun}{limits}?",
}
STANDALONE_VERBS = {"any": "tham gia", "lead": "chủ trì", "coordinating": "phối hợp"}
STANDALONE_ABOUT = " về {topic}"
STANDALONE_THEN = "{named} thì sao?"
STANDALONE_MORE = "Nêu chi tiết {topic}{limits}"
STANDALONE_PLACE = " của {places}"
OF_PLACE = "của {place}"
STANDALONE_NUMBER = " tại văn bản số {numbers}"
STANDALONE_YEARS = " năm {years}"
AND_YEAR = " và năm "
STANDALONE_PERIOD = " giai đoạn {first}-{last}"
STANDALONE_UNIT = {
    "any": " của {unit}",
    "lead": " do {unit} chủ trì",
    "coordinating": " có {unit} phối hợp",
}
STANDALONE_WINDOW = " {window}"
STANDALONE_KEY = " mục {key}"
STANDALONE_KIND = " trong {kind}"
KIND_WORDS = {
    "plan": "kế hoạch",
    "report": "báo cáo",
    "annex": "phụ lục",
    "decision": "quyết định",
    "directive": "chỉ thị",
}
BOTH_APART = "{first} so với {second} chênh nhau bao nhiêu?"
BOTH_TOGETHER = "Tổng cộng {first} với {second} là bao nhiêu?"
