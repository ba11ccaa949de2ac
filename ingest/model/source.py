"""Where something stands: the one thing every record, citation and figure must carry."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    """Base of every object that crosses a border: immutable, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Source(Frozen):
    """A place in a document and the words that stand there.

    ``table`` counts from 1 in the document, ``row`` from 1 in the table as stored (header rows
    count), ``column`` is the flattened header. ``quote`` is one contiguous verbatim piece of the
    text read from the file; what a page break or a second cell holds is listed in ``parts``.
    """

    document_id: str
    file: str
    page: int | None = None
    section: tuple[str, ...] = ()
    table: int | None = None
    row: int | None = None
    column: str | None = None
    quote: str
    parts: tuple[Source, ...] = Field(default=())

    def place(self) -> tuple[str, int | None, int | None, str | None, str]:
        """Key under which two sources count as the same place."""
        return (self.document_id, self.table, self.row, self.column, self.quote)
