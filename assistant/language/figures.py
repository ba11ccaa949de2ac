r"""Every figure, date, document number and citation mark of a Vietnamese text, normalised.

The reader that checks model-written text. It shares no parsing code with the readers of
documents or the composers of answers, so that one fault cannot hide in both. A text and its
evidence are read by the same rules: what stands verbatim in both is always found equal.

Grammar: a dot before exactly three digits groups (``1.234`` is 1234), else it is a decimal
(``95.5``); a comma is a decimal (``99,9``); ``phần trăm`` is ``%`` and ``điểm phần trăm`` is not.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from assistant.language.facts import Fact, FactKind
from assistant.language.holding import CLAUSE_END, held
from assistant.language.lexicon import lexicon
from assistant.language.number_words import SCALE_WORDS, read_number_words
from assistant.language.shapes import PATTERNS, decimal_key, parse_number
from ingest.text.normal import clean, match_key

_EMPHASIS = re.compile(r"\*+|`+|(?<!\w)_+|_+(?!\w)|~~")
_MISC = str.maketrans({"⁄": "/", "∕": "/", "−": "-", "‐": "-", "【": "[", "】": "]"})
_NUMBER = re.compile(r"(?<![\w.,])(-(?=\d))?(\d+(?:[.,]\d+)*)(?![\d])")
_CODE = re.compile(r"(?<!\w)(?=\w*\d)(?=\w*[^\W\d_])\w+")
_SUFFIX = re.compile(
    r"\s*(?P<scale>trăm|nghìn|ngàn|triệu|tỷ(?!\s+(?:lệ|trọng|suất|giá))|tỉ(?!\s+(?:lệ|trọng|suất|giá)))?"
    r"(?P<half>\s+rưỡi)?\s*(?:(?P<point>điểm\s*(?:%|phần\s+trăm))|(?P<percent>%|phần\s+trăm|percent)|(?P<mille>‰|phần\s+nghìn))?",
    re.IGNORECASE,
)
_SCALES = {"trăm": 100, "nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_WORD = re.compile(r"\w+")
_VAGUE = re.compile(
    r"(?<!\w)(?:một nửa|phân nửa|nửa|gấp đôi|gấp rưỡi|gấp|chục|tá|hàng chục|hàng trăm|hàng nghìn|"
    r"hàng triệu|đa số|phần lớn|hầu hết|percent|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)(?!\w)"
)


def plain(text: str) -> str:
    """``text`` as a reader sees it: NFKC, ASCII digits, no emphasis marks or invisible letters."""
    folded = clean(unicodedata.normalize("NFKC", text)).translate(_MISC)
    shown = _EMPHASIS.sub("", folded)
    return "".join(
        str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char
        for char in shown
    )


def read_facts(text: str) -> tuple[Fact, ...]:
    """All facts of ``text`` in order, none overlapping; offsets count in :func:`plain` text."""
    shown = plain(text)
    lowered = shown.lower()
    taken = [False] * len(shown)
    facts: list[Fact] = []
    for kind, pattern, key in PATTERNS:
        for found in pattern.finditer(shown):
            normal = key(found)
            if normal is None or any(taken[found.start() : found.end()]):
                continue
            facts.append(held(kind, normal, shown, lowered, span=found.span()))
            _take(taken, found.span())
    facts += _labelled(shown, lowered, taken)
    facts += _numbers(shown, lowered, taken)
    facts += _codes(shown, taken)
    facts += _spoken(shown, lowered, taken)
    for found in _VAGUE.finditer(lowered):
        if not any(taken[found.start() : found.end()]):
            facts.append(Fact("amount", found.group(), found.group(), *found.span()))
            _take(taken, found.span())
    # Whatever no rule reads is still a figure (".5"): better refused than overlooked.
    facts += [
        Fact("code", found.group(), found.group(), *found.span())
        for found in re.finditer(r"\d+", shown)
        if not any(taken[found.start() : found.end()])
    ]
    return tuple(sorted(facts, key=lambda fact: fact.start))


def citations(text: str) -> tuple[int, ...]:
    """The numbers of all ``[n]`` marks, in order, each once."""
    numbers = [
        int(number)
        for fact in read_facts(text)
        if fact.kind == "citation"
        for number in fact.key.split(",")
    ]
    return tuple(dict.fromkeys(numbers))


def _take(taken: list[bool], span: tuple[int, int]) -> None:
    taken[span[0] : span[1]] = [True] * (span[1] - span[0])


# ---- numbers -------------------------------------------------------------------------------


def _labelled(shown: str, lowered: str, taken: list[bool]) -> list[Fact]:
    """``Điều 3``, ``Đề án 06``, ``Phụ lục II``: a number that is part of a name."""
    labels = lexicon().labels
    found_facts = []
    for found in re.finditer(
        r"(?<![\w.,])(\d+(?:[.:]\d+)*|[IVX]+)(?!\w)(?![.,]?\d)(?!\s*%)", shown
    ):
        label = labels.search(lowered, max(0, found.start() - 24), found.start())
        label = label if label and lowered[label.start() : found.start()] else None
        if label is None or any(taken[found.start() : found.end()]):
            continue
        number = found.group(1)
        key = f"{match_key(label.group(1))} {number.lstrip('0') or '0'}"
        found_facts.append(Fact("label", key, shown[label.start() : found.end()], *found.span()))
        _take(taken, found.span())
    return found_facts


def _numbers(shown: str, lowered: str, taken: list[bool]) -> list[Fact]:
    facts = []
    for found in _NUMBER.finditer(shown):
        if any(taken[found.start() : found.end()]) or _glued(shown, found.end()):
            continue
        value = parse_number(found.group(2))
        if value is None:
            facts.append(Fact("label", found.group(2), found.group(), *found.span()))
        else:
            value = -value if found.group(1) else value
            facts.append(_measured(value, shown, lowered, span=found.span()))
        _take(taken, (found.start(), facts[-1].end))
    return facts


def _glued(shown: str, end: int) -> bool:
    return end < len(shown) and (shown[end].isalpha() or shown[end] == "_")


def _codes(shown: str, taken: list[bool]) -> list[Fact]:
    """``ISO9001``, ``m2``: letters and digits in one word."""
    facts = []
    for found in _CODE.finditer(shown):
        if not any(taken[found.start() : found.end()]):
            facts.append(Fact("code", found.group().upper(), found.group(), *found.span()))
            _take(taken, found.span())
    return facts


def _spoken(shown: str, lowered: str, taken: list[bool]) -> list[Fact]:
    places = [found.span() for found in _WORD.finditer(lowered)]
    words = [match_key(lowered[start:end]) if not taken[start] else "#" for start, end in places]
    facts = []
    for number in read_number_words(_cut_phrases(words, lowered, places=places)):
        span = (places[number.first][0], places[number.last - 1][1])
        if any(taken[span[0] : span[1]]):
            continue
        before = words[number.first - 1] if number.first else ""
        if before == "năm" and 1900 <= number.value <= 2100:
            fact = held("year", str(number.value), shown, lowered, span=span)
        else:
            fact = _measured(number.value, shown, lowered, span=span)
        facts.append(fact)
        _take(taken, (span[0], fact.end))
    return facts


def _cut_phrases(words: list[str], lowered: str, *, places: list[tuple[int, int]]) -> list[str]:
    """Hide ``trăm`` of ``phần trăm``; a number in words does not run over punctuation."""
    shown = list(words)
    for at in range(1, len(words)):
        if words[at - 1] == "phần" and words[at] in ("trăm", "nghìn"):
            shown[at] = "#"
        if (
            CLAUSE_END.search(lowered[places[at - 1][1] : places[at][0]])
            and words[at] in SCALE_WORDS
        ):
            shown[at] = "#" if words[at] != "mười" else words[at]
    return shown


def _measured(value: Decimal, shown: str, lowered: str, *, span: tuple[int, int]) -> Fact:
    """A number with its scale, unit and what is counted."""
    suffix = _SUFFIX.match(lowered, span[1])
    end = span[1]
    kind: FactKind = "number"
    if suffix and suffix.end() > span[1]:
        scale, kind = suffix.group("scale"), _unit_kind(suffix)
        if scale:
            value *= _SCALES[scale]
        if scale and suffix.group("half"):
            value += Decimal(_SCALES[scale]) / 2
        if suffix.group("mille"):
            value /= 10
        if scale or kind != "number":
            end = suffix.start() + len(suffix.group().rstrip())
    return held(kind, decimal_key(value), shown, lowered, span=(span[0], end))


def _unit_kind(suffix: re.Match[str]) -> FactKind:
    if suffix.group("point"):
        return "point"
    return "percent" if suffix.group("percent") or suffix.group("mille") else "number"
