"""A streamed answer as server-sent events, written and read in one place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from assistant.answer import Answer
from assistant.api.models import Problem
from assistant.errors import from_code
from assistant.service import AskEvent


def encode(event: AskEvent) -> bytes:
    """``step`` and ``token`` carry ``{"text": …}``, ``answer`` the whole answer."""
    if event.kind == "answer" and event.answer is not None:
        data = event.answer.model_dump_json(by_alias=True)
    else:
        data = json.dumps({"text": event.text}, ensure_ascii=False)
    return _frame(event.kind, data)


def encode_problem(problem: Problem) -> bytes:
    """What ends a stream that could not be finished."""
    return _frame("error", problem.model_dump_json())


def decode(lines: Iterable[str]) -> Iterator[AskEvent]:
    """The events of a stream; an ``error`` event raises what the server meant."""
    kind = ""
    for line in lines:
        field, _, value = line.partition(": ")
        if field == "event":
            kind = value
        elif field == "data" and kind == "answer":
            yield AskEvent("answer", answer=Answer.model_validate_json(value))
        elif field == "data" and kind == "error":
            problem = Problem.model_validate_json(value)
            raise from_code(problem.code, problem.detail)
        elif field == "data" and (kind == "step" or kind == "token"):
            yield AskEvent("step" if kind == "step" else "token", text=json.loads(value)["text"])


def _frame(kind: str, data: str) -> bytes:
    return f"event: {kind}\ndata: {data}\n\n".encode()
