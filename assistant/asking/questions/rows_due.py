"""Whether a deadline that a question speaks of only says which rows are meant.

"Nhiệm vụ nào về X có hạn Quý I?" asks for the tasks; "Nhiệm vụ X có hạn khi nào?" for the deadline.
"""

from __future__ import annotations

import re

from assistant.asking.query import Intent
from assistant.asking.questions.marking import Marked

_ROWS = re.compile(
    r"\b(?:nhiem vu|cong viec|dau viec|phan viec|viec|noi dung|hoat dong|chi tieu|muc tieu) "
    r"(?:cu the )?nao\b"
)
_WHEN = re.compile(
    r"\b(?:khi|luc|ngay|thang|quy|nam|tuan|han|gio|thoi gian|thoi diem) nao\b"
    r"|\b(?:bao gio|bao lau|bao nhieu ngay|may ngay|chung nao|(?:thang|quy|ngay) may)\b"
    r"|\b(?:the nao|ra sao|la gi)$"
)


def of_rows_due(reading: Marked, named: Intent | None) -> Intent | None:
    """The intent, or a list where rows are asked for by when they are due."""
    if named is not Intent.DEADLINE:
        return named
    told = " ".join(word.plain for word in reading.words)
    return Intent.LIST if _ROWS.search(told) and not _WHEN.search(told) else named
