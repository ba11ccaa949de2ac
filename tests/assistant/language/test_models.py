"""Chat models by name."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assistant.errors import BadSettings
from assistant.language.models import ChatModelSpec, UnusableModel, build_chat_model


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("qwen2.5", "NHÀ_CUNG_CẤP:MÔ_HÌNH"),
        ("openai:", "NHÀ_CUNG_CẤP:MÔ_HÌNH"),
        ("nowhere:qwen", "openai:TÊN_MÔ_HÌNH"),
        ("ollama:qwen", "langchain-ollama"),
    ],
)
def test_a_model_that_cannot_be_built_names_value_and_remedy(name: str, remedy: str) -> None:
    with pytest.raises(UnusableModel) as caught:
        build_chat_model(ChatModelSpec(name))
    message = str(caught.value)
    assert name in message
    assert remedy in message
    assert message.count(".") - name.count(".") == 1
    assert isinstance(caught.value, BadSettings)


def test_a_missing_key_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(UnusableModel, match="CCHC_LLM_API_KEY"):
        build_chat_model(ChatModelSpec("openai:gpt"))


def test_a_key_of_the_environment_is_not_sent_to_a_local_endpoint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-real")
    model = build_chat_model(ChatModelSpec("openai:m", base_url="http://127.0.0.1:9/v1"))
    key = model.openai_api_key  # type: ignore[attr-defined]
    assert key.get_secret_value() != "sk-real"


def test_the_key_is_not_shown_in_the_spec() -> None:
    assert "secret" not in repr(ChatModelSpec("openai:m", api_key="secret"))


def test_importing_the_language_package_imports_no_provider() -> None:
    code = (
        "import sys, assistant.language.phrasing, assistant.language.models;"
        "print([m for m in ('langchain', 'langchain_core', 'openai') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert found.stdout.strip() == "[]"
