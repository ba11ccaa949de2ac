"""The sections of a .docx: page size, margins, and the page numbers of headers and footers."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Literal

from assistant.checking.form.effective import Inheritance, millimetres
from assistant.checking.form.model import Page, PageNumber

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ingest.readers.package import Package

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PAGE_FIELD = re.compile(r"(?<![A-Z])PAGE(?![A-Z])", re.IGNORECASE)
# Twips that Word takes where a section says nothing: Letter, an inch on each side.
_UNSET_SIZE = ("12240", "15840")
_UNSET_MARGIN = "1440"
_KINDS: tuple[Literal["header", "footer"], ...] = ("header", "footer")


class Sections:
    """Collects pages; a header that a section does not name is the one before it."""

    def __init__(self, package: Package, main: str, inheritance: Inheritance) -> None:
        self.pages: list[Page] = []
        self._package = package
        self._inheritance = inheritance
        self._inherited: dict[tuple[str, str], tuple[PageNumber, ...]] = {}
        folder, base = posixpath.split(main)
        links = package.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        self._targets = {
            link.get("Id"): posixpath.normpath(
                posixpath.join("/", folder, link.get("Target", ""))
            ).lstrip("/")
            for link in ([] if links is None else links.iter(_RELATION))
        }

    @property
    def current(self) -> int:
        """Index of the section that is being walked over."""
        return len(self.pages)

    def end(self, properties: _Element | None) -> None:
        """Close the current section with its ``w:sectPr``."""
        from ingest.readers.word_styles import switch, w

        size = None if properties is None else properties.find(w("pgSz"))
        margins = None if properties is None else properties.find(w("pgMar"))
        numbering = None if properties is None else properties.find(w("pgNumType"))

        def margin(name: str) -> float:
            return millimetres(_UNSET_MARGIN if margins is None else margins.get(w(name)))

        for kind in _KINDS:
            for link in [] if properties is None else properties.findall(w(f"{kind}Reference")):
                target = self._targets.get(link.get(_ID), "")
                self._inherited[kind, link.get(w("type"), "default")] = self._numbers(target, kind)
        usual = tuple(n for kind in _KINDS for n in self._inherited.get((kind, "default"), ()))
        first = tuple(n for kind in _KINDS for n in self._inherited.get((kind, "first"), ()))
        apart = bool(switch(properties, "titlePg"))
        self.pages.append(
            Page(
                width=millimetres(_UNSET_SIZE[0] if size is None else size.get(w("w"))),
                height=millimetres(_UNSET_SIZE[1] if size is None else size.get(w("h"))),
                top=abs(margin("top")),
                bottom=abs(margin("bottom")),
                left=margin("left") + (0 if margins is None else margin("gutter")),
                right=margin("right"),
                numbers=usual,
                on_first=bool(first if apart else usual),
                number_format=(numbering.get(w("fmt")) if numbering is not None else None)
                or "decimal",
            )
        )

    def _numbers(self, part: str, kind: Literal["header", "footer"]) -> tuple[PageNumber, ...]:
        from ingest.readers.word_styles import w

        root = self._package.xml(part)
        found = []
        for paragraph in [] if root is None else root.iter(w("p")):
            properties = paragraph.find(w("pPr"))
            for item in paragraph.iter(w("instrText"), w("fldSimple")):
                said = item.text if item.tag == w("instrText") else item.get(w("instr"))
                if not _PAGE_FIELD.search(said or ""):
                    continue
                run = item.getparent() if item.tag == w("instrText") else item.find(w("r"))
                own = None if run is None else run.find(w("rPr"))
                found.append(
                    PageNumber(
                        where=kind,
                        align=self._inheritance.layout(properties).align,
                        look=self._inheritance.look(own, properties),
                    )
                )
        return tuple(found)
