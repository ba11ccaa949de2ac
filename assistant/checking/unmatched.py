"""Figures that agree with no fact -> what speaks against them, or that no source names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.binding import Binder
from assistant.checking.facts import Material
from assistant.checking.model import Candidate, Claim, Judgement
from assistant.checking.places import is_total
from assistant.checking.thresholds import ELSEWHERE, LIKELY, SURE
from assistant.checking.wording import at, location, quoted, shown, stated
from assistant.checking.words import holds
from ingest.vocabulary import load

_CLAUSE_END = re.compile(r"[,;.(]|(?<!\w)(?:trong đó|trong số đó|và|gồm|so với)(?!\w)")
_FURTHER, _CONDITION, _COUNTED = 2, 50, 10


class Unmatched:
    """Judges the figures of one document that no fact confirms."""

    def __init__(self, material: Material, binder: Binder) -> None:
        self._material = material
        self._binder = binder

    def judge(self, claim: Claim, fitting: Sequence[Candidate]) -> Judgement:
        """The verdict on a figure by the facts whose words fit it, best first."""
        best = next(
            (one for one in fitting if one.fit >= LIKELY * 0.8 and one.fact.origin != "note"), None
        )
        if claim.place.origin == "note" or best is None or (claim.approximate and best.fit < SURE):
            return self.unsourced(claim)
        fact = best.fact
        if self._narrower(claim, best) or _of_plan(claim, best):
            return self.unsourced(claim)
        differs = f"{quoted(shown(claim))} khác {quoted(fact.label)}: {at(fact)}"
        if best.same_section is False and best.fit < ELSEWHERE:
            if best.units != "same":
                return self.unsourced(claim)
            return Judgement(
                claim,
                "unsourced",
                f"{differs}, có thể là phạm vi khác nên không đối chiếu được.",
                against=fact,
                severity="info",
            )
        if best.fit >= SURE and not _one(claim):
            return Judgement(
                claim,
                "contradicted",
                f"{differs}.",
                evidence=(fact.source,),
                against=fact,
                severity="error",
            )
        if best.fit >= LIKELY and not (best.units == "open" and _few(claim)):
            return Judgement(
                claim,
                "ambiguous",
                f"{differs}; chưa chắc cùng một chỉ tiêu, cần người xem lại.",
                evidence=(fact.source,),
                against=fact,
                severity="warning",
            )
        return self.unsourced(claim)

    def _narrower(self, claim: Claim, one: Candidate) -> bool:
        """Whether a figure with a further condition stands below a total: a part without a row.

        "Có 90 tàu cá ra khơi" does not belie "Tổng số tàu cá" of 120.
        """
        fact, value = one.fact, claim.value
        if value is None or fact.value is None or value >= fact.value or fact.origin != "cell":
            return False
        if not is_total(fact.label.rpartition("›")[2]) or claim.role == "total":
            return False
        behind = claim.place.text[claim.span.end : claim.span.end + _CONDITION]
        lexicon = self._material.lexicon
        told = lexicon.terms(_CLAUSE_END.split(behind)[0]) & claim.own
        more = {term for term in told - fact.own - fact.around if "_" not in term}
        counted = lexicon.terms(claim.measure.text) if claim.measure is not None else frozenset()
        return len(more - counted) >= _FURTHER

    def unsourced(self, claim: Claim) -> Judgement:
        """The verdict on a figure that no source names, with the nearest of another scope."""
        if not self._material.has_sources:
            return Judgement(
                claim, "unsourced", f"Không có nguồn để đối chiếu {quoted(claim.text)}."
            )
        note = claim.place.origin != "prose"
        near = None if note else self._binder.nearest(claim)
        if near is not None:
            return Judgement(
                claim,
                "unsourced",
                f"{quoted(shown(claim))} không có nguồn cùng phạm vi; gần nhất là "
                f"{quoted(near.label)}: {stated(near)} ({location(near)}), không coi là khớp.",
                against=near,
                severity="info",
            )
        return Judgement(
            claim,
            "unsourced",
            f"Không tìm thấy {quoted(shown(claim))} trong phụ lục hay văn bản đối chiếu.",
            severity=None if note else "info",
        )


def _one(claim: Claim) -> bool:
    """Whether the figure is the word "một", which is an article as often as a number."""
    return claim.span.spoken and claim.span.value == 1


def _few(claim: Claim) -> bool:
    """Whether the figure is a small number in words, which few tables hold: "còn ba xã chưa có"."""
    return claim.span.spoken and claim.span.value is not None and claim.span.value < _COUNTED


def _of_plan(claim: Claim, one: Candidate) -> bool:
    """Whether a planned figure stands beside a result's row.

    "đạt 94,4 %, vượt 43,4 điểm phần trăm so với chỉ tiêu đề ra (51 %)"
    """
    if claim.role != "plan" or one.fact.role == "plan":
        return False
    return not holds(one.fact.key, load("checking_words")["roles"]["plan"])
