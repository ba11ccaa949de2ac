"""``make test-llm``: ask the eval questions through the chat model that ``CCHC_LLM`` names."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import click

from assistant import settings
from assistant.answer import Answer
from assistant.errors import BadSettings
from assistant.language.models import ChatModelSpec, build_chat_model
from assistant.language.phrasing import ModelPhraser, Phrasing
from assistant.settings import Settings
from assistant.store import Answerer
from evals import documents
from evals.case import Case, DocumentSet
from evals.metrics.accuracy import faults
from evals.opening import opened
from evals.outcome import Outcome, resolved
from evals.suite import Clock, Corpus, corpora

_UNSET = (
    "Chưa đặt CCHC_LLM; hãy đặt CCHC_LLM=NHÀ_CUNG_CẤP:MÔ_HÌNH (và CCHC_LLM_BASE_URL nếu dùng máy "
    "chủ riêng) rồi chạy lại `make test-llm`."
)
_SHOWN = 5


@dataclass(slots=True)
class Tally:
    """What came of all replies. ``worse`` are ids of cases that the rules alone got right."""

    phrasings: list[Phrasing] = field(default_factory=list)
    asked: int = 0
    right_by_rules: int = 0
    right: int = 0
    worse: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def text(self, model: str) -> str:
        """The report, for a person."""
        every = self.phrasings
        failures = Counter(each.failure for each in every if each.failure)
        lines = [
            f"model {model}",
            f"questions asked              {self.asked:6}",
            f"replies asked of the model   {len(every):6}   (refusals, questions back and long "
            "lists go unphrased)",
            f"replies not usable           {sum(failures.values()):6}",
            *(f"    {count} × {reason}" for reason, count in failures.most_common(_SHOWN)),
            f"sentences kept               {sum(each.kept for each in every):6}",
            f"sentences replaced           {sum(each.replaced for each in every):6}",
            f"sentences refused            {sum(each.refused for each in every):6}",
            f"rule-made lines added        {sum(each.added for each in every):6}",
            f"right by rules alone         {self.right_by_rules:6}",
            f"right as phrased             {self.right:6}",
            f"seconds                      {self.seconds:6.0f}",
        ]
        if self.worse:
            lines.append(f"right by rules, not as phrased: {', '.join(self.worse)}")
        return "\n".join(lines)


@click.command()
@click.option(
    "--set",
    "sets",
    multiple=True,
    type=click.Choice(["reference", "samples", "synthetic"]),
    help="default: samples, and reference where it lies beside the project",
)
@click.option("--limit", type=int, help="ask only so many questions of each set of documents")
def main(sets: tuple[DocumentSet, ...], limit: int | None) -> None:
    """Print how many sentences of the model were kept, replaced, refused."""
    try:
        chosen = settings.load()
        if chosen.llm is None:
            click.echo(_UNSET, err=True)
            sys.exit(2)
        phrased = _phrasing(chosen)
    except BadSettings as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    wanted = sets or (("samples", "reference") if documents.reference() else ("samples",))
    tally = Tally()
    started = time.perf_counter()
    with corpora(wanted) as found:
        for corpus in found:
            _ask(corpus, corpus.cases[:limit], phrased, tally)
    tally.seconds = time.perf_counter() - started
    click.echo(tally.text(chosen.llm))


def _phrasing(chosen: Settings) -> Callable[[Answerer, Tally], Answerer]:
    key = chosen.llm_api_key
    name = chosen.llm or ""
    model = build_chat_model(
        ChatModelSpec(
            name,
            base_url=chosen.llm_base_url,
            api_key=key.get_secret_value() if key else None,
            timeout=chosen.llm_timeout,
        )
    )

    def around(rules: Answerer, tally: Tally) -> Answerer:
        return ModelPhraser(
            rules,
            model,
            model_name=name,
            timeout=chosen.llm_timeout,
            observe=tally.phrasings.append,
        )

    return around


def _ask(
    corpus: Corpus,
    cases: Sequence[Case],
    phrased: Callable[[Answerer, Tally], Answerer],
    tally: Tally,
) -> None:
    """Ask each case twice: of the rules alone, and through the model."""
    clock = Clock()
    inner: list[Answerer] = []

    def around(rules: Answerer) -> Answerer:
        inner.append(rules)
        return phrased(rules, tally)

    with (
        opened(corpus.files, today=clock, phrased=around) as service,
        click.progressbar(cases, label=corpus.name, file=sys.stderr) as shown,
    ):
        for case in shown:
            clock.day = case.today
            said = service.ask(case.question, history=case.history)
            by_rules = _is_right(corpus, case, inner[0].answer(case.question, history=case.history))
            as_phrased = _is_right(corpus, case, said)
            tally.asked += 1
            tally.right_by_rules += by_rules
            tally.right += as_phrased
            if by_rules and not as_phrased:
                tally.worse.append(case.id)


def _is_right(corpus: Corpus, case: Case, answer: Answer) -> bool:
    outcome = Outcome(
        case=case,
        answer=answer,
        found=(),
        gold=resolved(case, corpus.files),
        files={file.name: file for file in corpus.files},
        elapsed_ms=0.0,
    )
    return not faults(outcome)


if __name__ == "__main__":
    main()
