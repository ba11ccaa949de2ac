"""Names of indicators read as Vietnamese phrases: what is counted, and what was done to it.

``Số văn bản chỉ đạo CCHC đã ban hành`` counts *văn bản* (*chỉ đạo CCHC*) that somebody *đã ban
hành*; ``Tỷ lệ hài lòng`` is a share; ``Có thực hiện niêm yết …`` asks; ``Bãi bỏ`` says what was
done and leaves the noun to the unit. Words are in ``drafting_names.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.text.normal import match_key, strip_accents
from ingest.vocabulary import load

Shape = Literal["count", "share", "question", "verb", "quality"]

_BULLET = re.compile(r"^\s*(?:[-+•–*●○▪]\s*|\(?[a-zđ]\)\s*|\d+(?:\.\d+)*[.)]\s+)+")
_ASIDE = re.compile(r"\s*\(([^()]*)\)?")
_LINK = re.compile(r"\s*\(?https?://\S+")
_LIST = re.compile(r"\s*(?:như|gồm)\s*:.*$")
_OF_ALL = re.compile(
    r"(?<=\w)\s*(?:/\s*(?:tổng\s+số|tổng|số)|trên\s+tổng(?:\s+số)?)\s.*$", re.IGNORECASE
)
_END = " .:;,…"
_QUESTION = re.compile(r"(?:\s+(?:hay|hoặc))?(?:\s+(?:chưa|không))?\s*\?\s*$")
_SLASH = re.compile(r"(?<=\w)\s?/\s?(?=\w)")
_LONG_ASIDE = 6
_TITLE_NUMBER = re.compile(r"^(?:[IVX]+|[A-H]|\d+)(?:\.\d+)*\s*[.)/-]\s*")
_VOWEL = re.compile(r"[AEIOUY]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as read. ``text`` is its nominal form, in lower case where no proper name stands.

    ``count``: ``noun`` and ``rest`` (of the noun) are counted; ``verb`` with ``aspect`` before and
    ``tail`` behind is what was done to it, empty where the noun stands alone. ``passive`` tells
    "được công bố" from "đã ban hành". ``verb``: no noun is named; ``rest`` is the verb's object.
    ``quality``: neither ("Trước hạn và đúng hạn", "Về chuyển đổi số").
    """

    shape: Shape
    text: str
    noun: str = ""
    rest: str = ""
    aspect: str = ""
    verb: str = ""
    tail: str = ""
    passive: bool = False
    total: bool = False
    bullet: bool = False
    counted: bool = False

    @property
    def phrase(self) -> str:
        """Noun with everything that stands behind it, in the name's own order."""
        parts = (self.noun, self.rest, self.aspect, self.verb, self.tail)
        return " ".join(part for part in parts if part)


_Entries = dict[str, tuple[tuple[str, ...], ...]]


@lru_cache(maxsize=1)
def _words() -> dict[str, _Entries]:
    """The lists of the vocabulary: entries by their first word, the longest ones first."""
    lists: dict[str, _Entries] = {}
    for name, entries in load("drafting_names").items():
        if not isinstance(entries, list) or name in ("generic", "asides", "proper"):
            continue
        found: dict[str, list[tuple[str, ...]]] = {}
        for entry in {tuple(keys(str(entry))) for entry in entries} - {()}:
            found.setdefault(entry[0], []).append(entry)
        lists[name] = {
            first: tuple(sorted(of, key=lambda words: (-len(words), words)))
            for first, of in found.items()
        }
    return lists


def starts_with(words: list[str], name: str, at: int = 0) -> int:
    """How many words of ``words`` from ``at`` are the longest entry of that list; 0 for none."""
    if at >= len(words):
        return 0
    for entry in _words()[name].get(words[at], ()):
        if tuple(words[at : at + len(entry)]) == entry:
            return len(entry)
    return 0


def is_only(words: list[str], name: str) -> bool:
    """Whether ``words`` are an entry of that list and nothing else."""
    return bool(words) and starts_with(words, name) == len(words)


def keys(text: str) -> list[str]:
    """The words of ``text`` as compared: lower case, without the punctuation behind them."""
    return list(_keys(text))


@lru_cache(maxsize=8192)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.strip(_END + '"“”()') for word in match_key(text).split())


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


