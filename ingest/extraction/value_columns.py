"""What a column of figures says of each of them: role, years, unit, whose figure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ingest.extraction.columns import VALUE_ROLES, is_period, role_of
from ingest.extraction.figures import figure_of
from ingest.extraction.headers import Header
from ingest.model import IndicatorRole, Period, Table
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_BRACKETS = re.compile(r"\(([^()]{1,20})\)\s*$")
_UNIT_LABEL = re.compile(r"(?:đơn vị tính|đvt|đơn vị)\s*:\s*([^()\n]{1,40})", re.IGNORECASE)
_COLUMN_ROLES: dict[str, IndicatorRole] = {
    "plan_value": "plan",
    "previous_value": "previous",
    "share_value": "share",
    "total_value": "total",
}
_WORK = ("lead", "coordinating", "assignment", "deadline")
_BOUNDS = frozenset({">=", "<=", ">", "<"})
_FEWEST_BOUNDS, _BOUND_SHARE = 2, 0.3


def last_part(name: str) -> str:
    """The lowest line of a flattened header."""
    return name.rsplit(" / ", 1)[-1]


def is_code(title: str) -> bool:
    """Whether a column holds codes, which look like figures and count nothing ("Mã TTHC")."""
    told = f"{match_key(last_part(title))} "
    return told.startswith(tuple(f"{match_key(word)} " for word in load("columns")["codes"]))


def column_role(header: Header, column: int | None, *, planned: bool = False) -> IndicatorRole:
    """Plan, actual, previous, share or total, from the column's header.

    ``planned`` makes a heading that says neither ("Năm 2027") a plan.
    """
    if column is None:
        return "unknown"
    role = header.roles[column]
    if role in _COLUMN_ROLES:
        return _COLUMN_ROLES[role]
    words: dict[str, list[str]] = load("indicators")["roles"]
    parts = [match_key(part) for part in header.names[column].split(" / ")]
    for name in ("plan", "previous", "share", "total", "actual"):
        starts = tuple(match_key(word) for word in words[name])
        if any(part.startswith(starts) for part in parts[-2:]):
            return _ROLES[name]
    if "%" in parts[-1] and role in (None, "value"):
        return "share"
    return "plan" if planned else "actual"


_ROLES: dict[str, IndicatorRole] = {
    "plan": "plan",
    "previous": "previous",
    "share": "share",
    "total": "total",
    "actual": "actual",
}


def column_period(header: Header, column: int | None, period: Period | None) -> Period | None:
    """The year that a column's header names, else the document's period."""
    years = (
        [int(year) for year in _YEAR.findall(header.names[column])] if column is not None else []
    )
    if years:
        return Period.model_validate({"from": min(years), "to": max(years)})
    if (
        column is not None
        and header.roles[column] == "previous_value"
        and period
        and period.from_ == period.to
    ):
        return Period.model_validate({"from": period.from_ - 1, "to": period.to - 1})
    return period


_NAMES_OF_SUBJECTS = (None, "subject", "field", "lead", "person", "budget", "deadline", "start")
"""What the wording of a column of figures may remind of while it names whose figures they are."""


def column_subject(header: Header, column: int | None) -> str | None:
    """Whose figures a column holds, where its heading is none of the known ones ("Sở Y tế")."""
    if column is None or is_period(header.names[column]):
        return None
    name = last_part(header.names[column])
    if role_of(name) not in _NAMES_OF_SUBJECTS or not name or _told_by_year(header, name):
        return None
    return name


def _told_by_year(header: Header, name: str) -> bool:
    """Whether another column has the same heading but for its year ("TH 2029", "TH 2028")."""
    others = {last_part(other) for other in header.names} - {name}
    bare = _YEAR.sub("", name)
    return bare != name and any(_YEAR.sub("", other) == bare for other in others)


def column_unit(header: Header, column: int | None) -> str | None:
    """The unit in a header's brackets ("Tỷ lệ (%)"), or a percent sign in it."""
    name = header.names[column] if column is not None else ""
    for part in reversed(name.split(" / ")):
        found = _BRACKETS.search(part)
        if found and _is_unit(found.group(1)):
            label = _UNIT_LABEL.match(found.group(1))
            return (label.group(1) if label else found.group(1)).strip()
        if "%" in part:
            return "%"
    return None


