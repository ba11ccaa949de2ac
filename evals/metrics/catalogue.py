"""Which metrics a suite reports, in the order of its table."""

from __future__ import annotations

from collections.abc import Callable

from evals.metrics.abstention_precision import abstention_precision
from evals.metrics.abstention_recall import abstention_recall
from evals.metrics.accuracy import accuracy
from evals.metrics.bound import figures_bound
from evals.metrics.citation_precision import citation_precision
from evals.metrics.citation_recall import gold_cited
from evals.metrics.figure_periods import figure_periods
from evals.metrics.figure_units import figure_units
from evals.metrics.figure_values import figure_values
from evals.metrics.figures import figure_accuracy
from evals.metrics.gain import ndcg_at_10
from evals.metrics.hit import hit_at_5
from evals.metrics.locators import locators_exact
from evals.metrics.marks import marks_resolve
from evals.metrics.quotes import quotes_verbatim
from evals.metrics.ranking import Ranking
from evals.metrics.recall import recall_at_5, recall_at_10
from evals.metrics.reciprocal_rank import mrr_at_10
from evals.metrics.repeated import repeated
from evals.metrics.score import Score
from evals.metrics.wording_found import answer_in_5, answer_in_first
from evals.metrics.wrong import wrong_answers
from evals.outcome import Outcome

Metric = Callable[[Outcome], Score | None]
RankingMetric = Callable[[Ranking], Score | None]

ANSWERING: dict[str, Metric] = {
    "answer accuracy": accuracy,
    "wrong-answer rate": wrong_answers,
    "figure accuracy": figure_accuracy,
    "figure values": figure_values,
    "figure units": figure_units,
    "figure periods": figure_periods,
    "figures bound": figures_bound,
    "same when repeated": repeated,
}
ABSTENTION: dict[str, Metric] = {
    "abstention precision": abstention_precision,
    "abstention recall": abstention_recall,
}
CITATIONS: dict[str, Metric] = {
    "gold cited": gold_cited,
    "citation precision": citation_precision,
    "quotes verbatim": quotes_verbatim,
    "locators exact": locators_exact,
    "marks resolve": marks_resolve,
}
ASKING: dict[str, Metric] = {**ANSWERING, **ABSTENTION, **CITATIONS}
RETRIEVAL: dict[str, RankingMetric] = {
    "recall@5": recall_at_5,
    "recall@10": recall_at_10,
    "hit@5": hit_at_5,
    "mrr@10": mrr_at_10,
    "ndcg@10": ndcg_at_10,
    "answer in first": answer_in_first,
    "answer in first 5": answer_in_5,
}

LOWER_IS_BETTER = frozenset(
    {"wrong-answer rate", "false alarms", "slot error rate", "omission rate"}
)
