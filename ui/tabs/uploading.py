"""Files from the browser handed to the service."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from assistant.errors import EXPECTED
from assistant.service import Service, Upload
from ui import texts
from ui.render_documents import ingest_html, notice_html

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""Events of the page: no English progress text over the components, not callable as an API."""


def receive(service: Service, paths: Sequence[str]) -> tuple[str, list[str]]:
    """Hand uploaded files to the service; the notice to show and the ids that can be asked about.

    The files are Gradio's temporary copies: they are deleted as soon as the service has its own.
    """
    files = [Path(path) for path in paths]
    try:
        with ExitStack() as stack:
            uploads = [
                Upload(name=file.name, content=stack.enter_context(file.open("rb")))
                for file in files
            ]
            documents = service.upload(uploads).documents
    except EXPECTED as error:
        return notice_html(texts.INGEST_FAILED.format(reason=error), bad=True), []
    except OSError:
        names = ", ".join(file.name for file in files)
        return notice_html(texts.UPLOAD_LOST.format(names=names), bad=True), []
    finally:
        for file in files:
            file.unlink(missing_ok=True)
    read = [d.id for d in documents if d.status in ("ingested", "unchanged", "replaced")]
    return ingest_html(documents), read
