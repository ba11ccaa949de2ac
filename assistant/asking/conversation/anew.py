"""A question asked anew of another thing of the same kind ("còn giải B?" after "Giải A ...")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import Query
from assistant.asking.words import contains
from ingest.model import Indicator
from ingest.text.normal import fold, match_key
from ingest.text.organisations import begins_unit
from ingest.vocabulary import load, remembered

_ABOUT = re.compile(
    r"^\s*(?:thế|vậy)?\s*(?:còn|thế)\s+(của\s+)?(.{2,60}?)\s*(?:thì\b)?\s*"
    r"(?:sao|thế nào|ra sao|(?:(?:là|có|được|đạt|có được)\s+)?(?:bao nhiêu|mấy))?\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_MOST_WORDS = 4
_FEWEST_CAPITALS = 2
_LONGEST_NAME, _LONGEST_UNIT = 4, 10
_OF = "của"
_PREPOSITIONS = ("trong", "theo", "tại", "ở", "về", "đối với", "năm", "giai đoạn")


@remembered()
def _heads() -> frozenset[str]:
    return frozenset(load("asking_sentences")["told_apart"])


def asked_anew(question: str, before: str) -> str | None:
    """The question before with the thing now named in it; ``None`` where it named none like it."""
    found = _ABOUT.match(question)
    words = found.group(2).split() if found else []
    owner = found is not None and found.group(1) is not None
    if len(words) > 1 and (of_body := _of_body(words, before.split(), owner=owner)) is not None:
        return of_body
    if owner:
        return None
    if not 1 < len(words) <= _MOST_WORDS or match_key(words[0]) not in _heads():
        return None
    earlier = before.split()
    for place, word in enumerate(earlier):
        if match_key(word) == match_key(words[0]):
            rest = earlier[place + len(words) :]
            first = words[0].capitalize() if place == 0 else words[0]
            return " ".join((*earlier[:place], first, *words[1:], *rest))
    return None


def _of_body(words: Sequence[str], earlier: Sequence[str], *, owner: bool) -> str | None:
    """The question before asked of another body of the same kind ("còn Vụ B?" after "Vụ A …").

    Its name ends before the first verb or preposition in small letters. ``owner``: of a body of
    any kind ("còn của Cục B?" after "trách nhiệm của Vụ A …").
    """
    name = " ".join(words)
    capitals = sum(letter.isupper() for letter in name)
    if not name[:1].isupper() or not begins_unit(name) or capitals < _FEWEST_CAPITALS:
        return None
    for place, word in enumerate(earlier):
        owned = owner and place > 0 and match_key(earlier[place - 1]) == _OF
        alike = match_key(word) == match_key(words[0]) or (
            owned and begins_unit(" ".join(earlier[place:]))
        )
        if not alike or not (place == 0 or word[:1].isupper()):
            continue
        ends = range(place + 2, min(place + _LONGEST_UNIT, len(earlier)))
        end = next((at for at in ends if _acts(earlier[at:])), None)
        if end is not None and fold(" ".join(earlier[place:end])) != fold(name):
            return " ".join((*earlier[:place], name, *earlier[end:]))
    return None


def _acts(words: Sequence[str]) -> bool:
    """Whether words begin with a verb or preposition in small letters, or what asks for one."""
    told = " ".join(words).casefold()
    return words[0].islower() and any(
        told == verb or told.startswith(f"{verb} ") for verb in _verbs()
    )


@remembered()
def _verbs() -> tuple[str, ...]:
    return (
        *load("assignments")["doing"],
        *_PREPOSITIONS,
        "có",
        "là",
        "được",
        "phải",
        "đã",
        "sẽ",
        "cần",
        "làm",
    )


def other_subject(query: Query, previous: Query, corpus: Corpus) -> Query | None:
    """The earlier question about another row of a table ("còn phường X thì sao?")."""
    own = tuple(entry.word.plain for entry in query.required)
    if query.explicit_intent or not own:
        return None
    before = previous.topic
    plain = tuple(entry.word.plain for entry in before)
    names = {
        corpus.features(entry.record.subject).plain
        for entry in corpus.entries
        if isinstance(entry.record, Indicator) and entry.record.subject
    }
    noun, _ = corpus.lexicon.grouped.at([entry.word for entry in query.required], 0)
    skipped = noun if own not in names and own[noun:] in names else 0  # "lĩnh vực X" of rows "X"
    own = own[skipped:]
    if own not in names:
        return None
    for name in sorted(names, key=len, reverse=True):
        place = contains(plain, name)
        if place >= 0 and name != own:
            first = before[place].place
            new = [replace(one, place=first + n) for n, one in enumerate(query.required[skipped:])]
            kept = [
                replace(one, place=one.place + len(own) if one.place > first else one.place)
                for index, one in enumerate(before)
                if not place <= index < place + len(name)
            ]
            topic = tuple(sorted((*kept, *new), key=lambda one: one.place))
            return replace(query, topic=topic, words=tuple(one.word.plain for one in topic))
    return None


def other_place(query: Query, corpus: Corpus) -> Query | None:
    """The earlier question about a place below the province of which nothing is stored."""
    own = tuple(entry.word for entry in query.required)
    plain = tuple(word.plain for word in own)
    levels = corpus.lexicon.levels
    level = next((one for one in levels if plain[: len(one)] == one), None)
    if query.explicit_intent or level is None or not 0 < len(own) - len(level) <= _LONGEST_NAME:
        return None
    if any(contains(entry.body.plain, plain) >= 0 for entry in corpus.entries):
        return None
    name = _as_typed(query, plain)
    limits = replace(query.limits, unknown_places=(name,))
    return replace(query, limits=limits, topic=(), words=())


def other_unit(query: Query, previous: Query) -> Query | None:
    """The earlier question about another unit, which no stored row names ("Phòng X thì sao?")."""
    plain = tuple(entry.word.plain for entry in query.required)
    if query.explicit_intent or previous.limits.unit is None or len(plain) > _LONGEST_UNIT:
        return None
    name = _as_typed(query, plain)
    if not name or not begins_unit(name[:1].upper() + name[1:]):
        return None
    role = previous.limits.unit_role
    limits = replace(query.limits, unit=name, unit_role=role)
    return replace(query, limits=limits, topic=(), words=())


def _as_typed(query: Query, plain: tuple[str, ...]) -> str:
    """The words as the question writes them; empty where they do not stand together in it."""
    written = query.question.split()
    folded = [fold(word).strip("?.!,;:") for word in written]
    for start in range(len(written)):
        if tuple(folded[start : start + len(plain)]) == plain:
            return " ".join(written[start : start + len(plain)]).strip("?.!,;: ")
    return ""
