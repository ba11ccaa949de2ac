from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.bootstrap import open_local
from assistant.errors import BadSettings
from assistant.settings import Settings
from ingest import vocabulary


@pytest.fixture(autouse=True)
def shipped_vocabulary_after() -> Iterator[None]:
    yield
    vocabulary.use_folder(None)


@pytest.mark.parametrize("text", ["- một danh sách", "a: [chưa đóng", "\xff"])
def test_a_broken_vocabulary_file_is_named(tmp_path: Path, text: str) -> None:
    words = tmp_path / "từ vựng"
    words.mkdir()
    (words / "organisations.yaml").write_text(
        text, encoding="latin-1" if text == "\xff" else "utf-8"
    )
    settings = Settings(data_dir=tmp_path / "kho", vocabulary_dir=words)
    with pytest.raises(BadSettings) as refused, open_local(settings):
        pass
    assert "organisations.yaml" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_unusable_chat_model_stops_the_server_and_not_a_listing(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, llm="không-có:mô-hình")
    with open_local(settings) as service:
        assert service.documents().documents == ()
        with pytest.raises(BadSettings):
            service.ask("Ai chủ trì?")
    with pytest.raises(BadSettings), open_local(settings, url="http://127.0.0.1:1"):
        pass


def test_what_was_opened_is_let_go(tmp_path: Path) -> None:
    for _ in range(2):
        with open_local(Settings(data_dir=tmp_path), url="http://127.0.0.1:1") as service:
            assert service.health().documents == 0
    assert not (tmp_path / "owner.json").exists()


def test_every_choice_of_embeddings_is_built(tmp_path: Path) -> None:
    for number, choice in enumerate(
        ["bundled", "sentence-transformers:một-mô-hình", "openai:một-mô-hình"]
    ):
        settings = Settings(
            data_dir=tmp_path / str(number),
            embeddings=choice,
            embeddings_base_url="http://127.0.0.1:1/v1",
        )
        with open_local(settings) as service:
            assert service.health().embedded == 0
