from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vectorstore.builders import reading
from vectorstore.index import Index
from vectorstore.search import SearchFilter

TEXTS = (
    "Văn phòng Sở chủ trì chỉ tiêu thanh toán trực tuyến năm 2031",
    "Phòng Bổ trợ tư pháp rà soát thủ tục hành chính theo Kế hoạch số 417/KH-STP",
    "Báo cáo tài chính quý III của Trung tâm Trợ giúp pháp lý",
    "Đề nghị ban hành Quyết định 19/2031/QĐ-UBND ngày 06 tháng 02 năm 2031",
    "Số hồ sơ đã giải quyết: 1.355.391",
    "Kế hoạch số 418/KH-STP về chuyển đổi số",
    "Phòng HC&BTTP hướng dẫn đấu giá tài sản",
    "Bán đầu giá vé tàu",
)


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    with tempfile.TemporaryDirectory() as folder, Index.open(Path(folder)) as opened:
        opened.add(reading("kh", TEXTS))
        yield opened


def first(index: Index, query: str) -> str:
    hits = index.search(query, k=3)
    assert hits, query
    return hits[0].unit.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("đơn vị nào chủ trì chỉ tiêu thanh toán trực tuyến?", 0),
        ("don vi nao chu tri chi tieu thanh toan truc tuyen", 0),
        ("ĐƠN VỊ NÀO CHỦ TRÌ CHỈ TIÊU THANH TOÁN", 0),
        ("417/KH-STP", 1),
        ("417/kh-stp", 1),
        ("kế hoạch 418", 5),
        ("19/2031/QĐ-UBND", 3),
        ("quyet dinh 19/2031/qd-ubnd", 3),
        ("6/2/2031", 3),
        ("1355391", 4),
        ("HC&BTTP", 6),
    ],
)
def test_a_question_finds_its_text_with_and_without_accents(
    index: Index, query: str, found: int
) -> None:
    assert first(index, query) == TEXTS[found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("thanhh toan truc tuyen", 0),
        ("tahnh toán trực tuyến", 0),
        ("tro giup phap ly trugn tam", 2),
        ("thu tuc hanh chinhs", 1),
    ],
)
def test_a_mistyped_syllable_still_finds(index: Index, query: str, found: int) -> None:
    assert first(index, query) == TEXTS[found]


def test_a_single_mistyped_word_is_repaired(index: Index) -> None:
    assert first(index, "truyến") == TEXTS[0]


def test_a_figure_is_never_repaired(index: Index) -> None:
    assert index.search("1355392") == []
    assert index.search("419") == []


def test_accents_decide_between_words_that_fold_alike(index: Index) -> None:
    assert first(index, "đấu giá") == TEXTS[6]
    assert first(index, "đầu giá") == TEXTS[7]


def test_a_document_number_ranks_above_its_neighbour(index: Index) -> None:
    hits = index.search("Kế hoạch số 418/KH-STP", k=2)
    assert [hit.unit.text for hit in hits] == [TEXTS[5], TEXTS[1]]


@pytest.mark.parametrize(
    "query",
    ["", "   ", '"', "AND OR NOT", "a NEAR/3 b", "folded:x", "{folded} : x", "(((", "*", "a*", "-",
     "^thu", "\0", "chủ\0trì", "\ud800", "'; DROP TABLE units; --"],
)  # fmt: skip
def test_no_query_text_is_an_operator(index: Index, query: str) -> None:
    assert isinstance(index.search(query), list)


@given(st.text())
@settings(max_examples=150, deadline=None)
def test_any_text_may_be_asked(index: Index, query: str) -> None:
    for hit in index.search(query, k=2):
        assert hit.unit.text in TEXTS


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
@settings(max_examples=60, deadline=None)
def test_any_text_may_be_stored_and_removed(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder, Index.open(Path(folder)) as index:
        index.add(reading("x", [text]))
        assert index.units("x")[0].text == text
        index.remove("x")
        assert index.search(text) == []


def test_a_pasted_page_is_answered_quickly(index: Index) -> None:
    started = time.monotonic()
    assert index.search("chủ trì chỉ tiêu thanh toán trực tuyến " * 5000)[0].unit.text == TEXTS[0]
    assert time.monotonic() - started < 2.0


def test_filters_restrict_documents_and_kinds(index: Index) -> None:
    assert index.search("chủ trì", search_filter=SearchFilter(documents=("other",))) == []
    assert index.search("chủ trì", search_filter=SearchFilter(kinds=("task",))) == []
    wanted = SearchFilter(documents=("kh", "other"), kinds=("passage",))
    assert index.search("chủ trì", search_filter=wanted)


def test_nothing_is_found_for_k_below_one(index: Index) -> None:
    assert index.search("chủ trì", k=0) == []
