"""What a draft is ordered with: JSON with ids, or a form in which documents may be files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from assistant.api.errors import field_sentence
from assistant.errors import BadRequest
from assistant.service import Upload

_Model = TypeVar("_Model", bound=BaseModel)
Documents = dict[str, list[str | Upload]]
"""Ids and files by role: ``annex``, ``plans``, ``previous``."""

_ROLES = ("annex", "plans", "previous")
_ALSO = {"plans": "plan"}  # as the command line says
_MOST_FILES = 20
_EITHER = {"oneOf": [{"type": "string", "format": "binary"}, {"type": "string"}]}
_IN_A_FORM = {
    "annex": _EITHER,
    "plans": {"type": "array", "items": _EITHER},
    "previous": _EITHER,
}


def body_of(model: type[BaseModel]) -> dict[str, Any]:
    """The description of both kinds of body for OpenAPI."""
    described = model.model_json_schema()
    form = {
        "type": "object",
        "required": described.get("required", []),
        "properties": {**described["properties"], **_IN_A_FORM},
    }
    content = {"application/json": {"schema": described}, "multipart/form-data": {"schema": form}}
    return {"requestBody": {"required": True, "content": content}}


@asynccontextmanager
async def received(
    request: Request, model: type[_Model]
) -> AsyncIterator[tuple[_Model, Documents]]:
    """The order, and its documents by role; files are open while the context lasts.

    Raises:
        BadRequest: a field is missing or holds what it cannot.
    """
    match media_type(request):
        case "application/json":
            asked = validated(model, await request.body())
            values = asked.model_dump()
            yield asked, {role: _listed(values.get(role)) for role in _ROLES}
        case "multipart/form-data" | "application/x-www-form-urlencoded":
            async with request.form(max_files=_MOST_FILES, max_fields=2 * _MOST_FILES) as form:
                documents = {role: _parts(form, role) for role in _ROLES}
                yield validated(model, _words(form, documents)), documents
        case _:
            raise HTTPException(415)


def media_type(request: Request) -> str:
    """What kind of body a request says it has, without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _listed(value: str | tuple[str, ...] | None) -> list[str | Upload]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)


def _parts(form: FormData, role: str) -> list[str | Upload]:
    given: list[str | Upload] = []
    for part in (*form.getlist(role), *form.getlist(_ALSO.get(role, ""))):
        if isinstance(part, UploadFile):
            given.append(Upload(name=part.filename or "", content=part.file))
        elif part:
            given.append(part)
    if role != "plans" and len(given) > 1:
        raise BadRequest(
            f"Có {len(given)} tệp trong trường “{role}”; hãy gửi đúng một tệp hoặc mã."
        )
    return given


def _words(form: FormData, documents: Documents) -> dict[str, object]:
    """The fields of the order; a file stands there by its name."""
    values: dict[str, object] = {
        name: part
        for name, part in form.multi_items()
        if name not in (*_ROLES, *_ALSO.values()) and isinstance(part, str) and part
    }
    for role, given in documents.items():
        names = [one.name or role if isinstance(one, Upload) else one for one in given]
        if names:
            values[role] = tuple(names) if role == "plans" else names[0]
    return values


def validated(model: type[_Model], values: bytes | dict[str, object]) -> _Model:
    """What was asked: the body of a request, or the words of a form.

    Raises:
        BadRequest: a field is missing or holds what it cannot.
    """
    try:
        if isinstance(values, bytes):
            return model.model_validate_json(values)
        return model.model_validate(values)
    except ValidationError as error:
        raise BadRequest(field_sentence(error.errors()[0])) from None
