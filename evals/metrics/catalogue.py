"""Which metrics a suite reports, in the order of its table."""

from __future__ import annotations

from collections.abc import Callable

from evals.metrics.abstention import abstention_precision, abstention_recall
from evals.metrics.accuracy import accuracy
from evals.metrics.citations import gold_cited, locators_exact, quotes_verbatim
from evals.metrics.figures import figure_accuracy, figure_values
from evals.metrics.retrieval import mrr_at_10, recall_at_5
from evals.metrics.score import Score
from evals.metrics.wrong import wrong_answers
from evals.outcome import Outcome

Metric = Callable[[Outcome], Score | None]

ASKING: dict[str, Metric] = {
    "answer accuracy": accuracy,
    "wrong-answer rate": wrong_answers,
    "abstention precision": abstention_precision,
    "abstention recall": abstention_recall,
    "figure accuracy": figure_accuracy,
    "figure values": figure_values,
    "gold cited": gold_cited,
    "quotes verbatim": quotes_verbatim,
    "locators exact": locators_exact,
    "recall@5": recall_at_5,
    "mrr@10": mrr_at_10,
}
