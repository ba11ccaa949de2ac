"""The words before and behind a figure that belong to it.

The words between two figures are divided at the first sign of a new statement (a comma, "và",
"trong đó", "đạt"): what stands before it says what the first counts, the rest belongs to the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.model import Span, Weights
from assistant.checking.timing import part_of_year
from assistant.checking.units import Units
from assistant.checking.words import Lexicon
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

_HARD = re.compile(r"[;!?\n]|\.(?=\s|$)|:(?=\s)")
_SENTENCE = re.compile(r"[!?\n]|\.(?=\s+[A-ZĐÀ-Ỹ“\"(+-]|\s*$)")
_BRACKET = re.compile(r"\(\s*$")
_OVER = re.compile(r"\s*(?:[^\W\d]+\s+){0,3}?(?:trên tổng số|trong tổng số|trên)\s*", re.IGNORECASE)
_OVER_FAR = re.compile(r"[^;.()\d]{0,80}(?<!\w)(?:trên|trong) tổng số\s+", re.IGNORECASE)
_OVER_NUMBER = re.compile(r"\s*(?:trên tổng số|trong tổng số|trên)\s*[\d.,]*\d", re.IGNORECASE)
_COMMA_ENDS = re.compile(r",\s*$")
_PAIR_ENDS = re.compile(r"(?:\s+[^\W\d]+){1,3},\s*")
_DIVIDED = re.compile(r"(?<!\w)(?:trong đó|trong số đó|bao gồm|gồm)(?!\w)", re.IGNORECASE)
_BASE = re.compile(r"(?<!\w)so (?:với|cùng)(?!\w)", re.IGNORECASE)
LONGEST_LEFT, LONGEST_RIGHT = 150, 110


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends."""
    bounds, start = [], 0
    for found in _SENTENCE.finditer(text):
        bounds.append((start, found.end()))
        start = found.end()
    bounds.append((start, len(text) + 1))
    return bounds


@remembered()
def _soft() -> re.Pattern[str]:
    words = sorted(load("checking_words")["separators"], key=len, reverse=True)
    joined = "|".join(re.escape(word) for word in words if word != "đạt")
    reaches = r"đạt(?=\s*$|\s+(?:\d|tỷ lệ|tỉ lệ|khoảng|gần|trên|hơn|xấp xỉ))"  # not "đạt chuẩn"
    joins = r"(?<!so )(?<!đối )(?<!hợp )với(?=\s+\d)"  # "752 lượt công dân với 810 người"
    return re.compile(rf"[,(]|(?<!\w)(?:{joined}|{reaches}|{joins})(?!\w)", re.IGNORECASE)


