"""Records as one readable line each, so that a test shows what a clerk would check."""

from __future__ import annotations

from ingest.model import Deadline, Indicator, Period, Reading, Ref, Target, Task


def described(reading: Reading) -> list[str]:
    """The document and every record of a reading."""
    document = reading.document
    head = (
        document.kind, document.title, document.issuer, document.province, document.number,
        document.date, years(document.period),
    )  # fmt: skip
    lines = [
        f"document: {' | '.join(str(part or '-') for part in head)}",
        *(f"problem: {problem.code}" for problem in document.problems),
        *(task_line(task) for task in reading.tasks),
        *(target_line(target) for target in reading.targets),
        *(indicator_line(row) for row in reading.indicators),
        *(ref_line(ref) for ref in reading.refs),
    ]
    return [" ".join(line.split()) for line in lines]


def years(period: Period | None) -> str:
    """``2026-2030``, or ``-``."""
    return f"{period.from_}-{period.to}" if period else "-"


def when(deadline: Deadline | None) -> str:
    """Words, kind and dates of a deadline."""
    if deadline is None:
        return "-"
    return f"{deadline.text} = {deadline.kind} {deadline.from_ or '…'}..{deadline.to or '…'}"


def task_line(task: Task) -> str:
    """One task."""
    parts = (
        " > ".join(task.headings), task.text, "; ".join(task.lead), "; ".join(task.coordinating),
        "; ".join(task.products), when(task.deadline),
    )  # fmt: skip
    return f"task {task.key}: {' | '.join(part or '-' for part in parts)}"


def target_line(target: Target) -> str:
    """One target."""
    figure = " ".join(part for part in (target.comparator, target.value, target.unit) if part)
    parts = (
        target.text, target.metric, figure, target.base, years(target.horizon),
        "; ".join(target.lead), "; ".join(target.coordinating),
    )  # fmt: skip
    return f"target {target.key}: {' | '.join(part or '-' for part in parts)}"


def indicator_line(row: Indicator) -> str:
    """One indicator."""
    parts = (
        row.parent, row.name, row.subject, row.role, row.value, row.value_text, row.unit,
        row.meaning, row.note, years(row.period),
    )  # fmt: skip
    return f"indicator {row.key}: {' | '.join(part or '-' for part in parts)}"


def ref_line(ref: Ref) -> str:
    """One legal reference."""
    parts = (ref.number, ref.type, ref.issuer, ref.date, ref.about)
    return f"ref: {' | '.join(part or '-' for part in parts)}"
