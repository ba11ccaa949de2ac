"""A server that speaks OpenAI's ``/v1/embeddings``."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from langchain_core.embeddings import Embeddings
from pydantic import BaseModel, ValidationError

from vectorstore.embeddings.prefixes import Prefixes
from vectorstore.errors import EmbeddingUnavailable

_ATTEMPTS = 3
_FIRST_PAUSE_S = 0.5
_BATCH = 32
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True)
class InputTypes:
    """Values of the request field ``input_type``, for servers that add prefixes themselves.

    ``None`` leaves the field out: a strict server refuses what it does not know.
    """

    query: str | None = None
    passage: str | None = None


class _Item(BaseModel):
    index: int
    embedding: list[float]


class _Answer(BaseModel):
    data: list[_Item]


class EndpointEmbeddings(Embeddings):
    """Unit vectors from an OpenAI-compatible server.

    ``base_url`` ends where ``/embeddings`` begins (``http://127.0.0.1:8000/v1``). Connection
    failures, time-outs, 429 and 5xx are tried three times. Vectors are checked for number and
    length and brought to length one. ``pause`` waits between attempts.

    Raises:
        EmbeddingUnavailable: on use, where the server cannot be reached or answers nonsense;
            at once, where ``base_url`` is no HTTP address.
    """

    def __init__(
        self,
        base_url: str,
        model: str,
        *,
        api_key: str | None = None,
        prefixes: Prefixes | None = None,
        input_types: InputTypes | None = None,
        timeout_s: float = 60.0,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise EmbeddingUnavailable(
                f"Địa chỉ dịch vụ nhúng '{base_url}' không hợp lệ; hãy ghi dạng "
                "http://máy-chủ:cổng/v1."
            )
        self._url = base_url.rstrip("/") + "/embeddings"
        self._model = model
        self._prefixes = prefixes or Prefixes()
        self._input_types = input_types or InputTypes()
        self._pause = pause
        self._dimension: int | None = None
        self._dimension_lock = threading.Lock()
        self._client = httpx.Client(
            timeout=httpx.Timeout(timeout_s, connect=min(5.0, timeout_s)),
            headers={"Authorization": f"Bearer {api_key}"} if api_key else {},
            # A proxy of the environment cannot reach a server on this machine.
            trust_env=parts.hostname not in _LOOPBACK,
        )

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Vectors of passages, in order."""
        prefixed = [self._prefixes.passage + text for text in texts]
        vectors: list[list[float]] = []
        for start in range(0, len(prefixed), _BATCH):
            vectors += self._embed(prefixed[start : start + _BATCH], self._input_types.passage)
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """Vector of a question."""
        return self._embed([self._prefixes.query + text], self._input_types.query)[0]

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _embed(self, texts: list[str], input_type: str | None) -> list[list[float]]:
        request: dict[str, Any] = {
            "model": self._model,
            "input": [text.encode("utf-8", "replace").decode("utf-8") or " " for text in texts],
            "encoding_format": "float",
        }
        if input_type is not None:
            request["input_type"] = input_type
        response = self._post(request)
        try:
            vectors = _vectors(_Answer.model_validate_json(response.content), len(texts))
        except ValidationError as error:
            raise self._unusable("trả lời không đúng dạng /v1/embeddings") from error
        except ValueError as error:
            raise self._unusable(str(error)) from error
        self._check_dimension(vectors)
        return vectors

    def _post(self, request: dict[str, Any]) -> httpx.Response:
        reason = ""
        for attempt in range(_ATTEMPTS):
            if attempt:
                self._pause(_FIRST_PAUSE_S * 2 ** (attempt - 1))
            try:
                response = self._client.post(self._url, json=request)
            except httpx.TimeoutException:
                reason = "quá thời gian chờ"
                continue
            except httpx.HTTPError as error:
                reason = f"không kết nối được: {error}"
                continue
            if response.status_code == httpx.codes.OK:
                return response
            reason = f"mã lỗi {response.status_code}"
            if response.status_code != httpx.codes.TOO_MANY_REQUESTS and not (
                response.is_server_error
            ):
                break
        raise self._unusable(reason)

    def _check_dimension(self, vectors: list[list[float]]) -> None:
        with self._dimension_lock:
            expected = self._dimension or len(vectors[0])
            self._dimension = expected
        if any(len(vector) != expected for vector in vectors):
            raise self._unusable(f"véc-tơ không cùng số chiều {expected}")

    def _unusable(self, reason: str) -> EmbeddingUnavailable:
        return EmbeddingUnavailable(
            f"Dịch vụ nhúng {self._url} với mô hình {self._model} không dùng được ({reason}); hãy "
            "kiểm tra địa chỉ, khóa truy cập và máy chủ."
        )


def _vectors(answer: _Answer, expected: int) -> list[list[float]]:
    """Vectors of length one, in the order of the input.

    Raises:
        ValueError: the answer does not hold one usable vector for every text.
    """
    if len(answer.data) != expected:
        raise ValueError(f"{len(answer.data)} véc-tơ cho {expected} đoạn")
    ordered = sorted(answer.data, key=lambda item: item.index)
    if [item.index for item in ordered] != list(range(expected)):
        raise ValueError("thứ tự véc-tơ không đầy đủ")
    return [_unit_length(item.embedding) for item in ordered]


def _unit_length(vector: list[float]) -> list[float]:
    norm = math.sqrt(sum(value * value for value in vector))
    if not math.isfinite(norm) or norm == 0.0:
        raise ValueError("véc-tơ rỗng hoặc không hữu hạn")
    return [value / norm for value in vector]
