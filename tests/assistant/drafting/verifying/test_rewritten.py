"""Whatever a model writes, the finished file holds every slot once and no other figure."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from assistant.drafting.model import SectionText
from assistant.drafting.rewriting.assembling import assemble
from assistant.drafting.rewriting.inspection import inspector
from assistant.drafting.rewriting.reply import read_reply_text
from assistant.drafting.verifying.expected import expected_lines
from assistant.drafting.verifying.paper import read_paper
from assistant.drafting.verifying.verify import slot_errors
from tests.assistant.drafting.rewriting.sections import GOOD, SECTION, SLOTS, reply
from tests.assistant.drafting.rewriting.test_rewrite import LIES
from tests.assistant.drafting.verifying.papers import COMPOSITION, written

_RULES = COMPOSITION.model_copy(update={"sections": (SECTION,)})


def _released(text: str) -> SectionText:
    return assemble(
        SECTION,
        read_reply_text(text),
        inspector=inspector(SECTION, SLOTS),
        required=frozenset(SLOTS),
        writer="m",
    ).section


def _figures(section: SectionText) -> list[str]:
    return sorted(mark for sentence in section.sentences() for mark in sentence.marks())


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie[0][1][:30])
def test_the_file_of_a_lying_model_holds_no_slot_error(
    tmp_path: Path, lie: list[tuple[str, str]]
) -> None:
    text = reply()
    for said, instead in lie:
        text = text.replace(said, instead, 1)
    section = _released(text)
    composition = COMPOSITION.model_copy(update={"sections": (section,)})
    paper = read_paper(written(tmp_path / "bao-cao.docx", composition))
    assert list(slot_errors(paper, expected_lines(composition), composition, ())) == []
    assert _figures(section) == _figures(SECTION)


def test_files_of_swapped_slots_are_wrong_when_held_against_the_rules(tmp_path: Path) -> None:
    """The reader of files sees what the inspector refuses, without its help."""
    paper = read_paper(written(tmp_path / "bao-cao.docx", _RULES))
    missed = []
    for one, other in combinations(SLOTS.values(), 2):
        lines = tuple(
            line.replace(one.text, "#").replace(other.text, one.text).replace("#", other.text)
            for line in paper.lines
        )
        swapped = replace(paper, lines=lines)
        if not list(slot_errors(swapped, expected_lines(_RULES), _RULES, ())):
            missed.append((one.id, other.id))
    assert missed == []


def test_a_good_reply_reaches_the_file_word_for_word(tmp_path: Path) -> None:
    composition = COMPOSITION.model_copy(update={"sections": (_released(reply()),)})
    paper = read_paper(written(tmp_path / "bao-cao.docx", composition))
    first = GOOD[0][0]
    for slot in SLOTS.values():
        first = first.replace(f"{{{slot.id}}}", slot.text)
    assert any(first in line for line in paper.lines)
