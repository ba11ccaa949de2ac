"""``cchc draft``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.commands.frame import command_options, session_of
from assistant.commands.kinds import Whole
from assistant.commands.named import document_named

if TYPE_CHECKING:
    from assistant.service import Service

_YEARS = (1990, 2100)


@click.command(add_help_option=False)
@click.argument("kind", required=False, metavar="REPORT_KIND")
@click.option("--year", type=Whole(*_YEARS), metavar="Y", help="Năm báo cáo.")
@click.option("--quarter", type=Whole(1, 4), metavar="Q", help="Quý, với báo cáo quý.")
@click.option("--annex", metavar="DOC", help="Phụ lục thống kê của kỳ báo cáo: tệp hoặc mã.")
@click.option(
    "--plan", "plans", multiple=True, metavar="DOC", help="Kế hoạch của năm; dùng được nhiều lần."
)
@click.option("--previous", metavar="DOC", help="Báo cáo hoặc phụ lục của năm trước.")
@click.option("--section", metavar="KEY", help="Chỉ soạn một mục, ví dụ I.2.")
@click.option("-o", "--output", metavar="FILE.docx", help="Tệp .docx để ghi bản dự thảo.")
@click.option("--list", "list_kinds", is_flag=True, help="Liệt kê các loại báo cáo.")
@click.option("--json", "as_json", is_flag=True, help="In một văn bản JSON.")
@command_options
@click.pass_context
def draft(
    ctx: click.Context,
    kind: str | None,
    year: int | None,
    quarter: int | None,
    annex: str | None,
    plans: tuple[str, ...],
    previous: str | None,
    section: str | None,
    output: str | None,
    list_kinds: bool,
    as_json: bool,
) -> int:
    """Soạn báo cáo từ phụ lục thống kê, kiểm tra lại từng số liệu rồi ghi ra tệp .docx."""
    from assistant.commands.drafted import as_text, kinds_as_text
    from assistant.commands.output import note, print_json, progress_on_stderr, writing
    from assistant.service import DraftOrder

    if list_kinds:
        with session_of(ctx).connect() as service:
            kinds = service.report_kinds()
        if as_json:
            print_json(kinds)
        else:
            click.echo(kinds_as_text(kinds))
        return 0
    needed = {"REPORT_KIND": kind, "--year": year, "--annex": annex, "-o": output}
    absent = next((name for name, value in needed.items() if value is None), None)
    if kind is None or year is None or annex is None or output is None:
        raise click.UsageError(
            f"Thiếu {absent}; hãy gọi cchc draft REPORT_KIND --year Y --annex DOC -o FILE.docx.",
            ctx=ctx,
        )
    given = [annex, *plans, *([previous] if previous is not None else [])]
    target = _target(output, given)
    with session_of(ctx).connect() as service:
        _spare_sources(service, target, given)
        order = DraftOrder(
            kind,
            year=year,
            quarter=quarter,
            annex=document_named(annex),
            plans=[document_named(plan) for plan in plans],
            previous=document_named(previous) if previous is not None else None,
            section=section,
        )
        made = service.draft(order, progress=progress_on_stderr())
        assert made.id is not None
        _, content = service.draft_docx(made.id)
    with writing(target):
        target.write_bytes(content)
    note(f"Đã ghi “{target}”.")
    made = made.model_copy(update={"file": target.name})
    if as_json:
        print_json(made)
    else:
        click.echo(as_text(made))
    return 1 if made.blocking else 0


def _target(output: str, given: list[str]) -> Path:
    """The file to write, checked before the work begins."""
    from assistant.errors import BadTarget

    target = Path(output)
    if target.suffix.lower() != ".docx":
        raise BadTarget(f"Không ghi được “{output}”; hãy dùng một tên có đuôi .docx cho -o.")
    if target.is_dir():
        raise BadTarget(f"“{output}” là một thư mục; hãy chọn tên tệp .docx cho -o.")
    folder = target.absolute().parent
    if not folder.is_dir():
        raise BadTarget(f"Không có thư mục cho “{output}”; hãy tạo thư mục đó trước.")
    if not os.access(target if target.exists() else folder, os.W_OK):
        raise BadTarget(f"Không có quyền ghi “{output}”; hãy chọn nơi khác cho -o.")
    for named in given:
        _not_the_same(target, Path(named), output)
    return target


def _spare_sources(service: Service, target: Path, given: list[str]) -> None:
    """Refuse to write over the file of a stored document that the draft rests on."""
    ids = {named for named in given if isinstance(document_named(named), str)}
    if not target.exists() or not ids:
        return
    for document in service.documents().documents:
        if ids & {document.id, document.file, document.path}:
            _not_the_same(target, Path(document.path), str(target))


def _not_the_same(target: Path, source: Path, output: str) -> None:
    from assistant.errors import BadTarget

    if target.exists() and source.exists() and target.samefile(source):
        raise BadTarget(f"“{output}” là tài liệu nguồn của báo cáo; hãy chọn tên khác cho -o.")
