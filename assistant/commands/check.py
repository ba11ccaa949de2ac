"""``cchc check``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.commands.frame import command_options, session_of
from assistant.commands.named import document_named

if TYPE_CHECKING:
    from assistant.answer import Check


@click.command(add_help_option=False)
@click.argument("files", nargs=-1, required=True, metavar="FILE")
@click.option(
    "--against", "against", multiple=True, metavar="DOC…", help="Tệp hoặc mã văn bản để đối chiếu."
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Ghi bản .docx có chú thích, hoặc báo cáo .html, .md; tệp gốc giữ nguyên.",
)
@click.option(
    "--form", is_flag=True, help="Kiểm tra thêm thể thức của tệp .docx theo Nghị định 30/2020."
)
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@command_options
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[str, ...],
    against: tuple[str, ...],
    output: str | None,
    form: bool,
    as_json: bool,
) -> int:
    """Kiểm tra số liệu của một văn bản với phụ lục của nó và với các văn bản khác."""
    from assistant.checking.reporting import as_text
    from assistant.commands.output import note, print_json, writing

    file, *more = files
    if more and not against:
        raise click.UsageError(f"Thừa tham số “{more[0]}”; hãy đặt nó sau --against.", ctx=ctx)
    target = _target(file, output) if output is not None else None
    with session_of(ctx).connect() as service:
        found = service.check(
            document_named(file),
            against=[document_named(each) for each in (*against, *more)],
            form=form,
        )
    if target is not None:
        with writing(target):
            write(found, Path(file), target)
        note(f"Đã ghi “{target}”.")
    if as_json:
        print_json(found)
    else:
        click.echo(as_text(found))
    return 1 if found.summary.errors or found.summary.warnings else 0


def _target(file: str, output: str) -> Path:
    """The file to write, checked before the work begins."""
    from assistant.errors import BadTarget

    target, original = Path(output), Path(file)
    kind = target.suffix.lower()
    if kind not in (".docx", ".html", ".md"):
        raise BadTarget(f"Không ghi được “{output}”; hãy dùng đuôi .docx, .html hoặc .md.")
    if kind == ".docx" and isinstance(document_named(file), str):
        raise BadTarget(
            f"Không chú thích được văn bản trong kho “{file}”; hãy nêu tệp .docx gốc của nó."
        )
    if kind == ".docx" and original.suffix.lower() != ".docx":
        raise BadTarget(
            f"Không chú thích được “{file}” vì không phải tệp .docx; hãy dùng -o FILE.html."
        )
    if target.exists() and original.exists() and target.samefile(original):
        raise BadTarget(f"“{output}” chính là tệp gốc; hãy chọn một tên khác cho -o.")
    if not target.absolute().parent.is_dir():
        raise BadTarget(f"Không có thư mục cho “{output}”; hãy tạo thư mục đó trước.")
    return target


def write(found: Check, original: Path, target: Path) -> None:
    """The check as the kind of file that ``target`` names."""
    from assistant.checking.reporting import as_html, as_markdown

    if target.suffix.lower() == ".docx":
        from assistant.checking.annotate import annotated

        annotated(original, found, target)
        return
    text = as_html(found) if target.suffix.lower() == ".html" else as_markdown(found)
    target.write_text(text, encoding="utf-8")
