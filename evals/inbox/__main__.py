"""``python -m evals.inbox``: look through feedback and make cases of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from evals.errors import EvalError
from evals.inbox.promoting import begin_review, promote
from evals.inbox.waiting import INBOX, collect, find, waiting

_INBOX = click.option(
    "--inbox", type=click.Path(path_type=Path, file_okay=False), default=INBOX, hidden=True
)


@click.group()
def main() -> None:
    """Feedback from the chat, from the data folder to a case."""


@main.command("import")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@_INBOX
def import_(folder: Path, inbox: Path) -> None:
    """Move the feedback of FOLDER (a data folder, or its feedback folder) into the inbox."""
    own = folder / "feedback"
    with _told():
        count = sum(1 for _ in collect(own if own.is_dir() else folder, inbox))
        click.echo(f"{count} imported; {len(waiting(inbox))} wait")


@main.command("list")
@_INBOX
def list_(inbox: Path) -> None:
    """One line a piece: id, opinion, question, comment."""
    with _told():
        for piece in waiting(inbox):
            given = piece.feedback
            comment = f" – {' '.join(given.comment.split())}" if given.comment else ""
            click.echo(f"{given.id}  {given.opinion:5}  {given.question}{comment}")


@main.command()
@click.argument("name", metavar="ID")
@_INBOX
def review(name: str, inbox: Path) -> None:
    """Show a piece and write the form in which a person says what is right."""
    with _told():
        piece = find(name, inbox)
        given = piece.feedback
        for turn in given.history:
            click.echo(f"before: {turn.question}")
        click.echo(f"question: {given.question}\nopinion: {given.opinion} {given.comment}".rstrip())
        click.echo(f"answer ({given.answer.status}):\n{given.answer.answer}")
        for citation in given.answer.citations:
            place = citation.source
            where = f"{place.file}, table {place.table}, row {place.row}" if place.table else (
                place.file
            )  # fmt: skip
            click.echo(f"[{citation.n}] {where}: {place.quote}")
        asked = ", ".join(document.file for document in given.documents)
        click.echo(f"asked of: {asked}\nfill in: {begin_review(piece)}")


@main.command("promote")
@click.argument("name", metavar="ID")
@_INBOX
def promote_(name: str, inbox: Path) -> None:
    """File a reviewed piece as a case."""
    with _told():
        click.echo(f"added to {promote(find(name, inbox))}")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except EvalError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
