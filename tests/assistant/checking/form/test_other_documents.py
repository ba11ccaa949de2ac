from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from assistant.answer import Check, CheckSummary, Finding
from assistant.checking.form import form_findings, with_form
from ingest.errors import BrokenFile
from ingest.model import Source
from tests.assistant.checking.form.official import (
    Parts,
    broken,
    findings,
    line,
    retype,
)

ROOT = Path(__file__).parents[4]
SAMPLES = sorted((ROOT / "samples").glob("*.docx"))
REAL = sorted((ROOT.parent / "shared" / "files").glob("*.docx"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_samples_are_in_official_form(path: Path) -> None:
    assert [one.message for one in form_findings(path)] == []


@pytest.mark.skipif(not REAL, reason="../shared/files is not there")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_a_real_document_is_read_without_an_error_of_its_own(path: Path) -> None:
    assert all(one.severity in ("warning", "info") for one in form_findings(path))


def test_a_document_without_letterhead_is_told_so_and_no_more(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        table = parts.document.tables[0]._tbl
        table.getparent().remove(table)

    (one,) = findings(tmp_path, change)
    assert broken([one]) == {"phan-mo-dau"}
    assert one.severity == "info"


def test_an_empty_document_has_nothing_to_say(tmp_path: Path) -> None:
    path = tmp_path / "trong.docx"
    Document().save(str(path))
    assert form_findings(path) == ()


def test_a_file_that_is_no_docx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(b"not a zip")
    with pytest.raises(BrokenFile):
        form_findings(path)


def test_a_section_that_names_no_paper_is_letter(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        properties = parts.section._sectPr
        for name in ("w:pgSz", "w:pgMar"):
            properties.remove(properties.find(qn(name)))

    found = findings(tmp_path, change)
    assert broken(found) == {"kho-giay", "le-trang"}
    assert any("216 × 279 mm" in one.message for one in found)


def test_looks_come_through_styles_and_document_defaults(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        small = parts.document.styles.add_style("Nhỏ", 1)
        small.base_style = parts.document.styles["Normal"]
        small.font.size = Pt(12)
        derived = parts.document.styles.add_style("Nhỏ hơn nữa", 1)
        derived.base_style = small
        parts.text.style = derived

    assert broken(findings(tmp_path, change)) == {"noi-dung-co-chu"}


def test_a_theme_font_is_the_font_that_the_theme_names(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        fonts = parts.text.runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:asciiTheme"), "minorHAnsi")
        fonts.set(qn("w:hAnsiTheme"), "minorHAnsi")

    (one,) = findings(tmp_path, change)
    assert broken([one]) == {"phong-chu"}


def test_capitals_made_by_the_look_count_as_capitals(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        retype(parts.title, "Quyết định")
        parts.title.runs[0].font.all_caps = True

    assert findings(tmp_path, change) == []


@pytest.mark.parametrize("blank", ["Số:       /QĐ-SXD", "Số: …/QĐ-SXD", "Số: ...../QĐ-SXD"])
def test_a_number_that_is_still_to_be_given_is_no_fault(tmp_path: Path, blank: str) -> None:
    assert findings(tmp_path, lambda p: retype(p.number, blank)) == []


@pytest.mark.parametrize(
    "dated", ["An Hải, ngày    tháng    năm 2027", "TP. An Hải, ngày 31 tháng 12 năm 2027"]
)
def test_usual_dates_are_in_form(tmp_path: Path, dated: str) -> None:
    assert findings(tmp_path, lambda p: retype(p.dated, dated)) == []


def test_a_list_of_addressees_is_no_text(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        for base in (parts.base, parts.last_base, parts.authority, parts.decides):
            base._p.getparent().remove(base._p)
        retype(parts.title, "BÁO CÁO")
        listed = parts.article.insert_paragraph_before("- Sở Nội vụ.")
        listed.paragraph_format.left_indent = Cm(5)
        to = listed.insert_paragraph_before("Kính gửi:")
        to.paragraph_format.left_indent = Cm(4)

    assert findings(tmp_path, change) == []


def test_a_base_with_a_date_is_not_the_date_of_the_document(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        parts.dated._p.getparent().remove(parts.dated._p)
        retype(parts.base, "Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;")

    (one,) = findings(tmp_path, change)
    assert broken([one]) == {"thanh-phan"}


def test_a_letterhead_of_tabulators_is_read_column_by_column(tmp_path: Path) -> None:
    path = tmp_path / "tab.docx"
    document = Document()
    for left, right in (
        ("SỞ XÂY DỰNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số: 5/BC-SXD", "Độc lập - Tự do - Hạnh phúc"),
    ):
        document.add_paragraph().add_run(f"{left}\t{right}").bold = True
    document.save(str(path))
    found = form_findings(path)
    assert "so-hai-chu-so" in broken(list(found))
    assert not [one for one in found if "căn trái" in one.message]


@pytest.mark.parametrize(
    "number", ["Số: 12/2027/QĐ-UBND", "Số: 535/SNV-TTr", "Số: 117/NQ-HĐND", "Số: 04/KH-BCĐ389"]
)
def test_usual_numbers_are_in_form(tmp_path: Path, number: str) -> None:
    assert findings(tmp_path, lambda p: retype(p.number, number)) == []


def test_an_issuer_over_two_lines_is_bold_in_both(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        retype(parts.parent, "ỦY BAN NHÂN DÂN")
        parts.parent.runs[0].bold = True
        retype(parts.issuer, "TỈNH AN HẢI")

    assert findings(tmp_path, change) == []


def test_lines_between_breaks_are_looked_at_one_by_one(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        parts.country.runs[0].add_break()
        second = parts.country.add_run("Độc lập - Tự do - Hạnh phúc")
        second.font.size, second.bold, second.italic = Pt(12), True, False
        parts.motto._p.getparent().remove(parts.motto._p)

    (one,) = findings(tmp_path, change)
    assert one.left.quote == "Độc lập - Tự do - Hạnh phúc"
    assert "cỡ chữ 12" in one.message


def test_a_signature_on_behalf_has_two_lines_of_capacity(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        retype(parts.office, "KT. GIÁM ĐỐC")
        line(_cell(parts), "PHÓ GIÁM ĐỐC", 14)
        added = _cell(parts).paragraphs[-1]
        parts.office._p.addnext(added._p)

    (one,) = findings(tmp_path, change)
    assert broken([one]) == {"chu-ky"}
    assert one.left.quote == "PHÓ GIÁM ĐỐC"


def _cell(parts: Parts):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return parts.document.tables[1].rows[0].cells[1]


def test_a_check_with_form_counts_its_findings() -> None:
    source = Source(document_id="a", file="a.docx", quote="x")
    wrong = Finding(code="contradiction", severity="info", message="m", left=source)
    form = Finding(code="format", severity="warning", message="f", left=source)
    joined = with_form(
        Check(file="a.docx", findings=(wrong,), summary=CheckSummary(infos=1)), (form,)
    )
    assert joined.findings == (form, wrong)
    assert (joined.summary.warnings, joined.summary.infos) == (1, 1)
