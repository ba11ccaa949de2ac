"""The word lists of ``drafting_names.yaml``, and how a phrase is compared with them."""

from __future__ import annotations

from functools import lru_cache

from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

PUNCTUATION = " .:;,…"
"""What closes a name and is no part of it."""

_Entries = dict[str, tuple[tuple[str, ...], ...]]


@remembered()
def _words() -> dict[str, _Entries]:
    """The lists of the vocabulary: entries by their first word, the longest ones first."""
    lists: dict[str, _Entries] = {}
    for name, entries in load("drafting_names").items():
        if not isinstance(entries, list) or name in ("generic", "asides", "proper"):
            continue
        found: dict[str, list[tuple[str, ...]]] = {}
        for entry in {tuple(keys(str(entry))) for entry in entries} - {()}:
            found.setdefault(entry[0], []).append(entry)
        lists[name] = {
            first: tuple(sorted(of, key=lambda words: (-len(words), words)))
            for first, of in found.items()
        }
    return lists


def starts_with(words: list[str], name: str, at: int = 0) -> int:
    """How many words of ``words`` from ``at`` are the longest entry of that list; 0 for none."""
    if at >= len(words):
        return 0
    for entry in _words()[name].get(words[at], ()):
        if tuple(words[at : at + len(entry)]) == entry:
            return len(entry)
    return 0


def is_only(words: list[str], name: str) -> bool:
    """Whether ``words`` are an entry of that list and nothing else."""
    return bool(words) and starts_with(words, name) == len(words)


def keys(text: str) -> list[str]:
    """The words of ``text`` as compared: lower case, without the punctuation behind them."""
    return list(_keys(text))


@lru_cache(maxsize=8192)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.strip(PUNCTUATION + '"“”()') for word in match_key(text).split())


def is_person(text: str) -> bool:
    """Whether ``text`` opens with a word for people: "công chức", "lượt người"."""
    words = keys(text)
    return starts_with(words, "person_nouns") > 0 or starts_with(words, "person_units") > 0
