"""What staff changed in what was read: kept beside the original, with who and when."""

from __future__ import annotations

from typing import Literal

from ingest.model.source import Frozen

RecordKind = Literal["targets", "tasks", "indicators", "refs"]

CorrectionStatus = Literal["applied", "superseded", "conflict", "orphaned", "undone"]
"""``applied`` is in effect. ``superseded``: a later correction of the same field is. ``conflict``:
the file now says something else than when it was corrected. ``orphaned``: the file no longer has
the record. The last two are reported as problems of the document and change nothing."""


class Correction(Frozen):
    """One field of a record, or of the document itself (``record_id`` and ``kind`` ``None``).

    Values are the texts a person writes: names of a list separated by ``;``, a period as
    ``2021-2030``, a number with a decimal comma; ``None`` is blank. ``read`` is what the file
    said, ``old`` what held before this correction, ``new`` what was typed. ``about`` names the
    record in a few words, for when it is gone, or the file. ``at`` and ``undone_at`` are ISO times
    with their offset.
    """

    id: str
    document_id: str
    record_id: str | None = None
    kind: RecordKind | None = None
    key: str | None = None
    about: str = ""
    field: str
    read: str | None = None
    old: str | None = None
    new: str | None = None
    by: str
    at: str
    status: CorrectionStatus = "applied"
    undone_at: str | None = None
