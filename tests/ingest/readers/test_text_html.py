"""Tables that an OCR program wrote as HTML, and rows whose cells hold line breaks."""

from __future__ import annotations

from ingest.model import Paragraph, Table
from ingest.readers.text import parse


def _grid(table: Table) -> list[list[str | None]]:
    return [[cell.text for cell in row] for row in table.rows]


def _tables(text: str) -> list[Table]:
    return [block for block in parse(text) if isinstance(block, Table)]


def test_merged_html_cells_stand_on_one_grid() -> None:
    (table,) = _tables(
        "<table><tr><th rowspan='2'>TT</th><th colspan=\"2\">Kết quả</th></tr>"
        "<tr><th>Kế hoạch</th><th>Thực hiện</th></tr>"
        "<tr><td>1</td><td>40</td><td></td></tr></table>"
    )
    assert _grid(table) == [
        ["TT", "Kết quả", None],
        [None, "Kế hoạch", "Thực hiện"],
        ["1", "40", ""],
    ]
    assert table.rows[1][0].origin == (0, 0)


def test_an_html_table_over_several_lines_keeps_the_text_around_it() -> None:
    blocks = parse(
        "Biểu 2 <table>\n<tr>\n<td>TT</td><td>Nội&nbsp;dung<br>chính</td>\n</tr>\n</table> Ghi rõ."
    )
    first, table, last = blocks
    assert isinstance(first, Paragraph)
    assert first.text == "Biểu 2"
    assert isinstance(table, Table)
    assert _grid(table) == [["TT", "Nội dung\nchính"]]
    assert isinstance(last, Paragraph)
    assert last.text == "Ghi rõ."


def test_an_html_table_that_never_ends_is_text() -> None:
    blocks = parse("<table><tr><td>Rà soát văn bản</td>")
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["Rà soát văn bản"]


def test_a_row_whose_cells_hold_line_breaks_stays_one_row() -> None:
    (table,) = _tables(
        "TT\tNhiệm vụ\tSản phẩm\tThời hạn\n"
        "1\tTổng kết\t- Báo cáo\n- Hội nghị\tQuý IV\n"
        "2\tKiểm tra\tKết luận\tQuý I\n"
    )
    assert _grid(table)[1] == ["1", "Tổng kết", "- Báo cáo\n- Hội nghị", "Quý IV"]
    assert len(table.rows) == 3


def test_a_short_row_above_a_numbered_one_is_not_joined_with_it() -> None:
    (table,) = _tables(
        "TT\tNhiệm vụ\tSản phẩm\tThời hạn\nI\tTHỂ CHẾ\n1\tKiểm tra\tKết luận\tQuý I\n"
    )
    assert len(table.rows) == 3
