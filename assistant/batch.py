"""Questions in a JSON-lines file: one answer a line, in order, whatever the lines hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from assistant.answer import Answer, Turn
from assistant.errors import AssistantError
from assistant.service import Service
from vectorstore.errors import StoreError

_ID = re.compile(r'"id"\s*:\s*(?:"([^"\\]*)"|(-?\d+))')
_HELP = 'mỗi dòng cần là một đối tượng JSON dạng {"id": "…", "question": "…"}'


def _turns(value: object) -> object:
    """Accept turns, plain questions, and the role/content messages that chat programs use."""
    if not isinstance(value, list):
        return value
    turns: list[Any] = []
    for item in value:
        if isinstance(item, str):
            turns.append({"question": item})
        elif isinstance(item, dict) and "role" in item:
            content = item.get("content")
            if item["role"] == "assistant" and turns and isinstance(turns[-1], dict):
                turns[-1] = {**turns[-1], "answer": content}
            elif item["role"] == "user":
                turns.append({"question": content})
        else:
            turns.append(item)
    return turns


History = Annotated[tuple[Turn, ...], BeforeValidator(_turns)]


class BatchLine(BaseModel):
    """One line of the file; what it holds besides is ignored."""

    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)

    id: str | None = None
    question: str = Field(min_length=1)
    history: History | None = None
    documents: tuple[str, ...] | None = None


def answer_lines(
    service: Service, lines: Iterable[bytes], *, documents: Sequence[str] = ()
) -> Iterator[Answer]:
    """One answer for each line that is not blank; ``documents`` holds where a line names none."""
    for number, raw in enumerate(lines, start=1):
        text = raw.decode("utf-8", errors="replace").lstrip("\ufeff").strip()
        if text:
            yield _answer(service, text, number, documents)


def _answer(service: Service, text: str, number: int, documents: Sequence[str]) -> Answer:
    try:
        line = BatchLine.model_validate_json(text)
    except ValidationError as error:
        found = _ID.search(text)
        answer_id = (found.group(1) or found.group(2)) if found else None
        reason = f"Dòng {number} không đọc được ({_what(error)}); {_HELP}."
        return _refused(answer_id or f"line-{number}", "", reason)
    answer_id = line.id if line.id is not None else f"line-{number}"
    try:
        return service.ask(
            line.question,
            history=line.history or (),
            documents=line.documents or documents,
            answer_id=answer_id,
        )
    except (AssistantError, StoreError) as error:
        return _refused(answer_id, line.question, str(error))


def _what(error: ValidationError) -> str:
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return "không phải JSON"
    field = ".".join(str(part) for part in first["loc"])
    return f"trường “{field}” thiếu hoặc sai" if field else "không phải một đối tượng"


def _refused(answer_id: str, question: str, reason: str) -> Answer:
    return Answer(
        id=answer_id,
        question=question,
        status="refused",
        answer=reason,
        reason=reason,
        interpreted_as=question,
        timings_ms={"total": 0.0},
    )
