"""Names of indicators read as Vietnamese phrases: what is counted, and what was done to it.

``Số văn bản chỉ đạo CCHC đã ban hành`` counts *văn bản* (*chỉ đạo CCHC*) that somebody *đã ban
hành*; ``Tỷ lệ hài lòng`` is a share; ``Có thực hiện niêm yết …`` asks; ``Bãi bỏ`` says what was
done and leaves the noun to the unit. Words are in ``drafting_names.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.drafting.composing.cleaning import cleaned, is_bulleted, lowered
from assistant.drafting.composing.lexicon import PUNCTUATION, is_only, keys, starts_with
from ingest.text.normal import match_key
from ingest.vocabulary import load, remembered

Shape = Literal["count", "share", "question", "verb", "quality"]


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


@remembered(maxsize=4096)
def read_name(name: str, short: str, unit: str = "") -> Name:
    """The name as a phrase. ``short`` is what the report calls its office.

    A name that opens with its own ``unit`` ("Giao dịch nộp phí" in "Giao dịch") counts it.
    """
    if unit and f"({unit.lower()})" in name.lower():
        at = name.lower().index(f"({unit.lower()})")
        name = name[:at] + name[at + len(unit) + 2 :]
    text = cleaned(name, short=short)
    bullet = is_bulleted(name) or starts_with(keys(name), "within") > 0
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
            noun=lowered(" ".join(shown[:noun])).rstrip(PUNCTUATION),
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


def done_at(name: Name) -> bool:
    """Whether what was done was done at the places counted: "đơn vị đã kiểm tra CCHC"."""
    return starts_with(keys(name.tail), "verbs") > 0 and (
        starts_with(keys(name.noun), "actors") > 0
        and any(
            match_key(name.tail).startswith(f"{match_key(word)} ")
            for word in load("drafting_forms")["done_at"]
        )
    )


def is_undergone(rest: str) -> bool:
    """Whether what stands behind a noun is nothing but what was done to it ("sửa đổi, bổ sung")."""
    words = [word for word in keys(rest) if word and word not in ("và", "hoặc")]
    at = 0
    while at < len(words):
        size = starts_with(words, "undergone", at)
        if not size:
            return at > 0 and starts_with(words, "tails", at) > 0
        at += size
    return bool(words)
