"""The written report: the decree's form, real styles, and an annex that reads back the same."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from assistant.checking.form import form_findings
from assistant.drafting.document.form import Approval, OfficialForm
from assistant.drafting.document.writing import DRAFT_MARK, write_docx
from assistant.drafting.model import Composition, SectionText
from ingest.model import Indicator, Reading
from ingest.pipeline import read_file
from tests.assistant.drafting.annexes import lines, read, write_annex
from tests.assistant.drafting.compositions import COMPOSITION

FORM = OfficialForm(
    issuer="Sở Xây dựng",
    parent_body="UBND tỉnh Đông Hải",
    place="Đông Hải",
    signer_title="Giám đốc",
    number_code="BC-SXD",
    year=2031,
)


def annex(folder: Path, seed: int, *, values: tuple[str, ...] = ("Số liệu",)) -> Reading:
    rng = random.Random(seed)
    rows = lines(rng, values=len(values))
    return read(write_annex(folder / f"phu-luc-{seed}.docx", rows, values=values))


def written(
    folder: Path, reading: Reading | None, *, form: OfficialForm = FORM, **more: object
) -> Path:
    path = folder / "bao-cao.docx"
    approved = more.get("approved")
    assert approved is None or isinstance(approved, Approval)
    write_docx(COMPOSITION, form, reading, path, approved=approved)
    return path


def facts(one: Indicator) -> tuple[object, ...]:
    return (
        one.key, one.headings, one.parent, one.name, one.subject, one.role, one.unit, one.value,
        one.value_text, one.meaning, one.note,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_the_annex_reads_back_as_the_records_it_was_made_of(tmp_path: Path, seed: int) -> None:
    source = annex(tmp_path, seed)
    path = written(tmp_path, source)
    back = read_file(path, document_id="b", shown_path=str(path))
    assert source.indicators
    assert [*map(facts, back.indicators)] == [*map(facts, source.indicators)]


def test_several_value_columns_read_back_with_their_roles_and_years(tmp_path: Path) -> None:
    names = ("Kế hoạch năm 2031", "Thực hiện năm 2031", "Thực hiện năm 2030")
    source = annex(tmp_path, 11, values=names)
    assert len({(one.role, one.period and one.period.to) for one in source.indicators}) == 3
    path = written(tmp_path, source)
    back = read_file(path, document_id="b", shown_path=str(path))
    assert [(facts(one), one.period and one.period.to) for one in back.indicators] == [
        (facts(one), one.period and one.period.to) for one in source.indicators
    ]


def test_a_blank_value_stays_a_blank_cell(tmp_path: Path) -> None:
    source = annex(tmp_path, 3)
    blanks = {one.name for one in source.indicators if one.value_text is None}
    assert blanks
    table = docx.Document(str(written(tmp_path, source))).tables[-1]
    shown = {(row.cells[1].text, row.cells[3].text) for row in table.rows}
    assert any((name, "") in shown for name in blanks)


@pytest.mark.parametrize("approved", [None, Approval("Người duyệt", "2031-12-05T08:30:00+07:00")])
def test_the_form_check_finds_nothing(tmp_path: Path, approved: Approval | None) -> None:
    path = written(tmp_path, annex(tmp_path, 1), approved=approved)
    assert [one.message for one in form_findings(path)] == []


def test_an_unknown_issuer_leaves_places_open_and_breaks_no_rule(tmp_path: Path) -> None:
    path = written(tmp_path, annex(tmp_path, 1), form=OfficialForm(year=2031))
    assert [one.message for one in form_findings(path)] == []
    head = docx.Document(str(path)).tables[0]
    assert "…, ngày" in head.cell(0, 1).text


def test_headings_are_word_headings_with_their_numbers(tmp_path: Path) -> None:
    document = docx.Document(str(written(tmp_path, None)))
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style is not None and (paragraph.style.name or "").startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "I. KẾT QUẢ THỰC HIỆN"),
        ("Heading 2", "1. Cải cách thủ tục hành chính"),
        ("Heading 1", "II. PHƯƠNG HƯỚNG"),
    ]


def test_a_title_that_has_its_number_gets_no_second_one(tmp_path: Path) -> None:
    section = SectionText(key="I.2", title="2. Cải cách thể chế", level=2)
    composition: Composition = COMPOSITION.model_copy(update={"sections": (section,)})
    write_docx(composition, FORM, None, tmp_path / "a.docx")
    texts = [one.text for one in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert "2. Cải cách thể chế" in texts


def test_every_page_says_draft_until_it_is_approved(tmp_path: Path) -> None:
    source = annex(tmp_path, 2)
    draft = docx.Document(str(written(tmp_path, source)))
    for section in draft.sections:
        assert DRAFT_MARK in section.header.paragraphs[-1].text
        assert DRAFT_MARK in section.first_page_header.paragraphs[0].text
    approved = Approval("Trần Người Duyệt", "2031-12-05T08:30:00+07:00")
    final = docx.Document(str(written(tmp_path, source, approved=approved)))
    for section in final.sections:
        margins = (*section.header.paragraphs, *section.first_page_header.paragraphs)
        assert all("DỰ THẢO" not in paragraph.text for paragraph in margins)
    said = final.core_properties.comments
    assert said == "Đã duyệt: Trần Người Duyệt, 08:30 ngày 05/12/2031"
    assert all("Trần Người Duyệt" not in paragraph.text for paragraph in final.paragraphs)


def test_a_draft_tells_who_reads_it_that_it_is_one(tmp_path: Path) -> None:
    source = annex(tmp_path, 2)
    path = written(tmp_path, source)
    codes = [one.code for one in read_file(path, document_id="b", shown_path="b").document.problems]
    assert "draft" in codes
    approved = written(tmp_path, source, approved=Approval("A", "2031-12-05T08:30:00+07:00"))
    read_back = read_file(approved, document_id="b", shown_path="b").document
    assert "draft" not in [one.code for one in read_back.problems]


def test_the_annex_is_a_landscape_section_with_a_repeated_header(tmp_path: Path) -> None:
    document = docx.Document(str(written(tmp_path, annex(tmp_path, 5))))
    body, landscape = document.sections
    assert body.orientation == WD_ORIENT.PORTRAIT
    assert landscape.orientation == WD_ORIENT.LANDSCAPE
    assert 'w:start="1"' in landscape._sectPr.xml
    repeated = ["w:tblHeader" in row._tr.xml for row in document.tables[-1].rows]
    assert repeated[:2] == [True, True]
    assert not any(repeated[2:])


def test_the_signer_has_a_title_and_no_name(tmp_path: Path) -> None:
    document = docx.Document(str(written(tmp_path, None)))
    recipients, signature = document.tables[-1].rows[0].cells
    assert signature.text.split() == ["GIÁM", "ĐỐC"]
    assert recipients.text.split("\n") == [
        "Nơi nhận:", "- Sở Nội vụ;", "- Lãnh đạo Sở;", "- Lưu: VT, VP.",
    ]  # fmt: skip


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    source = annex(tmp_path, 6)
    assert written(tmp_path, source).read_bytes() == written(tmp_path, source).read_bytes()


def test_the_report_opens_in_libreoffice(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    path = written(tmp_path, annex(tmp_path, 7))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert (tmp_path / "bao-cao.pdf").stat().st_size > 10_000
