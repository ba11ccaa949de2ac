"""A part cannot exceed its whole: done of planned, solved of found, used of provided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Fact, Judgement
from assistant.checking.rules.rows import (
    blocks,
    dashed,
    finding,
    is_count,
    said,
    same_unit,
    total_of,
)
from assistant.checking.words import holds
from ingest.text.normal import match_key
from ingest.vocabulary import load

_NUMBER = re.compile(r"\d+")


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Parts larger than their whole: by wording, by a name within a name, by the rows' order."""
    del judgements
    rules = load("checking_rules")
    for rows in blocks(material):
        seen: set[tuple[int, int]] = set()
        counts = [row for row in rows if is_count(row)]
        for part in counts:
            bounded = (
                (whole, severity)
                for whole in _nearest(part, counts)
                if same_unit(part, whole)
                and _NUMBER.findall(part.key) == _NUMBER.findall(whole.key)
                and (dashed(part) or not dashed(whole))  # a part of a total bounds no total
                and (severity := _bounded(part, whole, rules)) is not None
            )
            whole, severity = next(bounded, (part, None))
            if severity is not None and _over(part, whole):
                seen.add((part.number, whole.number))
                yield _exceeds(part, whole, severity)
        for total, parts in total_of(rows):
            for part in parts:
                if _over(part, total) and dashed(part) and (part.number, total.number) not in seen:
                    yield _exceeds(part, total, "warning")


def _nearest(part: Fact, rows: Sequence[Fact]) -> list[Fact]:
    """The other rows: those above from the nearest on, then those below."""
    above = [row for row in rows if row.number < part.number]
    return [*reversed(above), *(row for row in rows if row.number > part.number)]


def _over(part: Fact, whole: Fact) -> bool:
    return part.value is not None and whole.value is not None and part.value > whole.value


def _bounded(part: Fact, whole: Fact, rules: dict[str, Any]) -> Literal["error", "warning"] | None:
    channels = rules["channels"]
    mine, theirs = _own(part), _own(whole)
    if holds(mine, channels) and holds(theirs, channels):
        return None
    if _extends(mine, theirs):
        return "error"
    for bound in rules["bounds"]:
        if (
            holds(mine, bound["part"])
            and holds(theirs, bound["whole"])
            and not (holds(theirs, bound["part"]))
        ):
            severity: Literal["error", "warning"] = bound["severity"]
            return severity
    return None


def _own(row: Fact) -> str:
    return re.sub(r"\([^)]*\)", " ", row.label.rpartition("›")[2])


def _extends(longer: str, shorter: str) -> bool:
    """Whether one name is the other with a further condition ("… có phát sinh hồ sơ")."""
    mine, theirs = match_key(longer).strip(" -:."), match_key(shorter).strip(" -:.")
    return len(theirs.split()) >= 4 and mine.startswith(f"{theirs} ")


def _exceeds(part: Fact, whole: Fact, severity: Literal["error", "warning"]) -> Finding:
    return finding(
        "arithmetic",
        severity,
        f"{said(part)}, lớn hơn {said(whole)}.",
        left=part,
        right=whole,
    )
