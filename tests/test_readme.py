"""What the README tells a reader to type works."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _commands() -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def test_the_two_commands_stand_first() -> None:
    first = re.search(r"^    (make \w+).*\n    (make \w+)", README, flags=re.MULTILINE)
    assert first is not None
    assert first.groups() == ("make run", "make test")
    assert README.index("make run") < 900


def test_every_command_of_the_readme_runs(tmp_path: Path) -> None:
    commands = _commands()
    assert len(commands) >= 6
    for command in commands:
        name, *arguments = shlex.split(command)
        assert name == "cchc"
        done = subprocess.run(
            [str(Path(sys.executable).with_name("cchc")), *arguments],
            cwd=ROOT,
            env={**os.environ, "CCHC_DATA_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout.strip(), command


def test_every_command_that_exists_is_in_the_readme() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("cchc")), "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    names = re.findall(r"^  (\w+)  ", done.stdout.split("Commands:")[1], flags=re.MULTILINE)
    assert names
    assert [name for name in names if f"`cchc {name}" not in README] == []


@pytest.mark.parametrize("target", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_settings_named_in_the_readme_are_read() -> None:
    settings = (ROOT / "assistant" / "settings.py").read_text(encoding="utf-8")
    for name in set(re.findall(r"CCHC_([A-Z_]+)", README)):
        assert re.search(rf"\b{name.lower()}\b", settings), name
