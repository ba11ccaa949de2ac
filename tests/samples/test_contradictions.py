from __future__ import annotations

import re
from string import Formatter

from samples.facts import report
from samples.facts.identity import ANNEX_2025, REPORT_2025
from samples.facts.statistics import ROWS
from tests.samples.reading import FOLDER, paragraphs, word_table

TEMPLATES = [text for _, texts in report.RESULTS for text in texts]
NOT_A_FIGURE = re.compile(
    r"số \d+(?:/\d{4})?/[A-ZĐ-]+|ngày \d{1,2}(?: tháng \d{1,2} năm \d{4}|/\d{1,2}/\d{4})"
    r"|ISO 9001:2015|năm \d{4}|quý I{1,3}V?/\d{4}"
)


def _slots(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name]


def _said_in_the_report() -> dict[str, str]:
    lines = paragraphs(REPORT_2025.file)
    found: dict[str, str] = {}
    for template in TEMPLATES:
        pieces = [re.escape(text) for text, *_ in Formatter().parse(template)]
        names = _slots(template)
        start, end = pieces[: len(names)], "".join(pieces[len(names) :])
        pattern = re.compile("(.+?)".join([*start, end]))
        [match] = [match for line in lines if (match := pattern.fullmatch(line))]
        found |= dict(zip(names, match.groups(), strict=True))
    return found


def _printed_in_the_annex() -> dict[str, str]:
    sections = {"I", "II", "III", "IV", "V", "VI", "VII"}
    body = [row for row in word_table(ANNEX_2025.file)[2:] if row[0] not in sections]
    return {key: row[3] for key, row in zip(ROWS, body, strict=True)}


def test_report_and_annex_differ_in_the_two_planted_figures_and_nowhere_else() -> None:
    said, printed = _said_in_the_report(), _printed_in_the_annex()
    differing = {key: (said[key], printed[key]) for key in said if said[key] != printed[key]}
    assert differing == {"procedures_revoked": ("19", "16"), "articles": ("84", "48")}
    assert {planted.key for planted in report.CONTRADICTIONS} == set(differing)


def test_the_narrative_holds_most_figures_of_the_annex() -> None:
    assert len(_said_in_the_report()) >= 35


def test_no_figure_of_the_narrative_stands_outside_the_shared_facts() -> None:
    for template in TEMPLATES:
        outside = " ".join(text for text, *_ in Formatter().parse(template))
        assert re.findall(r"\d+", NOT_A_FIGURE.sub("", outside)) == [], template


def test_both_places_of_each_contradiction_are_documented() -> None:
    readme = (FOLDER.parent / "docs" / "samples.md").read_text(encoding="utf-8")
    for planted in report.CONTRADICTIONS:
        [line] = [line for line in readme.splitlines() if f"`{planted.key}`" in line]
        assert f"**{planted.said}**" in line
        assert f"**{_printed_in_the_annex()[planted.key]}**" in line
        assert planted.section in line
        assert planted.annex_key in line
