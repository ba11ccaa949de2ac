"""Marks every word of a question: a cue, a limit, a word without weight, or the topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from assistant.asking.finding.corpus import Corpus
from assistant.asking.lexicon import Cue, Lexicon
from assistant.asking.query import Window
from assistant.asking.questions.bodies_named import issuer_at
from assistant.asking.questions.codes import code_spans, codes_held
from assistant.asking.questions.limits import (
    KeySpan,
    NumberSpan,
    place_at,
    stored_places,
    unit_at,
)
from assistant.asking.questions.naming import other_unit, unit_name, whole_unit
from assistant.asking.questions.paper_types import asked_together
from assistant.asking.questions.periods import Part, Span, joined, named_window, part_of
from assistant.asking.questions.weightless import function_length, is_noise
from assistant.asking.words import PhraseTable, Word
from ingest.model import Period
from ingest.vocabulary import load, remembered

_SOFT = frozenset({"subject", "kind"})
_KEPT = frozenset({"prose_topics"})
_PLURAL = frozenset({"cac", "nhung"})
_WHICH = frozenset({"nao", "ai", "which", "who"})
_WHAT = frozenset({("viec", "gi"), ("vu", "gi")})
_AMONG = frozenset({("giua", "cac"), ("giua", "hai"), ("giua", "nhung")})
_ACCENTED_SHARE = 0.4


@dataclass(slots=True)
class Marked:
    """What has been found so far; ``state`` per word: topic, soft (optional) or gone."""

    words: tuple[Word, ...]
    state: list[str]
    accented: bool = True
    typed: str = ""
    cues: dict[str, set[str]] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    issuers: list[str] = field(default_factory=list)
    not_issuers: frozenset[str] = frozenset()
    unknown_places: list[str] = field(default_factory=list)
    units: list[tuple[str, int, int]] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    period: Period | None = None
    window: Window | None = None
    window_words: list[int] = field(default_factory=list)
    windows: list[tuple[Window, list[int]]] = field(default_factory=list)
    late_words: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)
    counted: set[int] = field(default_factory=set)
    differing: list[int] = field(default_factory=list)
    roles: list[tuple[str, int, int]] = field(default_factory=list)
    several: int | None = None
    key: str | None = None
    length: int | None = None
    kind_words: list[str] = field(default_factory=list)

    def mark(self, start: int, length: int, state: str) -> None:
        """Set the state of ``length`` words."""
        for index in range(start, min(start + length, len(self.words))):
            self.state[index] = state

    def has(self, group: str, name: str | None = None) -> bool:
        """Whether a cue of the group was found, or just the one of that name."""
        return bool(self.cues.get(group)) if name is None else name in self.cues.get(group, set())


@dataclass(frozen=True, slots=True)
class _Tables:
    """Names that depend on what is stored."""

    places: PhraseTable[str]
    issuers: PhraseTable[str]


_HATLESS = re.compile(r"[a-z]{0,4}(?:ie|ye|uo)(?:m|n|ng|p|t|c|u|i)")
"""A syllable that is spelt with "iê", "yê", "uô" or "ươ" in Vietnamese, and never so."""


@remembered()
def _bare_words() -> frozenset[str]:
    return frozenset(load("asking_words")["never_bare"])


def is_accented(words: Sequence[Word]) -> bool:
    """Whether the question was typed with accents throughout, not only here and there."""
    letters = [word for word in words if word.written and word.plain.isalpha()]
    bare = [word.accented for word in letters]
    if not _bare_words().isdisjoint(bare) or any(map(_HATLESS.fullmatch, bare)):
        return False  # "gi" for "gì": the accents of other words are those of written-out ones
    return sum(word.has_accent for word in letters) >= _ACCENTED_SHARE * max(1, len(letters))


def opens_as_followup(reading: Marked, lexicon: Lexicon) -> bool:
    """Whether the question begins or ends like one that goes on from another."""
    length, found = lexicon.followups.at(reading.words, 0)
    tail = any(
        lexicon.followups.at(reading.words, index)[1] == ("thì sao",)
        for index in range(len(reading.words))
    )
    return bool(length and found) or tail


def indices(words: Sequence[Word], start: int, end: int) -> list[int]:
    """The words that begin between two offsets of the question."""
    return [index for index, word in enumerate(words) if start <= word.start < end]


def read_numbers(reading: Marked, numbers: Sequence[NumberSpan], keys: Sequence[KeySpan]) -> None:
    """Take document numbers and row keys out of the topic."""
    for number in numbers:
        (reading.numbers if number.stored else reading.refs).append(number.number)
        for index in indices(reading.words, number.start, number.end):
            reading.state[index] = "gone"
    for key in keys:
        reading.key = reading.key or key.key
        for index in indices(reading.words, key.start, key.end):
            reading.state[index] = "gone"


def read_code(reading: Marked, corpus: Corpus) -> None:
    """Take the code of a stored row out of the topic: it is the row's key."""
    spans = list(code_spans(reading.typed))
    if reading.key is not None or len(spans) != 1:
        return
    start, end, code = spans[0]
    if code in codes_held(corpus, frozenset(document.id for document in corpus.documents)):
        reading.key = reading.typed[start:end]
        for index in indices(reading.words, start, end):
            reading.state[index] = "gone"


