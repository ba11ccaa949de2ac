"""Invented documents, answers and a check, of a department that does not exist."""

from __future__ import annotations

from assistant.answer import (
    Answer,
    Check,
    CheckSummary,
    Citation,
    DocumentDetails,
    Figure,
    Finding,
)
from ingest.model import (
    Counts,
    Deadline,
    Document,
    DocumentKind,
    EvidenceUnit,
    Indicator,
    Period,
    Problem,
    Ref,
    Source,
    Target,
    Task,
)

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
