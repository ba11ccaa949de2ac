"""``cchc ask``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from assistant.commands.frame import command_options, session_of


@click.command(add_help_option=False)
@click.argument("question", nargs=-1, metavar="QUESTION")
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Chỉ hỏi tài liệu này.")
@click.option(
    "--batch",
    metavar="FILE.jsonl",
    help="Mỗi dòng một câu hỏi {id, question, history?, documents?}; “-” là đầu vào chuẩn.",
)
@command_options
@click.pass_context
def ask(
    ctx: click.Context,
    question: tuple[str, ...],
    as_json: bool,
    documents: tuple[str, ...],
    batch: str | None,
) -> None:
    """Trả lời một câu hỏi kèm trích dẫn; QUESTION là “-” thì đọc từ đầu vào chuẩn."""
    if bool(question) == (batch is not None):
        raise click.UsageError("Hãy nêu một QUESTION hoặc --batch; chỉ một trong hai.", ctx=ctx)
    from assistant.batch import answer_lines
    from assistant.commands import display
    from assistant.commands.output import print_json

    if batch is not None:
        with _lines(batch) as lines, session_of(ctx).connect() as service:
            for answer in answer_lines(service, lines, documents=documents):
                print_json(answer, indent=None)
        return
    text = " ".join(question)
    if text == "-":
        text = sys.stdin.read()
    with session_of(ctx).connect() as service:
        found = service.ask(text.strip(), documents=documents)
    if as_json:
        print_json(found)
    else:
        click.echo(display.answer(found))


def _lines(batch: str) -> BinaryIO:
    from assistant.errors import MissingPath

    if batch == "-":
        return sys.stdin.buffer
    path = Path(batch)
    if not path.is_file():
        raise MissingPath(f"Không tìm thấy tệp câu hỏi “{batch}”; hãy kiểm tra lại đường dẫn.")
    return path.open("rb")
