"""Takes the name of a unit whole: "Văn phòng Sở Nội vụ" is not the office of another department."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking.finding.corpus import Corpus
from assistant.asking.lexicon import Lexicon
from assistant.asking.words import PhraseTable, Word, plain_phrase
from ingest.vocabulary import load

_COMPOUND = 0.5
_FURTHER, _LONGEST_CHARGE = 6, 3
_DEPARTMENT, _AND = "so", "va"
_INNER = tuple(plain_phrase(head) for head in ("văn phòng", "thanh tra", "chi cục", "trung tâm"))
_ENDS = frozenset({"intent", "askers", "count", "subject", "window", "confirm"})


@dataclass(frozen=True, slots=True)
class WholeUnit:
    """Where the whole name stands.

    ``issuer``: the further words only name the stored body that the unit is part of.
    ``department``: they name another department, written in full.
    """

    start: int
    length: int
    issuer: str | None = None
    department: str | None = None


def whole_unit(
    words: Sequence[Word],
    place: tuple[int, int],
    lexicon: Lexicon,
    *,
    typed: str,
    issuers: PhraseTable[str],
) -> WholeUnit:
    """The unit found at ``place`` (start, length) with the words that belong to its name too."""
    start, length = place
    end = start + length
    if words[start].plain == _DEPARTMENT:
        for head in _INNER:
            before = tuple(word.plain for word in words[max(0, start - len(head)) : start])
            if before == head:
                return WholeUnit(start - len(head), length + len(head))
    if length == 1:
        return WholeUnit(start, length)
    of_issuer, names = issuers.at(words, end - 1)
    if of_issuer > 1:
        return WholeUnit(start, length + of_issuer - 1, names[0])
    if words[end - 1].plain != _DEPARTMENT:
        return WholeUnit(start, length)
    further, departments = lexicon.departments.at(words, end)
    if further and _goes_on(words, end, further, lexicon, typed=typed):
        return WholeUnit(start, length + further, department=departments[0])
    if not further and (further := _capitals(words, end, typed)):
        placed, _ = lexicon.provinces.at(words, end)
        if not placed and _ends_at(words, end + further, lexicon):
            return WholeUnit(start, length + further)
    return WholeUnit(start, length)


def other_unit(
    words: Sequence[Word], index: int, found: tuple[int, str], corpus: Corpus, *, typed: str
) -> tuple[int, str]:
    """The unit found by its first words, or the other one that the question names.

    "Chi cục Thủy sản" is not "Chi cục Thủy lợi" cut short: a compound is never cut.
    """
    length, _ = found
    end = index + length
    if not length or end >= len(words):
        return found
    prefix = tuple(word.plain for word in words[index:end])
    longer = [
        phrase
        for phrase, _ in corpus.units
        if tuple(word.plain for word in phrase[:length]) == prefix
    ]
    torn = all(
        len(phrase) > length and corpus.bond(prefix[-1], phrase[length].plain) >= _COMPOUND
        for phrase in longer
    )
    said = corpus.lexicon.cues.at(words, end)[0] or corpus.lexicon.function.at(words, end)[0]
    of_issuer = corpus.issuers.at(words, end)[0] or corpus.issuers.at(words, end - 1)[0] > 1
    if not longer or said or of_issuer:
        return found
    of_department = words[end - 1].plain == _DEPARTMENT
    further = 0 if of_department else _before_charge(words, end, corpus.lexicon)
    name = words[end : end + further]
    if further and not any(_holds(phrase[length:], name) for phrase in longer):
        end += further
    elif torn:
        end += 1 + _capitals(words, end + 1, typed)
    else:
        return found
    start, last = words[index].start, words[end - 1]
    written = typed[start : last.start + len(last.shown)] if start >= 0 <= last.start else ""
    return end - index, written or unit_name([word.shown for word in words[index:end]])


def _before_charge(words: Sequence[Word], start: int, lexicon: Lexicon) -> int:
    """How many words go on with a name right up to what the unit is charged with; 0 where not.

    "Phòng Kế hoạch đối ngoại chủ trì …" is not the stored "Phòng Kế hoạch - Thống kê" cut short.
    """
    charges = [plain_phrase(phrase) for phrase in load("asking_questions")["charges"]]
    for place in range(start, min(start + _FURTHER + 1, len(words))):
        following = tuple(word.plain for word in words[place : place + _LONGEST_CHARGE])
        if any(following[: len(charge)] == charge for charge in charges):
            return place - start
        joins = words[place].plain == _AND  # "Công nghệ thông tin và Truyền thông"
        if lexicon.provinces.at(words, place)[0]:
            return 0
        if lexicon.function.at(words, place)[0] and not joins:
            return 0
    return 0


def _holds(rest: Sequence[Word], further: Sequence[Word]) -> bool:
    """Whether the rest of a stored name has the further words too, or they are its initials."""
    told = [word.plain for word in rest]
    initials = "".join(plain[0] for plain in told if plain != "va")
    short = "".join(word.plain for word in further)
    return {word.plain for word in further} <= {*told} or initials.startswith(short)


def unit_name(shown: Sequence[str]) -> str:
    """Words of a question as the name of a unit: heads with a capital, as departments write it."""
    pieces = [*shown]
    for place, piece in enumerate(pieces):
        if (
            place == 0
            or piece.casefold() in ("sở", "so")
            or pieces[place - 1].casefold()
            in (
                "sở",
                "so",
            )
        ):
            pieces[place] = piece[:1].upper() + piece[1:]
    return " ".join(pieces)


def _goes_on(
    words: Sequence[Word], end: int, further: int, lexicon: Lexicon, *, typed: str
) -> bool:
    """Whether department words belong to the name, not to what the unit does ("xây dựng")."""
    if _is_capital(words[end], typed):
        return True
    return not _is_capital(words[end - 1], typed) and _ends_at(words, end + further, lexicon)


def _ends_at(words: Sequence[Word], place: int, lexicon: Lexicon) -> bool:
    """Whether the question goes on with what is asked of the unit, or ends."""
    if place >= len(words):
        return True
    length, cues = lexicon.cues.at(words, place)
    return bool(length and any(cue.group in _ENDS for cue in cues)) or bool(
        lexicon.function.at(words, place)[0]
    )


def _capitals(words: Sequence[Word], start: int, typed: str) -> int:
    """How many words with a capital follow, in a question that is not all capitals."""
    if typed.isupper():
        return 0
    count = 0
    while start + count < len(words) and _is_capital(words[start + count], typed):
        count += 1
    return count


def _is_capital(word: Word, typed: str) -> bool:
    return word.start >= 0 and bool(word.written) and typed[word.start : word.start + 1].isupper()