def name_unit(name: str) -> str | None:
    """The unit in brackets behind a row's name ("Lớp tập huấn (lớp)")."""
    found = _BRACKETS.search(name)
    return found.group(1).strip() if found and _is_unit(found.group(1)) else None


def _is_unit(text: str) -> bool:
    words = load("indicators").get("not_units", ())
    key = f"{match_key(text)} "  # with accents: "công trình" counts works, "cộng" adds up
    return not re.search(r"\d|=", text) and not key.startswith(
        tuple(f"{match_key(word)} " for word in words)
    )


def unit_above(captions: Sequence[str]) -> str | None:
    """The unit that a line above a table names for all of it ("Đơn vị tính: hồ sơ")."""
    for caption in reversed(captions):
        found = _UNIT_LABEL.search(caption)
        if found and len(caption) < 120:
            return found.group(1).strip(" .;*_") or None
    return None


def states_plans(header: Header, captions: Sequence[str]) -> bool:
    """Whether the figures of a table are promises: planned values, not set beside reached ones.

    Bare columns of years count as planned where units are assigned, or where title and caption
    speak of targets and not of results.
    """
    if not header.has("indicator"):
        return False
    work = header.has(*_WORK)
    roles = {column: column_role(header, column) for column in header.columns(*VALUE_ROLES)}
    plans = [column for column, role in roles.items() if role == "plan"]
    if plans:
        reached = [column for column, role in roles.items() if role == "actual"]
        return work or all(_earlier(header, column, plans) for column in reached)
    bare = [column for column in roles if _is_bare(header, column)]
    return bool(bare) and (work or _speak_of_plans(captions))


def with_bounds(table: Table, header: Header) -> Header:
    """The header with a lone column of figures as planned ones where they are bounds ("≥ 80").

    What has been reached is a number; only what is promised is "at least" or "at most" one.
    """
    columns = header.columns(*VALUE_ROLES)
    if len(columns) != 1 or not header.has("indicator"):
        return header
    texts = [row[columns[0]].text or "" for row in table.rows[header.first + header.rows :]]
    figures = [figure for text in texts if (figure := figure_of(text)) is not None]
    bounds = [figure for figure in figures if figure.comparator in _BOUNDS]
    if len(bounds) < _FEWEST_BOUNDS or len(bounds) < _BOUND_SHARE * len(figures):
        return header
    roles = [*header.roles]
    roles[columns[0]] = "plan_value"
    return replace(header, roles=tuple(roles))


def assigns_plans(header: Header, columns: Sequence[int]) -> bool:
    """Whether all figures of a wide table are planned ones: each row's unit has to reach them."""
    roles = {column_role(header, column) for column in columns}
    return "plan" in roles and roles <= {"plan", "share"}


def _is_bare(header: Header, column: int) -> bool:
    """Whether a heading says neither plan nor result."""
    words = [match_key(word) for word in load("indicators")["roles"]["actual"]]
    name = match_key(header.names[column])
    return is_period(header.names[column]) or not any(word in name for word in words)


def _earlier(header: Header, column: int, plans: Sequence[int]) -> bool:
    years = [int(year) for year in _YEAR.findall(header.names[column])]
    planned = [int(year) for plan in plans for year in _YEAR.findall(header.names[plan])]
    return bool(years and planned) and max(years) < min(planned)


def _speak_of_plans(captions: Sequence[str]) -> bool:
    vocabulary: dict[str, Any] = load("columns")
    text = " ".join(fold(caption) for caption in captions)
    if any(fold(word) in text for word in vocabulary.get("reporting", ())):
        return False
    return any(fold(word) in text for word in vocabulary.get("planning", ()))
