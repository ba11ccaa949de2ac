"""What every embedding provider must do: one suite, run against all of them for real."""

from __future__ import annotations

import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

from tests.contracts.embedding_providers import PROVIDERS
from tests.vectorstore.builders import reading
from vectorstore.embeddings.factory import EmbeddingSpec, create_embeddings
from vectorstore.index import Index

PASSAGES = [
    "The office leads the work on online payment of fees.",
    "A recipe for noodle soup with beef and herbs.",
    "The football match ended without a goal.",
]


@dataclass(frozen=True, slots=True)
class Provider:
    spec: EmbeddingSpec
    model: Embeddings


@pytest.fixture(scope="module", params=list(PROVIDERS))
def provider(request: pytest.FixtureRequest) -> Iterator[Provider]:
    with PROVIDERS[request.param]() as spec:
        yield Provider(spec, create_embeddings(spec))


def close_to(left: list[float], right: list[float]) -> bool:
    return left == pytest.approx(right, abs=1e-4)


def cosine(left: list[float], right: list[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


def test_vectors_have_length_one_and_one_dimension(provider: Provider) -> None:
    vectors = [*provider.model.embed_documents(PASSAGES), provider.model.embed_query("fees")]
    assert {len(vector) for vector in vectors} == {384}
    for vector in vectors:
        assert all(type(value) is float for value in vector)
        assert math.sqrt(cosine(vector, vector)) == pytest.approx(1.0, abs=1e-4)


def test_a_batch_gives_the_vectors_of_its_texts_in_order(provider: Provider) -> None:
    texts = [f"{PASSAGES[n % 3]} {n}" for n in range(70)]
    batch = provider.model.embed_documents(texts)
    assert len(batch) == len(texts)
    for at in (0, 31, 32, 69):
        assert close_to(batch[at], provider.model.embed_documents([texts[at]])[0])


def test_the_same_text_gives_the_same_vector(provider: Provider) -> None:
    assert close_to(provider.model.embed_query("fees"), provider.model.embed_query("fees"))


def test_meaning_decides_what_is_near(provider: Provider) -> None:
    vectors = provider.model.embed_documents(PASSAGES)
    for question, expected in (
        ("who is responsible for paying fees on the internet?", 0),
        ("how do I cook soup?", 1),
        ("which sport was played?", 2),
    ):
        asked = provider.model.embed_query(question)
        nearness = [cosine(asked, vector) for vector in vectors]
        assert nearness.index(max(nearness)) == expected


def test_no_text_gives_no_vector(provider: Provider) -> None:
    assert provider.model.embed_documents([]) == []


@pytest.mark.parametrize("text", ["", " ", "\0", "a\0b", "\ud800", "đ" * 600, "chủ trì " * 200])
def test_any_text_gives_a_usable_vector(provider: Provider, text: str) -> None:
    (vector,) = provider.model.embed_documents([text])
    assert math.sqrt(cosine(vector, vector)) == pytest.approx(1.0, abs=1e-4)
    assert len(provider.model.embed_query(text)) == len(vector)


def test_threads_get_the_vectors_of_their_own_texts(provider: Provider) -> None:
    alone = [provider.model.embed_query(text) for text in PASSAGES]
    documents = provider.model.embed_documents(PASSAGES)
    with ThreadPoolExecutor(6) as pool:
        queries = list(pool.map(provider.model.embed_query, PASSAGES * 4))
        batches = list(pool.map(provider.model.embed_documents, [PASSAGES] * 4))
    assert all(close_to(got, alone[at % 3]) for at, got in enumerate(queries))
    assert all(close_to(got, documents[at]) for batch in batches for at, got in enumerate(batch))


def test_the_identity_is_the_same_every_time_and_holds_no_path(provider: Provider) -> None:
    assert provider.spec.identity == replace(provider.spec).identity
    assert not Path(provider.spec.identity).is_absolute()
    assert provider.spec.provider.split("-")[0] in provider.spec.identity or (
        provider.spec.provider == "bundled"
    )


def test_an_index_built_with_the_provider_finds_by_meaning(
    provider: Provider, tmp_path: Path
) -> None:
    with Index.open(tmp_path, provider.model, identity=provider.spec.identity) as index:
        index.add(reading("d", PASSAGES))
        assert index.embed_pending() == 3
        hit = index.search("cooking dinner")[0]
        assert (hit.unit.text, hit.lexical_rank, hit.dense_rank) == (PASSAGES[1], None, 1)
        assert (index.health().model, index.health().dimension) == (provider.spec.identity, 384)
    again = create_embeddings(provider.spec)
    with Index.open(tmp_path, again, identity=provider.spec.identity) as index:
        assert index.search("cooking dinner")[0].dense_rank == 1
