"""Any sentence-transformers model, by name or folder. Needs the extra of the same name."""

from __future__ import annotations

import os
import threading
from typing import Protocol

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from vectorstore.embeddings.prefixes import Prefixes, prefixes_for
from vectorstore.errors import EmbeddingUnavailable

_BATCH = 32


class _Model(Protocol):
    def encode(
        self,
        sentences: list[str],
        *,
        batch_size: int,
        normalize_embeddings: bool,
        show_progress_bar: bool,
        convert_to_numpy: bool,
    ) -> NDArray[np.float32]: ...


class SentenceTransformerEmbeddings(Embeddings):
    """Unit vectors from a local model; nothing is downloaded unless ``allow_download``.

    ``model`` is a folder that holds a model, or the name of one in the local cache. ``prefixes``
    default to what the model's name asks for.
    """

    def __init__(
        self, model: str, *, prefixes: Prefixes | None = None, allow_download: bool = False
    ) -> None:
        self._name = model
        self._prefixes = prefixes or prefixes_for(model)
        self._allow_download = allow_download
        self._lock = threading.Lock()
        self._model: _Model | None = None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Vectors of passages, in order."""
        return self._encode([self._prefixes.passage + text for text in texts])

    def embed_query(self, text: str) -> list[float]:
        """Vector of a question."""
        return self._encode([self._prefixes.query + text])[0]

    def _encode(self, texts: list[str]) -> list[list[float]]:
        if not texts:
            return []
        with self._lock:
            if self._model is None:
                self._model = self._load()
            vectors: list[list[float]] = self._model.encode(
                [text.encode("utf-8", "replace").decode("utf-8") for text in texts],
                batch_size=_BATCH,
                normalize_embeddings=True,
                show_progress_bar=False,
                convert_to_numpy=True,
            ).tolist()
        return vectors

    def _load(self) -> _Model:
        os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
        if not self._allow_download:
            os.environ["HF_HUB_OFFLINE"] = "1"
            os.environ["TRANSFORMERS_OFFLINE"] = "1"
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EmbeddingUnavailable(
                f"Mô hình {self._name} cần gói sentence-transformers chưa được cài; hãy chạy "
                "`pip install '.[sentence-transformers]'` hoặc dùng mô hình đi kèm (bundled)."
            ) from error
        try:
            model: _Model = SentenceTransformer(
                self._name, device="cpu", local_files_only=not self._allow_download
            )
        except (OSError, ValueError, RuntimeError, ImportError, KeyError) as error:
            short = " ".join(str(error).split())[:200]
            raise EmbeddingUnavailable(
                f"Không nạp được mô hình {self._name} ({short}); hãy chỉ đúng thư mục chứa mô hình "
                "hoặc dùng mô hình đi kèm (bundled)."
            ) from error
        return model
