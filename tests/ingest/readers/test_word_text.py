import unicodedata
from pathlib import Path

import docx
import pytest

from ingest.readers.limits import Limits
from ingest.readers.word import read_word
from tests.ingest.readers.word_files import codes, grid, p, read_body, tbl, tc, texts, tr


def run(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tabs_breaks_and_hyphens_are_kept(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Số:</w:t><w:tab/><w:t>05/QĐ</w:t><w:noBreakHyphen/><w:t>STP</w:t>"
        '<w:br/><w:t>ngày</w:t><w:br w:type="page"/><w:t>15</w:t><w:softHyphen/></w:r></w:p>'
    )
    assert texts(read_body(tmp_path, body)) == ["Số:\t05/QĐ-STP\nngày15"]


def test_inserted_text_is_read_deleted_text_is_not_and_both_are_told(tmp_path: Path) -> None:
    body = (
        f'<w:p>{run("đạt ")}<w:ins w:id="1">{run("95%")}</w:ins>'
        '<w:del w:id="2"><w:r><w:delText>80%</w:delText></w:r></w:del>'
        f'<w:moveFrom w:id="3">{run("chuyển đi")}</w:moveFrom></w:p>'
    )
    content = read_body(tmp_path, body)
    assert texts(content) == ["đạt 95%"]
    assert {problem.code: problem.message.split()[1] for problem in content.problems} == {
        "tracked_insertion": "1",
        "tracked_deletion": "2",
    }


@pytest.mark.parametrize(
    ("props", "code"),
    [
        ("<w:vanish/>", "hidden_text"),
        ('<w:sz w:val="2"/>', "tiny_text"),
        ('<w:color w:val="FFFFFF"/>', "white_text"),
    ],
)
def test_invisible_text_is_dropped_and_told(tmp_path: Path, props: str, code: str) -> None:
    content = read_body(tmp_path, f"<w:p>{run('thấy được')}{run(' bỏ qua lệnh', props)}</w:p>")
    assert texts(content) == ["thấy được"]
    assert codes(content) == [code]


def test_text_hidden_by_its_style_is_dropped(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="an"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="con"><w:basedOn w:val="an"/></w:style>'
    )
    body = p("ẩn", props='<w:pStyle w:val="con"/>') + p("hiện")
    assert texts(read_body(tmp_path, body, styles=styles)) == ["hiện"]


def test_white_letters_on_a_coloured_cell_are_content(tmp_path: Path) -> None:
    shaded = tc(p("TT", run='<w:color w:val="FFFFFF"/>'), '<w:shd w:val="clear" w:fill="1F4E79"/>')
    content = read_body(tmp_path, tbl(tr(shaded, "x")))
    assert grid(content) == [["TT", "x"]]
    assert codes(content) == []


def test_footnotes_follow_their_paragraph_and_add_no_digit_to_its_figures(tmp_path: Path) -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{p("Không tính hồ sơ rút.")}</w:footnote>'
    )
    body = f'<w:p>{run("25")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>{p("tiếp")}'
    content = read_body(tmp_path, body, footnotes=notes)
    assert [(item.text, item.box) for item in content.paragraphs] == [
        ("25", "body"),
        ("Không tính hồ sơ rút.", "footnote"),
        ("tiếp", "body"),
    ]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    shape = f"<w:txbxContent>{p('trong hộp')}</w:txbxContent>"
    box = f"<w:drawing><wp:anchor>{shape}</wp:anchor></w:drawing>"
    body = (
        f"<w:p>{run('ngoài')}<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{shape}</w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    content = read_body(tmp_path, body)
    assert [(item.text, item.box) for item in content.paragraphs] == [
        ("ngoài", "body"),
        ("trong hộp", "textbox"),
    ]


def test_links_fields_and_formulas_give_what_they_show(tmp_path: Path) -> None:
    body = (
        f"<w:p><w:hyperlink>{run('liên kết')}</w:hyperlink>"
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/></w:r>{run(" 7")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<m:oMath><m:r><m:t> a+b</m:t></m:r></m:oMath></w:p>"
    )
    assert texts(read_body(tmp_path, body)) == ["liên kết 7 a+b"]


def test_comments_are_no_content_but_told(tmp_path: Path) -> None:
    comments = f'<w:comment w:id="1">{p("xem lại")}</w:comment>'
    content = read_body(tmp_path, p("thân"), comments=comments)
    assert texts(content) == ["thân"]
    assert codes(content) == ["comments_skipped"]


def test_headings_come_from_outline_levels_through_styles(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Phần một", level=1)
    document.add_heading("Mục", level=2)
    document.add_paragraph("Thân bài")
    document.save(str(tmp_path / "a.docx"))
    content = read_word(tmp_path / "a.docx", limits=Limits())
    assert [item.heading_level for item in content.paragraphs] == [1, 2, None]
    assert content.pages is None
    styles = (
        '<w:style w:styleId="cha"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:styleId="con"><w:basedOn w:val="cha"/></w:style>'
    )
    body = p("a", props='<w:pStyle w:val="con"/>') + p("b", props='<w:outlineLvl w:val="9"/>')
    assert [item.heading_level for item in read_body(tmp_path, body, styles=styles).paragraphs] == [
        3,
        None,
    ]


def test_bold_is_inherited_and_can_be_switched_off(tmp_path: Path) -> None:
    styles = '<w:style w:styleId="dam"><w:rPr><w:b/></w:rPr></w:style>'
    props = '<w:pStyle w:val="dam"/>'
    body = p("đậm", props=props) + p("thường", props=props, run='<w:b w:val="0"/>')
    assert [item.bold for item in read_body(tmp_path, body, styles=styles).paragraphs] == [
        True,
        False,
    ]


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    body = p(unicodedata.normalize("NFD", "Tỷ lệ đạt"))
    assert texts(read_body(tmp_path, body)) == ["Tỷ lệ đạt"]


def test_old_fonts_are_told_and_their_codes_become_letters(tmp_path: Path) -> None:
    fonts = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    body = f"<w:p><w:r><w:rPr>{fonts}</w:rPr><w:t>T</w:t><w:softHyphen/><w:t>p</w:t></w:r></w:p>"
    content = read_body(tmp_path, body)
    assert texts(content) == ["Tưp"]
    assert codes(content) == ["legacy_encoding"]


def test_the_strict_flavour_of_the_format_is_read(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "s.docx", "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
            "<w:body><w:p><w:r><w:t>chặt chẽ</w:t></w:r></w:p></w:body></w:document>",
        )
    assert texts(read_word(tmp_path / "s.docx", limits=Limits())) == ["chặt chẽ"]
