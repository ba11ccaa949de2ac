"""The verbs of drafting, spoken to a running server."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel

from assistant.answer import Draft, DraftList, ReportKindList
from assistant.errors import ServerUnreachable
from assistant.parts import Part, part_of, segment
from assistant.service import DraftOrder, NewerSources, Progress

_Model = TypeVar("_Model", bound=BaseModel)
_FILE_NAME = re.compile(r'filename="([^"/\\]+)"')


class RemoteDrafts(ABC):
    """The part of :class:`assistant.service.Service` that drafts, over requests."""

    @abstractmethod
    def _call(self, method: str, path: str, model: type[_Model], **request: Any) -> _Model:  # noqa: ANN401
        """A request whose reply is a ``model``."""

    @abstractmethod
    def _send(self, method: str, path: str, **request: Any) -> httpx.Response:  # noqa: ANN401
        """A request whose reply is good."""

    @abstractmethod
    def _nonsense(self) -> ServerUnreachable:
        """The error of a reply that cannot be read."""

    def report_kinds(self) -> ReportKindList:
        """See :meth:`Service.report_kinds`."""
        return self._call("GET", "/report-kinds", ReportKindList)

    def draft(self, order: DraftOrder, *, progress: Progress | None = None) -> Draft:
        """See :meth:`Service.draft`. Files of this machine are sent to the server."""
        if progress:
            progress("Máy chủ đang soạn", 0, 1)
        with ExitStack() as opened:
            parts = _fields(
                {
                    "kind": order.kind,
                    "year": order.year,
                    "quarter": order.quarter,
                    "section": order.section,
                }
            )
            parts += _sources(opened, order)
            return self._call("POST", "/drafts", Draft, files=parts, timeout=None)

    def drafts(self) -> DraftList:
        """See :meth:`Service.drafts`."""
        return self._call("GET", "/drafts", DraftList)

    def draft_of(self, draft_id: str) -> Draft:
        """See :meth:`Service.draft_of`."""
        return self._call("GET", f"/drafts/{segment(draft_id)}", Draft)

    def remove_draft(self, draft_id: str) -> Draft:
        """See :meth:`Service.remove_draft`."""
        return self._call("DELETE", f"/drafts/{segment(draft_id)}", Draft)

    def edit_draft(
        self, draft_id: str, section: str, text: str, *, by: str, seen: str | None = None
    ) -> Draft:
        """See :meth:`Service.edit_draft`."""
        path = f"/drafts/{segment(draft_id)}/sections/{segment(section)}"
        body = {"text": text, "by": by, "seen": seen}
        return self._call("PUT", path, Draft, json=body, timeout=None)

    def redraft(
        self,
        draft_id: str,
        *,
        by: str,
        newer: NewerSources | None = None,
        progress: Progress | None = None,
    ) -> Draft:
        """See :meth:`Service.redraft`."""
        if progress:
            progress("Máy chủ đang soạn", 0, 1)
        newer = newer or NewerSources()
        without = "true" if newer.plans is not None and not newer.plans else None
        with ExitStack() as opened:
            parts = _fields({"by": by, "without_plans": without})
            parts += _sources(opened, newer)
            path = f"/drafts/{segment(draft_id)}/redraft"
            return self._call("POST", path, Draft, files=parts, timeout=None)

    def approve_draft(self, draft_id: str, *, by: str) -> Draft:
        """See :meth:`Service.approve_draft`."""
        path = f"/drafts/{segment(draft_id)}/approve"
        return self._call("POST", path, Draft, json={"by": by})

    def draft_docx(self, draft_id: str) -> tuple[str, bytes]:
        """See :meth:`Service.draft_docx`."""
        response = self._send("GET", f"/drafts/{segment(draft_id)}/file")
        named = _FILE_NAME.search(response.headers.get("content-disposition", ""))
        if named is None:
            raise self._nonsense()
        return named[1], response.content


def _fields(values: Mapping[str, str | int | None]) -> list[Part]:
    """Parts of a form that are words; those that are ``None`` are left out."""
    return [(name, (None, str(value))) for name, value in values.items() if value is not None]


def _sources(opened: ExitStack, order: DraftOrder | NewerSources) -> list[Part]:
    """Parts of a form for the documents that a draft rests on."""
    plans = [("plans", plan) for plan in order.plans or ()]
    given = [("annex", order.annex), *plans, ("previous", order.previous)]
    return [part_of(field, one, opened) for field, one in given if one is not None]
