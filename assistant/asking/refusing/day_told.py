"""Whether sentences that answer "ngày nào", "khi nào" say any time at all."""

from __future__ import annotations

import re

from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.words import words_of
from ingest.text.normal import match_key

_ASKED = re.compile(
    r"\b(?:ngày nào|ngày mấy|hôm nào|ngày bao nhiêu|thứ mấy|mấy giờ|khi nào|bao giờ|lúc nào"
    r"|tháng nào|tháng mấy|quý nào|quý mấy)\b"
)
_TOLD = re.compile(
    r"\b(?:ngày|tháng|quý|tuần|(?:hằng|hàng) năm|định kỳ|thường xuyên|đột xuất|giờ|khi|trước|ngay"
    r"|đến hết|kể từ|trong vòng|đầu năm|cuối năm|giữa năm|trong năm|thời gian|thời hạn"
    r"|hạn(?! chế| hẹp))\b"
    r"|\btheo (?:tiến độ|kế hoạch|chương trình|lịch|đề nghị|hướng dẫn|yêu cầu|quy định)\b"
    r"|(?<![\d.,/])(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])(?!\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def tells_day(query: Query, composed: Composed) -> bool:
    """Whether sentences tell a time beside the years of the question; true of other questions.

    "Năm 2041 tổ chức 02 hội nghị" does not tell on which day.
    """
    asked = _ASKED.search(match_key(query.standalone))
    if query.intent is not Intent.DEADLINE or composed.path != "passages" or asked is None:
        return True
    years = {str(year) for year in query.limits.years}
    for citation in composed.page.citations:
        for piece in (citation.source, *citation.source.parts):
            told = NUMBERING.sub("", match_key(piece.quote))
            named = {word.plain for word in words_of(told) if _YEAR.fullmatch(word.plain)}
            if _TOLD.search(told) or named - years:
                return True
    return False
