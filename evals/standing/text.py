"""The comparison with the stored baseline, for a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.standing.compare import changes
from evals.standing.file import FOLDER
from evals.trial import Result

_SHOWN = 6


def changes_text(results: Sequence[Result], folder: Path = FOLDER) -> str:
    """One line for each metric in which any case scored otherwise than when it was stored."""
    lines = ["== against the stored baseline (mean difference per question) =="]
    found = changes(results, folder)
    if not found:
        return f"{lines[0]}\nnothing is stored for these suites and sets"
    for change in found:
        if not (change.worse or change.better):
            continue
        mark = "WORSE" if change.regressed else ""
        name = f"{change.document_set} {change.suite}: {change.metric}"
        lines.append(
            f"{name:54}{change.n:5}{change.mean:+9.4f}   {change.low:+.4f} to {change.high:+.4f} "
            f"{mark}"
        )
        lines += [
            f"    {label}: {_few(ids)}"
            for label, ids in (("worse", change.worse), ("better", change.better))
            if ids
        ]
    same = sum(not (change.worse or change.better) for change in found)
    lines.append(f"the same as stored: {same} of {len(found)} metrics")
    return "\n".join(lines)


def _few(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return ", ".join(ids[:_SHOWN]) + more
