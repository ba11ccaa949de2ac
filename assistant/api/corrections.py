"""``/corrections`` and ``/documents/{id}/corrections``: what staff changed, make one, undo one."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.answer import CorrectionList
from assistant.api.deps import ServiceDep
from assistant.api.models import CorrectionRequest
from ingest.model import Correction

router = APIRouter(tags=["corrections"])


@router.get("/documents/{document_id:path}/corrections", response_model=CorrectionList)
def corrections_of(document_id: str, service: ServiceDep) -> CorrectionList:
    """The corrections of one document and its records, oldest first, undone ones included."""
    return service.corrections(document_id)


@router.post("/documents/{document_id:path}/corrections", response_model=CorrectionList)
def correct(document_id: str, asked: CorrectionRequest, service: ServiceDep) -> CorrectionList:
    """Correct fields of a record, or of the document itself; all of them or none."""
    return service.correct(document_id, asked.changes, by=asked.by, record_id=asked.record)


@router.get("/corrections", response_model=CorrectionList)
def corrections(service: ServiceDep) -> CorrectionList:
    """The corrections of all documents, oldest first, undone ones included."""
    return service.corrections()


@router.delete("/corrections/{correction_id:path}", response_model=Correction)
def undo_correction(correction_id: str, service: ServiceDep) -> Correction:
    """Take a correction back; it stays in the history as undone."""
    return service.undo_correction(correction_id)
