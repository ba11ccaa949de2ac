"""Words that point back in a conversation ("việc này", "năm trước"), and what is put for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking.conversation.talk import MARKS, Spoken, Talk, is_accented, spoken, talk


@dataclass(frozen=True, slots=True)
class Pointing:
    """Words that point back, from ``start`` to ``end`` in the words of the turn."""

    kind: str
    start: int
    end: int


def pointings(text: str) -> list[Pointing]:
    """What a turn points back to: a thing, a unit, a document, or someone ("họ")."""
    words = spoken(text)
    accented, lists = is_accented(words), talk()
    found: list[Pointing] = []
    index = 0
    while index < len(words):
        index += max(1, _point_at(words, index, lists, found, accented=accented))
    return found


def _point_at(
    words: Sequence[Spoken], index: int, lists: Talk, found: list[Pointing], *, accented: bool
) -> int:
    here = words[index:]
    if length := lists.at("names", here, accented=accented):
        return length
    for kind in ("things", "units", "documents"):
        noun = lists.at(kind, here, accented=accented)
        pointer = lists.at("pointers", here[noun:], accented=accented) if noun else 0
        if pointer:
            found.append(Pointing(kind, index, index + noun + pointer))
            return noun + pointer
    if accented and (length := lists.at("pronouns", here, accented=True)):
        found.append(Pointing("pronouns", index, index + length))
        return length
    return 0


def put_in(text: str, pointing: Pointing, said: str) -> str:
    """The turn with ``said`` in the place of the words that point back."""
    words = text.split()
    tail = "".join(letter for letter in words[pointing.end - 1] if letter in MARKS)
    put = f"{said}{tail}" if said else ""
    return " ".join(" ".join((*words[: pointing.start], put, *words[pointing.end :])).split())


def with_years(text: str, year: int | None) -> str:
    """The turn with "năm trước" and the like told as years, reckoned from ``year``."""
    if year is None or any(word.plain.isdigit() and len(word.plain) == 4 for word in spoken(text)):
        return text
    words = spoken(text)
    accented, lists = is_accented(words), talk()
    for start in range(len(words)):
        for name, offset in (("year_before", -1), ("year_after", 1), ("year_same", 0)):
            length = lists.at(name, words[start:], accented=accented)
            if length:
                of_period = words[start].plain == "cung"
                told = f"{'cùng kỳ ' if of_period and offset else ''}năm {year + offset}"
                return put_in(text, Pointing("years", start, start + length), told)
    return text
