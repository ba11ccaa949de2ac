"""Whether sentences tell of each side compared, and of the part that a body is asked to play."""

from __future__ import annotations

import re

from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.words import contains, plain_phrase
from ingest.text.normal import match_key

_SIDES = re.compile(r"\b(\w+) (\w+) (?:và|với|so với) \1 (\w+)\b")
_POINT = ("dau", "moi")
_POINTS = (_POINT, ("chu", "tri"), ("thuong", "truc"))


def sentences_hold(query: Query, composed: Composed) -> bool:
    """Whether sentences that answer hold what the question's form asks for; true of records."""
    if composed.path != "passages":
        return True
    return _holds_sides(query, composed) and _tells_point(query, composed)


def _holds_sides(query: Query, composed: Composed) -> bool:
    """Whether both are told of where "cấp A và cấp B" are compared."""
    sides = _SIDES.search(match_key(query.standalone))
    if sides is None or query.intent is not Intent.COMPARE:
        return True
    told = " ".join(match_key(one.source.quote) for one in composed.page.citations)
    noun, *names = sides.groups()
    return all(re.search(rf"\b{noun} {name}\b", told) for name in names)


def _tells_point(query: Query, composed: Composed) -> bool:
    """Whether a sentence speaks of being the "đầu mối" where that is asked for."""
    if query.intent is not Intent.LEAD or contains(query.words, _POINT) < 0:
        return True
    told = [plain_phrase(one.source.quote) for one in composed.page.citations]
    return any(contains(one, point) >= 0 for one in told for point in _POINTS)
