"""The service over an index in this process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from assistant.answer import (
    Answer,
    Check,
    CorrectionList,
    DocumentDetails,
    DocumentList,
    Health,
    SearchResult,
    SearchResults,
    Turn,
)
from assistant.asking.repairing.typed import in_own_words
from assistant.corrected import noted
from assistant.drafting.desk import DraftDesk
from assistant.drafting.verbs import DraftVerbs, plain_desk
from assistant.errors import BadRequest
from assistant.feedback import (
    FeedbackFolder,
    FeedbackReceipt,
    Opinion,
    Versions,
    make_feedback,
    program_version,
)
from assistant.ingestion import Candidate, collect, ingest
from assistant.loading import Loading, told
from assistant.service import AskEvent, Given, Progress, Upload
from assistant.shelf import Shelf
from assistant.store import Answerer, Background, Reader, Store
from assistant.uploads import UploadFolder
from assistant.vectors import Vectors
from ingest.correcting.values import BadCorrection
from ingest.model import AnyRecord, Correction, Document, RecordKind
from vectorstore.search import RecordFilter, SearchFilter

_MOST_RESULTS = 1000


class LocalService(DraftVerbs):
    """Implements :class:`assistant.service.Service`. Safe to call from several threads.

    With a ``background`` embedder vectors always follow later; without one, an ingestion that
    waits embeds before it returns. ``reader`` and ``answerer`` are asked for
    when the first file is to be read and the first question answered. ``desk`` makes the desk of
    drafts over this service's documents; without it they are kept in the data folder.
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
        feedback: FeedbackFolder | None = None,
        desk: Callable[[Shelf], DraftDesk] | None = None,
    ) -> None:
        self._store = store
        self._answerer = answerer
        self._reader = reader
        self._data_dir = data_dir.resolve()
        self._uploads = uploads
        self._chat_model = chat_model
        self._feedback = feedback or FeedbackFolder(data_dir / "feedback")
        self._vectors = Vectors(store, background)
        self._shelf = Shelf(store, reader=reader, uploads=uploads)
        super().__init__(desk(self._shelf) if desk else plain_desk(self._shelf, self._data_dir))
        self._writing = threading.Lock()
        self._loading = Loading()

    def ingest(
        self, paths: Sequence[Path], *, wait: bool = True, progress: Progress | None = None
    ) -> DocumentList:
        """See :meth:`Service.ingest`. Raises ``MissingPath`` before anything is read."""
        candidates = collect(paths, leave_out=self._data_dir)
        with self._writing:
            documents = self._read(candidates, progress)
            self._vectors.follow(wait=wait, progress=progress)
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
            self._vectors.follow(wait=wait)
        return DocumentList(documents=tuple(documents))

    def _read(self, candidates: Sequence[Candidate], progress: Progress | None) -> list[Document]:
        with self._loading.of(len(candidates)) as one_read:
            return ingest(
                candidates,
                store=self._store,
                reader=self._reader(),
                progress=progress,
                after_each=one_read,
            )

    def documents(self) -> DocumentList:
        """See :meth:`Service.documents`."""
        return DocumentList(documents=self._shelf.documents())

    def remove(self, document_ids: Sequence[str]) -> DocumentList:
        """See :meth:`Service.remove`."""
        with self._writing:
            chosen = self._shelf.choose(document_ids)
            for document in chosen:
                self._store.remove(document.id)
                self._uploads.discard(document.path)
        return DocumentList(documents=tuple(chosen))

    def show(self, document_id: str) -> DocumentDetails:
        """See :meth:`Service.show`."""
        return self._shelf.details(document_id)

    def correct(
        self,
        document_id: str,
        changes: Mapping[str, str | None],
        *,
        by: str,
        record_id: str | None = None,
    ) -> CorrectionList:
        """See :meth:`Service.correct`. Raises ``BadRequest`` for input that cannot be used."""
        (document,) = self._shelf.choose([document_id])
        with self._writing:
            try:
                made = self._store.correct(
                    document.id, changes, by=by, at=_now(), record_id=record_id
                )
            except BadCorrection as error:
                raise BadRequest(str(error)) from error
            self._vectors.follow(wait=True)
        return CorrectionList(corrections=tuple(made))

    def undo_correction(self, correction_id: str) -> Correction:
        """See :meth:`Service.undo_correction`."""
        with self._writing:
            undone = self._store.undo_correction(correction_id, at=_now())
            self._vectors.follow(wait=True)
        return undone

    def corrections(self, document_id: str | None = None) -> CorrectionList:
        """See :meth:`Service.corrections`."""
        chosen = None if document_id is None else self._shelf.choose([document_id])[0].id
        return CorrectionList(corrections=tuple(self._store.corrections(chosen)))

    def search(self, query: str, *, k: int = 10, documents: Sequence[str] = ()) -> SearchResults:
        """See :meth:`Service.search`."""
        _not_blank(query, "Câu tìm kiếm")
        if not 1 <= k <= _MOST_RESULTS:
            raise BadRequest(f"Không trả về {k} kết quả được; hãy chọn từ 1 đến {_MOST_RESULTS}.")
        hits = self._store.search(
            in_own_words(query),
            k=k,
            search_filter=SearchFilter(documents=self._shelf.ids(documents)),
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
            documents=self._shelf.ids(asked.documents),
            lead=asked.lead,
            due_before=asked.due_before,
            section=asked.section,
        )
        return self._shelf.records(kind, narrowed)

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
        loading = self._loading.note
        answer = self._answerer().answer(
            question,
            history=history,
            documents=self._shelf.with_attached(documents),
            answer_id=answer_id,
        )
        return told(noted(answer, self._store), loading)

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
        loading = self._loading.note
        events = self._answerer().stream(
            question,
            history=history,
            documents=self._shelf.with_attached(documents),
            answer_id=answer_id,
        )
        return (self._noted(event, loading) for event in events)

    def _noted(self, event: AskEvent, loading: str | None) -> AskEvent:
        if event.answer is None:
            return event
        return replace(event, answer=told(noted(event.answer, self._store), loading))

    def check(
        self,
        document: Given,
        *,
        against: Sequence[Given] = (),
        form: bool = False,
    ) -> Check:
        """See :meth:`Service.check`. Raises ``MissingPath`` and what reading a file raises."""
        from assistant.checking.check import check_document
        from assistant.checking.form import with_form

        with self._shelf.opened((document, *against)) as opened:
            found = self._shelf.form_of(opened[0]) if form else ()
        readings = [one.reading for one in opened]
        return with_form(check_document(readings[0], readings[1:]), found)

    def feedback(
        self,
        answer: Answer,
        *,
        opinion: Opinion,
        comment: str = "",
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
    ) -> FeedbackReceipt:
        """See :meth:`Service.feedback`. Raises ``BadRequest`` or ``BadTarget``."""
        given = make_feedback(
            answer,
            opinion=opinion,
            comment=comment,
            history=history,
            chosen=documents,
            documents=self._shelf.asked(documents),
            versions=Versions(
                program=program_version(),
                embedding_model=self._store.health().model,
                chat_model=self._chat_model,
            ),
        )
        return self._feedback.keep(given)

    def health(self) -> Health:
        """See :meth:`Service.health`."""
        found = self._store.health()
        degraded = dict.fromkeys((*found.degraded, *self._vectors.problems))
        return Health(
            status="degraded" if degraded else "ok",
            documents=found.documents,
            units=found.units,
            embedded=found.embedded,
            embedding_model=found.model,
            chat_model=self._chat_model,
            degraded=tuple(degraded),
        )


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _not_blank(text: str, what: str) -> None:
    if not text.strip():
        raise BadRequest(f"{what} đang để trống; hãy nhập nội dung cần tìm.")
