"""To whom an item of running text hands its work: by itself, in clauses, or by the heading above.

Words come from ``assignments.yaml``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ingest.extraction.outline import Placed
from ingest.text.normal import match_key
from ingest.text.organisations import begins_unit
from ingest.text.roles import cut_unit, goes_on, without_handing
from ingest.vocabulary import load

_UPPER = "A-ZĐ" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
_CLAUSE = re.compile(
    rf"(?<=[.;])\s+(?=(?:[Gg]iao|[Pp]hân công|[Đđ]ề nghị|[Yy]êu cầu)\s)|(?<=\.)\s+(?=[{_UPPER}])"
)
_HANDS_AGAIN = re.compile(rf"[.;]\s+(?:[Gg]iao|[Pp]hân công)\s+(?:cho\s+)?[{_UPPER}]")
_DUTY = re.compile(
    r"(?:Điều\s+\d+\.\s*)?(?:Trách nhiệm|Nhiệm vụ)(?:(?:,| và) (?:trách nhiệm|nhiệm vụ))?"
    rf"(?: phối hợp)? của (?:cơ quan |đơn vị )?(?=[{_UPPER}])"
)
_TOWARDS = re.compile(rf"^(?:Đối với|Về phía)\s+(?=[{_UPPER}]|các )")
_HANDS_ON = re.compile(r"\s(?:giao|yêu cầu|đề nghị|phân công)(?: cho)?$", re.IGNORECASE)
_LONGEST_UNIT = 30


def _words() -> dict[str, Any]:
    return load("assignments")


def _doing(text: str) -> re.Match[str] | None:
    """The first verb behind a unit's name that is no part of the name."""
    found = _doing_pattern(tuple(_words()["doing"])).finditer(text)
    return next((one for one in found if not goes_on(text, one.start(), one.group())), None)


@lru_cache(maxsize=4)
def _doing_pattern(wordings: tuple[str, ...]) -> re.Pattern[str]:
    ordered = "|".join(re.escape(word) for word in sorted(wordings, key=len, reverse=True))
    return re.compile(rf",?\s+(?:{ordered})(?![^\W\d_])")


def hands_again(body: str) -> bool:
    """Whether an item goes on to hand work to a unit behind its first sentence or clause."""
    return _HANDS_AGAIN.search(body) is not None


def first_clause(text: str) -> str:
    """What an item says before it hands work on."""
    return _CLAUSE.split(text)[0].strip(" ;.")


def clauses_handing(body: str) -> list[tuple[str, str]]:
    """The clauses inside an item that each hand work to a unit, with the unit.

    "Đồng ý … . Giao Sở A lập hồ sơ; giao Sở B thẩm định": a conclusion decides first.
    """
    found: list[tuple[str, str]] = []
    for clause in _CLAUSE.split(body):
        bare = without_handing(clause)
        if bare == clause or not begins_unit(bare):
            continue
        cut = _doing(bare)
        unit = cut_unit(bare[: cut.start()]) if cut is not None else ""
        if 0 < len(unit.split()) <= _LONGEST_UNIT and not _is_no_unit(unit):
            found.append((clause.strip(" ;."), unit))
    return found


def is_duty(item: Placed) -> bool:
    """Whether a paragraph without a number stands in an article "Trách nhiệm của Sở X"."""
    return not item.heading and bool(item.headings) and _DUTY.match(item.headings[-1]) is not None


def describes(item: Placed) -> bool:
    """Whether an article only says what things are or whom it is for: it hands out no work."""
    titles = [match_key(title) for title in item.headings]
    return any(match_key(word) in title for title in titles for word in _words()["describing"])


def handed_by_itself(item: Placed, *, last: bool, below: bool) -> str | None:
    """The unit that an item itself hands its task to, or ``None``."""
    body = item.body
    if describes(item):
        return None
    if not last or any(word in match_key(body) for word in _words()["enacting"]):
        return None
    bare = without_handing(body)
    handed = bare != body
    if not begins_unit(bare) or (below and not handed):
        return None
    named = re.match(r"([^:]{4,220}):\s+\S", bare)
    cut = _doing(bare)
    if named and (cut is None or named.end(1) <= cut.start()):
        unit = cut_unit(named.group(1))
    elif cut is not None:
        unit = cut_unit(bare[: cut.start()])
    else:
        return None
    return unit if 0 < len(unit.split()) <= _LONGEST_UNIT and not _is_no_unit(unit) else None


def _is_no_unit(unit: str) -> bool:
    """Whether the words only say what somebody is: a bare head, a member, "X là Y"."""
    key = match_key(unit)
    if re.search(r" (?:được|gồm|bao gồm|bị)$", f" {key}") or f" {key} ".find(" gồm ") >= 0:
        return True
    bare = key in (match_key(word) for word in _words()["bare"])
    member = any(f"{key} ".startswith(f"{match_key(word)} ") for word in _words()["members"])
    return bare or member or " là " in f" {key} "


def unit_above(item: Placed) -> str | None:
    """The unit whose heading an item of a directive stands below."""
    for heading in reversed(item.headings):
        bare = without_handing(_TOWARDS.sub("", _DUTY.sub("", heading.strip(" :.;"))))
        if _HANDS_ON.search(bare):
            return None  # "Hội đồng nhân dân tỉnh giao:": those named below act
        cut = _doing(bare)
        bare = bare[: cut.start()] if cut else bare
        if begins_unit(bare) and len(bare.split()) <= _LONGEST_UNIT and not _is_no_unit(bare):
            return bare.strip(" :.;,")
    return None
