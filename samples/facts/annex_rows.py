"""What an annex of statistics is made of: sections of rows, and the kinds of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["heading", "count", "decimal", "percent", "code"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the annex.

    ``figures`` holds one number a year, ``None`` for a blank cell. ``share`` names the keys whose
    quotient the row is; ``total`` the keys that add up to it. ``notes`` are per year.
    """

    key: str
    stt: str
    name: str
    unit: str = ""
    form: Form = "count"
    figures: tuple[str | None, str | None] = (None, None)
    share: tuple[str, str] | None = None
    total: tuple[str, ...] = ()
    notes: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of rows."""

    number: str
    title: str
    rows: tuple[Row, ...]


def count(
    key: str,
    stt: str,
    name: str,
    unit: str,
    first: str | None,
    second: str | None,
    *,
    total: tuple[str, ...] = (),
    notes: tuple[str, str] = ("", ""),
    form: Form = "count",
) -> Row:
    """A row of counted figures, of the first year and the second."""
    return Row(key, stt, name, unit, form, (first, second), total=total, notes=notes)


def share(key: str, name: str, part: str, whole: str, *, stt: str = "") -> Row:
    """A row of the quotient of two others."""
    return Row(key, stt, name, "%", "percent", share=(part, whole))


def code(
    key: str, stt: str, name: str, unit: str, codes: tuple[str, str], notes: tuple[str, str]
) -> Row:
    """A row of answers in code, of the first year and the second."""
    return Row(key, stt, name, unit, "code", codes, notes=notes)


def heading(key: str, stt: str, name: str) -> Row:
    """A row that only names those below it."""
    return Row(key, stt, name, form="heading")
