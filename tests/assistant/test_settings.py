from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from assistant import settings
from assistant.errors import BadSettings
from assistant.quiet import OFFLINE, TELEMETRY_OFF


def test_without_variables_the_data_folder_is_data_below_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    found = settings.load()
    assert found.data_dir == tmp_path / "data"
    assert (found.host, found.port) == ("127.0.0.1", 7860)
    assert found.embeddings == "bundled"
    assert found.llm is None


def test_an_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_PORT", "1111")
    assert settings.load(port=2222, host=None).port == 2222
    assert settings.load(port=None).port == 1111


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "nhiều"),
        ("PORT", "70000"),
        ("TODAY", "31/12/2026"),
        ("TODAY", "20261231"),
        ("TODAY", "2026-02-30"),
        ("LLM", "gpt"),
        ("LLM_BASE_URL", "localhost:1234"),
        ("LLM_TIMEOUT", "0"),
        ("EMBEDDINGS", "lạ:x"),
        ("LOG_LEVEL", "ồn"),
        ("UPLOAD_LIMIT_MB", "0"),
        ("VOCABULARY_DIR", "/không/có"),
        ("OUTLINES_DIR", "/không/có"),
        ("NUMBER_CODE", "BC/STP 1"),
    ],
)
def test_a_bad_value_is_named_with_its_variable_and_a_remedy(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"CCHC_{name}", value)
    with pytest.raises(BadSettings) as refused:
        settings.load()
    sentence = str(refused.value)
    assert f"CCHC_{name}" in sentence
    assert f"“{value}”" in sentence
    assert "; hãy đặt " in sentence
    assert "\n" not in sentence


def test_a_data_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    with pytest.raises(BadSettings, match="--data-dir"):
        settings.load(data_dir=tmp_path / "tệp" / "kho")


def test_an_endpoint_without_an_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_EMBEDDINGS", "openai:e5")
    with pytest.raises(BadSettings, match="CCHC_EMBEDDINGS_BASE_URL"):
        settings.load()


def test_a_bad_secret_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_LLM_API_KEY", "bí-mật")
    assert "bí-mật" not in repr(settings.load())


def test_today_is_the_set_day_or_the_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import datetime

    assert settings.load().clock()() == datetime.now().astimezone().date()
    monkeypatch.setenv("CCHC_TODAY", "2031-05-06")
    assert settings.load().clock()() == date(2031, 5, 6)


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_TODAY", "")
    assert settings.load().today is None


def test_telemetry_is_off_before_anything_else_is_imported() -> None:
    wanted = TELEMETRY_OFF | OFFLINE
    program = (
        "import sys, os, assistant; "
        f"assert {{k: os.environ.get(k) for k in {list(wanted)!r}}} == {wanted!r}; "
        "assert not {'chromadb', 'gradio', 'langchain_core', 'pydantic'} & set(sys.modules)"
    )
    environment = os.environ | {"GRADIO_ANALYTICS_ENABLED": "True", "HF_HUB_OFFLINE": "0"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, check=False)
    assert done.returncode == 0
