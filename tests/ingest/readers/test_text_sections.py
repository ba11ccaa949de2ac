from __future__ import annotations

from ingest.model import Table
from ingest.readers.text import parse

ROWS = "STT\tNhiệm vụ\tChủ trì\nI\tTHỂ CHẾ\n1\tRà soát quy chế\tThanh tra Sở\n"


def test_a_section_row_without_its_empty_cells_stays_in_the_table() -> None:
    (table,) = parse(ROWS)
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["STT", "Nhiệm vụ", "Chủ trì"],
        ["I", "THỂ CHẾ", None],
        ["1", "Rà soát quy chế", "Thanh tra Sở"],
    ]


def test_a_line_with_one_tab_after_the_table_is_none_of_its_rows() -> None:
    blocks = parse(ROWS + "A\tNgười lập biểu\nHết.\n")
    assert isinstance(blocks[0], Table)
    assert len(blocks[0].rows) == 3
