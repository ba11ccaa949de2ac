"""How commands leave that cannot do what they were asked: one sentence, and an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.__main__ import cchc
from assistant.commands.frame import Session
from assistant.service import Service
from tests.assistant.command_line import Cli, one_sentence
from vectorstore.errors import FolderBusy


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([], "cchc --help"),
        (["làm"], "“làm”"),
        (["--lạ"], "--lạ"),
        (["ingest"], "PATH"),
        (["ingest", "/không/có"], "/không/có"),
        (["ask"], "QUESTION"),
        (["ask", "x", "--batch", "y"], "--batch"),
        (["ask", " "], "để trống"),
        (["ask", "--batch", "/không/có"], "/không/có"),
        (["ask", "x", "--document", "lạ"], "“lạ”"),
        (["search"], "QUERY"),
        (["search", "x", "-k", "0"], "“0”"),
        (["search", "x", "-k", "nhiều"], "“nhiều”"),
        (["records"], "targets"),
        (["records", "việc"], "“việc”"),
        (["records", "tasks", "--due-before", "mai"], "“mai”"),
        (["records", "tasks", "--due-before", "2026-02-30"], "“2026-02-30”"),
        (["records", "tasks", "--json", "--csv"], "--csv"),
        (["records", "tasks", "--document", "lạ"], "“lạ”"),
        (["documents", "show"], "ID"),
        (["documents", "show", "lạ"], "“lạ”"),
        (["documents", "show", "a", "b"], "“b”"),
        (["documents", "remove"], "ID"),
        (["documents", "remove", "lạ"], "“lạ”"),
        (["documents", "xóa"], "“xóa”"),
        (["documents", "correct", "x"], "--set"),
        (["documents", "correct", "x", "--set", "lead=A"], "--by"),
        (["documents", "correct", "x", "--set", "lead", "--by", "A"], "“lead”"),
        (["documents", "correct", "x", "--set", "=A", "--by", "A"], "“=A”"),
        (["documents", "correct", "x", "--set", "a=1", "--set", "a=2", "--by", "A"], "“a”"),
        (["documents", "correct", "lạ", "--set", "lead=A", "--by", "A"], "“lạ”"),
        (["documents", "corrections", "lạ"], "“lạ”"),
        (["documents", "undo"], "CORRECTION_ID"),
        (["documents", "undo", "lạ"], "“lạ”"),
        (["serve", "--port", "70000"], "“70000”"),
        (["serve", "--load-samples", "/không/có"], "/không/có"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_two(
    cli: Cli, args: list[str], words: str
) -> None:
    result = cli(*args)
    assert words in one_sentence(result)
    assert result.exit_code == 2


def test_an_excel_file_in_a_missing_folder_is_one_sentence(cli: Cli, tmp_path: Path) -> None:
    result = cli("records", "tasks", "--xlsx", tmp_path / "không" / "ra.xlsx")
    assert "ra.xlsx" in one_sentence(result)
    assert result.exit_code == 2


class Failing(Session):
    """A session that cannot give a service."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self._error = error

    @contextmanager
    def connect(self, *, rebuild_vectors: bool = False) -> Iterator[Service]:
        raise self._error
        yield


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (FolderBusy("Thư mục đang bận; hãy chờ."), 2, "đang bận"),
        (OSError(28, "No space left on device", "/kho/x"), 2, "/kho/x"),
        (ZeroDivisionError("bí mật"), 70, "ZeroDivisionError"),
    ],
)
def test_whatever_goes_wrong_is_one_sentence(error: Exception, code: int, words: str) -> None:
    result = CliRunner().invoke(cchc, ["documents"], obj=Failing(error))
    assert words in one_sentence(result)
    assert "bí mật" not in result.stderr
    assert result.exit_code == code


def test_a_defect_shows_its_trace_only_for_debugging(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_DEBUG", "1")
    result = CliRunner().invoke(cchc, ["documents"], obj=Failing(ZeroDivisionError("ở đây")))
    assert "Traceback" in result.stderr


def test_an_interrupt_ends_quietly() -> None:
    result = CliRunner().invoke(cchc, ["documents"], obj=Failing(KeyboardInterrupt()))
    assert (result.stderr.strip(), result.exit_code) == ("Đã dừng theo yêu cầu.", 130)


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_data_folder_is_accepted_before_and_after_the_command(place: str) -> None:
    session = Session()
    option = ["--data-dir", "/dev/null/kho"]
    args = [*option, "documents"] if place == "before" else ["documents", *option]
    result = CliRunner().invoke(cchc, args, obj=session)
    assert result.exit_code == 2
    assert "/dev/null/kho" in one_sentence(result)
