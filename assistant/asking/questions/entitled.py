"""The stored documents that a question names by kind, words of their title, and year.

"Kế hoạch cải cách hành chính năm 2030 của X" is a name, not a subject: what is asked is asked of
that document. Behind "trong", "theo", "của" any kind may name one; elsewhere its words must.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.limiting import covers_years, in_scope
from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Intent, Limits
from assistant.asking.questions.done import asks_done
from assistant.asking.questions.marking import Marked
from assistant.asking.questions.settling import kinds_at
from assistant.asking.questions.typed_papers import papers_of_type
from assistant.asking.words import contains
from ingest.model import Document, DocumentKind, Period

Ids = tuple[str, ...]
_OF_WORK = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})
_FEWEST = 2
_DIGITS = 4
_YEAR, _SPAN = "nam", ("giai", "doan")
_BESIDE = frozenset({"va", "voi", "hay", "hoac", "giua"})
_WHOLE_KINDS = frozenset({("bao", "cao"), ("ke", "hoach")})
_MAKING = frozenset({"hanh", "dung", "lap", "thao", "trinh", "nop", "gui", "soan"})
"""Last words of verbs that make a document: what stands behind them is the work itself."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A kind at ``first``..``start``, words of a title up to ``end``, and the time behind them."""

    first: int
    start: int
    end: int
    year: int | None
    period: Period | None
    led: bool

    @property
    def titled(self) -> bool:
        return self.end - self.start >= _FEWEST

    @property
    def timed(self) -> bool:
        return self.year is not None or self.period is not None


def documents_entitled(reading: Marked, intent: Intent, corpus: Corpus) -> tuple[Ids, ...]:
    """Ids of the documents that each name means; their words stop being what is looked for.

    Empty where none is named so, or where the names mean every document in scope.
    """
    found: list[Ids] = []
    scope = in_scope(_limits(reading), corpus)
    for name, kinds in _names(reading, corpus):
        documents = [document for document in scope if document.kind in kinds]
        if name.titled:
            documents = [one for one in documents if _bears(reading, name, one, corpus)]
        documents = _of_time(documents, name)
        if not documents or not _is_name(reading, name, intent):
            continue
        found.append(tuple(document.id for document in documents))
        for place in range(name.start, name.end):
            if reading.state[place] == "topic":
                reading.state[place] = "soft"
        if name.titled and not name.first:  # no later kind is what the work makes by it
            reading.mark(0, name.start, "soft")
    if not found and (papers := papers_of_type(reading, scope)):
        return (papers,)
    chosen = any(len(ids) < len(scope) for ids in found)
    return tuple(dict.fromkeys(found)) if chosen else ()


def within_names(limits: Limits, names: tuple[Ids, ...], corpus: Corpus) -> Limits:
    """The limits with the documents named; names that leave each other out stand side by side."""
    if not names:
        return limits
    whole = replace(limits, entitled=tuple(dict.fromkeys(one for ids in names for one in ids)))
    scope = {one.id for one in in_scope(whole, corpus) if covers_years(one.period, limits)}
    if len(names) == 1 or all(not scope.isdisjoint(ids) for ids in names):
        return whole
    sides = tuple(Limits(entitled=ids) for ids in names)
    return replace(
        limits, alternatives=sides, kinds=(), kind_words=(), years=(), period=None, length=None
    )


def lacking_kind(reading: Marked, intent: Intent, corpus: Corpus) -> str:
    """A document named by kind, year and place, where that place has none of the kind.

    "Báo cáo năm 2030 của X" where only a plan of X is stored: nothing else may answer for it.
    """
    named = reading.places or reading.issuers
    if not named or reading.numbers or intent in _OF_WORK:
        return ""
    scope = in_scope(_limits(reading), corpus)
    if not scope or any(document.kind is DocumentKind.OTHER for document in scope):
        return ""
    reported = any(document.kind is DocumentKind.REPORT for document in scope)
    if reported and asks_done([word.plain for word in reading.words]):
        return ""  # a report tells what was done of a plan that is not stored
    for name, kinds in _names(reading, corpus):
        cue = [word.plain for word in reading.words[name.first : name.start]]
        known = any(document.kind in kinds for document in scope)
        if known or not (name.led and name.timed) or tuple(cue) not in _WHOLE_KINDS:
            continue
        words = reading.words[name.first : name.start]
        return f"{' '.join(word.shown for word in words)} {_time_said(name)}"
    return ""


def _time_said(name: _Name) -> str:
    if name.period is not None:
        return f"{name.period.from_}–{name.period.to}"
    return str(name.year)


