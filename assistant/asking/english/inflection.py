"""Plain forms of English words, in one spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_BRITISH = (
    (re.compile(r"is(e|es|ed|er|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})our(s|ed|ing)?$"), r"or\1"),
    (re.compile(r"tre(s?)$"), r"ter\1"),
    (re.compile(r"(program)mes?$"), r"\1"),
    (re.compile(r"(licen)[cs](e|es|ed|ing)$"), r"\1s\2"),
    (re.compile(r"(enrol|fulfil|instal)(?=s?$|ment)"), r"\1l"),
)
_LONG_OUR = frozenset({"four", "hour", "hours", "tour", "tours", "your", "yours", "our", "ours"})
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST = 3
_SHORTEST_BASE = 4
_MADE = (
    ("ization", ("ize",)),
    ("ification", ("ify",)),
    ("ation", ("", "e", "ate")),
    ("ition", ("", "e", "ish")),
    ("tion", ("t", "te")),
    ("sion", ("d", "de", "se", "s")),
    ("ment", ("",)),
    ("ance", ("", "e", "ate")),
    ("ence", ("", "e")),
    ("al", ("", "e")),
    ("ery", ("er", "e", "")),
    ("ability", ("able",)),
    ("ity", ("", "e")),
    ("ness", ("",)),
    ("er", ("", "e")),
    ("or", ("", "e")),
)


@lru_cache(maxsize=8192)
def one_spelling(word: str) -> str:
    """A word in lower case and American spelling, without a possessive ending or a last hyphen."""
    word = _POSSESSIVE.sub("", word.casefold().rstrip("-") or word)
    if word in _LONG_OUR:
        return word
    for ending, put in _BRITISH:
        word = ending.sub(put, word)
    return word


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A noun without the ending of its plural, by rule alone."""
    if len(word) <= _SHORTEST or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word.removesuffix("s")


def forms(word: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """The word and the plain forms that it may be an inflection of, the likeliest first."""
    found = [word]
    if word in irregular:
        found.append(irregular[word])
    found.append(singular(word))
    if word.endswith("es"):
        found.append(word[:-2])
    found += [f"{word[: -len(end)]}y" for end in ("ied", "ying") if word.endswith(end)]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            found += [stem, f"{stem}e"]
            if stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(one_spelling(form) for form in found))


@lru_cache(maxsize=4096)
def bases(noun: str) -> tuple[str, ...]:
    """The words that a noun may be made from by an ending ("installation" from "install")."""
    found: list[str] = []
    for ending, puts in _MADE:
        if noun.endswith(ending) and len(noun) - len(ending) >= _SHORTEST_BASE:
            found += [noun[: -len(ending)] + put for put in puts]
    return tuple(dict.fromkeys(found))


def adjectives(adverb: str) -> tuple[str, ...]:
    """The adjectives that an adverb may be made from ("electronically" from "electronic")."""
    if not adverb.endswith("ly"):
        return ()
    stem = adverb.removesuffix("ly")
    return (stem, f"{stem}e", stem.removesuffix("al"), f"{stem.removesuffix('i')}y")
