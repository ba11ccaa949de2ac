"""The two readers of printed text, and what is missing where they are not installed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ingest.readers.scan.picture import Picture

_LANGUAGE = "vie"
_MODULES = ("cv2", "tesserocr", "trueocr")
_DATA_FOLDERS = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


class Layout(IntEnum):
    """Tesseract's page segmentation modes used here."""

    PAGE = 3
    BLOCK = 6
    LINE = 7


@dataclass(frozen=True, slots=True)
class Seen:
    """One word as read; box in pixels of the picture, ``confidence`` 0..100.

    ``line`` numbers the lines of one reading; ``baseline`` is the height the letters stand on.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: int
    baseline: int


class PageReader:
    """Tesseract with the Vietnamese model: words with boxes and confidence."""

    def __init__(self) -> None:
        import tesserocr  # type: ignore[import-not-found,import-untyped,unused-ignore]

        self._tesserocr: Any = tesserocr
        self._api: Any = tesserocr.PyTessBaseAPI(path=str(language_folder()), lang=_LANGUAGE)

    def read(self, picture: Picture, *, dpi: float, layout: Layout) -> list[Seen]:
        """The words of ``picture`` in reading order."""
        from PIL import Image

        self._api.SetPageSegMode(int(layout))
        self._api.SetImage(Image.fromarray(picture))
        self._api.SetSourceResolution(round(dpi))
        self._api.Recognize()
        found: list[Seen] = []
        words = self._api.GetIterator()
        level, line_level = self._tesserocr.RIL.WORD, self._tesserocr.RIL.TEXTLINE
        line = 0
        for word in self._tesserocr.iterate_level(words, level) if words is not None else ():
            line += word.IsAtBeginningOf(line_level)
            box = word.BoundingBox(level)
            text = word.GetUTF8Text(level) if box is not None else ""
            if text and text.strip():
                left, top, right, bottom = box
                ground = word.Baseline(level)
                found.append(
                    Seen(
                        text=text.strip(),
                        left=left,
                        top=top,
                        right=right,
                        bottom=bottom,
                        confidence=word.Confidence(level),
                        line=line,
                        baseline=(bottom if ground is None else (ground[0][1] + ground[1][1]) // 2),
                    )
                )
        return found


class LineReader:
    """A reader of another make, for one line at a time: the second opinion."""

    def __init__(self) -> None:
        import trueocr  # type: ignore[import-not-found,import-untyped,unused-ignore]
        from trueocr.recognizer import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
            Recognizer,
        )

        self._recognizer: Any = Recognizer(Path(trueocr.__file__).parent / "models", threads=1)

    def read(self, lines: Sequence[Picture]) -> list[tuple[str, float]]:
        """Text and confidence (0..1) of each line picture."""
        return [(found.text, found.confidence) for found in self._recognizer.predict(list(lines))]


@cache
def language_folder() -> Path | None:
    """Where the Vietnamese model of Tesseract lies, the newest first."""
    return _folder_with(_LANGUAGE)


@cache
def orientation_folder() -> Path | None:
    """Where Tesseract's orientation data lies, the newest first."""
    return _folder_with("osd")


def _folder_with(model: str) -> Path | None:
    for pattern in _DATA_FOLDERS:
        root, _, rest = pattern.partition("*")
        folders = sorted(Path(root).glob(f"*{rest}"), reverse=True) if rest else [Path(root)]
        for folder in folders:
            if (folder / f"{model}.traineddata").is_file():
                return folder
    return None


def _is_installed(module: str) -> bool:
    return find_spec(module) is not None


def missing_parts(
    *,
    is_installed: Callable[[str], bool] = _is_installed,
    find_data: Callable[[], Path | None] = language_folder,
) -> tuple[str, str] | None:
    """What reading scans lacks here, and the command that installs it; ``None`` if nothing."""
    modules = [name for name in _MODULES if not is_installed(name)]
    names, commands = [], []
    if modules:
        names.append(f"thư viện nhận dạng chữ OCR ({', '.join(modules)})")
        commands.append('`pip install -e ".[scan]"`')
    if find_data() is None:
        names.append("dữ liệu tiếng Việt của Tesseract (vie.traineddata)")
        commands.append("`apt-get install tesseract-ocr-vie`")
    return (" và ".join(names), " và ".join(commands)) if names else None
