"""A person's input -> corrections to keep; bad input is refused before anything is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ingest.correcting.applying import KeptCorrection
from ingest.correcting.fields import changed, kind_of, shown
from ingest.correcting.identity import identify, label_of_record
from ingest.correcting.names import field_name
from ingest.correcting.values import BadCorrection, bare
from ingest.model import AnyRecord, Correction, Document, Reading

_LONGEST_NAME = 120


def make(
    changes: Mapping[str, str | None],
    *,
    read: Reading,
    current: Document | AnyRecord,
    by: str,
    at: str,
    next_id: Callable[[], str],
) -> list[KeptCorrection]:
    """Corrections of the fields in ``changes``, all good or none.

    ``read`` is the document as the file was read, ``current`` the item as it stands now.

    Raises:
        BadCorrection: no name, no change, an unknown field, or a text that is no value of it.
    """
    who = _name(by)
    if not changes:
        raise BadCorrection("Chưa có gì để sửa; hãy nêu ít nhất một trường và giá trị mới.")
    original = _original(read, current)
    record = None if isinstance(current, Document) else current
    identity, about = None, read.document.file
    if not isinstance(original, Document):
        identity, about = identify(original, read.records), label_of_record(original)
    made: list[KeptCorrection] = []
    after = current
    for field, typed in changes.items():
        old = shown(after, field)
        after = changed(after, field, typed)
        if shown(after, field) == old:
            raise BadCorrection(
                f"Trường {field_name(field)} đã ghi “{old or 'để trống'}”; hãy nhập một giá trị "
                "khác."
            )
        correction = Correction(
            id=next_id(),
            document_id=read.document.id,
            record_id=record.id if record else None,
            kind=kind_of(record) if record else None,
            key=record.key if record else None,
            about=about,
            field=field,
            read=shown(original, field),
            old=old,
            new=bare(typed),
            by=who,
            at=at,
        )
        made.append(KeptCorrection(correction, identity))
    return made


def _original(read: Reading, current: Document | AnyRecord) -> Document | AnyRecord:
    if isinstance(current, Document):
        return read.document
    return next(record for record in read.records if record.id == current.id)


def _name(by: str) -> str:
    who = " ".join(by.split())
    if not who:
        raise BadCorrection("Chưa có tên người sửa; hãy nhập họ tên để ghi lại ai đã sửa.")
    if len(who) > _LONGEST_NAME:
        raise BadCorrection(
            f"Tên người sửa dài {len(who)} ký tự; hãy rút gọn còn nhiều nhất {_LONGEST_NAME}."
        )
    return who
