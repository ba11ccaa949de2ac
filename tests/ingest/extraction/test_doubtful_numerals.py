"""Section numbers that a scan left doubtful: the reading that fits the sequence makes the key."""

from __future__ import annotations

from ingest.extraction.document import read_document
from ingest.model import Block, Cell, Content, Paragraph, Reading, Table

_HEADER = ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn")


def _read(*blocks: Block) -> Reading:
    return read_document(
        Content(blocks=blocks, pages=1),
        document_id="d",
        file="a.pdf",
        path="a.pdf",
        sha256="0" * 64,
        reader_version="1",
    )


def _table(numerals: list[tuple[str, tuple[str, ...]]]) -> Table:
    rows = [tuple(Cell(text=text) for text in _HEADER)]
    for text, readings in numerals:
        first = Cell(text=text, doubtful=bool(readings), readings=readings)
        rows.append((first, Cell(text="CẢI CÁCH THỂ CHẾ"), Cell(text=""), Cell(text="")))
        work = ("1", "Rà soát văn bản", "Văn phòng Sở", "Quý II/2024")
        rows.append(tuple(Cell(text=one) for one in work))
    return Table(number=1, rows=tuple(rows), row_pages=(1,) * len(rows))


def _keys(numerals: list[tuple[str, tuple[str, ...]]]) -> list[str]:
    return [task.key for task in _read(_table(numerals)).tasks]


def test_a_doubtful_numeral_takes_the_reading_that_goes_on_with_the_sequence() -> None:
    assert _keys([("I", ()), ("II", ()), ("II", ("II", "III")), ("IV", ())]) == [
        "I.1",
        "II.1",
        "III.1",
        "IV.1",
    ]


def test_a_numeral_read_as_a_letter_takes_the_reading_that_fits() -> None:
    assert _keys([("I", ()), ("H", ("H", "II"))]) == ["I.1", "II.1"]


def test_a_numeral_that_nobody_doubts_stays_as_printed() -> None:
    assert _keys([("I", ()), ("II", ()), ("II", ())])[-1] == "II.1"


def test_a_doubtful_numeral_stays_where_no_reading_fits() -> None:
    assert _keys([("I", ()), ("II", ()), ("II", ("II", "VI"))])[-1] == "II.1"


def test_a_doubtful_heading_of_running_text_takes_the_reading_that_fits() -> None:
    reading = _read(
        Paragraph(text="KẾ HOẠCH"),
        Paragraph(text="Cải cách hành chính năm 2024"),
        Paragraph(text="I. YÊU CẦU"),
        Paragraph(text="- Kịp thời, đúng quy định."),
        Paragraph(
            text="I. MỤC TIÊU",
            doubtful=True,
            readings=("I. MỤC TIÊU", "II. MỤC TIÊU"),
        ),
        Paragraph(text="1. 100% hồ sơ được giải quyết đúng hạn."),
    )
    assert [target.key for target in reading.targets] == ["II.1"]
