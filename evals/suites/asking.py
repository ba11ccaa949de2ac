"""Retrieval, answering, abstention, citations: four suites over one asking of all cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from evals.case import Case
from evals.metrics.accuracy import faults
from evals.metrics.bound import loose
from evals.metrics.catalogue import ABSTENTION, ANSWERING, CITATIONS, RETRIEVAL, Metric
from evals.metrics.ranking import Found, Ranking
from evals.metrics.score import Score
from evals.originals.reading import blocks
from evals.outcome import Gold, Outcome, pieces
from evals.trial import Result, Trial
from ingest.model import Source

_SHOWN = 160
_FIRST = 10
_RIGHT = 1.0
_ALONE = {"figure values", "figure units", "figure periods", "same when repeated"}
"""Metrics that the table of slices does without."""


def results(outcomes: Sequence[Outcome]) -> tuple[Result, ...]:
    """The four suites."""
    return (
        retrieval(outcomes),
        _result("answering", ANSWERING, outcomes, answering_faults),
        _result("abstention", ABSTENTION, outcomes, _abstention_faults),
        _result("citations", CITATIONS, outcomes, _citation_faults),
    )


def retrieval(outcomes: Sequence[Outcome]) -> Result:
    """What ``service.search`` finds for the bare questions.

    Follow-ups are left out, as their words alone do not say what is sought, and so is what has no
    answer.
    """
    trials = []
    for outcome in outcomes:
        ranked = ranking(outcome)
        if ranked is not None:
            found = [" ".join(each.text.split())[:60] for each in outcome.found[:3]]
            trials.append(retrieval_trial(outcome.case, ranked, " | ".join(found)))
    return Result("retrieval", tuple(RETRIEVAL), tuple(trials))


def retrieval_trial(case: Case, ranked: Ranking, got: str) -> Trial:
    """A ranking, judged; a baseline's just as the program's own."""
    scores = {name: metric(ranked) for name, metric in RETRIEVAL.items()}
    missed = scores["recall@5"]
    bad = missed is not None and missed.hits < _RIGHT
    return Trial(
        id=case.id,
        cluster=case.cluster,
        groups=groups(case),
        scores={name: score for name, score in scores.items() if score is not None},
        faults=(f"recall@5 {missed.hits:.2f}",) if missed is not None and bad else (),
        asked=asked(case),
        got=got,
        grave=not any(each.holds for each in ranked.found[:_FIRST]),
    )


def sought(case: Case) -> bool:
    """Whether a case has something for a bare search to find."""
    return not (case.unanswerable or case.history) and bool(case.expected.gold)


def ranking(outcome: Outcome) -> Ranking | None:
    """The gold places in what was searched; nothing where there is none to find."""
    if not sought(outcome.case):
        return None
    return Ranking(
        gold=len(outcome.gold),
        nearby=nearby(outcome.gold, outcome),
        found=tuple(
            Found(
                holds=frozenset(
                    at for at, gold in enumerate(outcome.gold) if gold.holds(result.source)
                ),
                near=any(_is_near(gold, result.source) for gold in outcome.gold),
                text=f"{result.text} {' '.join(p.quote for p in pieces(result.source))}",
            )
            for result in outcome.found[:_FIRST]
        ),
        wanted=outcome.case.expected.must_contain,
    )


def nearby(gold: Sequence[Gold], outcome: Outcome) -> int:
    """How many rows lie in the tables of the gold rows, these apart."""
    tables = {
        (path, block.table)
        for each in gold
        for block in each.blocks
        for name, path in outcome.files.items()
        if block.table and name.startswith(each.unit.document)
    }
    rows = sum(
        sum(block.table == table for block in blocks(path)) for path, table in sorted(tables)
    )
    return max(0, rows - len(gold))


def groups(case: Case) -> tuple[str, ...]:
    """The names that a case is counted under."""
    return (
        f"set {case.documents}",
        f"kind {case.kind}",
        *(f"slice {tag}" for tag in case.tags),
    )


def asked(case: Case) -> str:
    """The question with those before it."""
    return " ⏎ ".join([*(turn.question for turn in case.history), case.question])


def answering_faults(outcome: Outcome) -> tuple[str, ...]:
    """What is wrong with an answer, an unbound figure and a change on repetition included."""
    found = list(faults(outcome))
    found += [f"unbound figure {number}" for number in loose(outcome)]
    if outcome.again is not None and outcome.again.answer != outcome.answer.answer:
        found.append("another answer when repeated")
    return tuple(found)


def _abstention_faults(outcome: Outcome) -> tuple[str, ...]:
    return _low(outcome, ABSTENTION)


def _citation_faults(outcome: Outcome) -> tuple[str, ...]:
    strict = {name: each for name, each in CITATIONS.items() if name != "citation precision"}
    return _low(outcome, strict)


def _low(outcome: Outcome, metrics: Mapping[str, Metric]) -> tuple[str, ...]:
    scored = ((name, metric(outcome)) for name, metric in metrics.items())
    return tuple(
        f"{name} {score.hits:g} of {score.trials}"
        for name, score in scored
        if score is not None and score.hits < score.trials
    )


def _result(
    suite: str,
    metrics: Mapping[str, Metric],
    outcomes: Sequence[Outcome],
    faulty: Callable[[Outcome], tuple[str, ...]],
) -> Result:
    trials = [_trial(outcome, metrics, faulty(outcome)) for outcome in outcomes]
    return Result(
        suite,
        tuple(metrics),
        tuple(trial for trial in trials if trial.scores),
        columns=tuple(name for name in metrics if name not in _ALONE),
    )


def _trial(outcome: Outcome, metrics: Mapping[str, Metric], found: tuple[str, ...]) -> Trial:
    scored = ((name, metric(outcome)) for name, metric in metrics.items())
    scores: dict[str, Score] = {name: score for name, score in scored if score is not None}
    return Trial(
        id=outcome.case.id,
        cluster=outcome.case.cluster,
        groups=groups(outcome.case),
        scores=scores,
        faults=found,
        asked=asked(outcome.case),
        got=" ".join(outcome.answer.answer.split())[:_SHOWN],
        grave=outcome.answer.status == "answered",
        elapsed_ms=outcome.elapsed_ms,
    )


def _is_near(gold: Gold, source: Source) -> bool:
    return source.file.startswith(gold.unit.document) and any(
        (block.table is not None and block.table == source.table)
        or (gold.unit.section != () and gold.unit.section == source.section)
        for block in gold.blocks
    )
