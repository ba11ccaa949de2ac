"""``cchc records``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from assistant.commands.frame import command_options, session_of
from assistant.commands.kinds import Day, OneOf

if TYPE_CHECKING:
    from ingest.model import RecordKind

KINDS = ("targets", "tasks", "indicators", "refs")


@click.command(add_help_option=False)
@click.argument("kind", type=OneOf(KINDS), metavar="targets|tasks|indicators|refs")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Chỉ tài liệu này.")
@click.option("--lead", metavar="UNIT", help="Đơn vị chủ trì, có dấu hay không dấu.")
@click.option("--due-before", type=Day(), metavar="DATE", help="Hạn kết thúc trước ngày này.")
@click.option("--section", metavar="S", help="Mục: số (III, III.1) hoặc từ trong tên mục.")
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="In bảng CSV.")
@click.option("--xlsx", metavar="FILE", help="Ghi bảng ra tệp Excel.")
@command_options
@click.pass_context
def records(
    ctx: click.Context,
    kind: str,
    documents: tuple[str, ...],
    lead: str | None,
    due_before: date | None,
    section: str | None,
    as_json: bool,
    as_csv: bool,
    xlsx: str | None,
) -> None:
    """Liệt kê dữ kiện đã đọc được: chỉ tiêu, nhiệm vụ, số liệu, căn cứ."""
    if as_json + as_csv + (xlsx is not None) > 1:
        raise click.UsageError("Chỉ chọn một trong --json, --csv, --xlsx; hãy bớt đi.", ctx=ctx)
    from assistant import tabular
    from assistant.answer import RecordList
    from assistant.commands import display
    from assistant.commands.output import note, print_json
    from vectorstore.search import RecordFilter

    chosen = RecordFilter(documents=documents, lead=lead, due_before=due_before, section=section)
    record_kind = cast("RecordKind", kind)
    with session_of(ctx).connect() as service:
        found = service.records(record_kind, chosen)
    if as_json:
        print_json(RecordList(records=found, count=len(found)))
    elif as_csv:
        click.echo(tabular.to_csv(record_kind, found), nl=False)
    elif xlsx is not None:
        tabular.write_xlsx(Path(xlsx), record_kind, found)
        note(f"Đã ghi {len(found)} dòng vào {xlsx}.")
    else:
        click.echo(display.record_list(found))
