"""``/drafts`` and ``/report-kinds``: draft a report, edit it, draft it anew, approve, download."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from assistant.answer import Draft, DraftList, ReportKindList
from assistant.api.deps import ServiceDep
from assistant.api.models import ApproveRequest, DraftRequest, EditRequest, RedraftRequest
from assistant.api.orders import body_of, received
from assistant.service import DraftOrder, NewerSources

router = APIRouter(tags=["drafts"])
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("/report-kinds", response_model=ReportKindList)
def report_kinds(service: ServiceDep) -> ReportKindList:
    """The kinds of report that can be drafted, with their sections."""
    return service.report_kinds()


@router.post("/drafts", response_model=Draft, openapi_extra=body_of(DraftRequest))
async def make_draft(request: Request, service: ServiceDep) -> Draft:
    """Draft a report from a statistics annex, verify it and keep it.

    ``annex``, ``plans`` and ``previous`` (the report of the year before) are ids of stored
    documents; in a form they may also be files, of which only the draft keeps what it needs.
    """
    async with received(request, DraftRequest) as (asked, given):
        order = DraftOrder(
            asked.kind,
            year=asked.year,
            quarter=asked.quarter,
            annex=given["annex"][0],
            plans=given["plans"],
            previous=given["previous"][0] if given["previous"] else None,
            section=asked.section,
        )
        return await run_in_threadpool(service.draft, order)


@router.get("/drafts", response_model=DraftList)
def list_drafts(service: ServiceDep) -> DraftList:
    """Stored drafts, newest first, without their sections."""
    return service.drafts()


@router.get("/drafts/{draft_id}", response_model=Draft)
def show_draft(draft_id: str, service: ServiceDep) -> Draft:
    """One draft with its sections, ledger and check."""
    return service.draft_of(draft_id)


@router.delete("/drafts/{draft_id}", response_model=Draft)
def remove_draft(draft_id: str, service: ServiceDep) -> Draft:
    """Delete a draft, and return it."""
    return service.remove_draft(draft_id)


@router.put("/drafts/{draft_id}/sections/{section}", response_model=Draft)
def edit_draft(draft_id: str, section: str, asked: EditRequest, service: ServiceDep) -> Draft:
    """Put a person's text into a section: a paragraph a line, items with a dash.

    A text that gives a locked figure another value is refused with ``locked_figure``; with
    ``seen``, an edit of a section that someone changed since is refused with ``stale_text``.
    """
    return service.edit_draft(draft_id, section, asked.text, by=asked.by, seen=asked.seen)


@router.post(
    "/drafts/{draft_id}/redraft", response_model=Draft, openapi_extra=body_of(RedraftRequest)
)
async def redraft(draft_id: str, request: Request, service: ServiceDep) -> Draft:
    """Draft anew, from newer documents where given; people's wording stays.

    A role that is not given keeps its documents; ``without_plans`` drops the plans.
    """
    async with received(request, RedraftRequest) as (asked, given):
        newer = NewerSources(
            annex=given["annex"][0] if given["annex"] else None,
            plans=given["plans"] if given["plans"] or asked.without_plans else None,
            previous=given["previous"][0] if given["previous"] else None,
        )
        return await run_in_threadpool(service.redraft, draft_id, by=asked.by, newer=newer)


@router.post("/drafts/{draft_id}/approve", response_model=Draft)
def approve_draft(draft_id: str, asked: ApproveRequest, service: ServiceDep) -> Draft:
    """Approve a draft; ``not_approvable`` while an error or an unbound figure stands."""
    return service.approve_draft(draft_id, by=asked.by)


@router.get(
    "/drafts/{draft_id}/file",
    response_class=Response,
    responses={200: {"content": {_DOCX: {"schema": {"type": "string", "format": "binary"}}}}},
)
def draft_file(draft_id: str, service: ServiceDep) -> Response:
    """The finished .docx."""
    name, content = service.draft_docx(draft_id)
    return Response(
        content,
        media_type=_DOCX,
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )
