"""What a question takes for true besides a unit or a figure: a day, a signer, an issuer, a value.

"Kế hoạch 12/KH-X ban hành ngày 3/4/2031 phải không": the day is no limit of what is looked for, it
is held against the day that the document bears.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assistant.asking.query import FactName, Intent, Supposed, Window
from assistant.asking.questions.marking import Marked
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.vocabulary import load, remembered

_ISSUING = (("ban", "hanh"), ("phat", "hanh"), ("duoc", "ki"), ("de", "ngay"), ("ki", "ngay"))
_ISSUED = (("ban", "hanh"), ("phat", "hanh"))
_BY, _IS, _ASKING = "do", "là", frozenset({"nao", "gi", "ai", "bao", "may"})
_SIGNS, _CLOSING = "kí", frozenset({"phai", "dung", "co", "khong", "chinh"})
_TITLES = frozenset({_SIGNS, "ông", "bà", "đồng", "chí", "chức", "danh", "vụ"})
_BOUND = frozenset({"truoc", "sau", "den", "toi", "han"})
_SHORTEST_NAME, _LONGEST_NAME, _LONGEST_VALUE = 2, 6, 8
_TIMED = frozenset({Intent.OPEN, Intent.LIST, Intent.PROSE, Intent.VALUE})
_NAMED = frozenset({Intent.OPEN, Intent.PROSE, Intent.PRODUCT, Intent.VALUE, Intent.LIST})


def is_taken_day(reading: Marked, intent: Intent) -> bool:
    """Whether a yes-or-no question names days behind the work that it says is due then."""
    window = reading.window
    if not reading.has("confirm") or intent not in _TIMED or window is None or window.overdue:
        return False
    told = [place for place, state in enumerate(reading.state) if state in {"topic", "kind"}]
    number = any(reading.words[place].plain[:1].isdigit() for place in told)
    return bool(told) and not number and min(told) < max(reading.window_words, default=-1)


def taken_days(reading: Marked) -> Window | None:
    """The days taken for the deadline; those before them ("báo cáo quý III") stay a limit."""
    first = reading.window
    if len(reading.windows) > 1 and first == reading.windows[0][0]:
        reading.window, reading.window_words = first, reading.windows[0][1]
        return reading.windows[-1][0]
    reading.window = None
    return first


def suppose_of_document(reading: Marked, *, premised: bool) -> Supposed | None:
    """The day, issuer or signer that a document is said to have; the fact is asked for then."""
    if reading.has("fact", "stored") or not (reading.numbers or "kind" in reading.state):
        return None
    if (signer := _signer(reading, premised=premised)) is not None:
        return signer
    if not premised or not reading.numbers:
        return None
    return _issuer(reading) or _date(reading)


def _ask(reading: Marked, fact: FactName) -> None:
    """Read the question as one for a fact of the document."""
    reading.cues["fact"] = {fact}
    reading.cues.pop("intent", None)


def _date(reading: Marked) -> Supposed | None:
    window = reading.window
    if window is None or window.start is None or window.start != window.end:
        return None
    plain = tuple(word.plain for word in reading.words)
    first = min(reading.window_words, default=0)
    free = not any(state in {"topic", "unit"} for state in reading.state)
    issued = any(contains(plain, one) >= 0 for one in _ISSUING)
    if not (free and issued) or not _BOUND.isdisjoint(plain[:first]):
        return None
    _ask(reading, "date")
    reading.window = None
    reading.parts.clear()
    if window.start.year in reading.years:
        reading.years.remove(window.start.year)
    return Supposed(window=window)


def _issuer(reading: Marked) -> Supposed | None:
    plain = [word.plain for word in reading.words]
    for end in range(len(plain)):
        if tuple(plain[end : end + 2]) not in _ISSUED or _BY not in plain[:end]:
            continue
        start = end - plain[:end][::-1].index(_BY)
        if start == end or not _ASKING.isdisjoint(plain[start:end]):
            return None
        outside = (*reading.state[: start - 1], *reading.state[end:])
        if any(state in {"topic", "unit"} for state in outside):
            return None
        _ask(reading, "issuer")
        name = _typed(reading, start, end)
        reading.mark(start, end - start, "gone")
        reading.units, reading.issuers, reading.places = [], [], []
        return Supposed(name=name)
    return None


def _signer(reading: Marked, *, premised: bool) -> Supposed | None:
    """A person named beside "ký": words with capitals that are nobody's title."""
    signs = reading.accented and any(word.accented == _SIGNS for word in reading.words)
    if not signs and not reading.has("fact", "signer"):
        return None
    run = max(_names(reading, premised=premised), key=len, default=[])
    others = [
        place for place, state in enumerate(reading.state) if state == "topic" and place not in run
    ]
    if not _SHORTEST_NAME <= len(run) <= _LONGEST_NAME:
        return None
    titled = {*_TITLES, *(plain for office in _offices() for plain in office)}
    if any(
        titled.isdisjoint({reading.words[place].accented, reading.words[place].plain})
        for place in others
    ):
        return None
    _ask(reading, "signer")
    for place in (*run, *others):
        reading.state[place] = "gone"
    named = [place for place in run if reading.words[place].accented not in _TITLES]
    return Supposed(name=_typed(reading, named[0], run[-1] + 1)) if named else None


def _names(reading: Marked, *, premised: bool) -> Iterator[list[int]]:
    """The runs of words with capitals, each from a word of the topic on.

    The words that one short form stands for ("CCHC") are nobody's name.
    """
    run: list[int] = []
    starts = Counter(word.start for word in reading.words)
    for place, state in enumerate(reading.state):
        start = reading.words[place].start
        capital = start >= 0 and starts[start] == 1 and reading.typed[start : start + 1].isupper()
        if run and capital:
            run.append(place)
            continue
        if run:
            yield run
        first = state == "topic" and capital and (start > 0 or not premised)
        run = [place] if first else []
    if run:
        yield run


def suppose_value(reading: Marked, intent: Intent) -> str | None:
    """What something is said to be ("là trực tuyến phải không"); its words are no topic then."""
    if not reading.accented or not reading.has("confirm") or intent not in _NAMED:
        return None
    last = max((at for at, state in enumerate(reading.state) if state == "topic"), default=-1)
    while 0 <= last < len(reading.words) - 1 and reading.words[last + 1].plain not in _CLOSING:
        last += 1  # a word without weight may end the name ("Biên bản")
    is_at = [at for at in range(last) if reading.words[at].accented == _IS]
    if not is_at or not 0 < last - is_at[-1] <= _LONGEST_VALUE:
        return None
    value = range(is_at[-1] + 1, last + 1)
    told = [at for at, state in enumerate(reading.state) if state == "topic" and at not in value]
    numbers = any(reading.words[at].plain[:1].isdigit() for at in value)
    if len(told) < _SHORTEST_NAME or numbers or min(told) > is_at[-1]:
        return None
    if any(contains(tuple(reading.words[at].plain for at in told), one) == 0 for one in _offices()):
        return None  # "Trưởng ban là ông A": of a person's office lists tell
    for at in value:
        if reading.state[at] == "topic":
            reading.state[at] = "gone"
    return _typed(reading, value.start, value.stop)


@remembered()
def _offices() -> tuple[Phrase, ...]:
    return tuple(plain_phrase(office) for office in load("asking_intents")["offices"])


def _typed(reading: Marked, start: int, end: int) -> str:
    """The words as typed."""
    words = [word for word in reading.words[start:end] if word.start >= 0]
    if not words:
        return " ".join(word.shown for word in reading.words[start:end])
    last = words[-1]
    return reading.typed[words[0].start : last.start + len(last.accented)]
