"""Which of the units a question names leads, which takes part, and whether they limit it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, permutations

from assistant.asking.finding.corpus import Corpus
from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Intent, UnitRole
from assistant.asking.questions.marking import Marked
from assistant.asking.questions.supposing import is_premised
from assistant.asking.questions.unit_names import name_in_full
from assistant.asking.questions.unstored_units import asks_within, take_before, take_unknown

_BY_UNIT = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.OPEN, Intent.DEADLINE})
_RECORDS = frozenset(
    {Intent.LIST, Intent.COUNT, Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT}
)
_ROLES: dict[str, UnitRole] = {"lead": "lead", "coordinating": "coordinating"}
_FAR = 50
_AT = frozenset({"tai", "o"})
_WITH = frozenset({"voi", "cung"})
_GIVES, _PASSIVE, _FEW = "giao", frozenset({"duoc", "ban", "bi", "chuyen"}), 8
_DEPUTY = frozenset({"pho", "quyen"})
_TOWARDS = frozenset({"ve", "toi", "len", "den", "cho"})
_REPORTS, _REACH = ("bao", "cao"), 7
_REACH_WHOM = 4
_WHO = "ai"
_WHICH = frozenset({"ai", "nao", "who", "which"})
_EACH = "các "
_GROUPS = frozenset({"cac", "nhung"})
_BARE_GROUP = 3
"""Words up to which a group bears no name of its own ("các đơn vị", "các phòng")."""
_ASKED_OF_GROUPS = frozenset({Intent.COORDINATING, Intent.LEAD, Intent.OPEN, Intent.LIST})


@dataclass(frozen=True, slots=True)
class UnitReading:
    """The units as limits, or the one whose role is asked about (``supposed``)."""

    intent: Intent
    unit: str | None = None
    role: UnitRole = "any"
    partner: str | None = None
    partner_role: UnitRole = "any"
    supposed: str | None = None


def read_units(reading: Marked, intent: Intent, corpus: Corpus) -> UnitReading:
    """The unit as a filter, or its words given back to the topic."""
    _leave_receivers(reading, corpus.lexicon)
    asked = _leave_asked(reading, intent, corpus.lexicon)
    if not reading.units:
        take_unknown(reading, intent)
    if is_premised(reading):
        _leave_groups(reading)
    if not reading.units:
        return UnitReading(intent)
    reading.units = [
        (name_in_full(unit, corpus), start, length) for unit, start, length in reading.units
    ]
    has_topic = any(state == "topic" for state in reading.state)
    if intent not in _RECORDS and not (intent is Intent.OPEN and not has_topic):
        unit, start, length = reading.units[0]
        group = unit.casefold().startswith(_EACH) and has_topic
        reading.mark(start, length, "soft" if group else "topic")
        return UnitReading(intent)
    if has_topic and _is_beside(reading, intent, asked=asked):
        _unit, start, length = reading.units[0]
        reading.mark(start, length, "soft")
        return UnitReading(intent)
    if has_topic and _is_object(reading, intent):
        _unit, start, length = reading.units[0]
        plain = [word.plain for word in reading.words[start : start + length]]
        spoken = all(corpus.together(pair) for pair in pairwise(plain))
        reading.mark(start, length, "topic" if spoken else "soft")
        return UnitReading(intent)
    roles = _roles(reading)
    named = list(dict.fromkeys(unit for unit, _, _ in reading.units))
    if has_topic and is_premised(reading) and reading.roles and len(named) == 1:
        held = Intent.COORDINATING if roles[0] == "coordinating" else Intent.LEAD
        return UnitReading(held, supposed=named[0])
    if len(named) > 1 and _either(reading):
        return UnitReading(intent)
    role = roles[0]
    asked_who = reading.has("askers") or (role == "lead" and asks_within(reading))
    if intent in _BY_UNIT and not asked_who and not (intent is Intent.DEADLINE and has_topic):
        intent = Intent.LIST
    if len(named) < 2:
        return UnitReading(intent, named[0], role)
    second = next(place for place, (unit, _, _) in enumerate(reading.units) if unit == named[1])
    return UnitReading(intent, named[0], role, named[1], roles[second])


def _leave_receivers(reading: Marked, lexicon: Lexicon) -> None:
    """Take units that only receive something ("gửi Sở Nội vụ") for words that help to choose."""
    kept = []
    for unit, start, length in reading.units:
        if _hands_out(reading, start + length):
            deputy = int(start > 0 and reading.words[start - 1].plain in _DEPUTY)
            reading.mark(start - deputy, length + deputy, "soft")
            continue
        ahead = [
            first
            for first in range(max(0, start - 3), start)
            if lexicon.sent_to.at(reading.words, first)[0] == start - first
        ]
        if not ahead and start and reading.words[start - 1].plain in _TOWARDS:
            sends = any(
                lexicon.sent_to.at(reading.words, first)[0] or _reports(reading, first)
                for first in range(max(0, start - _REACH), start - 1)
            )
            ahead = [start - 1] if sends else []
        if ahead:
            reading.mark(ahead[0], start - ahead[0] + length, "soft")
        else:
            kept.append((unit, start, length))
    reading.units = kept


def _leave_asked(reading: Marked, intent: Intent, lexicon: Lexicon) -> bool:
    """Take "các đơn vị phối hợp" for what is asked: a group without a name limits nothing.

    So do "các phòng (phải) phối hợp với X", where the group stands right before its role.
    """
    kept = []
    for unit, start, length in reading.units:
        bare = unit.casefold().startswith(_EACH) and length <= _BARE_GROUP
        words = range(start + length, len(reading.words))
        behind = next((place for place in words if not _idle(reading, place)), None)
        asked = any(place == behind for _, place, _ in reading.roles)
        if bare and asked and intent in _ASKED_OF_GROUPS:
            reading.mark(start, length, "gone")
        else:
            kept.append((unit, start, length))
    taken = len(kept) < len(reading.units)
    reading.units = kept
    return taken or (intent in _ASKED_OF_GROUPS and _opens_with_group(reading, lexicon))


def _leave_groups(reading: Marked) -> None:
    """Take "tại các Phòng" for where work is done, where a unit before the role word is named."""
    groups = [one for one in reading.units if one[0].casefold().startswith(_EACH)]
    first = min((start for _, start, _ in reading.roles), default=-1)
    behind = [one for one in groups if one[1] > first]
    if first < 0 or not behind or len(groups) < len(reading.units) - 1:
        return
    if len(groups) == len(reading.units):
        reading.units = []
        if not take_before(reading, first):
            reading.units = groups
            return
    else:
        reading.units = [one for one in reading.units if one not in behind]
    for _, start, length in behind:
        reading.mark(start, length, "soft")


def _opens_with_group(reading: Marked, lexicon: Lexicon) -> bool:
    """Whether "các phòng (phải)" stands before a role though no such unit is stored."""
    for start, word in enumerate(reading.words):
        length, _ = lexicon.grouped.at(reading.words, start + 1)
        if word.plain not in _GROUPS or not length:
            continue
        end = start + 1 + length
        words = range(end, len(reading.words))
        behind = next((place for place in words if not _idle(reading, place)), None)
        if any(place == behind for _, place, _ in reading.roles):
            reading.mark(start, end - start, "gone")
            return True
    return False


def _idle(reading: Marked, place: int) -> bool:
    """Whether a word that says nothing stands between a group and its role ("phải", "cần")."""
    inside = any(first <= place < first + length for _, first, length in reading.roles)
    return reading.state[place] == "gone" and not inside


def _hands_out(reading: Marked, behind: int) -> bool:
    """Whether a unit before "giao" gives the work that the question asks about ("X giao ai")."""
    plain = [word.plain for word in reading.words]
    for place in range(behind, min(behind + _FEW, len(plain))):
        if plain[place] == _GIVES:
            given = plain[place - 1] not in _PASSIVE
            return given and not _WHICH.isdisjoint(plain[place:])
    return False


def _reports(reading: Marked, place: int) -> bool:
    return tuple(word.plain for word in reading.words[place : place + 2]) == _REPORTS


def _is_beside(reading: Marked, intent: Intent, *, asked: bool) -> bool:
    """Whether the only unit is no limit but a place or a partner of the one asked for.

    "Niêm yết tại X giao ai", "ai phối hợp với X rà soát"; ``asked``: a group of units is.
    """
    _, start, length = reading.units[0]
    if len(reading.units) == 1 and intent is Intent.COORDINATING:
        words = range(start + length, len(reading.words))
        behind = next((place for place in words if not _idle(reading, place)), None)
        plain = [word.plain for word in reading.words]
        whom = (
            plain[place : place + size + _REACH_WHOM]
            for name, place, size in reading.roles
            if place == behind and name != "lead"
        )
        if any(not _WHICH.isdisjoint(words_behind) for words_behind in whom):
            return True  # "X phối hợp với phòng nào", "X phối hợp với ai trong việc Y"
    if len(reading.units) != 1 or not start:
        return False
    before = reading.words[start - 1].plain
    if intent is Intent.COORDINATING:
        asks = reading.has("askers") or asks_within(reading)
        who = asked or asks or any(word.plain == _WHO for word in reading.words)
        return before in _WITH and who
    return intent is Intent.LEAD and before in _AT


def _is_object(reading: Marked, intent: Intent) -> bool:
    """Whether the only unit belongs to the work whose lead is asked for ("ai đánh giá X")."""
    if intent is not Intent.LEAD or len(reading.units) != 1 or is_premised(reading):
        return False
    return reading.has("askers") or any(word.plain == _WHO for word in reading.words)


def _roles(reading: Marked) -> list[UnitRole]:
    """A role per unit: each takes the nearest role word, two units share one only if there is one.

    A role stands right behind its unit ("X chủ trì") or before it ("phối hợp với X").
    """
    kinds = {name for name, _, _ in reading.roles}
    if len(kinds) > 1 and len(reading.units) == 1 and asks_within(reading):
        _, start, length = reading.units[0]
        near = min(reading.roles, key=lambda cue: _gap(start, length, cue[1], cue[2]))
        return [_ROLES[near[0]]]  # "X chủ trì ..., ai cùng thực hiện"
    if len(kinds) < 2 or len(reading.units) < 2:
        shared: UnitRole = "any"
        if "coordinating" in kinds:
            shared = "coordinating"
        elif "lead" in kinds:
            shared = "lead"
        return [shared] * len(reading.units)
    best: tuple[int, list[UnitRole]] | None = None
    cues = reading.roles
    for chosen in permutations(range(len(cues)), min(len(cues), len(reading.units))):
        far = sum(
            _gap(unit[1], unit[2], cues[place][1], cues[place][2])
            for unit, place in zip(reading.units, chosen, strict=False)
        )
        if best is None or far < best[0]:
            best = (far, [_ROLES[cues[place][0]] for place in chosen])
    roles = best[1] if best else []
    return roles + ["any"] * (len(reading.units) - len(roles))


def _gap(start: int, length: int, cue_start: int, cue_length: int) -> int:
    """Words between a unit and a role word; one more where the role stands before its unit."""
    if cue_start >= start + length:
        return 2 * (cue_start - start - length)
    if cue_start + cue_length <= start:
        return 2 * (start - cue_start - cue_length) + 1
    return _FAR


def _either(reading: Marked) -> bool:
    """Whether the units are offered as alternatives ("X hay Y")."""
    return any(word.plain in {"hay", "hoac", "or"} for word in reading.words)
