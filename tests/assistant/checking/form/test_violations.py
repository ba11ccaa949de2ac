from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

from assistant.checking.form.ruleset import rules
from tests.assistant.checking.form.official import (
    CENTRE,
    LEFT,
    LONG,
    Parts,
    broken,
    findings,
    line,
    number_pages,
    retype,
)

Change = Callable[[Parts], object]


def _set(**values: Any) -> Callable[[Any], None]:  # noqa: ANN401
    """Set properties of the font of every run of a paragraph."""

    def change(paragraph: Any) -> None:  # noqa: ANN401
        for run in paragraph.runs:
            for name, value in values.items():
                setattr(run.font, name, value)

    return change


def _page(**values: Any) -> Change:  # noqa: ANN401
    def change(parts: Parts) -> None:
        for name, value in values.items():
            setattr(parts.section, name, value)

    return change


def _form(paragraph: Any, **values: Any) -> None:  # noqa: ANN401
    for name, value in values.items():
        setattr(paragraph.paragraph_format, name, value)


def _landscape_without_table(parts: Parts) -> None:
    added = parts.document.add_section()
    added.page_width, added.page_height = Mm(297), Mm(210)
    line(parts.document, "Sơ đồ", 14)


def _footer(parts: Parts) -> None:
    parts.page_number.clear()
    number_pages(parts.section.footer.paragraphs[0])


def _long_without_numbers(parts: Parts) -> None:
    parts.page_number.clear()
    parts.text.runs[0].text = " ".join([LONG] * 40)


def _roman_pages(parts: Parts) -> None:
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:fmt"), "lowerRoman")
    parts.section._sectPr.append(numbering)


def _blank_below_country(parts: Parts) -> None:
    parts.motto.insert_paragraph_before("")


def _second_annex(parts: Parts) -> None:
    for name, title in (("Phụ lục 2", "DANH MỤC BIỂU MẪU"),):
        line(parts.document, name, 14, bold=True)
        line(parts.document, title, 14, bold=True)
    retype(parts.annex, "Phụ lục I")


def _remove(paragraph: Any) -> None:  # noqa: ANN401
    paragraph._p.getparent().remove(paragraph._p)


def _letter_subject(parts: Parts) -> None:
    _remove(parts.title)
    _remove(parts.subject)
    _remove(parts.authority)
    _remove(parts.decides)
    line(parts.left, "V/v tiếp nhận hồ sơ", 14)
    retype(parts.number, "Số: 05/SXD-VP")
    for base in (parts.base, parts.last_base):
        retype(base, "Đề nghị các đơn vị phối hợp.")
        _set(italic=False)(base)


