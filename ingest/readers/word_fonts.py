"""Which runs of a Word file are in TCVN3 or VNI: by font, held against the text itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from ingest.readers.legacy_text import encoding_of
from ingest.readers.word_styles import Styles, w
from ingest.text.legacy import (
    LegacyEncoding,
    convert,
    font_encoding,
    is_capital_font,
)


class LegacyFonts:
    """Decides once for the whole file, so that short runs are read like long ones.

    A font of an old encoding may hold Unicode text (converted, font kept), and text in an old
    encoding may stand in any font (the font came with a style that was lost).

    Raises:
        BrokenFile: A font says TCVN3 or VNI and the text under it is neither that nor Unicode.
    """

    def __init__(self, styles: Styles, parts: Iterable[etree._Element | None], name: str) -> None:
        self._styles = styles
        texts: dict[LegacyEncoding | None, list[str]] = {}
        for part in parts:
            if part is None:
                continue
            for paragraph in part.iter(w("p")):
                inherited = styles.of_paragraph(paragraph.find(w("pPr")))
                for run in paragraph.iter(w("r")):
                    encoding = font_encoding(self._font(run, inherited))
                    texts.setdefault(encoding, []).append(_text(run))
        self._encodings: dict[LegacyEncoding | None, LegacyEncoding | None] = {
            font: encoding_of(font, " ".join(pieces), name) for font, pieces in texts.items()
        }

    @property
    def converted(self) -> tuple[LegacyEncoding, ...]:
        """The encodings that are converted."""
        return tuple(sorted({found for found in self._encodings.values() if found is not None}))

    def encoding(
        self, run: etree._Element, inherited: list[etree._Element]
    ) -> LegacyEncoding | None:
        """What to read the letters of ``run`` as; ``None`` for Unicode."""
        return self._encodings.get(font_encoding(self._font(run, inherited)))

    def read(self, text: str, run: etree._Element, inherited: list[etree._Element]) -> str:
        """``text`` of ``run`` in Unicode. Marks of VNI wait for their letter in the run before."""
        encoding = self.encoding(run, inherited)
        if encoding is None:
            return text
        return convert(text, encoding, capitals=is_capital_font(self._font(run, inherited)))

    def _font(self, run: etree._Element, inherited: Sequence[etree._Element]) -> str:
        return self._styles.font(run.find(w("rPr")), inherited)


def _text(run: etree._Element) -> str:
    pieces = []
    for child in run:
        if child.tag == w("t"):
            pieces.append(child.text or "")
        elif child.tag == w("softHyphen"):
            pieces.append("\u00ad")
    return "".join(pieces)
