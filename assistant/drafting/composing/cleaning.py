"""Names and titles of a document -> words that can stand inside a sentence."""

from __future__ import annotations

import re

from assistant.drafting.composing.lexicon import PUNCTUATION, keys, starts_with
from ingest.text.normal import match_key, strip_accents
from ingest.vocabulary import load

_BULLET = re.compile(r"^\s*(?:[-+•–*●○▪]\s*|\(?[a-zđ]\)\s*|\d+(?:\.\d+)*[.)]\s+)+")
_ASIDE = re.compile(r"\s*\(([^()]*)\)?")
_LINK = re.compile(r"\s*\(?https?://\S+")
_LIST = re.compile(r"\s*(?:như|gồm)\s*:.*$")
_OF_ALL = re.compile(
    r"(?<=\w)\s*(?:/\s*(?:tổng\s+số|tổng|số)|trên\s+tổng(?:\s+số)?)\s.*$", re.IGNORECASE
)
_QUESTION = re.compile(r"(?:\s+(?:hay|hoặc))?(?:\s+(?:chưa|không))?\s*\?\s*$")
_SLASH = re.compile(r"(?<=\w)\s?/\s?(?=\w)")
_LONG_ASIDE = 6
_TITLE_NUMBER = re.compile(r"^(?:[IVX]+|[A-H]|\d+)(?:\.\d+)*\s*[.)/-]\s*")
_VOWEL = re.compile(r"[AEIOUY]", re.IGNORECASE)


def short_name(issuer: str | None) -> str:
    """What a report calls its office after the first time: "Sở Y tế" -> "Sở"."""
    vocabulary = load("drafting_names")
    for start, short in vocabulary["short_names"].items():
        if issuer and match_key(issuer).startswith(match_key(start)):
            return str(short)
    return str(vocabulary["other_short"])


def lowered(text: str) -> str:
    """``text`` with a small first letter, unless a proper name or an abbreviation opens it."""
    first = text.split(" ", 1)[0] if text else ""
    if len(first) > 1 and any(char.isupper() for char in first[1:]):
        return text
    for word in load("drafting_names")["proper"]:
        if text.startswith(word) and not text[len(word) : len(word) + 1].isalpha():
            return text
    return text[:1].lower() + text[1:]


def is_bulleted(name: str) -> bool:
    """Whether a dash, a letter or a number opens the name as an item of a list."""
    return bool(_BULLET.match(name))


def cleaned(name: str, *, short: str) -> str:
    """A name without bullet, number, link, asides and closing punctuation; lower case first."""
    text = " ".join(name.replace("\u00a0", " ").split())
    text = _BULLET.sub("", text)
    text = _LINK.sub("", text)
    drop = tuple(match_key(start) for start in load("drafting_names")["asides"])

    def aside(found: re.Match[str]) -> str:
        inside = found[1].strip(PUNCTUATION)
        if not inside or len(inside.split()) > _LONG_ASIDE or match_key(inside).startswith(drop):
            return ""
        return f" ({inside})"

    text = _ASIDE.sub(aside, text)
    text = _LIST.sub("", text)
    text = _QUESTION.sub("", text)
    text = _OF_ALL.sub("", text)
    text = _below(text)
    above = short in load("drafting_names")["above_departments"]
    for wording, instead in load("drafting_names")["generic"]:
        if above and "sở" in wording:
            continue
        text = re.sub(
            rf"(?<!\w)(?<!các )(?<!khối ){re.escape(wording)}(?!\w)",
            instead.replace("{short}", short),
            text,
            flags=re.IGNORECASE,
        )
    text = _SLASH.sub(_either, text)
    text = _untimed(text.strip(PUNCTUATION))
    text = lowered(text)
    words = keys(text)
    cut = starts_with(words, "within")
    if cut and len(words) > cut:
        text = lowered(" ".join(text.split()[cut:]))
    return text


def title_words(title: str) -> str:
    """A section's title inside a sentence: no number, no capitals but those of abbreviations."""
    text = _TITLE_NUMBER.sub("", " ".join(title.split())).strip(PUNCTUATION)
    if not text.isupper():
        return lowered(text)
    known = set(load("drafting_names")["acronyms"])
    words = [
        word
        if word.strip(PUNCTUATION) in known or not _VOWEL.search(strip_accents(word))
        else word.lower()
        for word in text.split()
    ]
    return " ".join(words)


def _either(slash: re.Match[str]) -> str:
    """A stroke between two verbs is an "or": "xử lý/kiến nghị xử lý"."""
    behind = keys(slash.string[slash.end() : slash.end() + 40])
    return " hoặc " if starts_with(behind, "verbs") > 1 else slash[0]


def aside_of(name: str) -> str:
    """The longest aside that :func:`cleaned` drops for its length: it may tell two names apart."""
    drop = tuple(match_key(start) for start in load("drafting_names")["empty_asides"])
    inside = [
        found[1].strip(PUNCTUATION)
        for found in _ASIDE.finditer(" ".join(name.split()))
        if not match_key(found[1]).startswith(drop)
    ]
    long = [one for one in inside if len(one.split()) > _LONG_ASIDE]
    return max(long, key=len, default="")


def _below(text: str) -> str:
    """The name of a column that stands below another: "Hồ sơ / Đúng hạn" -> "Hồ sơ đúng hạn"."""
    parts = [part.strip(PUNCTUATION) for part in text.split(" / ")]
    if len(parts) < 2:
        return text
    kept = [
        part
        for at, part in enumerate(parts)
        if part
        and starts_with(keys(part), "totals" if at else "within") != len(keys(part))
        and (at == len(parts) - 1 or keys(part) != keys(parts[at + 1]))
    ]
    return " ".join([kept[0], *(lowered(part) for part in kept[1:])]) if kept else parts[-1]


def _untimed(text: str) -> str:
    """``text`` without the words at its end that name the period reported on."""
    words = keys(text)
    for at in range(2, len(words)):
        if starts_with(words, "period_tails", at) == len(words) - at:
            return " ".join(text.split()[:at]).strip(PUNCTUATION)
    return text
