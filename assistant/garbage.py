"""How often the process looks for objects that only refer to each other.

Python's own thresholds are made for small heaps. With ten thousand documents listed and hundreds of
shelves in memory, every few questions made enough new objects to have all of them walked again:
70 ms of an average question, most of it in a few slow ones. What is kept here are trees, which go
as soon as nothing refers to them. Each look at what is new takes its time from one question: 40 ms
after every 50,000 objects was felt by every eighth question, 110 ms after every 200,000 by one in
forty; what bounds their number are the sizes of what is kept.
"""

from __future__ import annotations

import gc

_NEW_OBJECTS, _TIMES, _TIMES_OLDER = 200_000, 4, 50


def collect_seldom() -> None:
    """Look for such objects seldom in this process; they never add up to much."""
    gc.set_threshold(_NEW_OBJECTS, _TIMES, _TIMES_OLDER)