def cleaned(name: str, *, short: str) -> str:
    """A name without bullet, number, link, asides and closing punctuation; lower case first."""
    text = " ".join(name.replace("\u00a0", " ").split())
    text = _BULLET.sub("", text)
    text = _LINK.sub("", text)
    drop = tuple(match_key(start) for start in load("drafting_names")["asides"])

    def aside(found: re.Match[str]) -> str:
        inside = found[1].strip(_END)
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
    text = _untimed(text.strip(_END))
    text = lowered(text)
    words = keys(text)
    cut = starts_with(words, "within")
    if cut and len(words) > cut:
        text = lowered(" ".join(text.split()[cut:]))
    return text


def title_words(title: str) -> str:
    """A section's title inside a sentence: no number, no capitals but those of abbreviations."""
    text = _TITLE_NUMBER.sub("", " ".join(title.split())).strip(_END)
    if not text.isupper():
        return lowered(text)
    known = set(load("drafting_names")["acronyms"])
    words = [
        word
        if word.strip(_END) in known or not _VOWEL.search(strip_accents(word))
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
        found[1].strip(_END)
        for found in _ASIDE.finditer(" ".join(name.split()))
        if not match_key(found[1]).startswith(drop)
    ]
    long = [one for one in inside if len(one.split()) > _LONG_ASIDE]
    return max(long, key=len, default="")


def _below(text: str) -> str:
    """The name of a column that stands below another: "Hồ sơ / Đúng hạn" -> "Hồ sơ đúng hạn"."""
    parts = [part.strip(_END) for part in text.split(" / ")]
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
            return " ".join(text.split()[:at]).strip(_END)
    return text


@lru_cache(maxsize=4096)
def read_name(name: str, short: str, unit: str = "") -> Name:
    """The name as a phrase. ``short`` is what the report calls its office.

    A name that opens with its own ``unit`` ("Giao dịch nộp phí" in "Giao dịch") counts it.
    """
    if unit and f"({unit.lower()})" in name.lower():
        at = name.lower().index(f"({unit.lower()})")
        name = name[:at] + name[at + len(unit) + 2 :]
    text = cleaned(name, short=short)
    bullet = bool(_BULLET.match(name)) or starts_with(keys(name), "within") > 0
    shown, words = text.split(), keys(text)
    if not words:
        return Name("quality", text, bullet=bullet)
    if bullet and starts_with(words, "manners"):
        return Name("quality", text, bullet=bullet)
    if starts_with(words, "others") == len(words) or starts_with(words, "categories"):
        return Name("quality", text, bullet=bullet)
    if starts_with(words, "shares"):
        return Name("share", text, bullet=bullet)
    cut = starts_with(words, "counts")
    if (
        cut
        and bullet
        and (words[cut : cut + 1] == ["mới"] or starts_with(words, "categories", cut))
    ):
        return Name("quality", lowered(" ".join(shown[cut:])), bullet=bullet)
    if cut and len(words) > cut:
        total = starts_with(words, "totals") > 0
        return _counted(text, shown[cut:], words[cut:], bullet=bullet, total=total, counted=True)
    cut = starts_with(words, "questions")
    if cut and len(words) > cut:
        return _question(text, shown, words, cut, bullet=bullet)
    if (len(keys(unit)) and words[: len(keys(unit))] == keys(unit)) or starts_with(words, "nouns"):
        return _counted(text, shown, words, bullet=bullet, total=False, counted=False)
    cut = starts_with(words, "nominal")
    if cut and len(words) > cut and starts_with(words, "verbs", cut):
        shown, words = shown[cut:], words[cut:]
    aspect = starts_with(words, "aspects")
    verb = _verb_phrase(words, aspect)
    if verb:
        return Name(
            "verb",
            text,
            rest=" ".join(shown[verb:]),
            aspect=" ".join(shown[:aspect]).lower(),
            verb=lowered(" ".join(shown[aspect:verb])),
            passive=starts_with(words, "passive") > 0,
            bullet=bullet,
        )
    if aspect or starts_with(words, "cuts"):
        return Name("quality", text, bullet=bullet)
    return _counted(text, shown, words, bullet=bullet, total=False, counted=False)


