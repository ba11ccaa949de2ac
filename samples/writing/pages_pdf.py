"""Pages of a text PDF: prose in official form, and tables that run over pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from samples.writing.fonts import FontFiles
from samples.writing.grid import Row
from samples.writing.strip_pdf import BOLD, ITALIC, REGULAR, Strip

_TOP = _BOTTOM = 20 * mm
_LEFT, _RIGHT = 30 * mm, 18 * mm


def register_fonts(files: FontFiles) -> None:
    """Make the three faces known to reportlab; only the used letters are embedded."""
    for name, path in ((REGULAR, files.regular), (BOLD, files.bold), (ITALIC, files.italic)):
        pdfmetrics.registerFont(TTFont(name, str(path)))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD
    )


class Pages:
    """A PDF written from top to bottom."""

    def __init__(self, path: Path, *, title: str, author: str) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.size: tuple[float, float] = A4
        self.number = 1
        self.y = self.size[1] - _TOP

    @property
    def width(self) -> float:
        """Width of the text area in points."""
        return float(self.size[0] - _LEFT - _RIGHT)

    def turn(self, *, to_landscape: bool, restart: bool = False) -> None:
        """Begin a new page; ``restart`` begins its numbering at 1, without a printed number."""
        self.canvas.showPage()
        self.size = landscape(A4) if to_landscape else A4
        self.canvas.setPageSize(self.size)
        self.number = 1 if restart else self.number + 1
        self.y = self.size[1] - _TOP
        if self.number > 1:
            self.canvas.setFont(REGULAR, 13)
            self.canvas.drawCentredString(
                self.size[0] / 2, self.size[1] - 13 * mm, str(self.number)
            )

    def save(self) -> None:
        """Finish the file."""
        self.canvas.save()

    def letterhead(self, left: Sequence[str], right: Sequence[str]) -> None:
        """Three lines a side: issuer block with number, quốc hiệu block with place and date."""
        for x, lines, fonts, rule in (
            (_LEFT + 30 * mm, left, ((REGULAR, 12), (BOLD, 12), (REGULAR, 13)), 22 * mm),
            (_LEFT + 112 * mm, right, ((BOLD, 12), (BOLD, 13), (ITALIC, 13)), 58 * mm),
        ):
            y = self.y
            for place, (text, (font, size)) in enumerate(zip(lines, fonts, strict=True)):
                y -= 16 if place < 2 else 24
                self.canvas.setFont(font, size)
                self.canvas.drawCentredString(x, y, text)
                if place == 1:
                    self._rule(x, y - 4, rule)
        self.y -= 74

    def centred(self, text: str, *, font: str = BOLD, size: float = 14, rule: float = 0) -> None:
        """One centred line, wrapped where needed, with an optional rule below it."""
        for line in simpleSplit(text, font, size, self.width):
            self.y -= size * 1.25
            self.canvas.setFont(font, size)
            self.canvas.drawCentredString(_LEFT + self.width / 2, self.y, line)
        if rule:
            self.y -= 5
            self._rule(_LEFT + self.width / 2, self.y, rule)

    def gap(self, points: float) -> None:
        """Leave room."""
        self.y -= points

    def paragraph(self, text: str, *, font: str = REGULAR) -> None:
        """A justified paragraph with indented first line, running on to the next page."""
        style = ParagraphStyle(
            font, fontName=font, fontSize=14, leading=17, alignment=TA_JUSTIFY, firstLineIndent=36
        )
        rest: list[Paragraph] = [Paragraph(text, style)]
        self.y -= 6
        while rest:
            pieces = rest[0].split(self.width, self.y - _BOTTOM)
            if pieces:
                _, height = pieces[0].wrap(self.width, self.y)
                self.y -= height
                pieces[0].drawOn(self.canvas, _LEFT, self.y)
            rest = pieces[1:] if pieces else rest
            if rest:
                self.turn(to_landscape=self.size != A4)

    def signature(self, recipients: Sequence[str], title: str) -> None:
        """Nơi nhận on the left, the signer's title on the right; the name stays blank."""
        if self.y - _BOTTOM < 96:
            self.turn(to_landscape=False)
        self.y -= 24
        style = ParagraphStyle("signer", fontName=BOLD, fontSize=14, alignment=TA_CENTER)
        signer = Paragraph(title, style)
        signer.wrap(70 * mm, 20)
        signer.drawOn(self.canvas, _LEFT + self.width - 75 * mm, self.y)
        self.canvas.setFont(ITALIC, 12)
        self.canvas.drawString(_LEFT, self.y, "Nơi nhận:")
        self.canvas.setFont(REGULAR, 11)
        for recipient in recipients:
            self.y -= 14
            self.canvas.drawString(_LEFT, self.y, recipient)
        self.y -= 40

    def table(
        self, header: Row, rows: Sequence[Row], *, widths: Sequence[float], size: float = 11
    ) -> None:
        """A ruled table over as many pages as it takes, its header repeated on each.

        ``widths`` are shares of the text area.
        """
        strip = Strip(rows, [share * self.width / sum(widths) for share in widths], size)
        start = 0.0
        while start < strip.height:
            top = self.y
            head = Strip([header], strip.widths, size)
            head.draw(self.canvas, _LEFT, top, 0, head.height)
            stop = strip.cut(start, top - head.height - _BOTTOM)
            strip.draw(self.canvas, _LEFT, top - head.height, start, stop)
            strip.make_room(stop)
            self.y = top - head.height - (stop - start)
            start = stop
            if start < strip.height:
                self.turn(to_landscape=self.size != A4)

    def _rule(self, centre: float, y: float, width: float) -> None:
        self.canvas.setLineWidth(0.7)
        self.canvas.line(centre - width / 2, y, centre + width / 2, y)
