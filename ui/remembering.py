"""A conversation as the browser keeps it, so that it is there again after the page is reloaded.

What comes back from a browser is data of a stranger: it is read by the models or not at all.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answer import Answer
from ui.conversation import Conversation, Exchange

LONGEST_KEPT = 2_000_000
"""Characters kept of a conversation; browsers give a site about five million."""

MOST_EXCHANGES = 50


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    steps: tuple[str, ...] = ()
    answer: Answer | None = None
    failure: str | None = None


def kept(conversation: Conversation) -> list[str]:
    """The finished exchanges, a JSON document each; the oldest go where they become too many."""
    found: list[str] = []
    room = LONGEST_KEPT
    for exchange in reversed(conversation.exchanges[-MOST_EXCHANGES:]):
        if exchange.answer is None and exchange.failure is None:
            continue
        text = _Kept(
            question=exchange.question,
            steps=exchange.steps,
            answer=exchange.answer,
            failure=exchange.failure,
        ).model_dump_json(by_alias=True)
        room -= len(text)
        if room < 0:
            break
        found.append(text)
    return found[::-1]


def restored(value: object) -> Conversation:
    """The conversation that :func:`kept` wrote; what cannot be read is left out."""
    if not isinstance(value, list) or sum(len(str(item)) for item in value) > LONGEST_KEPT:
        return Conversation()
    exchanges: list[Exchange] = []
    for item in value[-MOST_EXCHANGES:]:
        try:
            found = _Kept.model_validate_json(str(item))
        except ValidationError:
            continue
        exchanges.append(
            Exchange(found.question, found.steps, answer=found.answer, failure=found.failure)
        )
    return Conversation(tuple(exchanges))
