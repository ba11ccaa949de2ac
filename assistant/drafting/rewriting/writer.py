"""Who rewrites: a chat model, its name, and how long it may take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.drafting.rewriting.reply import SCHEMA
from assistant.language.streaming import read_reply

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage
    from langchain_core.runnables import Runnable

_LONGEST_REPLY = 60_000
"""Characters after which a reply is given up; models that think aloud need most of them."""


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """A chat model that writes sections. ``name`` is what its sentences are signed with.

    ``timeout`` bounds each reply in seconds, whatever the endpoint sends meanwhile. With
    ``schema`` an endpoint of the OpenAI protocol is asked to keep to the reply's JSON schema; one
    that refuses is asked without.
    """

    model: BaseChatModel
    name: str
    timeout: float = 60.0
    schema: bool = True

    def reply(self, messages: Sequence[BaseMessage], *, schema: bool) -> str:
        """The model's whole reply.

        Raises:
            ModelFailure: the endpoint failed, or the reply is empty, endless or cut off.
        """
        chain: Runnable[Any, BaseMessage] = self.model
        if schema:
            chain = self.model.bind(response_format=SCHEMA)
        pieces = read_reply(chain, list(messages), seconds=self.timeout, characters=_LONGEST_REPLY)
        return "".join(pieces)

    @property
    def takes_schema(self) -> bool:
        """Whether the endpoint may be asked to keep to a schema."""
        if not self.schema:
            return False
        from langchain_openai.chat_models.base import BaseChatOpenAI

        return isinstance(self.model, BaseChatOpenAI)