def read_time(reading: Marked, spans: Sequence[Span], written: str) -> None:
    """Take years, periods and deadline windows out of the topic."""
    for span in spans:
        inside = [
            index
            for index in indices(reading.words, span.start, span.end)
            if reading.state[index] != "gone"
        ]
        if not inside:
            continue
        reading.years.extend(year for year in span.years if year not in reading.years)
        reading.period = reading.period or span.period
        if span.window:
            window = replace(span.window, text=written[span.start : span.end].strip())
            reading.window = joined(reading.window, window) if reading.window else window
            reading.window_words.extend(inside)
            reading.windows.append((window, inside))
            reading.parts.extend(filter(None, (part_of(span.window),)))
        for index in inside:
            numeric = reading.words[index].plain.isdigit()
            reading.state[index] = "soft" if numeric or span.window else "gone"
            if not numeric and span.window is None:
                reading.state[index] = "gone"


def read_phrases(reading: Marked, corpus: Corpus, today: date) -> None:
    """Mark places, units, cues and weightless words, the longest phrase first."""
    tables = _Tables(stored_places(corpus.documents), corpus.issuers)
    index = 0
    while index < len(reading.words):
        if reading.state[index] != "topic":
            index += 1
            continue
        index += max(1, _read_at(reading, index, corpus, tables, today))
    for position in range(len(reading.words)):
        if reading.state[position] == "topic" and is_noise(reading, position, corpus):
            reading.state[position] = "gone"


def _read_at(
    reading: Marked,
    index: int,
    corpus: Corpus,
    tables: _Tables,
    today: date,
) -> int:
    lexicon, words = corpus.lexicon, reading.words
    place_length, place = place_at(words, index, tables.places, lexicon.provinces)
    issuer_length, issuers = issuer_at(
        words, index, corpus, typed=reading.typed, without=reading.not_issuers
    )
    found = unit_at(words, index, corpus.units)
    unit_length, unit = other_unit(words, index, found, corpus, typed=reading.typed)
    cue_length, cues = lexicon.cues.at(words, index)
    if not reading.accented and lexicon.accented_only.at(words, index)[0] == cue_length:
        cue_length, cues = 0, ()
    weightless = function_length(reading, index, corpus)
    compound_length, _ = lexicon.compounds.at(words, index)
    helping_length, _ = lexicon.helping.at(words, index)
    if reading.accented and compound_length and compound_length == cue_length:
        spelt = lexicon.compounds.spelt_at(words, index, compound_length)
        if spelt and not lexicon.cues.spelt_at(words, index, cue_length):
            cue_length, cues = 0, ()  # "chi tiêu" in a question with accents is not "chỉ tiêu"
    if place_length and place_length >= max(cue_length, unit_length):
        known = place is not None
        name = (
            place or " ".join(word.accented for word in words[index : index + place_length]).title()
        )
        (reading.places if known else reading.unknown_places).append(name)
        reading.mark(index, place_length, "gone")
        return place_length
    if issuer_length and issuer_length >= max(unit_length, cue_length):
        reading.issuers.extend(issuers)
        reading.mark(index, issuer_length, "gone")
        return issuer_length
    if unit_length > cue_length:
        return take_unit(reading, index, (unit_length, unit), corpus, issuers=tables.issuers)
    if compound_length > max(cue_length, helping_length) and compound_length >= weightless:
        return compound_length
    if cue_length and cue_length >= weightless:
        for cue in cues:
            _take_cue(reading, cue, index, cue_length, lexicon, today)
        return cue_length
    if helping_length:
        reading.mark(index, helping_length, "soft")
        return helping_length
    if weightless:
        reading.mark(index, weightless, "gone")
        return weightless
    return 1


