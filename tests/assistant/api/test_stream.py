from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from assistant.answer import Answer
from assistant.api.events import decode, encode
from assistant.service import AskEvent
from tests.assistant.fakes import Parts
from vectorstore.errors import StoreError

STREAM = {"accept": "text/event-stream"}


def frames(text: str) -> list[tuple[str, dict[str, object]]]:
    found = []
    for frame in text.strip().split("\n\n"):
        event, data = frame.split("\n")
        found.append((event.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


def test_a_streamed_answer_comes_as_steps_tokens_and_the_whole_answer(client: TestClient) -> None:
    reply = client.post("/api/v1/ask", json={"question": "Ai?", "id": "q"}, headers=STREAM)
    assert reply.headers["content-type"].startswith("text/event-stream")
    events = frames(reply.text)
    assert [kind for kind, _ in events] == ["step", "token", "answer"]
    assert events[1][1] == {"text": "Bạn hỏi:\nmột dòng"}
    streamed = Answer.model_validate(events[2][1])
    whole = Answer.model_validate(
        client.post("/api/v1/ask", json={"question": "Ai?", "id": "q"}).json()
    )
    assert streamed == whole


def test_bad_input_is_an_http_error_not_a_stream(client: TestClient) -> None:
    reply = client.post("/api/v1/ask", json={"question": "x", "documents": ["lạ"]}, headers=STREAM)
    assert reply.status_code == 404


def test_a_stream_that_breaks_ends_with_an_error_event(client: TestClient, parts: Parts) -> None:
    parts.answerer.error = StoreError("Kho hỏng; hãy nạp lại.")
    reply = client.post("/api/v1/ask", json={"question": "x"}, headers=STREAM)
    events = frames(reply.text)
    assert [kind for kind, _ in events] == ["step", "error"]
    assert events[1][1]["detail"] == "Kho hỏng; hãy nạp lại."
    with pytest.raises(StoreError, match="Kho hỏng"):
        list(decode(reply.text.splitlines()))


def test_what_is_written_is_read_back() -> None:
    events = [AskEvent("step", text="a"), AskEvent("token", text="dòng\n\nevent: answer")]
    text = b"".join(encode(event) for event in events).decode()
    assert list(decode(text.splitlines())) == events
