"""Sections of the results page as Markdown. Pure: results in, text out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.checkers.table import Table
from evals.metrics.catalogue import LOWER_IS_BETTER
from evals.report import interval, percent
from evals.suites.baselines import Compared
from evals.trial import Result, Trial, grouped, measured

_SET = "set "
_SLICES = (_SET, "slice ", "kind ")
_BY_SET = ("recall@5", "mrr@10")
_AHEAD = 0.005
_RETRIEVAL = ("recall@5", "recall@10", "hit@5", "mrr@10", "ndcg@10")


def rows(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are aligned to the right."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *lines))


def suites(results: Sequence[Result]) -> str:
    """Every metric of every suite with its interval."""
    lines = []
    for result in results:
        for metric in result.metrics:
            found = result.measured(metric)
            arrow = " ↓" if metric in LOWER_IS_BETTER else ""
            cells = [f"{result.suite}: {metric}{arrow}", str(found.n), percent(found.value)]
            lines.append([*cells, interval(found)])
    return rows(("metric (↓ lower is better)", "n", "value", "95 % interval"), lines)


def slices(answering: Result, retrieval: Result) -> str:
    """The main figures by document set, kind and slice."""
    found = dict(grouped(retrieval.trials))
    lines = [
        [
            name,
            str(len(trials)),
            percent(_value(trials, "answer accuracy")),
            percent(_value(trials, "wrong-answer rate")),
            percent(_value(found.get(name, []), "recall@5")),
            percent(_value(found.get(name, []), "mrr@10")),
        ]
        for name, trials in grouped(answering.trials)
        if name == "all" or name.startswith(_SLICES)
    ]
    return rows(("", "n", "accuracy", "wrong ↓", "recall@5", "mrr@10"), lines)


def retrievers(compared: Sequence[Compared]) -> str:
    """The program beside the baselines; ``shown`` is what a reader of five results reads."""
    metrics = (*_RETRIEVAL, "answer in first", "answer in first 5")
    lines = [
        [
            one.name,
            str(len(one.result.trials)),
            *(percent(one.result.measured(metric).value) for metric in metrics),
            f"{one.shown:.0f}",
        ]
        for one in compared
    ]
    return rows(("retriever", "n", *metrics, "characters shown"), lines)


def questions(one: Compared) -> str:
    """How many questions of each document set a retriever was asked."""
    return ", ".join(f"{name} {len(trials)}" for name, trials in _sets(one))


def by_set(compared: Sequence[Compared]) -> str:
    """The retrievers by document set: recall of five and the mean reciprocal rank."""
    names = [f"{name} ({len(trials)})" for name, trials in _sets(compared[0])]
    head = [f"{name} {metric}" for name in names for metric in _BY_SET]
    lines = [
        [one.name, *(percent(_value(trials, m)) for _, trials in _sets(one) for m in _BY_SET)]
        for one in compared
    ]
    return rows(("retriever by set (questions)", *head), lines)


def _sets(one: Compared) -> list[tuple[str, list[Trial]]]:
    return [
        (name.removeprefix(_SET), trials)
        for name, trials in grouped(one.result.trials)
        if name.startswith(_SET)
    ]


def behind(compared: Sequence[Compared]) -> Iterator[str]:
    """Where a baseline is ahead of the program: slice, metric, both values."""
    own, *others = compared
    mine = dict(grouped(own.result.trials))
    for name, trials in mine.items():
        for metric in own.result.metrics:
            value = _value(trials, metric)
            best = max(
                (
                    (_value(dict(grouped(other.result.trials)).get(name, []), metric), other.name)
                    for other in others
                ),
                key=lambda each: each[0] or 0.0,
                default=(None, ""),
            )
            if value is not None and best[0] is not None and best[0] > value + _AHEAD:
                yield (
                    f"- {name} ({len(trials)} questions), {metric}: {best[1]} {percent(best[0])}, "
                    f"{own.name} {percent(value)}"
                )


def checkers(found: Table) -> str:
    """Number checkers on the thirteen cases and on sentences with one error."""
    lines = [
        [
            row.checker,
            f"{row.thirteen} of 13",
            f"{row.caught} of {row.wrong}",
            f"{row.alarms} of {row.clean}",
        ]
        for row in found.rows
    ]
    text = rows(("checker", "thirteen cases", "errors found", "clean refused ↓"), lines)
    kinds = sorted(found.rows[0].by_kind, key=lambda kind: int(kind[1:]))
    by_kind = [
        [kind, *(f"{row.by_kind[kind][0]} of {row.by_kind[kind][1]}" for row in found.rows)]
        for kind in kinds
    ]
    parts = [text, rows(("error", *(row.checker for row in found.rows)), by_kind)]
    return "\n\n".join([*parts, *([found.note] if found.note else [])])


def _value(trials: Sequence[Trial], metric: str) -> float | None:
    return measured(trials, metric).value