def take_unit(
    reading: Marked,
    index: int,
    found: tuple[int, str],
    corpus: Corpus,
    *,
    issuers: PhraseTable[str],
) -> int:
    """Note the unit at ``index`` with the department that its name goes on to."""
    length, name = found
    whole = whole_unit(
        reading.words, (index, length), corpus.lexicon, typed=reading.typed, issuers=issuers
    )
    if whole.issuer is not None:
        reading.issuers.append(whole.issuer)
        reading.units.append((name, index, length))
        reading.mark(index, whole.length, "gone")
        reading.mark(index, length, "unit")
        return whole.length
    if whole.start < index or whole.length > length:
        taken = reading.words[whole.start : whole.start + whole.length]
        if whole.department is not None:
            name = f"{name} {whole.department}"
        else:
            last = taken[-1]
            typed = reading.typed[taken[0].start : last.start + len(last.shown)]
            name = typed or unit_name([word.shown for word in taken])
    reading.units.append((name, whole.start, whole.length))
    reading.mark(whole.start, whole.length, "unit")
    return whole.start + whole.length - index


def _chooses(reading: Marked) -> bool:
    """Whether the question asks which one of several ("xã nào", "ai")."""
    plain = [word.plain for word in reading.words]
    return not _WHICH.isdisjoint(plain) or any(pair in _WHAT for pair in pairwise(plain))


def _take_cue(
    reading: Marked, cue: Cue, index: int, length: int, lexicon: Lexicon, today: date
) -> None:
    words = reading.words[index : index + length]
    text = " ".join(word.accented for word in words)
    if cue.group == "year" and index and reading.words[index - 1].plain.isdigit():
        reading.mark(index, length, "soft")  # "10 năm tới" is a span of years
        return
    if cue.group == "year":
        offset = {"this_year": 0, "last_year": -1, "next_year": 1}[cue.name]
        reading.years.append(today.year + offset)
        reading.mark(index, length, "gone")
        return
    if cue.group == "window":
        window = named_window(cue.name, text, today=today, soon_days=lexicon.soon_days)
        if window.overdue and reading.window is not None:
            reading.late_words.extend(range(index, index + length))
        else:
            reading.window = reading.window or window
            reading.window_words.extend(range(index, index + length))
        reading.parts.extend(filter(None, (part_of(window),)))
        reading.mark(index, length, "soft")
        return
    if cue.group == "extreme" and not _chooses(reading):
        helping = lexicon.helping.at(reading.words, index)[0]
        reading.mark(index, length, "soft" if helping else "topic")
        return
    reading.cues.setdefault(cue.group, set()).add(cue.name)
    if cue.group == "intent" and cue.name in {"lead", "coordinating"}:
        reading.roles.append((cue.name, index, length))
    if cue.group == "subject" and index and reading.words[index - 1].plain in _PLURAL:
        reading.cues.setdefault("plural", set()).add(cue.name)
    if cue.group == "kind":
        before = reading.words[index - 1].plain if index else ""
        after = reading.words[index + length].plain if index + length < len(reading.words) else ""
        ahead = tuple(word.plain for word in reading.words[max(0, index - 2) : index])
        among = ahead in _AMONG
        named = before in lexicon.kind_leads or among or after == "so" or after.isdigit()
        if named and not asked_together(reading.words, index + length, lexicon):
            reading.kind_words.append(cue.name)
    if cue.group in _KEPT:
        return
    if cue.group == "side" and reading.state[index] == "kind":
        return
    if cue.group in {"side", "differ"} and reading.state[index] == "topic":
        reading.differing.extend(range(index, index + length))
    if reading.state[index] in {"topic", "soft"}:
        soft = (
            cue.group in _SOFT
            or cue.group == "wholes"
            or (cue.group == "intent" and cue.name in {"product", "list"})
        )
        state = "kind" if cue.group == "kind" else "soft"
        reading.mark(index, length, state if soft else "gone")
