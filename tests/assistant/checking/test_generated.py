"""Invented indicators, units, sections and figures: clean pairs pass, single errors are caught."""

from __future__ import annotations

import random

import pytest

from assistant.answer import Check
from assistant.checking.check import check_document
from tests.assistant.checking.blocks import corrupted, layered, sentence
from tests.assistant.checking.generated import MUTATORS, Paper, Said, paper
from tests.assistant.checking.papers import reading_of

PAPERS, AT_ONCE = 17, 6
RIGHT = {"match", "rounded", "derived", "not_a_claim"}


def complaints(check: Check) -> list[str]:
    return [one.message for one in check.findings if one.severity != "info"]


@pytest.mark.parametrize("seed", range(PAPERS))
def test_a_clean_report_has_only_matching_figures(seed: int) -> None:
    check = check_document(reading_of(paper(seed).render()))
    assert check.findings == ()
    told = [one for one in check.figures if one.source is not None and one.source.table is None]
    assert {one.verdict for one in told} == {"match", "not_a_claim"}


def wronged(clean: Paper, operator: str, seed: int) -> tuple[Paper, list[Said]]:
    """A report with up to six errors of one kind, and the sentences they stand in."""
    rng = random.Random(f"{operator} {seed}")
    spoiled, sentences = clean, []
    for place in rng.sample(clean.figures(), AT_ONCE):
        said = MUTATORS[operator](rng, clean, place)
        if said is not None and said.text() != clean.at(place).text():
            spoiled = spoiled.put(place, said)
            sentences.append(said)
    return spoiled, sentences


@pytest.mark.parametrize("operator", sorted(MUTATORS))
def test_every_error_is_caught_at_its_place(operator: str) -> None:
    tried, missed = 0, []
    for seed in range(PAPERS):
        spoiled, sentences = wronged(paper(seed), operator, seed)
        check = check_document(reading_of(spoiled.render()))
        accused = {one.left.quote for one in check.findings if one.severity == "error"}
        tried += len(sentences)
        missed += [
            said.text() for said in sentences if not any(quote in said.text() for quote in accused)
        ]
    assert tried >= 60
    assert missed == []


@pytest.mark.parametrize("seed", range(12))
def test_sentences_of_several_figures_agree_with_totals_parts_and_shares(seed: int) -> None:
    check = check_document(reading_of(layered(seed).render()))
    assert complaints(check) == []
    told = [one for one in check.figures if one.source is not None and one.source.table is None]
    assert {one.verdict for one in told} <= RIGHT


@pytest.mark.parametrize("side", ["text", "annex"])
def test_an_error_in_a_total_a_part_or_a_share_is_caught_on_either_side(side: str) -> None:
    tried, missed = 0, []
    for seed in range(25):
        clean, rng = layered(seed), random.Random(f"{side} {seed}")
        at = rng.randrange(len(clean.annex))
        wrong = corrupted(rng, clean.annex[at])
        if wrong is None:
            continue
        kind, block = wrong
        spoiled = clean.with_text(at, block) if side == "text" else clean.with_annex(at, block)
        tried += 1
        if not complaints(check_document(reading_of(spoiled.render()))):
            missed.append((seed, kind, sentence(spoiled.text[at], spoiled.wording[at])))
    assert tried >= 15
    assert missed == []
