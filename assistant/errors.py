"""Errors of the verbs. Each class is something the caller can act on.

``str()`` is one Vietnamese sentence that names the value and the remedy; ``code`` is the stable
word that HTTP answers carry. Exit codes: :mod:`assistant.exits`; HTTP: :mod:`assistant.api.errors`.
"""

from __future__ import annotations

from vectorstore.errors import (
    EmbeddingMismatch,
    EmbeddingUnavailable,
    FolderBusy,
    StoreError,
    UnknownCorrection,
    UnknownDocument,
    UnknownRecord,
)


class AssistantError(Exception):
    """Root of what the verbs raise."""

    code = "error"


class BadSettings(AssistantError):
    """An environment variable or option holds a value that cannot be used."""

    code = "bad_settings"


class MissingPath(AssistantError):
    """A file or folder that was named does not exist."""

    code = "missing_path"


class BadRequest(AssistantError):
    """The question, name or condition cannot be worked with."""

    code = "bad_request"


class BadTarget(AssistantError):
    """A result file cannot be written where it was asked for."""

    code = "bad_target"


class NotOwner(AssistantError):
    """The caller may not name files of the server's machine."""

    code = "not_owner"


class UnknownDraft(AssistantError):
    """There is no draft of that id, or its file cannot be read."""

    code = "unknown_draft"


class LockedFigure(AssistantError):
    """An edited text gives a locked figure another value."""

    code = "locked_figure"


class StaleText(AssistantError):
    """A section was changed by someone else since the person who edits it saw it."""

    code = "stale_text"


class NotApprovable(AssistantError):
    """An error or an unbound figure stands against a draft."""

    code = "not_approvable"


class ServerUnreachable(AssistantError):
    """The server that owns the data folder does not answer, or answers nonsense."""

    code = "server_unreachable"


EXPECTED: tuple[type[AssistantError] | type[StoreError], ...] = (AssistantError, StoreError)
"""What a surface shows as its one sentence; anything else is a defect of ours."""

_STORE_CODES: dict[type[StoreError], str] = {
    UnknownDocument: "unknown_document",
    UnknownRecord: "unknown_record",
    UnknownCorrection: "unknown_correction",
    FolderBusy: "folder_busy",
    EmbeddingMismatch: "embedding_mismatch",
    EmbeddingUnavailable: "embedding_unavailable",
    StoreError: "store",
}
_ASSISTANT_ERRORS: tuple[type[AssistantError], ...] = (
    BadSettings,
    MissingPath,
    BadRequest,
    BadTarget,
    NotOwner,
    UnknownDraft,
    LockedFigure,
    StaleText,
    NotApprovable,
    ServerUnreachable,
    AssistantError,
)


def code_of(error: AssistantError | StoreError) -> str:
    """The stable word for an error, the same in every surface."""
    if isinstance(error, AssistantError):
        return error.code
    return next(code for kind, code in _STORE_CODES.items() if isinstance(error, kind))


def from_code(code: str, message: str) -> AssistantError | StoreError:
    """The error that a server meant by ``code``, so that a caller sees what a local one would."""
    for kind, store_code in _STORE_CODES.items():
        if store_code == code:
            return kind(message)
    for assistant_kind in _ASSISTANT_ERRORS:
        if assistant_kind.code == code:
            return assistant_kind(message)
    return AssistantError(message)
