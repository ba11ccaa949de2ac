"""The roles of a table's columns: from the wording of their headers and the look of their cells.

Wording comes from ``columns.yaml``. What cells look like settles words with two meanings: "Mục
tiêu" over figures is a planned value, over sentences an objective.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ingest.text.normal import match_key, strip_accents
from ingest.vocabulary import load, remembered

_RATIOS = ("so voi", "so sanh", "dat ty le", "ty le", "% ")
_INDEX = "chi so"
VALUE_ROLES = ("value", "plan_value", "previous_value", "share_value", "total_value")
WORK_ROLES = ("lead", "coordinating", "assignment", "deadline", "start", "mark")
_NOT_ROLES = (
    "marks", "same", "planning", "reporting", "done_on", "codes", "names",
    "lead_codes", "help_codes", "listing",
)  # fmt: skip
_TEXT_ROLES = (
    "task", "objective", "indicator", "activity", "product", "lead", "coordinating", "assignment",
    "subject", "field", "group", "person", "budget",
)  # fmt: skip
_AIMS = re.compile(r"\b(?:chi tieu|muc tieu|phan dau)\b")
_NUMBERED = re.compile(r"^\s*[(\[]?\d{1,2}\s*[)\].\-–:]\s*(?=\D)")
_NEAR = 84.0
_SLIP = 60.0
_NONE: tuple[str | None, float] = (None, 0.0)
_BESIDE = frozenset({"remedy", "place"})
"""What is to be done about what another column names, and where: no work of its own row."""
_PERIOD = re.compile(
    r"(?:(?:den|het|den het)\s+)?(?:(?:nam|quy|thang|ky|tuan)\s+)?"
    r"(?:(?:19|20)\d\d(?:\s(?:19|20)\d\d)?|[ivx]{1,4}|\d{1,2})"
    r"(?:\s+(?:nam\s+)?(?:19|20)\d\d)?"
    r"|\d{1,2} thang(?: (?:dau|cuoi))?(?: nam)?(?: (?:19|20)\d\d)?|ca nam(?: (?:19|20)\d\d)?"
)


@dataclass(frozen=True, slots=True)
class Look:
    """Columns by what most of their body cells hold."""

    figures: frozenset[int] = frozenset()
    marks: frozenset[int] = frozenset()
    blank: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    dates: frozenset[int] = frozenset()
    codes: frozenset[int] = frozenset()
    longest: int | None = None


def assign_roles(names: Sequence[str], look: Look) -> tuple[str | None, ...]:
    """One role a column; a role that only one column can have goes to the best wording."""
    scored = [_scored(name) for name in names]
    roles: list[str | None] = [None if role in _BESIDE else role for role, _ in scored]
    for index in look.codes:
        roles[index] = None  # "Văn phòng Sở" over CT and PH names who does it, row by row
    _settle_periods(roles, names, look)
    _settle_figures(roles, names, look)
    _settle_units(roles, look)
    _settle_family(roles, names, look)
    _settle_unknown(roles, names, look)
    for role in {role for role in roles if role and role not in (*VALUE_ROLES, "mark")}:
        places = [index for index, found in enumerate(roles) if found == role]
        if len(places) > 1:
            keep = max(places, key=lambda index: (scored[index][1], -index))
            if role == "deadline":
                due = [index for index in places if _says_due(names[index])]
                keep = keep if keep in due or not due else due[0]
            for index in places:
                if index != keep:
                    roles[index] = _second_choice(role, roles)
    if "indicator" in roles:  # figures below an unknown heading are figures all the same
        for index in look.figures:
            roles[index] = roles[index] or "value"
    return tuple(roles)


def _says_due(name: str) -> bool:
    """Whether a heading sets a term ("Hạn xử lý"), so that another's day is when it was met."""
    return not {"han", "truoc"}.isdisjoint(_key(_last(name)).split())


def _settle_unknown(roles: list[str | None], names: Sequence[str], look: Look) -> None:
    """Columns of work under unknown headings, by their cells: units, deadlines, what to do."""
    named = any(role in roles for role in ("task", "objective"))
    strong = bool(look.units and look.dates)
    who = ("lead", "assignment", "person", "coordinating")
    worked = "deadline" in roles and any(role in roles for role in who)
    valued = any(role in VALUE_ROLES for role in roles) and (named or not worked)
    counted = "indicator" in roles or valued
    if not (named or strong or worked) or counted:
        return
    told = "lead" in roles or "assignment" in roles
    for index, role in enumerate(roles):
        if role is not None or not names[index]:
            continue
        if index in look.units and not told:
            if "lead" not in roles:
                roles[index] = "lead"
            elif "coordinating" not in roles:
                roles[index] = "coordinating"
        elif index in look.dates and "deadline" not in roles:
            roles[index] = "deadline"
    if not named and "deadline" in roles and any(role in roles for role in who):
        other = look.figures | look.marks | look.blank | look.units | look.dates
        free = [
            index
            for index, role in enumerate(roles)
            if role is None and names[index] and index not in other and not is_place(names[index])
        ]
        if free:
            roles[look.longest if look.longest in free else free[0]] = "task"


