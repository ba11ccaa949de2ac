"""``cchc draft``: what it prints where, what it writes, and how it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.answer import Draft
from assistant.local import LocalService
from tests.assistant.command_line import Cli


@pytest.fixture
def cli(local: LocalService) -> Cli:
    return Cli(local)


def test_the_report_is_written_and_told(cli: Cli, annex: Path, tmp_path: Path) -> None:
    target = tmp_path / "ra.docx"
    done = cli("draft", "annual-report", "--year", "2031", "--annex", annex, "-o", target)
    assert done.exit_code == 0, done.stderr
    assert target.read_bytes()[:2] == b"PK"
    assert "Sổ số liệu:" in done.stdout
    assert "ra.docx" in done.stderr
    assert "Soạn từ số liệu" in done.stderr


def test_json_is_one_draft_and_nothing_else(cli: Cli, annex: Path, tmp_path: Path) -> None:
    target = tmp_path / "ra.docx"
    done = cli("draft", "annual-report", "--year", "2031", "--annex", annex, "-o", target, "--json")
    made = Draft.model_validate_json(done.stdout)
    assert made.file == "ra.docx"
    assert {"sections", "ledger", "check", "file"} <= json.loads(done.stdout).keys()
    assert made.id in [one.id for one in cli.service.drafts().drafts]
    figure = next(one for section in made.sections for one in section.figures)
    assert figure.evidence or figure.verdict == "not_a_claim"


def test_only_the_asked_section_is_drafted(cli: Cli, annex: Path, tmp_path: Path) -> None:
    done = cli(
        "draft", "annual-report", "--year", "2031", "--annex", annex, "--section", "I.2",
        "-o", tmp_path / "ra.docx", "--json",
    )  # fmt: skip
    assert [one.key for one in Draft.model_validate_json(done.stdout).sections] == ["I.2"]


def test_the_kinds_are_listed(cli: Cli) -> None:
    assert "quarterly-report" in cli("draft", "--list").stdout
    assert json.loads(cli("draft", "--list", "--json").stdout)["kinds"]


def test_an_existing_file_is_written_over_unless_it_is_a_source(
    cli: Cli, annex: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ra.docx"
    target.write_bytes(b"old")
    order = ("annual-report", "--year", "2031", "--annex")
    assert cli("draft", *order, annex, "-o", target).exit_code == 0
    assert target.read_bytes()[:2] == b"PK"
    before = annex.read_bytes()
    assert cli("draft", *order, annex, "-o", annex).exit_code == 2
    (document,) = cli.service.ingest([annex], wait=False).documents
    refused = cli("draft", *order, document.id, "-o", annex)
    assert refused.exit_code == 2
    assert "tài liệu nguồn" in refused.stderr
    assert annex.read_bytes() == before


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({"kind": "monthly"}, ("monthly", "annual-report")),
        ({"--year": "31"}, ("31", "1990")),
        ({"--year": "năm"}, ("năm", "1990")),
        ({"--quarter": "2"}, ("annual-report", "2")),
        ({"--section": "K"}, ("“K”", "I.2")),
        ({"-o": "không/có/ra.docx"}, ("không/có/ra.docx",)),
        ({"-o": "ra.pdf"}, ("ra.pdf", ".docx")),
        ({"--annex": "không-có.docx"}, ("không-có.docx",)),
        ({"--annex": "khong-co"}, ("khong-co",)),
        ({"-o": ""}, ("-o",)),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    cli: Cli, annex: Path, tmp_path: Path, changed: dict[str, str], names: tuple[str, ...]
) -> None:
    order = {"--year": "2031", "--annex": str(annex), "-o": str(tmp_path / "ra.docx"), **changed}
    kind = order.pop("kind", "annual-report")
    done = cli("draft", kind, *(part for pair in order.items() for part in pair))
    assert done.exit_code == 2
    assert done.stdout == ""
    sentence = done.stderr.splitlines()[-1]
    assert sentence.endswith(".")
    assert all(name in sentence for name in names), sentence
    assert cli.service.drafts().drafts == ()


def test_a_missing_option_is_named(cli: Cli, annex: Path) -> None:
    assert "Thiếu -o" in cli("draft", "annual-report", "--year", "2031", "--annex", annex).stderr
    assert "Thiếu --annex" in cli("draft", "annual-report", "--year", "2031").stderr
    assert "Thiếu REPORT_KIND" in cli("draft").stderr