def _question(text: str, shown: list[str], words: list[str], cut: int, *, bullet: bool) -> Name:
    verb = 0 if starts_with(words, "nouns", cut) else _verb_phrase(words, cut)
    opening = words[:cut]
    if opening[0] == "có" and len(opening) > 1 and opening != ["có", "thực", "hiện"]:
        return Name(
            "question", text, verb=" ".join(opening[1:]), rest=" ".join(shown[cut:]), bullet=bullet
        )
    if verb:
        return Name(
            "question",
            text,
            verb=lowered(" ".join(shown[cut:verb])),
            rest=" ".join(shown[verb:]),
            bullet=bullet,
        )
    said = "thực hiện" if "thực" in opening else ""
    return Name("question", text, verb=said, rest=" ".join(shown[cut:]), bullet=bullet)


def _verb_phrase(words: list[str], at: int) -> int:
    """Where the verb that stands at ``at`` ends, with its particles and joined verbs; 0 if none."""
    size = starts_with(words, "verbs", at)
    if not size:
        return 0
    end = at + size
    if size == starts_with(words, "light", at):
        return end
    while end < len(words):
        more = starts_with(words, "particles", end)
        if more:
            end += more
            continue
        joined = end + 1 if words[end] in ("và", "hoặc") else end
        more = starts_with(words, "verbs", joined)
        if not more:
            break
        end = joined + more
    return end


def _counted(
    text: str, shown: list[str], words: list[str], *, bullet: bool, total: bool, counted: bool
) -> Name:
    def name(noun_end: int, verb_at: int, verb_end: int, **more: bool) -> Name:
        noun = _noun_end(shown, words, noun_end)
        aspect = starts_with(words, "aspects", noun_end) if verb_at > noun_end else 0
        return Name(
            "count",
            text,
            noun=lowered(" ".join(shown[:noun])).rstrip(_END),
            rest=" ".join(shown[noun:noun_end]),
            aspect=" ".join(shown[noun_end : noun_end + aspect]).lower(),
            verb=" ".join(shown[verb_at:verb_end]),
            tail=" ".join(shown[verb_end:]),
            bullet=bullet,
            total=total,
            counted=counted,
            **more,
        )

    for at in range(1, len(words)):
        aspect = starts_with(words, "aspects", at)
        if aspect:
            end = _verb_phrase(words, at + aspect)
            passive = starts_with(words, "passive", at) > 0
            if end and _may_follow(words, end):
                return name(at, at + aspect, end, passive=passive)
            return name(at, at + aspect, at + aspect, passive=passive)
        if words[at] == "do":
            agent = starts_with(words, "agents", at + 1)
            end = _verb_phrase(words, at + 1 + agent) if agent else 0
            if end and _may_follow(words, end):
                return name(at, at + 1 + agent, end)
    for at in range(1, len(words)):
        if words[at] == "do" or (at > 1 and is_only(words[at - 2 : at], "of_acts")):
            break  # others than the office did it, or it is part of another act
        if starts_with(words, "bare", at) and _may_follow(words, _verb_phrase(words, at)):
            return name(at, at, _verb_phrase(words, at))
    return name(len(words), len(words), len(words))


def _may_follow(words: list[str], at: int) -> bool:
    return at >= len(words) or starts_with(words, "tails", at) > 0 or words[at].startswith("(")


def _noun_end(shown: list[str], words: list[str], end: int) -> int:
    """Where the head noun of ``words[:end]`` stops: before a preposition or a verb."""
    at = max(1, starts_with(words, "nouns"))
    while at < end:
        if at + 1 < len(words) and starts_with(words, "compounds", at):
            at += starts_with(words, "compounds", at)
            continue
        joined = starts_with(words, "compounds", at - 1)
        if joined:
            at += joined - 1
            continue
        field = starts_with(words, "verbs", at) if _is_field(words[:at]) else 0
        if field:  # "lĩnh vực xây dựng" names a field, though one may build
            at += field
            continue
        listed = shown[at - 1].endswith(",") or words[at - 1] in ("và", "hoặc")
        if starts_with(words, "cuts", at) or (not listed and starts_with(words, "verbs", at) > 1):
            return at
        at += 1
    return end


def _is_field(words: list[str]) -> bool:
    """Whether ``words`` end with one that a field of work follows ("lĩnh vực")."""
    return any(is_only(words[-size:], "fields") for size in (1, 2) if len(words) >= size)
