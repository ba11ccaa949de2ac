"""Reading -> check: every figure with its verdict, every contradiction with both places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.answer import Check, CheckSummary, Figure, Finding, Verdict
from assistant.checking.computed import computed_cells
from assistant.checking.coverage import weighed
from assistant.checking.facts import Material, gather
from assistant.checking.model import Fact, Judgement
from assistant.checking.organisations import organisations
from assistant.checking.rules import RULES
from assistant.checking.rules.columns import counterparts, twin_tables
from assistant.checking.verdicts import Judge
from assistant.checking.wording import location, quoted, stated
from ingest.model import Reading
from ingest.text.numbers import plain

_ORDER = {"error": 0, "warning": 1, "info": 2}


def check_document(reading: Reading, against: Sequence[Reading] = ()) -> Check:
    """Check ``reading`` against its own annex and against other documents.

    Needs no store and no network; the same input gives the same output.
    """
    material = gather(reading, against)
    judge = Judge(material)
    judgements = weighed(material, judge.binder, [judge.judge(claim) for claim in material.claims])
    found = _once(one for rule in RULES for one in rule(material, judgements))
    figures = [_figure(judged) for judged in judgements]
    figures += _cells(material, judgements, found)
    figures += organisations(material)
    verdicts = Counter(figure.verdict for figure in figures)
    severities = Counter(one.severity for one in found)
    return Check(
        file=reading.document.file,
        figures=tuple(figures),
        findings=tuple(found),
        summary=CheckSummary(
            figures=len(figures) - verdicts["not_a_claim"],
            match=verdicts["match"],
            errors=severities["error"],
            warnings=severities["warning"],
            infos=severities["info"],
            verdicts=dict(sorted(verdicts.items())),
        ),
    )


def _once(found: Iterable[Finding]) -> list[Finding]:
    """Findings, the gravest first; two on the same pair of places and figures count once."""
    kept: dict[tuple[object, ...], Finding] = {}
    for one in sorted(found, key=lambda one: _ORDER[one.severity]):
        places = sorted(
            str(source.place()) for source in (one.left, one.right) if source is not None
        )
        kept.setdefault((one.message, *places), one)
    return list(kept.values())


def _figure(judged: Judgement) -> Figure:
    claim, fact = judged.claim, judged.against
    bound = judged.verdict not in ("unsourced", "not_a_claim")
    return Figure(
        text=claim.text,
        value=plain(claim.span.value) if claim.span.value is not None else None,
        unit=claim.measure.text if claim.measure is not None else None,
        role=claim.role,
        subject=fact.subject if fact is not None and bound else None,
        indicator=fact.label if fact is not None and bound else None,
        period=claim.period if claim.span.kind == "number" else None,
        verdict=judged.verdict,
        source=claim.source,
        evidence=judged.evidence,
        explanation=judged.explanation,
    )


def _cells(
    material: Material, judgements: Sequence[Judgement], found: Sequence[Finding]
) -> list[Figure]:
    """The value cells as figures: confirmed by the text, by another document or by arithmetic."""
    stated_by = {
        judged.against.number: judged
        for judged in judgements
        if judged.against is not None and judged.verdict in ("match", "rounded")
    }
    accused = {
        source.place()
        for one in found
        if one.severity == "error"
        for source in (one.left, one.right)
        if source is not None
    }
    twins = {mine.number: theirs for mine, theirs in counterparts(material)}
    for pairs in twin_tables(material):
        for one, other in pairs:
            twins.setdefault(one.number, other)
            twins.setdefault(other.number, one)
    computed = computed_cells(material)
    figures = []
    for cell in material.cells:
        if cell.value is None:
            continue
        verdict: Verdict = "unsourced"
        said = f"{quoted(stated(cell))} chỉ có trong phụ lục, không có chỗ khác để đối chiếu."
        evidence: tuple[Fact, ...] = ()
        if cell.source.place() in accused:
            verdict = "contradicted"
            said = f"{quoted(stated(cell))} mâu thuẫn với chỗ khác; xem phần phát hiện."
        elif cell.number in stated_by:
            verdict = "match"
            said = f"{quoted(stated(cell))} được nêu như vậy trong lời văn."
        elif cell.number in twins and twins[cell.number].value == cell.value:
            verdict, evidence = "match", (twins[cell.number],)
            said = f"{quoted(stated(cell))} khớp với {location(twins[cell.number])}."
        elif cell.number in computed:
            verdict = "derived"
            said, evidence = computed[cell.number]
        elif cell.coded:
            verdict = "not_a_claim"
            said = f"{quoted(cell.text)} là mã trả lời, không phải số đếm."
        sources = tuple(fact.source for fact in evidence)
        if cell.number in stated_by and verdict == "match":
            sources = (stated_by[cell.number].claim.source,)
        figures.append(
            Figure(
                text=cell.text,
                value=plain(cell.value / (cell.measure.scale if cell.measure else 1)),
                unit=cell.measure.text if cell.measure is not None else None,
                role=cell.role,
                subject=cell.subject,
                indicator=cell.label,
                period=cell.period,
                verdict=verdict,
                source=cell.source,
                evidence=sources,
                explanation=said,
            )
        )
    return figures
