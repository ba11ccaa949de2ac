"""The service over an index in this process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import get_args

from assistant.answer import (
    Answer,
    DocumentDetails,
    DocumentList,
    Health,
    SearchResult,
    SearchResults,
    Turn,
)
from assistant.errors import BadRequest
from assistant.ingestion import Candidate, collect, ingest
from assistant.service import AskEvent, Progress, Upload
from assistant.store import Answerer, Background, Reader, Store
from assistant.uploads import UploadFolder
from ingest.model import AnyRecord, Document, RecordKind
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
        return DocumentList(documents=tuple(self._store.documents()))

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
        )

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
        return self._answerer().answer(
            question, history=history, documents=self._ids(documents), answer_id=answer_id
        )

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
        return self._answerer().stream(
            question, history=history, documents=self._ids(documents), answer_id=answer_id
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

    def _ids(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(document.id for document in self._choose(names)) if names else ()

    def _choose(self, names: Sequence[str]) -> list[Document]:
        """Documents by id, by path, or by a file name that only one document has."""
        stored = self._store.documents()
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


def _not_blank(text: str, what: str) -> None:
    if not text.strip():
        raise BadRequest(f"{what} đang để trống; hãy nhập nội dung cần tìm.")
