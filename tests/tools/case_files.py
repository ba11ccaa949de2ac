"""Write what the check now says into the case files: ``python -m tests.tools.case_files``.

Only for a change of behaviour that is meant; read the diff of the files line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.assistant.checking import test_claims_cases as claims
from tests.assistant.checking import test_verdicts_cases as verdicts
from tests.assistant.checking.sheets import material

FOLDER = Path(claims.__file__).parent


def _written(sentence: str, pieces: Iterable[object], indent: str) -> Iterator[str]:
    rows = [f"{indent}  - {json.dumps(one, ensure_ascii=False)}" for one in pieces]
    yield f"{indent}{json.dumps(sentence, ensure_ascii=False)}:{'' if rows else ' []'}"
    yield from rows


def rewrite_claims(path: Path) -> None:
    """Renew what is read in each sentence of the case file of claims."""
    text = path.read_text(encoding="utf-8")
    stated: dict[str, Any] = yaml.safe_load(text)
    lines = [text.split("\ncases:\n")[0], "cases:"]
    for sentence in stated["cases"]:
        found = material(sentence, *claims.ROWS).claims
        lines += _written(sentence, map(claims.shown, found), "  ")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def rewrite_verdicts(path: Path) -> None:
    """Renew the verdicts on each sentence of the case file of verdicts."""
    text = path.read_text(encoding="utf-8")
    groups: list[dict[str, Any]] = yaml.safe_load(text)
    head, *blocks = text.split("\n- group: ")
    lines = [head.rstrip()]
    for group, block in zip(groups, blocks, strict=True):
        lines += ["", "- group: " + block.split("\n  cases:\n")[0], "  cases:"]
        for sentence in group["cases"]:
            lines += _written(sentence, verdicts.shown(group, sentence), "    ")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    rewrite_claims(FOLDER / "claim_cases.yaml")
    for file in verdicts.FILES:
        rewrite_verdicts(file)
