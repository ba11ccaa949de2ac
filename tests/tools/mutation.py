"""How much of a change to the code that reads, binds and judges figures the unit tests notice.

``python -m tests.tools.mutation`` copies the code to a temporary folder, lets mutmut change it in a
sample drawn with a fixed seed, and writes the score into ``docs/code-mutation.md``. The settings of
mutmut (files, tests) stand in ``pyproject.toml``. While tests are written, ``--keep-page`` prints
the survivors instead, and ``--only ratios`` measures the files with that in their name.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import importlib.util
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "code-mutation.md"
OPEN, CLOSE = "<!-- measured -->", "<!-- /measured -->"
COPIED = ("assistant", "ingest", "prompts", "vectorstore", "tests", "pyproject.toml")
GROUPS = {
    "Number parser": ("ingest/text/numbers.py", "assistant/checking/spans.py"),
    "Date parser": ("ingest/text/day_spans.py", "ingest/text/deadlines.py"),
    "Unit parser": ("assistant/checking/units.py",),
    "Binder": (
        "assistant/checking/claims.py",
        "assistant/checking/context.py",
        "assistant/checking/timing.py",
        "assistant/checking/subjects.py",
        "assistant/checking/words.py",
        "assistant/checking/binding.py",
    ),
    "Verdicts": (
        "assistant/checking/verdicts.py",
        "assistant/checking/candidates.py",
        "assistant/checking/unmatched.py",
        "assistant/checking/ratios.py",
        "assistant/checking/portions.py",
        "assistant/checking/bases.py",
        "assistant/checking/explained.py",
        "assistant/checking/mistakes.py",
        "assistant/checking/comparing.py",
        "assistant/checking/derivations.py",
    ),
}
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("text constant", re.compile(r"""XX|(?:"|')[A-ZĐÀ-Ỹ_ ]{2,}(?:"|')""")),
    ("comparison", re.compile(r"[<>=!]=|[<>]|\bis\b|\bin\b")),
    ("and / or / not", re.compile(r"\b(?:and|or|not)\b")),
    ("number", re.compile(r"\d")),
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file: ``status`` as mutmut names it, ``diff`` of those that lived."""

    file: str
    name: str
    status: str
    diff: tuple[str, ...] = ()

    @property
    def killed(self) -> bool:
        """Whether some test noticed it."""
        return self.status in ("killed", "timeout", "segfault")

    @property
    def kind(self) -> str:
        """What sort of change a surviving mutant is."""
        before = Counter(re.findall(r"\w+|[^\w\s]+", " ".join(self.diff[:1])[1:]))
        after = Counter(re.findall(r"\w+|[^\w\s]+", " ".join(self.diff[1:2])[1:]))
        changed = " ".join([*(before - after), *(after - before)])
        if "None" in changed or not after - before:
            return "argument or value removed"
        return next((kind for kind, mark in KINDS if mark.search(changed)), "other")


def sample(folder: Path, size: int, seed: int, *, only: str = "") -> dict[str, list[str]]:
    """The names of ``size`` mutants of each file (all where there are fewer), drawn by ``seed``."""
    mutate = importlib.import_module("mutmut.mutation.file_mutation").mutate_file_contents
    settings = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    changed = set(settings["tool"]["mutmut"]["only_mutate"])
    if stray := changed ^ {file for files in GROUPS.values() for file in files}:
        raise SystemExit(f"only_mutate in pyproject.toml and the groups differ: {sorted(stray)}")
    drawn = {}
    for file in (file for files in GROUPS.values() for file in files if only in file):
        module = file.removesuffix(".py").replace("/", ".")
        made = mutate(file, (folder / file).read_text(encoding="utf-8")).mutant_names
        names = sorted(f"{module}.{name.removeprefix(f'{module}.')}" for name in made)
        drawn[file] = random.Random(f"{seed} {file}").sample(names, min(size, len(names)))
    return drawn


def run(folder: Path, drawn: dict[str, list[str]], workers: int) -> list[Mutant]:
    """Test the drawn mutants in ``folder``."""
    environment = {**os.environ, "COLUMNS": "200"}

    def mutmut(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "mutmut", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout

    names = [name for group in drawn.values() for name in group]
    log = mutmut("run", "--max-children", str(workers), *names)
    found = re.findall(r"^\s*(\S+): (.+?)\s*$", mutmut("results", "--all", "true"), re.MULTILINE)
    status = dict(found)
    left = [name for name in names if status.get(name, "not checked") == "not checked"]
    if left:
        raise SystemExit(f"mutmut stopped early:\n{log[-3000:]}\nnot checked: {left}")
    difference = importlib.import_module("mutmut.mutation.diff_apply").get_diff_for_mutant
    mutants = []
    with contextlib.chdir(folder):
        for file, name in ((file, name) for file, group in drawn.items() for name in group):
            one = Mutant(file, name, status[name])
            if not one.killed:
                lines = difference(name, path=file).splitlines()
                changed = [line for line in lines if re.match(r"[-+](?!--|\+\+)", line)]
                one = Mutant(file, name, status[name], tuple(changed))
            mutants.append(one)
    return mutants


def table(mutants: Sequence[Mutant], *, size: int, seed: int) -> str:
    """The measured part of the page: score by group and file, survivors by kind, their changes."""
    lines = [
        f"mutmut {version('mutmut')}, at most {size} mutants a file, seed {seed}, "
        f"{len(mutants)} in all.",
        "",
        "| group | file | mutants | noticed | score |",
        "|---|---|---|---|---|",
    ]
    for group, files in GROUPS.items():
        inside = [one for one in mutants if one.file in files]
        lines += [_row(f"**{group}**", "", inside)]
        if len(files) > 1:
            lines += [_row("", f"`{f}`", [one for one in inside if one.file == f]) for f in files]
    lines += [_row("**all**", "", mutants), "", "| survivors by kind | |", "|---|---|"]
    alive = [one for one in mutants if not one.killed]
    lines += [f"| {kind} | {n} |" for kind, n in Counter(one.kind for one in alive).most_common()]
    lines += ["", "<details><summary>Every survivor</summary>", ""]
    for one in alive:
        lines += [f"`{one.name}`", "", "```diff", *one.diff, "```", ""]
    return "\n".join([*lines, "</details>"])


def _row(group: str, file: str, mutants: Sequence[Mutant]) -> str:
    killed = sum(one.killed for one in mutants)
    share = f"{100 * killed / len(mutants):.1f} %" if mutants else "-"
    return f"| {group} | {file} | {len(mutants)} | {killed} | {share} |"


def main() -> int:
    """Measure and write the page; 1 where a group has less than the least score."""
    parser = argparse.ArgumentParser(description="Mutation score of the figure code")
    parser.add_argument("--size", type=int, default=50, help="mutants a file")
    parser.add_argument("--seed", type=int, default=2027)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--least", type=float, default=0.9, help="the score each group needs")
    parser.add_argument("--only", default="", help="measure the files with this in their path")
    parser.add_argument("--keep-page", action="store_true", help="print all, write nothing")
    chosen = parser.parse_args()
    if chosen.only and not chosen.keep_page:
        parser.error("--only measures a part, which the page is not for: add --keep-page")
    if importlib.util.find_spec("mutmut") is None:
        raise SystemExit("mutmut is not installed: .venv/bin/pip install mutmut==3.8.1")
    with tempfile.TemporaryDirectory(prefix="cchc-mutation-") as name:
        folder = Path(name)
        for item in COPIED:
            source = ROOT / item
            if source.is_dir():
                shutil.copytree(source, folder / item, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, folder / item)
        drawn = sample(folder, chosen.size, chosen.seed, only=chosen.only)
        if not drawn:
            raise SystemExit(f"no measured file has {chosen.only!r} in its path")
        mutants = run(folder, drawn, chosen.workers)
    measured = table(mutants, size=chosen.size, seed=chosen.seed)
    if not chosen.keep_page:
        page = PAGE.read_text(encoding="utf-8")
        before, behind = page.split(OPEN)[0], page.split(CLOSE)[1]
        PAGE.write_text(f"{before}{OPEN}\n{measured}\n{CLOSE}{behind}", encoding="utf-8")
    sys.stdout.write(measured if chosen.keep_page else measured.split("<details>")[0])
    groups = [[one for one in mutants if one.file in files] for files in GROUPS.values()]
    scores = [sum(one.killed for one in group) / len(group) for group in groups if group]
    return 0 if min(scores) >= chosen.least else 1


if __name__ == "__main__":
    raise SystemExit(main())
