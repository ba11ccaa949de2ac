from __future__ import annotations

from pathlib import Path

import pytest

from tests.assistant.command_line import Cli
from tests.assistant.fakes import Parts


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine reaches a test."""
    import os

    for name in list(os.environ):
        if name.startswith("CCHC_"):
            monkeypatch.delenv(name)


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    data_dir = tmp_path / "kho"
    data_dir.mkdir()
    return Parts(data_dir)


@pytest.fixture
def cli(parts: Parts) -> Cli:
    return Cli(parts.service)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with two readable files, one of another type, and files to pass over."""
    folder = tmp_path / "văn bản"
    (folder / "phụ lục").mkdir(parents=True)
    (folder / "b.txt").write_text("Lập kế hoạch\nKiểm tra nội bộ\n", encoding="utf-8")
    (folder / "phụ lục" / "a.txt").write_text("Tập huấn nghiệp vụ\n", encoding="utf-8")
    (folder / "ảnh.png").write_bytes(b"\x89PNG")
    (folder / "~$b.txt").write_text("khóa", encoding="utf-8")
    (folder / ".ẩn.txt").write_text("ẩn", encoding="utf-8")
    return folder
