"""Exit codes of ``cchc``: 0 done; 1 done, but something failed; 2 the call could not be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.model import Document

DONE = 0
SOMETHING_FAILED = 1
CANNOT = 2
DEFECT = 70
INTERRUPTED = 130


def for_documents(documents: Iterable[Document]) -> int:
    """1 as soon as one document failed; skipped files do not count."""
    failed = any(document.status == "failed" for document in documents)
    return SOMETHING_FAILED if failed else DONE


def for_error(error: Exception) -> tuple[str, int]:
    """The sentence to show and the code to leave with."""
    from assistant.errors import AssistantError
    from ingest.errors import ReadingError
    from vectorstore.errors import StoreError

    if isinstance(error, AssistantError | StoreError | ReadingError):
        return str(error), CANNOT
    return (
        f"Chương trình gặp lỗi ngoài dự kiến ({type(error).__name__}); "
        "hãy chạy lại với CCHC_DEBUG=1 và gửi phần in ra cho người phụ trách.",
        DEFECT,
    )
