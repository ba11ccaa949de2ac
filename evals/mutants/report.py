"""The results of the mutants as a document: the same byte for byte on every run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

from evals.mutants.operators import OPERATORS, Operator
from evals.mutants.run import SPOTS, Clean, Tried

Results = Mapping[tuple[str, str], Sequence[Tried]]
"""Document set and operator -> what was tried."""
_TEXTS = Path(__file__).parent


def as_markdown(results: Results, cleans: Mapping[str, Clean], per: int) -> str:
    """The whole document."""
    sets = [*dict.fromkeys(name for name, _ in results)]
    lines = [_text("intro").format(per=f"{per:,}"), "## Recall", ""]
    lines += _table(
        ("", "error", "bar", *sets, "bound of the invented"),
        [_summary(one, results, sets) for one in OPERATORS],
    )
    lines += ["", "## By place (invented reports)", ""]
    first = sets[0]
    lines += _table(
        ("", "tried", *SPOTS, "missed"),
        [_places(one, results.get((first, one.name), ())) for one in OPERATORS],
    )
    lines += ["", "## False alarms on clean texts", ""]
    lines += _table(
        ("texts", "figures", "errors and warnings", "per 1,000"),
        [
            (name, f"{one.figures:,}", str(len(one.alarms)), _per_thousand(one))
            for name, one in cleans.items()
        ],
    )
    lines += [
        "",
        *_alarms(cleans),
        "",
        _text("unsourced"),
        "## What is missed",
        "",
        *_missed(results),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _text(name: str) -> str:
    return (_TEXTS / f"{name}.md").read_text(encoding="utf-8")


def _summary(one: Operator, results: Results, sets: Sequence[str]) -> tuple[str, ...]:
    cells = []
    for name in sets:
        tried = results.get((name, one.name), ())
        cells.append(f"{_caught(tried):,} / {len(tried):,}" if tried else "–")
    tried = results.get((sets[0], one.name), ())
    return (one.name, one.says, f"{one.bar} %", *cells, f"{bound(len(tried), _caught(tried))} %")


def _places(one: Operator, tried: Sequence[Tried]) -> tuple[str, ...]:
    by_spot: defaultdict[str, list[Tried]] = defaultdict(list)
    for each in tried:
        by_spot[each.spot].append(each)
    cells = [
        f"{_caught(by_spot[spot]):,} / {len(by_spot[spot]):,}" if by_spot[spot] else "–"
        for spot in SPOTS
    ]
    return (one.name, f"{len(tried):,}", *cells, str(len(tried) - _caught(tried)))


def _caught(tried: Sequence[Tried]) -> int:
    return sum(one.caught for one in tried)


def bound(tried: int, caught: int) -> str:
    """The lower end of the one-sided 95 % interval of a share (Clopper-Pearson), in per cent."""
    if not tried:
        return "–"
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if _at_least(caught, tried, middle) < 0.05:
            low = middle
        else:
            high = middle
    return str(Decimal(str(low * 100)).quantize(Decimal("0.01"), rounding=ROUND_FLOOR))


def _at_least(caught: int, tried: int, share: float) -> float:
    """The chance of so many or more successes; summed over the misses, which are few."""
    if share in (0.0, 1.0):
        return share
    chance, total = share**tried, 0.0
    for missed in range(tried - caught + 1):
        total += chance
        chance *= (tried - missed) / (missed + 1) * (1 - share) / share
    return total


def _per_thousand(one: Clean) -> str:
    return str((Decimal(len(one.alarms)) * 1000 / one.figures).quantize(Decimal("0.01")))


def _alarms(cleans: Mapping[str, Clean]) -> list[str]:
    """The alarms on invented texts; those of the real report are its own contradictions."""
    name, one = next(iter(cleans.items()))
    told = [f"- {name}: {_plain(alarm)}" for alarm in one.alarms[:8]]
    return [*told, "What is found in the real report are contradictions of its own."]


def _missed(results: Results) -> list[str]:
    lines = []
    for (name, operator), tried in results.items():
        missed = [one for one in tried if not one.caught]
        kinds = Counter((one.spot, one.kind) for one in missed)
        for (spot, kind), count in sorted(kinds.items()):
            shown = next(one for one in missed if (one.spot, one.kind) == (spot, kind))
            example = _plain(shown.line.replace("\t", " | "))[:150] if name == "bịa" else ""
            told = f": `{shown.was}` → {example}" if example else ""
            lines.append(f"- {operator}, {name}, {spot}, {kind}: {count}{told}")
    return lines or ["Nothing."]


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("|", "/")


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [f"| {' | '.join(header)} |", "|" + " --- |" * len(header)]
    return lines + [f"| {' | '.join(row)} |" for row in rows]
