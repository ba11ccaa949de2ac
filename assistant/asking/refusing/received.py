"""Whether a row that answers "gửi cho cơ quan nào" says where something goes, not who does it."""

from __future__ import annotations

import re

from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.sentences.meeting import UPPER
from ingest.text.organisations import begins_unit

_ASKED = re.compile(
    r"\b(?:gui|nop|trinh|chuyen)\b.*"
    r"\b(?:cho|ve|den|toi|len|gui|nop|trinh) (?:nhung |cac )?"
    r"(?:ai|dau|(?:co quan|don vi|phong|ban|so|noi|cap|ben|bo phan) nao)$"
)
_SENDING = re.compile(r"\b(?:[Gg]ửi|[Nn]ộp|[Tt]rình|[Cc]huyển|báo cáo)\b")
_NAME = re.compile(rf"\s(?=[{UPPER}])")
_NEAR = 90
_OTHERS = frozenset({Intent.COUNT, Intent.VALUE, Intent.FACT})


def tells_receiver(query: Query, composed: Composed) -> bool:
    """Whether rows say that something is sent to a body; true of every other question."""
    asked = query.intent not in _OTHERS and _ASKED.search(" ".join(query.words))
    if not asked or composed.path != "records" or composed.by_cells:
        return True
    cited = [citation.source for citation in composed.page.citations]
    return any(_sends(place.quote) for one in cited for place in (one, *one.parts))


def _sends(quote: str) -> bool:
    """Whether the name of a body follows a verb of sending in the same clause."""
    for verb in _SENDING.finditer(quote):
        behind = re.split(r"[.;]", quote[verb.end() : verb.end() + _NEAR])[0]
        if any(begins_unit(behind[found.end() :]) for found in _NAME.finditer(behind)):
            return True
    return False
