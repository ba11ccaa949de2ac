"""Vietnamese clauses, and how their words are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.drafting.composing.facts import Fact

Subject = Literal["office", "there", "own"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without its subject where the office acts (``office``: "đã kiểm tra …").

    ``there``: "có …" or "không có …"; ``own``: brings its own subject ("tỷ lệ … đạt …").
    ``facts`` are what it states.
    """

    text: str
    subject: Subject
    facts: tuple[Fact, ...] = ()
    topic: str = ""


def spaced(*parts: str) -> str:
    """The words of all parts with one space between them; empty parts leave none."""
    return " ".join(" ".join(part for part in parts if part).split())


def listed(parts: Sequence[str], last: str = "và") -> str:
    """Parts as a list: "a, b và c"; with commas inside, "a; b; c"."""
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return "".join(parts)
    between = "; " if any("," in part for part in parts) else ", "
    if between == "; " and len(parts) > 2:
        return between.join(parts)
    return f"{between.join(parts[:-1])} {last} {parts[-1]}"
