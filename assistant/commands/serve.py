"""``cchc serve``."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.commands.frame import command_options, session_of
from assistant.commands.kinds import Whole


@click.command(add_help_option=False)
@click.option("--host", metavar="H", help="Địa chỉ nghe (mặc định 127.0.0.1).")
@click.option("--port", type=Whole(0, 65535), metavar="P", help="Cổng (mặc định 7860).")
@click.option("--load-samples", metavar="DIR", help="Nạp thư mục này nếu kho chưa có tài liệu nào.")
@command_options
@click.pass_context
def serve(ctx: click.Context, host: str | None, port: int | None, load_samples: str | None) -> None:
    """Mở giao diện hỏi đáp và API tại một địa chỉ web."""
    from assistant.errors import MissingPath
    from assistant.server import run

    samples = Path(load_samples) if load_samples is not None else None
    if samples is not None and not samples.is_dir():
        raise MissingPath(f"Không có thư mục “{load_samples}”; hãy kiểm tra lại --load-samples.")
    run(session_of(ctx).settings(host=host, port=port), samples=samples)
