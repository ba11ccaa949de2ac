"""Whether what was planned is asked for, in so many words: what has come of it is no answer."""

from __future__ import annotations

import re

from assistant.asking.query import Query
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Document, DocumentKind
from ingest.text.normal import match_key
from ingest.vocabulary import load

_AIMED = re.compile(
    r"\b(?:đặt|đề|giao|xác định|ấn định)(?: ra)? (?:chỉ tiêu|mục tiêu)\b"
    r"|\b(?:chỉ tiêu|mục tiêu)\b[^,;.?]*\bphải đạt\b"
)
"""How a target is said to be set; without accents "đặt" could be "đạt"."""
_AIMS = (("chi", "tieu"), ("muc", "tieu"))
_ASSIGNED = (("giao", "chi", "tieu"), ("giao", "ke", "hoach"), ("giao", "nhiem", "vu"))
_ASSIGNING = frozenset({DocumentKind.DECISION, DocumentKind.PLAN, DocumentKind.DIRECTIVE})
_SET = (("dat", "ra"), ("de", "ra"))
_PLANS = (("ke", "hoach"), *_AIMS, ("giao",), ("phai",))


def asks_planned(query: Query) -> bool:
    """Whether the question asks for a target as such ("chỉ tiêu … đặt ra", "kế hoạch giao")."""
    words = query.words
    if any(contains(words, plain_phrase(one)) >= 0 for one in load("asking_intents")["planned"]):
        return True
    if _AIMED.search(match_key(query.standalone)):
        return True
    aimed = any(contains(words, one) >= 0 for one in _AIMS)
    return aimed and any(contains(words, one) >= 0 for one in _SET)


def says_planned(words: Phrase, *, but: Phrase = ()) -> bool:
    """Whether a row or column says by its name that it tells what is to be reached.

    The words that stand in ``but`` too do not count: what is spoken of there is meant by them.
    """
    return any(contains(words, one) >= 0 and contains(but, one) < 0 for one in _PLANS)


def assigns(document: Document) -> bool:
    """Whether a document sets targets by its own title ("giao chỉ tiêu"): its figures are such."""
    told = plain_phrase(document.title or "")
    return document.kind in _ASSIGNING and any(contains(told, one) >= 0 for one in _ASSIGNED)
