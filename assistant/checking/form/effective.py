"""What a run or paragraph looks like in the end: own, styles, table style, document defaults."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.checking.form.model import Align, Layout, Look

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ingest.readers.word_styles import Styles

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ALIGN: dict[str, Align] = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
    "thaiDistribute": "both",
}
_UNSET_SIZE = 20  # half points: what Word takes where nothing names a size
_UNSET_FONT = "Times New Roman"
_TWIPS_PER_MM = 1440 / 25.4
_SINGLE = 240
_AUTOMATIC_SPACE = 14.0  # points


def millimetres(twips: str | None) -> float:
    """Twips as millimetres, 0 for what is no number."""
    return _number(twips) / _TWIPS_PER_MM


class Inheritance:
    """Resolves looks and layouts of one document."""

    def __init__(self, styles: Styles, sheet: _Element | None, theme: _Element | None) -> None:
        from ingest.readers.word_styles import w

        self.styles = styles
        self._run_defaults = self._paragraph_defaults = None
        if sheet is not None:
            self._run_defaults = sheet.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
            self._paragraph_defaults = sheet.find(
                f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}"
            )
        self._theme = {} if theme is None else _theme_fonts(theme)

    def look(
        self, run: _Element | None, paragraph: _Element | None, table_style: str | None = None
    ) -> Look:
        """The look of a run with these ``w:rPr`` in a paragraph with these ``w:pPr``."""
        from ingest.readers.word_styles import value, w

        chain = [*self.styles.of_paragraph(paragraph), *self.styles.chain(table_style)]
        named = [*self.styles.chain(value(run, "rStyle")), *chain]
        holders = [run, *(style.find(w("rPr")) for style in named), self._run_defaults]
        size = _first(holders, "sz")
        return Look(
            font=self._font(holders),
            size=(_number(size) or _UNSET_SIZE) / 2,
            bold=self.styles.run_switch("b", run, chain),
            italic=self.styles.run_switch("i", run, chain),
            colour=(_first(holders, "color") or "auto").lower(),
            caps=self.styles.run_switch("caps", run, chain),
        )

    def layout(self, paragraph: _Element | None, table_style: str | None = None) -> Layout:
        """The layout of a paragraph with these ``w:pPr``."""
        from ingest.readers.word_styles import switch, w

        chain = [*self.styles.of_paragraph(paragraph), *self.styles.chain(table_style)]
        own = [paragraph, *(style.find(w("pPr")) for style in chain)]
        holders = [*own, self._paragraph_defaults]
        rule = _attribute(holders, "spacing", "lineRule") or "auto"
        height = _number(_attribute(holders, "spacing", "line")) or _SINGLE
        frame = None if paragraph is None else paragraph.find(w("framePr"))
        centred = frame is not None and frame.get(w("xAlign")) == "center"
        joined = next(
            (found for each in holders if (found := switch(each, "contextualSpacing")) is not None),
            False,
        )
        return Layout(
            align="center" if centred else _ALIGN.get(_first(holders, "jc") or "", "left"),
            first_line=self._first_line(paragraph, holders),
            before=_space(holders, "before"),
            after=_space(holders, "after"),
            lines=height / _SINGLE if rule == "auto" else None,
            exact=height / 20 if rule == "exact" else None,
            style=chain[0].get(w("styleId"), "") if chain else "",
            joined=joined,
        )

    def _first_line(
        self, paragraph: _Element | None, holders: Sequence[_Element | None]
    ) -> float | None:
        hanging = _number(_attribute(holders, "ind", "hanging"))
        if hanging or self.styles.numbering(paragraph) is not None:
            return None
        left = _attribute(holders, "ind", "left") or _attribute(holders, "ind", "start")
        return millimetres(left) + millimetres(_attribute(holders, "ind", "firstLine"))

    def _font(self, holders: Sequence[_Element | None]) -> str:
        """The first font of the two used for Vietnamese letters that is not the usual one."""
        faces = [self._face(holders, face) for face in ("ascii", "hAnsi")]
        return next((face for face in faces if face != _UNSET_FONT), _UNSET_FONT)

    def _face(self, holders: Sequence[_Element | None], face: str) -> str:
        from ingest.readers.word_styles import w

        for holder in holders:
            fonts = None if holder is None else holder.find(w("rFonts"))
            if fonts is None:
                continue
            themed = fonts.get(w(f"{face}Theme"))
            if themed:
                return self._theme.get(themed[:5], _UNSET_FONT)
            named = fonts.get(w(face))
            if named:
                return str(named)
        return _UNSET_FONT


def _theme_fonts(theme: _Element) -> dict[str, str]:
    """Latin fonts of a theme by the first letters of its names for them."""
    found = {}
    for kind in ("major", "minor"):
        latin = theme.find(f".//{_DRAWING}{kind}Font/{_DRAWING}latin")
        if latin is not None and latin.get("typeface"):
            found[kind] = str(latin.get("typeface"))
    return found


def _first(holders: Sequence[_Element | None], name: str) -> str | None:
    from ingest.readers.word_styles import value

    return next((found for each in holders if (found := value(each, name)) is not None), None)


def _attribute(holders: Sequence[_Element | None], name: str, attribute: str) -> str | None:
    """The nearest value of one attribute; each is inherited on its own."""
    from ingest.readers.word_styles import w

    for holder in holders:
        child = None if holder is None else holder.find(w(name))
        if child is not None and child.get(w(attribute)) is not None:
            return str(child.get(w(attribute)))
    return None


def _space(holders: Sequence[_Element | None], side: str) -> float:
    """Space above or below in points; Word decides it itself where it is told to."""
    if _attribute(holders, "spacing", f"{side}Autospacing") in ("1", "true", "on"):
        return _AUTOMATIC_SPACE
    return _number(_attribute(holders, "spacing", side)) / 20


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
