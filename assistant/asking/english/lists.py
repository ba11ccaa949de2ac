"""The word lists that English questions are read by, prepared for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from assistant.asking.english.inflection import adjectives, bases, forms, one_spelling, singular
from assistant.asking.repairing.spelling import is_syllable
from ingest.text.normal import fold
from ingest.vocabulary import load, remembered

Part = Literal["noun", "quality", "verb", "joint", "dropped", "kept", "name", "place", "unknown"]
Phrase = tuple[str, ...]

_SLOT = re.compile(r"\{([a-z_]+)\}")
_SPLIT = re.compile(r"[\s-]+")
_NO_SYLLABLE = frozenset("fjwz")
LONGEST = 7
"""Words of the longest phrase that is looked up."""


@dataclass(frozen=True, slots=True)
class Term:
    """What a word or phrase may be in Vietnamese, the usual name first.

    A ``light`` one says little beside what it goes with.
    """

    meanings: tuple[str, ...]
    part: Part
    light: bool = False


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists of ``asking_english.yaml`` and ``asking_glossary.yaml``."""

    frames: tuple[tuple[re.Pattern[str], str], ...]
    asides: tuple[re.Pattern[str], ...]
    exact: dict[Phrase, Term]
    plain: dict[Phrase, Term]
    verbs: dict[Phrase, Term]
    doing: frozenset[str]
    light: frozenset[str]
    irregular: dict[str, str]
    times: dict[str, str]
    months: tuple[str, ...]
    marks: frozenset[str]
    vietnamese: frozenset[str]
    joining: frozenset[str]
    unit_heads: dict[Phrase, tuple[str, ...]]
    unit_linking: frozenset[str]
    places: dict[str, str]
    short_forms: dict[str, str]
    before_verbs: frozenset[str]
    between: dict[str, str]
    inside: frozenset[str]
    general: frozenset[str]
    persons: frozenset[str]
    prefixes: dict[str, tuple[str, ...]]
    reflexive: frozenset[str]
    nth: dict[str, int]
    nth_words: dict[int, str]
    of_row: tuple[str, ...]
    rounds: frozenset[str]

    def forms(self, word: str) -> tuple[str, ...]:
        """The plain forms that a word in one spelling may have."""
        return forms(word, self.irregular)

    def term(self, phrase: Phrase) -> Term | None:
        """What a phrase in one spelling means: as written, then as plural, then as verb form.

        A word in no list is looked up by the word that it is made from ("attraction").
        """
        found = self.exact.get(phrase)
        if found is None:
            found = self.plain.get(tuple(map(singular, self._regular(phrase))))
        found = found or self._verb(phrase)
        if found is None and len(phrase) == 1 and phrase[0] not in self.light:
            return self._derived(singular(phrase[0]))
        return found

    def _derived(self, word: str) -> Term | None:
        for base in bases(word):
            found = self.verbs.get((base,)) or self.exact.get((base,))
            if found is not None:
                return Term(found.meanings, "noun", found.light)
        for base in adjectives(word):
            found = self.exact.get((base,))
            if found is not None and found.part == "quality":
                return Term(found.meanings, "quality")
        return None

    def verb(self, word: str) -> Term | None:
        """What a word means as a verb."""
        return self._verb((word,))

    def known(self, word: str) -> bool:
        """Whether a word alone means something or is left away."""
        return self.is_light(word) or word in self.joining or self.term((word,)) is not None

    def is_light(self, word: str) -> bool:
        """Whether a word is left away, in any of its forms."""
        return word in self.light or self.irregular.get(word, word) in self.light

    def _regular(self, phrase: Phrase) -> Phrase:
        return tuple(self.irregular.get(word, word) for word in phrase)

    def _verb(self, phrase: Phrase) -> Term | None:
        for form in self.forms(phrase[0]):
            found = self.verbs.get((form, *phrase[1:]))
            if found is not None:
                return found
        return None


