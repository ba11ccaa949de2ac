"""How a document stands to others in the store, in words: links, inherited data, versions."""

from __future__ import annotations

from assistant.corrected import field_name
from ingest.model import Document


def relations_of(document: Document) -> tuple[str, ...]:
    """One sentence for each relation, naming the other documents by their ids."""
    found: list[str] = []
    if document.attached_document:
        taken = ", ".join(field_name(name) for name in document.inherited)
        rest = f"; lấy từ đó: {taken}" if taken else ""
        found.append(
            f"Kèm theo tài liệu {document.attached_document} (số {document.attached_to}){rest}."
        )
    elif document.attached_to:
        found.append(f"Kèm theo văn bản số {document.attached_to}, chưa có trong kho.")
    if document.superseded_by:
        found.append(f"Đã có bản mới hơn hoặc bản sửa đổi: {document.superseded_by}.")
    if document.supersedes:
        found.append(f"Mới hơn: {', '.join(document.supersedes)}.")
    return tuple(found)
