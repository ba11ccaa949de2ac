"""Figures of a run: by metric, by kind and slice, the failing cases, latency."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from evals.metrics.accuracy import accuracy, faults
from evals.metrics.catalogue import ASKING, Metric
from evals.metrics.interval import Share, share
from evals.metrics.wrong import wrong_answers
from evals.outcome import Outcome

_SHOWN = 160
_ALL = "all"
Group = tuple[str, Sequence[Outcome]]


def measured(outcomes: Iterable[Outcome], metric: Metric) -> Share:
    """One metric over the outcomes that it has something to say about."""
    scored = ((outcome.case.cluster, metric(outcome)) for outcome in outcomes)
    return share((cluster, score) for cluster, score in scored if score is not None)


def groups(outcomes: Sequence[Outcome]) -> list[Group]:
    """All outcomes, then those of each document set, kind and slice."""
    found: list[Group] = [(_ALL, outcomes)]
    found += _split(outcomes, "set", lambda each: (each.case.documents,))
    found += _split(outcomes, "kind", lambda each: (each.case.kind,))
    found += _split(outcomes, "slice", lambda each: each.case.tags)
    return found


def as_json(outcomes: Sequence[Outcome], *, suite: str, commit: str) -> str:
    """The deterministic part of a run: the same answers give the same bytes."""
    return json.dumps(
        {
            "suite": suite,
            "commit": commit,
            "n": len(outcomes),
            "metrics": {
                name: {
                    metric: _rounded(measured(members, function))
                    for metric, function in ASKING.items()
                }
                for name, members in groups(outcomes)
            },
            "cases": [
                {
                    "id": outcome.case.id,
                    "kind": outcome.case.kind,
                    "status": outcome.answer.status,
                    "faults": faults(outcome),
                    "scores": {
                        name: None if score is None else [score.hits, score.trials]
                        for name, metric in ASKING.items()
                        for score in (metric(outcome),)
                    },
                }
                for outcome in outcomes
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def as_text(outcomes: Sequence[Outcome], *, worst: int) -> str:
    """What a person reads."""
    return "\n\n".join([_totals(outcomes), _table(outcomes), _worst(outcomes, worst)])


def latency(outcomes: Sequence[Outcome]) -> str:
    """Median and 95th percentile of the time an answer took."""
    times = sorted(outcome.elapsed_ms for outcome in outcomes)
    if not times:
        return "no case was asked"
    p50, p95 = (times[min(len(times) - 1, int(len(times) * q))] for q in (0.5, 0.95))
    return f"answer latency over {len(times)} cases: p50 {p50:.0f} ms, p95 {p95:.0f} ms"


def _split(
    outcomes: Sequence[Outcome], label: str, names: Callable[[Outcome], Iterable[str]]
) -> list[Group]:
    members: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        for name in names(outcome):
            members.setdefault(f"{label} {name}", []).append(outcome)
    return sorted(members.items())


def _totals(outcomes: Sequence[Outcome]) -> str:
    lines = [f"{'metric':22}{'n':>7}{'value':>9}   95 % interval (by document)"]
    for name, metric in ASKING.items():
        found = measured(outcomes, metric)
        lines.append(f"{name:22}{found.n:7}{_percent(found.value):>9}   {_interval(found)}")
    return "\n".join(lines)


def _table(outcomes: Sequence[Outcome]) -> str:
    columns: dict[str, Metric] = {
        "accurate": accuracy,
        "wrong": wrong_answers,
        **{name: ASKING[name] for name in ("gold cited", "recall@5", "mrr@10")},
    }
    lines = [f"{'':34}{'n':>5}" + "".join(f"{name:>12}" for name in columns)]
    for group, members in groups(outcomes):
        values = (_percent(measured(members, metric).value) for metric in columns.values())
        lines.append(f"{group:34}{len(members):5}" + "".join(f"{value:>12}" for value in values))
    return "\n".join(lines)


def _worst(outcomes: Sequence[Outcome], limit: int) -> str:
    """Confident wrong answers first, then the other failures."""
    failing = [outcome for outcome in outcomes if faults(outcome)]
    failing.sort(key=lambda each: (each.answer.status != "answered", each.case.id))
    lines = [f"failing: {len(failing)} of {len(outcomes)}"]
    for outcome in failing[:limit]:
        case = outcome.case
        before = " ⏎ ".join(turn.question for turn in case.history)
        asked = f"{before} ⏎ {case.question}" if before else case.question
        lines += [
            f"- {case.id} [{case.kind}] {asked}",
            f"    expected: {'; '.join(faults(outcome))}",
            f"    got: {' '.join(outcome.answer.answer.split())[:_SHOWN]}",
        ]
    return "\n".join(lines)


def _rounded(found: Share) -> dict[str, float | int | None]:
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in asdict(found).items()
    }


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"


def _interval(found: Share) -> str:
    return "–" if found.low is None else f"{_percent(found.low)} to {_percent(found.high)}"
