"""The same question without what it takes for true: "vì sao đăng 100 tin" asks "đăng bao nhiêu".

A premise that is false keeps what is asked about from being found. Asked openly, the documents
tell what is so, and the premise is held against it.
"""

from __future__ import annotations

import re

from assistant.asking.query import Intent, Query
from assistant.asking.questions.understanding import as_typed
from ingest.vocabulary import load, remembered

_HOW_MUCH = " bao nhiêu "
_CLOSING = re.compile(r"[\s?.!,]+$")
_WHETHER = re.compile(r"\s+(?:hay\s+)?không(?:\s+(?:ạ|nhỉ|vậy))?$", re.IGNORECASE)
_AGAIN = re.compile(r"\s+lại\s+(?=\S)")
_SHARE = re.compile(r"\s*(?:%|phần trăm)")


def asked_openly(query: Query) -> str | None:
    """The open question; ``None`` where no figure is taken for true."""
    supposed = query.supposed
    if supposed is None or supposed.figure is None or supposed.unit or supposed.window:
        return None
    typed = as_typed(query.standalone)
    opened, why = _unpremised(typed)
    number = _SHARE.sub("", supposed.figure).strip()
    found = [*re.finditer(rf"(?<![\w/.,-]){re.escape(number)}(?![\w/.,-]*\d)", opened)]
    bare = _CLOSING.sub("", typed)
    if not found or (opened == bare and query.intent is not Intent.REASON):
        return None
    start, end = found[-1].span()
    share = _SHARE.match(opened, end)
    told = f"{opened[:start].rstrip()}{_HOW_MUCH}{'%' if share else ''}"
    rest = opened[share.end() if share else end :].lstrip()
    plain = f"{told.rstrip()} {rest}".strip()
    return _AGAIN.sub(" ", plain) if why else plain


def _unpremised(typed: str) -> tuple[str, bool]:
    """The statement in a question, and whether it asked why."""
    said, why = _CLOSING.sub("", typed), False
    for name in ("reason", "confirm"):
        for phrase in _phrases(name):
            pattern = rf"^{phrase}\s+|[\s,]+{phrase}$"
            if re.search(pattern, said, re.IGNORECASE):
                said = re.sub(pattern, "", said, flags=re.IGNORECASE).strip(" ,")
                why = why or name == "reason"
                if name == "confirm":
                    said = _WHETHER.sub("", said)
                break
    return said, why


@remembered(maxsize=4)
def _phrases(name: str) -> tuple[str, ...]:
    intents = load("asking_intents")
    listed = intents["confirm"] if name == "confirm" else intents["cues"]["reason"]
    return tuple(re.escape(one) for one in sorted(listed, key=len, reverse=True))
