"""A real local HTTP server that speaks the OpenAI chat protocol and follows a script."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

Manner = Literal["whole", "cut", "drop", "trickle", "silent", "error", "page", "no_stream"]


@dataclass(frozen=True)
class Script:
    """What the endpoint does with every request.

    ``whole`` sends the text, ``cut`` half of it with finish reason "length", ``drop`` half of it
    and then closes the connection, ``trickle`` one character per ``pause``, ``silent`` nothing for
    a long time, ``error`` the given status, ``page`` an HTML page, ``no_stream`` one JSON body
    whether or not a stream was asked for.
    """

    text: str = ""
    manner: Manner = "whole"
    status: int = 500
    pause: float = 0.1


@dataclass
class Endpoint:
    """A running server and what it was asked."""

    base_url: str
    requests: list[dict[str, Any]] = field(default_factory=list)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, scripts: Sequence[Script]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.scripts = scripts
        self.ended = threading.Event()
        self.endpoint = Endpoint(base_url=f"http://127.0.0.1:{self.server_address[1]}/v1")


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        asked = json.loads(self.rfile.read(length))
        self.server.endpoint.requests.append({**asked, "path": self.path})
        number = min(len(self.server.endpoint.requests), len(self.server.scripts)) - 1
        try:
            self._follow(self.server.scripts[number], stream=bool(asked.get("stream")))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _follow(self, script: Script, *, stream: bool) -> None:
        if script.manner == "error":
            self._send(script.status, "application/json", b'{"error": {"message": "broken"}}')
        elif script.manner == "page":
            self._send(200, "text/html", f"<html><body>{script.text}</body></html>".encode())
        elif script.manner == "silent":
            self.server.ended.wait(20)
        elif stream and script.manner != "no_stream":
            self._stream(script)
        else:
            if script.manner == "trickle":
                self.server.ended.wait(20)
            self._send(200, "application/json", json.dumps(_completion(script)).encode())

    def _stream(self, script: Script) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        trickles = script.manner == "trickle"
        size = 1 if trickles else 7
        text = _sent_text(script)
        for at in range(0, len(text), size):
            self._event({"content": text[at : at + size]}, None)
            if trickles and self.server.ended.wait(script.pause):
                return
        if script.manner != "drop":
            self._event({}, "length" if script.manner == "cut" else "stop")
            self.wfile.write(b"data: [DONE]\n\n")
        self.close_connection = True

    def _event(self, delta: dict[str, str], finish: str | None) -> None:
        choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish}
        body = {**_HEAD, "object": "chat.completion.chunk", "choices": [choice]}
        self.wfile.write(f"data: {json.dumps(body)}\n\n".encode())
        self.wfile.flush()

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


@contextmanager
def serving(*scripts: Script) -> Iterator[Endpoint]:
    """The endpoint on a free loopback port, for the time of the block.

    Each request follows the next script; the last one goes for all that come after.
    """
    server = _Server(scripts)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.endpoint
    finally:
        server.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


_HEAD = {"id": "chatcmpl-1", "created": 1, "model": "scripted"}


def _sent_text(script: Script) -> str:
    cut = script.manner in ("cut", "drop")
    return script.text[: len(script.text) // 2] if cut else script.text


def _completion(script: Script) -> dict[str, Any]:
    cut = script.manner in ("cut", "drop")
    text = _sent_text(script)
    return {
        **_HEAD,
        "object": "chat.completion",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text},
                "finish_reason": "length" if cut else "stop",
            }
        ],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
