"""Stand-ins for the parts that the service is built from, and readings to put in them."""

from __future__ import annotations

import hashlib
import itertools
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from assistant.answer import Answer, Citation, Turn
from assistant.ingestion import Candidate
from assistant.local import LocalService
from assistant.service import AskEvent
from assistant.store import Reader
from assistant.uploads import UploadFolder
from ingest.correcting.applying import KeptCorrection, apply
from ingest.correcting.making import make
from ingest.errors import BrokenFile, UnsupportedFile
from ingest.model import (
    AnyRecord,
    Correction,
    Counts,
    Deadline,
    Document,
    EvidenceUnit,
    Reading,
    RecordKind,
    Source,
    TableReport,
    Task,
)
from vectorstore.errors import (
    StoreError,
    UnknownCorrection,
    UnknownDocument,
    UnknownRecord,
)
from vectorstore.search import IndexHealth, RecordFilter, SearchFilter, SearchHit


class FakeStore:
    """Keeps readings in memory; search returns units that hold a word of the query."""

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}
        self.as_read: dict[str, Reading] = {}
        self.kept: list[KeptCorrection] = []
        self.embedded = 0
        self.embedding_error: StoreError | None = None

    def add(self, reading: Reading) -> Document:
        self.as_read[reading.document.id] = reading
        return self._lay(reading.document.id)

    def _lay(self, document_id: str) -> Document:
        own = [item for item in self.kept if item.correction.document_id == document_id]
        corrected = apply(self.as_read[document_id], own)
        after = {item.correction.id: item for item in corrected.kept}
        self.kept = [after.get(item.correction.id, item) for item in self.kept]
        self.readings[document_id] = corrected.reading
        return corrected.reading.document

    def correct(
        self,
        document_id: str,
        changes: Mapping[str, str | None],
        *,
        by: str,
        at: str,
        record_id: str | None = None,
    ) -> tuple[Correction, ...]:
        stored = self.readings[document_id]
        found = [record for record in stored.records if record.id == record_id]
        if record_id is not None and not found:
            raise UnknownRecord(f"Không có bản ghi “{record_id}”; hãy xem danh sách.")
        numbers = itertools.count(len(self.kept) + 1)
        made = make(
            changes,
            read=self.as_read[document_id],
            current=found[0] if found else stored.document,
            by=by,
            at=at,
            next_id=lambda: f"sua-{next(numbers)}",
        )
        self.kept += made
        self._lay(document_id)
        return self.corrections(document_id)[-len(made) :]

    def undo_correction(self, correction_id: str, *, at: str) -> Correction:
        for place, item in enumerate(self.kept):
            if item.correction.id == correction_id and item.correction.status != "undone":
                undone = item.correction.model_copy(update={"status": "undone", "undone_at": at})
                self.kept[place] = KeptCorrection(undone, item.identity)
                self._lay(undone.document_id)
                return undone
        raise UnknownCorrection(f"Không có lần sửa “{correction_id}”; hãy xem danh sách.")

    def corrections(self, document_id: str | None = None) -> tuple[Correction, ...]:
        return tuple(
            item.correction
            for item in self.kept
            if document_id in (None, item.correction.document_id)
        )

    def tables(self, document_id: str) -> tuple[TableReport, ...]:
        return self.readings[document_id].tables

    def remove(self, document_id: str) -> Document:
        if document_id not in self.readings:
            raise UnknownDocument(f"Không có tài liệu {document_id}; hãy xem danh sách.")
        return self.readings.pop(document_id).document

    def documents(self) -> tuple[Document, ...]:
        return tuple(reading.document for reading in self.readings.values())

    def sha256(self, document_id: str) -> str | None:
        found = self.readings.get(document_id)
        return found.sha256 if found else None

    def reader_version(self, document_id: str) -> str | None:
        found = self.readings.get(document_id)
        return found.reader_version if found else None

    def units(self, document_id: str) -> tuple[EvidenceUnit, ...]:
        return self.readings[document_id].units

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> tuple[AnyRecord, ...]:
        chosen = record_filter or RecordFilter()
        found: list[AnyRecord] = []
        for reading in self.readings.values():
            if not chosen.documents or reading.document.id in chosen.documents:
                found += getattr(reading, kind)
        if chosen.lead:
            found = [task for task in found if isinstance(task, Task) and chosen.lead in task.lead]
        return tuple(found)

    def search(
        self, query: str, *, k: int = 10, search_filter: SearchFilter | None = None
    ) -> list[SearchHit]:
        chosen = search_filter or SearchFilter()
        units = [
            unit
            for reading in self.readings.values()
            if not chosen.documents or reading.document.id in chosen.documents
            for unit in reading.units
            if any(word in unit.text for word in query.split())
        ]
        return [SearchHit(unit, 1 / rank) for rank, unit in enumerate(units[:k], start=1)]

    def embed_pending(self, *, progress: Callable[[int, int], None] | None = None) -> int:
        if self.embedding_error:
            raise self.embedding_error
        if progress:
            progress(1, 1)
        self.embedded += 1
        return 1

    def health(self) -> IndexHealth:
        units = sum(len(reading.units) for reading in self.readings.values())
        return IndexHealth(len(self.readings), units, 0, model="giả", dimension=3)


