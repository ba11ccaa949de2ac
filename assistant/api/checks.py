"""``/checks``: a document's figures against its own annex and other documents."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from assistant.answer import Check
from assistant.api.deps import ServiceDep
from assistant.api.models import CheckRequest
from assistant.api.orders import media_type, validated
from assistant.errors import BadRequest
from assistant.service import Upload

router = APIRouter(prefix="/checks", tags=["checks"])
_MOST_FILES = 20
_EITHER = {"oneOf": [{"type": "string", "format": "binary"}, {"type": "string"}]}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": CheckRequest.model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["document"],
                    "properties": {
                        "document": _EITHER,
                        "against": {"type": "array", "items": _EITHER},
                        "form": {"type": "boolean", "default": False},
                    },
                }
            },
        },
    }
}


@router.post("", response_model=Check, openapi_extra=_BODY)
async def check(request: Request, service: ServiceDep) -> Check:
    """Check a document: a file (in a form), or the id of a stored one. Nothing is stored.

    ``against`` are further files or ids: a plan, an annex, the report of the year before.
    ``form`` also checks the form of a .docx against the decree on records work.
    """
    if media_type(request) == "application/json":
        asked = validated(CheckRequest, await request.body())
        return await run_in_threadpool(
            service.check, asked.document, against=asked.against, form=asked.form
        )
    async with request.form(max_files=_MOST_FILES, max_fields=_MOST_FILES) as form:
        given = [_document(part) for part in (*form.getlist("document"), *form.getlist("file"))]
        against = [_document(part) for part in form.getlist("against")]
        if len(given) != 1:
            raise BadRequest(
                f"Có {len(given)} tệp trong trường “document”; hãy gửi đúng một tệp hoặc mã."
            )
        return await run_in_threadpool(
            service.check, given[0], against=against, form=_switch(form.get("form"))
        )


def _switch(part: UploadFile | str | None) -> bool:
    if part not in (None, "", "true", "false", "1", "0"):
        raise BadRequest(f"Trường “form” không nhận giá trị “{part}”; hãy gửi true hoặc false.")
    return part in ("true", "1")


def _document(part: UploadFile | str) -> Upload | str:
    if isinstance(part, UploadFile):
        return Upload(name=part.filename or "", content=part.file)
    return part
