"""Offices and units that a question names beside a document: who issues it, who leads making it."""

from __future__ import annotations

from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Intent
from assistant.asking.questions.marking import Marked
from assistant.asking.words import contains

_HEADS = frozenset({"so", "ban", "cuc", "vien", "tinh"})
"""What may stand between an office and the name of its body that was read as such."""
_NAMING = frozenset({"topic", "unit"})
_WITH = frozenset({"voi", "cung"})
_TAKES_PART = ("tham", "gia")


def settle_led_paper(reading: Marked) -> None:
    """Ask when work is due whose lead is named ("kế hoạch do X chủ trì ban hành khi nào").

    The day of a stored document says nothing of the task that a unit leads.
    """
    leads = any(name == "lead" for name, _, _ in reading.roles)
    if leads and reading.units and reading.has("fact", "date"):
        reading.cues.setdefault("intent", set()).add("deadline")


def settle_taking_part(reading: Marked) -> None:
    """Ask who helps where a question asks who takes part beside a unit ("ai tham gia … cùng X")."""
    plain = [word.plain for word in reading.words]
    beside = any(start and plain[start - 1] in _WITH for _, start, _ in reading.units)
    place = contains(plain, _TAKES_PART)
    free = place >= 0 and set(reading.state[place : place + len(_TAKES_PART)]) == {"topic"}
    if not (free and beside and reading.has("askers")) or reading.roles:
        return
    reading.cues.setdefault("intent", set()).add("coordinating")
    reading.roles.append(("coordinating", place, len(_TAKES_PART)))
    reading.mark(place, len(_TAKES_PART), "gone")


def settle_issuing_office(reading: Marked, intent: Intent, lexicon: Lexicon) -> None:
    """Leave out who issues a document that is named by its number ("Giám đốc Sở X căn cứ ...")."""
    if intent is not Intent.BASIS or not reading.numbers:
        return
    plain = [word.plain for word in reading.words]
    for office in lexicon.offices:
        place = contains(plain, office)
        end = place + len(office)
        if place < 0 or not _NAMING.issuperset(reading.state[place:end]):
            continue
        while end < len(plain) and reading.state[end] in _NAMING and plain[end] in _HEADS:
            end += 1
        if reading.state[end : end + 1] == ["gone"]:
            reading.mark(place, end - place, "soft")
            reading.units = [one for one in reading.units if not place <= one[1] < end]
