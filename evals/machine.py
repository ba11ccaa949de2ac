"""Which code was measured, and on what."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

_ROOT = Path(__file__).parents[1]


def commit() -> str:
    """The commit of the working tree, with ``-dirty`` where it was changed."""
    shown = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--exclude=*"],  # noqa: S607 - as on the path
        capture_output=True,
        check=False,
        cwd=_ROOT,
        text=True,
    )
    return shown.stdout.strip() or "unknown"


def machine() -> str:
    """System, Python and processors in one line."""
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, " + (
        f"{os.cpu_count()} processors"
    )
