"""``cchc ingest``."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.commands.frame import command_options, session_of


@click.command(add_help_option=False)
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@click.option(
    "--no-wait", is_flag=True, help="Không chờ tạo véc-tơ; tra cứu theo từ dùng được ngay."
)
@click.option(
    "--rebuild-vectors", is_flag=True, help="Tạo lại toàn bộ véc-tơ, ví dụ khi đổi mô hình."
)
@command_options
@click.pass_context
def ingest(
    ctx: click.Context, paths: tuple[str, ...], as_json: bool, no_wait: bool, rebuild_vectors: bool
) -> int:
    """Nạp tệp hoặc thư mục vào kho."""
    if not paths and not rebuild_vectors:
        raise click.UsageError("Thiếu PATH; hãy nêu ít nhất một tệp hoặc thư mục cần nạp.", ctx=ctx)
    from assistant import exits
    from assistant.commands import display
    from assistant.commands.output import note, print_json, progress_on_stderr

    with session_of(ctx).connect(rebuild_vectors=rebuild_vectors) as service:
        done = service.ingest(
            [Path(path) for path in paths], wait=not no_wait, progress=progress_on_stderr()
        )
        degraded = () if no_wait else service.health().degraded
    if as_json:
        print_json(done)
    elif done.documents:
        click.echo(display.ingested(done.documents))
    elif paths:
        note("Không có tệp nào để nạp trong các thư mục đã nêu.")
    for sentence in degraded:
        note(sentence)
    return exits.for_documents(done.documents)
