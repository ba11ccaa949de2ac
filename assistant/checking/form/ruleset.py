"""The rules of form as ``form_rules.yaml`` holds them, and what breaks one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.checking.form.model import Line
from ingest.vocabulary import load


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Where it is not ``certain``, what breaks it is only worth knowing."""

    id: str
    text: str
    source: str
    certain: bool
    limits: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that is broken: ``found`` says in Vietnamese what is there instead, and where.

    ``line`` is ``None`` for what belongs to no line: pages, parts that are missing.
    """

    rule: str
    found: str
    line: Line | None = None


def rules() -> dict[str, Rule]:
    """All rules by id."""
    data = load("form_rules")
    decree = data["decree"]
    return {
        item["id"]: Rule(
            id=item["id"],
            text=item["text"],
            source=f"{decree}, {item['source']}",
            certain=bool(item.get("certain", False)),
            limits=dict(item.get("limits") or {}),
        )
        for item in data["rules"]
    }


def limits(rule: str) -> dict[str, Any]:
    """The limits of one rule; empty where the file no longer has it."""
    listed = load("form_rules")["rules"]
    return next((item.get("limits") or {} for item in listed if item["id"] == rule), {})


def words(name: str) -> tuple[str, ...]:
    """A list of words that name a part of a document."""
    found = load("form_rules")["words"][name]
    return (found,) if isinstance(found, str) else tuple(found)


def tolerance() -> float:
    """How many millimetres do not count: rounding to twips and to tenths of an inch."""
    return float(load("form_rules").get("tolerance_mm", 0))
