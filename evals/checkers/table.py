"""All checkers on the same claims, as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.checkers.claims import Claim, thirteen
from evals.checkers.mutated import judged
from evals.checkers.program import NAME, accepts
from evals.checkers.public import FOLDER, ask
from evals.errors import NotInstalled


@dataclass(frozen=True, slots=True)
class Row:
    """One checker: right of the thirteen, errors found and clean sentences refused, of how many."""

    checker: str
    thirteen: int
    caught: int
    wrong: int
    alarms: int
    clean: int
    by_kind: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, the program's first, and a note where something was left out."""

    rows: tuple[Row, ...]
    note: str | None = None


def table(wanted: int, folder: Path = FOLDER) -> Table:
    """Run the program, and the public checkers where they are installed."""
    few = thirteen()
    many = judged(wanted)
    mutated = [each.claim for each in many]
    own = {claim.id: accepts(claim) for claim in few}
    own |= {each.claim.id: each.accepted for each in many}
    rows = [_row(NAME, few, mutated, own)]
    try:
        said = ask([*few, *mutated], folder)
    except NotInstalled as missing:
        return Table(tuple(rows), str(missing))
    for name, version in said.versions.items():
        verdicts = {claim: each.get(name) for claim, each in said.accepts.items()}
        rows.append(_row(f"{name} {version}", few, mutated, verdicts))
    return Table(tuple(rows))


def _row(
    checker: str,
    few: Sequence[Claim],
    mutated: Sequence[Claim],
    accepted: Mapping[str, bool | None],
) -> Row:
    """A checker that failed on a claim has neither accepted nor refused it."""
    wrong = [claim for claim in mutated if not claim.right]
    clean = [claim for claim in mutated if claim.right]
    kinds: dict[str, list[bool]] = {}
    for claim in wrong:
        kinds.setdefault(claim.kind, []).append(accepted.get(claim.id) is False)
    return Row(
        checker=checker,
        thirteen=sum(accepted.get(claim.id) == claim.right for claim in few),
        caught=sum(sum(found) for found in kinds.values()),
        wrong=len(wrong),
        alarms=sum(accepted.get(claim.id) is False for claim in clean),
        clean=len(clean),
        by_kind={kind: (sum(found), len(found)) for kind, found in kinds.items()},
    )


def as_text(found: Table) -> str:
    """The table for a terminal."""
    lines = [f"{'checker':34}{'of 13':>7}{'errors found':>16}{'clean refused':>16}"]
    lines += [
        f"{row.checker:34}{row.thirteen:7}{f'{row.caught}/{row.wrong}':>16}"
        f"{f'{row.alarms}/{row.clean}':>16}"
        for row in found.rows
    ]
    return "\n".join([*lines, *([found.note] if found.note else [])])
