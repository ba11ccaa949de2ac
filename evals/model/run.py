"""Asks a sample of the cases with a chat model and keeps what came of it."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.language.phrasing import ModelPhraser, Phrasing
from assistant.language.streaming import ModelFailure, read_reply
from assistant.service import Service
from evals.case import Case
from evals.metrics.judged import Opinion, read_opinion
from evals.opening import opened
from evals.outcome import Outcome, resolved
from evals.suite import Clock, Corpus

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.store import Answerer

_SEED = 20230101
_LONGEST = 20_000
_JUDGING = Path(__file__).with_name("judging.md")


@dataclass(frozen=True, slots=True)
class Phrased:
    """A case answered by the model and by the rules alone; ``replies`` is empty for refusals."""

    model: Outcome
    rules: Outcome
    replies: tuple[Phrasing, ...]
    opinion: Opinion | None


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat model by its name; ``timeout`` bounds each reply in seconds.

    ``judge`` also asks it what it thinks of each answer.
    """

    name: str
    model: BaseChatModel
    timeout: float
    judge: bool = False


def sample(corpora: Sequence[Corpus], size: int) -> tuple[Corpus, ...]:
    """At most ``size`` cases, the same ones on every run, in their order."""
    every = [(corpus.name, case.id) for corpus in corpora for case in corpus.cases]
    chosen = set(random.Random(_SEED).sample(every, min(size, len(every))))  # noqa: S311 - a draw
    return tuple(
        Corpus(
            corpus.name,
            corpus.files,
            tuple(case for case in corpus.cases if (corpus.name, case.id) in chosen),
        )
        for corpus in corpora
    )


def phrase(corpora: Sequence[Corpus], chat: Chat) -> list[Phrased]:
    """Ask every case, of the model and of the rules."""
    found: list[Phrased] = []
    for corpus in corpora:
        if corpus.cases:
            asked = _Asked(corpus, chat)
            with opened(corpus.files, today=asked.clock, phrased=asked.around) as service:
                found += [asked.ask(service, case) for case in corpus.cases]
    return found


@dataclass(slots=True)
class _Asked:
    """One corpus while it is asked."""

    corpus: Corpus
    chat: Chat
    clock: Clock = field(default_factory=Clock)
    rules: list[Answerer] = field(default_factory=list)
    told: list[Phrasing] = field(default_factory=list)

    def around(self, rules: Answerer) -> Answerer:
        self.rules.append(rules)
        chat = self.chat
        return ModelPhraser(
            rules,
            chat.model,
            model_name=chat.name,
            timeout=chat.timeout,
            observe=self.told.append,
        )

    def ask(self, service: Service, case: Case) -> Phrased:
        self.clock.day = case.today
        self.told.clear()
        began = time.perf_counter()
        answer = service.ask(case.question, history=case.history)
        elapsed = (time.perf_counter() - began) * 1000
        ruled = self.rules[0].answer(case.question, history=case.history)
        gold = resolved(case, self.corpus.files)
        files = {file.name: file for file in self.corpus.files}
        by_model = Outcome(case, answer, (), gold, files, elapsed)
        judged = self.chat.judge and not case.unanswerable
        return Phrased(
            by_model,
            Outcome(case, ruled, (), gold, files, 0.0),
            tuple(self.told),
            _judged(self.chat, by_model) if judged else None,
        )


def _judged(chat: Chat, outcome: Outcome) -> Opinion:
    wanted = [" | ".join(group) for group in outcome.case.expected.must_contain]
    prompt = _JUDGING.read_text(encoding="utf-8").format(
        question=outcome.case.question,
        wanted="\n".join(wanted),
        answer=outcome.answer.answer.replace(">>>", "›"),
    )
    said = ""
    try:
        for piece in read_reply(chat.model, prompt, seconds=chat.timeout, characters=_LONGEST):
            said += piece
    except ModelFailure:  # what it had said before counts; nothing is "unclear"
        return read_opinion(said)
    return read_opinion(said)
