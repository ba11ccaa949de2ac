"""Cuts an English question into words and phrases, each with what it may be in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.asking import restated, texts
from assistant.asking.english.inflection import one_spelling
from assistant.asking.english.lists import LONGEST, Lists, Part, Term, may_be_vietnamese
from ingest.text.normal import strip_accents

TOKEN = re.compile(
    r"«[^»]*»|‹[^›]*›|\d[\w./,–-]*\w|\d|\b[A-ZĐ]{1,6}\d*-\d[\w.]*\b"
    r"|[^\W\d_]+(?:[-'’][^\W\d_]+)*(?:(?<=s)['’](?!\w)|\d*)|\S"
)
_YEAR = re.compile(r"20\d\d")
_YEARS = re.compile(r"(20\d\d)[-–](20\d\d)")
_SHORT = re.compile(r"[A-ZĐ][A-ZĐ\d&-]+")
_CODE = re.compile(r"[A-ZĐ][A-ZĐ\d&.-]+")
_QUOTES = frozenset("\"'“”‘’«»()[]")
_AUXILIARY = frozenset({"do", "does", "did"})
_BEHIND_VERBS = frozenset({"in", "on", "for", "by", "during", "with", "at", "to", "?", ","})
_OF = frozenset({"of", "for", "in", "at", "within"})
_SPANS = ("«quý ", "«6 tháng ", "«tháng ")
_ADVERB = "ly"
_FEWEST_OF_NAME = 2
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "all", "each", "every"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or phrase. ``meanings`` are what it may be, of which ``text`` is taken.

    A ``kept`` one stands as it was typed; an ``unknown`` one is English and in no list.
    """

    text: str
    part: Part
    english: str = ""
    meanings: tuple[str, ...] = ()
    light: bool = False


def tokens_of(text: str, lists: Lists) -> list[str]:
    """The words, numbers, marks and already translated parts («…») of a question."""
    return [piece for token in TOKEN.findall(text) for piece in _parted(token, lists)]


def _parted(token: str, lists: Lists) -> list[str]:
    hyphened = "-" in token and token[0].isalpha() and not _CODE.fullmatch(token)
    parts = token.split("-") if hyphened else [token]
    prefixed = hyphened and parts[0].casefold() in lists.prefixes
    return [f"{parts[0]}-", *parts[1:]] if prefixed else parts


def cut(
    tokens: Sequence[str],
    lists: Lists,
    *,
    stands: Callable[[str], bool],
    spoken: Callable[[str], bool] = lambda _phrase: True,
) -> Iterator[Piece]:
    """The pieces of a question.

    ``stands`` says whether a word as typed stands in a stored document, ``spoken`` whether a
    Vietnamese phrase does: of an English phrase that nothing says in Vietnamese, the words are
    taken one by one.
    """
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.startswith("«"):
            span = token.startswith(_SPANS) and _before_noun(tokens, at + 1, lists)
            behind = span and (not at or _governs(tokens[at - 1], lists))
            yield Piece(token.strip("«»"), "quality" if behind else "kept")
            at += 1
            continue
        if length := _name_length(tokens, at, lists):
            name = " ".join(tokens[at : at + length])
            yield Piece(name.strip("‹›"), "place" if name.startswith("‹") else "name")
            at += length
            continue
        if token.startswith("⟦"):
            of = at > 0 and _before_unit(tokens, at) in _OF
            name = token.strip("⟦⟧")
            yield Piece(restated.OF_PLACE.format(place=name) if of else name, "noun")
            at += 1
            continue
        length, term = _longest(tokens, at, lists, spoken)
        if term is not None:
            yield _said(tokens, at, length, term, lists)
            at += length
            continue
        yield _single(tokens, at, lists, stands)
        at += 1


def _governs(token: str, lists: Lists) -> bool:
    """Whether a word is an article, a verb or a frame, so that what follows is its noun's."""
    word = one_spelling(token)
    verb = lists.verb(word)
    return (
        token.startswith("«")
        or word in _DETERMINERS
        or (verb is not None and lists.term((word,)) == verb)
    )


def _before_unit(tokens: Sequence[str], at: int) -> str:
    """The word before a unit's name and its article."""
    before = at - 1 - (tokens[at - 1].casefold() in _DETERMINERS)
    return tokens[before].casefold() if before >= 0 else ""


def _name_length(tokens: Sequence[str], at: int, lists: Lists) -> int:
    """How many words a Vietnamese name has that stands here without its accents."""
    if tokens[at].startswith("‹"):
        return 1
    end = at
    while end < len(tokens) and tokens[end][:1].isupper() and tokens[end].istitle():
        if not may_be_vietnamese(one_spelling(tokens[end])) and not _is_name(tokens[end]):
            break
        end += 1
    words = [one_spelling(token) for token in tokens[at:end]]
    strange = any(not lists.known(word) for word in words)
    return end - at if end - at >= _FEWEST_OF_NAME and strange else 0


