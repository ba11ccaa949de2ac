"""Which record a correction belongs to, after the file was read again or has changed.

Ids hold positions and may move; a record is known by its kind, annex, key and words, and by its
order among those that share all of these.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from ingest.correcting.fields import kind_of
from ingest.correcting.values import span
from ingest.model import AnyRecord, Frozen, Indicator, RecordKind, Ref, Target, Task
from ingest.text.normal import match_key

_LABEL = 80
_ALIKE = 85.0
"""How alike (0..100) two wordings under one key must be to be versions of one record."""


class RecordIdentity(Frozen):
    """What is remembered of a corrected record. ``mark`` tells records of one wording apart."""

    kind: RecordKind
    annex: str | None
    key: str
    words: str
    mark: str
    nth: int
    of: int
    table: int | None
    row: int | None


def identify(record: AnyRecord, among: Sequence[AnyRecord]) -> RecordIdentity:
    """The identity of ``record`` among all records of its document, itself included."""
    equal = [other for other in among if _exact(other) == _exact(record)]
    kind, annex, key, words, mark = _exact(record)
    return RecordIdentity(
        kind=kind,
        annex=annex,
        key=key,
        words=words,
        mark=mark,
        nth=[other.id for other in equal].index(record.id),
        of=len(equal),
        table=record.source.table,
        row=record.source.row,
    )


def find(identity: RecordIdentity, among: Sequence[AnyRecord]) -> AnyRecord | None:
    """The record that ``identity`` means, or ``None`` where none or several could be meant.

    In order: the same place of numbers and the same words; the same words elsewhere; the same
    place of numbers and nearly the same words.
    """
    wanted = (identity.kind, identity.annex, identity.key, identity.words, identity.mark)
    equal = [record for record in among if _exact(record) == wanted]
    if len(equal) == identity.of:
        return equal[identity.nth]
    if equal:
        return _only([record for record in equal if _place(record) == _stored_place(identity)])
    same_kind = [record for record in among if kind_of(record) == identity.kind]
    moved = [
        record
        for record in same_kind
        if (words_of(record), _mark(record)) == (identity.words, identity.mark)
    ]
    if moved:
        return _only(moved)
    return _only(
        [
            record
            for record in same_kind
            if (record.annex, record.key) == (identity.annex, identity.key)
            and fuzz.ratio(words_of(record), identity.words) >= _ALIKE
        ]
    )


def words_of(record: AnyRecord) -> str:
    """The wording a record is known by, in normal form."""
    match record:
        case Target() | Task():
            return match_key(record.text)
        case Indicator():
            return match_key(" / ".join(part for part in (record.parent, record.name) if part))
        case Ref():
            return match_key(record.number)


def label_of_record(record: AnyRecord) -> str:
    """A record in a few words: its key, and the beginning of what it says."""
    match record:
        case Target() | Task():
            text = record.text
        case Indicator():
            text = " – ".join(part for part in (record.name, record.subject) if part)
        case Ref():
            text = record.number
    text = " ".join(text.split())
    short = text if len(text) <= _LABEL else f"{text[:_LABEL].rsplit(' ', 1)[0]}…"
    return f"{record.key}. {short}" if record.key else short


def _exact(record: AnyRecord) -> tuple[RecordKind, str | None, str, str, str]:
    return kind_of(record), record.annex, record.key, words_of(record), _mark(record)


def _mark(record: AnyRecord) -> str:
    match record:
        case Target():
            return match_key(record.metric or "")
        case Indicator():
            parts = (record.subject or "", record.role, span(record.period) or "")
            months = record.months
            part = f"|{months.from_}-{months.to}" if months is not None else ""
            return match_key("|".join(parts) + part)
    return ""


def _place(record: AnyRecord) -> tuple[int | None, int | None]:
    return record.source.table, record.source.row


def _stored_place(identity: RecordIdentity) -> tuple[int | None, int | None]:
    return identity.table, identity.row


def _only(found: Sequence[AnyRecord]) -> AnyRecord | None:
    return found[0] if len(found) == 1 else None
