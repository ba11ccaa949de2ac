"""The words by which drafted sentences are held against their figures, compiled.

From ``ingest/vocabulary/drafting_wording.yaml``, which a province may edit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from assistant.drafting.model import Trend
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered


@dataclass(frozen=True, slots=True)
class Wording:
    """Word lists ready for matching against :func:`~ingest.text.normal.match_key` text.

    ``trends`` maps a phrase to the relations of which it is true; ``trend_words`` meets the
    longest phrase first, with ``not_trends`` among them.
    """

    trends: dict[str, frozenset[Trend]]
    trend_words: re.Pattern[str]
    amounts: re.Pattern[str]
    function_words: frozenset[str]
    separators: re.Pattern[str]


@remembered()
def wording() -> Wording:
    """The wording of the vocabulary in use."""
    return _compile(load("drafting_wording"))


def _compile(data: dict[str, Any]) -> Wording:
    trends = {match_key(phrase): frozenset(true) for phrase, true in data["trends"].items()}
    return Wording(
        trends=trends,
        trend_words=_any_of([*trends, *data["not_trends"]]),
        amounts=_any_of(data["amounts"]),
        function_words=frozenset(map(match_key, data["function_words"])),
        separators=_any_of(data["separators"]),
    )


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    ordered = sorted(map(match_key, phrases), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")
