"""Invented documents of many bodies and layouts, with the records they must give, line by line.

``documents/*.txt`` are the documents, ``documents/*.records`` what was checked by eye to stand in
them. ``CCHC_WRITE_RECORDS=1`` writes the latter anew; read the difference before keeping it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ingest.model import Source
from ingest.pipeline import read_file
from ingest.text.markup import without_residue
from tests.ingest.extraction.described import described

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_gives_exactly_these_records(path: Path) -> None:
    found = described(read_file(path, document_id="d", shown_path=path.name))
    kept = path.with_suffix(".records")
    if os.environ.get("CCHC_WRITE_RECORDS"):
        kept.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_quote_of_a_record_stands_in_its_document(path: Path) -> None:
    text = " ".join(without_residue(path.read_text(encoding="utf-8")).split())

    def quotes(source: Source) -> list[str]:
        return [source.quote, *(part.quote for part in source.parts)]

    reading = read_file(path, document_id="d", shown_path=path.name)
    missing = [
        quote
        for record in reading.records
        for quote in quotes(record.source)
        if " ".join(quote.split()) not in text
    ]
    assert missing == []


def test_there_are_enough_documents_to_mean_something() -> None:
    assert len(DOCUMENTS) >= 25
    assert {path.stem for path in DOCUMENTS} == {
        path.stem for path in DOCUMENTS[0].parent.glob("*.records")
    }
