"""Cites the sentence that says it instead of the whole long paragraph or cell."""

from __future__ import annotations

from ingest.model import Source

_SHORT = 160


def within(source: Source, text: str) -> Source:
    """``source`` with the quote cut to ``text``, where its quote or that of a part holds it.

    Short quotes stay whole, and so does one that does not hold the text word for word.
    """
    wanted = text.strip()
    for place in (source, *source.parts):
        if wanted and wanted in place.quote:
            if len(place.quote) <= max(_SHORT, len(wanted)):
                return source if place is source else place
            return place.model_copy(update={"quote": wanted, "parts": ()})
    return source


def whole_quote(source: Source) -> str:
    """All that is cited of running text: its lines, where the file breaks a sentence into several.

    The parts of a row are other cells, not what its quote goes on with.
    """
    if source.row is not None:
        return source.quote
    return " ".join((source.quote, *(part.quote for part in source.parts)))
