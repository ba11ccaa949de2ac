"""Settles what "nhiều nhất" and "nơi nào nhiều hơn" mean once the whole question is marked."""

from __future__ import annotations

from assistant.asking.lexicon import Lexicon
from assistant.asking.questions.marking import Marked

_NAMES = frozenset({"kind", "unit"})
_THAN = "hon"


def settle_extreme(reading: Marked, lexicon: Lexicon) -> None:
    """Read "nhiều hồ sơ nhất" as one cue, and take out what is chosen among ("xã nào")."""
    plain = [word.plain for word in reading.words]
    which = plain.index("nao") if "nao" in plain else -1
    if not reading.has("extreme") and (which >= 0 or "ai" in plain):
        for name, (firsts, last) in lexicon.apart.items():
            ends = [
                index
                for index, word in enumerate(plain)
                if word == last and not _ends_cue(reading, index, lexicon)
            ]
            starts = [
                index
                for index, word in enumerate(plain)
                if word in firsts
                and reading.state[index] not in _NAMES
                and (not reading.accented or _is_extreme(reading, index, name, lexicon))
            ]
            if ends and starts and starts[0] < ends[-1] and reading.state[ends[-1]] != "topic":
                reading.cues["extreme"] = {name}
                reading.mark(starts[0], 1, "gone")
                reading.mark(ends[-1], 1, "gone")
    if not reading.has("extreme") or which < 0:
        return
    for start in range(which):
        length, _ = lexicon.grouped.at(reading.words, start)
        if start + length == which:
            reading.mark(start, length, "gone")
            return


def _ends_cue(reading: Marked, index: int, lexicon: Lexicon) -> bool:
    """Whether "nhất" belongs to a cue of its own ("chậm nhất khi nào")."""
    if not index:
        return False
    length, cues = lexicon.cues.at(reading.words, index - 1)
    return length > 1 and any(cue.group == "intent" for cue in cues)


def _is_extreme(reading: Marked, index: int, name: str, lexicon: Lexicon) -> bool:
    """Whether a word is spelt as the first of an extreme: "báo cáo" holds no "cao"."""
    return reading.words[index].accented in lexicon.apart_spelt[name]


def settle_more(reading: Marked, lexicon: Lexicon) -> None:
    """Read "nơi nào nhiều hồ sơ hơn" as a comparison of what the question names."""
    plain = [word.plain for word in reading.words]
    if reading.has("intent", "compare") or "nao" not in plain or _THAN not in plain:
        return
    last = len(plain) - 1 - plain[::-1].index(_THAN)
    firsts = {first for starts, _ in lexicon.apart.values() for first in starts}
    start = next((place for place in range(last) if plain[place] in firsts), None)
    if start is None or reading.state[last] != "topic":
        return
    reading.cues.setdefault("intent", set()).add("compare")
    which = plain.index("nao")
    for place in (start, last, which):
        reading.mark(place, 1, "gone")
    for place in range(which):
        length, _ = lexicon.grouped.at(reading.words, place)
        if place + length == which:
            reading.mark(place, length, "gone")