def is_place(name: str) -> bool:
    """Whether a heading says where something takes place, which names no work."""
    return _scored(name)[0] == "place"


def _second_choice(role: str, roles: Sequence[str | None]) -> str | None:
    if role == "task" and "activity" not in roles:
        return "activity"
    return None


def is_period(name: str) -> bool:
    """Whether the last line of a flattened header only names a time ("2027", "Quý III")."""
    parts = [_key(part) for part in name.split(" / ") if part.strip()]
    if not parts:
        return False
    joined = " ".join(parts[-2:])
    return bool(_PERIOD.fullmatch(parts[-1])) and (
        bool(re.search(r"\d{4}|[a-z]{3,}", parts[-1]))
        or bool(re.search(r"\b(?:quy|thang|nam|ky|tuan)\b", joined))
    )


def _settle_periods(roles: list[str | None], names: Sequence[str], look: Look) -> None:
    """Columns that name a time hold values, or marks that say when; else they are no value."""
    periods = [index for index, name in enumerate(names) if is_period(name)]
    ticked = any(index in look.marks for index in periods)
    for index in periods:
        if index in look.marks or (ticked and index in look.blank):
            roles[index] = "mark"
        elif roles[index] in ("objective", "product", "task", "deadline"):
            roles[index] = "plan_value" if roles[index] == "objective" else "value"


def _settle_figures(roles: list[str | None], names: Sequence[str], look: Look) -> None:
    """A column of figures is none of words, whatever its header reminds of."""
    for index in look.figures:
        role = roles[index]
        if "%" in names[index] and _key(_last(names[index])).startswith(_RATIOS):
            roles[index] = "share_value"  # "So với chỉ tiêu (%)" is no target
        elif role == "indicator" and _key(_last(names[index])).startswith(_INDEX):
            roles[index] = "value"  # "Chỉ số hài lòng (%)" over figures was measured
        elif role in ("objective", "indicator"):
            roles[index] = "plan_value"
        elif (role in _TEXT_ROLES and (role != "budget" or _statistical(roles))) or (
            role == "deadline" and not any(char.isalpha() for char in _last(names[index]))
        ):
            roles[index] = "value"


def _settle_units(roles: list[str | None], look: Look) -> None:
    """A column of unit names is no result and no work ("Phòng thực hiện"): it says who leads."""
    worked = "task" in roles or "objective" in roles
    for index in sorted(look.units):
        if worked and roles[index] in ("product", "activity", "value"):
            told = any(role in roles for role in ("lead", "assignment"))
            roles[index] = None if told else "lead"


def _statistical(roles: Sequence[str | None]) -> bool:
    return not any(role in WORK_ROLES for role in roles)


def _last(name: str) -> str:
    return name.rsplit(" / ", 1)[-1]


def _settle_family(roles: list[str | None], names: Sequence[str], look: Look) -> None:
    """Settle words that mean different things in task tables and statistics tables."""
    work = any(role in WORK_ROLES for role in roles)
    counted = any(
        role in VALUE_ROLES and (index in look.figures or not work)
        for index, role in enumerate(roles)
    )
    valued = counted or "unit" in roles
    if work and not valued:
        _change(roles, {"indicator": "objective", "value": "product", "field": "group"})
        _settle_aims(roles, names, look)
        _ensure_task(roles)
    elif valued:
        if "indicator" not in roles and not (work and "task" in roles and _due(roles)):
            _change(roles, {"objective": "indicator"})
            if "indicator" not in roles and "field" not in roles:
                _change(roles, {"task": "indicator"})
        if not work:
            _change(roles, {"product": "value"})
    elif "indicator" in roles:
        _change(roles, {"product": "value"})
    if "lead" not in roles and "assignment" not in roles:
        _change(roles, {"person": "lead"} if work or "task" in roles else {})
    if "deadline" not in roles:
        _change(roles, {"start": "deadline"})
    _change(roles, {"field": "subject"})
    if any(role in roles for role in ("task", "indicator")):
        _settle_subject(roles, names, work=work, valued=valued)


