"""Rows that only sum others up, told by their names."""

from __future__ import annotations

import re

from ingest.text.normal import fold
from ingest.vocabulary import load

_BRACKETS = re.compile(r"\([^)]*\)")


def is_total(name: str, *, of_work: bool = False) -> bool:
    """Whether a row's name only says that it sums the rows up ("Tổng cộng", "Cộng toàn bộ").

    ``of_work``: what work costs together is a sum as well, not a figure of its own.
    """
    vocabulary = load("indicators")
    said = fold(_BRACKETS.sub(" ", name)).strip(" .:;")
    if said in {fold(word) for word in vocabulary.get("total_rows", ())}:
        return True
    begins = {fold(word) for word in vocabulary["total_begins"]}
    going_on = [*vocabulary["total_goes_on"], *(vocabulary["total_of_work"] if of_work else ())]
    rest = {part for word in going_on for part in fold(word).split()}
    words = said.split()
    return bool(words) and words[0] in begins and rest.issuperset(words[1:])
