"""Copies of documents differ in words, places and numbers, and stay whole."""

from __future__ import annotations

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from benchmarks.synthetic import Copy, NoisyVectors, copies
from ingest.model import Reading
from tests.vectorstore.builders import reading

TEXTS = tuple(f"Phòng {n} của tỉnh Lam Sơn đo mức độ hài lòng năm 2031" for n in range(40))


def _readings() -> list[Reading]:
    made = reading("goc", TEXTS)
    document = made.document.model_copy(update={"province": "Lam Sơn", "number": "12/KH-STP"})
    return [made.model_copy(update={"document": document})]


@pytest.fixture(scope="module")
def made() -> list[Copy]:
    return [*copies(_readings(), 12, seed=3)]


def test_the_same_seed_gives_the_same_documents(made: list[Copy]) -> None:
    assert [*copies(_readings(), 12, seed=3)] == made
    assert [*copies(_readings(), 12, seed=4)] != made


def test_every_copy_has_ids_of_its_own(made: list[Copy]) -> None:
    documents = {copy.reading.document.id for copy in made}
    units = {unit.id for copy in made for unit in copy.reading.units}
    assert len(documents) == 12
    assert len(units) == sum(len(copy.reading.units) for copy in made)


def test_texts_of_copies_differ_and_quotes_still_stand_in_them(made: list[Copy]) -> None:
    texts = {copy.reading.units[0].text for copy in made}
    assert len(texts) > 6
    for copy in made:
        assert all(unit.source.quote in unit.text for unit in copy.reading.units)
        assert copy.reading.document.province == copy.place


def test_a_question_about_the_original_becomes_one_about_the_copy(made: list[Copy]) -> None:
    copy = made[5]
    asked = copy.reworded("Phòng nào đo mức độ hài lòng?")
    assert copy.place in asked
    assert str(copy.reading.document.number) in asked


class _Never(Embeddings):
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        raise AssertionError(texts)

    def embed_query(self, text: str) -> list[float]:
        return [1.0, 0.0]


def test_noisy_vectors_are_near_a_real_one_and_never_ask_the_model_for_passages() -> None:
    real = np.eye(8, dtype=np.float32)
    noisy = NoisyVectors(_Never(), real)
    first, again = (noisy.embed_documents(["một", "hai"]) for _ in range(2))
    assert first == again
    cosines = real @ np.array(first, np.float32).T
    assert cosines.max(axis=0) == pytest.approx([0.95, 0.95], abs=0.06)
    assert noisy.embed_query("x") == [1.0, 0.0]
