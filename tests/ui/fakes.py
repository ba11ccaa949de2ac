"""A whole service in memory, with invented documents of a department that does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from assistant.answer import (
    Answer,
    Check,
    CheckSummary,
    Citation,
    CorrectionList,
    DocumentDetails,
    DocumentList,
    Figure,
    Finding,
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
    Deadline,
    Document,
    DocumentKind,
    EvidenceUnit,
    Indicator,
    Period,
    Problem,
    RecordKind,
    Ref,
    Source,
    Target,
    Task,
)
from tests.ui.drafts import DraftVerbs
from vectorstore.search import RecordFilter

PLAN_ID = "ke-hoach"
STATISTICS_ID = "thong-ke"

LEAD_SOURCE = Source(
    document_id=PLAN_ID,
    file="ke-hoach-cchc-2026.docx",
    page=3,
    section=("II", "Cải cách thủ tục hành chính"),
    table=1,
    row=9,
    column="Chủ trì",
    quote="Phòng Một cửa",
)
PROSE_SOURCE = Source(
    document_id=PLAN_ID,
    file="ke-hoach-cchc-2026.docx",
    page=1,
    section=("I", "Mục tiêu"),
    quote="tối thiểu 65% giao dịch thanh toán trực tuyến",
)
PARAGRAPH = (
    "Phấn đấu đến hết năm 2026 có tối thiểu 65% giao dịch thanh toán trực tuyến "
    "và mọi hồ sơ được trả đúng hẹn."
)
VALUE_SOURCE = Source(
    document_id=STATISTICS_ID,
    file="thong-ke-2026.xlsx",
    section=("III",),
    table=2,
    row=14,
    column="Kết quả › Số liệu",
    quote="61,4 %",
)

TASK = Task(
    id="t1",
    document_id=PLAN_ID,
    key="II.3",
    section=LEAD_SOURCE.section,
    source=LEAD_SOURCE,
    text="Mở rộng thanh toán trực tuyến tại Bộ phận Một cửa",
    products=("Báo cáo kết quả",),
    lead=("Phòng Một cửa",),
    coordinating=("Văn phòng Sở", "Trung tâm Số"),
    deadline=Deadline(text="Quý II/2026", kind="period", from_="2026-04-01", to="2026-06-30"),
)
TARGET = Target(
    id="c1",
    document_id=PLAN_ID,
    key="I.2",
    section=PROSE_SOURCE.section,
    source=PROSE_SOURCE,
    text=PARAGRAPH,
    metric="giao dịch thanh toán trực tuyến",
    comparator=">=",
    value="65",
    unit="%",
    horizon=Period(from_=2026, to=2026),
)
INDICATOR = Indicator(
    id="s1",
    document_id=STATISTICS_ID,
    key="III.4",
    source=VALUE_SOURCE,
    name="Tỷ lệ giao dịch thanh toán trực tuyến",
    role="actual",
    unit="%",
    value="61.4",
    value_text="61,4 %",
    period=Period(from_=2026, to=2026),
)
BLANK_INDICATOR = Indicator(
    id="s2",
    document_id=STATISTICS_ID,
    key="III.5",
    source=VALUE_SOURCE.model_copy(update={"row": 15, "quote": "Số hồ sơ trả trễ"}),
    name="Số hồ sơ trả trễ",
)
REF = Ref(
    id="r1",
    document_id=PLAN_ID,
    key="I",
    source=PROSE_SOURCE,
    number="12/KH-UBND",
    type="Kế hoạch",
)


def plan() -> DocumentDetails:
    """A yearly plan with one task, one target and a reading problem."""
    return DocumentDetails(
        document=Document(
            id=PLAN_ID,
            file="ke-hoach-cchc-2026.docx",
            path="ke-hoach-cchc-2026.docx",
            title="Kế hoạch cải cách hành chính năm 2026",
            kind=DocumentKind.PLAN,
            issuer="Sở Chuyển đổi Hành chính",
            number="07/KH-SCĐHC",
            date="2026-01-15",
            period=Period(from_=2026, to=2026),
            counts=Counts(pages=6, tables=1, targets=1, tasks=1, refs=1, passages=40),
            problems=(
                Problem(
                    code="column_shift",
                    message="Dòng 12 của bảng 1 có thời hạn nằm ở cột Kinh phí; hãy xem lại.",
                    source=LEAD_SOURCE.model_copy(update={"row": 12, "quote": "Quý IV/2026"}),
                ),
            ),
        ),
        records={
            "targets": (TARGET.model_dump(mode="json", by_alias=True),),
            "tasks": (TASK.model_dump(mode="json", by_alias=True),),
            "indicators": (),
            "refs": (REF.model_dump(mode="json", by_alias=True),),
        },
        units=(
            EvidenceUnit(
                id="u1",
                document_id=PLAN_ID,
                kind="passage",
                text=PARAGRAPH,
                search_text=PARAGRAPH,
                source=PROSE_SOURCE.model_copy(update={"quote": PARAGRAPH}),
            ),
        ),
    )


def statistics() -> DocumentDetails:
    """A statistics annex that names neither issuer nor number nor date."""
    return DocumentDetails(
        document=Document(
            id=STATISTICS_ID,
            file="thong-ke-2026.xlsx",
            path="thong-ke-2026.xlsx",
            kind=DocumentKind.STATISTICS_ANNEX,
            counts=Counts(tables=2, indicators=2),
        ),
        records={
            "indicators": (
                INDICATOR.model_dump(mode="json", by_alias=True),
                BLANK_INDICATOR.model_dump(mode="json", by_alias=True),
            )
        },
        units=(),
    )


def good_answer(question: str) -> Answer:
    """An answer from a task row, a paragraph and a statistics row."""
    return Answer(
        id="a1",
        question=question,
        status="answered",
        answer=(
            "Theo từng tài liệu:\n\n"
            "- **Kế hoạch năm 2026**: Phòng Một cửa chủ trì, hạn Quý II/2026 [1]; "
            "mục tiêu tối thiểu 65% giao dịch [2].\n"
            "- **Phụ lục thống kê năm 2026**: đã đạt 61,4 % [3]."
        ),
        path="records",
        citations=(
            Citation(n=1, source=LEAD_SOURCE),
            Citation(n=2, source=PROSE_SOURCE),
            Citation(n=3, source=VALUE_SOURCE),
        ),
        figures=(
            Figure(text="65%", value="65", unit="%", role="plan", verdict="match", citation=2),
            Figure(text="61,4 %", value="61.4", unit="%", role="actual", citation=3),
        ),
        interpreted_as="Đơn vị nào chủ trì chỉ tiêu thanh toán trực tuyến?",
        timings_ms={"total": 41.3},
    )


def refusal(question: str) -> Answer:
    """A refusal that says what is missing and where it looked."""
    return Answer(
        id="a2",
        question=question,
        status="refused",
        answer="",
        reason="Không tài liệu nào trong 2 tài liệu nêu nội dung này.",
        interpreted_as=question,
        notes=("Có thể tải thêm tài liệu của năm được hỏi.",),
    )


def checked(file: str) -> Check:
    """A check that confirmed two figures, found one wrong and left one open; a date claims nothing.

    One finding holds both places, one only its own.
    """
    here = PROSE_SOURCE.model_copy(update={"file": file, "quote": "đạt 64,1% giao dịch"})
    cell = VALUE_SOURCE.model_copy(
        update={"parts": (VALUE_SOURCE.model_copy(update={"quote": "Tỷ lệ giao dịch"}),)}
    )
    figures = (
        Figure(text="12.480 hồ sơ", value="12480", unit="hồ sơ", source=here, evidence=(cell,)),
        Figure(text="75,0%", value="75.0", unit="%", verdict="derived", source=here),
        Figure(
            text="64,1%",
            value="64.1",
            unit="%",
            verdict="contradicted",
            source=here,
            evidence=(cell, LEAD_SOURCE, PROSE_SOURCE),
            explanation="“64,1%” khác “61,4 %” (bảng 2, dòng 14).",
        ),
        Figure(
            text="31 TTHC",
            value="31",
            unit="tthc",
            verdict="unsourced",
            source=here,
            explanation=f"“31 TTHC” của {file} không có trong nguồn nào.",
        ),
        Figure(text="năm 2026", verdict="not_a_claim", source=here),
    )
    findings = (
        Finding(
            code="contradiction",
            severity="error",
            message="“64,1%” khác “61,4 %” (bảng 2, dòng 14).",
            left=here,
            right=cell,
        ),
        Finding(
            code="missing",
            severity="warning",
            message="Không tìm thấy căn cứ của “31 TTHC”.",
            left=here,
        ),
    )
    summary = CheckSummary(
        figures=4,
        match=1,
        errors=1,
        warnings=1,
        verdicts={"match": 1, "derived": 1, "contradicted": 1, "unsourced": 1, "not_a_claim": 1},
    )
    return Check(file=file, figures=figures, findings=findings, summary=summary)


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
