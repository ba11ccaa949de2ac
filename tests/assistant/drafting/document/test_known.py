"""What the issuer block says: settings first, then the documents, else an open place."""

from __future__ import annotations

from assistant.drafting.document.closing import listed
from assistant.drafting.document.form import UNKNOWN
from assistant.drafting.document.known import FormSettings, official_form
from assistant.drafting.document.wrapping import balanced
from ingest.model import Document, EvidenceUnit, Reading, Source


def reading(said: str = "", **document: str) -> Reading:
    source = Source(document_id="a", file="a.docx", quote=said)
    unit = EvidenceUnit(
        id="u", document_id="a", kind="passage", text=said, search_text=said, source=source
    )
    return Reading(
        document=Document.model_validate({"id": "a", "file": "a", "path": "a", **document}),
        sha256="0",
        reader_version="1",
        units=(unit,) if said else (),
    )


def test_nothing_known_is_left_open() -> None:
    form = official_form(FormSettings(), [reading()], year=2031)
    assert (form.issuer, form.parent_body, form.place, form.signer_title) == (UNKNOWN,) * 4
    assert form.number_code == "BC"


def test_the_documents_name_issuer_place_and_number_code() -> None:
    annex = reading(issuer="Sở Nội vụ", province="Bình Lục")
    plan = reading(issuer="Sở Nội vụ", number="07/KH-SNV")
    form = official_form(FormSettings(), [annex, plan], year=2031)
    assert (form.issuer, form.place, form.number_code) == ("Sở Nội vụ", "Bình Lục", "BC-SNV")


def test_province_or_city_is_never_guessed() -> None:
    silent = reading(issuer="Sở Y tế", province="Bình Lục")
    assert official_form(FormSettings(), [silent], year=2031).parent_body == UNKNOWN
    told = reading("theo Kế hoạch của thành phố Bình Lục", issuer="Sở Y tế", province="Bình Lục")
    form = official_form(FormSettings(), [told], year=2031)
    assert form.parent_body == "UBND thành phố Bình Lục"


def test_initials_number_a_report_where_no_document_does() -> None:
    annex = reading(issuer="Sở Khoa học và Công nghệ")
    assert official_form(FormSettings(), [annex], year=2031).number_code == "BC-SKHCN"


def test_another_issuers_number_is_not_taken() -> None:
    annex = reading(issuer="Sở Y tế")
    directive = reading(issuer="Sở Nội vụ", number="95/CV-SNV")
    assert official_form(FormSettings(), [annex, directive], year=2031).number_code == "BC-SYT"


def test_settings_go_before_documents() -> None:
    settings = FormSettings(
        issuer="Ban Quản lý khu kinh tế", place="Vũng Xa", number_code="BC-BQL", signer_title="Q."
    )
    annex = reading(issuer="Sở Y tế", province="Bình Lục", number="1/BC-SYT")
    form = official_form(settings, [annex], year=2031)
    assert (form.issuer, form.place, form.number_code, form.signer_title) == (
        "Ban Quản lý khu kinh tế", "Vũng Xa", "BC-BQL", "Q.",
    )  # fmt: skip


def test_recipients_end_with_the_archive() -> None:
    assert listed(("- Như trên;", "Lưu: VT, VP.", "  Lãnh đạo Sở ;")) == (
        "- Như trên;", "- Lãnh đạo Sở;", "- Lưu: VT, VP.",
    )  # fmt: skip
    assert listed(()) == ("- Lưu: VT.",)


def test_centred_lines_are_of_like_length() -> None:
    title = "Kết quả thực hiện công tác cải cách hành chính năm 2031 của Sở Khoa học và Công nghệ"
    lines = balanced(title, 58)
    assert " ".join(lines) == title
    assert len(lines) == 2
    assert max(map(len, lines)) - min(map(len, lines)) < 12
    assert balanced("Ngắn", 58) == ("Ngắn",)
    assert balanced("", 58) == ("",)
