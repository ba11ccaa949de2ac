"""The service over an index in this process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import get_args

from assistant.answer import (
    Answer,
    Check,
    CorrectionList,
    DocumentDetails,
    DocumentList,
    Finding,
    Health,
    SearchResult,
    SearchResults,
    Turn,
)
from assistant.corrected import with_correction_notes
from assistant.errors import BadRequest, MissingPath
from assistant.ingestion import Candidate, collect, ingest
from assistant.links import linked_ids, with_links
from assistant.service import AskEvent, Progress, Upload
from assistant.store import Answerer, Background, Reader, Store
from assistant.uploads import UploadFolder
from assistant.versions import with_versions
from ingest.correcting.values import BadCorrection
from ingest.model import AnyRecord, Correction, Document, Reading, RecordKind, share_understood
from vectorstore.errors import DenseUnavailable, EmbeddingUnavailable, UnknownDocument
from vectorstore.search import RecordFilter, SearchFilter

_MOST_RESULTS = 1000


class LocalService:
    """Implements :class:`assistant.service.Service`. Safe to call from several threads.

    With a ``background`` embedder vectors always follow later; without one, an ingestion that
    waits embeds before it returns. ``reader`` and ``answerer`` are asked for
    when the first file is to be read and the first question answered.
    """

    def __init__(
        self,
        store: Store,
        answerer: Callable[[], Answerer],
        *,
        reader: Callable[[], Reader],
        data_dir: Path,
        uploads: UploadFolder,
        chat_model: str | None = None,
        background: Background | None = None,
    ) -> None:
        self._store = store
        self._answerer = answerer
        self._reader = reader
        self._data_dir = data_dir.resolve()
        self._uploads = uploads
        self._chat_model = chat_model
        self._background = background
        self._writing = threading.Lock()
        self._embedding_problem: str | None = None

    def ingest(
        self, paths: Sequence[Path], *, wait: bool = True, progress: Progress | None = None
    ) -> DocumentList:
        """See :meth:`Service.ingest`. Raises ``MissingPath`` before anything is read."""
        candidates = collect(paths, leave_out=self._data_dir)
        with self._writing:
            documents = self._read(candidates, progress)
            self._embed(wait, progress)
        return DocumentList(documents=tuple(documents))

    def upload(self, files: Sequence[Upload], *, wait: bool = False) -> DocumentList:
        """See :meth:`Service.upload`. Raises ``BadRequest`` for a name that cannot be used."""
        documents = []
        with self._writing, self._uploads.staged(files) as candidates:
            for candidate in candidates:
                (document,) = self._read([candidate], None)
                documents.append(document)
                if document.status in {"ingested", "replaced"}:
                    self._uploads.keep(candidate)
                elif self._store.sha256(document.id) is None:
                    self._uploads.discard(candidate.shown_path)
            self._embed(wait, None)
        return DocumentList(documents=tuple(documents))

    def _read(self, candidates: Sequence[Candidate], progress: Progress | None) -> list[Document]:
        return ingest(candidates, store=self._store, reader=self._reader(), progress=progress)

    def _embed(self, wait: bool, progress: Progress | None) -> None:
        if self._background:
            self._background.wake()
        elif wait:
            try:
                self._store.embed_pending(
                    progress=(lambda done, total: progress("Tạo véc-tơ", done, total))
                    if progress
                    else None
                )
                self._embedding_problem = None
            except (EmbeddingUnavailable, DenseUnavailable) as error:
                # what was read stays; search goes on by words
                self._embedding_problem = str(error)

    def documents(self) -> DocumentList:
        """See :meth:`Service.documents`."""
        return DocumentList(documents=self._related())

    def _related(self) -> tuple[Document, ...]:
        """The stored documents with what follows from one another: links and versions."""
        return with_versions(with_links(self._store.documents()))

    def remove(self, document_ids: Sequence[str]) -> DocumentList:
        """See :meth:`Service.remove`."""
        with self._writing:
            chosen = self._choose(document_ids)
            for document in chosen:
                self._store.remove(document.id)
                self._uploads.discard(document.path)
        return DocumentList(documents=tuple(chosen))

    def show(self, document_id: str) -> DocumentDetails:
        """See :meth:`Service.show`."""
        (document,) = self._choose([document_id])
        one = RecordFilter(documents=(document.id,))
        tables = tuple(self._store.tables(document.id))
        return DocumentDetails(
            document=document,
            records={
                kind: tuple(
                    record.model_dump(mode="json", by_alias=True)
                    for record in self._store.records(kind, one)
                )
                for kind in get_args(RecordKind)
            },
            units=tuple(self._store.units(document.id)),
            tables=tables,
            share=share_understood(tables),
            corrections=tuple(self._store.corrections(document.id)),
        )

    def correct(
        self,
        document_id: str,
        changes: Mapping[str, str | None],
        *,
        by: str,
        record_id: str | None = None,
    ) -> CorrectionList:
        """See :meth:`Service.correct`. Raises ``BadRequest`` for input that cannot be used."""
        (document,) = self._choose([document_id])
        with self._writing:
            try:
                made = self._store.correct(
                    document.id, changes, by=by, at=_now(), record_id=record_id
                )
            except BadCorrection as error:
                raise BadRequest(str(error)) from error
            self._embed(wait=True, progress=None)
        return CorrectionList(corrections=tuple(made))

    def undo_correction(self, correction_id: str) -> Correction:
        """See :meth:`Service.undo_correction`."""
        with self._writing:
            undone = self._store.undo_correction(correction_id, at=_now())
            self._embed(wait=True, progress=None)
        return undone

    def corrections(self, document_id: str | None = None) -> CorrectionList:
        """See :meth:`Service.corrections`."""
        chosen = None if document_id is None else self._choose([document_id])[0].id
        return CorrectionList(corrections=tuple(self._store.corrections(chosen)))

    def search(self, query: str, *, k: int = 10, documents: Sequence[str] = ()) -> SearchResults:
        """See :meth:`Service.search`."""
        _not_blank(query, "Câu tìm kiếm")
        if not 1 <= k <= _MOST_RESULTS:
            raise BadRequest(f"Không trả về {k} kết quả được; hãy chọn từ 1 đến {_MOST_RESULTS}.")
        hits = self._store.search(
            query, k=k, search_filter=SearchFilter(documents=self._ids(documents))
        )
        return SearchResults(
            results=tuple(
                SearchResult(
                    rank=rank,
                    score=hit.score,
                    kind=hit.unit.kind,
                    text=hit.unit.text,
                    source=hit.unit.source,
                )
                for rank, hit in enumerate(hits, start=1)
            )
        )

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> tuple[AnyRecord, ...]:
        """See :meth:`Service.records`."""
        asked = record_filter or RecordFilter()
        narrowed = RecordFilter(
            documents=self._ids(asked.documents),
            lead=asked.lead,
            due_before=asked.due_before,
            section=asked.section,
        )
        return tuple(self._store.records(kind, narrowed))

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Answer:
        """See :meth:`Service.ask`."""
        _not_blank(question, "Câu hỏi")
        answer = self._answerer().answer(
            question, history=history, documents=self._asked(documents), answer_id=answer_id
        )
        return self._with_notes(answer)

    def ask_stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Iterator[AskEvent]:
        """See :meth:`Service.ask_stream`. Bad input raises at the call, not at the first event."""
        _not_blank(question, "Câu hỏi")
        events = self._answerer().stream(
            question, history=history, documents=self._asked(documents), answer_id=answer_id
        )
        return map(self._noted, events)

    def _noted(self, event: AskEvent) -> AskEvent:
        if event.answer is None:
            return event
        return replace(event, answer=self._with_notes(event.answer))

    def _with_notes(self, answer: Answer) -> Answer:
        """The answer with a note for each corrected value that it gives."""
        cited = {citation.source.document_id for citation in answer.citations}
        documents = [
            document
            for document in self._store.documents()
            if document.id in cited and document.revision
        ]
        if not documents:
            return answer
        only = RecordFilter(documents=tuple(document.id for document in documents))
        records = [
            record
            for kind in get_args(RecordKind)
            for record in self._store.records(kind, only)
            if record.corrected
        ]
        return with_correction_notes(answer, documents, records)

    def check(
        self,
        document: str | Path | Upload,
        *,
        against: Sequence[str | Path | Upload] = (),
        form: bool = False,
    ) -> Check:
        """See :meth:`Service.check`. Raises ``MissingPath`` and what reading a file raises."""
        from assistant.checking.check import check_document
        from assistant.checking.form import with_form

        given = (document, *against)
        uploads = [one for one in given if isinstance(one, Upload)]
        with ExitStack() as aside:
            staged = iter(aside.enter_context(self._uploads.staged(uploads)) if uploads else ())
            places = [next(staged) if isinstance(one, Upload) else one for one in given]
            readings = [
                self._read_file(one) if isinstance(one, Candidate) else self._reading(one)
                for one in places
            ]
            found = self._form_of(places[0], readings[0].document) if form else ()
        return with_form(check_document(readings[0], readings[1:]), found)

    def _form_of(self, place: str | Path | Candidate, document: Document) -> tuple[Finding, ...]:
        """What the form of a document breaks; its file is looked at, not what was read from it."""
        from assistant.checking.form import form_findings

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

    def _reading(self, document: str | Path) -> Reading:
        """A file as read now (a ``Path``), or a stored document put together again (an id).

        Text is never taken for a path: it may come from another machine.
        """
        if isinstance(document, Path):
            if not document.is_file():
                raise MissingPath(f"Không tìm thấy tệp “{document}”; hãy kiểm tra lại đường dẫn.")
            return self._read_file(Candidate(document.resolve(), str(document.resolve())))
        (stored,) = self._choose([document])
        shown = RecordFilter(documents=(stored.id,))
        records = {kind: self._store.records(kind, shown) for kind in get_args(RecordKind)}
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

    def health(self) -> Health:
        """See :meth:`Service.health`."""
        found = self._store.health()
        later = self._background.problem if self._background else None
        degraded = [
            *found.degraded,
            *dict.fromkeys(
                problem
                for problem in (self._embedding_problem, later)
                if problem and problem not in found.degraded
            ),
        ]
        return Health(
            status="degraded" if degraded else "ok",
            documents=found.documents,
            units=found.units,
            embedded=found.embedded,
            embedding_model=found.model,
            chat_model=self._chat_model,
            degraded=tuple(degraded),
        )

    def _asked(self, names: Sequence[str]) -> tuple[str, ...]:
        """Ids of the documents to answer from: those named, with what is attached to them."""
        ids = self._ids(names)
        return linked_ids(self._related(), ids) if ids else ()

    def _ids(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(document.id for document in self._choose(names)) if names else ()

    def _choose(self, names: Sequence[str]) -> list[Document]:
        """Documents by id, by path, or by a file name that only one document has."""
        stored = self._related()
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


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _not_blank(text: str, what: str) -> None:
    if not text.strip():
        raise BadRequest(f"{what} đang để trống; hãy nhập nội dung cần tìm.")
