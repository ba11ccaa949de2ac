"""The application: routes, errors and what guards them. Serves whatever service it is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fastapi import APIRouter, FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.routing import Match

from assistant.api import (
    ask,
    checks,
    corrections,
    docs,
    documents,
    drafts,
    errors,
    feedback,
    health,
    records,
    search,
)
from assistant.api.deps import Context
from assistant.api.limits import BodyLimit
from assistant.api.models import Problem
from assistant.api.origin import SameOrigin
from assistant.service import Service
from assistant.settings import Settings


def create_app(
    service: Service,
    settings: Settings,
    *,
    owner_token: str | None = None,
    notes: Callable[[], Sequence[str]] = lambda: (),
) -> FastAPI:
    """The API over ``service``.

    ``owner_token`` is what a process must know to ingest by path; without one nobody can.
    ``notes`` gives further sentences on what is degraded. Pages may be mounted at ``/`` after.
    """
    app = FastAPI(title="Trợ lý CCHC", version="1", docs_url=None, redoc_url=None)
    app.state.context = Context(service=service, owner_token=owner_token, notes=notes)
    errors.install(app)
    responses: dict[int | str, dict[str, object]] = {
        code: {"model": Problem} for code in (403, 404, 409, 413, 422, 503)
    }
    api = APIRouter(prefix="/api/v1", responses=responses)
    # before documents, whose ids may hold slashes
    for resource in (
        corrections,
        documents,
        search,
        ask,
        records,
        checks,
        drafts,
        health,
        feedback,
    ):
        api.include_router(resource.router)
    app.include_router(api)
    docs.install(app)
    app.add_api_route(
        "/api/{rest:path}",
        _no_such_route,
        methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        include_in_schema=False,
    )
    app.add_middleware(BodyLimit, limit=settings.upload_limit_mb << 20)
    app.add_middleware(
        SameOrigin, allowed_hosts=[*settings.allowed_hosts.split(","), settings.host]
    )
    return app


def _no_such_route(rest: str, request: Request) -> None:
    """Keep unknown API addresses from falling through to the pages mounted at ``/``."""
    known = any(
        route.matches(request.scope)[0] is Match.PARTIAL for route in request.app.router.routes
    )
    raise HTTPException(405 if known else 404, rest)
