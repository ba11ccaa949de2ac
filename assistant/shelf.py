"""The documents that a verb is pointed at: stored ones by name, files, and uploaded files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from assistant.answer import DocumentDetails, Finding
from assistant.errors import BadRequest, MissingPath
from assistant.feedback import AskedDocument
from assistant.ingestion import Candidate
from assistant.links import linked_ids, linked_records, with_links
from assistant.service import Given, Upload
from assistant.store import Reader, Store
from assistant.uploads import UploadFolder
from assistant.versions import with_versions
from ingest.model import AnyRecord, Document, Reading, RecordKind, share_understood
from vectorstore.errors import UnknownDocument
from vectorstore.search import RecordFilter

_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as read, and where its file lies while it is open."""

    reading: Reading
    place: str | Path | Candidate


class Shelf:
    """What is stored, and the way to read what is not. ``reader`` is asked for when needed."""

    def __init__(
        self, store: Store, *, reader: Callable[[], Reader], uploads: UploadFolder
    ) -> None:
        self._store = store
        self._reader = reader
        self._uploads = uploads

    def documents(self) -> tuple[Document, ...]:
        """The stored documents with what follows from one another: links and versions."""
        return with_versions(with_links(self._store.documents()))

    def ids(self, names: Sequence[str]) -> tuple[str, ...]:
        """Ids of stored documents; see :meth:`choose`."""
        return tuple(document.id for document in self.choose(names)) if names else ()

    def with_attached(self, names: Sequence[str]) -> tuple[str, ...]:
        """Ids of the documents named, each with what is attached to it."""
        ids = self.ids(names)
        return linked_ids(self.documents(), ids) if ids else ()

    def records(self, kind: RecordKind, wanted: RecordFilter) -> tuple[AnyRecord, ...]:
        """Stored records; those of linked documents with what they take from the other one."""
        documents = {document.id: document for document in self.documents()}
        if not any(document.inherited for document in documents.values()):
            return tuple(self._store.records(kind, wanted))
        every = RecordFilter(documents=wanted.documents)
        return linked_records(self._store.records(kind, every), documents, wanted)

    def choose(self, names: Sequence[str]) -> list[Document]:
        """Documents by id, by path, or by a file name that only one document has."""
        stored = self.documents()
        chosen: dict[str, Document] = {}
        for name in names:
            path = str(Path(name).absolute())
            matches = (
                [document for document in stored if document.id == name]
                or [document for document in stored if document.path in {name, path}]
                or [document for document in stored if document.file == name]
            )
            if len(matches) > 1:
                ids = ", ".join(document.id for document in matches)
                raise BadRequest(f"Có nhiều tài liệu tên “{name}”; hãy dùng một mã: {ids}.")
            if not matches:
                raise UnknownDocument(
                    f"Không có tài liệu “{name}” trong kho; xem mã bằng lệnh “cchc documents”."
                )
            chosen[matches[0].id] = matches[0]
        return list(chosen.values())

    def details(self, name: str) -> DocumentDetails:
        """Everything that one stored document yielded."""
        (document,) = self.choose([name])
        only = RecordFilter(documents=(document.id,))
        tables = tuple(self._store.tables(document.id))
        return DocumentDetails(
            document=document,
            records={
                kind: tuple(
                    record.model_dump(mode="json", by_alias=True)
                    for record in self.records(kind, only)
                )
                for kind in get_args(RecordKind)
            },
            units=tuple(self._store.units(document.id)),
            tables=tables,
            share=share_understood(tables),
            corrections=tuple(self._store.corrections(document.id)),
        )

    def asked(self, names: Sequence[str]) -> list[AskedDocument]:
        """What can be answered from: the documents named, or all; unknown names are left out."""
        known = [name for name in names if self._store.sha256(name) is not None]
        asked = set(self.with_attached(known))
        return [
            AskedDocument(
                id=one.id,
                file=one.file,
                sha256=self._store.sha256(one.id),
                reader_version=self._store.reader_version(one.id),
                revision=one.revision,
            )
            for one in self._store.documents()
            if not asked or one.id in asked
        ]

    @contextmanager
    def opened(self, documents: Sequence[Given]) -> Iterator[list[Opened]]:
        """Each document read: a file, an uploaded file, or a stored one by its id."""
        uploads = [one for one in documents if isinstance(one, Upload)]
        with ExitStack() as aside:
            staged = iter(aside.enter_context(self._uploads.staged(uploads)) if uploads else ())
            places = [next(staged) if isinstance(one, Upload) else one for one in documents]
            yield [Opened(*pair) for pair in zip(self._all(places), places, strict=True)]

    def form_of(self, opened: Opened) -> tuple[Finding, ...]:
        """What the form of a document breaks; its file is looked at, not what was read from it."""
        from assistant.checking.form import form_findings

        document, place = opened.reading.document, opened.place
        if isinstance(place, Candidate):
            path = place.path
        else:
            path = place if isinstance(place, Path) else Path(document.path)
        if not path.is_file():
            path = self._uploads.path_of(document.path)
        if path.suffix.lower() != ".docx" or not path.is_file():
            raise BadRequest(
                f"Không kiểm tra được thể thức của “{document.file}”; "
                "hãy dùng tệp .docx còn trên máy và kiểm tra lại."
            )
        return form_findings(path, document_id=document.id, file=document.file)

    def _all(self, places: Sequence[str | Path | Candidate]) -> list[Reading]:
        """All of them read; files side by side, for each is read by a process of its own."""
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            return list(pool.map(self._read, places))

    def _read(self, place: str | Path | Candidate) -> Reading:
        """A file as read now (a ``Path``), or a stored document put together again (an id).

        Text is never taken for a path: it may come from another machine.
        """
        if isinstance(place, Candidate):
            return self._read_file(place)
        if isinstance(place, Path):
            if not place.is_file():
                raise MissingPath(f"Không tìm thấy tệp “{place}”; hãy kiểm tra lại đường dẫn.")
            return self._read_file(Candidate(place.resolve(), str(place.resolve())))
        (stored,) = self.choose([place])
        shown = RecordFilter(documents=(stored.id,))
        records = {kind: self.records(kind, shown) for kind in get_args(RecordKind)}
        return Reading.model_validate(
            {
                "document": stored,
                "sha256": self._store.sha256(stored.id) or "",
                "reader_version": self._store.reader_version(stored.id) or "",
                "units": tuple(self._store.units(stored.id)),
                **{kind: tuple(found) for kind, found in records.items()},
            }
        )

    def _read_file(self, candidate: Candidate) -> Reading:
        reader = self._reader()
        return reader.read(
            candidate.path,
            document_id=reader.document_id(candidate.shown_path),
            shown_path=candidate.shown_path,
        )
