"""Puts a question in English into Vietnamese, by patterns and word lists only.

The rest of asking then reads it as any other question. Names, numbers and words no list knows stay
as they are, so that a refusal names them. A row of nouns and qualities is turned round, as
Vietnamese sets what qualifies after what it qualifies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Literal

from assistant.asking import texts
from assistant.asking.spelling import is_syllable
from ingest.text.normal import clean, strip_accents
from ingest.vocabulary import load, when_replaced

Part = Literal["noun", "quality", "verb", "joint", "dropped", "kept"]

_TOKEN = re.compile(r"«[^»]*»|\d[\w./,-]*\w|\d|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\S")
_SLOT = re.compile(r"\{(\w+)\}")
_REFERENCE = re.compile(r"\$(\d)")
_POSSESSIVE = re.compile(r"['’]s?$")
_YEAR = re.compile(r"20\d\d")
_SHORT = re.compile(r"[A-Z]{2,}")
_LONGEST = 6
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "all", "each", "every"})
_FEWEST = 2
_CLOSING = re.compile(r"\s+([,;.:?!])")
_NO_SYLLABLE = frozenset("fjwz")


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word or phrase of the translation; a ``kept`` one stands as it was typed."""

    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class _Words:
    frames: tuple[tuple[re.Pattern[str], str], ...]
    terms: dict[tuple[str, ...], tuple[str, Part]]
    verbs: dict[str, str]
    function: frozenset[str]
    times: dict[str, str]
    months: tuple[str, ...]
    sure: frozenset[str]
    joining: frozenset[str]


@when_replaced
def _forget() -> None:
    _words.cache_clear()


@lru_cache(maxsize=1)
def _words() -> _Words:
    own = load("asking_english")
    search = load("search")
    lists = {
        name: "|".join(str(word).replace(" ", r"\s+") for word in words)
        for name, words in own["lists"].items()
    }
    frames = tuple(
        (re.compile(_SLOT.sub(lambda found: f"(?:{lists[found[1]]})", match), re.IGNORECASE), put)
        for match, put in own["frames"]
    )
    terms: dict[tuple[str, ...], tuple[str, Part]] = {}
    groups: tuple[tuple[dict[str, Any], Part], ...] = (
        (search["english"], "noun"),
        (own["nouns"], "noun"),
        (own["qualities"], "quality"),
        (own["joints"], "joint"),
    )
    for table, part in groups:
        for english, meaning in table.items():
            phrase = tuple(str(english).casefold().split())
            forms = _forms(phrase[0]) if table is search["english"] and len(phrase) == 1 else ()
            verb = any(form in own["verbs"] for form in forms)
            if phrase[-1] not in own["function"] and not verb:
                terms[phrase] = (str(meaning), part)
    verbs: dict[str, str] = {}
    for english, meaning in own["verbs"].items():
        if " " in english:
            terms[tuple(english.split())] = (meaning, "verb")
        else:
            verbs[english] = meaning
    function = frozenset(map(str, own["function"]))
    heads = {word for phrase in terms for word in phrase} | set(verbs) | function
    sure = frozenset(word for word in heads | set(search["english_marks"]) if not _viet(word))
    return _Words(
        frames,
        terms,
        verbs,
        function,
        own["units_of_time"] | own["ordinals"],
        tuple(own["months"]),
        sure,
        joining=frozenset(map(str, own["joints"])),
    )


def _viet(word: str) -> bool:
    """Whether letters without accents may be a Vietnamese syllable."""
    return is_syllable(word) and _NO_SYLLABLE.isdisjoint(word)


def in_vietnamese(question: str) -> str | None:
    """The question in Vietnamese; ``None`` where it is not in English."""
    text = " ".join(clean(question).split())
    words = _words()
    if not _is_english(text, words):
        return None
    framed = _framed(text.rstrip(" ?.!"), words)
    pieces = list(_pieces(_TOKEN.findall(framed), words))
    said = " ".join(piece.text for piece in _turned(pieces) if piece.text)
    said = _CLOSING.sub(r"\1", " ".join(said.split()))
    return f"{said[:1].upper()}{said[1:]}?" if said else None


def _is_english(text: str, words: _Words) -> bool:
    """Whether more words are English than can only be Vietnamese; names count for neither."""
    english = other = 0
    named = False
    for token in _TOKEN.findall(text):
        word = _POSSESSIVE.sub("", token)
        plain = word.casefold()
        if not word[:1].isalpha():
            named = named and word == ","
            continue
        accented = plain != strip_accents(plain)
        named = word[:1].isupper() or (named and (accented or plain not in words.function))
        if accented:
            other += not named
        elif plain in words.sure or (not _viet(plain) and _known(plain, words)):
            english += 1
        elif word[:1].islower() and plain not in words.function and not _known(plain, words):
            other += _viet(plain)
    return english > other and (english >= _FEWEST or not other)


def _known(plain: str, words: _Words) -> bool:
    return any((form,) in words.terms or form in words.verbs for form in _forms(plain))


def _framed(text: str, words: _Words) -> str:
    text = _dated(text, words)
    for pattern, put in words.frames:
        text = " ".join(pattern.sub(partial(_filled, put=put, words=words), text).split())
    return text


def _filled(found: re.Match[str], *, put: str, words: _Words) -> str:
    def slot(ref: re.Match[str]) -> str:
        value = found[int(ref[1])] or ""
        return words.times.get(value.casefold(), value)

    return f" {_REFERENCE.sub(slot, put)} "


