"""Document numbers, dates and deadlines of a text against those of the sources."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import Literal

from assistant.checking.duties import Duties, deadlines, keeps
from assistant.checking.facts import Material
from assistant.checking.model import Claim, Judgement, Weights
from assistant.checking.wording import quoted, where
from ingest.model import Reading
from ingest.text.normal import fold

_SAME_EVENT = 0.75
_SAME_MATTER = 0.5
_LEAST_WORDS = 4
_ALIKE = 0.3


class Citations:
    """Every document number, date and deadline that stands elsewhere, by number and by words."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._duties = Duties(
            [task for one in material.against for task in one.tasks],
            material.lexicon,
        )
        self._documents: defaultdict[str, list[Claim]] = defaultdict(list)
        self._suffixes: defaultdict[tuple[str, date], list[Claim]] = defaultdict(list)
        self._days: list[Claim] = []
        self._numbers: defaultdict[_Side, set[str]] = defaultdict(set)
        for claim in (*material.claims, *(c for found in material.others.values() for c in found)):
            if claim.span.number:
                self._documents[number_key(claim.span.number)].append(claim)
                self._numbers[_side(claim)].add(number_key(claim.span.number))
                if claim.span.day is not None:
                    suffix = _suffix(claim.span.number)
                    self._suffixes[(suffix, claim.span.day)].append(claim)
            elif claim.span.kind in ("date", "deadline") and claim.span.day is not None:
                self._days.append(claim)

    def judge(self, claim: Claim) -> Judgement:
        """The verdict on a document number, a date or a deadline."""
        if claim.span.kind == "document":
            return self._document(claim)
        return self._day(claim)

    def _document(self, claim: Claim) -> Judgement:
        number = claim.span.number or ""
        same = [
            other
            for other in self._documents[number_key(number)]
            if other is not claim and not _repeats(claim, other)
        ]
        day = claim.span.day
        for other in same:
            if day is not None and other.span.day is not None and day != other.span.day:
                if not same_document(claim, other):
                    continue
                return Judgement(
                    claim,
                    "contradicted",
                    f"{quoted(claim.text)} khác ngày với {quoted(other.text)} "
                    f"({_at(other, self._material)}).",
                    evidence=(other.source,),
                    severity="error",
                )
        if (found := self._other_day(claim)) is not None:
            return found
        if same:
            other = same[0]
            return Judgement(
                claim,
                "match",
                f"{quoted(claim.text)} cũng được nêu ở {_at(other, self._material)}.",
                evidence=(other.source,),
            )
        if (found := self._other_number(claim)) is not None:
            return found
        if (found := self._given(claim)) is not None:
            return found
        return Judgement(
            claim, "not_a_claim", f"{quoted(claim.text)} là viện dẫn văn bản, không phải số liệu."
        )

    def _other_number(self, claim: Claim) -> Judgement | None:
        """The same kind of document of the same day and matter under another number."""
        number, day = claim.span.number or "", claim.span.day
        if day is None:
            return None
        for other in self._suffixes[(_suffix(number), day)]:
            theirs = other.span.number or ""
            if number_key(theirs) == number_key(number) or _side(other) == _side(claim):
                continue
            if number_key(theirs) in self._numbers[_side(claim)]:
                continue
            return Judgement(
                claim,
                "contradicted",
                f"{quoted(claim.text)} khác số với {quoted(other.text)} cùng ngày "
                f"({_at(other, self._material)}).",
                evidence=(other.source,),
                severity="error" if _alike(claim, other) else "warning",
            )
        return None

    def _other_day(self, claim: Claim) -> Judgement | None:
        """A document given with this one, cited under its number but another day."""
        day = claim.span.day
        for one in self._material.against:
            number, dated = one.document.number, one.document.date
            if day is None or number is None or dated is None:
                continue
            if number_key(number) != number_key(claim.span.number or "") or f"{day}" == f"{dated}":
                continue
            if not dated.startswith(f"{day.year}") and not re.search(r"/(?:19|20)\d\d/", number):
                continue
            return _cited_as(claim, f"ngày {_written(dated)}", one, "error")
        return None

    def _given(self, claim: Claim) -> Judgement | None:
        """A document given with this one, cited with its kind and day but another number."""
        day, key = claim.span.day, number_key(claim.span.number or "")
        for one in self._material.against:
            number, dated = one.document.number, one.document.date
            if day is None or number is None or dated is None or f"{day}" != f"{dated}":
                continue
            if _suffix(number) == _suffix(claim.span.number or "") and number_key(number) != key:
                return _cited_as(claim, number, one, "warning")
        return None

    def _day(self, claim: Claim) -> Judgement:
        plain = Judgement(
            claim, "not_a_claim", f"{quoted(claim.text)} là {claim.span.why}, không phải số liệu."
        )
        if claim.span.day is None:
            return plain
        if claim.span.kind == "deadline" and (of_task := self._task(claim)) is not None:
            return of_task
        if len(_single(claim.own)) < _LEAST_WORDS:
            return plain
        ranked = sorted(
            (
                (_covered(claim.own, other.own | other.around), n, other)
                for n, other in enumerate(self._days)
                if other is not claim
                and other.span.kind == claim.span.kind
                and not (
                    other.place.source.document_id == claim.place.source.document_id
                    and other.place.origin == claim.place.origin
                )
            ),
            key=lambda one: (-one[0], one[1]),
        )
        if not ranked or ranked[0][0] < _SAME_EVENT:
            return plain
        _, _, other = ranked[0]
        same = other.span.day == claim.span.day and other.span.deadline == claim.span.deadline
        if same:
            return Judgement(
                claim,
                "match",
                f"{quoted(claim.text)} khớp với {_at(other, self._material)}.",
                evidence=(other.source,),
            )
        return Judgement(
            claim,
            "contradicted",
            f"{quoted(claim.text)} khác {quoted(other.text)} ({_at(other, self._material)}).",
            evidence=(other.source,),
            severity="error" if claim.span.kind == "deadline" else "warning",
        )

    def _task(self, claim: Claim) -> Judgement | None:
        """The verdict on a deadline of a task that another document assigns."""
        tasks = self._duties.named_in(self._material.lexicon.terms(claim.quote))
        limits = [(task, limit) for task in tasks for limit in deadlines(task)]
        if claim.place.origin == "record" or not limits:
            return None
        kept = next((one for one in limits if keeps(claim.span, one[1])), None)
        task, limit = kept or limits[0]
        place = f"{where(task.source)} của {task.source.file}"
        source = task.source.facing(limit.text)
        if kept is not None:
            said = f"{quoted(claim.text)} khớp với thời hạn {quoted(limit.text)} ({place})."
            return Judgement(claim, "match", said, evidence=(source,))
        said = f"{quoted(claim.text)} khác thời hạn {quoted(limit.text)} của nhiệm vụ ({place})."
        return Judgement(claim, "contradicted", said, evidence=(source,), severity="error")


