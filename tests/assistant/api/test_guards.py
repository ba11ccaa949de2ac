from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from assistant.api.app import create_app
from assistant.api.limits import BodyLimit
from assistant.settings import Settings
from tests.assistant.api.conftest import HERE
from tests.assistant.fakes import Parts

LIMIT = 1 << 20


def chunks(count: int) -> Iterator[bytes]:
    for _ in range(count):
        yield b"x" * 65536


@pytest.mark.parametrize("path", ["/api/v1/ask", "/api/v1/documents", "/gradio_api/upload"])
def test_a_chunked_body_over_the_limit_is_cut_off(client: TestClient, path: str) -> None:
    reply = client.post(
        path,
        content=chunks(40),
        headers={"content-type": "multipart/form-data; boundary=b"},
    )
    if path == "/gradio_api/upload":
        assert reply.status_code in {404, 405, 413}, "nothing is mounted there in this test"
    else:
        assert (reply.status_code, reply.json()["code"]) == (413, "too_large")


def test_an_announced_length_over_the_limit_is_refused_unread(client: TestClient) -> None:
    reply = client.post("/api/v1/ask", content=b"x" * (LIMIT + 1))
    assert reply.status_code == 413
    assert "1 MB" in reply.json()["detail"]


def test_a_body_at_the_limit_passes(client: TestClient) -> None:
    reply = client.post("/api/v1/ask", content=b"x" * LIMIT)
    assert reply.status_code == 422


async def _reading(scope: Scope, receive: Receive, send: Send) -> None:
    try:
        body = await Request(scope, receive).body()
    except Exception as error:  # noqa: BLE001 - frameworks do just this
        await PlainTextResponse(f"nuốt {error}", status_code=400)(scope, receive, send)
        return
    await PlainTextResponse(str(len(body)))(scope, receive, send)


async def _bodies(parts: list[bytes]) -> AsyncIterator[Message]:
    for number, part in enumerate(parts, start=1):
        yield {"type": "http.request", "body": part, "more_body": number < len(parts)}
    while True:
        yield {"type": "http.disconnect"}


def _status(parts: list[bytes], headers: list[tuple[bytes, bytes]]) -> int:
    sent: list[Message] = []

    async def run() -> None:
        bodies = _bodies(parts)

        async def send(message: Message) -> None:
            sent.append(message)

        scope: Scope = {"type": "http", "method": "POST", "path": "/", "headers": headers}
        await BodyLimit(_reading, limit=10)(scope, lambda: anext(bodies), send)

    asyncio.run(run())
    starts = [message for message in sent if message["type"] == "http.response.start"]
    assert len(starts) == 1
    status: int = starts[0]["status"]
    return status


@pytest.mark.parametrize(
    ("parts", "headers", "status"),
    [
        ([b"12345", b"12345"], [], 200),
        ([b"12345", b"123456"], [], 413),
        ([b"12345678901"], [(b"content-length", b"3")], 413),
        ([b"123"], [(b"content-length", b"11")], 413),
        ([b"123"], [(b"content-length", b"-1")], 200),
        ([b"12345678901"], [(b"content-length", b"nonsense")], 413),
        ([], [], 200),
    ],
)
def test_bytes_are_counted_whatever_the_header_says(
    parts: list[bytes], headers: list[tuple[bytes, bytes]], status: int
) -> None:
    assert _status(parts or [b""], headers) == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:7860", 200),
        ("localhost:7860", 200),
        ("[::1]:7860", 200),
        ("192.168.1.5:7860", 200),
        ("may-chu.example:7860", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
    ],
)
def test_only_known_host_names_are_answered(
    parts: Parts, settings: Settings, host: str, status: int
) -> None:
    named = settings.model_copy(update={"allowed_hosts": "may-chu.example"})
    client = TestClient(create_app(parts.service, named), base_url=HERE)
    assert client.get("/api/v1/health", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": HERE}, 200),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-origin", "origin": HERE}, 200),
    ],
)
def test_only_pages_of_this_server_may_write(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    assert client.post("/api/v1/ask", json={"question": "x"}, headers=headers).status_code == status


def test_a_page_elsewhere_gets_no_permission_to_read(client: TestClient) -> None:
    reply = client.get("/api/v1/health", headers={"origin": "https://evil.example"})
    assert "access-control-allow-origin" not in reply.headers
