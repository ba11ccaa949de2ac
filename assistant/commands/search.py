"""``cchc search``."""

from __future__ import annotations

import click

from assistant.commands.frame import command_options, session_of
from assistant.commands.kinds import Whole


@click.command(add_help_option=False)
@click.argument("query", nargs=-1, required=True, metavar="QUERY")
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@click.option(
    "-k",
    "count",
    type=Whole(1, 1000),
    default=10,
    metavar="N",
    show_default=True,
    help="Số kết quả.",
)
@click.option("--document", "documents", multiple=True, metavar="ID", help="Chỉ tìm tài liệu này.")
@command_options
@click.pass_context
def search(
    ctx: click.Context,
    query: tuple[str, ...],
    as_json: bool,
    count: int,
    documents: tuple[str, ...],
) -> None:
    """Tìm các đoạn và dữ kiện liên quan, xếp theo mức phù hợp."""
    from assistant.commands import display
    from assistant.commands.output import print_json

    with session_of(ctx).connect() as service:
        found = service.search(" ".join(query), k=count, documents=documents)
    if as_json:
        print_json(found)
    else:
        click.echo(display.search_results(found))
