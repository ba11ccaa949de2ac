"""Ranking by fit: the unit that answers comes before units that only share words."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Document, EvidenceUnit, Period, Source, Task, UnitKind
from tests.vectorstore.builders import reading
from vectorstore.index import Index
from vectorstore.ranking.fit import WEIGHTS, Aims, Candidate, fit, score
from vectorstore.ranking.lexicon import folded_phrase, lexicon
from vectorstore.ranking.question import Known, Sought, read

SOURCE = Source(document_id="kh", file="kh.docx", quote="x")


def _known(word: str) -> Known:
    return Known(0.5, (word,))


def _read(query: str) -> Sought:
    return read(query, lexicon(), _known)


def _unit(text: str, *, kind: UnitKind = "passage", heading: str = "") -> EvidenceUnit:
    return EvidenceUnit(
        id=f"u:{text}",
        document_id="kh",
        kind=kind,
        text=text,
        search_text=f"{heading}\n{text}" if heading else text,
        source=SOURCE.model_copy(update={"quote": text}),
        headings=(heading,) if heading else (),
        topic=text,
    )


def _points(query: str, unit: EvidenceUnit, *, record: Task | None = None, **own: object) -> float:
    base: Document = reading("kh", ("x",)).document.model_copy(update=own)
    return score(fit(Aims(_read(query)).of(base), Candidate(unit, record)), WEIGHTS)


def test_words_that_only_ask_are_no_terms() -> None:
    terms = [" ".join(term.words) for term in _read("Bao nhiêu hồ sơ là quá hạn?").terms]
    assert "bao nhieu" not in terms
    assert "ho so" in terms
    assert "qua han" in terms


def test_an_abbreviation_and_its_words_stand_for_one_another() -> None:
    (short,) = _read("TTHC").terms
    assert folded_phrase("thủ tục hành chính") in short.others
    assert _points("TTHC", _unit("Rà soát thủ tục hành chính")) > _points(
        "TTHC", _unit("Rà soát văn bản")
    )
    assert _points("thủ tục hành chính", _unit("Rà soát TTHC")) > _points(
        "thủ tục hành chính", _unit("Rà soát văn bản")
    )


def test_an_english_question_is_read_by_the_glossary() -> None:
    terms = {term.words for term in _read("How many transactions were paid online?").terms}
    assert folded_phrase("giao dịch") in terms
    assert folded_phrase("thanh toán") in terms
    assert not any("many" in words or "were" in words for words in terms)


def test_a_vietnamese_question_without_accents_is_not_taken_for_english() -> None:
    terms = {term.words for term in _read("ty le giao dich thanh toan truc tuyen").terms}
    assert ("giao", "dich") in terms or ("giao",) in terms


def test_the_years_of_the_document_tell_equal_rows_apart() -> None:
    query, unit = "Số hồ sơ năm 2031", _unit("Số hồ sơ", kind="indicator")
    right = _points(query, unit, period=Period(from_=2031, to=2031))
    wrong = _points(query, unit, period=Period(from_=2030, to=2030))
    unknown = _points(query, unit, period=None)
    assert right > unknown > wrong


def test_the_place_that_a_question_names_tells_documents_apart() -> None:
    query, unit = "Chỉ tiêu số hóa của tỉnh Lam Sơn", _unit("Số hóa hồ sơ")
    assert _points(query, unit, province="Lam Sơn") > _points(query, unit, province="Vạn Phúc")


def test_a_task_led_by_the_unit_asked_about_comes_first() -> None:
    unit = _unit("Đo mức độ hài lòng", kind="task")
    task = Task(
        id="t", document_id="kh", key="1", source=SOURCE, text="x", lead=("Phòng Tổng hợp",)
    )
    other = task.model_copy(update={"lead": ("Phòng Kế toán",)})
    query = "Phòng Tổng hợp chủ trì những việc gì?"
    assert _points(query, unit, record=task) > _points(query, unit, record=other)


def test_a_heading_that_says_the_question_counts_for_what_stands_below_it() -> None:
    query = "các nhiệm vụ cải cách thể chế"
    below = _unit("Rà soát văn bản", kind="task", heading="CẢI CÁCH THỂ CHẾ")
    elsewhere = _unit("Rà soát văn bản", kind="task", heading="TÀI CHÍNH CÔNG")
    assert _points(query, below) > _points(query, elsewhere)


def test_accents_that_contradict_count_less() -> None:
    assert _points("đấu giá", _unit("tổ chức đấu giá")) > _points(
        "đấu giá", _unit("tổ chức đầu gia")
    )


ROWS = (
    "Thông tư số 12/2031/TT-BTP hướng dẫn công tác lưu trữ",
    "Số hồ sơ quá hạn: 12",
    "Số hồ sơ đã giải quyết: 2031",
    "Bồi dưỡng kỹ năng số cho công chức",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("12/2031/TT-BTP", 0),
        ("thong tu 12/2031/tt-btp", 0),
        ("bao nhiêu hồ sơ quá hạn", 1),
        ("How many overdue applications?", 1),
        ("tập huấn kỹ năng số", 3),
        ("hồ sơ quá hạm", 1),
    ],
)
def test_search_puts_the_answer_first(tmp_path: Path, query: str, found: int) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("kh", ROWS))
        assert index.search(query)[0].unit.text == ROWS[found]


def test_scores_fall_from_hit_to_hit(tmp_path: Path) -> None:
    with Index.open(tmp_path) as index:
        index.add(reading("kh", [f"Hồ sơ số {n} về lưu trữ" for n in range(150)]))
        scores = [hit.score for hit in index.search("hồ sơ lưu trữ số 3", k=120)]
    assert len(scores) == 120
    assert scores == sorted(scores, reverse=True)
