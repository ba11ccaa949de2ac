"""Where the text being read stands: document, annex, section path. Builds sources and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.extraction.logical import Piece
from ingest.model import Period, Source, Table
from ingest.text.unit_keys import UNKNOWN, Issuer


@dataclass(frozen=True, slots=True)
class Context:
    """The document being read and the place in it.

    ``annex`` is the number of the annex (``II``) or ``None``; ``path`` the labels of the sections
    around (``("III", "1")``), ``headings`` their titles; ``period`` the years the document is for;
    ``issuer`` whose units it names.
    """

    document_id: str
    file: str
    annex: str | None = None
    path: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    period: Period | None = None
    issuer: Issuer = UNKNOWN

    @property
    def year(self) -> int | None:
        """The document's only year, or ``None`` where it spans several."""
        if self.period is None or self.period.from_ != self.period.to:
            return None
        return self.period.from_

    def below(self, path: tuple[str, ...], headings: tuple[str, ...]) -> Context:
        """The same document at another section."""
        return replace(self, path=path, headings=headings)

    def source(
        self,
        quote: str,
        *,
        page: int | None = None,
        parts: Sequence[Source] = (),
        needs_check: bool = False,
    ) -> Source:
        """The source of a paragraph; ``needs_check`` where a scan was read with doubt."""
        return Source(
            document_id=self.document_id,
            file=self.file,
            page=page,
            section=self.path,
            quote=quote,
            parts=tuple(parts),
            needs_check=needs_check,
        )


def cell_sources(
    context: Context, table: Table, names: Sequence[str], pieces: Sequence[Piece]
) -> tuple[Source, ...]:
    """One source a piece: table, row (from 1), page and flattened column header."""
    return tuple(
        Source(
            document_id=context.document_id,
            file=context.file,
            page=table.row_pages[piece.row] if piece.row < len(table.row_pages) else None,
            section=context.path,
            table=table.place(piece.row)[0],
            row=table.place(piece.row)[1],
            column=names[piece.column] or None,
            quote=piece.text,
            needs_check=table.rows[piece.row][piece.column].doubtful,
        )
        for piece in pieces
        if piece.text
    )


def joined(sources: Sequence[Source]) -> Source:
    """One source whose ``parts`` are the others, in order."""
    first, *rest = sources
    return first.model_copy(update={"parts": tuple(rest)})
