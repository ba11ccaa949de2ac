from pathlib import Path

import docx

from ingest.model import Paragraph, Table
from ingest.readers.limits import Limits
from ingest.readers.word import read_word
from tests.ingest.readers.word_files import codes, grid, p, read_body, tbl, tc, texts, tr

SPAN2 = '<w:gridSpan w:val="2"/>'
RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"


def test_a_covered_position_names_its_cell_and_an_empty_cell_stays_empty(tmp_path: Path) -> None:
    content = read_body(
        tmp_path,
        tbl(
            tr("TT", tc("Kết quả", SPAN2)),
            tr(tc("1", RESTART), "", "25"),
            tr(tc("", CONTINUE), "nhiệm vụ", "5"),
        ),
    )
    assert grid(content) == [
        ["TT", "Kết quả", (0, 1)],
        ["1", "", "25"],
        [(1, 0), "nhiệm vụ", "5"],
    ]


def test_equal_neighbours_are_two_cells(tmp_path: Path) -> None:
    content = read_body(tmp_path, tbl(tr("100", "100"), tr("100", "100")))
    assert grid(content) == [["100", "100"], ["100", "100"]]


def test_merges_made_by_python_docx_are_seen_by_identity(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "khối"
    table.cell(2, 2).text = "cuối"
    document.save(str(tmp_path / "a.docx"))
    content = read_word(tmp_path / "a.docx", limits=Limits())
    assert grid(content) == [
        ["khối", (0, 0), ""],
        [(0, 0), (0, 0), ""],
        ["", "", "cuối"],
    ]


def test_a_vertical_merge_of_another_width_is_a_cell_of_its_own(tmp_path: Path) -> None:
    content = read_body(
        tmp_path, tbl(tr(tc("rộng", SPAN2 + RESTART), "x"), tr(tc("hẹp", CONTINUE), "b", "c"))
    )
    assert grid(content) == [["rộng", (0, 0), "x"], ["hẹp", "b", "c"]]


def test_ragged_rows_are_padded_at_both_ends(tmp_path: Path) -> None:
    content = read_body(
        tmp_path,
        tbl(
            tr("a", "b", "c"),
            tr("giữa", props='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            tr("đầu"),
        ),
    )
    assert grid(content) == [["a", "b", "c"], ["", "giữa", ""], ["đầu", "", ""]]


def test_repeated_header_rows_are_counted_only_at_the_top(tmp_path: Path) -> None:
    header = "<w:tblHeader/>"
    content = read_body(
        tmp_path,
        tbl(tr("TT", props=header), tr("(1)", props=header), tr("1"), tr("x", props=header)),
    )
    assert content.tables[0].header_rows == 2
    off = read_body(tmp_path, tbl(tr("TT", props='<w:tblHeader w:val="0"/>')))
    assert off.tables[0].header_rows == 0


def test_paragraphs_of_a_cell_are_lines_and_blank_ones_vanish(tmp_path: Path) -> None:
    content = read_body(tmp_path, tbl(tr(tc(p("- Văn phòng") + p() + p("- Phòng A")), "x")))
    assert grid(content) == [["- Văn phòng\n- Phòng A", "x"]]


def test_a_nested_table_becomes_text_of_its_cell_and_is_told(tmp_path: Path) -> None:
    inner = tbl(tr("a", "b"), tr("c", "d"))
    content = read_body(tmp_path, tbl(tr("ngoài", tc(p("trước") + inner + p("sau")))))
    assert grid(content) == [["ngoài", "trước\na\tb\nc\td\nsau"]]
    assert len(content.tables) == 1
    assert codes(content) == ["nested_table"]


def test_a_one_cell_frame_around_a_table_is_opened(tmp_path: Path) -> None:
    content = read_body(tmp_path, tbl(tr(tc(p("Phụ lục") + tbl(tr("TT", "Nhiệm vụ")) + p()))))
    assert texts(content) == ["Phụ lục"]
    assert grid(content) == [["TT", "Nhiệm vụ"]]
    assert codes(content) == []


def test_rows_cells_and_tables_in_content_controls_are_read_in_body_order(tmp_path: Path) -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    table = tbl(tr("1", control(tc("hai"))), control(tr("3", "bốn")))
    content = read_body(tmp_path, p("đầu") + control(p("giữa") + table) + p("cuối"))
    kinds = [block.text if isinstance(block, Paragraph) else "bảng" for block in content.blocks]
    assert kinds == ["đầu", "giữa", "bảng", "cuối"]
    assert grid(content) == [["1", "hai"], ["3", "bốn"]]


def test_tables_are_numbered_from_one_and_empty_ones_do_not_count(tmp_path: Path) -> None:
    content = read_body(tmp_path, tbl(tr("", "")) + tbl(tr("a")) + p("x") + tbl(tr("b")))
    assert [table.number for table in content.tables] == [1, 2]
    assert [grid(content, n) for n in (1, 2)] == [[["a"]], [["b"]]]


def test_deleted_and_hidden_rows_are_left_out_and_told(tmp_path: Path) -> None:
    content = read_body(
        tmp_path,
        tbl(tr("1"), tr("2", props='<w:del w:id="1"/>'), tr("3", props="<w:hidden/>"), tr("4")),
    )
    assert grid(content) == [["1"], ["4"]]
    assert codes(content) == ["tracked_deletion", "hidden_row"]


def test_a_cell_is_bold_when_all_of_its_words_are(tmp_path: Path) -> None:
    half = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>I</w:t></w:r><w:r><w:t>a</w:t></w:r></w:p>"
    content = read_body(tmp_path, tbl(tr(tc(p("I", run="<w:b/>")), tc(half), tc("x"))))
    assert [cell.bold for cell in content.tables[0].rows[0]] == [True, False, False]


def test_a_table_knows_no_pages(tmp_path: Path) -> None:
    table = read_body(tmp_path, tbl(tr("a"), tr("b"))).tables[0]
    assert isinstance(table, Table)
    assert table.row_pages == (None, None)
