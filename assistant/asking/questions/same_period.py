"""Reads "cùng kỳ" where nothing is compared: it says which time is meant, not which thing."""

from __future__ import annotations

import re

from assistant.asking.questions.marking import Marked
from assistant.asking.words import plain_phrase

_SAME_PERIOD = plain_phrase("cùng kỳ")
_LAST_YEAR = frozenset({plain_phrase("năm trước"), plain_phrase("năm ngoái")})
_AGAINST = "voi"
_JOINS = frozenset({"va", "voi", "and"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 4


def settle_same_period(reading: Marked) -> None:
    """Take "cùng kỳ" out of the topic where the question names two times, or nothing else.

    "6 tháng 2031 và cùng kỳ" asks for the year before beside the one that it names. With one
    time alone ("X cùng kỳ 2030 là bao nhiêu") the words go on to choose the column so titled.
    """
    plain = tuple(word.plain for word in reading.words)
    for index in range(len(plain) - 1):
        if plain[index : index + 2] != _SAME_PERIOD:
            continue
        named = [int(word) for word in plain[index + 2 : index + _NEAR] if _YEAR.fullmatch(word)]
        joins = index > 0 and plain[index - 1] in _JOINS
        if joins and plain[index - 1] == _AGAINST:
            leave_last_year(reading, index + 2)
        if joins and not named and len(reading.years) == 1:
            reading.years.append(reading.years[0] - 1)
        others = (
            place for place, state in enumerate(reading.state) if place not in (index, index + 1)
        )
        alone = not any(reading.state[place] == "topic" for place in others)
        if alone or len(reading.years) > 1:
            reading.mark(index, 2, "gone")
        return


def leave_last_year(reading: Marked, place: int) -> None:
    """Let "cùng kỳ năm trước" be the year before that of the figures, not before today's.

    ``place`` is where the words behind "cùng kỳ" begin.
    """
    plain = tuple(word.plain for word in reading.words)
    spoken = [year for year in reading.years if str(year) not in plain]
    if spoken and plain[place : place + 2] in _LAST_YEAR:
        reading.years.remove(min(spoken))