def _dated(text: str, words: _Words) -> str:
    """Dates as figures: "30 June 2027", "June 30, 2027" and "June 2027"."""
    names = "|".join(f"{name}|{name[:3]}" for name in words.months)
    year = r"(?:,?\s+(?:of\s+)?(20\d\d))?"

    def month(name: str) -> int:
        return next(n for n, one in enumerate(words.months, 1) if one[:3] == name.casefold()[:3])

    def day(found: re.Match[str], number: str, name: str) -> str:
        return f"{number}/{month(name)}" + (f"/{found[3]}" if found[3] else "")

    text = re.sub(
        rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({names})\b{year}",
        lambda found: day(found, found[1], found[2]),
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(
        rf"\b({names})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d){year}",
        lambda found: day(found, found[2], found[1]),
        text,
        flags=re.IGNORECASE,
    )
    titled = "|".join(name.capitalize() for name in words.months)
    return re.sub(
        rf"\b({titled})\b{year}",
        lambda found: f"«tháng {month(found[1])}»" + (f" «năm {found[2]}»" if found[2] else ""),
        text,
    )


def _pieces(tokens: Sequence[str], words: _Words) -> Iterator[_Piece]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.startswith("«"):
            yield _Piece(token.strip("«»"), "kept")
            at += 1
            continue
        length, piece = _term(tokens, at, words)
        if piece is not None:
            yield piece
            at += length
            continue
        yield _single(tokens, at, words)
        at += 1


def _term(tokens: Sequence[str], at: int, words: _Words) -> tuple[int, _Piece | None]:
    """The longest term of the lists that begins here, its last word in any number."""
    if _is_name(tokens, at):
        return 0, None
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        piece = [_POSSESSIVE.sub("", token.casefold()) for token in tokens[at : at + length]]
        whole = tuple(token.casefold() for token in tokens[at : at + length])
        for phrase in (whole, *((*piece[:-1], form) for form in _forms(piece[-1]))):
            found = words.terms.get(phrase)
            if found is not None and (length > 1 or not _rather_verb(tokens, at, words)):
                return length, _Piece(*found)
    return 0, None


def _rather_verb(tokens: Sequence[str], at: int, words: _Words) -> bool:
    """Whether a form in -ed or -ing is a verb's, not the noun's of the same letters."""
    plain = tokens[at].casefold()
    exact = words.terms.get((plain,))
    after = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
    if after in _DETERMINERS and plain in words.verbs:
        return True
    return exact is None and plain.endswith(("ed", "ing")) and _verb(plain, words) is not None


def _is_name(tokens: Sequence[str], at: int) -> bool:
    """Whether a word is part of a Vietnamese name that stands in the question."""
    token = tokens[at]
    return token.casefold() != strip_accents(token.casefold())


def _single(tokens: Sequence[str], at: int, words: _Words) -> _Piece:
    token = tokens[at]
    plain = _POSSESSIVE.sub("", token.casefold())
    if plain in words.function or not plain:
        return _Piece("", "dropped")
    verb = None if _is_name(tokens, at) else _verb(plain, words)
    if verb is not None:
        qualifies = plain.endswith(("ed", "en")) and _before_noun(tokens, at, words)
        return _Piece(verb, "quality" if qualifies else "verb")
    listed = at > 0 and tokens[at - 1].casefold() in words.joining
    if _YEAR.fullmatch(plain) and not listed and _before_noun(tokens, at, words):
        return _Piece(texts.IN_YEAR.format(year=plain), "quality")
    if _SHORT.fullmatch(token) and _before_noun(tokens, at, words):
        return _Piece(token, "quality")
    return _Piece(_POSSESSIVE.sub("", token) if plain.isascii() else token, "kept")


def _before_noun(tokens: Sequence[str], at: int, words: _Words) -> bool:
    """Whether a noun follows, directly or after words that qualify it too."""
    for index in range(at + 1, len(tokens)):
        length, piece = _term(tokens, index, words)
        if piece is not None and length:
            if piece.part == "quality":
                continue
            return piece.part == "noun"
        if not _SHORT.fullmatch(tokens[index]):
            return False
    return False


def _verb(plain: str, words: _Words) -> str | None:
    return next((words.verbs[form] for form in _forms(plain) if form in words.verbs), None)


@lru_cache(maxsize=4096)
def _forms(word: str) -> tuple[str, ...]:
    """The word and the plain forms it may be an inflection of, -ise spelt -ize too."""
    forms = [word]
    if word.endswith("ies"):
        forms.append(f"{word[:-3]}y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    forms += [f"{word[: -len(end)]}y" for end in ("ied", "ying") if word.endswith(end)]
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            forms.extend((stem, f"{stem}e"))
            if stem[-1:] == stem[-2:-1]:
                forms.append(stem[:-1])
    american = [re.sub(r"is(e|ation)$", r"iz\1", form) for form in forms]
    american += [re.sub(r"re$", "er", form) for form in forms if form.endswith("tre")]
    return tuple(dict.fromkeys((*forms, *american)))


def _turned(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """The pieces with every row of nouns and qualities in the opposite order."""
    row: list[_Piece] = []
    for piece in pieces:
        if piece.part in {"noun", "quality"}:
            row.append(piece)
            continue
        yield from _backwards(row)
        row = []
        yield piece
    yield from _backwards(row)


def _backwards(row: Sequence[_Piece]) -> Iterator[_Piece]:
    """A row in Vietnamese order; qualities that already stand behind the nouns stay there."""
    end = max((at for at, piece in enumerate(row, 1) if piece.part == "noun"), default=len(row))
    yield from reversed(row[:end])
    yield from row[end:]