def _cited_as(
    claim: Claim, meant: str, one: Reading, severity: Literal["error", "warning"]
) -> Judgement:
    front = next((unit.source for unit in one.units), None)
    return Judgement(
        claim,
        "contradicted",
        f"{quoted(claim.text)} khác văn bản kèm theo {quoted(one.document.file)}: {quoted(meant)}.",
        evidence=(front,) if front is not None else (),
        severity=severity,
    )


def _written(day: str) -> str:
    return date.fromisoformat(day).strftime("%d/%m/%Y")


def number_key(number: str) -> str:
    """A document number as compared: accents, case and leading zeros do not count."""
    return fold(number).lstrip("0")


def _suffix(number: str) -> str:
    return fold(number).partition("/")[2]


def same_document(one: Claim, other: Claim) -> bool:
    """Whether equal numbers with two dates name one document.

    A number without a year is given anew each year: then the matter has to be the same, or only
    the year of the date differs.
    """
    mine, theirs = one.span.day, other.span.day
    if mine is None or theirs is None:
        return True
    if re.search(r"/(?:19|20)\d\d/", one.span.number or "") or mine.year == theirs.year:
        return True
    if (mine.day, mine.month) == (theirs.day, theirs.month):
        return True
    return _likeness(_matter(one), _matter(other)) >= _SAME_MATTER


_Side = tuple[str, bool]


def _side(claim: Claim) -> _Side:
    """The document, and whether its text or its tables."""
    return (claim.place.source.document_id, claim.place.origin == "prose")


def _matter(claim: Claim) -> Weights:
    """What a document is cited for; in a note what its row is about."""
    return claim.own | claim.around if claim.place.origin == "note" else claim.own


def _repeats(one: Claim, other: Claim) -> bool:
    """Whether both are the same words at the same place."""
    return one.place is other.place and one.span.start == other.span.start


def _alike(one: Claim, other: Claim) -> bool:
    mine, theirs = _matter(one), _matter(other)
    return not mine or not theirs or _likeness(mine, theirs) >= _ALIKE


def _likeness(one: Weights, other: Weights) -> float:
    """How many of the words of the shorter text the other one has."""
    mine, theirs = _single(one), _single(other)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least else 0.0


def _covered(one: Weights, other: Weights) -> float:
    """How many of the words of one text the other one has."""
    mine = _single(one)
    return len(mine & _single(other)) / len(mine) if mine else 0.0


def _single(terms: Weights) -> set[str]:
    return {term for term in terms if "_" not in term}


def _at(claim: Claim, material: Material) -> str:
    here = claim.source.document_id == material.reading.document.id
    return where(claim.source) if here else f"{where(claim.source)} của {claim.source.file}"
