"""What a browser sends to the page."""

from __future__ import annotations

import json

from fastapi.testclient import TestClient


def call(client: TestClient, session: str, fn_index: int, data: list[object]) -> list[object]:
    """Join the queue, wait for the event's end, and return what it puts out."""
    joined = client.post(
        "/gradio_api/queue/join",
        json={"data": data, "fn_index": fn_index, "session_hash": session},
    )
    assert joined.status_code == 200
    stream = client.get("/gradio_api/queue/data", params={"session_hash": session})
    messages = [
        json.loads(line.removeprefix("data: "))
        for line in stream.text.splitlines()
        if line.startswith("data: ")
    ]
    (done,) = [m for m in messages if m["msg"] == "process_completed"]
    assert done["success"], done
    output: list[object] = done["output"]["data"]
    return output
