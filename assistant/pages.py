"""Pages that other packages mount on the server, found by their entry points.

The pages import the assistant, never the other way round; the server finds them by the entry
point group ``cchc.pages``, each a function ``mount(app, service) -> app``.
"""

from __future__ import annotations

import logging
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast

from fastapi import FastAPI

from assistant.service import Service

GROUP = "cchc.pages"
_LOG = logging.getLogger(__name__)


class Mount(Protocol):
    """What an entry point names."""

    def __call__(self, app: FastAPI, service: Service) -> FastAPI:
        """Add routes to ``app``, after its own."""
        ...


def mount_all(
    app: FastAPI, service: Service, *, found: tuple[EntryPoint, ...] | None = None
) -> tuple[str, ...]:
    """Mount what is installed; Vietnamese sentences for what is missing or cannot be loaded."""
    pages = tuple(entry_points(group=GROUP)) if found is None else found
    if not pages:
        return ("Giao diện web chưa được cài; chỉ có API và lệnh cchc, hãy chạy “make setup”.",)
    problems = []
    for page in pages:
        try:
            mount = cast("Mount", page.load())
        except (ImportError, AttributeError) as error:
            _LOG.warning("page %s: %s", page.value, error)
            problems.append(
                f"Không nạp được giao diện “{page.name}” ({error}); hãy chạy lại “make setup”."
            )
            continue
        mount(app, service)
    return tuple(problems)
