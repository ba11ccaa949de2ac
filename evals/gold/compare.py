"""``python -m evals.gold.compare``: prints precision and recall per field, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from evals.gold.cases import gold_document
from evals.gold.scoring import Comparison, compare_reading
from ingest.errors import ReadingError
from ingest.pipeline import read_file

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@dataclass(frozen=True, slots=True)
class Form:
    """A rebuilt file: the gold it holds the rows of, and what it does not hold as the text does.

    ``other_keys`` are rows that were rebuilt with other words in their cells.
    """

    pattern: str
    gold: int
    kinds: tuple[str, ...]
    other_keys: tuple[str, ...] = ()


_NESTED = ("target", "task", "activity", "ref")
_REBUILT = ("V.2.1", "VII-A.2.2", "VII-A.2.3", "VII-B.2.3", "VII-B.2.4")
FORMS = (
    Form("001_split.*", 1, _NESTED),
    Form("001_merged.*", 1, _NESTED, _REBUILT),
    Form("004_report.*", 4, ("indicator", "ref")),
    Form("004_annex.xlsx", 4, ("indicator",)),
)


def compare_seed(path: Path, number: int) -> Comparison:
    """Compare the text of reference document ``number`` with its gold."""
    reading = read_file(path, document_id=path.stem, shown_path=path.name)
    return compare_reading(gold_document(number), reading)


def compare_form(path: Path, form: Form) -> Comparison:
    """Compare a rebuilt file, whose tables are stored otherwise, with the gold of its text."""
    reading = read_file(path, document_id=path.stem, shown_path=path.name)
    return compare_reading(
        gold_document(form.gold),
        reading,
        kinds=form.kinds,
        leave_out=("place",),
        leave_out_keys=form.other_keys,
    )


def lines(title: str, comparison: Comparison) -> Iterator[str]:
    """The table of one file and the list of its differences."""
    yield title
    yield f"  {'record':<10}{'field':<15}  gold  read right    prec.   recall"
    for score in (*comparison.scores, comparison.total):
        yield (
            f"  {score.kind:<10}{score.field:<15}{score.gold:>6}{score.read:>6}{score.right:>6}"
            f"{score.precision:>9.2%}{score.recall:>9.2%}"
        )
    for item in comparison.differences:
        place = " ".join(part for part in (item.annex, item.key) if part)
        yield f"    {item.kind} {place} {item.field}: gold {item.gold!r}, got {item.got!r}"


@click.command()
@click.option("--shared", type=click.Path(path_type=Path), default=SHARED, help="Their folder.")
@click.option("--forms/--no-forms", default=True, help="Also the rebuilt Word, PDF, Excel files.")
def main(shared: Path, forms: bool) -> None:
    """Compare what is read from the reference documents with the gold."""
    if not (shared / "seeds").is_dir():
        raise click.ClickException(f"no reference documents in {shared}; name them with --shared")
    for number in range(5):
        for path in sorted((shared / "seeds").glob(f"{number:03d}_*.txt")):
            click.echo("\n".join(lines(path.name, compare_seed(path, number))))
    for form in FORMS if forms else ():
        for path in sorted((shared / "files").glob(form.pattern)):
            try:
                click.echo("\n".join(lines(path.name, compare_form(path, form))))
            except ReadingError as error:
                click.echo(f"{path.name}: {error}")


if __name__ == "__main__":
    main()