def _limits(reading: Marked) -> Limits:
    return Limits(
        places=tuple(dict.fromkeys(reading.places)),
        issuers=tuple(dict.fromkeys(reading.issuers)),
        numbers=tuple(dict.fromkeys(reading.numbers)),
    )


def _names(reading: Marked, corpus: Corpus) -> list[tuple[_Name, frozenset[DocumentKind]]]:
    names: list[tuple[_Name, frozenset[DocumentKind]]] = []
    place = 0
    while place < len(reading.words):
        if reading.state[place] != "kind":
            place += 1
            continue
        start = place
        while start < len(reading.words) and reading.state[start] == "kind":
            start += 1
        kinds = kinds_at(reading, start - 1, corpus.lexicon)
        names.append((_name(reading, place, start, corpus), kinds))
        place = start
    return names


def _name(reading: Marked, first: int, start: int, corpus: Corpus) -> _Name:
    """Read on from a kind as long as a stored title goes on with the same words."""
    plain = [word.plain for word in reading.words]
    titles = [corpus.features(document.title or "").plain for document in corpus.documents]
    end = start
    while end < len(plain) and not _is_time(plain, end) and not _breaks(reading, start, end):
        if not any(contains(title, plain[start : end + 1]) >= 0 for title in titles):
            break
        end += 1
    while end > start and reading.state[end - 1] == "gone":
        end -= 1
    year, period = _time_behind(reading, plain, end)
    return _Name(first, start, end, year, period, _is_led(reading, first, corpus.lexicon))


def _breaks(reading: Marked, start: int, place: int) -> bool:
    """Whether a comma or the like stands before a word."""
    word = reading.words[place]
    if place == start or word.start < 1:
        return False
    return not reading.typed[: word.start].rstrip()[-1:].isalnum()


def _is_time(plain: Sequence[str], place: int) -> bool:
    return (
        (plain[place].isdigit() and len(plain[place]) == _DIGITS)
        or (
            plain[place] == _YEAR
            and plain[place + 1 : place + 2] != []
            and plain[place + 1].isdigit()
        )
        or tuple(plain[place : place + 2]) == _SPAN
    )


def _time_behind(
    reading: Marked, plain: Sequence[str], end: int
) -> tuple[int | None, Period | None]:
    place = end
    if tuple(plain[place : place + 2]) == _SPAN:
        place += 2
    if plain[place : place + 1] == [_YEAR]:
        place += 1
    digits = plain[place] if place < len(plain) else ""
    if not digits.isdigit() or len(digits) != _DIGITS:
        return None, None
    if reading.period is not None and int(digits) == reading.period.from_:
        return None, reading.period
    return (int(digits) if int(digits) in reading.years else None), None


def _is_led(reading: Marked, first: int, lexicon: Lexicon) -> bool:
    before = reading.words[first - 1].plain if first else ""
    return first == 0 or before in lexicon.kind_leads or before in _BESIDE


def _bears(reading: Marked, name: _Name, document: Document, corpus: Corpus) -> bool:
    title = corpus.features(document.title or "").plain
    return contains(title, [word.plain for word in reading.words[name.start : name.end]]) >= 0


def _of_time(documents: list[Document], name: _Name) -> list[Document]:
    """The documents made for the year or span named; where there is none, those that hold it."""
    if not name.timed:
        return documents
    first = name.year if name.period is None else name.period.from_
    last = name.year if name.period is None else name.period.to
    if first is None or last is None:
        return documents
    own = [
        one
        for one in documents
        if one.period and (one.period.from_, one.period.to) == (first, last)
    ]
    return own or [
        one
        for one in documents
        if one.period and one.period.from_ <= first and last <= one.period.to
    ]


def _is_name(reading: Marked, name: _Name, intent: Intent) -> bool:
    """Whether the words name a document rather than the work of making one."""
    if name.end < len(reading.words) and not name.timed and _goes_on(reading, name.end):
        return False
    if not (name.titled or (name.led and name.timed)):
        return False
    made = name.first > 0 and reading.words[name.first - 1].plain in _MAKING
    if made and intent in _OF_WORK:
        return False
    inside = range(name.start, name.end)
    others = any(
        state == "topic" for place, state in enumerate(reading.state) if place not in inside
    )
    if others or (name.led and name.first):
        return True
    return intent not in _OF_WORK and not made


def _goes_on(reading: Marked, end: int) -> bool:
    """Whether further words of a subject follow, so that more than a title is named."""
    return reading.state[end] == "topic" and not _breaks(reading, 0, end)
