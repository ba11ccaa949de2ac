"""Trend words against the two values: "tăng", "giảm" and what really happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from assistant.answer import Finding
from assistant.checking.binding import Binder
from assistant.checking.facts import Material
from assistant.checking.model import Claim, Fact, Judgement
from assistant.checking.places import own_part
from assistant.checking.rules.rows import finding, said, same_unit
from assistant.checking.thresholds import SURE
from assistant.checking.wording import location, quoted, stated, where
from assistant.checking.words import holds
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

_FROM_TO = re.compile(r"(?:lên|đến|tới|xuống|còn|xuống còn|lên đến)\s*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;](?=\s|$)|\n")
_SHARE = "tỷ lệ"
_DIGIT = re.compile(r"\d")
_SUBJECTS = re.compile(r"\s+và\s+|,\s+")


@remembered()
def _trend() -> re.Pattern[str]:
    words = [
        (word, sign) for sign in ("up", "down") for word in load("checking_rules")["trends"][sign]
    ]
    ordered = sorted((match_key(word) for word, _ in words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, ordered))})(?!\w)")


def _sign(word: str) -> int:
    ups = {match_key(one) for one in load("checking_rules")["trends"]["up"]}
    return 1 if word in ups else -1


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Trend words whose direction is not that of the two values they speak of."""
    yield from _from_to([judged.claim for judged in judgements])
    yield from _against_before(material, _computed(judgements))
    yield from _noted(material)


