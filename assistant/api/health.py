"""``/health``: what works and what is degraded, and why."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.answer import Health
from assistant.api.deps import ContextDep

router = APIRouter(prefix="/health", tags=["health"])


@router.get("", response_model=Health)
def health(context: ContextDep) -> Health:
    """State of the service; ``degraded`` holds Vietnamese sentences."""
    found = context.service.health()
    degraded = (*found.degraded, *context.notes())
    return found.model_copy(
        update={"degraded": degraded, "status": "degraded" if degraded else "ok"}
    )
