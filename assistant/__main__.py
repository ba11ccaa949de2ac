"""The ``cchc`` command."""

from __future__ import annotations

import click

from assistant.commands.frame import CchcGroup, command_options


@click.group(
    cls=CchcGroup,
    lazy={
        name: f"assistant.commands.{name}:{name}"
        for name in ("ingest", "documents", "ask", "search", "records", "check", "draft", "serve")
    },
    add_help_option=False,
)
@command_options
def cchc() -> None:
    """Trợ lý văn bản cải cách hành chính: nạp văn bản, hỏi đáp có trích dẫn, tra dữ kiện."""


def main() -> None:
    """Entry point of the installed command."""
    cchc.main()


if __name__ == "__main__":
    main()
