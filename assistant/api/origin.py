"""Only pages of this server may use it: against DNS rebinding and forged cross-site requests."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.api.errors import problem_response
from assistant.api.models import Problem

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class SameOrigin:
    """Refuses unknown ``Host`` names, and writing requests that another site's page sends.

    Rebinding needs a host *name* that an attacker controls, so addresses are let through; names
    are ``localhost`` and ``allowed_hosts``.
    """

    def __init__(self, app: ASGIApp, *, allowed_hosts: Iterable[str] = ()) -> None:
        self._app = app
        self._names = {"localhost", *(name.strip().lower() for name in allowed_hosts)} - {""}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        refusal = self._refusal(scope.get("method", "WEBSOCKET"), headers)
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await problem_response(refusal)(scope, receive, send)

    def _refusal(self, method: str, headers: dict[str, str]) -> Problem | None:
        host = headers.get("host", "")
        if not self._known(host):
            return Problem(
                status=421,
                code="unknown_host",
                detail=f"Tên máy “{host}” không được nhận; hãy dùng địa chỉ máy chủ in ra khi chạy "
                "hoặc đặt CCHC_ALLOWED_HOSTS.",
            )
        if method in _READING:
            return None
        origin = headers.get("origin")
        foreign = origin is not None and urlsplit(origin).netloc.lower() != host.lower()
        if foreign or headers.get("sec-fetch-site") in {"cross-site", "same-site"}:
            return Problem(
                status=403,
                code="foreign_origin",
                detail=f"Yêu cầu từ trang “{origin}” bị từ chối; hãy gửi từ chính trang này.",
            )
        return None

    def _known(self, host: str) -> bool:
        name = urlsplit(f"//{host}").hostname
        if not name:
            return False
        if name in self._names:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True
