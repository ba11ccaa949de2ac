"""The program's own checker, asked like the others: is this sentence right by that source?"""

from __future__ import annotations

import tempfile
from pathlib import Path

from assistant.checking.check import check_document
from evals.checkers.claims import Claim
from ingest.model import Reading
from ingest.pipeline import read_file

NAME = "this program"
_GOOD = {"match", "rounded", "derived", "not_a_claim"}


def accepts(claim: Claim) -> bool:
    """No finding above ``info``, and no figure of the sentence with a bad verdict."""
    with tempfile.TemporaryDirectory(prefix="cchc-claim-") as folder:
        text = _read(Path(folder), "bao-cao.txt", claim.text)
        source = _read(Path(folder), "nguon.txt", claim.source)
        check = check_document(text, [source])
    accused = any(finding.severity != "info" for finding in check.findings)
    return not accused and all(figure.verdict in _GOOD for figure in check.figures)


def _read(folder: Path, name: str, text: str) -> Reading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path, document_id=path.stem, shown_path=name)
