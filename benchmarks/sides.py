"""The sides of a comparison: the program with and without vectors, and every baseline."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.answer import SearchResult
from assistant.service import Service
from evals.baselines import FoundPassage
from evals.baselines.catalogue import BUILDERS
from evals.baselines.judging import holds
from evals.baselines.plain import plain_texts
from evals.case import Case
from evals.metrics.accuracy import faults
from evals.opening import opened
from evals.outcome import Gold, Outcome, pieces, resolved
from evals.suite import Clock, Corpus
from evals.wording import contains

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

_FEW, _MANY = 5, 10


@dataclass(frozen=True, slots=True)
class Hit:
    """A result: the gold places it holds, and the words it would hand to whoever answers."""

    holds: frozenset[int]
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of those compared. ``search`` only searches; ``judge`` says what its results hold."""

    name: str
    search: Callable[[str, int], Sequence[object]]
    judge: Callable[[object, Sequence[Gold]], Hit]
    answer: Callable[[Case], Outcome] | None = None


@dataclass(slots=True)
class Measured:
    """Sums over the questions that have something to find, and times in milliseconds."""

    asked: int = 0
    recalls: float = 0.0
    reciprocals: float = 0.0
    wordings: int = 0
    answered: int = 0
    rights: int = 0
    wrongs: int = 0
    searches: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)

    @classmethod
    def together(cls, parts: Sequence[Measured]) -> Measured:
        """The parts as one."""
        return cls(
            asked=sum(part.asked for part in parts),
            recalls=sum(part.recalls for part in parts),
            reciprocals=sum(part.reciprocals for part in parts),
            wordings=sum(part.wordings for part in parts),
            answered=sum(part.answered for part in parts),
            rights=sum(part.rights for part in parts),
            wrongs=sum(part.wrongs for part in parts),
            searches=[one for part in parts for one in part.searches],
            answers=[one for part in parts for one in part.answers],
        )

    @property
    def recall(self) -> float:
        """Gold places in the first five, of as many as five results can hold."""
        return self.recalls / (self.asked or 1)

    @property
    def reciprocal(self) -> float:
        """Mean of one over the rank of the first gold place within ten."""
        return self.reciprocals / (self.asked or 1)

    @property
    def wording(self) -> float:
        """Share of questions whose answer's wording stands in the first five results."""
        return self.wordings / (self.asked or 1)

    @property
    def right(self) -> float | None:
        """Share of all cases, unanswerable ones too, that were answered right."""
        return self.rights / self.answered if self.answered else None

    @property
    def wrong(self) -> float | None:
        """Share of all cases that got an answer which is not right."""
        return self.wrongs / self.answered if self.answered else None

    def search_ms(self, quantile: float) -> float:
        """A quantile of the time of a search."""
        return _at(self.searches, quantile)

    def answer_ms(self, quantile: float) -> float | None:
        """A quantile of the time of an answer."""
        return _at(self.answers, quantile) if self.answers else None


@contextmanager
def program_side(corpus: Corpus, *, dense: bool) -> Iterator[Side]:
    """This program over the files of a corpus."""
    clock = Clock()
    with opened(corpus.files, today=clock, dense=dense) as service:
        yield Side(
            name="this program" if dense else "this program, words only",
            search=lambda question, k: service.search(question, k=k).results,
            judge=_judge_result,
            answer=lambda case: _outcome(service, clock, case, corpus),
        )


def baseline_sides(corpus: Corpus, embeddings: Embeddings) -> list[Side]:
    """Every baseline of the evals over the same files."""
    texts = plain_texts(corpus.files)
    built = {name: build(texts, embeddings) for name, build in BUILDERS.items()}
    return [Side(name, each.search, _judge_passage) for name, each in built.items()]


def measured(side: Side, corpus: Corpus) -> Measured:
    """Ask everything of one side; the first search is not counted, it may load a model."""
    result = Measured()
    side.search(corpus.cases[0].question, _MANY)
    for case in corpus.cases:
        if side.answer is not None:
            outcome = side.answer(case)
            right = not faults(outcome)
            result.answered += 1
            result.rights += right
            result.wrongs += not right and outcome.answer.status == "answered"
            result.answers.append(outcome.elapsed_ms)
        if case.unanswerable or case.history or not case.expected.gold:
            continue
        gold = resolved(case, corpus.files)
        started = time.perf_counter()
        found = side.search(case.question, _MANY)
        result.searches.append((time.perf_counter() - started) * 1000)
        _count(result, [side.judge(each, gold) for each in found], case, len(gold))
    return result


def _count(result: Measured, hits: Sequence[Hit], case: Case, gold: int) -> None:
    result.asked += 1
    first = frozenset[int]().union(*(hit.holds for hit in hits[:_FEW]))
    result.recalls += min(1.0, len(first) / min(gold, _FEW))
    ranks = (rank for rank, hit in enumerate(hits[:_MANY], start=1) if hit.holds)
    result.reciprocals += 1 / next(ranks, float("inf"))
    text = "\n".join(hit.text for hit in hits[:_FEW])
    result.wordings += all(
        any(contains(text, wording) for wording in group) for group in case.expected.must_contain
    )


def _judge_result(found: object, gold: Sequence[Gold]) -> Hit:
    assert isinstance(found, SearchResult)
    holds = frozenset(at for at, each in enumerate(gold) if each.holds(found.source))
    quotes = " ".join(piece.quote for piece in pieces(found.source))
    return Hit(holds, f"{found.text} {quotes}")


def _judge_passage(found: object, gold: Sequence[Gold]) -> Hit:
    assert isinstance(found, FoundPassage)
    return Hit(frozenset(at for at, each in enumerate(gold) if holds(each, found)), found.text)


def _outcome(service: Service, clock: Clock, case: Case, corpus: Corpus) -> Outcome:
    clock.day = case.today
    started = time.perf_counter()
    answer = service.ask(case.question, history=case.history)
    elapsed = (time.perf_counter() - started) * 1000
    return Outcome(
        case=case,
        answer=answer,
        found=(),
        gold=resolved(case, corpus.files),
        files={file.name: file for file in corpus.files},
        elapsed_ms=elapsed,
    )


def _at(times: Sequence[float], quantile: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * quantile))]
