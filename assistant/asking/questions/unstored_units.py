"""Units that a question names and no document has: read from where their name stands."""

from __future__ import annotations

from itertools import pairwise

from assistant.asking.query import Intent
from assistant.asking.questions.marking import Marked
from ingest.text.organisations import begins_unit

_WHICH = frozenset({"ai", "nao", "who", "which"})
_NUMBER = "so"
_WORK, _OF = frozenset({"vu", "viec"}), "cua"


def take_unknown(reading: Marked, intent: Intent) -> None:
    """Read the words before "chủ trì" as a unit, where they begin like one and none is stored.

    In a question that counts or lists, so are the first words ("Sở ... có bao nhiêu nhiệm vụ") and
    those behind "nhiệm vụ của".
    """
    if reading.has("askers") or reading.has("nolead") or asks_within(reading):
        return
    if reading.roles:
        for end in sorted(start for _, start, _ in reading.roles):
            if take_before(reading, end):
                return
        return
    if reading.issuers or intent not in (Intent.COUNT, Intent.LIST, Intent.OPEN):
        return
    if _take_charged(reading):
        return
    if intent is not Intent.OPEN:
        end = next(
            (place for place in range(len(reading.words)) if not _in_name(reading, place)), 0
        )
        take_before(reading, end)


def _take_charged(reading: Marked) -> bool:
    """Take the words behind "nhiệm vụ của" as a unit where they begin like one."""
    if not reading.has("subject", "tasks"):
        return False
    for place, (word, following) in enumerate(pairwise(reading.words)):
        if word.plain in _WORK and following.plain == _OF:
            end = place + 2
            while end < len(reading.words) and _in_name(reading, end):
                end += 1
            if end > place + 2 and take_before(reading, end):
                return True
    return False


def take_before(reading: Marked, end: int) -> bool:
    """Take the words before ``end`` as a unit where they begin like one."""
    while end and reading.state[end - 1] == "gone":
        end -= 1
    start = end
    while start and _in_name(reading, start - 1):
        start -= 1
    for first in range(start, end - 1):
        if first and reading.state[first] == reading.state[first - 1] == "kind":
            continue
        name = _typed_name(reading, first, end)
        if begins_unit(name):
            reading.units.append((name, first, end - first))
            reading.mark(first, end - first, "unit")
            return True
    return False


def _typed_name(reading: Marked, first: int, end: int) -> str:
    """A unit's name as typed, with a capital."""
    words = reading.words[first:end]
    name = " ".join(word.shown for word in words)
    if words[0].start >= 0 and words[-1].start >= 0:
        last = words[-1]
        name = reading.typed[words[0].start : last.start + len(last.accented)]
    return f"{name[:1].upper()}{name[1:]}"


def asks_within(reading: Marked) -> bool:
    """Whether the role word itself asks who ("giao cho đơn vị nào")."""
    return any(
        word.plain in _WHICH
        for _, start, length in reading.roles
        for word in reading.words[start : start + length]
    )


def _in_name(reading: Marked, place: int) -> bool:
    """Whether a word may stand inside a unit's name: topic, "và", or a lone letter ("y tế")."""
    plain = reading.words[place].plain
    following = reading.words[place + 1].plain if place + 1 < len(reading.words) else ""
    return (
        reading.state[place] in {"topic", "kind"}
        or plain == "va"
        or (plain == _NUMBER and following.isdigit())  # "Phòng Công chứng số 1"
        or (len(plain) == 1 and plain.isalpha())
    )