CASES: list[tuple[str, str, Change]] = [
    ("kho-giay", "khổ Letter", _page(page_width=Mm(216), page_height=Mm(279))),
    ("chieu-trang", "trang ngang không bảng", _landscape_without_table),
    ("le-trang", "lề trái hẹp", _page(left_margin=Mm(25))),
    ("le-trang", "lề phải rộng", _page(right_margin=Mm(25))),
    ("le-trang", "lề trên rộng", _page(top_margin=Mm(30))),
    ("le-trang", "lề dưới hẹp", _page(bottom_margin=Mm(15))),
    ("phong-chu", "phông khác", lambda p: _set(name="Arial")(p.text)),
    ("mau-chu", "chữ đỏ", lambda p: setattr(p.text.runs[0].font.color, "rgb", RGBColor(255, 0, 0))),
    ("so-trang-co", "không số trang", _long_without_numbers),
    ("so-trang-vi-tri", "số trang ở lề dưới", _footer),
    ("so-trang-vi-tri", "số trang căn trái", lambda p: setattr(p.page_number, "alignment", LEFT)),
    ("so-trang-trang-dau", "trang đầu có số", _page(different_first_page_header_footer=False)),
    ("so-trang-kieu", "số trang nhỏ", lambda p: _set(size=Pt(11))(p.page_number)),
    ("so-trang-kieu", "số trang nghiêng", lambda p: _set(italic=True)(p.page_number)),
    ("so-trang-kieu", "số trang La Mã", _roman_pages),
    ("quoc-hieu", "không đậm", lambda p: _set(bold=False)(p.country)),
    ("quoc-hieu", "cỡ 14", lambda p: _set(size=Pt(14))(p.country)),
    ("quoc-hieu", "in thường", lambda p: retype(p.country, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    ("quoc-hieu-chu", "sai chữ", lambda p: retype(p.country, "CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM")),
    ("tieu-ngu", "nghiêng", lambda p: _set(italic=True)(p.motto)),
    ("tieu-ngu", "cỡ 12", lambda p: _set(size=Pt(12))(p.motto)),
    ("tieu-ngu", "không giữa", lambda p: setattr(p.motto, "alignment", LEFT)),
    ("tieu-ngu-chu", "gạch dài", lambda p: retype(p.motto, "Độc lập – Tự do – Hạnh phúc")),
    ("tieu-ngu-chu", "gạch liền", lambda p: retype(p.motto, "Độc lập-Tự do-Hạnh phúc")),
    ("tieu-ngu-chu", "viết hoa", lambda p: retype(p.motto, "Độc Lập - Tự Do - Hạnh Phúc")),
    ("tieu-ngu-lien", "dòng trống", _blank_below_country),
    ("co-quan-chu-quan", "đậm", lambda p: _set(bold=True)(p.parent)),
    ("co-quan-chu-quan", "cỡ 11", lambda p: _set(size=Pt(11))(p.parent)),
    ("co-quan-ban-hanh", "không đậm", lambda p: _set(bold=False)(p.issuer)),
    ("co-quan-ban-hanh", "in thường", lambda p: retype(p.issuer, "Sở Xây dựng")),
    ("so-ky-hieu", "cỡ 14", lambda p: _set(size=Pt(14))(p.number)),
    ("so-ky-hieu", "nghiêng", lambda p: _set(italic=True)(p.number)),
    ("so-ky-hieu-dang", "không hai chấm", lambda p: retype(p.number, "Số 05/QĐ-SXD")),
    ("so-ky-hieu-dang", "gạch chéo hai lần", lambda p: retype(p.number, "Số: 05/QĐ_SXD")),
    ("so-hai-chu-so", "một chữ số", lambda p: retype(p.number, "Số: 5/QĐ-SXD")),
    ("so-khoang-trang", "cách trước /", lambda p: retype(p.number, "Số: 05 /QĐ-SXD")),
    ("so-khoang-trang", "cách quanh -", lambda p: retype(p.number, "Số: 05/QĐ - SXD")),
    ("dia-danh-ngay", "cỡ 12", lambda p: _set(size=Pt(12))(p.dated)),
    ("dia-danh-ngay", "không giữa", lambda p: setattr(p.dated, "alignment", LEFT)),
    ("dia-danh-nghieng", "đứng", lambda p: _set(italic=False)(p.dated)),
    (
        "dia-danh-dau-phay",
        "không phẩy",
        lambda p: retype(p.dated, "An Hải ngày 09 tháng 02 năm 2027"),
    ),
    ("ngay-so-0", "ngày một chữ số", lambda p: retype(p.dated, "An Hải, ngày 9 tháng 02 năm 2027")),
    (
        "ngay-so-0",
        "tháng một chữ số",
        lambda p: retype(p.dated, "An Hải, ngày 19 tháng 1 năm 2027"),
    ),
    ("ten-loai", "không đậm", lambda p: _set(bold=False)(p.title)),
    ("ten-loai", "in thường", lambda p: retype(p.title, "Quyết định")),
    ("ten-loai", "cỡ 16", lambda p: _set(size=Pt(16))(p.title)),
    ("ten-loai", "căn trái", lambda p: setattr(p.title, "alignment", LEFT)),
    ("trich-yeu", "căn trái", lambda p: setattr(p.subject, "alignment", LEFT)),
    ("trich-yeu", "in hoa", lambda p: retype(p.subject, "BAN HÀNH QUY TRÌNH")),
    ("trich-yeu", "cỡ 12", lambda p: _set(size=Pt(12))(p.subject)),
    ("trich-yeu-dam", "không đậm", lambda p: _set(bold=False)(p.subject)),
    ("trich-yeu-cong-van", "cỡ 14", _letter_subject),
    ("can-cu", "đứng", lambda p: _set(italic=False)(p.base)),
    ("can-cu", "cỡ 12", lambda p: _set(size=Pt(12))(p.base)),
    ("can-cu-dau-cau", "phẩy", lambda p: retype(p.base, "Căn cứ Luật Xây dựng,")),
    (
        "can-cu-dau-cau",
        "cuối là ;",
        lambda p: retype(p.last_base, "Theo đề nghị của Chánh Văn phòng Sở;"),
    ),
    ("noi-dung-co-chu", "cỡ 12", lambda p: _set(size=Pt(12))(p.text)),
    ("noi-dung-canh-le", "căn trái", lambda p: setattr(p.text, "alignment", LEFT)),
    ("noi-dung-lui-dong", "không lùi", lambda p: _form(p.text, first_line_indent=Cm(0))),
    ("noi-dung-lui-dong", "lùi 2 cm", lambda p: _form(p.text, first_line_indent=Cm(2))),
    ("noi-dung-cach-doan", "sát nhau", lambda p: _form(p.text, space_before=Pt(0))),
    ("noi-dung-cach-dong", "hai dòng", lambda p: _form(p.text, line_spacing=2.0)),
    ("noi-dung-cach-dong", "đúng 12 pt", lambda p: _form(p.text, line_spacing=Pt(12))),
    ("dieu-dam", "không đậm", lambda p: _set(bold=False)(p.article)),
    ("noi-nhan", "không nghiêng", lambda p: _set(italic=False)(p.label)),
    ("noi-nhan", "cỡ 14", lambda p: _set(size=Pt(14))(p.label)),
    ("noi-nhan-danh-sach", "cỡ 12", lambda p: _set(size=Pt(12))(p.recipient)),
    ("noi-nhan-dau-cau", "phẩy", lambda p: retype(p.recipient, "- Như Điều 1,")),
    ("noi-nhan-dau-cau", "không gạch", lambda p: retype(p.recipient, "Như Điều 1;")),
    ("noi-nhan-dau-cau", "cuối là ;", lambda p: retype(p.archive, "- Lưu: VT, QLN;")),
    ("noi-nhan-luu", "không lưu", lambda p: retype(p.archive, "- Văn phòng Sở.")),
    ("chu-ky", "không đậm", lambda p: _set(bold=False)(p.office)),
    ("chu-ky", "in thường", lambda p: retype(p.office, "Giám đốc")),
    ("ho-ten", "không đậm", lambda p: _set(bold=False)(p.name)),
    ("ho-ten", "in hoa", lambda p: retype(p.name, "HỌ VÀ TÊN")),
    ("phu-luc", "cỡ 13", lambda p: _set(size=Pt(13))(p.annex)),
    ("phu-luc", "căn trái", lambda p: setattr(p.annex, "alignment", LEFT)),
    ("phu-luc-so", "chữ số Ả Rập", _second_annex),
    ("phu-luc-tieu-de", "in thường", lambda p: retype(p.annex_title, "Danh mục hồ sơ")),
    ("phu-luc-kem-theo", "đứng", lambda p: _set(italic=False)(p.annex_origin)),
    ("thanh-phan", "không quốc hiệu", lambda p: _remove(p.country)),
    ("thanh-phan", "không tiêu ngữ", lambda p: _remove(p.motto)),
    ("thanh-phan", "không số", lambda p: _remove(p.number)),
    ("thanh-phan", "không ngày", lambda p: _remove(p.dated)),
    ("kinh-gui", "nghiêng", lambda p: _set(italic=True)(_addressed(p))),
]


def _addressed(parts: Parts) -> Any:  # noqa: ANN401
    paragraph = parts.base.insert_paragraph_before()
    paragraph.alignment = CENTRE
    paragraph.add_run("Kính gửi: Sở Nội vụ")
    return paragraph


@pytest.mark.parametrize(
    ("rule", "what", "change"), CASES, ids=[f"{rule}: {what}" for rule, what, _ in CASES]
)
def test_one_violation_gives_exactly_its_rule(
    tmp_path: Path, rule: str, what: str, change: Change
) -> None:
    found = findings(tmp_path, change)
    assert broken(found) == {rule}, [one.message for one in found]
    assert {one.code for one in found} == {"format"}


def test_a_document_in_official_form_has_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


def test_every_rule_of_the_file_has_a_violation_here() -> None:
    assert set(rules()) - {rule for rule, _, _ in CASES} == {"phan-mo-dau"}


@pytest.mark.parametrize("rule", ["dia-danh-nghieng", "trich-yeu-dam", "dieu-dam"])
def test_an_uncertain_rule_is_only_worth_knowing(tmp_path: Path, rule: str) -> None:
    change = next(change for name, _, change in CASES if name == rule)
    assert [one.severity for one in findings(tmp_path, change)] == ["info"]


def test_a_finding_names_what_was_found_its_place_and_the_decree(tmp_path: Path) -> None:
    (one,) = findings(tmp_path, lambda p: retype(p.number, "Số: 5/QĐ-SXD"))
    assert "“Số: 5/QĐ-SXD”: số ghi là “5”" in one.message
    assert "Nghị định 30/2020/NĐ-CP, Phụ lục I" in one.message
    assert (one.left.file, one.left.table, one.left.row) == ("van-ban.docx", 1, 1)
    assert one.left.quote == "Số: 5/QĐ-SXD"
    assert one.severity == "warning"


def test_the_same_fault_in_many_places_is_one_finding_with_its_places(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        for paragraph in (parts.text, parts.next_text):
            _set(size=Pt(12))(paragraph)

    (one,) = findings(tmp_path, change)
    assert "và 1 chỗ khác" in one.message
    assert [part.quote for part in one.left.parts] == [LONG]
