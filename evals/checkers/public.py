"""The public checkers: installed apart from the program, asked through a process of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.checkers.claims import Claim
from evals.errors import NotInstalled

FOLDER = Path(__file__).parents[2] / "tmp" / "checkers"
REQUIREMENTS = (
    "corroborate==0.1.0",
    "grounded-check==0.1.2",
    "figured==0.4.3",
    "numaudit==0.1.0",
    "hallucination-detector==1.0.0",
)
_WORKER = Path(__file__).with_name("worker.py")
_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Versions by checker, and by claim what each of them said: ``None`` where it failed."""

    versions: Mapping[str, str]
    accepts: Mapping[str, Mapping[str, bool | None]]


def install(folder: Path = FOLDER) -> list[str]:
    """Install those that can be had; give a line for each one that cannot."""
    venv.create(folder, with_pip=True, clear=True)
    refused = []
    for requirement in REQUIREMENTS:
        done = subprocess.run(  # noqa: S603 - our own list
            [str(_python(folder)), "-m", "pip", "install", "-q", "--no-deps", requirement],
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS,
        )
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            refused.append(f"{requirement} could not be installed and is left out: {last}")
    return refused


def ask(claims: Sequence[Claim], folder: Path = FOLDER) -> Verdicts:
    """What every installed checker says of every claim.

    Raises:
        NotInstalled: nothing was installed there.
    """
    if not _python(folder).is_file():
        raise NotInstalled(
            "the public number checkers are not installed; run “python -m evals.checkers install”"
        )
    lines = [
        json.dumps({"id": str(at), "source": claim.source, "sentence": claim.sentence})
        for at, claim in enumerate(claims)
    ]
    done = subprocess.run(  # noqa: S603 - our own file
        [str(_python(folder)), "-I", str(_WORKER)],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        timeout=_SECONDS,
    )
    head, *said = map(json.loads, done.stdout.splitlines())
    return Verdicts(
        head["checkers"], {claims[int(each["id"])].id: each["accepts"] for each in said}
    )


def _python(folder: Path) -> Path:
    windows = sys.platform == "win32"
    return folder / ("Scripts/python.exe" if windows else "bin/python")
