"""Whether a question asks how much was done: reports tell it, no list of what is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.words import contains

_HOW_MANY = (("bao", "nhieu"), ("may",))
_DONE = (("hoan", "thanh"), ("thuc", "hien", "duoc"), ("thuc", "hien", "xong"), ("lam", "xong"),
         ("lam", "duoc"), ("xu", "ly", "xong"), ("giai", "quyet", "xong"), ("da", "thuc", "hien"),
         ("da", "trien", "khai"), ("trien", "khai", "duoc"), ("da", "xong"))  # fmt: skip
_MUST = frozenset({"phai", "can", "se"})


def asks_done(plain: Sequence[str]) -> bool:
    """Whether a verb of finishing stands before "bao nhiêu", and nothing says it is still to do."""
    counted = [place for one in _HOW_MANY if (place := contains(tuple(plain), one)) >= 0]
    if not counted:
        return False
    before = tuple(plain[: min(counted)])
    return _MUST.isdisjoint(before) and any(contains(before, one) >= 0 for one in _DONE)
