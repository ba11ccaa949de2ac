"""Prompts declare their inputs, and the loader holds them to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from prompts.loader import PromptError, load_prompt

GOOD = (
    "---\ninputs: [question, evidence]\n---\n# system\nLuật\n\n# user\n{{question}}: {{evidence}}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_a_prompt_is_filled_with_its_inputs(folder: Path) -> None:
    rendered = load_prompt("good", folder=folder).render({"question": "Ai?", "evidence": "[1] A"})
    assert rendered == ("Luật", "Ai?: [1] A")


def test_what_is_filled_in_is_not_read_for_inputs(folder: Path) -> None:
    _, user = load_prompt("good", folder=folder).render(
        {"question": "{{evidence}}", "evidence": "mật"}
    )
    assert user == "{{evidence}}: mật"


def test_a_missing_input_is_named(folder: Path) -> None:
    with pytest.raises(PromptError, match="“evidence”"):
        load_prompt("good", folder=folder).render({"question": "Ai?"})


def test_an_undeclared_input_is_named(folder: Path) -> None:
    with pytest.raises(PromptError, match="“answer”"):
        load_prompt("good", folder=folder).render({"question": "", "evidence": "", "answer": ""})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("---\ninputs: [question]\n---\n# user\n{{question}} {{evidence}}\n", "“evidence”"),
        ("---\ninputs: [question, spare]\n---\n# user\n{{question}}\n", "“spare”"),
        ("# user\n{{question}}\n", "inputs"),
        ("---\ninputs: question\n---\n# user\n{{question}}\n", "inputs"),
        ("---\n: [\n---\n# user\nA\n", "inputs"),
        ("---\ninputs: []\n---\n# system\nA\n", "# user"),
    ],
)
def test_a_file_that_does_not_keep_its_word_is_refused(
    tmp_path: Path, text: str, named: str
) -> None:
    (tmp_path / "bad.md").write_text(text, encoding="utf-8")
    with pytest.raises(PromptError, match=named):
        load_prompt("bad", folder=tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match="“none”"):
        load_prompt("none", folder=tmp_path)


def test_every_shipped_prompt_loads() -> None:
    shipped = sorted(Path(load_prompt.__code__.co_filename).parent.glob("*.md"))
    assert shipped
    for path in shipped:
        assert load_prompt(path.stem).inputs
