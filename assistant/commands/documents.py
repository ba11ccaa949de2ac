"""``cchc documents`` and its ``remove`` and ``show``."""

from __future__ import annotations

import click

from assistant.commands.frame import CchcGroup, command_options, session_of


@click.group(cls=CchcGroup, invoke_without_command=True, add_help_option=False)
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@command_options
@click.pass_context
def documents(ctx: click.Context, as_json: bool) -> None:
    """Liệt kê, xem hoặc xóa tài liệu trong kho."""
    if ctx.invoked_subcommand is not None:
        return
    from assistant.commands import display
    from assistant.commands.output import print_json

    with session_of(ctx).connect() as service:
        found = service.documents()
    if as_json:
        print_json(found)
    else:
        click.echo(display.document_list(found.documents))


@documents.command(add_help_option=False)
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@command_options
@click.pass_context
def remove(ctx: click.Context, ids: tuple[str, ...], as_json: bool) -> None:
    """Xóa tài liệu cùng mọi dữ kiện và đoạn văn của nó."""
    from assistant.commands.output import print_json

    with session_of(ctx).connect() as service:
        removed = service.remove(ids)
    if as_json:
        print_json(removed)
        return
    for document in removed.documents:
        click.echo(f"Đã xóa {document.id} ({document.file}).")


@documents.command(add_help_option=False)
@click.argument("document_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@command_options
@click.pass_context
def show(ctx: click.Context, document_id: str, as_json: bool) -> None:
    """Xem toàn bộ những gì đọc được từ một tài liệu, kể cả các vấn đề."""
    from assistant.commands import display
    from assistant.commands.output import print_json

    with session_of(ctx).connect() as service:
        found = service.show(document_id)
    if as_json:
        print_json(found)
    else:
        click.echo(display.details(found))
