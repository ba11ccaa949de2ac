"""A report against a plan: targets met or missed, tasks without a word, deadlines passed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from assistant.answer import Finding, Severity
from assistant.checking.binding import Binder, years_agree
from assistant.checking.facts import PLANS, Material
from assistant.checking.model import Fact, Judgement, Weights
from assistant.checking.places import own_part
from assistant.checking.rules.rows import annexed
from assistant.checking.rules.states import state_of
from assistant.checking.thresholds import SURE
from assistant.checking.units import compare
from assistant.checking.wording import location, quoted, stated
from assistant.checking.words import share_held
from ingest.model import DocumentKind, EvidenceUnit, Period, Reading, Task

_MENTIONED = 0.6
_REPORTS = (DocumentKind.REPORT, DocumentKind.STATISTICS_ANNEX, DocumentKind.OTHER)
_COUNTS = {">=": "tối thiểu", ">": "trên", "<=": "tối đa", "<": "dưới", "=": "bằng"}


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """What the plans ask for and the reports do not show, whichever of them is checked."""
    del judgements
    checked = material.reading
    if checked.document.kind in PLANS:
        plans = [checked] if checked.targets or checked.tasks else []
        reports = [one for one in material.against if one.document.kind in _REPORTS]
    elif checked.document.kind in _REPORTS:
        plans = [one for one in material.against if one.targets or one.tasks]
        reports = [checked]
    else:
        return
    if not plans or not reports:
        return
    binder = Binder(material.facts, material.lexicon)
    shown = _Shown(material, tuple(reports), _paragraphs(material, reports))
    for plan in plans:
        if not any(years_agree(plan.document.period, one.document.period) for one in reports):
            continue
        for target in material.facts:
            if target.origin == "record" and target.source.document_id == plan.document.id:
                yield from _target(shown, binder, target)
        for task in plan.tasks:
            yield from _task(shown, task)


_Paragraph = tuple[EvidenceUnit, str, Weights]
_CLAUSE = re.compile(r"[.;](?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was reached: the reports that say so, and their paragraphs."""

    material: Material
    reports: tuple[Reading, ...]
    paragraphs: Sequence[_Paragraph]

    def tells(self, fact: Fact) -> bool:
        """Whether a figure is one of the reports', or of an annex given with the checked one."""
        ids = {one.document.id for one in self.reports}
        return fact.source.document_id in ids or annexed(self.material, fact)

    @property
    def part(self) -> str | None:
        """The part of the year that the report is for."""
        return own_part(self.reports[0])

    def of(self, period: Period | None) -> bool:
        """Whether some report is of the time of a target."""
        return any(years_agree(period, one.document.period) for one in self.reports)


def _paragraphs(material: Material, reports: Sequence[Reading]) -> list[_Paragraph]:
    """Paragraphs and rows; of a paragraph of several statements each one too."""
    found = []
    for unit in (unit for one in reports for unit in one.units):
        if unit.kind not in ("passage", "indicator", "task"):
            continue
        pieces = [unit.text]
        if unit.kind == "passage":
            clauses = [clause for clause in _CLAUSE.split(unit.text) if clause.strip()]
            pieces += clauses if len(clauses) > 1 else []
        for text in pieces:
            words = " . ".join((text, *unit.headings[-1:]))
            found.append((unit, text, material.lexicon.terms(words)))
    return found


def _target(shown: _Shown, binder: Binder, target: Fact) -> Iterator[Finding]:
    if not shown.of(target.period):
        return
    result = _result(shown, binder, target) if target.value is not None else None
    if result is None:
        if target.value is not None or not _mentioned(shown, target.own):
            yield Finding(
                code="plan_gap",
                severity="info" if target.value is None else "warning",
                message=f"Chỉ tiêu {quoted(target.label)} {target.text} ({location(target)}) không "
                f"có kết quả trong {_where(shown)}.",
                left=target.source,
            )
        return
    met = _met(target, result)
    if met is None:
        return
    asked = f"{_COUNTS[target.comparator or '=']} {target.text}"
    outcome = "đạt" if met else "chưa đạt"
    message = (
        f"{quoted(result.label)} {outcome} chỉ tiêu: {quoted(stated(result))} so với "
        f"{quoted(asked)} ({location(target)})"
    )
    severity: Severity = "info" if met else "warning"
    claimed = _claimed(result)
    if claimed is not None and claimed != met:
        severity, message = "error", f"{message}, trái với lời văn"
    yield Finding(
        code="contradiction" if severity == "error" else "plan_gap",
        severity=severity,
        message=f"{message}.",
        left=result.source,
        right=target.source,
    )


