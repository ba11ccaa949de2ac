"""Bodies are counted as they arrive, whatever their headers promise."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.errors import problem_response
from assistant.api.models import Problem


class _BodyTooLarge(Exception):
    """More bytes came than allowed."""


class BodyLimit:
    """Answers 413 as soon as a body is, or says it is, larger than ``limit`` bytes.

    Pure ASGI, outside of everything that reads: frameworks read a body before their own checks
    run, and a chunked body has no length to check (fastapi #362).
    """

    def __init__(self, app: ASGIApp, *, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, counting."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = dict(scope["headers"]).get(b"content-length", b"")
        if announced.isdigit() and int(announced) > self._limit:
            await self._refuse(scope, receive, send)
            return
        seen = 0
        exceeded = started = False

        async def counting() -> Message:
            nonlocal seen, exceeded
            message = await receive()
            if message["type"] == "http.request":
                seen += len(message.get("body", b""))
                if seen > self._limit:
                    exceeded = True
                    raise _BodyTooLarge
            return message

        async def unless_exceeded(message: Message) -> None:
            # what the application makes of the broken-off body is replaced by our 413
            nonlocal started
            if exceeded and not started:
                return
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, counting, unless_exceeded)
        except _BodyTooLarge:
            if started:
                raise
        if exceeded and not started:
            await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        megabytes = self._limit / (1 << 20)
        problem = Problem(
            status=413,
            code="too_large",
            detail=f"Nội dung gửi lên vượt giới hạn {megabytes:g} MB; hãy gửi tệp nhỏ hơn.",
        )
        response = problem_response(problem)
        response.headers["connection"] = "close"
        await response(scope, receive, send)