@remembered()
def _list() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a comma of a list stands between: "thôn, bon, tổ dân phố"."""
    words = load("checking_words")
    one = "|".join(sorted(map(re.escape, (*words["kinds"], *words["listed"])), key=len)[::-1])
    return (
        re.compile(rf"(?<!\w)(?:{one})\s*$", re.IGNORECASE),
        re.compile(rf",\s+(?:{one})(?!\w)", re.IGNORECASE),
    )


@remembered()
def _stress() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("checking_words")["stresses"]))
    return re.compile(rf",\s+(?:trong đó\s+)?(?:{words})(?!\w)", re.IGNORECASE)


def _cuts(gap: str, start: int) -> list[re.Match[str]]:
    """The signs of a new statement between two figures.

    A pair of words that a comma ends right before the second figure is none: "5.660 hồ sơ sớm và
    đúng hạn, 11 hồ sơ quá hạn".
    """
    before, behind = _list()
    cuts = [
        cut
        for cut in _soft().finditer(gap, start)
        if not (
            cut.group() == ","
            and behind.match(gap, cut.start())
            and before.search(gap, 0, cut.start())
        )
    ]
    if not _COMMA_ENDS.search(gap):
        return cuts
    return [
        cut
        for cut in cuts
        if match_key(cut.group()) != "và" or not _PAIR_ENDS.fullmatch(gap, cut.end())
    ]


def context_of(
    text: str,
    numbers: Sequence[Span],
    span: Span,
    sentence: tuple[int, int],
    lexicon: Lexicon,
    units: Units,
) -> tuple[str, str]:
    """The words before and behind a figure that belong to it."""
    at = numbers.index(span)
    if at + 1 < len(numbers) and _OVER.fullmatch(text, span.end, numbers[at + 1].start):
        whole = numbers[at + 1]
        behind = context_of(text, numbers[at + 1 :], whole, sentence, lexicon, units)[1]
        before = context_of(text, numbers[: at + 1], span, sentence, lexicon, units)[0]
        return before, behind
    low, high = sentence[0], min(sentence[1], len(text))
    if at and numbers[at - 1].end > low:
        low = numbers[at - 1].end
    if at + 1 < len(numbers) and numbers[at + 1].start < high:
        high = numbers[at + 1].start
    before, behind = text[low : span.start], text[span.end : high]
    hard = list(_HARD.finditer(before))
    # "thống kê mới: 09 TTHC", "tàu cá: thực hiện 26 tàu" - what names nothing ends no statement
    ends = [f for f in hard if f.group() != ":" or _names(before[f.end() :], lexicon)]
    if ends:
        before = before[ends[-1].end() :]
    elif at and numbers[at - 1].end == low:
        cuts = _cuts(before, units.length(before))
        explained = _BRACKET.search(before)
        if explained:  # "đạt 99% kế hoạch (4.400 tỷ đồng)": the bracket is about what it follows
            last = [cut for cut in cuts if before[cut.start()] == "," or "(" in cut.group()]
            commas = [cut for cut in last if cut.start() < explained.start()]
            before = before[commas[-1].start() :] if commas else before
        elif cuts:
            before = before[cuts[0].start() :]
    divided = list(_DIVIDED.finditer(before))
    if divided:
        before = before[divided[-1].start() :]
    inside = text.rfind("(", sentence[0], span.start) > text.rfind(")", sentence[0], span.start)
    closed = behind.find(")") if inside else -1
    if closed >= 0:
        return before[-LONGEST_LEFT:], behind[:closed][:LONGEST_RIGHT]
    stop = _HARD.search(behind)
    shared = at + 1 < len(numbers) and numbers[at + 1].start == high
    if stop and (stop.group() != ":" or not shared):
        behind = behind[: stop.start()]
    elif shared:
        behind = behind[: _share(behind, before, lexicon, units)]
    for mark in (_BASE, _stress()):
        found = mark.search(behind)
        if found:
            behind = behind[: found.start()]
    return before[-LONGEST_LEFT:], behind[:LONGEST_RIGHT]


def _names(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says more than what role a figure has ("thực hiện", "kế hoạch giao")."""
    terms = lexicon.terms(text) - asides(lexicon)
    placed = lexicon.of_subjects(text)
    if not placed:
        return bool(terms)
    return (
        len({term for term in terms - placed if "_" not in term}) > 1
    )  # "Cấp giấy chứng nhận: thôn A cấp 214 giấy" names a place only


def asides(lexicon: Lexicon) -> Weights:
    """The words that say only what role a figure has."""
    roles = load("checking_words")["roles"]
    marks = (*roles["plan"], *roles["previous"], *roles["actual"])
    return lexicon.terms(" . ".join(marks))


def _share(gap: str, before: str, lexicon: Lexicon, units: Units) -> int:
    """Where the words between two figures stop to belong to the first.

    At the first sign of a new statement; at the second where the first figure would be left
    without a word that says what it counts.
    """
    start = units.length(gap)
    cuts = [found.start() for found in _cuts(gap, start)] + [len(gap)]
    telling = [term for term in lexicon.terms(before) if lexicon.knows(term)]
    if telling or len(cuts) == 1 or part_of_year(before):
        return cuts[0]
    counted = lexicon.terms(gap[:start])
    first = [
        term
        for term in lexicon.terms(gap[: cuts[0]]) - counted
        if "_" in term and lexicon.knows(term)
    ]
    return cuts[0] if first else cuts[1]


def is_whole(text: str, numbers: Sequence[Span], span: Span) -> bool:
    """Whether the figure is the whole of the one before it: "5.616 trên tổng số 8.640"."""
    at = numbers.index(span)
    if not at:
        return False
    gap = (text, numbers[at - 1].end, span.start)
    return bool(_OVER.fullmatch(*gap) or _OVER_FAR.fullmatch(*gap))


def numbers_unit(text: str, span: Span) -> int:
    """Where the unit of a figure begins: behind it, or behind the whole it is a part of."""
    over = _OVER_NUMBER.match(text, span.end)
    return over.end() if over else span.end
