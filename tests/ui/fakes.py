"""A whole service in memory, over the invented documents of ``material.py``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from assistant.answer import (
    Answer,
    Check,
    CorrectionList,
    DocumentDetails,
    DocumentList,
    Health,
    SearchResults,
    Turn,
)
from assistant.errors import BadRequest
from assistant.feedback import FeedbackReceipt, Opinion
from assistant.service import AskEvent, Progress, Upload
from ingest.errors import EmptyFile
from ingest.model import (
    AnyRecord,
    Correction,
    Counts,
    Document,
    Problem,
    RecordKind,
)
from tests.ui.drafts import DraftVerbs
from tests.ui.material import checked, plan, statistics
from vectorstore.search import RecordFilter


class FakeService(DraftVerbs):
    """Answers from a list of makers in turn and raises when they run out.

    ``asked`` records each question with the history and documents that came along; ``checks``
    each checked file with its bytes and what it was compared with.
    """

    def __init__(
        self,
        *answers: Callable[[str], Answer],
        documents: Sequence[DocumentDetails] | None = None,
        degraded: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self._answers = list(answers)
        stored = (plan(), statistics()) if documents is None else documents
        self._details = {details.document.id: details for details in stored}
        self._degraded = degraded
        self.asked: list[tuple[str, tuple[Turn, ...], tuple[str, ...]]] = []
        self.checks: list[tuple[str, bytes, tuple[str, ...]]] = []
        self.opinions: list[tuple[str, Opinion, str, tuple[Turn, ...], tuple[str, ...]]] = []

    def ingest(
        self, paths: Sequence[Path], *, wait: bool = True, progress: Progress | None = None
    ) -> DocumentList:
        raise NotImplementedError("the pages hand over bytes")

    def upload(self, files: Sequence[Upload], *, wait: bool = False) -> DocumentList:
        return DocumentList(documents=tuple(self._take(file) for file in files))

    def _take(self, file: Upload) -> Document:
        text = file.content.read().decode(errors="replace")
        if not text.strip():
            problem = Problem(
                code="empty", message=f"Tệp “{file.name}” không có chữ; hãy chọn tệp khác."
            )
            return Document(
                id=file.name, file=file.name, path=file.name, status="failed", problems=(problem,)
            )
        document = Document(
            id=file.name,
            file=file.name,
            path=file.name,
            title=text.splitlines()[0],
            counts=Counts(passages=len(text.splitlines())),
        )
        self._details[file.name] = DocumentDetails(document=document, records={}, units=())
        return document

    def documents(self) -> DocumentList:
        return DocumentList(documents=tuple(d.document for d in self._details.values()))

    def remove(self, document_ids: Sequence[str]) -> DocumentList:
        for document_id in document_ids:
            self.show(document_id)
        gone = tuple(self._details.pop(document_id).document for document_id in document_ids)
        return DocumentList(documents=gone)

    def show(self, document_id: str) -> DocumentDetails:
        if document_id not in self._details:
            raise BadRequest(f"Không có tài liệu “{document_id}”; hãy làm mới danh sách.")
        return self._details[document_id]

    def correct(
        self,
        document_id: str,
        changes: Mapping[str, str | None],
        *,
        by: str,
        record_id: str | None = None,
    ) -> CorrectionList:
        if not by:
            raise BadRequest("Chưa có tên người sửa; hãy nhập họ tên.")
        ((field, new),) = changes.items()
        details = self.show(document_id)
        made = Correction(
            id=f"sua-{len(details.corrections) + 1}",
            document_id=document_id,
            record_id=record_id,
            field=field,
            read="bản gốc",
            old="bản gốc",
            new=new,
            by=by,
            at="2026-02-01T08:00:00+07:00",
        )
        self._keep(document_id, (*details.corrections, made))
        return CorrectionList(corrections=(made,))

    def undo_correction(self, correction_id: str) -> Correction:
        for document_id, details in self._details.items():
            for one in details.corrections:
                if one.id == correction_id:
                    undone = one.model_copy(update={"status": "undone"})
                    rest = (undone if each is one else each for each in details.corrections)
                    self._keep(document_id, tuple(rest))
                    return undone
        raise BadRequest(f"Không có lần sửa “{correction_id}”; hãy làm mới danh sách.")

    def corrections(self, document_id: str | None = None) -> CorrectionList:
        return CorrectionList(
            corrections=tuple(
                one
                for key, details in self._details.items()
                if document_id in (None, key)
                for one in details.corrections
            )
        )

    def _keep(self, document_id: str, corrections: tuple[Correction, ...]) -> None:
        details = self._details[document_id]
        self._details[document_id] = details.model_copy(update={"corrections": corrections})

    def search(self, query: str, *, k: int = 10, documents: Sequence[str] = ()) -> SearchResults:
        return SearchResults(results=())

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> tuple[AnyRecord, ...]:
        return ()

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Answer:
        self.asked.append((question, tuple(history), tuple(documents)))
        if not self._answers:
            raise AssertionError(f"no answer was prepared for {question!r}")
        return self._answers.pop(0)(question)

    def ask_stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Iterator[AskEvent]:
        yield AskEvent(kind="step", text="Đọc câu hỏi")
        answer = self.ask(question, history=history, documents=documents)
        yield AskEvent(kind="step", text=f"Tìm trong {len(self._details)} tài liệu")
        for word in answer.answer.split(" "):
            yield AskEvent(kind="token", text=f"{word} ")
        yield AskEvent(kind="answer", answer=answer)

    def check(
        self,
        document: str | Path | Upload,
        *,
        against: Sequence[str | Path | Upload] = (),
        form: bool = False,
    ) -> Check:
        if not isinstance(document, Upload):
            raise NotImplementedError("the pages hand over bytes")
        content = document.content.read()
        if form and not document.name.endswith(".docx"):
            raise BadRequest(f"Tệp {document.name} không phải .docx; hãy chọn tệp Word.")
        if not content.strip():
            raise EmptyFile(f"Tệp {document.name} không có chữ nào; hãy kiểm tra lại tệp đã chọn.")
        self.checks.append((document.name, content, tuple(str(one) for one in against)))
        return checked(document.name)

    def feedback(
        self,
        answer: Answer,
        *,
        opinion: Opinion,
        comment: str = "",
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
    ) -> FeedbackReceipt:
        self.opinions.append((answer.id, opinion, comment, tuple(history), tuple(documents)))
        return FeedbackReceipt(id="gop-y")

    def health(self) -> Health:
        return Health(
            status="degraded" if self._degraded else "ok",
            documents=len(self._details),
            units=1,
            embedded=1,
            embedding_model="fake",
            chat_model=None,
            degraded=self._degraded,
        )
