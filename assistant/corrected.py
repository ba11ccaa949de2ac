"""Notes under an answer: which of its values staff corrected, who, when, and what the file says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import get_args

from assistant.answer import Answer
from assistant.store import Store
from ingest.correcting.names import field_name
from ingest.model import AnyRecord, Correction, Document, RecordKind, Source
from ingest.text.normal import match_key
from vectorstore.search import RecordFilter

__all__ = ["day_of", "field_name", "noted", "said", "with_correction_notes"]

_MOST = 5


def day_of(at: str) -> str:
    """The day of an ISO time as Vietnamese writes it: ``22/11/2026``."""
    return "/".join(reversed(at[:10].split("-")))


def said(correction: Correction) -> str:
    """A correction in effect, as one sentence."""
    what = f" của “{correction.about}”" if correction.about else ""
    read = f"văn bản ghi “{correction.read}”" if correction.read else "văn bản để trống"
    return (
        f"Trường {field_name(correction.field)}{what} đã được {correction.by} sửa ngày "
        f"{day_of(correction.at)} ({read})."
    )


def noted(answer: Answer, store: Store) -> Answer:
    """``answer`` with the notes on it that the corrections in ``store`` ask for."""
    cited = {citation.source.document_id for citation in answer.citations}
    documents = [one for one in store.documents() if one.id in cited and one.revision]
    if not documents:
        return answer
    only = RecordFilter(documents=tuple(document.id for document in documents))
    records = [one for kind in get_args(RecordKind) for one in store.records(kind, only)]
    return with_correction_notes(answer, documents, [one for one in records if one.corrected])


def with_correction_notes(
    answer: Answer, documents: Iterable[Document], records: Iterable[AnyRecord]
) -> Answer:
    """``answer`` with a note for each corrected value that it gives from what it cites.

    ``documents`` and ``records`` are those that bear corrections.
    """
    cited = {
        source.place()
        for citation in answer.citations
        for source in (citation.source, *citation.source.parts)
    }
    known = match_key(answer.answer)
    found: dict[str, Correction] = {}
    for record in records:
        if not cited.isdisjoint(_places(record.source)):
            found.update((one.id, one) for one in record.corrected if _given(one, known))
    for document in documents:
        found.update((one.id, one) for one in document.corrected if _given(one, known))
    if not found:
        return answer
    return answer.model_copy(update={"notes": (*answer.notes, *_notes(list(found.values())))})


def _places(source: Source) -> set[tuple[object, ...]]:
    return {one.place() for one in (source, *source.parts)}


def _given(correction: Correction, answer: str) -> bool:
    """Whether the answer gives the corrected value; of a list, one part of it."""
    if correction.new is None:
        return correction.record_id is not None
    parts = (match_key(part) for part in re.split(r"[;\n]", correction.new))
    return any(
        part and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", answer) is not None for part in parts
    )


def _notes(found: Sequence[Correction]) -> list[str]:
    notes = [said(one) for one in found[:_MOST]]
    if len(found) > _MOST:
        notes.append(f"Còn {len(found) - _MOST} giá trị khác trong câu trả lời đã được sửa.")
    return notes
