"""Domain words as editable YAML files, and their loader.

A file of the same name in the folder that ``CCHC_VOCABULARY_DIR`` names (see
:mod:`assistant.settings`) replaces the shipped one; :func:`use_folder` tells this package so.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where built
_SHIPPED = Path(__file__).parent


class _State:
    folder: Path | None = None


def use_folder(folder: Path | None) -> None:
    """Read vocabulary files from ``folder`` first. ``None`` goes back to the shipped ones."""
    _State.folder = folder
    load.cache_clear()


@lru_cache(maxsize=64)
def load(name: str) -> dict[str, Any]:
    """The mapping in ``name.yaml``. Raises ``ValueError`` where the file is not a mapping."""
    own = _State.folder / f"{name}.yaml" if _State.folder else None
    path = own if own and own.is_file() else _SHIPPED / f"{name}.yaml"
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - both are safe
    if not isinstance(found, dict):
        raise ValueError(f"{path}: cần một bảng khóa–giá trị YAML ở mức ngoài cùng.")
    return found
