"""``cchc documents`` and its ``remove``, ``show``, ``correct``, ``corrections`` and ``undo``."""

from __future__ import annotations

import click

from assistant.commands.frame import CchcGroup, command_options, session_of
from assistant.commands.kinds import FieldValue


@click.group(cls=CchcGroup, invoke_without_command=True, add_help_option=False)
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@command_options
@click.pass_context
def documents(ctx: click.Context, as_json: bool) -> None:
    """Liệt kê, xem, sửa dữ kiện hoặc xóa tài liệu trong kho."""
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


@documents.command(add_help_option=False)
@click.argument("document_id", metavar="ID")
@click.option(
    "--record", "record_id", metavar="RECORD_ID", help="Bản ghi cần sửa; không có là sửa tài liệu."
)
@click.option(
    "--set",
    "changes",
    type=FieldValue(),
    multiple=True,
    required=True,
    metavar="FIELD=VALUE",
    help="Trường và giá trị mới, dùng được nhiều lần; để trống sau dấu = là xóa giá trị.",
)
@click.option("--by", required=True, metavar="NAME", help="Tên người sửa.")
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@command_options
@click.pass_context
def correct(
    ctx: click.Context,
    document_id: str,
    record_id: str | None,
    changes: tuple[tuple[str, str | None], ...],
    by: str,
    as_json: bool,
) -> None:
    """Sửa một dữ kiện đã đọc; bản gốc được giữ bên cạnh và có thể hoàn tác."""
    fields = [field for field, _ in changes]
    twice = next((field for field in fields if fields.count(field) > 1), None)
    if twice is not None:
        raise click.UsageError(
            f"Trường “{twice}” được nêu hai lần; hãy chỉ nêu một giá trị mới.", ctx=ctx
        )
    from assistant.commands import display
    from assistant.commands.output import print_json

    with session_of(ctx).connect() as service:
        made = service.correct(document_id, dict(changes), by=by, record_id=record_id)
    if as_json:
        print_json(made)
    else:
        click.echo(display.correction_list(made.corrections))


@documents.command(add_help_option=False)
@click.argument("document_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@command_options
@click.pass_context
def corrections(ctx: click.Context, document_id: str | None, as_json: bool) -> None:
    """Liệt kê các lần sửa của một tài liệu, hoặc của mọi tài liệu."""
    from assistant.commands import display
    from assistant.commands.output import print_json

    with session_of(ctx).connect() as service:
        found = service.corrections(document_id)
    if as_json:
        print_json(found)
    else:
        click.echo(display.correction_list(found.corrections))


@documents.command(add_help_option=False)
@click.argument("correction_id", metavar="CORRECTION_ID")
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@command_options
@click.pass_context
def undo(ctx: click.Context, correction_id: str, as_json: bool) -> None:
    """Hoàn tác một lần sửa; lịch sử vẫn giữ lại lần sửa đó."""
    from assistant.commands import display
    from assistant.commands.output import print_json

    with session_of(ctx).connect() as service:
        undone = service.undo_correction(correction_id)
    if as_json:
        print_json(undone)
    else:
        click.echo(display.correction_list([undone]))
