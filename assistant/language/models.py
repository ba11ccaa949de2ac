"""Chat models by name, through LangChain; nothing is imported or reached before it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.errors import BadSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_OPENAI_HINT = (
    "hãy dùng openai:TÊN_MÔ_HÌNH với CCHC_LLM_BASE_URL trỏ tới máy chủ tương thích OpenAI"
)
_UNUSED_KEY = "not-needed"


class UnusableModel(BadSettings):
    """The chat model that the settings name cannot be built."""


@dataclass(frozen=True, slots=True)
class ChatModelSpec:
    """Which chat model, and how to reach it.

    ``name`` is ``provider:model``. ``openai:`` with a ``base_url`` reaches every endpoint that
    speaks the OpenAI chat protocol: Ollama, vLLM, llama.cpp, LM Studio. ``timeout`` is in seconds
    and bounds each wait for the endpoint; the whole answer is bounded by
    :class:`~assistant.language.phrasing.ModelPhraser`.
    """

    name: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 60.0
    temperature: float = 0.0
    streaming: bool = True


def build_chat_model(spec: ChatModelSpec) -> BaseChatModel:
    """The model that ``spec`` names. No connection is made.

    Raises:
        UnusableModel: the name has no provider, the provider is unknown or its package missing,
            or it needs a key that is not given.
    """
    from langchain.chat_models import init_chat_model
    from openai import OpenAIError

    provider, colon, model = spec.name.partition(":")
    if not (provider.strip() and colon and model.strip()):
        raise UnusableModel(
            f"Mô hình “{spec.name}” không có dạng NHÀ_CUNG_CẤP:MÔ_HÌNH; {_OPENAI_HINT}."
        )
    options: dict[str, Any] = {
        "temperature": spec.temperature,
        "timeout": spec.timeout,
        "max_retries": 1,
    }
    if not spec.streaming:
        options["disable_streaming"] = True
    if spec.base_url:
        options["base_url"] = spec.base_url
    if spec.api_key or spec.base_url:
        # Local endpoints want a header, whatever it says; a real key never goes elsewhere.
        options["api_key"] = spec.api_key or _UNUSED_KEY
    try:
        chat: BaseChatModel = init_chat_model(
            model.strip(), model_provider=provider.strip(), **options
        )
    except ImportError as error:
        package = error.name or f"langchain_{provider.strip()}"
        raise UnusableModel(
            f"Mô hình “{spec.name}” cần gói {package.replace('_', '-')} chưa được cài; "
            f"hãy cài gói đó, hoặc {_OPENAI_HINT.removeprefix('hãy ')}."
        ) from None
    except ValueError:
        raise UnusableModel(
            f"Nhà cung cấp “{provider}” của mô hình “{spec.name}” không dùng được; {_OPENAI_HINT}."
        ) from None
    except OpenAIError as error:
        raise UnusableModel(
            f"Không dựng được mô hình “{spec.name}” ({type(error).__name__}); "
            "hãy đặt CCHC_LLM_API_KEY hoặc CCHC_LLM_BASE_URL."
        ) from None
    return chat
