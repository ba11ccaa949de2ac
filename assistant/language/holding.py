"""What holds a fact in its clause: comparator, direction, time word, and what is counted."""

from __future__ import annotations

import re

from assistant.language.facts import TIME_KINDS, Fact, FactKind
from assistant.language.lexicon import lexicon
from ingest.text.normal import match_key

CLAUSE_END = re.compile(r"[;,.:()\[\]\n!?|]")


def held(kind: FactKind, key: str, shown: str, lowered: str, *, span: tuple[int, int]) -> Fact:
    """The fact at ``span`` of ``shown`` with what is counted and the words that hold it."""
    text = shown[span[0] : span[1]]
    if kind in ("citation", "document", "label"):
        return Fact(kind, key, text, *span)
    left = match_key(_clause_before(lowered, span[0]))
    right = match_key(lowered[span[1] : span[1] + 60])
    if kind in TIME_KINDS:
        noun = _noun(lowered, span[1]) if kind == "pair" else ""
        return Fact(kind, key, text, *span, noun, _time_word(left))
    noun = _noun(lowered, span[1])
    bound = _comparator(left, right, noun)
    return Fact(kind, key, text, *span, noun, bound, _trend(left))


def _clause_before(lowered: str, start: int) -> str:
    window = lowered[max(0, start - 60) : start]
    ends = [found.end() for found in CLAUSE_END.finditer(window)]
    return window[ends[-1] :] if ends else window


def _noun(lowered: str, end: int) -> str:
    ends = lexicon().noun_ends
    words: list[str] = []
    at = end
    while len(words) < 2:
        found = re.compile(r"[ \t/]*([^\W\d_]+)").match(lowered, at)
        word = match_key(found.group(1)) if found else ""
        if not found or word in ends:
            break
        # "80 năm 2025": the year is the next fact, not what is counted.
        if word == "năm" and re.match(r"\s+\d", lowered[found.end() :]):
            break
        words.append(word)
        at = found.end()
    return " ".join(words)


def _comparator(left: str, right: str, noun: str) -> str | None:
    for name, phrase in lexicon().comparators_after:
        rest = right.removeprefix(noun).strip()
        if rest.startswith(phrase) or right.startswith(phrase):
            return name
    for name, phrase in lexicon().comparators:
        one_word = r"(?:\s*(?:là|đạt|từ|còn|được|đến|có|khoảng))?"
        if re.search(rf"(?:^|(?<=\W)){re.escape(phrase)}{one_word}$", left.strip()):
            return name
    return None


def _trend(left: str) -> str | None:
    """The nearest direction before the fact in its clause."""
    padded = f" {left[-45:]} "
    met = [
        (padded.rfind(f" {phrase} "), name)
        for name, phrase in lexicon().trends
        if f" {phrase} " in padded
    ]
    return max(met)[1] if met else None


def _time_word(left: str) -> str | None:
    for name, phrase in lexicon().time_words:
        if re.search(rf"(?:^|\s){re.escape(phrase)}(?:\s+(?:ngày|tháng|năm|quý))?$", left.strip()):
            return name
    return None
