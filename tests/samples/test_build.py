from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import pytest

from samples import build
from samples.facts.identity import FILES, FRAMEWORK
from samples.writing import fonts
from tests.samples.reading import FOLDER

OFFICE = [name for name in FILES if name.endswith((".docx", ".xlsx"))]


def _entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_six_documents_are_committed_and_nothing_else_is_built() -> None:
    assert set(build.BUILDERS) == set(FILES)
    assert len(FILES) == 6
    assert [name for name in FILES if not (FOLDER / name).is_file()] == []


@pytest.mark.parametrize("name", OFFICE)
def test_an_office_file_built_again_has_the_committed_content(name: str, tmp_path: Path) -> None:
    build.BUILDERS[name](tmp_path / name)
    assert _entries(tmp_path / name) == _entries(FOLDER / name)


@pytest.mark.parametrize("name", OFFICE)
def test_an_office_file_bears_no_time_of_its_build(name: str) -> None:
    with zipfile.ZipFile(FOLDER / name) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 1, 1, 0, 0, 0)}


def test_the_text_file_built_again_is_the_committed_one(tmp_path: Path) -> None:
    [name] = [name for name in FILES if name.endswith(".txt")]
    build.BUILDERS[name](tmp_path / name)
    assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


def test_the_pdf_built_again_is_the_committed_one(tmp_path: Path) -> None:
    try:
        family = fonts.find_fonts().family
    except fonts.FontMissing as missing:
        pytest.skip(str(missing))
    if family != "Tinos":
        pytest.skip(f"the committed PDF was set in Tinos, this machine has {family}")
    build.BUILDERS[FRAMEWORK.file](tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == (FOLDER / FRAMEWORK.file).read_bytes()


def test_a_machine_without_a_vietnamese_font_is_told_so_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "Other.ttf").touch()
    with pytest.raises(fonts.FontMissing) as raised:
        fonts.find_fonts((tmp_path, tmp_path / "absent"))
    message = str(raised.value)
    assert "Tinos" in message
    assert "fonts-croscore" in message
    assert message.count(". ") == 0


def test_the_command_prints_the_missing_font_and_exits_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: Path) -> None:
        raise fonts.FontMissing("Không tìm thấy phông.")

    monkeypatch.setattr(build, "BUILDERS", {"x.pdf": fail})
    assert build.main(["--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "Không tìm thấy phông.\n"


def test_all_texts_are_in_composed_unicode() -> None:
    for path in (FOLDER / "facts").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name
        assert "\u00d0" not in text, path.name