def _where(shown: _Shown) -> str:
    checked = shown.material.reading
    if any(one is checked for one in shown.reports):
        return "văn bản"
    return ", ".join(quoted(one.document.file) for one in shown.reports)


def _result(shown: _Shown, binder: Binder, target: Fact) -> Fact | None:
    best: tuple[bool, float, Fact] | None = None
    for fact in shown.material.facts:
        if fact.role in ("plan", "previous") or fact.value is None or fact.coded:
            continue
        if fact.claim is not None and (fact.claim.change is not None or fact.claim.place.ahead):
            continue
        if fact.period is not None and not shown.of(fact.period):
            continue  # the column of the year before
        if not shown.tells(fact):
            continue
        if fact.origin not in ("cell", "prose") or not fact.own:
            continue
        if compare(target.measure, fact.measure, name=fact.key) != "same":
            continue
        fit = binder.fit(fact.own, fact.around, target)
        if fact.origin == "cell":
            fit = min(fit, binder.fit(target.own, target.around, fact))
        if shown.material.lexicon.opposed(target.key, fact.key):
            continue
        now = fact.part_of_year in (None, shown.part)
        if fit >= SURE and (best is None or (now, fit) > best[:2]):
            best = (now, fit, fact)
    return best[2] if best else None


def _met(target: Fact, result: Fact) -> bool | None:
    if target.value is None or result.value is None:
        return None
    match target.comparator:
        case ">=" | "=":
            return result.value >= target.value
        case ">":
            return result.value > target.value
        case "<=":
            return result.value <= target.value
        case "<":
            return result.value < target.value
    return None


def _claimed(result: Fact) -> bool | None:
    """Whether the words around a figure say that the target was met."""
    if result.claim is None:
        return None
    key = result.claim.quote.lower()
    if re.search(r"(?:chưa|không) đạt (?:chỉ tiêu|mục tiêu|kế hoạch)", key):
        return False
    if re.search(r"(?:vượt|đạt)(?: và vượt)? (?:chỉ tiêu|mục tiêu|kế hoạch)", key):
        return True
    return None


def _mentioned(shown: _Shown, wanted: Weights) -> tuple[EvidenceUnit, str] | None:
    """Where the words stand: the unit and, if one statement of it holds as many, that one."""
    weight = shown.material.lexicon.weight
    total = fsum(map(weight, wanted))
    best: tuple[float, int, EvidenceUnit, str] | None = None
    for unit, text, terms in shown.paragraphs:
        held = fsum(map(weight, wanted & terms))
        if not total or min(held / total, share_held(wanted, terms)) < _MENTIONED:
            continue
        if best is None or (held, -len(text)) > best[:2]:
            best = (held, -len(text), unit, text)
    return best[2:] if best else None


def _task(shown: _Shown, task: Task) -> Iterator[Finding]:
    due = _day(task.deadline.to if task.deadline else None)
    days = [day for one in shown.reports if (day := until(one)) is not None]
    last = max(days, default=None)
    if due is not None and last is not None and due > last:
        return
    named = f"Nhiệm vụ {task.key} {quoted(task.text)}"
    limit = f", hạn {task.deadline.text}," if task.deadline and due else ""
    found = _mentioned(shown, shown.material.lexicon.terms(task.text))
    if found is None:
        yield Finding(
            code="plan_gap",
            severity="warning" if due is not None else "info",
            message=f"{named}{limit} không có kết quả trong {_where(shown)}.",
            left=task.source,
        )
    elif due is not None and state_of(found[1]) == "open":
        unit, text = found
        yield Finding(
            code="plan_gap",
            severity="warning",
            message=f"{named}{limit} đã qua hạn nhưng văn bản nêu chưa xong: {quoted(text)}.",
            left=unit.source,
            right=task.source,
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def until(report: Reading) -> date | None:
    """The day up to which a report can know results."""
    if report.document.date:
        return _day(report.document.date)
    period = report.document.period
    return date(period.to, 12, 31) if period else None
