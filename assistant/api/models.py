"""What HTTP requests carry, and the one shape of every error."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    field_validator,
)

from assistant.answer import Answer
from assistant.batch import History
from assistant.feedback import LONGEST_COMMENT, Opinion
from ingest.model import Frozen

OWNER_HEADER = "x-cchc-owner"
Ids = Annotated[
    tuple[str, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)
]
"""Ids of documents; a single one may stand without a list."""


class AskRequest(BaseModel):
    """A question. ``history`` holds earlier turns, oldest first; ``documents`` ids to ask only."""

    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)

    question: str = Field(min_length=1, max_length=20_000)
    history: History = ()
    documents: Ids = ()
    id: str | None = None


class SearchRequest(BaseModel):
    """A search; ``documents`` are ids to search only."""

    model_config = ConfigDict(frozen=True)

    query: str = Field(min_length=1, max_length=20_000)
    k: int = Field(default=10, ge=1, le=1000)
    documents: Ids = ()


class CorrectionRequest(Frozen):
    """New values of fields, as a person types them; without ``record`` of the document itself."""

    record: str | None = None
    changes: dict[str, str | None] = Field(min_length=1, max_length=50)
    by: str = Field(max_length=500)


class FeedbackRequest(Frozen):
    """An answer as it came, and what a reader says of it.

    ``answer`` is an :class:`Answer`; naming it here would split its schema in two, one for what
    comes in and one for what goes out.
    """

    answer: dict[str, Any]
    opinion: Opinion
    comment: str = Field(default="", max_length=LONGEST_COMMENT)
    history: History = ()
    documents: tuple[str, ...] = Field(default=(), max_length=1000)

    @field_validator("answer")
    @classmethod
    def _is_an_answer(cls, value: dict[str, Any]) -> dict[str, Any]:
        Answer.model_validate(value)
        return value


class CheckRequest(Frozen):
    """A stored document to check. ``document`` and ``against`` are ids of stored documents."""

    document: str = Field(min_length=1)
    against: Ids = ()
    form: bool = False


class DraftRequest(Frozen):
    """A report to draft. ``annex``, ``plans`` and ``previous`` are ids of stored documents."""

    kind: str = Field(max_length=100, validation_alias=AliasChoices("kind", "report_kind"))
    year: int
    quarter: int | None = None
    annex: str = Field(min_length=1)
    plans: Ids = Field(default=(), validation_alias=AliasChoices("plans", "plan"))
    previous: str | None = None
    section: str | None = None


class RedraftRequest(Frozen):
    """Newer documents for a draft; a role that is not given keeps its own."""

    by: str = Field(max_length=500)
    annex: str | None = None
    plans: Ids = Field(default=(), validation_alias=AliasChoices("plans", "plan"))
    without_plans: bool = False
    previous: str | None = None


class EditRequest(Frozen):
    """A person's text of a section: a paragraph a line, items with a dash.

    ``seen`` is the text that the person began with.
    """

    text: str = Field(max_length=200_000)
    seen: str | None = Field(default=None, max_length=200_000)
    by: str = Field(max_length=500)


class ApproveRequest(Frozen):
    """Who approves."""

    by: str = Field(max_length=500)


class PathsRequest(Frozen):
    """Files and folders of the server's own machine; only for the owner of the data folder."""

    paths: tuple[str, ...]


class Problem(Frozen):
    """An error: ``detail`` is one Vietnamese sentence, ``code`` a stable word."""

    status: int
    code: str
    detail: str
