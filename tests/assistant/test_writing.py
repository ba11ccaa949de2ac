from __future__ import annotations

from pathlib import Path

import pytest

from assistant.commands.output import writing
from assistant.errors import BadTarget


def test_a_result_that_cannot_be_written_names_its_file() -> None:
    target = Path("kết quả.docx")
    with (
        pytest.raises(BadTarget, match=r"“kết quả\.docx” \(No space left on device\); hãy"),
        writing(target),
    ):
        raise OSError(28, "No space left on device")  # a full disk names no file itself


def test_what_is_written_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    with writing(target):
        target.write_text("xong", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "xong"
