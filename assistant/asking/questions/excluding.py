"""What a question sets aside because it is known already ("Ngoài Văn phòng Sở ra, còn ai …").

The clause says nothing of what is looked for: it is cut out, and what it names is left out of the
answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.asking.questions.understanding import as_typed
from assistant.asking.words import words_of
from ingest.text.normal import fold

_LESS = r"(?<!bị )(?<!điểm )trừ(?! điểm| từ \d)"
"""No marks taken away ("bị trừ từ 5 điểm")."""
_SAID = (
    rf"(?:ngoài|ngoại trừ|loại trừ|{_LESS}|không kể|không tính|chưa kể|chưa tính|bên cạnh"
    r"|không bao gồm)"
)
_BARE = r"(?:ngoai|ngoai tru|tru|khong ke|khong tinh|chua ke|ben canh)"
_ENDS = r"(?:\s+ra\b\s*,?|\s*,|\s+thì\b|\s+thi\b|(?=\s+(?:còn|con|nữa)\b))"
_STILL = r"(?:\s+ra\b\s*,?|\s+thì\b|,?(?=\s+(?:còn|con|nữa)\b))"
_WITHIN = re.compile(rf"(?:^|(?<=[,;.]\s)|(?<=\s)){_SAID}\s+(?P<name>[^,;?]+?){_STILL}\s*", re.I)
_OPENING = re.compile(rf"^(?:{_SAID}|{_BARE})\s+(?P<name>[^,;?]+?){_ENDS}\s*", re.I)
_CLOSING = re.compile(
    rf"[,\s(]+(?:ngoại trừ|loại trừ|{_LESS}|không kể|không tính)\s+(?P<name>[^,;?]+?)"
    r"\s*(?:ra)?\)?[?.\s]*$",
    re.I,
)
_ASKS = re.compile(r"\b(?:ai|nao|gi|may|bao nhieu|dau)\b")
_OUTSIDE = re.compile(r"^(?:gio|nuoc|ngay|troi|nha nuoc|quoc doanh|pham vi|khu vuc|dia ban|ra)\b")
"""What "ngoài" stands before where it sets nothing aside ("ngoài giờ hành chính")."""
_MOST, _FEWEST = 12, 2


@dataclass(frozen=True, slots=True)
class Excluded:
    """The question without the clause, and what the clause names."""

    rest: str
    name: str


def excluded(question: str) -> Excluded | None:
    """What a question sets aside; ``None`` where it does not, or asks what is set aside."""
    typed = as_typed(question)
    for pattern in (_OPENING, _WITHIN, _CLOSING):
        found = pattern.search(typed)
        if found is None:
            continue
        name = typed[found.start("name") : found.end("name")].strip()
        rest = f"{typed[: found.start()]} {typed[found.end() :]}".strip(" ,")
        rest = re.sub(r"\s+,", ",", " ".join(rest.split())).strip(" ,")
        fits = _FEWEST <= len(words_of(name)) <= _MOST and not _ASKS.search(fold(name))
        fits = fits and not _OUTSIDE.match(fold(name))
        asks = _ASKS.search(fold(rest)) or rest.endswith("?") or pattern is _CLOSING
        if name and fits and asks and len(words_of(rest)) >= _FEWEST:
            return Excluded(rest, name)
    return None
