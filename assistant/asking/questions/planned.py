"""Whether what was planned is asked for, in so many words: what has come of it is no answer."""

from __future__ import annotations

from assistant.asking.query import Query
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.vocabulary import load

_AIMS = (("chi", "tieu"), ("muc", "tieu"))
_SET = (("dat", "ra"), ("de", "ra"))
_PLANS = (("ke", "hoach"), *_AIMS, ("giao",), ("phai",))


def asks_planned(query: Query) -> bool:
    """Whether the question asks for a target as such ("chỉ tiêu … đặt ra", "kế hoạch giao")."""
    words = query.words
    if any(contains(words, plain_phrase(one)) >= 0 for one in load("asking_intents")["planned"]):
        return True
    aimed = any(contains(words, one) >= 0 for one in _AIMS)
    return aimed and any(contains(words, one) >= 0 for one in _SET)


def says_planned(words: Phrase) -> bool:
    """Whether a row or column says by its name that it tells what is to be reached."""
    return any(contains(words, one) >= 0 for one in _PLANS)
