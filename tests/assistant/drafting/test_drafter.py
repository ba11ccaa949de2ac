"""Composing with and without a model: who writes, what is told, what never gets through."""

from __future__ import annotations

import json
from pathlib import Path

from langchain_core.language_models import FakeListChatModel

from assistant.drafting.drafter import Drafter
from assistant.drafting.material import prepare
from assistant.drafting.printing import text_of
from assistant.drafting.rewriting import ModelWriter
from assistant.drafting.stored import Numbers
from tests.assistant.drafting.annexes import read


def drafter(*replies: str) -> Drafter:
    if not replies:
        return Drafter()
    model = FakeListChatModel(responses=list(replies))
    return Drafter(model=lambda: ModelWriter(model, "giả:một", schema=False))


def composed(annex: Path, made: Drafter) -> tuple[list[str], set[str], list[str]]:
    """The texts of the sections, who wrote sentences, and what was told meanwhile."""
    told: list[str] = []
    composition = made.compose(
        made.outline("annual-report"),
        prepare(read(annex), year=2031),
        numbers=Numbers(),
        progress=lambda label, _done, _total: told.append(label),
    )
    texts = [text_of(section, composition.slots) for section in composition.sections]
    writers = {one.writer for section in composition.sections for one in section.sentences()}
    return texts, writers, told


def test_each_section_is_told(annex: Path) -> None:
    _, writers, told = composed(annex, drafter())
    assert writers == {"rules"}
    assert any("I.2" in label for label in told)


def test_a_model_that_answers_nonsense_leaves_the_rules_text(annex: Path) -> None:
    by_rules, _, _ = composed(annex, drafter())
    texts, writers, told = composed(annex, drafter("Tôi không hiểu.", ""))
    assert texts == by_rules
    assert writers == {"rules"}
    assert "Viết mục I.1" in told


def test_a_model_that_invents_figures_gets_none_of_them_through(annex: Path) -> None:
    by_rules, _, _ = composed(annex, drafter())
    invented = json.dumps(
        {"paragraphs": [{"sentences": ["Sở đã tiếp nhận 9.999 hồ sơ, đạt một trăm phần trăm."]}]},
        ensure_ascii=False,
    )
    texts, _, _ = composed(annex, drafter(invented))
    assert "9.999" not in "".join(texts)
    assert "một trăm" not in "".join(texts)
    assert texts == by_rules
