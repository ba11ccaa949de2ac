"""The lines of a document one by one, those that stand side by side taken apart.

Copied from a page, the recipients and the signature stand in one line: "- Lưu: VT.      Họ Và Tên".
"""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.labels import tidy
from ingest.model import Document, Source

BESIDE = re.compile(r"\t|\s{3,}")
"""What parts two columns that a file holds in one line."""


def closing_lines(corpus: Corpus, document: Document) -> list[tuple[str, Source]]:
    """Every line of the document's text with its source, without marks around it."""
    return [
        (told, entry.source)
        for entry in corpus.entries
        if entry.document.id == document.id and entry.unit is not None
        for line in entry.unit.text.split("\n")
        for piece in BESIDE.split(line.strip())
        if (told := tidy(piece).strip("* "))
    ]
