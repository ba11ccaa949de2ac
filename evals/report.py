"""Figures of a run for a person and for a machine: by metric, by slice, the worst cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from evals.metrics.interval import Share
from evals.trial import Result, Trial, grouped, measured

_P50, _P95 = 0.5, 0.95


def as_json(result: Result, *, commit: str, asked: Mapping[str, object] | None = None) -> str:
    """The deterministic part of a run: the same answers give the same bytes.

    ``asked`` tells a run over a part of the cases, or other ones, from a whole one.
    """
    return json.dumps(
        {
            "suite": result.suite,
            "commit": commit,
            "asked": dict(asked or {}),
            "n": len(result.trials),
            "notes": result.notes,
            "metrics": {
                name: {metric: _rounded(measured(members, metric)) for metric in result.metrics}
                for name, members in grouped(result.trials)
            },
            "cases": [
                {
                    "id": trial.id,
                    "faults": trial.faults,
                    "scores": {
                        metric: [round(trial.scores[metric].hits, 4), trial.scores[metric].trials]
                        for metric in result.metrics
                        if metric in trial.scores
                    },
                }
                for trial in result.trials
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def as_text(result: Result, *, worst: int) -> str:
    """What a person reads of one suite."""
    title = f"== {result.suite}: {len(result.trials)} cases =="
    parts = [title, *result.notes, totals(result)]
    if result.trials:
        parts += [_table(result), _worst(result.trials, worst)]
    return "\n\n".join(part for part in parts if part)


def totals(result: Result) -> str:
    """One line a metric: n, value, interval."""
    lines = [f"{'metric':22}{'n':>7}{'value':>9}   95 % interval (by document)"]
    for metric in result.metrics:
        found = result.measured(metric)
        lines.append(f"{metric:22}{found.n:7}{percent(found.value):>9}   {interval(found)}")
    return "\n".join(lines)


def latency(trials: Iterable[Trial]) -> str:
    """Median and 95th percentile of the time an answer took."""
    times = sorted(trial.elapsed_ms for trial in trials if trial.elapsed_ms is not None)
    if not times:
        return "no case was timed"
    p50, p95 = (times[min(len(times) - 1, int(len(times) * q))] for q in (_P50, _P95))
    return f"answer latency over {len(times)} cases: p50 {p50:.0f} ms, p95 {p95:.0f} ms"


def percent(value: float | None) -> str:
    """A share for a person."""
    return "–" if value is None else f"{100 * value:.1f} %"


def interval(found: Share) -> str:
    """Both ends of an interval for a person."""
    return "–" if found.low is None else f"{percent(found.low)} to {percent(found.high)}"


def _table(result: Result) -> str:
    columns = result.columns or result.metrics
    widths = [max(12, len(name) + 2) for name in columns]
    head = "".join(f"{name:>{width}}" for name, width in zip(columns, widths, strict=True))
    lines = [f"{'':34}{'n':>5}{head}"]
    for group, members in grouped(result.trials):
        values = (percent(_value(members, metric)) for metric in columns)
        shown = "".join(f"{value:>{width}}" for value, width in zip(values, widths, strict=True))
        lines.append(f"{group:34}{len(members):5}{shown}")
    return "\n".join(lines)


def _value(trials: Sequence[Trial], metric: str) -> float | None:
    """The share alone, without the interval that nobody is shown here."""
    scores = [trial.scores[metric] for trial in trials if metric in trial.scores]
    whole = sum(score.trials for score in scores)
    return sum(score.hits for score in scores) / whole if whole else None


def _worst(trials: Sequence[Trial], limit: int) -> str:
    """Grave failures first, then the others."""
    failing = [trial for trial in trials if trial.faults]
    failing.sort(key=lambda each: (not each.grave, each.id))
    lines = [f"failing: {len(failing)} of {len(trials)}"]
    for trial in failing[:limit]:
        lines.append(f"- {trial.id} [{', '.join(trial.groups)}] {trial.asked}")
        lines.append(f"    expected: {'; '.join(trial.faults)}")
        if trial.got:
            lines.append(f"    got: {trial.got}")
    return "\n".join(lines)


def _rounded(found: Share) -> dict[str, float | int | None]:
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in asdict(found).items()
    }
