"""The report of a run with a chat model."""

from __future__ import annotations

from collections import Counter

import click

from assistant import settings as settings_of
from assistant.errors import AssistantError
from assistant.language.models import ChatModelSpec, build_chat_model
from evals.errors import ModelUnusable
from evals.machine import commit, machine
from evals.metrics.interval import share
from evals.metrics.judged import judged_right
from evals.model.drafting import draft_with
from evals.model.kept import Kept, kept_text, of_draft, of_replies
from evals.model.run import Chat, Phrased, phrase, sample
from evals.outcome import Outcome
from evals.report import as_text, interval, latency, percent
from evals.suite import Corpus, corpora
from evals.suites import asking
from evals.suites.catalogue import Plan
from evals.trial import Result

_REASONS = 8
ASKING = frozenset({"answering", "abstention", "citations"})


def print_run(name: str, plan: Plan, *, judge: bool, worst: int, size: int) -> None:
    """Ask with the model ``name`` and print what it kept, how right it is, and how fast.

    Its endpoint and key are those of the program's settings.

    Raises:
        ModelUnusable: the model cannot be built.
    """
    try:
        settings = settings_of.load(llm=name)
        key = settings.llm_api_key
        model = build_chat_model(
            ChatModelSpec(
                name,
                base_url=settings.llm_base_url,
                api_key=key.get_secret_value() if key else None,
                timeout=settings.llm_timeout,
            )
        )
    except AssistantError as error:
        raise ModelUnusable(str(error)) from error
    with corpora(plan.sets, seed=plan.seed) as found:
        wanted = [
            Corpus(each.name, each.files, tuple(filter(plan.wanted, each.cases))) for each in found
        ]
        chat = Chat(name, model, settings.llm_timeout, judge)
        if ASKING & set(plan.suites):
            done = phrase(sample(wanted, size), chat)
            click.echo(text(done, name=name, worst=worst))
    if "drafting" in plan.suites:
        drafted = of_draft(draft_with(name))
        click.echo(f"\n== {name} drafting the samples' annual report ==\n{kept_text(drafted)}")


def text(done: list[Phrased], *, name: str, worst: int) -> str:
    """Sentences first, then the metrics beside those of the rules alone, then the worst cases."""
    total = of_replies([reply for each in done for reply in each.replies])
    by_model = _suites([each.model for each in done])
    by_rules = {result.suite: result for result in _suites([each.rules for each in done])}
    lines = [f"== {name} on {len(done)} cases ==", kept_text(total), ""]
    lines.append(f"{'metric':22}{'n':>7}{'model':>9}{'rules':>9}   95 % interval of the model's")
    for result in by_model:
        for metric in result.metrics:
            found = result.measured(metric)
            ruled = by_rules[result.suite].measured(metric).value
            lines.append(
                f"{metric:22}{found.n:7}{percent(found.value):>9}{percent(ruled):>9}   "
                f"{interval(found)}"
            )
    lines += [*_judged(done), *_failures(total)]
    timed = [trial for result in by_model if result.suite == "answering" for trial in result.trials]
    failing = next(result for result in by_model if result.suite == "answering")
    lines += ["", as_text(failing, worst=worst), latency(timed), f"{machine()}; commit {commit()}"]
    return "\n".join(lines)


def _suites(outcomes: list[Outcome]) -> list[Result]:
    return [result for result in asking.results(outcomes) if result.suite != "retrieval"]


def _judged(done: list[Phrased]) -> list[str]:
    scored = [
        (each.model.case.cluster, score)
        for each in done
        if each.opinion is not None
        for score in (judged_right(each.opinion),)
        if score is not None
    ]
    asked = sum(each.opinion is not None for each in done)
    if not asked:
        return []
    found = share(scored)
    return [
        f"judged right by the model itself (a monitor, never a gate): {percent(found.value)} of "
        f"{found.n}, {interval(found)}; {asked - found.n} could not be judged"
    ]


def _failures(total: Kept) -> list[str]:
    counted = Counter(total.failures).most_common(_REASONS)
    return [f"{times:5} replies not usable: {reason}" for reason, times in counted]
