"""Rules of the sheet: paper size, margins, fonts, page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.form.looks import aligned, points
from assistant.checking.form.model import Page, Paper
from assistant.checking.form.ruleset import Violation, limits, tolerance

_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}


def sheets(paper: Paper) -> Iterator[Violation]:
    """Size, direction and margins of each section; all of one kind count once."""
    wanted = limits("kho-giay")
    slack = tolerance()
    with_tables = set(paper.tables.values())
    for n, page in enumerate(paper.pages):
        sides = sorted((page.width, page.height))
        expected = (wanted.get("short_mm", sides[0]), wanted.get("long_mm", sides[1]))
        name = f"phần {n + 1}" if len(paper.pages) > 1 else "trang"
        if any(abs(a - b) > slack for a, b in zip(sides, expected, strict=True)):
            yield Violation("kho-giay", f"{name} có khổ {page.width:.0f} × {page.height:.0f} mm")
        if page.width > page.height:
            if n not in with_tables:
                yield Violation("chieu-trang", f"{name} nằm ngang mà không có bảng, biểu")
            continue
        for side, word in _SIDES.items():
            least, most = limits("le-trang").get(f"{side}_mm", (0, 1000))
            measured = getattr(page, side)
            if not least - slack <= measured <= most + slack:
                yield Violation("le-trang", f"{name} có lề {word} {points(round(measured, 1))} mm")


def letters(paper: Paper) -> Iterator[Violation]:
    """Font and colour of every letter in the document, tables included."""
    fonts = {font.lower() for font in limits("phong-chu").get("fonts", ())}
    colours = {str(colour).lower() for colour in limits("mau-chu").get("colours", ())}
    for line in paper.written:
        strange = dict.fromkeys(
            look.font for look in line.looks if fonts and look.font.lower() not in fonts
        )
        if strange:
            yield Violation("phong-chu", f"phông {', '.join(strange)}", line)
        bright = dict.fromkeys(
            look.colour for look in line.looks if colours and look.colour not in colours
        )
        if bright:
            named = ", ".join(f"#{colour.upper()}" for colour in bright)
            yield Violation("mau-chu", f"chữ màu {named}", line)


def numbers(paper: Paper) -> Iterator[Violation]:
    """Page numbers: there, centred in the top margin, none on the first page, 13–14 upright."""
    numbered = [page for page in paper.pages if page.numbers]
    if not numbered:
        long = sum(len(line.text) for line in paper.written) > limits("so-trang-co").get(
            "one_page_letters", 0
        )
        if long or len(paper.pages) > 1:
            yield Violation("so-trang-co", "văn bản không có số trang")
        return
    if paper.pages[0].on_first:
        yield Violation("so-trang-trang-dau", "trang thứ nhất có số trang")
    told: set[tuple[str, str]] = set()
    for page in numbered:
        for fault in _faults(page):
            if (fault.rule, fault.found) not in told:
                told.add((fault.rule, fault.found))
                yield fault


def _faults(page: Page) -> Iterator[Violation]:
    look_limits = limits("so-trang-kieu")
    least, most = look_limits.get("size", (0, 1000))
    for number in page.numbers:
        if number.where == "footer":
            yield Violation("so-trang-vi-tri", "số trang nằm ở lề dưới")
        elif number.align != limits("so-trang-vi-tri").get("align", number.align):
            yield Violation("so-trang-vi-tri", f"số trang {aligned(number.align)}")
        faults = []
        if not least <= number.look.size <= most:
            faults.append(f"số trang cỡ chữ {points(number.look.size)}")
        if number.look.italic and look_limits.get("italic") is False:
            faults.append("số trang viết nghiêng")
        if page.number_format not in look_limits.get("formats", [page.number_format]):
            faults.append("số trang không phải chữ số Ả Rập")
        if faults:
            yield Violation("so-trang-kieu", ", ".join(faults))