def _settle_aims(roles: list[str | None], names: Sequence[str], look: Look) -> None:
    """A column of aims that holds sentences, not figures, is what the work serves."""
    other = look.dates | look.marks | look.blank
    for index, role in enumerate(roles):
        aims = role == "plan_value" and bool(_AIMS.search(_key(_last(names[index]))))
        if aims and index not in other and "objective" not in roles:
            roles[index] = "objective"


def _due(roles: Sequence[str | None]) -> bool:
    """Whether a table of work says when or with what result: then its rows are tasks."""
    return any(role in roles for role in ("deadline", "start", "mark", "product"))


def _change(roles: list[str | None], changes: dict[str, str]) -> None:
    for index, role in enumerate(roles):
        if role in changes and not (changes[role] == "product" and "product" in roles):
            roles[index] = changes[role]


def _ensure_task(roles: list[str | None]) -> None:
    """A table of work names its work: activities, or objectives, where no task column is."""
    if "task" in roles or "indicator" in roles:
        return
    source = next((role for role in ("activity", "objective", "group") if role in roles), None)
    if source is not None:
        roles[roles.index(source)] = "task"


def _settle_subject(
    roles: list[str | None], names: Sequence[str], *, work: bool, valued: bool
) -> None:
    """The word "Đơn vị" is who does the work, or the unit of measure beside values."""
    for index, role in enumerate(roles):
        if role != "subject":
            continue
        if work and "lead" not in roles and "assignment" not in roles:
            roles[index] = "lead"
        elif valued and "unit" not in roles and _key(_last(names[index])) == "don vi":
            roles[index] = "unit"
        else:
            roles[index] = None


def role_of(name: str) -> str | None:
    """The role that the wording of one header names, or ``None``."""
    return _scored(name)[0]


def tells_role(name: str) -> bool:
    """Whether a header's wording itself names a role: more than a time, most of its words."""
    parts = [_key(part) for part in name.split(" / ")]
    at = next((n for n in reversed(range(len(parts))) if not _PERIOD.fullmatch(parts[n])), None)
    role, score = _best(parts[at], _accented(name.split(" / ")[at])) if at is not None else _NONE
    return role is not None and score >= _NEAR


def _scored(name: str) -> tuple[str | None, float]:
    parts = [part.strip() for part in name.split(" / ") if part.strip()]
    period = bool(parts) and is_period(name)
    for part in reversed(parts[:-1] if period else parts):
        found = _best(_key(part), _accented(part))
        if found[0] is not None:
            return found
    return ("value", 60.0) if period else _best(_key(name), _accented(name))


def _key(name: str) -> str:
    return strip_accents(_accented(name))


def _accented(name: str) -> str:
    """The words of a header as written, in lower case and without numbering and brackets."""
    bare = _NUMBERED.sub("", name)
    bare = re.sub(r"\([^)]*\)", " ", bare)
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", match_key(bare))).strip()


@remembered(maxsize=4)
def _wordings(_: int) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (_key(wording), _accented(wording), role)
        for role, words in load("columns").items()
        if role not in _NOT_ROLES
        for wording in words
    )


@remembered(maxsize=4096)
def _best(key: str, written: str) -> tuple[str | None, float]:
    """Role and score of a folded header: equal, then holding a known wording, then near to one.

    ``written`` is the header with its accents, which tell a wording of one syllable from others:
    "Công trình" holds no "Cộng".
    """
    if not key or len(key) > 90:
        return None, 0.0
    year_free = re.sub(r"\b(?:nam |quy )?(?:(?:19|20)\d\d|[ivx]+ (?:19|20)\d\d)\b", " ", key)
    year_free = re.sub(r"\s+", " ", year_free).strip()
    if not year_free:
        return "value", 60.0
    best = _NONE
    spelt = {word for word in written.split() if not word.isascii()}
    for wording, accented, role in _wordings(id(load("columns"))):
        if wording in (year_free, key):
            return role, 200.0 + len(wording)
        if len(wording) > 3 and re.search(rf"\b{re.escape(wording)}\b", year_free):
            other = accented not in spelt and wording in map(strip_accents, spelt)
            score = 0.0 if other else 100.0 + len(wording)
        else:
            near = fuzz.ratio(wording, year_free)
            meant = near >= _NEAR and len(wording) > 4 and _word_by_word(wording, year_free)
            score = near if meant else 0.0
        if score > best[1]:
            best = (role, score)
    return best


def _word_by_word(wording: str, written: str) -> bool:
    """Whether no word stands for quite another one: "đang xử lý" is no slip for "hạn xử lý"."""
    mine, theirs = wording.split(), written.split()
    return len(mine) != len(theirs) or all(
        fuzz.ratio(one, other) >= _SLIP for one, other in zip(mine, theirs, strict=True)
    )
