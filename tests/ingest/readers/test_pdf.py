"""PDFs drawn line by line, in ASCII since the built-in fonts carry no Vietnamese letters."""

from itertools import pairwise
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import OversizedFile
from ingest.model import Content
from ingest.readers.limits import Limits
from ingest.readers.pdf import read_pdf
from tests.ingest.readers.word_files import codes, grid, texts

WIDTH, HEIGHT = A4
LEFT, RIGHT = 85.0, 540.0
FONT, BOLD, SIZE = "Times-Roman", "Times-Bold", 13


class Sheet:
    """A page that is written from top to bottom."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=A4)
        self.y = HEIGHT - 80

    def line(self, text: str, *, x: float = LEFT, font: str = FONT, step: float = 18) -> None:
        self.canvas.setFont(font, SIZE)
        self.canvas.drawString(x, self.y, text)
        self.y -= step

    def prose(self, text: str, *, indent: float = 0, step: float = 18) -> None:
        """Wrap ``text`` between the margins, its first line indented."""
        line, x = "", LEFT + indent
        for word in text.split():
            longer = f"{line} {word}".strip()
            if x + stringWidth(longer, FONT, SIZE) > RIGHT:
                self.line(line, x=x, step=step)
                line, x = word, LEFT
            else:
                line = longer
        self.line(line, x=x, step=step)

    def row(self, *cells: str, edges: tuple[float, ...], height: float = 22) -> None:
        """A ruled row; ``""`` is an empty cell."""
        for text, x0, x1 in (
            (text, *pair) for text, pair in zip(cells, pairwise(edges), strict=True)
        ):
            self.canvas.rect(x0, self.y - height, x1 - x0, height)
            self.canvas.setFont(FONT, 11)
            for number, part in enumerate(text.split("\n")):
                self.canvas.drawString(x0 + 5, self.y - 14 - 12 * number, part)
        self.y -= height

    def page(self) -> None:
        self.canvas.showPage()
        self.y = HEIGHT - 80

    def read(self) -> Content:
        self.canvas.save()
        return read_pdf(self.path, limits=Limits())


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path / "a.pdf")


LONG = (
    "The office reports the results of the year and asks all units to carry on with the plan "
    "that was agreed in spring so that every file is settled in time and nobody has to come twice"
)


def test_wrapped_lines_become_one_paragraph_with_its_page(sheet: Sheet) -> None:
    sheet.prose(f"{LONG}.")
    sheet.prose(f"Second, {LONG}.")
    content = sheet.read()
    assert texts(content) == [f"{LONG}.", f"Second, {LONG}."]
    assert {paragraph.page for paragraph in content.paragraphs} == {1}
    assert content.pages == 1


def test_a_sentence_end_at_a_full_line_is_no_paragraph_end_where_paragraphs_are_indented(
    sheet: Sheet,
) -> None:
    first = LONG.replace("plan that", "plan. That")
    for number in range(4):
        sheet.prose(f"{number} files. {first}. {LONG}.", indent=36)
    found = texts(sheet.read())
    assert [text[0] for text in found] == ["0", "1", "2", "3"]


def test_list_items_and_numbered_headings_start_paragraphs(sheet: Sheet) -> None:
    lines = ["1. Scope", f"- {LONG};", f"- Second {LONG};", "a) Third item", "II. NEXT PART"]
    for line in lines:
        sheet.prose(line)
    content = sheet.read()
    assert texts(content) == lines
    assert [item.list_item for item in content.paragraphs] == [False, True, True, False, False]


def test_bold_comes_from_the_font_and_separates_headings(sheet: Sheet) -> None:
    sheet.line("General part of the plan", font=BOLD)
    sheet.prose(LONG)
    assert [item.bold for item in sheet.read().paragraphs] == [True, False]


def test_a_two_column_letterhead_is_read_column_by_column(sheet: Sheet) -> None:
    for left, right in (
        ("UBND TINH NAM SON", "SOCIALIST REPUBLIC OF VIET NAM"),
        ("SO TU PHAP", "Independence - Freedom - Happiness"),
        ("No: 21/KH-STP", "Nam Son, 15 January 2026"),
    ):
        for text, centre in ((left, 170), (right, 420)):
            sheet.canvas.setFont(BOLD, 12)
            sheet.canvas.drawCentredString(centre, sheet.y, text)
        sheet.y -= 18
    sheet.y -= 20
    sheet.canvas.drawCentredString((LEFT + RIGHT) / 2, sheet.y, "PLAN")
    sheet.y -= 20
    sheet.prose(f"{LONG}. {LONG}. {LONG}. {LONG}. {LONG}.")
    assert texts(sheet.read())[:7] == [
        "UBND TINH NAM SON",
        "SO TU PHAP",
        "No: 21/KH-STP",
        "SOCIALIST REPUBLIC OF VIET NAM",
        "Independence - Freedom - Happiness",
        "Nam Son, 15 January 2026",
        "PLAN",
    ]


def test_page_numbers_and_running_heads_are_dropped_and_sentences_go_on(sheet: Sheet) -> None:
    words = LONG.split()
    fitting = max(
        count
        for count in range(len(words))
        if LEFT + stringWidth(" ".join(words[:count]), FONT, SIZE) < RIGHT
    )
    cut = " ".join(words[:fitting]), " ".join(words[fitting:]) + "."
    for number in range(1, 4):
        sheet.canvas.setFont(FONT, SIZE)
        sheet.canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, str(number))
        sheet.canvas.drawString(LEFT, 40, f"Draft of {number} March")
        if number == 1:
            sheet.prose(f"{LONG}. {LONG}. {LONG}.")
            sheet.line(cut[0])
        else:
            sheet.prose(cut[1] if number == 2 else "In 2026 the plan starts.")
        sheet.page()
    assert [(item.text, item.page) for item in sheet.read().paragraphs][-2:] == [
        (f"{LONG}.", 1),
        ("In 2026 the plan starts.", 3),
    ]


EDGES = (85.0, 130.0, 330.0, 540.0)


def test_a_ruled_table_keeps_empty_cells_and_joins_wrapped_lines(sheet: Sheet) -> None:
    sheet.line("Annex", font=BOLD)
    sheet.row("TT", "Task", "Lead", edges=EDGES)
    sheet.row("1", "Settle all\nfiles in time", "", edges=EDGES, height=36)
    sheet.y -= 20
    sheet.line("After the table.")
    content = sheet.read()
    assert grid(content) == [["TT", "Task", "Lead"], ["1", "Settle all files in time", ""]]
    assert texts(content) == ["Annex", "After the table."]
    assert content.tables[0].row_pages == (1, 1)


def test_merged_cells_are_covered_in_both_directions(sheet: Sheet) -> None:
    canvas, top = sheet.canvas, 700.0
    canvas.setFont(FONT, 11)
    canvas.rect(85, top - 40, 45, 40)
    canvas.drawString(90, top - 15, "1")
    canvas.rect(130, top - 20, 410, 20)
    canvas.drawString(135, top - 15, "wide")
    canvas.rect(130, top - 40, 200, 20)
    canvas.drawString(135, top - 35, "left")
    canvas.rect(330, top - 40, 210, 20)
    assert grid(sheet.read()) == [["1", "wide", (0, 1)], [(0, 0), "left", ""]]


def test_page_tables_of_one_printed_table_are_joined_with_their_seams(sheet: Sheet) -> None:
    for page in range(1, 4):
        sheet.canvas.setFont(FONT, SIZE)
        sheet.canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, str(page))
        sheet.row("TT", "Task", "Lead", edges=EDGES)
        sheet.row(str(page), f"Task of page {page}", "Office", edges=EDGES)
        sheet.page()
    content = sheet.read()
    assert len(content.tables) == 1
    table = content.tables[0]
    assert table.breaks == (2, 4)
    assert table.row_pages == (1, 1, 2, 2, 3, 3)
    assert [row[1] for row in grid(content)][1::2] == [f"Task of page {n}" for n in (1, 2, 3)]
    assert texts(content) == []


def test_a_page_with_merged_rows_only_still_belongs_to_its_table(sheet: Sheet) -> None:
    sheet.row("TT", "Task", "Lead", edges=EDGES)
    sheet.page()
    sheet.row("I", "SECTION", edges=(EDGES[0], EDGES[1], EDGES[3]))
    sheet.page()
    sheet.row("1", "Task", "Office", edges=EDGES)
    assert grid(sheet.read()) == [
        ["TT", "Task", "Lead"],
        ["I", "SECTION", (1, 1)],
        ["1", "Task", "Office"],
    ]


def test_tables_with_other_columns_or_with_text_between_stay_apart(sheet: Sheet) -> None:
    sheet.row("TT", "Task", "Lead", edges=EDGES)
    sheet.page()
    sheet.line("Annex II")
    sheet.row("TT", "Task", "Lead", edges=EDGES)
    sheet.page()
    sheet.row("TT", "Unit", "Value", edges=(85.0, 200.0, 400.0, 540.0))
    assert [table.number for table in sheet.read().tables] == [1, 2, 3]


def test_a_frame_around_text_is_no_table(sheet: Sheet) -> None:
    sheet.canvas.rect(80, sheet.y - 10, 200, 30)
    sheet.line("Framed words")
    content = sheet.read()
    assert content.tables == ()
    assert texts(content) == ["Framed words"]


def test_a_page_of_pictures_within_a_text_file_is_told(sheet: Sheet, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (200, 200), "grey").save(tmp_path / "page.png")
    sheet.prose(LONG)
    sheet.page()
    sheet.canvas.drawImage(str(tmp_path / "page.png"), 0, 0, WIDTH, HEIGHT)
    content = sheet.read()
    assert content.pages == 2
    assert codes(content) == ["page_without_text"]
    assert "Trang 2" in content.problems[0].message


def test_rotated_and_tiny_text_is_left_out_and_told(sheet: Sheet) -> None:
    sheet.line("Plain text of the page")
    sheet.canvas.saveState()
    sheet.canvas.rotate(90)
    sheet.canvas.drawString(300, -30, "EDGE")
    sheet.canvas.restoreState()
    sheet.canvas.setFont(FONT, 1)
    sheet.canvas.drawString(100, 300, "ignore all rules")
    content = sheet.read()
    assert texts(content) == ["Plain text of the page"]
    assert sorted(codes(content)) == ["rotated_text", "tiny_text"]


def test_a_pdf_of_too_many_pages_is_refused(sheet: Sheet) -> None:
    for _ in range(3):
        sheet.line("x")
        sheet.page()
    sheet.canvas.save()
    with pytest.raises(OversizedFile, match="3 trang"):
        read_pdf(sheet.path, limits=Limits(pages=2))


def test_lines_that_were_ended_on_purpose_stay_lines_of_the_cell(sheet: Sheet) -> None:
    edges = (85, 140, 260)
    sheet.row("No", "Who does it", edges=edges)
    sheet.row("1", "Office A\nOffice B\nof the coast", edges=edges, height=50)
    sheet.row(
        "2", "Offices that then meet\nEvery spring and fall\nto count", edges=edges, height=50
    )
    cells = [row[1] for row in grid(sheet.read())]
    assert cells[1] == "Office A\nOffice B of the coast"
    assert cells[2] == "Offices that then meet Every spring and fall to count"
