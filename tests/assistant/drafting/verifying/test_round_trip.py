"""The real report, drafted from its own annex: it says what that says and nothing against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.drafting.composing.compose import compose
from assistant.drafting.document.form import OfficialForm
from assistant.drafting.document.writing import write_docx
from assistant.drafting.material import prepare
from assistant.drafting.model import Composition
from assistant.drafting.verifying.model import Verification
from assistant.drafting.verifying.paper import read_paper
from assistant.drafting.verifying.verify import verify
from ingest.pipeline import read_file
from prompts.outline import load_outline

_SEEDS = Path(__file__).parents[4].parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Composition, Verification, str]:
    found = sorted(_SEEDS.glob("004_*"))
    if not found:
        pytest.skip("the reference documents are not beside this repository (../shared/seeds)")
    annex = read_file(found[0], document_id="s4", shown_path=found[0].name)
    ids: dict[str, str] = {}
    composition = compose(
        load_outline("annual-report"),
        prepare(annex, year=2023),
        number=lambda key: ids.setdefault(key, f"F{len(ids) + 1}"),
    )
    path = tmp_path_factory.mktemp("khu-hoi") / "bao-cao.docx"
    write_docx(composition, OfficialForm(year=2023), annex, path)
    return composition, verify(path, composition, (annex,)), " ".join(read_paper(path).lines)


def test_the_draft_checked_against_the_annex_has_no_error(
    drafted: tuple[Composition, Verification, str],
) -> None:
    _, verified, _ = drafted
    assert [error.message for error in verified.errors] == []
    assert [one.message for one in verified.check.findings if one.severity == "error"] == []
    assert verified.slots > 100


@pytest.mark.parametrize(
    "fact",
    [
        "09 TTHC",  # newly published
        "109 TTHC",  # abolished or replaced
        "02/02 VBQPPL",  # reviewed
        "9.284 hồ sơ",
        "8.957 hồ sơ",
        "99,9 %",
        "25/25 nhiệm vụ",
        "3.096 văn bản",
        "2.989 văn bản",
        "8.769 hồ sơ",
        "3.512 hồ sơ",
        "523 hồ sơ",
        "25/KH-UBND",
        "03/02/2023",
        "03/KH-STP",
        "88/QĐ-STP",
        "403/QĐ-TGPL",
        "04/2023/NQ-HĐND",
        "18/2023/QĐ-UBND",
    ],
)
def test_what_the_narrative_says_and_the_annex_holds_is_stated(
    drafted: tuple[Composition, Verification, str], fact: str
) -> None:
    assert fact in drafted[2]


@pytest.mark.parametrize("contradiction", ["119 TTHC", "03/03", "03 văn bản phải rà soát"])
def test_the_contradictions_of_the_narrative_are_not_repeated(
    drafted: tuple[Composition, Verification, str], contradiction: str
) -> None:
    assert contradiction not in drafted[2]


def test_every_required_record_is_used_or_omitted_with_a_reason(
    drafted: tuple[Composition, Verification, str],
) -> None:
    ledger = drafted[0].ledger
    assert len(ledger) > 100
    assert all(entry.used or entry.why for entry in ledger)
