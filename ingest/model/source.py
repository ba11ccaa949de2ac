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
    ``needs_check`` marks what a scan was read as where the readers doubt it.
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
    needs_check: bool = False

    def facing(self, *words: str) -> Source:
        """The same places with the piece first that holds ``words``: a row cited for one cell.

        Unchanged where the quote holds them already, or no piece does.
        """
        wanted = [word for word in words if word]
        if not wanted or all(word in self.quote for word in wanted):
            return self
        ranked = sorted(self.parts, key=lambda part: sum(word in part.quote for word in wanted))
        best = ranked[-1] if ranked else None
        if best is None or not any(word in best.quote for word in wanted):
            return self
        rest = tuple(part for part in self.parts if part is not best)
        return best.model_copy(update={"parts": (self.model_copy(update={"parts": ()}), *rest)})

    @property
    def doubtful(self) -> bool:
        """Whether this place, or one of its parts, needs a person's look."""
        return self.needs_check or any(part.doubtful for part in self.parts)

    def place(self) -> tuple[str, int | None, int | None, str | None, str]:
        """Key under which two sources count as the same place."""
        return (self.document_id, self.table, self.row, self.column, self.quote)
