"""A report drafted with the chat model, by the program as it is built."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import settings as settings_of
from assistant.answer import Draft
from assistant.bootstrap import open_local
from assistant.service import DraftOrder
from evals import documents

_KIND = "annual-report"
_YEAR = 2025


def draft_with(name: str) -> Draft:
    """The annual report of the sample department, its sections reworded by the model ``name``."""
    samples = {file.name: file for file in documents.samples()}
    with TemporaryDirectory(prefix="cchc-drafted-") as folder:
        settings = settings_of.load(llm=name, data_dir=Path(folder))
        with open_local(settings) as service:
            order = DraftOrder(
                _KIND,
                year=_YEAR,
                annex=samples["phu-luc-thong-ke-2025.docx"],
                previous=samples["phu-luc-thong-ke-2024.xlsx"],
            )
            return service.draft(order)
