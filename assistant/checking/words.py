"""Texts -> terms that can be compared: abbreviations written out, synonyms joined, empties out."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from assistant.checking.model import Weights
from ingest.text.normal import match_key
from ingest.vocabulary import load

_WORD = re.compile(r"[^\W_]+(?:_[^\W_]+)*")
_BREAK = re.compile(r"[.,;:()\[\]\"/]|\s-\s")
_DEFINED = re.compile(r"((?:[^\W\d_]+[ ,]+){1,10}[^\W\d_]+)\s*\(([A-ZĐ][A-ZĐ&]{1,9})\)")
_PAIR_SHARE = 0.8
_UNSEEN = 0.35
_LEAST = 4


def _vocabulary() -> dict[str, Any]:
    return load("checking_words")


def defined_abbreviations(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Abbreviations that texts introduce themselves: ``thủ tục hành chính (TTHC)``."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _DEFINED.finditer(text):
            words, short = match.group(1).replace(",", " ").split(), match.group(2)
            letters = short.replace("&", "")
            tail = words[-len(letters) :]
            if len(tail) == len(letters) and all(
                word[0].lower() == letter.lower()
                for word, letter in zip(tail, letters, strict=True)
            ):
                found[match_key(short)] = match_key(" ".join(tail))
    return tuple(sorted(found.items()))


@lru_cache(maxsize=8)
def _replacer(pairs: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(pairs)
    ordered = sorted(table, key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in ordered)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), table


@lru_cache(maxsize=1)
def _synonyms() -> tuple[tuple[str, str], ...]:
    pairs: dict[str, str] = {}
    for group in _vocabulary()["synonyms"]:
        first = match_key(group[0])
        for wording in group[1:]:
            pairs[match_key(wording)] = first
    return tuple(pairs.items())


@lru_cache(maxsize=1)
def _short() -> tuple[tuple[str, str], ...]:
    return tuple((match_key(a), match_key(b)) for a, b in _vocabulary()["expand"].items())


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, str], ...]:
    keys = (match_key(phrase) for phrase in _vocabulary()["phrases"])
    return tuple((key, key.replace(" ", "")) for key in keys)


@lru_cache(maxsize=32768)
def _normal(text: str, defined: tuple[tuple[str, str], ...]) -> str:
    key = match_key(text)
    for pairs in (tuple({**dict(_short()), **dict(defined)}.items()), _synonyms(), _phrases()):
        pattern, table = _replacer(pairs)
        key = pattern.sub(lambda found, table=table: table[found.group(0)], key)  # type: ignore[misc]
    return key


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    return frozenset(match_key(word) for word in _vocabulary()["empty"])


class Lexicon:
    """How documents of one check are worded: their abbreviations, and how rare each term is."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._defined = defined_abbreviations(texts)
        self._weights: dict[str, float] = {}
        self._subjects: re.Pattern[str] | None = None

    def normal(self, text: str) -> str:
        """``text`` in lower case with abbreviations written out and synonyms joined."""
        return _normal(text, self._defined)

    def terms(self, text: str) -> Weights:
        """The syllables of ``text`` that say something, and pairs of neighbours among them."""
        found: set[str] = set()
        for piece in _BREAK.split(self.normal(text)):
            syllables = [word for word in _WORD.findall(piece) if not word.isdigit()]
            kept = [word if word not in _empty() else None for word in syllables]
            for before, after in zip([None, *kept], kept, strict=False):
                if after is not None:
                    found.add(after)
                    if before is not None:
                        found.add(f"{before}_{after}")
        for level in re.findall(r"mức độ (\d)", self.normal(text)):
            found.add(f"mức_độ_{level}")
        found.update(f"{stars}_sao" for stars in re.findall(r"(\d) sao(?!\w)", self.normal(text)))
        return frozenset(found)

    def learn(self, documents: Iterable[Weights]) -> None:
        """Weigh terms by how few of ``documents`` (the indicators' own words) have them."""
        counted: Counter[str] = Counter()
        total = 0
        for terms in documents:
            total += 1
            counted.update(terms)
        self._weights = {
            term: math.log(1 + total / count) * (_PAIR_SHARE if "_" in term else 1.0)
            for term, count in counted.items()
        }

    def weight(self, term: str) -> float:
        """How much ``term`` tells one indicator from another; little for unknown ones."""
        return self._weights.get(term, _UNSEEN * (_PAIR_SHARE if "_" in term else 1.0))

    def knows(self, term: str) -> bool:
        """Whether some indicator has ``term`` among its own words."""
        return term in self._weights

    def learn_subjects(self, names: Iterable[str]) -> None:
        """The names of those whose figures the sources give, by place or unit."""
        keys = sorted({match_key(name).strip(" .:-") for name in names}, key=len, reverse=True)
        bare = [re.sub(rf"^(?:{_kinds()})\s+", "", key) for key in keys]
        wanted = sorted({one for one in (*keys, *bare) if len(one) >= _LEAST}, key=len)
        if wanted:
            joined = "|".join(map(re.escape, reversed(wanted)))
            self._subjects = re.compile(rf"(?<!\w)(?:(?:{_kinds()})\s+)?(?:{joined})(?!\w)")

    def of_subjects(self, text: str) -> Weights:
        """The terms of the names of places and units that stand in ``text``."""
        if self._subjects is None:
            return frozenset()
        found = self._subjects.findall(match_key(text))
        return self.terms(" . ".join(found)) if found else frozenset()

    def opposed(self, one: str, other: str) -> bool:
        """Whether two normal texts name opposite sides (``đúng hạn`` and ``quá hạn``)."""
        for left, right in _opposites():
            has_left, has_right = has(one, left), has(one, right)
            if has_left and not has_right and has(other, right) and not has(other, left):
                return True
            if has_right and not has_left and has(other, left) and not has(other, right):
                return True
        return False


def share_held(wanted: Weights, words: Weights) -> float:
    """How many of the syllables of ``wanted`` stand in ``words``, all counting alike.

    Beside weights, which terms that many indicators lack distort.
    """
    single = [term for term in wanted if "_" not in term]
    return len([term for term in single if term in words]) / len(single) if single else 0.0


@lru_cache(maxsize=1)
def _kinds() -> str:
    return "|".join(re.escape(match_key(kind)) for kind in _vocabulary()["kinds"])


@lru_cache(maxsize=1)
def _opposites() -> tuple[tuple[str, str], ...]:
    pairs = []
    for left, right in _vocabulary()["opposites"]:
        pairs.append((_normal(left, ()), _normal(right, ())))
    return tuple(pair for pair in pairs if pair[0] != pair[1])


@lru_cache(maxsize=65536)
def has(text: str, wording: str) -> bool:
    """Whether ``wording`` stands in ``text`` as whole words; both in normal form."""
    at = text.find(wording)
    while at >= 0:
        before = text[at - 1] if at else " "
        end = at + len(wording)
        after = text[end] if end < len(text) else " "
        if not (before.isalnum() or after.isalnum()):
            return True
        at = text.find(wording, at + 1)
    return False


def holds(text: str, wordings: Iterable[str]) -> str | None:
    """The first of ``wordings`` that stands in ``text`` as whole words."""
    key = match_key(text)
    return next((word for word in wordings if has(key, match_key(word))), None)


def begins(text: str, wordings: Iterable[str]) -> str | None:
    """The first of ``wordings`` that ``text`` begins with as whole words."""
    key = match_key(text).lstrip("-+• ")
    for word in wordings:
        wanted = match_key(word)
        if key.startswith(wanted) and not key[len(wanted) : len(wanted) + 1].isalnum():
            return word
    return None
