"""What a Word paragraph inherits: outline level, numbering, bold, hidden."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEADING_NAME = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_OFF = {"0", "false", "off", "none"}
_MAX_DEPTH = 20


def w(name: str) -> str:
    """The qualified form of a name in Word's own namespace."""
    return f"{{{W_NS}}}{name}"


def value(parent: etree._Element | None, name: str) -> str | None:
    """``w:val`` of the child ``name``, ``None`` where there is no such child or value."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(w("val"))


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """An on/off property: ``None`` where it is not set here."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(w("val"), "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class NumberingRef:
    """A list and the level in it, both as numbering.xml counts them."""

    num_id: str
    level: int


class Styles:
    """The style sheet, looked up along ``w:basedOn``."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._defaults: etree._Element | None = None
        for style in [] if root is None else root.iter(w("style")):
            name = style.get(w("styleId"), "")
            self._styles[name] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._default = name
        if root is not None:
            self._defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")

    def chain(self, style_id: str | None) -> list[etree._Element]:
        """The style and what it is based on, nearest first."""
        found: list[etree._Element] = []
        while style_id in self._styles and len(found) < _MAX_DEPTH:
            style = self._styles[style_id or ""]
            found.append(style)
            style_id = value(style, "basedOn")
        return found

    def of_paragraph(self, properties: etree._Element | None) -> list[etree._Element]:
        """The chain that a paragraph with these ``w:pPr`` inherits from."""
        return self.chain(value(properties, "pStyle") or self._default)

    def heading_level(self, properties: etree._Element | None) -> int | None:
        """1..9 by outline level, else by the style's built-in name; ``None`` for body text."""
        own = value(properties, "outlineLvl")
        if own is not None:
            return _level(own)
        for style in self.of_paragraph(properties):
            outline = value(style.find(w("pPr")), "outlineLvl")
            if outline is not None:
                return _level(outline)
            named = _HEADING_NAME.match(value(style, "name") or "")
            if named:
                return int(named.group(1))
        return None

    def numbering(self, properties: etree._Element | None) -> NumberingRef | None:
        """The list a paragraph belongs to; ``numId`` 0 switches an inherited one off."""
        num_id: str | None = None
        level: str | None = None
        holders = [properties, *(style.find(w("pPr")) for style in self.of_paragraph(properties))]
        for holder in holders:
            listed = None if holder is None else holder.find(w("numPr"))
            if listed is None:
                continue
            num_id = num_id or value(listed, "numId")
            level = level or value(listed, "ilvl")
            if num_id is not None:
                break
        if num_id in (None, "0"):
            return None
        return NumberingRef(num_id or "", int(level) if level and level.isdigit() else 0)

    def run_switch(
        self, name: str, run: etree._Element | None, paragraph: list[etree._Element]
    ) -> bool:
        """An on/off property of a run: its own, its style's, its paragraph's, the default's."""
        own = switch(run, name)
        if own is not None:
            return own
        for style in [*self.chain(value(run, "rStyle")), *paragraph]:
            inherited = switch(style.find(w("rPr")), name)
            if inherited is not None:
                return inherited
        return bool(switch(self._defaults, name))

    def font(self, run: etree._Element | None, paragraph: Sequence[etree._Element]) -> str:
        """The name of a run's font, ``""`` where the theme or nothing names it."""
        holders = [
            run,
            *(style.find(w("rPr")) for style in self.chain(value(run, "rStyle"))),
            *(style.find(w("rPr")) for style in paragraph),
            self._defaults,
        ]
        for holder in holders:
            fonts = None if holder is None else holder.find(w("rFonts"))
            if fonts is None:
                continue
            if fonts.get(w("asciiTheme")) or fonts.get(w("hAnsiTheme")):
                return ""
            name = fonts.get(w("ascii")) or fonts.get(w("hAnsi"))
            if name:
                return name
        return ""

    def shades(self, style_id: str | None) -> bool:
        """Whether a table style paints any background."""
        return any(next(style.iter(w("shd")), None) is not None for style in self.chain(style_id))


def _level(outline: str) -> int | None:
    return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else None
