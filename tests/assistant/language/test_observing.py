"""What came of each reply is told in counts, whole failures too."""

from __future__ import annotations

import pytest

from assistant.language.models import ChatModelSpec, build_chat_model
from assistant.language.phrasing import ModelPhraser, Phrasing
from tests.assistant.language.answers import QUESTION, TRUTHFUL, FakeAnswerer
from tests.assistant.language.endpoint import Manner, Script, serving


def _observed(script: Script) -> Phrasing:
    seen: list[Phrasing] = []
    with serving(script) as endpoint:
        model = build_chat_model(ChatModelSpec("openai:scripted", base_url=endpoint.base_url))
        phraser = ModelPhraser(FakeAnswerer(), model, model_name="scripted", observe=seen.append)
        phraser.answer(QUESTION)
    (one,) = seen
    return one


def test_true_sentences_are_counted_as_kept() -> None:
    assert _observed(Script(TRUTHFUL)) == Phrasing(kept=6)


def test_a_lie_is_replaced_and_what_is_left_out_is_added() -> None:
    seen = _observed(Script("Đến năm 2030 phải đạt 99% giao dịch thanh toán trực tuyến [2]."))
    assert (seen.kept, seen.replaced, seen.failure) == (0, 1, None)
    assert seen.added == 5


def test_a_sentence_that_cites_nothing_there_is_refused() -> None:
    seen = _observed(Script(f"{TRUTHFUL} Giám đốc đã phê duyệt 45 tỷ đồng [77]."))
    assert (seen.kept, seen.refused) == (6, 1)


@pytest.mark.parametrize("manner", ["cut", "drop", "error"])
def test_an_unusable_reply_is_counted_with_its_reason(manner: Manner) -> None:
    assert _observed(Script(TRUTHFUL, manner=manner)).failure
