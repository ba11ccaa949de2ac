"""Errors as HTTP: one status and one Vietnamese sentence for each."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from assistant.api.models import Problem
from assistant.errors import AssistantError, code_of
from ingest.errors import ReadingError
from vectorstore.errors import StoreError

_LOG = logging.getLogger(__name__)
_STATUS = {
    "unknown_document": 404,
    "unknown_record": 404,
    "unknown_correction": 404,
    "missing_path": 404,
    "unknown_draft": 404,
    "locked_figure": 422,
    "not_approvable": 409,
    "stale_text": 409,
    "not_owner": 403,
    "bad_request": 422,
    "embedding_unavailable": 503,
    "folder_busy": 503,
    "embedding_mismatch": 503,
    "store": 503,
}
_HTTP_SENTENCES = {
    400: ("bad_request", "Yêu cầu không đọc được; hãy kiểm tra lại nội dung gửi lên."),
    404: ("not_found", "Không có địa chỉ này; xem các địa chỉ có tại /docs."),
    405: ("wrong_method", "Địa chỉ này không nhận phương thức đó; xem /docs."),
    415: ("wrong_type", "Kiểu nội dung không được nhận; hãy gửi tệp hoặc JSON như ghi tại /docs."),
}


_PARTS_OF_A_REQUEST = (("body",), ("query",), ("path",), ("header",))
_FIELD_SENTENCES = {
    "json_invalid": "không phải JSON; hãy sửa theo mô tả tại /docs",
    "missing": "còn thiếu; hãy thêm theo mô tả tại /docs",
    "string_too_short": "đang để trống; hãy nhập nội dung",
    "string_too_long": "dài quá {max_length} ký tự; hãy rút gọn",
    "greater_than_equal": "nhỏ quá; hãy cho một số từ {ge} trở lên",
    "less_than_equal": "lớn quá; hãy cho một số không quá {le}",
}


def problem_response(problem: Problem) -> JSONResponse:
    """The response for a problem."""
    return JSONResponse(
        problem.model_dump(), status_code=problem.status, media_type="application/problem+json"
    )


def problem_of(error: AssistantError | StoreError | ReadingError) -> Problem:
    """What one of our own errors is over HTTP."""
    code = error.code if isinstance(error, ReadingError) else code_of(error)
    status = 422 if isinstance(error, ReadingError) else _STATUS.get(code, 500)
    return Problem(status=status, code=code, detail=str(error))


def field_sentence(error: Mapping[str, Any]) -> str:
    """What is wrong with a field of a request, from the first error that pydantic names."""
    kind, limits = error["type"], error.get("ctx", {})
    where = error["loc"][1:] if error["loc"][:1] in _PARTS_OF_A_REQUEST else error["loc"]
    field = ".".join(str(part) for part in where) or "nội dung"
    remedy = _FIELD_SENTENCES.get(kind, "sai dạng; hãy sửa theo mô tả tại /docs").format(**limits)
    if kind == "json_invalid":
        return f"Nội dung gửi lên {remedy}."
    return f"Trường “{field}” {remedy}."


def install(app: FastAPI) -> None:
    """Make every error of ``app`` a :class:`Problem`."""

    async def ours(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, AssistantError | StoreError | ReadingError)
        return problem_response(problem_of(error))

    async def invalid(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        return problem_response(
            Problem(status=422, code="bad_request", detail=field_sentence(error.errors()[0]))
        )

    async def http(_request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        code, detail = _HTTP_SENTENCES.get(error.status_code, ("http", str(error.detail)))
        response = problem_response(Problem(status=error.status_code, code=code, detail=detail))
        response.headers.update(error.headers or {})
        return response

    async def defect(request: Request, error: Exception) -> JSONResponse:
        _LOG.error("defect at %s: %s", request.url.path, type(error).__name__)
        detail = "Máy chủ gặp lỗi ngoài dự kiến; hãy thử lại hoặc báo người phụ trách."
        return problem_response(Problem(status=500, code="defect", detail=detail))

    for kind in (AssistantError, StoreError, ReadingError):
        app.add_exception_handler(kind, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, defect)