class SlowStore(FakeStore):
    """Waits in the middle of storing until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.storing, self.going_on = threading.Event(), threading.Event()

    def add(self, reading: Reading) -> Document:
        self.storing.set()
        self.going_on.wait(10)
        return super().add(reading)


class FakeAnswerer:
    """Answers with the question itself, citing nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[Turn, ...], tuple[str, ...]]] = []
        self.error: StoreError | None = None

    def answer(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Answer:
        self.asked.append((question, tuple(history), tuple(documents)))
        if self.error:
            raise self.error
        return Answer(
            id=answer_id or "a-1",
            question=question,
            status="answered",
            answer=f"Bạn hỏi: {question} [1]",
            citations=(Citation(n=1, source=source("tài-liệu")),),
            interpreted_as=question,
        )

    def stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Iterator[AskEvent]:
        yield AskEvent("step", text="Đang tìm")
        final = self.answer(question, history=history, documents=documents, answer_id=answer_id)
        yield AskEvent("token", text="Bạn hỏi:\nmột dòng")
        yield AskEvent("answer", answer=final)


class FakeReading:
    """Reads text files: a line a task; a file that begins with ``HỎNG`` is broken."""

    def __init__(self) -> None:
        self.read_files: list[str] = []

    def read(
        self,
        path: Path,
        *,
        document_id: str,
        shown_path: str,
        progress: Callable[[int, int], None] | None = None,
    ) -> Reading:
        self.read_files.append(path.name)
        if not is_supported(path):
            raise UnsupportedFile(f"Tệp “{path.name}” thuộc loại chưa đọc được; hãy đổi sang .txt.")
        content = path.read_bytes()
        if content.startswith("HỎNG".encode()):
            raise BrokenFile(f"Tệp “{path.name}” bị hỏng; hãy mở và lưu lại.")
        return reading_of(
            content.decode().splitlines(),
            document_id=document_id,
            shown_path=shown_path,
            sha256=hashlib.sha256(content).hexdigest(),
        )

    def as_reader(self, version: str = "1") -> Reader:
        return Reader(
            read=self.read,
            document_id=lambda shown: f"id-{hashlib.sha256(shown.encode()).hexdigest()[:8]}",
            is_supported=is_supported,
            version=version,
        )


def is_supported(path: Path) -> bool:
    return path.suffix in {".txt", ".md"}


def reading_of(
    lines: Sequence[str], *, document_id: str = "id-1", shown_path: str = "a.txt", sha256: str = "0"
) -> Reading:
    name = Path(shown_path).name
    places = [
        Source(document_id=document_id, file=name, table=1, row=row, quote=line)
        for row, line in enumerate(lines, start=1)
    ]
    tasks = tuple(
        Task(
            id=f"{document_id}-t{place.row}",
            document_id=document_id,
            key=f"I.{place.row}",
            text=place.quote,
            lead=("Văn phòng",),
            deadline=Deadline.model_validate(
                {"text": "Quý I/2031", "kind": "period", "from": "2031-01-01", "to": "2031-03-31"}
            ),
            source=place,
        )
        for place in places
    )
    units = tuple(
        EvidenceUnit(
            id=f"{document_id}-u{place.row}",
            document_id=document_id,
            kind="task",
            text=place.quote,
            search_text=place.quote,
            source=place,
            record_id=f"{document_id}-t{place.row}",
            order=place.row or 0,
        )
        for place in places
    )
    return Reading(
        document=Document(
            id=document_id, file=name, path=shown_path, counts=Counts(tasks=len(tasks))
        ),
        sha256=sha256,
        reader_version="1",
        tasks=tasks,
        units=units,
        tables=(TableReport(number=1, kind="tasks", rows=len(tasks), record_rows=len(tasks)),),
    )


def source(document_id: str, quote: str = "một câu") -> Source:
    return Source(document_id=document_id, file="a.txt", page=2, table=1, row=3, quote=quote)


def named(path: Path) -> Candidate:
    return Candidate(path, str(path))


class Parts:
    """A local service and the fakes inside it."""

    def __init__(self, data_dir: Path, store: FakeStore | None = None) -> None:
        self.store = store or FakeStore()
        self.answerer = FakeAnswerer()
        self.reading = FakeReading()
        self.data_dir = data_dir
        self.uploads = data_dir / "uploads"
        self.service = LocalService(
            self.store,
            lambda: self.answerer,
            reader=self.reading.as_reader,
            data_dir=data_dir,
            uploads=UploadFolder(self.uploads),
        )
