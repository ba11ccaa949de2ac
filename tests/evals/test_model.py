"""Runs with a chat model: what is counted, and that a model's opinion is only an opinion."""

from __future__ import annotations

from pathlib import Path

import pytest
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from assistant.answer import Draft, DraftSection, DraftSentence
from assistant.language.phrasing import Phrasing
from evals.case import Case, Expected
from evals.errors import ModelUnusable
from evals.metrics.judged import Opinion, judged_right, read_opinion
from evals.metrics.score import Score
from evals.model.kept import Kept, kept_text, of_draft, of_replies
from evals.model.report import print_run, text
from evals.model.run import Chat, phrase, sample
from evals.suite import Corpus
from evals.suites.catalogue import Plan
from tests.evals.builders import document


def replies(*texts: str) -> GenericFakeChatModel:
    return GenericFakeChatModel(messages=iter(AIMessage(content=each) for each in texts))


def corpus(path: Path, questions: int = 1) -> Corpus:
    cases = tuple(
        Case(
            id=f"x-{number}",
            question="Có bao nhiêu hồ sơ quá hạn?",
            kind="indicator",
            documents="mine",
            expected=Expected(status=("answered",), must_contain=(("12",),)),
        )
        for number in range(questions)
    )
    return Corpus("mine", (path,), cases)


def test_counts_add_up_and_are_shown() -> None:
    told = [Phrasing(kept=2, replaced=1), Phrasing(refused=1, added=3), Phrasing(failure="hết giờ")]
    total = of_replies(told)
    assert (total.replies, total.written, total.kept, total.added) == (3, 4, 2, 3)
    assert total.failures == ("hết giờ",)
    assert "2 kept (50.0 %)" in kept_text(total)
    assert "0 sentences" in kept_text(Kept())


def test_a_drafts_sentences_are_counted_by_writer() -> None:
    def section(*writers: str) -> DraftSection:
        told = tuple(DraftSentence(text="x", writer=writer) for writer in writers)
        return DraftSection(key="I", title="I", text="x", sentences=told)

    draft = Draft(sections=(section("model", "rules"), section("rules"), section()))
    found = of_draft(draft)
    assert (found.kept, found.replaced, found.replies, len(found.failures)) == (1, 2, 2, 1)


def test_a_run_keeps_the_answers_of_model_and_rules_apart(tmp_path: Path) -> None:
    model = replies("Số hồ sơ quá hạn là 12 [1].", "yes")
    (done,) = phrase([corpus(document(tmp_path))], Chat("fake", model, 20, judge=True))
    assert of_replies(done.replies).written == 1
    assert "12" in done.rules.answer.answer
    assert done.rules.answer.writer == "rules"
    assert done.opinion == "yes"
    shown = text([done], name="fake", worst=3)
    assert "1 sentences" in shown
    assert "judged right by the model itself (a monitor, never a gate)" in shown


def test_a_judge_that_fails_is_unclear_and_does_not_count(tmp_path: Path) -> None:
    model = replies("Số hồ sơ quá hạn là 12 [1].")  # runs out at the second request
    (done,) = phrase([corpus(document(tmp_path))], Chat("fake", model, 20, judge=True))
    assert done.opinion == "unclear"
    assert judged_right("unclear") is None


@pytest.mark.parametrize(
    ("reply", "opinion", "score"),
    [
        ("Yes.", "yes", Score(1.0)),
        ("I first thought yes, but no", "no", Score(0.0)),
        ("unclear", "unclear", None),
        ("đúng", "unclear", None),
    ],
)
def test_an_opinion_is_one_of_three_words(
    reply: str, opinion: Opinion, score: Score | None
) -> None:
    assert read_opinion(reply) == opinion
    assert judged_right(opinion) == score


def test_the_sample_is_the_same_on_every_run(tmp_path: Path) -> None:
    every = corpus(document(tmp_path), 20)
    first, second = sample([every], 5), sample([every], 5)
    assert first == second
    assert len(first[0].cases) == 5
    assert len(sample([every], 99)[0].cases) == 20


def test_a_model_that_cannot_be_built_is_said() -> None:
    with pytest.raises(ModelUnusable, match="khongco"):
        print_run("khongco:x", Plan(), judge=False, worst=1, size=1)
