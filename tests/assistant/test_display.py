from __future__ import annotations

from assistant.answer import Answer, Citation
from assistant.commands import display
from ingest.model import (
    Counts,
    Document,
    DocumentKind,
    Indicator,
    Period,
    Problem,
    Ref,
    Source,
    Target,
)

PLACE = Source(
    document_id="d", file="kế hoạch.docx", page=3, section=("II", "1"), quote="nguyên văn"
)


def test_a_document_shows_only_what_is_known() -> None:
    bare = Document(id="d-1", file="a.docx", path="/x/a.docx")
    assert "None" not in display.document_list([bare])
    full = bare.model_copy(
        update={
            "kind": DocumentKind.PLAN,
            "number": "12/KH-SX",
            "period": Period.model_validate({"from": 2031, "to": 2035}),
            "counts": Counts(tasks=3),
        }
    )
    text = display.document_list([full])
    assert "kế hoạch · 12/KH-SX · giai đoạn 2031-2035" in text
    assert "3 nhiệm vụ" in text


def test_problems_of_a_read_file_follow_it() -> None:
    document = Document(
        id="d",
        file="a.docx",
        path="/x/a.docx",
        problems=(Problem(code="column_shift", message="Cột lệch ở dòng 7."),),
    )
    assert display.ingested([document]).splitlines()[1] == "    lưu ý: Cột lệch ở dòng 7."


def test_a_place_names_what_applies() -> None:
    assert display.place(PLACE) == "kế hoạch.docx, trang 3, mục II.1"
    cell = PLACE.model_copy(update={"page": None, "table": 2, "row": 9, "column": "Chủ trì"})
    assert display.place(cell) == "kế hoạch.docx, mục II.1, bảng 2, dòng 9, cột “Chủ trì”"


def test_records_of_every_kind_are_readable() -> None:
    target = Target(
        id="1", document_id="d", key="I.2", text="Hồ sơ\ntrực tuyến", source=PLACE,
        comparator=">=", value="80", unit="%",
        horizon=Period.model_validate({"from": 2031, "to": 2031}), lead=("Văn phòng",),
    )  # fmt: skip
    blank = Indicator(id="2", document_id="d", key="III.7", name="Số hồ sơ", source=PLACE)
    coded = Indicator(
        id="3", document_id="d", key="IV", name="Có quy chế", source=PLACE,
        value="1", value_text="1", meaning="Có", parent="Tổ chức",
    )  # fmt: skip
    ref = Ref(id="4", document_id="d", key="", number="19/2031/QĐ-UBND", source=PLACE)
    text = display.record_list([target, blank, coded, ref])
    assert "[I.2] Hồ sơ trực tuyến\n    mức: >= 80 %; năm 2031; chủ trì: Văn phòng" in text
    assert "[III.7] Số hồ sơ: (để trống)" in text
    assert "[IV] Tổ chức / Có quy chế: 1\n    nghĩa: Có" in text
    assert "19/2031/QĐ-UBND" in text
    assert text.endswith("Tổng số: 4")


def test_an_answer_lists_its_sources_and_notes() -> None:
    answer = Answer(
        id="a",
        question="?",
        status="answered",
        answer="Văn phòng [1]",
        citations=(Citation(n=1, source=PLACE),),
        interpreted_as="?",
        notes=("Một câu đã được thay.",),
    )
    assert display.answer(answer).splitlines() == [
        "Văn phòng [1]",
        "",
        "Nguồn:",
        "  [1] kế hoạch.docx, trang 3, mục II.1",
        "      “nguyên văn”",
        "Lưu ý: Một câu đã được thay.",
    ]


def test_the_reason_of_a_refusal_is_said_once() -> None:
    refusal = Answer(
        id="a", question="?", status="refused", answer="Không có.", reason="Không có.",
        interpreted_as="?",
    )  # fmt: skip
    assert display.answer(refusal) == "Không có."
    other = refusal.model_copy(update={"reason": "Kho trống."})
    assert "Lý do: Kho trống." in display.answer(other)
