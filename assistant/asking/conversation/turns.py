"""How people speak in a conversation: courtesies, corrections, ways of going on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asking.conversation.pointing import Pointing, pointings, put_in
from assistant.asking.conversation.talk import Spoken, Talk, is_accented, key_of, spoken, talk
from ingest.text.normal import strip_accents


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn without the talk around its question.

    ``corrects``: it says what was meant instead; ``away``: it has nothing to do with what was said
    before; ``more``: it asks for more about the same. ``thanks`` and nothing else leaves no text.
    """

    text: str
    corrects: bool = False
    away: bool = False
    more: bool = False
    thanks: bool = False


_THEN, _HOW = "thi", "sao"
_LONGEST_NAMED = 12


def unwrapped(written: str) -> Turn:
    """The question in a turn, without thanks before it, particles behind it and the like."""
    words = spoken(written)
    accented, lists = is_accented(words), talk()
    turn = Turn(written)
    while words:
        length, name = _opening(words, lists, corrected=turn.corrects, accented=accented)
        if not length:
            break
        said = words[:length]
        thanked = lists.at("thanks", said, accented=accented) > 0
        turn = replace(
            turn,
            corrects=turn.corrects or name.startswith("corrections"),
            away=turn.away or name == "turns_away",
            thanks=turn.thanks or thanked,
        )
        words = words[length:]
    while len(words) > 1 and _ends(words, lists, accented=accented):
        words = words[:-1]
    if turn.corrects and not words:
        return Turn(written)
    more = _asks_more(words, lists, accented=accented)
    return replace(turn, text=" ".join(word.written for word in words), more=more)


def _opening(
    words: Sequence[Spoken], lists: Talk, *, corrected: bool, accented: bool
) -> tuple[int, str]:
    """The words at the beginning that are no part of the question, and their list."""
    names = ["turns_away", "corrections", "courtesies"]
    found = [(lists.at(name, words, accented=accented), name) for name in names]
    for name in ("corrections_apart", "courtesies_apart"):
        length = lists.at(name, words, accented=accented)
        alone = length == len(words)
        if length and (words[length - 1].ends or (alone and name == "courtesies_apart")):
            found.append((length, name))
    if corrected:
        found.append((lists.at("corrections_after", words, accented=accented), "corrections_after"))
    length, name = max(found, key=lambda one: one[0])
    if name == "turns_away" and length < len(words) and not words[length - 1].ends:
        return 0, name
    return length, name


def _ends(words: Sequence[Spoken], lists: Talk, *, accented: bool) -> bool:
    """Whether the last word is a particle; what only asks for more keeps its words."""
    if _asks_more(words, lists, accented=accented) or _points(words):
        return False
    last = words[-1:]
    if lists.at("endings_of_orders", last, accented=accented):
        places = range(len(words))
        return any(lists.at("orders", words[place:], accented=accented) for place in places)
    return lists.at("endings", last, accented=accented) == 1


def _points(words: Sequence[Spoken]) -> bool:
    """Whether the last word points back with the noun before it ("quyết định đó")."""
    told = pointings(" ".join(word.written for word in words))
    return any(one.end == len(words) and one.kind != "pronouns" for one in told)


def _asks_more(words: Sequence[Spoken], lists: Talk, *, accented: bool) -> bool:
    """Whether nothing is asked but more about the same."""
    beside = lists.table("beside_more", accented=accented)
    for start in range(len(words)):
        length = lists.at("more", words[start:], accented=accented)
        if length:
            rest = [*words[:start], *words[start + length :]]
            return all(key_of([word], accented=accented) in beside for word in rest)
    return False


def goes_its_own_way(text: str) -> bool:
    """Whether a turn begins with "còn" or "thế" that goes on from nothing ("còn thiếu")."""
    words = spoken(text)
    return talk().at("no_openings", words, accented=is_accented(words)) > 0


def names_cell(text: str, before: Sequence[str] = ()) -> str | None:
    """The title of a row's column where a turn names nothing else ("kinh phí?").

    Behind it words of the question ``before`` may be said again ("thế lệ phí cấp là bao nhiêu?").
    """
    words = spoken(without_opening(text) or text)
    length = talk().at("row_cells", words, accented=is_accented(words))
    accented = is_accented(words)
    beside = talk().table("beside_more", accented=accented)
    told = [
        word
        for word in words[length:]
        if word.plain not in before and key_of([word], accented=accented) not in beside
    ]
    return " ".join(word.written for word in words[:length]) if length and not told else None


def names_quality(words: Sequence[str]) -> bool:
    """Whether words say no more than how a figure is ("thấp")."""
    said = tuple(strip_accents(word) for word in words)
    return said in talk().table("qualities", accented=False)


def asks_cost(text: str) -> bool:
    """Whether a turn asks for nothing but what something costs."""
    words = spoken(text)
    return talk().at("asks_cost", words, accented=is_accented(words)) == len(words) > 0


def asks_nothing(text: str) -> bool:
    """Whether a turn has no word that asks: it names what is meant, no more."""
    words = spoken(text)
    accented, lists = is_accented(words), talk()
    return not any(
        lists.at("asking_words", words[start:], accented=accented) for start in range(len(words))
    )


def how_then(text: str) -> str:
    """The turn with "thì thế nào" and the like behind a name told as "thì sao"."""
    words = spoken(text)
    accented, lists = is_accented(words), talk()
    for start in range(1, len(words)):
        if lists.at("how_then", words[start:], accented=accented) == len(words) - start:
            return f"{' '.join(word.written for word in words[:start])} thì sao?"
    return text


def before_then(text: str) -> str:
    """What a turn names before "thì" and asks something of; empty where it does not go so."""
    words = spoken(text)
    plain = [word.plain for word in words]
    if _THEN not in plain[1:_LONGEST_NAMED] or plain[-1] == _HOW:
        return ""
    return " ".join(word.written for word in words[: plain.index(_THEN)])


def without_opening(text: str) -> str | None:
    """The turn behind "còn", "thế"; ``None`` where it does not begin so, or has nothing else."""
    words = spoken(text)
    opening = talk().at("going_on", words, accented=is_accented(words))
    return " ".join(word.written for word in words[opening:]) if 0 < opening < len(words) else None


def says_where(text: str) -> bool:
    """Whether a turn begins with a preposition ("trong kế hoạch 9")."""
    words = spoken(text)
    return talk().at("prepositions", words, accented=is_accented(words)) > 0


def of_all_times(text: str) -> str | None:
    """The turn without the words that lift a limit to some months; ``None`` where it has none."""
    words = spoken(text)
    accented, lists = is_accented(words), talk()
    for start in range(len(words)):
        if length := lists.at("whole_time", words[start:], accented=accented):
            end = start + length
            dated = end < len(words) and words[end].plain.isdigit()
            said = words[end - 1].written if dated else ""  # "cả năm 2031" keeps its year
            return put_in(text, Pointing("years", start, end), said)
    return None