@remembered()
def lists() -> Lists:
    """The lists of the vocabulary files in force."""
    own, glossary = load("asking_english"), load("asking_glossary")
    named = {
        name: "|".join(str(word).replace(" ", r"\s+") for word in words)
        for name, words in own["lists"].items()
    }
    frames = tuple(
        (re.compile(_SLOT.sub(lambda found: f"(?:{named[found[1]]})", match), re.IGNORECASE), put)
        for match, put in own["frames"]
    )
    exact: dict[Phrase, Term] = {}
    verbs: dict[Phrase, Term] = {}
    for phrase, term in _terms(glossary, "verbs", "verb"):
        verbs.setdefault(phrase, term)
    for phrase, term in _terms(glossary, "light_verbs", "verb", light=True):
        verbs.setdefault(phrase, term)
    sections: tuple[tuple[str, Part], ...] = (("nouns", "noun"), ("qualities", "quality"))
    for section, part in sections:
        for phrase, term in _terms(glossary, section, part):
            exact.setdefault(phrase, term)
    for english, meaning in own["joints"].items():
        exact[spelt(english)] = Term((str(meaning),), "joint")
    plain: dict[Phrase, Term] = {}
    for phrase, term in exact.items():
        plain.setdefault(tuple(map(singular, phrase)), term)
    light = frozenset(one_spelling(str(word)) for word in glossary["light"])
    return Lists(
        frames=frames,
        asides=tuple(re.compile(match, re.IGNORECASE) for match in own["asides"]),
        exact=exact,
        plain=plain,
        verbs=verbs,
        doing=frozenset(one for term in verbs.values() for one in term.meanings)
        | frozenset(map(str, own["measures"])),
        light=light,
        irregular={str(form): str(word) for form, word in glossary["irregular"].items()},
        times=own["units_of_time"] | own["ordinals"] | own["numbers"],
        months=tuple(own["months"]),
        marks=frozenset(word for word in map(str, own["marks"]) if not may_be_vietnamese(word)),
        vietnamese=frozenset(map(str, own["vietnamese_marks"])),
        joining=frozenset(map(str, own["joints"])),
        unit_heads={spelt(head): tuple(names) for head, names in glossary["unit_heads"].items()},
        unit_linking=frozenset(map(str, glossary["unit_linking"])),
        places=_places(glossary["places"]),
        short_forms={str(short): str(word) for short, word in glossary["short_forms"].items()},
        before_verbs=frozenset(map(str, own["before_verbs"])),
        inside=frozenset(map(str, own["inside"])),
        between={str(english): str(meaning) for english, meaning in own["between"].items()},
        general=frozenset(one for word in own["general"] for one in spelt(str(word))),
        persons=frozenset(one for word in own["persons"] for one in spelt(str(word))),
        prefixes={str(one): tuple(map(str, puts)) for one, puts in own["prefixes"].items()},
        reflexive=frozenset(map(str, own["reflexive"])),
        nth={str(one): int(number) for one, number in own["nth"].items()},
        nth_words={int(number): str(word) for number, word in own["nth_words"].items()},
        of_row=tuple(map(str, own["of_row"])),
        rounds=frozenset(map(str, own["rounds"])),
    )


def _terms(
    glossary: dict[str, Any], section: str, part: Part, *, light: bool = False
) -> Iterator[tuple[Phrase, Term]]:
    for english, meanings in glossary[section].items():
        term = Term(tuple(_listed(str(meanings), "|")), part, light)
        for one in _listed(str(english), ","):
            yield spelt(one), term


def _places(english: dict[str, str]) -> dict[str, str]:
    """The provinces by their names without accents, and by those that English has for them."""
    stored = load("asking_places")["provinces"]
    own = {fold(name): str(name) for name in stored if " " in name and "-" not in name}
    own |= {str(one).casefold(): str(name) for one, name in english.items()}
    return {one: own[one] for one in sorted(own, key=len, reverse=True)}


def _listed(text: str, mark: str) -> Iterable[str]:
    return (piece.strip() for piece in text.split(mark) if piece.strip())


def spelt(phrase: str) -> Phrase:
    """The words of a phrase as they are looked up; a hyphen parts words."""
    return tuple(one_spelling(word) for word in _SPLIT.split(phrase.strip()) if word)


def may_be_vietnamese(word: str) -> bool:
    """Whether letters without accents may be a Vietnamese syllable."""
    return is_syllable(word) and _NO_SYLLABLE.isdisjoint(word)
