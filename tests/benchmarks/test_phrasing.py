"""``make test-llm`` against a real endpoint on loopback that tells the truth, lies, and fails."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner, Result

from benchmarks.phrasing import main
from tests.assistant.language.endpoint import Script, serving


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CCHC_LLM", "CCHC_LLM_BASE_URL", "CCHC_LLM_API_KEY", "CCHC_TODAY"):
        monkeypatch.delenv(name, raising=False)


def _run(script: Script, monkeypatch: pytest.MonkeyPatch, *, limit: int = 4) -> Result:
    with serving(script) as endpoint:
        monkeypatch.setenv("CCHC_LLM", "openai:scripted")
        monkeypatch.setenv("CCHC_LLM_BASE_URL", endpoint.base_url)
        ran = CliRunner().invoke(main, ["--set", "samples", "--limit", str(limit)])
        assert endpoint.requests, "the endpoint was asked"
    assert ran.exit_code == 0, ran.output
    return ran


def _count(ran: Result, label: str) -> int:
    found = re.search(rf"^{label}\s+(\d+)", ran.stdout, re.MULTILINE)
    assert found, ran.stdout
    return int(found.group(1))


def test_without_a_model_one_sentence_says_what_to_set_and_the_code_is_2() -> None:
    ran = CliRunner().invoke(main, [])
    assert ran.exit_code == 2
    assert ran.stdout == ""
    assert ran.stderr.count("\n") == 1
    assert "CCHC_LLM" in ran.stderr


def test_a_model_name_without_provider_is_named_and_the_code_is_2(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CCHC_LLM", "qwen")
    ran = CliRunner().invoke(main, [])
    assert ran.exit_code == 2
    assert "qwen" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_lying_model_has_its_sentences_counted_and_costs_no_right_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lie = "Tỷ lệ phải đạt là 12345% theo kế hoạch [1]. Phòng Không Có Thật chủ trì toàn bộ [99]."
    ran = _run(Script(lie), monkeypatch)
    assert _count(ran, "sentences kept") == 0
    assert _count(ran, "sentences replaced") + _count(ran, "sentences refused") > 0
    assert _count(ran, "right as phrased") == _count(ran, "right by rules alone")
    assert "not as phrased" not in ran.stdout


@pytest.mark.parametrize("manner", ["cut", "drop"])
def test_a_model_that_stops_midway_is_an_unusable_reply(
    monkeypatch: pytest.MonkeyPatch, manner: str
) -> None:
    text = "Theo tài liệu, nội dung này được nêu rõ trong văn bản đã nạp và còn nhiều điều nữa"
    ran = _run(Script(text, manner=manner), monkeypatch)  # type: ignore[arg-type]
    assert _count(ran, "replies not usable") == _count(ran, "replies asked of the model") > 0
    assert _count(ran, "right as phrased") == _count(ran, "right by rules alone")


def test_a_model_that_says_nothing_is_an_unusable_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = _run(Script(""), monkeypatch)
    assert _count(ran, "replies not usable") == _count(ran, "replies asked of the model") > 0
    assert "không trả lời gì" in ran.stdout
