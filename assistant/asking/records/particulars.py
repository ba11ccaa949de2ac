"""Conditions that the words of a question set: what rows lack and make, how they rank."""

from __future__ import annotations

from assistant.asking.records.vocabulary import Found, Taking, longest

_NEAR, _SPARE = 3, 2
_LONGEST_PRODUCT = 8
_ASKING = (["nao"], ["gi"])


def take_lacks(taking: Taking) -> tuple[str, ...]:
    """The particulars that rows lack: "không có thời hạn", "cột phối hợp để trống"."""
    named: list[str] = []
    particulars = {one.start: one for one in anywhere(taking, "lacks")}
    for negation in taking.find("without"):
        one = particulars.get(negation.end)
        if one is not None:
            taking.take(negation)
            taking.take(one)
            named.append(one.name)
            for place in range(one.end, min(one.end + _SPARE, len(taking.words))):
                joined = taking.plain[place] in {"va", "hoac", "lan"}
                again = particulars.get(place + 1) if joined else None
                if again is not None:
                    taking.take_span(taking.words[place].start, taking.words[place].start + 1)
                    taking.take(again)
                    named.append(again.name)
    for one in particulars.values():
        behind = [found for found in taking.find("empty") if 0 <= found.start - one.end <= 1]
        if behind and not taking.taken & set(range(one.start, one.end)):
            taking.take(one)
            taking.take(behind[0])
            named.append(one.name)
    return tuple(dict.fromkeys(named))


def anywhere(taking: Taking, name: str) -> list[Found]:
    """The longest phrase of a table at every word, those inside others too."""
    return [
        Found(value, place, length)
        for place in range(len(taking.words))
        for length, value in (longest(name, taking.words, place, accented=taking.accented),)
        if length
    ]


def take_extreme(taking: Taking) -> str | None:
    """Whether the unit with most or fewest rows is asked for."""
    choosers = taking.find("choosers")
    if not choosers:
        return None
    for name in ("most", "least"):
        whole = taking.find(name)
        if whole:
            for one in (*whole, *choosers):
                taking.take(one)
            return name
    plain = taking.plain
    for much in taking.find("much"):
        last = len(plain) - 1 - plain[::-1].index("nhat") if "nhat" in plain else -1
        if 0 < last - much.start <= _NEAR + _SPARE:
            taking.take(much)
            taking.take(Found("nhat", last, 1))
            taking.take(choosers[0])
            return much.name
    return None


def take_ends(taking: Taking) -> tuple[str, ...]:
    """Whether the first, the last or the next deadline is asked for."""
    found = taking.find("ends")
    if not found or not taking.has("due"):
        return ()
    for one in (*found, *taking.find("due")):
        taking.take(one)
    return tuple(dict.fromkeys(one.name for one in found))


def take_product(taking: Taking) -> str | None:
    """What the tasks make, as the question writes it; a question word there asks for it."""
    for verb in taking.find("makes"):
        ends = {end.start for end in taking.find("product_ends")}
        end = verb.end
        while end < len(taking.words) and end not in ends and end - verb.end < _LONGEST_PRODUCT:
            between = taking.typed[_behind(taking, end - 1) : taking.words[end].start]
            if end > verb.end and not between.isspace():
                break
            end += 1
        asks = taking.plain[end : end + 1] in _ASKING
        if end > verb.end and not asks:
            said = taking.said(verb.end, end)
            taking.taken.update(range(verb.start, end))
            return said
    return None


def _behind(taking: Taking, place: int) -> int:
    word = taking.words[place]
    return word.start + len(word.written)


def take_standing(taking: Taking) -> str | None:
    """In which way the work that is asked for has no end."""
    found = taking.find("standing")
    if not found:
        return None
    taking.take(found[0])
    return found[0].name
