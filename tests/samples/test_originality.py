from __future__ import annotations

import re
import unicodedata

import pytest

from samples.facts import statistics
from samples.facts.identity import (
    ALL_CENTRES,
    ANNEX_2025,
    DIRECTIVE,
    FRAMEWORK,
    LEGAL_AID,
    ONE_STOP,
    PLAN,
    PROFESSIONS,
    REPORT_2024,
    REPORT_2025,
)
from tests.samples.reading import (
    FOLDER,
    paragraphs,
    pdf_tables,
    pdf_text,
    sheet_cells,
    word_table,
)

REFERENCES = FOLDER.parent.parent / "shared" / "seeds"
SENTENCE, RUN = 8, 12
NAMES = (ALL_CENTRES, LEGAL_AID, ONE_STOP, PROFESSIONS)
FIXED_WORDING = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Theo đề nghị của Chánh Văn phòng Sở",
    "Quyết định này có hiệu lực kể từ ngày ký",
    "Cải cách tổ chức bộ máy hành chính",
    "Tỷ lệ giao dịch thanh toán trực tuyến",
    statistics.SURVEY,
    statistics.DONE,
)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())


def _without_fixed_wording(text: str) -> list[str]:
    """The pieces, in plain words, between names and wording that every such document shares."""
    pieces = [" ".join(_words(text))]
    for fixed in (*NAMES, *FIXED_WORDING):
        pieces = [part for piece in pieces for part in piece.split(" ".join(_words(fixed)))]
    return pieces


def _own_texts() -> list[str]:
    texts = [*paragraphs(PLAN.file), *paragraphs(REPORT_2025.file)]
    for file in (PLAN.file, ANNEX_2025.file):
        texts += [cell for row in word_table(file) for cell in row]
    texts += [str(value) for row in sheet_cells(REPORT_2024.file) for value, _ in row if value]
    texts += [cell for table in pdf_tables(FRAMEWORK.file) for row in table for cell in row if cell]
    texts.append(pdf_text(FRAMEWORK.file))
    texts += (FOLDER / DIRECTIVE.file).read_text(encoding="utf-8").splitlines()
    return texts


@pytest.fixture(scope="module")
def references() -> str:
    files = sorted(REFERENCES.glob("*.txt"))
    if not files:
        pytest.skip("the reference documents are not beside this repository")
    return " ".join(
        " " + " ".join(_words(re.sub(r"<[^>]+>", " ", file.read_text(encoding="utf-8")))) + " "
        for file in files
    )


def test_no_sentence_is_taken_from_the_reference_documents(references: str) -> None:
    sentences = {
        piece.strip()
        for text in _own_texts()
        for sentence in re.split(r"[.;:]\s|\n", text)
        for piece in _without_fixed_wording(sentence)
    }
    long = {sentence for sentence in sentences if len(sentence.split()) >= SENTENCE}
    assert len(long) > 100
    assert sorted(s for s in long if f" {s} " in references) == []


def test_no_run_of_twelve_words_is_shared_with_the_reference_documents(references: str) -> None:
    shared = set()
    for text in _own_texts():
        for words in map(str.split, _without_fixed_wording(text)):
            runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
            shared |= {run for run in runs if f" {run} " in references}
    assert sorted(shared) == []
