"""Whether an answer is no more than blank cells."""

from __future__ import annotations

import re

from assistant.asking import texts
from assistant.asking.page import Composed
from assistant.asking.query import Query
from ingest.text.normal import match_key

_WHETHER = re.compile(r"\b(?:có|đã)\b.*\b(?:không|chưa)(?: ạ| nhỉ| vậy)*\W*$")
_NOTED = texts.INDICATOR_NOTE.partition("{")[0]


def only_blank(query: Query, composed: Composed) -> bool:
    """Whether every line only says that a cell is blank.

    The note beside it may tell whether a thing is done ("không có chức năng này").
    """
    lines = [line for line in composed.page.lines if line.strip()]
    if not lines or not all(texts.BLANK_CELL in line for line in lines):
        return False
    told = _WHETHER.search(match_key(query.standalone)) and len(lines) == 1
    return not (told and _NOTED in lines[0])
