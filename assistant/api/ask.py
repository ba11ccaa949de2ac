"""``/ask``: one answer, whole or as a stream of events."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from assistant.answer import Answer
from assistant.api import events
from assistant.api.deps import ServiceDep
from assistant.api.errors import problem_of
from assistant.api.models import AskRequest
from assistant.errors import AssistantError
from assistant.service import AskEvent
from vectorstore.errors import StoreError

router = APIRouter(prefix="/ask", tags=["ask"])
_STREAM = "text/event-stream"


@router.post(
    "",
    response_model=Answer,
    responses={200: {"content": {_STREAM: {"schema": {"type": "string"}}}}},
)
def ask(asked: AskRequest, request: Request, service: ServiceDep) -> Answer | Response:
    """Answer a question with citations, or say what is missing.

    With ``Accept: text/event-stream`` the answer comes as events: ``step`` and ``token`` with
    ``{"text"}``, then ``answer`` with the whole answer; ``error`` ends a stream that broke.
    """
    if _STREAM in request.headers.get("accept", ""):
        stream = service.ask_stream(
            asked.question,
            history=asked.history,
            documents=asked.documents,
            answer_id=asked.id,
        )
        return StreamingResponse(
            _encoded(stream),
            media_type=_STREAM,
            headers={"cache-control": "no-store", "x-accel-buffering": "no"},
        )
    return service.ask(
        asked.question, history=asked.history, documents=asked.documents, answer_id=asked.id
    )


def _encoded(stream: Iterator[AskEvent]) -> Iterator[bytes]:
    try:
        for event in stream:
            yield events.encode(event)
    except (AssistantError, StoreError) as error:  # the status line has been sent already
        yield events.encode_problem(problem_of(error))
