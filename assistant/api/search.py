"""``/search``: ranked evidence units, no answer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from assistant.answer import SearchResults
from assistant.api.deps import ServiceDep
from assistant.api.models import SearchRequest

router = APIRouter(prefix="/search", tags=["search"])


@router.get("", response_model=SearchResults)
def search(
    service: ServiceDep,
    query: Annotated[str, Query(min_length=1, max_length=20_000)],
    k: Annotated[int, Query(ge=1, le=1000)] = 10,
    document: Annotated[list[str] | None, Query()] = None,
) -> SearchResults:
    """The units that fit ``query`` best; ``document`` may be given several times."""
    return service.search(query, k=k, documents=document or ())


@router.post("", response_model=SearchResults)
def search_by_body(asked: SearchRequest, service: ServiceDep) -> SearchResults:
    """The same for queries that are better kept out of addresses and their logs."""
    return service.search(asked.query, k=asked.k, documents=asked.documents)