def _longest(
    tokens: Sequence[str],
    at: int,
    lists: Lists,
    spoken: Callable[[str], bool] = lambda _phrase: True,
) -> tuple[int, Term | None]:
    """The longest phrase of the lists that begins here and that is spoken, or else the longest."""
    if _is_name(tokens[at]) or not tokens[at][:1].isalpha():
        return 0, None
    words = [one_spelling(token) for token in tokens[at : at + LONGEST]]
    first: tuple[int, Term | None] = (0, None)
    for length in range(len(words), 0, -1):
        phrase = tuple(words[:length])
        if length == 1 and phrase[0] in lists.joining:
            return 1, lists.exact[phrase]
        if length == 1 and phrase[0] in lists.light and phrase not in lists.exact:
            break
        term = lists.term(phrase)
        if term is None or phrase[-1] in _DETERMINERS:
            continue
        if length == 1:
            term = _as_verb(tokens, at, lists, term)
        if any(map(spoken, term.meanings)) or not _parts(phrase, lists):
            return length, term
        first = first if first[1] is not None else (length, term)
    return first


def _parts(phrase: Sequence[str], lists: Lists) -> bool:
    """Whether every word of a phrase means something by itself."""
    return len(phrase) > 1 and all(
        lists.term((word,)) is not None and not lists.is_light(word) for word in phrase
    )


def _as_verb(tokens: Sequence[str], at: int, lists: Lists, term: Term) -> Term:
    """The verb of the same letters, where an object follows it ("review the list")."""
    word = one_spelling(tokens[at])
    verb = lists.verb(word)
    before = tokens[at - 1].casefold() if at else ""
    after = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
    if verb is None or term.part == "verb":
        return term
    if after in _DETERMINERS or before in lists.before_verbs or _is_asked(tokens, at):
        return verb
    return verb if word.endswith(("ed", "ing")) and (word,) not in lists.exact else term


def _is_asked(tokens: Sequence[str], at: int) -> bool:
    """Whether a word stands where the verb of a question does ("how many did X record in")."""
    ends = at + 1 == len(tokens) or tokens[at + 1].casefold() in _BEHIND_VERBS
    return ends and any(token.casefold() in _AUXILIARY for token in tokens[max(0, at - 6) : at])


def _is_name(token: str) -> bool:
    """Whether a word is Vietnamese by its accents."""
    return token.casefold() != strip_accents(token.casefold())


def _said(tokens: Sequence[str], at: int, length: int, term: Term, lists: Lists) -> Piece:
    part = term.part
    if part == "verb" and tokens[at].casefold().endswith(("ed", "en")):
        part = "quality" if _before_noun(tokens, at + length, lists) else part
    elif part == "verb" and at and all(one.istitle() for one in tokens[at : at + length + 1]):
        part = "quality" if _before_noun(tokens, at + length, lists) else part  # "Testing Centre"
    english = " ".join(tokens[at : at + length])
    light = term.light or (length == 1 and one_spelling(english) in lists.persons)
    return Piece(term.meanings[0], part, english, term.meanings, light)


def _single(tokens: Sequence[str], at: int, lists: Lists, stands: Callable[[str], bool]) -> Piece:
    token = tokens[at]
    word = one_spelling(token)
    if token.endswith("-") and len(token) > 1:
        return Piece("", "dropped", token)
    if token in _QUOTES or not word or (lists.is_light(word) and not _SHORT.fullmatch(token)):
        return Piece("", "dropped", token)
    listed = at > 0 and tokens[at - 1].casefold() in lists.joining
    if _YEAR.fullmatch(word):
        qualifies = not listed and _before_noun(tokens, at + 1, lists)
        return Piece(texts.IN_YEAR.format(year=word), "quality") if qualifies else _kept(token)
    if span := _YEARS.fullmatch(word):
        period = restated.STANDALONE_PERIOD.format(first=span[1], last=span[2]).strip()
        return Piece(period, "quality" if _before_noun(tokens, at + 1, lists) else "kept", token)
    if not token[:1].isalpha() or _is_name(token):
        return _kept(token)
    if _SHORT.fullmatch(token) and stands(word):
        return Piece(token, "quality" if _before_noun(tokens, at + 1, lists) else "kept", token)
    if may_be_vietnamese(word) or stands(word) or _is_code(token, stands):
        return _kept(token)
    if word.endswith(_ADVERB) and token.islower():
        return Piece("", "dropped")
    return Piece(token, "unknown", token)


def _is_code(token: str, stands: Callable[[str], bool]) -> bool:
    """Whether a word is letters and a number, of which the letters stand in a document."""
    letters, hyphen, number = token.partition("-")
    return bool(hyphen) and number[:1].isdigit() and stands(one_spelling(letters))


def _kept(token: str) -> Piece:
    return Piece(token, "kept", token)


def _before_noun(tokens: Sequence[str], at: int, lists: Lists) -> bool:
    """Whether a noun follows, directly or after words that qualify it too."""
    while at < len(tokens):
        length, term = _longest(tokens, at, lists)
        if term is None:
            if not _SHORT.fullmatch(tokens[at]):
                return False
            length = 1
        elif term.part != "quality":
            return term.part == "noun"
        at += length
    return False
