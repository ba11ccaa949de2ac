"""Finds what a question restricts itself to: document numbers, record keys, places, units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from assistant.asking.words import PhraseTable, Word, accents_agree
from ingest.model import Document
from ingest.text.normal import fold
from ingest.vocabulary import load

_KINDS = (
    r"\b(?:quyet dinh|ke hoach|nghi dinh|nghi quyet|thong tu|chi thi|cong van|bao cao|van ban|luat"
    r"|qd|kh|nd|nq|tt|ct)"
)
_MORE_KINDS = (
    r"\b(?:thong bao|tb|cong dien|to trinh|ttr|ket luan(?: thanh tra)?|huong dan|chuong trinh"
    r"|bien ban|quy che|quy dinh|de an|phuong an)"
)
_NUMBER = re.compile(
    rf"(?:(?:{_KINDS}|{_MORE_KINDS})\s+)?(?:\bso\s+)?"
    r"\b(\d{1,5}\s*/\s*(?:(?:19|20)\d\d\s*/\s*)?[a-z]{1,6}\d*(?:\s*-\s*[a-z0-9]+)+"
    r"|\d{1,5}\s?-\s?[a-z]{2,6}/[a-z]{2,8}(?:-[a-z0-9]+)*)\b"
)
"""The number of a document; the Party's put the body behind the stroke ("12-CTr/TU")."""
_SHORT_NUMBER = re.compile(
    rf"{_KINDS}(?:\s+so)?\s+"
    r"(\d{1,5}(?:/(?:19|20)\d\d)?)\b(?!\s*(?:[%]|thang|nam\b(?!\s+20)|/))"
)
_OTHER_NUMBER = re.compile(
    rf"{_MORE_KINDS}(?:\s+so)?\s+(\d{{1,5}}(?:/(?:19|20)\d\d)?)\b(?!\s*(?:[%]|thang|nam\b|/))"
)
"""Kinds that numbers also count: only a stored document's number is one."""
_BARE_NUMBER = re.compile(r"\bso\s+(\d{1,5}(?:/(?:19|20)\d\d)?)\b(?!\s*[%/])")
_SIDE_NUMBER = re.compile(
    r"\b(?:giua|voi|va|and|with)\s+(\d{2,5})\b(?!\s*(?:[%/.,]|thang|nam\b))"
    r"(?=\s*(?:$|[?!;:]|(?:thi|ve|co|cua|la|hay|hoac|khac|cai|ben|va|and|with|o|trong|kh|qd)\b))"
)
_TOLD_NUMBER = re.compile(
    r"(?:^|\b(?:theo|trong|tai|cua|con|the|vay|voi|under|in|of)\s+)(\d{3,5})\b(?!\s*[%/]|[.,]\d)"
    r"(?=\s*(?:$|[?!;:,.]|(?:thi|ve|co|cua|la|dat|giao|yeu cau|quy dinh|neu|noi|de ra|den|nam|muc"
    r"|phan|do|ai|nhu|phai|bao|giai doan|toi|bai|set|target)\b))"
)
"""A stored document told by its number alone ("theo 845", "845 giao ai")."""
_KEY = re.compile(r"\b((?:x{0,3}(?:ix|iv|v?i{0,3}))(?:-[a-z])?(?:\.\d+)+(?:\.[a-z])?)\b")
_LED_KEY = re.compile(
    r"\b(?:muc|phan|chuong|dong|nhiem vu|chi tieu|muc tieu|tieu muc|stt|tt|hang|section|row|part)"
    r"(?:\s+so)?\s+"
    r"((?<=phan )thu (?:nhat|hai|ba|tu|nam|sau)\b"
    r"|(?:[ivx]+(?:-[a-z])?|[a-h](?=\.|\b(?! \w\b))|\d{1,2})(?:\.(?:\d+|[ivx]+\b|[a-z]\b))*)"
    r"(?![\w%]|\s*(?:%|phan tram|/\d)|\s+(?:thang|quy|nam|ngay)\b)"
)
_BARE_KEY = re.compile(
    r"(?<!phien ban )(?<!version )(?<![\d.,/])"
    r"(\d{1,2}\.[1-9]\d?)(?![\d.,/]|\s*(?:%|phan tram|diem))"
)
"""No row is numbered "3.0": that is the edition of something, as what stands behind "phiên bản"."""
_ANNEX = re.compile(r"\bphu luc(?:\s+so)?\s+([ivx]+|\d{1,2})\b")
_LENGTH = re.compile(r"\b(?:ke hoach|khung|chuong trinh|plan)\s+(\d{1,2}|muoi)[\s-]*(?:nam|year)\b")
_LEVEL = re.compile(r"muc\s+\d")
_LEVELLED = re.compile(r"(?:dvc\w*|dich vu cong|truc tuyen|toan trinh)\s*$")
_LETTER = re.compile(r"[a-h]")
_OUTER, _PAIR = ("phan ", "chuong "), 2
_LETTERS = frozenset("ABCDEFGHĐ")
_ORDINAL = re.compile(r"thu \w")
_SECTION = re.compile(r"[IVX]+(?:-[a-z])?")
_PLAIN = re.compile(r"\d+")
_COUNTED = re.compile(r"(?:muc tieu|chi tieu|nhiem vu)\s+0\d")
_MISSPELT = 3
"""Words from which on a name is one, whatever accents were typed."""
_LONG_NAME = 5
_SHORTEST_NAME = 2
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A document number in the question; ``stored`` when it is a stored document's own."""

    start: int
    end: int
    number: str
    stored: bool


