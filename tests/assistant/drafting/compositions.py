"""A composition written by hand: two chapters, slots of several kinds, an item with a dash."""

from __future__ import annotations

from decimal import Decimal

from assistant.drafting.model import (
    Composition,
    LedgerEntry,
    Paragraph,
    SectionText,
    Sentence,
    Slot,
    SlotKind,
)
from ingest.model import Source


def cell(row: int) -> Source:
    return Source(document_id="pl", file="pl.docx", table=1, row=row, column="Số liệu", quote="x")


def slot(
    mark: str, text: str, kind: SlotKind = "value", *, value: str | None = None, row: int = 1
) -> Slot:
    return Slot(
        id=mark,
        key=f"k:{mark}",
        kind=kind,
        text=text,
        value=Decimal(value) if value else None,
        indicator=f"chỉ tiêu {row}",
        evidence=(cell(row),),
    )


SLOTS = {
    one.id: one
    for one in (
        slot("F1", "năm 2031", "period"),
        slot("F2", "46 đồ án", value="46", row=2),
        slot("F3", "41 đồ án", value="41", row=3),
        slot("F4", "89,1%", "share", value="89.1", row=4),
        slot("F5", "Kế hoạch số 19/KH-SXD ngày 24/02/2031", "document", row=5),
        slot("F6", "7.318 hồ sơ", value="7318", row=6),
        slot("F7", "05 cuộc", value="5", row=7),
        slot("F8", "05 phòng", value="5", row=8),
    )
}


def paragraph(*templates: str, bullet: bool = False) -> Paragraph:
    return Paragraph(sentences=tuple(Sentence(template=text) for text in templates), bullet=bullet)


RESULTS = SectionText(
    key="I.1",
    title="Cải cách thủ tục hành chính",
    level=2,
    paragraphs=(
        paragraph(
            "Thực hiện {F5}, trong {F1} Sở được giao thẩm định {F2}, đã thẩm định {F3}, đạt {F4}.",
            "Các đồ án còn lại đang được hoàn thiện hồ sơ.",
        ),
        paragraph("Tiếp nhận {F6} trên môi trường mạng;", bullet=True),
        paragraph("Kiểm tra {F7} tại {F8}.", bullet=True),
    ),
)

COMPOSITION = Composition(
    title="BÁO CÁO",
    subject=Sentence(template="Kết quả cải cách hành chính {F1}"),
    opening=(paragraph("Sở Xây dựng báo cáo kết quả cải cách hành chính {F1} như sau:"),),
    sections=(
        SectionText(key="I", title="Kết quả thực hiện"),
        RESULTS,
        SectionText(
            key="II",
            title="Phương hướng",
            paragraphs=(paragraph("Sở tiếp tục thực hiện các nhiệm vụ được giao."),),
        ),
    ),
    closing=(paragraph("Trên đây là báo cáo của Sở Xây dựng./."),),
    recipients=("Sở Nội vụ", "Lãnh đạo Sở", "Lưu: VT, VP"),
    slots=SLOTS,
    ledger=tuple(
        LedgerEntry(
            record_id=f"r{row}", indicator=f"chỉ tiêu {row}", section="I.1", used=True,
            source=cell(row),
        )
        for row in (2, 3, 6, 7)
    ),
)  # fmt: skip
