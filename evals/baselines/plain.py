"""Documents as a plain pipeline gets them: the words of the file, read for it without a fault."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.baselines import PlainText
from evals.originals.reading import blocks


def plain_texts(files: Sequence[Path]) -> tuple[PlainText, ...]:
    """A line for every paragraph and table row, cells between tabs; nothing is misread."""
    return tuple(
        PlainText(file.name, "\n".join("\t".join(block.cells) for block in blocks(file)))
        for file in files
    )
