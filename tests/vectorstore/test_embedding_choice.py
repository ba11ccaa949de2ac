from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any, cast

import pytest

from vectorstore.embeddings.bundled import BundledEmbeddings
from vectorstore.embeddings.factory import EmbeddingSpec, create_embeddings
from vectorstore.embeddings.prefixes import Prefixes, prefixes_for
from vectorstore.errors import EmbeddingUnavailable


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("intfloat/multilingual-e5-small", Prefixes("query: ", "passage: ")),
        ("models/E5_base", Prefixes("query: ", "passage: ")),
        ("all-MiniLM-L6-v2", Prefixes()),
        ("some-e50-model", Prefixes()),
    ],
)
def test_prefixes_follow_the_name_of_the_model(model: str, expected: Prefixes) -> None:
    assert prefixes_for(model) == expected


def test_given_prefixes_win_over_the_name() -> None:
    assert prefixes_for("e5", query="", passage="văn bản: ") == Prefixes("", "văn bản: ")


def test_the_default_is_the_bundled_model_under_one_name() -> None:
    assert isinstance(create_embeddings(EmbeddingSpec()), BundledEmbeddings)
    assert EmbeddingSpec().identity == BundledEmbeddings.identity


def test_the_identity_tells_models_and_passage_prefixes_apart() -> None:
    def endpoint(model: str, prefix: str | None = None) -> str:
        return EmbeddingSpec(provider="endpoint", model=model, passage_prefix=prefix).identity

    assert len({endpoint("a"), endpoint("b"), endpoint("a", "văn bản: ")}) == 3


def test_the_identity_of_a_folder_does_not_depend_on_where_it_lies(tmp_path: Path) -> None:
    names = set()
    for parent in ("one", "two"):
        folder = tmp_path / parent / "mini"
        folder.mkdir(parents=True)
        names.add(EmbeddingSpec(provider="sentence-transformers", model=str(folder)).identity)
    assert names == {"sentence-transformers/mini"}


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        (EmbeddingSpec(provider="endpoint"), "tên mô hình"),
        (EmbeddingSpec(provider="endpoint", model="m"), "địa chỉ"),
        (EmbeddingSpec(provider="endpoint", model="m", base_url="ftp://x"), "ftp://x"),
        (EmbeddingSpec(provider=cast("Any", "magic"), model="m"), "magic"),
    ],
)
def test_an_incomplete_choice_is_refused_with_the_remedy(spec: EmbeddingSpec, said: str) -> None:
    with pytest.raises(EmbeddingUnavailable, match=said):
        create_embeddings(spec)


def test_the_key_is_not_shown() -> None:
    assert "secret" not in repr(EmbeddingSpec(provider="endpoint", api_key="secret"))


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    model = create_embeddings(EmbeddingSpec(provider="sentence-transformers", model="some/model"))
    with pytest.raises(EmbeddingUnavailable) as refusal:
        model.embed_query("x")
    assert "pip install '.[sentence-transformers]'" in str(refusal.value)
    assert "some/model" in str(refusal.value)


def test_a_dotted_line_of_a_form_does_not_hold_up_embedding() -> None:
    started = time.monotonic()
    assert len(BundledEmbeddings().embed_query("Số: " + "." * 4000 + "…" * 2000)) == 384
    assert time.monotonic() - started < 10.0
