"""The plain pipeline that stands beside the program: splitter, BM25, vectors, fusion."""

from __future__ import annotations

import pytest

from evals.baselines import FoundPassage, PlainText
from evals.baselines.catalogue import BUILDERS
from evals.baselines.splitting import CHUNK, OVERLAP, split
from evals.baselines.words import FoldedWords
from evals.errors import NeedsEmbeddings
from evals.suite import Corpus
from evals.suites.baselines import part_of
from tests.vectorstore.fakes import WordBagEmbeddings

LINES = [f"Dòng {n}: phòng {n} chủ trì việc {'rất ' * (n % 30)}dài số {n}" for n in range(200)]
TEXTS = (
    PlainText("ke-hoach.docx", "\n".join(LINES)),
    PlainText("bao-cao.docx", "Tỷ lệ hài lòng đạt 93%\nKinh phí 12 triệu đồng"),
)


def test_pieces_are_no_longer_than_asked_and_lose_no_word() -> None:
    pieces = split(TEXTS[0].text)
    assert len(pieces) > 5
    assert max(map(len, pieces)) <= CHUNK
    assert set(TEXTS[0].text.split()) == {word for piece in pieces for word in piece.split()}


def test_neighbouring_pieces_share_their_border() -> None:
    first, second = split(TEXTS[0].text)[:2]
    shared = max(n for n in range(OVERLAP + 1) if first.endswith(second[:n]))
    assert 0 < shared <= OVERLAP


def test_a_word_longer_than_a_piece_is_cut_by_characters() -> None:
    assert split("x" * 25, size=10, overlap=0) == ["x" * 10, "x" * 10, "x" * 5]


def test_a_paragraph_break_is_cut_before_a_line_break() -> None:
    assert split("aaaa\nbbbb\n\ncccc", size=10, overlap=0) == ["aaaa\nbbbb", "cccc"]


def test_bm25_prefers_the_rare_word_and_does_without_accents() -> None:
    found = FoldedWords(
        [
            FoundPassage("a", "hồ sơ hồ sơ"),
            FoundPassage("b", "hồ sơ đấu giá"),
            FoundPassage("c", "x"),
        ]
    ).search("ho so dau gia", 5)
    assert [passage.file for passage in found] == ["b", "a"]


@pytest.mark.parametrize("name", BUILDERS)
def test_every_baseline_finds_a_plain_sentence_and_repeats_itself(name: str) -> None:
    baseline = BUILDERS[name](TEXTS, WordBagEmbeddings())
    found = baseline.search("Tỷ lệ hài lòng đạt bao nhiêu?", 3)
    assert found[0].file == "bao-cao.docx"
    assert "93%" in found[0].text
    assert baseline.search("Tỷ lệ hài lòng đạt bao nhiêu?", 3) == found


def test_a_part_of_the_families_leaves_no_document_of_people_out() -> None:
    names = ["reference", "samples", "f01", "f02", "f03", "f04", "f05"]
    found = part_of([Corpus(name, (), ()) for name in names], 3)
    assert [corpus.name for corpus in found] == ["reference", "samples", "f01", "f04"]


def test_a_baseline_that_compares_vectors_says_that_it_needs_them() -> None:
    BUILDERS["splitter + folded BM25"](TEXTS, None)
    for name in ("splitter + Chroma", "splitter + both fused"):
        with pytest.raises(NeedsEmbeddings):
            BUILDERS[name](TEXTS, None)
