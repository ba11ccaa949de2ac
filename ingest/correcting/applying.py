"""Lay corrections over a reading: the newest of each field, where the file still says the same.

What depends on a corrected value follows: a target takes the unit of its corrected task row, a
record without a period of its own takes its document's, search texts take the new words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ingest.correcting.fields import changed, shown
from ingest.correcting.following import follow_issuer, follow_period, follow_rows
from ingest.correcting.identity import RecordIdentity, find
from ingest.correcting.names import field_name
from ingest.correcting.searching import search_units
from ingest.correcting.values import BadCorrection
from ingest.model import (
    AnyRecord,
    Correction,
    CorrectionStatus,
    Document,
    Indicator,
    Problem,
    Reading,
    Ref,
    Source,
    Target,
    Task,
)
from ingest.text.normal import match_key
from ingest.text.unit_keys import Issuer

R = TypeVar("R", Target, Task, Indicator, Ref)


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction with the identity of its record; ``None`` means the document's own data."""

    correction: Correction
    identity: RecordIdentity | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The reading as corrected, and every correction with its status and the record's id of now."""

    reading: Reading
    kept: tuple[KeptCorrection, ...]


def apply(reading: Reading, kept: Sequence[KeptCorrection]) -> Corrected:
    """Lay ``kept``, oldest first, over ``reading``, which must be as the file was read."""
    work = _Work(reading, list(kept))
    work.settle()
    return work.finish()


class _Work:
    def __init__(self, reading: Reading, kept: list[KeptCorrection]) -> None:
        self.reading = reading
        self.kept = kept
        self.originals: dict[str, AnyRecord] = {record.id: record for record in reading.records}
        self.document = reading.document
        self.records = dict(self.originals)
        self.problems: list[Problem] = []

    def settle(self) -> None:
        """Decide each correction and change what it changes."""
        newest: dict[tuple[str | None, str], int] = {}
        targets: dict[int, str | None] = {}
        for at, item in enumerate(self.kept):
            if item.correction.status == "undone":
                continue
            record_id = self._target(at, item)
            if item.identity is not None and record_id is None:
                continue
            targets[at] = record_id
            newest[(record_id, item.correction.field)] = at
        for at, record_id in targets.items():
            if newest[(record_id, self.kept[at].correction.field)] != at:
                self._mark(at, "superseded", record_id)
        current = set(newest.values())
        for at in sorted(current, key=lambda at: (targets[at] is not None, at)):
            self._lay(at, targets[at])
            if targets[at] is None:
                self._follow_document()

    def _target(self, at: int, item: KeptCorrection) -> str | None:
        """The id of the record that a correction belongs to; what is gone is reported."""
        if item.identity is None:
            return None
        record = find(item.identity, self.reading.records)
        if record is not None:
            return record.id
        correction = item.correction
        self._mark(at, "orphaned", None)
        self._report(
            "correction_orphaned",
            f"Nội dung đã sửa “{correction.about}” không còn trong văn bản nên lần sửa "
            f"{correction.id} ({field_name(correction.field)}, {correction.by}) không được áp "
            "dụng; hãy sửa lại hoặc hoàn tác.",
            None,
        )
        return None

    def _lay(self, at: int, record_id: str | None) -> None:
        correction = self.kept[at].correction
        original: Document | AnyRecord = self.reading.document
        before: Document | AnyRecord = self.document
        source = None
        if record_id is not None:
            original, before = self.originals[record_id], self.records[record_id]
            source = self.originals[record_id].source
        try:
            reads = shown(original, correction.field)
            after = changed(before, correction.field, correction.new, year=self._year())
            agrees = _same(reads, shown(after, correction.field))
        except BadCorrection:
            self._conflict(at, record_id, None, source)
            return
        if not agrees and not _same(reads, correction.read):
            self._conflict(at, record_id, reads, source)
            return
        mark = self._mark(at, "applied", record_id)
        if not agrees:  # else the file has come to say the same: nothing is left to tell
            after = after.model_copy(update={"corrected": (*after.corrected, mark)})
        if isinstance(after, Document):
            self.document = after
        else:
            self.records[after.id] = after

    def _year(self) -> int | None:
        period = self.document.period
        return period.to if period is not None and period.from_ == period.to else None

    def _follow_document(self) -> None:
        """Records take a corrected period; done before any correction of their own."""
        old, new = self.reading.document.period, self.document.period
        for record_id, record in self.originals.items():
            self.records[record_id] = follow_period(record, old, new, year=self._year())

    def _conflict(
        self, at: int, record_id: str | None, reads: str | None, source: Source | None
    ) -> None:
        correction = self.kept[at].correction
        self._mark(at, "conflict", record_id)
        what = f" của “{correction.about}”" if correction.about else ""
        self._report(
            "correction_conflict",
            f"Văn bản nay ghi “{reads or 'để trống'}” ở trường {field_name(correction.field)}"
            f"{what}, khác “{correction.read or 'để trống'}” khi {correction.by} sửa, nên lần sửa "
            f"{correction.id} không được áp dụng; hãy sửa lại hoặc hoàn tác.",
            source,
        )

    def _report(self, code: str, message: str, source: Source | None) -> None:
        self.problems.append(Problem(code=code, message=message, source=source))

    def _mark(self, at: int, status: CorrectionStatus, record_id: str | None) -> Correction:
        item = self.kept[at]
        marked = item.correction.model_copy(update={"status": status, "record_id": record_id})
        self.kept[at] = KeptCorrection(marked, item.identity)
        return marked

    def finish(self) -> Corrected:
        """The corrected reading."""
        follow_rows(self.originals, self.records)
        old, new = Issuer.of(self.reading.document), Issuer.of(self.document)
        for record_id, read in self.originals.items():
            record = self.records[record_id]
            if isinstance(record, Task) and isinstance(read, Task):
                self.records[record_id] = follow_issuer(record, read, old=old, new=new)
        records = [self.records[record_id] for record_id in self.originals]
        document = self.document.model_copy(
            update={
                "problems": (*self.document.problems, *self.problems),
                "revision": _revision(self.kept),
            }
        )
        reading = self.reading.model_copy(
            update={
                "document": document,
                "targets": tuple(_of(Target, records)),
                "tasks": tuple(_of(Task, records)),
                "indicators": tuple(_of(Indicator, records)),
                "refs": tuple(_of(Ref, records)),
                "units": search_units(self.reading, document, self.originals, self.records),
            }
        )
        return Corrected(reading, tuple(self.kept))


def _of(model: type[R], records: Iterable[AnyRecord]) -> Iterable[R]:
    return (record for record in records if isinstance(record, model))


def _same(left: str | None, right: str | None) -> bool:
    return match_key(left or "") == match_key(right or "")


def _revision(kept: Iterable[KeptCorrection]) -> int:
    """Rises with each correction and with each undoing, as neither is ever deleted."""
    return sum(2 if item.correction.status == "undone" else 1 for item in kept)
