"""``/records/{kind}``: the typed records."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from assistant.answer import RecordList
from assistant.api.deps import ServiceDep
from ingest.model import RecordKind
from vectorstore.search import RecordFilter

router = APIRouter(prefix="/records", tags=["records"])


@router.get("", response_model=RecordList)
@router.get("/{kind}", response_model=RecordList)
def records(
    kind: RecordKind,
    service: ServiceDep,
    *,
    document: Annotated[list[str] | None, Query()] = None,
    lead: str | None = None,
    due_before: date | None = None,
    section: str | None = None,
) -> RecordList:
    """Records of one kind that meet all given conditions, in document order."""
    found = service.records(
        kind,
        RecordFilter(
            documents=tuple(document or ()), lead=lead, due_before=due_before, section=section
        ),
    )
    return RecordList(records=found, count=len(found))
