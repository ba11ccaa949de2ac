"""What HTTP requests carry, and the one shape of every error."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from assistant.batch import History
from ingest.model import Frozen

OWNER_HEADER = "x-cchc-owner"


class AskRequest(BaseModel):
    """A question. ``history`` holds earlier turns, oldest first; ``documents`` ids to ask only."""

    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)

    question: str = Field(min_length=1, max_length=20_000)
    history: History = ()
    documents: tuple[str, ...] = ()
    id: str | None = None


class SearchRequest(BaseModel):
    """A search; ``documents`` are ids to search only."""

    model_config = ConfigDict(frozen=True)

    query: str = Field(min_length=1, max_length=20_000)
    k: int = Field(default=10, ge=1, le=1000)
    documents: tuple[str, ...] = ()


class CorrectionRequest(Frozen):
    """New values of fields, as a person types them; without ``record`` of the document itself."""

    record: str | None = None
    changes: dict[str, str | None] = Field(min_length=1, max_length=50)
    by: str = Field(max_length=500)


class PathsRequest(Frozen):
    """Files and folders of the server's own machine; only for the owner of the data folder."""

    paths: tuple[str, ...]


class Problem(Frozen):
    """An error: ``detail`` is one Vietnamese sentence, ``code`` a stable word."""

    status: int
    code: str
    detail: str
