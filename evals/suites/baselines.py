"""Retrieval by the program and by every baseline, over the same documents and questions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import mean

from langchain_core.embeddings import Embeddings

from evals.baselines import Baseline, BuildBaseline
from evals.baselines.catalogue import BUILDERS
from evals.baselines.judging import ranking_of
from evals.baselines.plain import plain_texts
from evals.case import DocumentSet
from evals.errors import NeedsEmbeddings
from evals.metrics.catalogue import RETRIEVAL
from evals.metrics.ranking import Ranking
from evals.outcome import Outcome
from evals.suite import SETS, Corpus, corpora, run
from evals.suites.asking import ranking, retrieval_trial, sought
from evals.trial import Result, Trial
from vectorstore.embeddings.factory import EmbeddingSpec, create_embeddings

PROGRAM = "this program"
_FIRST = 10
_FEW = 5


class Remembered(Embeddings):
    """Embeddings that several baselines ask for the same texts; each text is embedded once."""

    def __init__(self, embeddings: Embeddings) -> None:
        self._embeddings = embeddings
        self._documents: dict[str, list[float]] = {}
        self._queries: dict[str, list[float]] = {}

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """As the embeddings inside."""
        fresh = [text for text in dict.fromkeys(texts) if text not in self._documents]
        if fresh:
            found = self._embeddings.embed_documents(fresh)
            self._documents |= dict(zip(fresh, found, strict=True))
        return [self._documents[text] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """As the embeddings inside."""
        if text not in self._queries:
            self._queries[text] = self._embeddings.embed_query(text)
        return self._queries[text]


@dataclass(frozen=True, slots=True)
class Compared:
    """A retriever's trials, and how many characters its first five results show a reader."""

    name: str
    result: Result
    shown: float


def compared(sets: Collection[DocumentSet], *, dense: bool, part: int = 1) -> tuple[Compared, ...]:
    """Everyone on the same cases; what needs vectors takes part with ``dense`` only.

    ``part`` takes every so many-th invented family, for vectors cost time.
    """
    embeddings = Remembered(create_embeddings(EmbeddingSpec(provider="bundled"))) if dense else None
    rankings: dict[str, list[tuple[Outcome, Ranking]]] = {}
    with corpora(tuple(sets)) as found:
        for corpus in part_of(found, part):
            outcomes = run([corpus], wanted=sought, dense=dense, twice=False)
            own = rankings.setdefault(PROGRAM + (", with vectors" if dense else ""), [])
            own += [(each, ranked) for each in outcomes if (ranked := ranking(each)) is not None]
            for name, build in BUILDERS.items():
                baseline = _built(build, corpus, embeddings)
                if baseline is not None:
                    rankings.setdefault(name, []).extend(
                        (each, ranking_of(each, baseline.search(each.case.question, _FIRST)))
                        for each in outcomes
                    )
    return tuple(_compared(name, found) for name, found in rankings.items())


def part_of(found: Sequence[Corpus], part: int) -> list[Corpus]:
    """All that people wrote, and every ``part``-th invented family."""
    whole = [corpus for corpus in found if corpus.name in SETS]
    invented = [corpus for corpus in found if corpus.name not in SETS]
    return [*whole, *invented[::part]]


def _built(build: BuildBaseline, corpus: Corpus, embeddings: Embeddings | None) -> Baseline | None:
    texts = plain_texts(corpus.files)
    try:
        return build(texts, embeddings)
    except NeedsEmbeddings:
        return None


def _compared(name: str, found: list[tuple[Outcome, Ranking]]) -> Compared:
    trials: list[Trial] = [
        retrieval_trial(outcome.case, ranked, ranked.found[0].text[:60] if ranked.found else "")
        for outcome, ranked in found
    ]
    shown = mean(sum(len(each.text) for each in ranked.found[:_FEW]) for _, ranked in found)
    return Compared(name, Result(name, tuple(RETRIEVAL), tuple(trials)), shown)
