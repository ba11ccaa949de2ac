"""The visible text of one Word paragraph."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.readers.tally import Tally
from ingest.readers.word_fonts import LegacyFonts
from ingest.readers.word_numbering import Numbering
from ingest.readers.word_styles import Styles, switch, value, w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_CONTAINERS = {
    w(name)
    for name in (
        "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml",
        "dir", "bdo",
    )
}  # fmt: skip
_DELETED = {w("del"), w("moveFrom")}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIMPLE = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_PICTURES = {w("drawing"), w("pict"), w("object")}
_WHITE = {"FFFFFF", "white"}
_TINY_HALF_POINTS = 4
# English Metric Units; a picture above 5 cm in both directions may be a scanned page or table.
_LARGE_PICTURE = 5 * 360_000
_CHECKED = {"F0FC": "✓", "F0FE": "☑", "F052": "☑", "F0A8": "☐", "F06F": "☐", "F0E0": "→"}


@dataclass(slots=True)
class ParagraphText:
    """What one ``w:p`` says, and what hangs on it.

    ``label`` is its automatic number with the blank after it. ``notes`` are ids of foot- and
    endnotes referred to, ``boxes`` the contents of text boxes anchored here.
    """

    text: str = ""
    label: str = ""
    bold: bool = False
    heading_level: int | None = None
    list_item: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class TextReader:
    """Reads paragraphs in body order (automatic numbers count along)."""

    def __init__(
        self, styles: Styles, numbering: Numbering, tally: Tally, *, fonts: LegacyFonts
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._tally = tally
        self._fonts = fonts

    def read(self, paragraph: etree._Element) -> ParagraphText:
        """The text of a ``w:p``; ``text`` without its label, NFC, white space at its ends cut."""
        properties = paragraph.find(w("pPr"))
        found = ParagraphText(heading_level=self._styles.heading_level(properties))
        listed = self._styles.numbering(properties)
        if listed is not None:
            found.label = self._numbering.label(listed)
            found.list_item = bool(found.label)
        inherited = self._styles.of_paragraph(properties)
        pieces: list[tuple[str, bool]] = []
        for run in self._runs(paragraph):
            if run.tag == _MATH_TEXT:
                pieces.append((run.text or "", False))
                continue
            text = self._run_text(run, found, inherited)
            if not text:
                continue
            if text.strip() and self._is_hidden(run, paragraph, inherited):
                continue
            bold = self._styles.run_switch("b", run.find(w("rPr")), inherited)
            pieces.append((text, bold))
        visible = [bold for text, bold in pieces if text.strip()]
        found.bold = bool(visible) and all(visible)
        found.text = unicodedata.normalize("NFC", "".join(text for text, _ in pieces)).strip()
        return found

    def _runs(self, parent: etree._Element) -> Iterator[etree._Element]:
        for child in parent:
            if child.tag == w("r") or child.tag == _MATH_TEXT:
                yield child
            elif child.tag in _DELETED:
                if any((text.text or "").strip() for text in child.iter(w("delText"), w("t"))):
                    self._tally.add("tracked_deletion")
            elif child.tag in _CONTAINERS:
                if child.tag == w("ins") and next(child.iter(w("t")), None) is not None:
                    self._tally.add("tracked_insertion")
                yield from self._runs(child)
            elif child.tag == f"{_MC}AlternateContent":
                yield from self._runs(chosen(child))
            elif isinstance(child.tag, str) and child.tag.startswith(_MATH_TEXT[:-1]):
                yield from self._runs(child)

    def _run_text(
        self, run: etree._Element, found: ParagraphText, inherited: list[etree._Element]
    ) -> str:
        text = ""
        for child in run:
            tag = child.tag
            if tag == w("t"):
                text += _stored_text(child)
            elif tag in _SIMPLE:
                text += _SIMPLE[tag]
            elif tag == w("br"):
                text += "\n" if child.get(w("type"), "textWrapping") == "textWrapping" else ""
            elif tag == w("softHyphen"):
                # In the TCVN3 fonts this code is the letter ư; elsewhere it is not printed.
                text += "\u00ad" if self._fonts.encoding(run, inherited) == "tcvn3" else ""
            elif tag == w("sym"):
                text += _CHECKED.get(child.get(w("char"), "").upper(), "•")
            elif tag in (w("footnoteReference"), w("endnoteReference")):
                kind = "footnote" if tag == w("footnoteReference") else "endnote"
                found.notes.append((kind, child.get(w("id"), "")))
            elif tag in _PICTURES:
                self._picture(child, found)
            elif tag == f"{_MC}AlternateContent":
                for item in chosen(child):
                    if item.tag in _PICTURES:
                        self._picture(item, found)
        return self._fonts.read(text, run, inherited)

    def _picture(self, picture: etree._Element, found: ParagraphText) -> None:
        boxes = [
            box
            for box in picture.iter(w("txbxContent"))
            if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors())
        ]
        found.boxes.extend(boxes)
        if picture.tag == w("object"):
            self._tally.add("embedded_skipped")
        elif not boxes and any(_is_large(extent) for extent in picture.iter(_EXTENT)):
            self._tally.add("image_skipped")

    def _is_hidden(
        self, run: etree._Element, paragraph: etree._Element, inherited: list[etree._Element]
    ) -> bool:
        properties = run.find(w("rPr"))
        code = None
        if self._styles.run_switch("vanish", properties, inherited):
            code = "hidden_text"
        elif (
            (size := value(properties, "sz"))
            and size.isdigit()
            and int(size) <= (_TINY_HALF_POINTS)
        ):
            code = "tiny_text"
        elif value(properties, "color") in _WHITE and not self._on_colour(run, paragraph):
            code = "white_text"
        if code is not None:
            self._tally.add(code)
        return code is not None

    def _on_colour(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """White letters are meant where run, paragraph, cell, row or table has a background."""
        properties = run.find(w("rPr"))
        if value(properties, "highlight") not in (None, "none", "white"):
            return True
        for holder in (properties, paragraph.find(w("pPr"))):
            if _is_shaded(holder):
                return True
        for parent in paragraph.iterancestors():
            if parent.tag == w("tc") and _is_shaded(parent.find(w("tcPr"))):
                return True
            if parent.tag == w("tbl"):
                table = parent.find(w("tblPr"))
                if _is_shaded(table) or self._styles.shades(value(table, "tblStyle")):
                    return True
            if parent.tag == w("txbxContent"):
                return True
        return False


def chosen(alternative: etree._Element) -> etree._Element:
    """The branch of ``mc:AlternateContent`` to read: never both, they say the same."""
    choice = alternative.find(f"{_MC}Choice")
    fallback = alternative.find(f"{_MC}Fallback")
    if choice is not None:
        return choice
    return alternative if fallback is None else fallback


def is_removed(row: etree._Element) -> bool:
    """Whether change tracking marks a whole table row as deleted."""
    properties = row.find(w("trPr"))
    return properties is not None and properties.find(w("del")) is not None


def is_hidden_row(row: etree._Element) -> bool:
    """Whether a table row is set as hidden."""
    return bool(switch(row.find(w("trPr")), "hidden"))


def _stored_text(child: etree._Element) -> str:
    """White space at the ends counts only where the file says so (XML 1.0, 2.10)."""
    text = (child.text or "").replace("\n", " ").replace("\r", " ")
    return text if child.get(_XML_SPACE) == "preserve" else text.strip(" \t")


def _is_shaded(properties: etree._Element | None) -> bool:
    shade = None if properties is None else properties.find(w("shd"))
    if shade is None:
        return False
    fill = (shade.get(w("fill")) or "auto").upper()
    return fill not in ("AUTO", "FFFFFF") or shade.get(w("val")) not in (None, "clear", "nil")


def _is_large(extent: etree._Element) -> bool:
    sides = [extent.get("cx", "0"), extent.get("cy", "0")]
    return all(side.isdigit() and int(side) > _LARGE_PICTURE for side in sides)
