"""What the page connects with what, read from the configuration that a browser is sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr
import pytest

from tests.ui.fakes import FakeService
from ui import texts
from ui.app import build_ui
from ui.scrolling import TO_LAST_QUESTION
from ui.tabs.drafting import this_year

Config = dict[str, Any]


@pytest.fixture(scope="module")
def page() -> Iterator[Config]:
    blocks: gr.Blocks = build_ui(FakeService())
    yield blocks.config
    blocks.close()


def component(page: Config, *, elem_id: str | None = None, value: str | None = None) -> int:
    (found,) = (
        one["id"]
        for one in page["components"]
        if (elem_id is None or one["props"].get("elem_id") == elem_id)
        and (value is None or one["props"].get("value") == value)
    )
    return int(found)


def events(page: Config, target: int, event: str) -> list[Config]:
    return [one for one in page["dependencies"] if (target, event) in map(tuple, one["targets"])]


def test_the_chat_stays_at_the_question_asked_last_and_does_not_follow_the_end(
    page: Config,
) -> None:
    chat = component(page, elem_id="cchc-chat")
    (change,) = events(page, chat, "change")
    assert change["js"] == TO_LAST_QUESTION
    assert not change["backend_fn"]
    (props,) = (one["props"] for one in page["components"] if one["id"] == chat)
    assert props["autoscroll"] is False


@pytest.mark.parametrize("chosen_in", ["cchc-choose", "cchc-draft-stored"])
def test_another_choice_takes_the_question_of_removal_back(page: Config, chosen_in: str) -> None:
    confirms = {
        one["id"] for one in page["components"] if one["props"].get("value") == texts.REMOVE_CONFIRM
    }
    taken_back = events(page, component(page, elem_id=chosen_in), "input")
    assert any(confirms & set(one["outputs"]) for one in taken_back)


@pytest.mark.parametrize("button", ["cchc-draft-save", "cchc-draft-approve", "cchc-draft-again"])
def test_what_became_of_a_draft_is_said_beside_its_buttons(page: Config, button: str) -> None:
    said = component(page, elem_id="cchc-draft-said")
    notice = component(page, elem_id="cchc-draft-notice")
    chain = [one["id"] for one in events(page, component(page, elem_id=button), "click")]
    chain += [one["id"] for one in page["dependencies"] if one["trigger_after"] in chain]
    outputs = [one["outputs"] for one in page["dependencies"] if one["id"] in chain]
    assert any(said in ids for ids in outputs)
    assert not any(notice in ids for ids in outputs)


def test_the_year_of_a_report_begins_with_a_year_and_not_with_zero(page: Config) -> None:
    year = component(page, elem_id="cchc-draft-year")
    loads = [
        one
        for one in page["dependencies"]
        if any(event == "load" for _, event in one["targets"]) and year in one["outputs"]
    ]
    assert len(loads) == 1
    assert this_year() > 2000
