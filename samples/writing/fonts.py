"""A serif font with all Vietnamese letters, found on the machine that builds the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
    Path("/Library/Fonts"),
    Path.home() / "Library/Fonts",
    Path("C:/Windows/Fonts"),
)

FAMILIES = {
    "Tinos": ("Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"),
    "DejaVu Serif": (
        "DejaVuSerif",
        "DejaVuSerif-Bold",
        "DejaVuSerif-Italic",
        "DejaVuSerif-BoldItalic",
    ),
}


class FontMissing(Exception):
    """No font on this machine can print Vietnamese."""


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The four faces of one family."""

    family: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


def find_fonts(folders: tuple[Path, ...] = FOLDERS) -> FontFiles:
    """The first family whose four faces are installed. Raises :class:`FontMissing`."""
    installed = {
        path.stem: path
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.rglob("*.ttf"))
    }
    for family, faces in FAMILIES.items():
        if all(face in installed for face in faces):
            return FontFiles(family, *(installed[face] for face in faces))
    raise FontMissing(
        f"Không tìm thấy phông {' hoặc '.join(FAMILIES)} để dựng tệp PDF: hãy cài gói "
        "fonts-croscore hoặc fonts-dejavu rồi chạy lại."
    )