@dataclass(frozen=True, slots=True)
class KeySpan:
    """A record key in the question, Roman part in capitals (``III.1.9``)."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class LengthSpan:
    """A plan named by its length ("kế hoạch 10 năm"); the span leaves out the kind."""

    start: int
    end: int
    years: int


def length_span(folded: str) -> LengthSpan | None:
    """How many years the plan meant is for, if the question says so."""
    found = _LENGTH.search(folded)
    if not found:
        return None
    years = 10 if found.group(1) == "muoi" else int(found.group(1))
    return LengthSpan(found.start(1), found.end(), years)


def annex_spans(folded: str) -> tuple[tuple[int, int], ...]:
    """Where the numbers of annexes stand ("phụ lục II")."""
    return tuple(found.span(1) for found in _ANNEX.finditer(folded))


def annex_number(annex: str | None) -> int | None:
    """The number of an annex, whether it is written "II" or "2"."""
    text = (annex or "").strip().upper()
    if text.isdigit():
        return int(text)
    if not text or not set(text) <= set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def compact(number: str) -> str:
    """A document number without accents, case, blanks and leading zeros."""
    return re.sub(r"\s", "", fold(number)).lstrip("0")


def number_spans(
    folded: str, documents: Sequence[Document], *, written: str | None = None
) -> tuple[NumberSpan, ...]:
    """The document numbers named in ``folded``, whole ("588/KH-STP") or short ("kế hoạch 588").

    ``written`` is the question in its own letters, of the same length.
    """
    typed = written or folded
    own = {compact(document.number): document.number for document in documents if document.number}
    spans: list[NumberSpan] = []
    for found in _NUMBER.finditer(folded):
        asked = compact(found.group(1))
        stored = own.get(asked)
        spans.append(
            NumberSpan(*found.span(), stored or typed[slice(*found.span(1))], stored is not None)
        )
    for pattern in (_SHORT_NUMBER, _OTHER_NUMBER, _BARE_NUMBER, _SIDE_NUMBER, _TOLD_NUMBER):
        for found in pattern.finditer(folded):
            asked = compact(found.group(1))
            if any(span.start < found.end() and found.start(1) < span.end for span in spans):
                continue
            stored = next(
                (number for key, number in own.items() if key.startswith(f"{asked}/")), None
            )
            if stored is None and "/" not in asked and pattern is not _SHORT_NUMBER:
                continue
            if re.fullmatch(r"20\d\d", asked):
                continue
            spans.append(
                NumberSpan(
                    found.start(),
                    found.end(),
                    stored or typed[slice(*found.span(1))],
                    stored is not None,
                )
            )
    return tuple(spans)


def key_spans(folded: str, *, written: str = "") -> tuple[KeySpan, ...]:
    """Row keys named in ``folded`` ("mục III.1.9", "II.5", "nhiệm vụ 7.9").

    "Mức 4" is a level, whether its accents are ``written`` or online services stand before it.
    """
    spans = [
        KeySpan(found.start(), found.end(), _key(_as_printed(found, written)))
        for found in _LED_KEY.finditer(folded)
        if not (_PLAIN.fullmatch(found.group(1)) and folded[found.start() :].startswith("tt"))
        and not _is_word(folded, written, found)
        and not _COUNTED.match(folded[found.start() :])
        and not _is_level(folded, written, found.start())
        and not (written or folded)[found.start() :].casefold().startswith("hạng")
    ]
    if not spans:
        spans = [
            KeySpan(*found.span(), _key(found.group(1)))
            for found in (*_KEY.finditer(folded), *_BARE_KEY.finditer(folded))
            if not found.group(1).startswith(".")
        ][:1]
    return _joined(spans, folded)


def _is_word(folded: str, written: str, found: re.Match[str]) -> bool:
    """Whether what looks like a section is words ("danh mục vị trí", "mục xì", "phần a")."""
    typed = written[slice(*found.span(1))]
    if _ORDINAL.match(found.group(1)):
        return False
    if _LETTER.fullmatch(found.group(1)):
        return not typed.isupper()
    return not typed.isascii() or folded[: found.start()].endswith("danh ")


def _as_printed(found: re.Match[str], written: str) -> str:
    """A key as the question writes it: "Đ" is another section than "D"."""
    typed = written[slice(*found.span(1))]
    if _ORDINAL.match(found.group(1)):
        return typed.split()[-1]
    return typed.casefold() if typed[:1] in "Đđ" else found.group(1)


def _is_level(folded: str, written: str, at: int) -> bool:
    if not _LEVEL.match(folded[at:]):
        return False
    return written[at : at + 3].casefold() == "mức" or bool(_LEVELLED.search(folded[:at]))


def _joined(spans: list[KeySpan], folded: str) -> tuple[KeySpan, ...]:
    """A section and a row named apart ("nhiệm vụ 2.12 mục III") as one key."""
    sections = [span for span in spans if _SECTION.fullmatch(span.key)]
    rows = [span for span in spans if span.key[0].isdigit()]
    letters = [span for span in spans if span.key in _LETTERS]
    if len(letters) == len(sections) == 1 and not rows:  # "mục III phần C"
        whole = f"{letters[0].key}.{sections[0].key}"
        return tuple(KeySpan(span.start, span.end, whole) for span in (*sections, *letters))
    parts = [span for span in spans if folded[span.start :].startswith(_OUTER)]
    if len(parts) == 1 and len(spans) == _PAIR:  # "mục II phần I"
        inner = next(span for span in spans if span is not parts[0])
        whole = f"{parts[0].key}.{inner.key}"
        return tuple(KeySpan(span.start, span.end, whole) for span in spans)
    if len(sections) != 1 or len(rows) != 1:
        return tuple(spans)
    whole = f"{sections[0].key}.{rows[0].key}"
    return tuple(KeySpan(span.start, span.end, whole) for span in (*sections, *rows))


def _key(text: str) -> str:
    parts = text.split(".")
    head = parts[0].upper() if re.fullmatch(r"[ivx]+(?:-[a-z])?|[a-hđ]", parts[0]) else parts[0]
    return ".".join((head, *parts[1:]))


def stored_places(documents: Iterable[Document]) -> PhraseTable[str]:
    """The provinces that stored documents name as theirs."""
    names = {document.province for document in documents if document.province}
    return PhraseTable((other, name) for name in sorted(names) for other in names_of_place(name))


def names_of_place(name: str) -> tuple[str, ...]:
    """The names of one place, the given one first ("Hồ Chí Minh", "TPHCM")."""
    key = fold(name)
    for group in load("asking_places")["same_places"]:
        if key in map(fold, group):
            return (name, *(other for other in group if fold(other) != key))
    return (name,)


def place_at(
    words: Sequence[Word], index: int, stored: PhraseTable[str], known: PhraseTable[str]
) -> tuple[int, str | None]:
    """A place at ``index``: its length, and its name where something is stored of it."""
    length, names = stored.at(words, index)
    other, _ = known.at(words, index)
    if length and length >= other:
        return length, names[0]
    return (other, None) if other else (0, None)


def unit_at(
    words: Sequence[Word], index: int, units: Sequence[tuple[tuple[Word, ...], str]]
) -> tuple[int, str]:
    """A stored unit named at ``index``, whole or by its first words; length 0 if none."""
    best, name = (0, False, 0), ""
    for phrase, written in units:
        if phrase[0].plain != words[index].plain:
            continue
        length = 0
        while (
            length < len(phrase)
            and index + length < len(words)
            and words[index + length].plain == phrase[length].plain
        ):
            length += 1
        whole = length == len(phrase)
        opening = length == _SHORTEST_NAME and written.split()[length - 1].endswith(",")
        if length < _SHORTEST_NAME or not (whole or opening or length > _SHORTEST_NAME):
            continue
        asked = words[index : index + length]
        agreed = length >= _MISSPELT or accents_agree(asked, phrase[:length])
        alike = sum(
            one.accented == other.accented for one, other in zip(asked, phrase, strict=False)
        )
        if (length, whole, alike) > best and agreed:
            best = (length, whole, alike)
            name = written if whole else _beginning(written, phrase[:length])
    return (best[0], name) if best[0] else _misread_at(words, index, units)


def _misread_at(
    words: Sequence[Word], index: int, units: Sequence[tuple[tuple[Word, ...], str]]
) -> tuple[int, str]:
    """A long unit name at ``index`` of which one word is a letter off ("Hỗ trợ" for "Bổ trợ")."""
    for phrase, written in units:
        asked = words[index : index + len(phrase)]
        if len(phrase) < _LONG_NAME or len(asked) < len(phrase):
            continue
        off = [
            (one.plain, other.plain)
            for one, other in zip(asked, phrase, strict=True)
            if one.plain != other.plain
        ]
        one_off = len(off) == 1 and asked[0].plain == phrase[0].plain
        if one_off and OSA.distance(*off[0], score_cutoff=1) <= 1:
            return len(phrase), written
    return 0, ""


def _beginning(written: str, phrase: Sequence[Word]) -> str:
    """The first words of a unit's name as written, where it is written word for word."""
    pieces = written.split()[: len(phrase)]
    if len(pieces) == len(phrase) and all(
        fold(piece).strip(",") == fold(word.shown)
        for piece, word in zip(pieces, phrase, strict=True)
    ):
        return " ".join(pieces).rstrip(",")
    return " ".join(word.shown for word in phrase)
