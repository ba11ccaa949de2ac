"""What every command shares: lazy loading, ``--data-dir``, one-sentence errors, exit codes."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from assistant.service import Service
    from assistant.settings import Settings

_Command = TypeVar("_Command", bound=Callable[..., Any])
_EXTRA_ARGUMENT = re.compile(r"Got unexpected extra arguments? \((.*)\)")


@dataclass(slots=True)
class Session:
    """What the options shared by all commands have said so far."""

    data_dir: Path | None = None

    def settings(self, **overrides: Any) -> Settings:  # noqa: ANN401 - checked by the settings
        """The environment's settings with this call's options over them."""
        from assistant.settings import load

        return load(data_dir=self.data_dir, **overrides)

    def connect(self, *, rebuild_vectors: bool = False) -> AbstractContextManager[Service]:
        """The service of the data folder that was named; see :func:`assistant.connect.connect`."""
        from assistant.connect import connect

        return connect(self.settings(), rebuild_vectors=rebuild_vectors)


class CchcGroup(click.Group):
    """A group whose commands are imported when they are called for.

    Its ``main`` ends with the exit code a command returns, or with one sentence on stderr.
    """

    def __init__(
        self,
        name: str | None = None,
        *,
        lazy: dict[str, str] | None = None,
        **attributes: Any,  # noqa: ANN401 - click's own
    ) -> None:
        super().__init__(name, **attributes)
        self._lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order they were named, not by alphabet."""
        return [*self._lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import ``module:attribute`` of a lazy command."""
        if cmd_name not in self._lazy:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self._lazy[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a Vietnamese sentence for an unknown command."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            known = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"Không có lệnh “{args[0]}”; các lệnh: {known}.", ctx=ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:  # noqa: ANN401
        """Run and leave the process with an exit code, never with a traceback."""
        _speak_utf8()
        extra["standalone_mode"] = False
        extra.setdefault("prog_name", "cchc")
        sys.exit(_guarded(lambda: super(CchcGroup, self).main(args, *rest, **extra)))


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _guarded(run: Callable[[], object]) -> int:
    from assistant import exits

    try:
        outcome = run()
        sys.stdout.flush()
    except click.ClickException as error:
        return _say(usage_sentence(error), exits.CANNOT)
    except (click.Abort, KeyboardInterrupt):
        return _say("Đã dừng theo yêu cầu.", exits.INTERRUPTED)
    except BrokenPipeError:
        # the reader of our output has gone; nothing can be said to it any more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.DONE
    except OSError as error:
        if error.errno == errno.EPIPE:
            return exits.DONE
        _debug()
        place = f" “{error.filename}”" if error.filename else ""
        reason = error.strerror or str(error)
        return _say(
            f"Không dùng được{place} ({reason}); hãy kiểm tra đường dẫn, quyền và dung lượng.",
            exits.CANNOT,
        )
    except Exception as error:  # noqa: BLE001 - the last place before the user
        _debug()
        return _say(*exits.for_error(error))
    return outcome if isinstance(outcome, int) else exits.DONE


def _say(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code


def _debug() -> None:
    from assistant.errors import BadSettings
    from assistant.settings import load

    with contextlib.suppress(BadSettings):
        if load().debug:
            traceback.print_exc()


def usage_sentence(error: click.ClickException) -> str:
    """One Vietnamese sentence for what click found wrong with the command line."""
    path = "cchc"
    if isinstance(error, click.UsageError) and error.ctx:
        path = error.ctx.command_path
    see = f"xem “{path} --help”"
    match error:
        case click.exceptions.NoArgsIsHelpError():
            return f"Thiếu tên lệnh; {see}."
        case click.NoSuchOption():
            return f"Không có tùy chọn “{error.option_name}”; {see}."
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else "tham số"
            if isinstance(error.param, click.Option):
                name = f"{error.param.opts[0]} {name}"
            return f"Thiếu {name}; {see}."
        case click.BadOptionUsage():
            return f"Tùy chọn “{error.option_name}” thiếu giá trị hoặc thừa giá trị; {see}."
    message = error.format_message()
    if extra := _EXTRA_ARGUMENT.match(message):
        return f"Thừa tham số “{extra.group(1)}”; {see}."
    if isinstance(error, click.BadParameter) and error.param:
        message = error.message
    return message if message.endswith(".") and "; " in message else f"{message}; {see}."


def command_options(command: _Command) -> _Command:
    """``--data-dir`` and ``--help``, accepted by the program and by each command alike."""

    def keep(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
        session = ctx.find_root().ensure_object(Session)
        if value is not None:
            session.data_dir = Path(value)

    with_folder = click.option(
        "--data-dir",
        metavar="FOLDER",
        expose_value=False,
        callback=keep,
        help="Thư mục dữ liệu (mặc định: CCHC_DATA_DIR hoặc ./data).",
    )(command)
    return click.help_option("--help", help="In hướng dẫn này.")(with_folder)


def session_of(ctx: click.Context) -> Session:
    """The session that the options of the program and of the command filled."""
    return ctx.find_root().ensure_object(Session)
