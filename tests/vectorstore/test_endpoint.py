from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from vectorstore.embeddings.endpoint import EndpointEmbeddings, InputTypes
from vectorstore.embeddings.prefixes import Prefixes
from vectorstore.errors import EmbeddingUnavailable

Reply = Callable[[dict[str, Any]], tuple[int, bytes]]


def vectors(request: dict[str, Any], *, dimension: int = 3) -> tuple[int, bytes]:
    """One vector a text, last text first, to prove that ``index`` is obeyed."""
    items = [
        {"index": at, "embedding": [float(len(text)), *([0.5] * (dimension - 1))]}
        for at, text in enumerate(request["input"])
    ]
    return 200, json.dumps({"data": items[::-1]}).encode()


class Server:
    """A real HTTP server that plays back replies and keeps what it was asked."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.requests: list[dict[str, Any]] = []
        self.authorization: list[str | None] = []
        self.url = ""

    def answer(self, request: dict[str, Any], authorization: str | None) -> tuple[int, bytes]:
        self.requests.append(request)
        self.authorization.append(authorization)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return reply(request)


@contextmanager
def running(server: Server) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert self.path == "/v1/embeddings"
            status, answer = server.answer(body, self.headers.get("Authorization"))
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Keep the test output clean."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def failing(status: int) -> Reply:
    return lambda _: (status, b"{}")


def model(
    server: Server,
    *,
    api_key: str | None = None,
    prefixes: Prefixes | None = None,
    input_types: InputTypes | None = None,
    timeout_s: float = 10.0,
) -> EndpointEmbeddings:
    pauses: list[float] = []
    return EndpointEmbeddings(
        server.url,
        "m",
        api_key=api_key,
        prefixes=prefixes,
        input_types=input_types,
        timeout_s=timeout_s,
        pause=pauses.append,
    )


def test_prefixes_types_key_and_model_reach_the_server() -> None:
    with running(Server(vectors)) as server:
        client = model(
            server,
            api_key="khoa",
            prefixes=Prefixes("q: ", "p: "),
            input_types=InputTypes("query", "passage"),
        )
        client.embed_query("x")
        client.embed_documents(["y"])
    query, passage = server.requests
    assert (query["input"], query["input_type"], query["model"]) == (["q: x"], "query", "m")
    assert (passage["input"], passage["input_type"]) == (["p: y"], "passage")
    assert server.authorization == ["Bearer khoa"] * 2


def test_a_strict_server_is_sent_no_field_of_ours() -> None:
    with running(Server(vectors)) as server:
        model(server).embed_query("x")
    assert set(server.requests[0]) == {"model", "input", "encoding_format"}
    assert server.authorization == [None]


def test_long_lists_go_in_batches_and_come_back_in_order_with_length_one() -> None:
    with running(Server(vectors)) as server:
        found = model(server).embed_documents(["x" * n for n in range(1, 71)])
    assert [len(request["input"]) for request in server.requests] == [32, 32, 6]
    firsts = [vector[0] for vector in found]
    assert firsts == sorted(firsts)
    assert sum(value * value for value in found[5]) == pytest.approx(1.0)


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_passing_failure_is_tried_again(status: int) -> None:
    with running(Server(failing(status), failing(status), vectors)) as server:
        assert len(model(server).embed_query("x")) == 3
    assert len(server.requests) == 3


def test_a_lasting_failure_is_said_after_three_attempts() -> None:
    with running(Server(failing(500))) as server:
        with pytest.raises(EmbeddingUnavailable) as refusal:
            model(server).embed_query("x")
        assert server.url in str(refusal.value)
    assert "500" in str(refusal.value)
    assert len(server.requests) == 3


@pytest.mark.parametrize("status", [400, 401, 404, 302])
def test_a_refusal_is_not_tried_again(status: int) -> None:
    with running(Server(failing(status))) as server:
        with pytest.raises(EmbeddingUnavailable, match=str(status)) as refusal:
            model(server, api_key="khoa-bi-mat").embed_query("x")
        assert "khoa-bi-mat" not in str(refusal.value)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"<html>",
        b"[]",
        b"null",
        b'{"data": []}',
        b'{"data": [{"index": 1, "embedding": [1.0]}]}',
        b'{"data": [{"index": 0, "embedding": "AAAA"}]}',
        b'{"data": [{"index": 0, "embedding": []}]}',
        b'{"data": [{"index": 0, "embedding": [0.0, 0.0]}]}',
        b'{"data": [{"index": 0, "embedding": [NaN]}]}',
        b'{"data": [{"index": 0, "embedding": [1]}, {"index": 0, "embedding": [1]}]}',
    ],
)
def test_nonsense_is_refused_in_one_sentence(nonsense: bytes) -> None:
    with running(Server(lambda _: (200, nonsense))) as server:
        with pytest.raises(EmbeddingUnavailable) as refusal:
            model(server).embed_query("x")
        assert server.url in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_changed_dimension_is_refused() -> None:
    with running(Server(vectors, lambda request: vectors(request, dimension=4))) as server:
        client = model(server)
        client.embed_query("x")
        with pytest.raises(EmbeddingUnavailable, match="số chiều 3"):
            client.embed_query("x")


def test_a_silent_server_times_out() -> None:
    release = threading.Event()

    def silent(request: dict[str, Any]) -> tuple[int, bytes]:
        release.wait(20)
        return vectors(request)

    with running(Server(silent)) as server:
        try:
            with pytest.raises(EmbeddingUnavailable, match="quá thời gian chờ"):
                model(server, timeout_s=0.2).embed_query("x")
        finally:
            release.set()


def test_a_server_that_is_not_there_is_named() -> None:
    with running(Server(vectors)) as server:
        url = server.url
    client = EndpointEmbeddings(url, "m", pause=lambda _: None)
    with pytest.raises(EmbeddingUnavailable, match="không kết nối được"):
        client.embed_query("x")


def test_a_proxy_of_the_environment_is_not_used_for_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with running(Server(vectors)) as server:
        assert len(model(server).embed_query("x")) == 3
