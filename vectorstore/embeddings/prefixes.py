"""The words an embedding model wants before a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_E5 = re.compile(r"(?<![a-z0-9])e5(?![a-z0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Put before a query and before a passage; the E5 family was trained with both."""

    query: str = ""
    passage: str = ""


def prefixes_for(model: str, *, query: str | None = None, passage: str | None = None) -> Prefixes:
    """The given prefixes; where one is ``None``, what the model's name asks for."""
    usual = Prefixes("query: ", "passage: ") if _E5.search(model) else Prefixes()
    return Prefixes(
        usual.query if query is None else query,
        usual.passage if passage is None else passage,
    )
