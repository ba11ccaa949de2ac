"""The shape of a model's reply: paragraphs of sentence templates, nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

_THINKING = re.compile(r"\A\s*<think>.*?</think>\s*", re.DOTALL)
_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_MOST_SENTENCES = 400


class UnusableReply(ValueError):
    """The reply is not of the shape asked for. ``str()`` is a Vietnamese clause."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class ReplyParagraph(_Strict):
    """One paragraph: sentence templates in order."""

    sentences: list[str] = Field(min_length=1)
    bullet: bool = False


class Reply(_Strict):
    """A rewritten section."""

    paragraphs: list[ReplyParagraph] = Field(min_length=1)


SCHEMA: dict[str, Any] = {
    "type": "json_schema",
    "json_schema": {
        "name": "section",
        "strict": True,
        "schema": {
            "type": "object",
            "additionalProperties": False,
            "required": ["paragraphs"],
            "properties": {
                "paragraphs": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["sentences", "bullet"],
                        "properties": {
                            "sentences": {"type": "array", "items": {"type": "string"}},
                            "bullet": {"type": "boolean"},
                        },
                    },
                }
            },
        },
    },
}
"""The same shape for endpoints that hold a model to a schema."""


def read_reply_text(text: str) -> Reply:
    """The reply that ``text`` is, whole: JSON is never repaired.

    Thoughts before it and one code fence around it are dropped.

    Raises:
        UnusableReply: it is no JSON of the shape, or holds far too many sentences.
    """
    body = _THINKING.sub("", text)
    fenced = _FENCE.match(body)
    try:
        reply = Reply.model_validate(json.loads(fenced[1] if fenced else body))
    except json.JSONDecodeError:
        raise UnusableReply("trả lời không phải là JSON trọn vẹn") from None
    except ValidationError:
        raise UnusableReply("trả lời không đúng khuôn dạng paragraphs › sentences") from None
    except RecursionError:
        raise UnusableReply("trả lời lồng nhau quá sâu") from None
    if sum(len(paragraph.sentences) for paragraph in reply.paragraphs) > _MOST_SENTENCES:
        raise UnusableReply("trả lời có quá nhiều câu")
    return reply
