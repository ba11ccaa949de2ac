"""A table with merged cells, independent of the file format it is written to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and how many grid rows and columns it covers."""

    text: str = ""
    rows: int = 1
    columns: int = 1
    bold: bool = False
    align: Literal["left", "center"] = "left"


Row = Sequence[Cell | None]
"""One grid row; ``None`` stands where a cell above or to the left covers the position."""


def plain(*texts: str, centred: Sequence[int] = ()) -> list[Cell | None]:
    """A row of unmerged cells; ``centred`` lists the columns to centre."""
    return [
        Cell(text, align="center" if column in centred else "left")
        for column, text in enumerate(texts)
    ]


def heading(*texts: str) -> list[Cell | None]:
    """A row of bold, centred cells."""
    return [Cell(text, bold=True, align="center") for text in texts]
