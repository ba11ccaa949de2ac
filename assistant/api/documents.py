"""``/documents``: list, add, look into, remove."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from assistant.answer import DocumentDetails, DocumentList
from assistant.api.deps import ServiceDep, require_owner
from assistant.api.models import PathsRequest
from assistant.api.orders import media_type, validated
from assistant.errors import BadRequest
from assistant.service import Upload

router = APIRouter(prefix="/documents", tags=["documents"])
_MOST_FILES = 200
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}}
                    },
                }
            },
            "application/json": {"schema": PathsRequest.model_json_schema()},
        },
    }
}


@router.get("", response_model=DocumentList)
def list_documents(service: ServiceDep) -> DocumentList:
    """All stored documents."""
    return service.documents()


@router.post("", response_model=DocumentList, openapi_extra=_BODY)
async def add_documents(request: Request, service: ServiceDep) -> DocumentList:
    """Read uploaded files, or (only ``cchc`` on the same machine) paths of the server's machine.

    Records and search by words answer at once; vectors follow.
    """
    match media_type(request):
        case "multipart/form-data":
            return await _add_uploads(request, service)
        case "application/json":
            require_owner(request)
            asked = validated(PathsRequest, await request.body())
            paths = [Path(path) for path in asked.paths]
            return await run_in_threadpool(service.ingest, paths, wait=False)
    raise HTTPException(415)


async def _add_uploads(request: Request, service: ServiceDep) -> DocumentList:
    async with request.form(max_files=_MOST_FILES, max_fields=_MOST_FILES) as form:
        given = (*form.getlist("files"), *form.getlist("file"))
        parts = [part for part in given if isinstance(part, UploadFile)]
        if not parts:
            raise BadRequest("Chưa có tệp nào được gửi lên; hãy gửi tệp trong trường “files”.")
        uploads = [Upload(name=part.filename or "", content=part.file) for part in parts]
        return await run_in_threadpool(service.upload, uploads)


@router.get("/{document_id:path}", response_model=DocumentDetails)
def show_document(document_id: str, service: ServiceDep) -> DocumentDetails:
    """Everything one document yielded, problems included."""
    return service.show(document_id)


@router.delete("/{document_id:path}", response_model=DocumentList)
def remove_document(document_id: str, service: ServiceDep) -> DocumentList:
    """Delete a document everywhere, and return it."""
    return service.remove([document_id])
