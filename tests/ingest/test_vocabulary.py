"""Every vocabulary file, read by either of the two YAML loaders there are."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from ingest import vocabulary

FILES = sorted(Path(vocabulary.__file__).parent.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_says_the_same_where_yaml_was_built_without_its_library(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.SafeLoader) == vocabulary.read(path)


def test_there_are_vocabulary_files() -> None:
    assert len(FILES) > 20


def test_what_is_made_of_a_file_is_made_anew_of_another(tmp_path: Path) -> None:
    @vocabulary.remembered()
    def first() -> str:
        return str(vocabulary.load("dong-ho")["words"][0])

    for word, folder in (("tích", tmp_path / "a"), ("tắc", tmp_path / "b")):
        folder.mkdir()
        (folder / "dong-ho.yaml").write_text(f"words: [{word}]\n", encoding="utf-8")
        vocabulary.use_folder(folder)
        try:
            assert first() == word
        finally:
            vocabulary.use_folder(None)


def test_nothing_made_of_vocabulary_is_kept_when_other_files_are_read() -> None:
    root = Path(vocabulary.__file__).parents[2]
    files = [path for name in ("assistant", "ingest") for path in (root / name).rglob("*.py")]
    kept = [
        f"{path.relative_to(root)}: {node.name}"
        for path in files
        if path.parent.name != "vocabulary"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and any("lru_cache" in ast.unparse(one) for one in node.decorator_list)
        and any(
            isinstance(call, ast.Call) and ast.unparse(call.func) in ("load", "load_folder")
            for call in ast.walk(node)
        )
    ]
    assert kept == []
