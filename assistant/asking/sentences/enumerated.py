"""The items that a sentence lists behind "gồm", a colon or the like, as it writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.text.organisations import begins_unit, split_units

_LEADS_IN = re.compile(
    r"\b(?:bao gồm|gồm có|gồm|cụ thể là|trong đó có|đó là|là các|như sau)\s*:?\s+|:\s+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*;\s*(?:và\s+)?")
_COMMAS = re.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+")
_NEXT_LIST = re.compile(r"[,;]?\s+(?:và|cùng)\s+(?=(?:\d{1,3}|các)\s[^:;]{2,60}:)")
_FEWEST = 2


def enumerated_in(text: str) -> list[str]:
    """The items of the list that a sentence leads in; empty where it lists nothing."""
    return next(enumerations(text), [])


def enumerations(text: str) -> Iterator[list[str]]:
    """The items of each list of a sentence, in order."""
    for found in _LEADS_IN.finditer(text):
        listed = _NEXT_LIST.split(text[found.end() :].strip())[0].rstrip(".;")
        items = _items(listed)
        if len(items) >= _FEWEST:
            yield items


def _items(listed: str) -> list[str]:
    if ";" in listed:
        found = _PARTS.split(listed)
    elif begins_unit(listed):
        found = [one for one in split_units(listed) if one]
    else:
        found = _COMMAS.split(listed)
    return [one.strip(" .;,-") for one in found if one.strip(" .;,-")]
