"""``python -m evals.place FILE WORDS``: the gold unit of the block that holds those words."""

from __future__ import annotations

from pathlib import Path

import click

from evals.case import GoldUnit
from evals.originals.block import digest
from evals.originals.reading import blocks
from evals.wording import key


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.argument("words")
def main(file: Path, words: str) -> None:
    """Print each block of FILE that holds WORDS, and its gold unit as JSON for a case."""
    for block in blocks(file):
        if key(words) in key(block.text):
            unit = GoldUnit(
                document=file.stem, hash=digest(block), table=block.table, row=block.row
            )
            click.echo(f"{block.text}\n{unit.model_dump_json(exclude_defaults=True)}")


if __name__ == "__main__":
    main()
