"""Reports from the sample documents and, where they are at hand, from a real annex."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import samples
from assistant.checking.check import check_document
from assistant.drafting.composing.compose import compose
from assistant.drafting.material import prepare
from assistant.drafting.model import Composition
from ingest.model import Reading
from ingest.pipeline import read_file
from prompts.outline import load_outline
from tests.assistant.drafting.composing.reading_back import faults, text

_SAMPLES = Path(samples.__file__).parent
_SHARED = Path(__file__).resolve().parents[5] / "shared"


def _read(path: Path) -> Reading:
    return read_file(path, document_id=path.stem, shown_path=path.name)


def _made(
    annex: Reading, year: int, *plans: Reading, previous: Reading | None = None
) -> Composition:
    ids: dict[str, str] = {}
    return compose(
        load_outline("annual-report"),
        prepare(annex, year=year, plans=plans, previous=previous),
        number=lambda key: ids.setdefault(key, f"F{len(ids) + 1}"),
    )


@pytest.fixture(scope="module")
def newest() -> tuple[Reading, Reading, Reading, Reading]:
    """The annexes of the newest year and the one before, the next plan, and the framework."""
    names = (
        "phu-luc-thong-ke-2025.docx",
        "phu-luc-thong-ke-2024.xlsx",
        "ke-hoach-2026.docx",
        "khung-nhiem-vu-2026-2030.pdf",
    )
    one, two, three, four = (_read(_SAMPLES / name) for name in names)
    return one, two, three, four


@pytest.fixture(scope="module")
def sample(newest: tuple[Reading, Reading, Reading, Reading]) -> Composition:
    annex, previous, plan, framework = newest
    return _made(annex, 2025, plan, framework, previous=previous)


def test_the_sample_report_keeps_every_promise(
    newest: tuple[Reading, Reading, Reading, Reading], sample: Composition
) -> None:
    assert faults(sample, newest[0]) == []
    assert all(entry.used for entry in sample.ledger)


def test_every_result_section_of_the_sample_has_a_comparison_or_a_basis(
    sample: Composition,
) -> None:
    for section in sample.sections:
        if section.key.startswith("I."):
            kinds = {sample.slots[mark].kind for one in section.sentences() for mark in one.marks()}
            assert kinds & {"difference", "document"}, section.title


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("I.1", "08 văn bản QPPL, gồm 03 nghị quyết của HĐND tỉnh và 05 quyết định của UBND tỉnh"),
        ("I.2", "12.480 hồ sơ, gồm 9.360 hồ sơ trực tuyến (chiếm 75,0 %)"),
        ("I.2", "07/07 phản ánh, kiến nghị về quy định hành chính, đạt 100 %"),
        ("I.5", "đã giải ngân 8.983,2 triệu đồng, đạt 98,5 %, tăng 0,5 điểm phần trăm"),
        ("I.7", "đã khắc phục xong 05/06 vấn đề, đạt 83,3 %, giảm 16,7 điểm phần trăm"),
        ("II.2", "Mới hoàn thành 30/32 nhiệm vụ"),
        ("III", "tối thiểu 20 TTHC (Văn phòng Sở chủ trì, hoàn thành trong tháng 6/2026)"),
    ],
)
def test_the_sample_report_states_its_annex(sample: Composition, key: str, said: str) -> None:
    assert said in text(sample, key)


def test_the_whole_sample_is_composed_within_a_second(
    newest: tuple[Reading, Reading, Reading, Reading],
) -> None:
    annex, previous, plan, framework = newest
    material = prepare(annex, year=2025, plans=(plan, framework), previous=previous)
    start = time.perf_counter()
    compose(load_outline("annual-report"), material, number=lambda key: f"F{abs(hash(key))}")
    assert time.perf_counter() - start < 1


def test_the_checker_finds_no_error_in_the_results_of_the_sample(
    newest: tuple[Reading, Reading, Reading, Reading], sample: Composition, tmp_path: Path
) -> None:
    results = "\n".join(text(sample, f"I.{number}") for number in range(1, 8))
    path = tmp_path / "du-thao.txt"
    path.write_text(
        "BÁO CÁO\nKết quả cải cách hành chính năm 2025\n\n" + results.replace("\n", "\n\n"),
        encoding="utf-8",
    )
    check = check_document(_read(path), (newest[0], newest[1]))
    errors = [one.message for one in check.findings if one.severity == "error"]
    assert errors == []


@pytest.fixture(scope="module")
def real() -> tuple[Reading, Composition]:
    path = _SHARED / "files" / "004_annex.xlsx"
    if not path.is_file():
        pytest.skip("../shared/files/004_annex.xlsx is not beside the project")
    annex = _read(path)
    return annex, _made(annex, 2023)


def test_a_real_annex_gives_a_report_that_keeps_every_promise(
    real: tuple[Reading, Composition],
) -> None:
    annex, made = real
    assert faults(made, annex) == []
    wanted = [one for one in annex.indicators if one.value_text is not None or one.unit]
    assert len(made.ledger) == len(wanted) == 149


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("I.2", "tiếp nhận 9.284 hồ sơ TTHC"),
        ("I.2", "đạt 99,9 % (8.952/8.957 hồ sơ đã giải quyết)"),
        ("I.2", "122 TTHC đang có hiệu lực, trong đó có 116 TTHC áp dụng tại Sở, 03 TTHC"),
        ("I.3", "xử lý xong 30/30 vấn đề"),
        ("I.3", "không có thực hiện nhiệm vụ này"),
        ("I.4", "19/24 người"),
        ("I.4", "hông phát sinh việc tuyển dụng công chức, viên chức"),
        ("I.6", "đối với 05/05 TTHC đủ điều kiện"),
        ("I.6", "có 44/44 TTHC có yêu cầu nghĩa vụ tài chính"),
        ("I.7", "hoàn thành 25/25 nhiệm vụ đề ra trong kế hoạch"),
        ("I.7", "xử lý xong 01/01 vấn đề"),
        ("I.7", "khen thưởng về kết quả CCHC đang được tiến hành"),
    ],
)
def test_the_real_annex_is_stated(real: tuple[Reading, Composition], key: str, said: str) -> None:
    assert said.lower() in text(real[1], key).lower()


def test_the_real_narratives_contradictions_are_not_repeated(
    real: tuple[Reading, Composition],
) -> None:
    whole = text(real[1])
    assert "119" not in whole
    assert "03/03" not in whole
    assert "109 TTHC đã được bãi bỏ, thay thế" in whole
    assert "khen thưởng về kết quả CCHC." not in whole.replace("đang", "")


def test_an_annex_inside_its_report_gives_the_same_results(
    real: tuple[Reading, Composition],
) -> None:
    path = next((_SHARED / "seeds").glob("004_*.txt"), None)
    if path is None:
        pytest.skip("../shared/seeds/004_*.txt is not beside the project")
    inside = _made(_read(path), 2023)
    for number in range(1, 8):
        assert text(inside, f"I.{number}") == text(real[1], f"I.{number}")
    assert any("119" in one for one in inside.missing)