def _from_to(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Both values in the sentence: "tăng từ 80% lên 75%"."""
    numbers = [claim for claim in claims if claim.span.kind == "number"]
    for one, other in pairwise(numbers):
        if one.place is not other.place or one.sentence != other.sentence:
            continue
        text = one.place.text
        if not _FROM_TO.search(text[one.span.end : other.span.start]):
            continue
        before = match_key(text[max(0, one.span.start - 60) : one.span.start])
        if not before.endswith("từ"):
            continue
        words = list(_trend().finditer(before))
        if not words or one.value is None or other.value is None:
            continue
        sign = _sign(words[-1].group(1))
        if (other.value - one.value) * sign < 0:
            yield Finding(
                code="contradiction",
                severity="error",
                message=f"“{words[-1].group(1)}” không đúng chiều: từ {quoted(one.text)} đến "
                f"{quoted(other.text)}.",
                left=one.source,
                right=other.source,
            )


def _computed(judgements: Sequence[Judgement]) -> dict[str, list[str]]:
    """The changes whose amount is known to be right, by the text that they stand in."""
    found: dict[str, list[str]] = {}
    for judged in judgements:
        if judged.claim.change is not None and judged.verdict == "derived":
            said = match_key(judged.claim.text)
            found.setdefault(match_key(judged.claim.place.text), []).append(said)
    return found


def _against_before(material: Material, computed: dict[str, list[str]]) -> Iterator[Finding]:
    """No values in the sentence: "tỷ lệ … tăng so với năm trước", by the rows of both years."""
    now, before = _two_periods(material)
    if not now or not before:
        return
    binder = Binder(material.facts, material.lexicon)
    bases = load("checking_rules")["bases"]
    for unit in material.reading.units:
        if unit.kind != "passage" or unit.source.table is not None:
            continue
        for clause in _CLAUSE.split(unit.text):
            key = match_key(clause)
            known = computed.get(match_key(unit.text), [])
            for word, subject in _claimed(key, bases, known):
                pair = _pair(material, binder, subject, now, before)
                if pair is None:
                    continue
                current, last = pair
                if current.value is None or last.value is None:
                    continue
                if (current.value - last.value) * _sign(word) <= 0:
                    yield Finding(
                        code="contradiction",
                        severity="error" if current.value != last.value else "warning",
                        message=f"{quoted(subject)} được nêu là “{word}” "
                        f"nhưng số liệu là {quoted(stated(last))} rồi {quoted(stated(current))} "
                        f"({where(current.source)}).",
                        left=unit.source,
                        right=current.source,
                    )


def _noted(material: Material) -> Iterator[Finding]:
    """The note of a row: "Tăng so với năm trước", by the row itself and that of last year."""
    now, before = _two_periods(material)
    last = {(fact.key, fact.headings[:1]): fact for fact in before}
    notes = {
        (row.document_id, row.source.table, row.source.row): row.note
        for reading in (material.reading, *material.against)
        for row in reading.indicators
        if row.note
    }
    bases = load("checking_rules")["bases"]
    for current in now:
        place = current.source
        note = notes.get((place.document_id, place.table, place.row))
        earlier = last.get((current.key, current.headings[:1]))
        if note is None or earlier is None or not same_unit(current, earlier):
            continue
        for word in _noted_words(match_key(note), bases):
            if current.value is None or earlier.value is None:
                continue
            if (current.value - earlier.value) * _sign(word) <= 0:
                yield finding(
                    "contradiction",
                    "error",
                    f"{said(current)}, ghi chú nêu “{word}”, nhưng kỳ trước là "
                    f"{quoted(stated(earlier))} ({location(earlier)}).",
                    left=current,
                    right=earlier,
                )


def _noted_words(note: str, bases: Sequence[str]) -> Iterator[str]:
    """Trend words of a note that compare with an earlier time; a note may say no more."""
    for word in _trend().finditer(note):
        if holds(note[word.end() :], bases) is not None or note.strip(" .;") == word.group():
            yield word.group(1)


def _claimed(
    clause: str, bases: Sequence[str], computed: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Trend words that compare with an earlier time, each with the things it is said of."""
    words = list(_trend().finditer(clause))
    start = 0
    for word, following in zip_longest(words, words[1:]):
        behind = clause[word.end() : following.start() if following else None]
        base = holds(behind, bases)
        if base is None:
            continue
        said = clause[start : word.start()]
        subjects = [one for one in _SUBJECTS.split(said) if one.strip()]
        amount = behind[: behind.find(match_key(base))]
        if any(one in amount for one in computed):
            start = word.end() + behind.find(match_key(base)) + len(base)
            continue
        if _DIGIT.search(amount):
            # "hoàn thành 32/40 việc, đạt 80 %, tăng 2 điểm": an amount speaks of the last one
            # alone, and points of a share that is named.
            subjects = subjects[-1:]
            if "điểm" in amount:
                subjects = [said[said.rfind(_SHARE) :]] if _SHARE in said else []
        for subject in subjects:
            yield word.group(1), subject
        start = word.end() + behind.find(match_key(base)) + len(base)


def _two_periods(material: Material) -> tuple[list[Fact], list[Fact]]:
    period = material.reading.document.period
    if period is None:
        return [], []
    now, before = [], []
    part = own_part(material.reading)
    same = {_row_of(fact) for fact in material.facts if fact.part_of_year == part}
    for fact in material.facts:
        if fact.part_of_year != part and _row_of(fact) in same:
            continue
        if fact.origin != "cell" or fact.value is None or fact.coded or fact.role == "plan":
            continue
        own = fact.period or period
        if fact.role == "previous" or own.to < period.from_:
            before.append(fact)
        elif own.from_ <= period.to and own.to >= period.from_:
            now.append(fact)
    return now, before


def _row_of(fact: Fact) -> tuple[object, ...]:
    """A row in the columns of one year, in any part of it."""
    place = fact.source
    return (place.document_id, place.table, place.row, fact.key, fact.period)


def _pair(
    material: Material, binder: Binder, subject: str, now: list[Fact], before: list[Fact]
) -> tuple[Fact, Fact] | None:
    own = material.lexicon.terms(subject)
    share = "tỷ lệ" in material.lexicon.normal(subject)
    best: list[Fact] = []
    for facts in (now, before):
        ranked = sorted(
            (
                (binder.fit(own, frozenset(), fact), -fact.number, fact)
                for fact in facts
                if (fact.measure is not None and fact.measure.group == "%") == share
            ),
            reverse=True,
            key=lambda one: one[:2],
        )
        if not ranked or ranked[0][0] < SURE:
            return None
        best.append(ranked[0][2])
    current, last = best
    if not same_unit(current, last) or current.key != last.key:
        return None
    return current, last
