"""Targets from a piece of text: one a figure, or one without a value."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from ingest.extraction.context import Context
from ingest.extraction.statements import Statement, statements
from ingest.model import Period, Source, Target, Task
from ingest.text.numbering import label_of


def targets_of(
    text: str,
    *,
    source: Source,
    key: str,
    context: Context,
    horizon: Period | None = None,
    lead: tuple[str, ...] = (),
    coordinating: tuple[str, ...] = (),
) -> list[Target]:
    """The targets of an objective: one a figure, one with ``value=None`` where it has none."""
    stated = [one for one in statements(text) if not _long_reached(one, context)]
    found: list[Statement | None] = [*stated] or [None]
    return [
        target_of(
            text,
            statement,
            source=source,
            key=key,
            context=context,
            horizon=horizon,
            lead=lead,
            coordinating=coordinating,
        )
        for statement in found
    ]


def promised(tasks: Sequence[Task], context: Context, *, besides: Sequence[Target]) -> list[Target]:
    """The targets that the figures of tasks in running text state; ``besides`` are known ones."""
    known = {target.source.place() for target in besides}
    return [
        target_of(
            task.text,
            statement,
            source=task.source,
            key=task.key,
            context=replace(context, annex=task.annex, path=task.section, headings=task.headings),
            lead=task.lead,
            coordinating=task.coordinating,
        )
        for task in tasks
        if task.source.place() not in known
        for statement in statements(task.text, counts=False)
    ]


def _long_reached(statement: Statement, context: Context) -> bool:
    """Whether a figure is that of a year before the document's period: "(năm 2024: 58%)"."""
    own, period = statement.horizon, context.period
    return own is not None and period is not None and own.to < period.from_


def target_of(
    text: str,
    statement: Statement | None,
    *,
    source: Source,
    key: str,
    context: Context,
    horizon: Period | None = None,
    lead: tuple[str, ...] = (),
    coordinating: tuple[str, ...] = (),
) -> Target:
    """One target; its own horizon wins over ``horizon``, which wins over the document's period."""
    label = label_of(text)
    bare = text[label.end :].strip() if label else text.strip()
    mark = "" if statement is None else f"{statement.start}"
    place = (context.annex, key, source.table, source.row, source.column, source.quote, mark, text)
    digest = hashlib.sha256("|".join(map(str, place)).encode()).hexdigest()[:12]
    own = statement.horizon if statement else None
    return Target(
        id=f"{context.document_id}:target:{digest}",
        document_id=context.document_id,
        annex=context.annex,
        key=key,
        section=context.path,
        headings=context.headings,
        source=source,
        text=bare,
        metric=statement.metric if statement else None,
        comparator=statement.comparator if statement else None,
        value=statement.value if statement else None,
        unit=statement.unit if statement else None,
        base=statement.base if statement else None,
        horizon=own or horizon or context.period,
        lead=lead,
        coordinating=coordinating,
    )
