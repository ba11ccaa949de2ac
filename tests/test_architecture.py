"""The import contracts hold, and each of them fails on a planted violation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("prompts", "ingest", "vectorstore", "assistant", "ui", "evals", "benchmarks")
PLANTED = {
    "Folders are a one-way street": ("ingest/planted.py", "import vectorstore.fusion\n"),
    "Reading knows no store, no model provider, no web": ("ingest/planted.py", "import httpx\n"),
    "The store knows no web": ("vectorstore/planted.py", "import fastapi\n"),
    "Only the interface knows Gradio": ("assistant/planted.py", "import gradio\n"),
    "The interface knows the service, not the store": (
        "ui/planted.py",
        "import vectorstore.index\n",
    ),
}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    lint = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(lint), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_copy_keeps_every_contract(copy: Path) -> None:
    done = _lint(copy)
    assert done.returncode == 0, done.stdout
    assert f"Contracts: {len(PLANTED)} kept, 0 broken." in done.stdout


@pytest.mark.parametrize("contract", sorted(PLANTED))
def test_a_planted_violation_breaks_its_contract(copy: Path, contract: str) -> None:
    path, code = PLANTED[contract]
    (copy / path).write_text(code, encoding="utf-8")
    done = _lint(copy)
    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout
