"""Domain words as editable YAML files, and their loader.

A file of the same name in the folder that ``CCHC_VOCABULARY_DIR`` names (see
:mod:`assistant.settings`) replaces the shipped one; :func:`use_folder` tells this package so. In a
subfolder such as ``units`` it adds to the shipped ones.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, ParamSpec, TypeVar, cast

import yaml

P = ParamSpec("P")
T = TypeVar("T")

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where built
_SHIPPED = Path(__file__).parent


class _State:
    folder: Path | None = None
    dependents: ClassVar[list[Callable[[], None]]] = []


def use_folder(folder: Path | None) -> None:
    """Read vocabulary files from ``folder`` first. ``None`` goes back to the shipped ones."""
    _State.folder = folder
    load.cache_clear()
    load_folder.cache_clear()
    for forget in _State.dependents:
        forget()


def when_replaced(forget: Callable[[], None]) -> Callable[[], None]:
    """Have ``forget`` called whenever other files are read from then on."""
    _State.dependents.append(forget)
    return forget


def remembered(maxsize: int | None = 1) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what a function makes of vocabulary files, until other files are read."""

    def kept(function: Callable[P, T]) -> Callable[P, T]:
        cached = lru_cache(maxsize=maxsize)(function)
        when_replaced(cached.cache_clear)
        return cast("Callable[P, T]", cached)

    return kept


@lru_cache(maxsize=64)
def load(name: str) -> dict[str, Any]:
    """The mapping in ``name.yaml``. Raises ``ValueError`` where the file is not a mapping."""
    own = _State.folder / f"{name}.yaml" if _State.folder else None
    return read(own if own and own.is_file() else _SHIPPED / f"{name}.yaml")


@lru_cache(maxsize=8)
def load_folder(name: str) -> tuple[dict[str, Any], ...]:
    """The mappings of every file in the folder ``name``, by file name; own ones replace shipped."""
    files = {path.name: path for path in (_SHIPPED / name).glob("*.yaml")}
    if _State.folder is not None:
        files.update({path.name: path for path in (_State.folder / name).glob("*.yaml")})
    return tuple(read(files[file]) for file in sorted(files))


def read(path: Path) -> dict[str, Any]:
    """The mapping in one file. Raises ``ValueError`` where it is none."""
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - both are safe
    if not isinstance(found, dict):
        raise ValueError(f"{path}: cần một bảng khóa–giá trị YAML ở mức ngoài cùng.")
    return found
