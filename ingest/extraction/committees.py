"""The place of a people's committee or council whose letterhead leaves it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extraction.letterhead import PLACE_DATE
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

LEVELS = r"tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|khu vực"
_OPENING = 30
_COMMITTEES = ("ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan")
_BODY = "UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân"
_NAME = r"[A-ZĐÀ-Ỹ][\wà-ỹđ]*(?:\s+(?:-\s+)?[A-ZĐÀ-Ỹ][\wà-ỹđ]*){0,4}"


def with_place(name: str, opening: Sequence[str], texts: Sequence[str]) -> str:
    """``name`` with the level and place that the text gives it; as it is where none is certain.

    A committee is placed by who decides or speaks in the text, a province's or city's also by the
    place of the date, and by the only committee of that place that the text names.
    """
    if fold(name) not in _COMMITTEES:
        return name
    seat = next((found[1] for text in opening if (found := PLACE_DATE.match(text))), "").strip()
    level, place = _acting(opening, texts)
    if place and seat and not match_key(seat).endswith(match_key(place)):
        level = place = ""  # another committee's act is told
    if level and not place and fold(level) in ("tinh", "thanh pho"):
        known = {match_key(one) for one in load("asking_places")["provinces"]}
        place = seat if match_key(seat) in known else ""
    if not place and seat:
        named = re.compile(rf"(?:{_BODY})\s+({LEVELS})\s+{re.escape(seat)}(?!\w)", re.IGNORECASE)
        levels = {found[1].lower() for text in texts for found in named.finditer(text)}
        level, place = (levels.pop(), seat) if len(levels) == 1 else ("", "")
    return f"{name} {level} {place}".upper() if level and place else name


def _acting(opening: Sequence[str], texts: Sequence[str]) -> tuple[str, str]:
    """Level and name of the committee that decides or speaks ("UBND tỉnh X ban hành …")."""
    decides = re.compile(
        rf"\s*(?:(?:PHÓ )?CHỦ TỊCH )?(?:{_BODY})\s+({LEVELS})(?:\s+(.+?))?\s*$", re.IGNORECASE
    )
    for text in opening:
        if text.isupper() and (found := decides.match(text)):
            return found[1], found[2] or ""
    verbs = "|".join(re.escape(word) for word in load("documents")["speaking"])
    speaks = re.compile(rf"(?i:{_BODY})\s+(?i:({LEVELS}))(?:\s+({_NAME}))?\s+(?i:{verbs})(?!\w)")
    for text in texts[:_OPENING]:
        if found := speaks.search(text):
            return found[1], found[2] or ""
    return "", ""
