"""What routes depend on, by name."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from assistant.api.models import OWNER_HEADER
from assistant.errors import NotOwner
from assistant.service import Service


@dataclass(frozen=True, slots=True)
class Context:
    """What an application was made with. ``notes`` are further sentences for its health."""

    service: Service
    owner_token: str | None
    notes: Callable[[], Sequence[str]]


def context_of(request: Request) -> Context:
    """The context of the application that a request came to."""
    return cast("Context", request.app.state.context)


def service_of(request: Request) -> Service:
    """The service of the application that a request came to."""
    return context_of(request).service


def require_owner(request: Request) -> None:
    """Let through only a process of this machine that can read the data folder.

    Raises:
        NotOwner: the caller is elsewhere, or does not know the token kept in the folder.
    """
    token = context_of(request).owner_token
    given = request.headers.get(OWNER_HEADER, "")
    near = request.client is not None and _is_loopback(request.client.host)
    if not (near and token and hmac.compare_digest(given.encode(), token.encode())):
        raise NotOwner(
            "Chỉ lệnh cchc chạy trên chính máy chủ mới nạp được theo đường dẫn; "
            "hãy tải tệp lên thay vì gửi đường dẫn."
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


ServiceDep = Annotated[Service, Depends(service_of)]
ContextDep = Annotated[Context, Depends(context_of)]
