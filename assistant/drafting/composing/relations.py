"""How rows of a block belong together: done of planned, parts of a total, shares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile
from typing import Any

from assistant.drafting.composing.facts import Fact
from assistant.drafting.composing.lexicon import is_only, keys, starts_with
from ingest.text.normal import fold, folded_words
from ingest.vocabulary import load

_LEVEL = re.compile(r"\d+")


@dataclass(slots=True)
class Relations:
    """Relations by the path of a fact.

    ``whole`` of a part that was done, or that a stated share relates to it (``due`` holds the
    parts that were to be done in full); ``parts`` of a total (they add up to it), ``within`` of a
    total (they do not); ``share`` of a part (the row that states it); ``narrower`` rows of a row
    whose name they continue.
    """

    whole: dict[str, Fact] = field(default_factory=dict)
    due: set[str] = field(default_factory=set)
    parts: dict[str, list[Fact]] = field(default_factory=dict)
    within: dict[str, list[Fact]] = field(default_factory=dict)
    share: dict[str, Fact] = field(default_factory=dict)
    narrower: dict[str, list[tuple[Fact, str]]] = field(default_factory=dict)


def relate(facts: Sequence[Fact]) -> Relations:
    """The relations among the rows of one block."""
    found = Relations()
    counted = [one for one in facts if _counts(one)]
    _totals(facts, found)
    _pairs(counted, found)
    _within(facts, found)
    _narrower(counted, found)
    _shares(facts, counted, found)
    return found


def has_word(text: str, words: Sequence[str]) -> bool:
    """Whether one of ``words`` stands in ``text`` as whole words, accents and case aside."""
    folded = f" {' '.join(folded_words(text))} "
    return any(f" {' '.join(folded_words(word))} " in folded for word in words)


def says(text: str, words: Sequence[str]) -> bool:
    """Whether one of ``words`` stands in ``text`` as whole words, accents told apart.

    For what is good or bad: "chăm sóc" is not "chậm", "giám sát" not "giảm".
    """
    known = f" {' '.join(keys(text))} "
    return any(f" {' '.join(keys(word))} " in known for word in words)


def _counts(fact: Fact) -> bool:
    return fact.value is not None and not fact.coded and not fact.percent


def alike(one: Fact, other: Fact) -> bool:
    """Whether two rows count the same kind of thing."""
    if fold(one.unit) != fold(other.unit) or _levels(one) != _levels(other):
        return False
    left, right = _noun(one), _noun(other)
    if not left or not right or left[0] == right[0]:
        return True
    return starts_with(left, "person_nouns") > 0 and starts_with(right, "person_nouns") > 0


def _noun(fact: Fact) -> list[str]:
    words = keys(fact.name.text)
    if is_only(words, "results") or is_only(words, "assigned"):
        return []
    return keys(fact.name.noun)


def _levels(fact: Fact) -> list[str]:
    return _LEVEL.findall(fact.name.text)


def _pairs(facts: Sequence[Fact], found: Relations) -> None:
    forms = load("drafting_forms")
    for at, part in enumerate(facts):
        if not part.value or not has_word(part.name.text, forms["done_words"]):
            continue
        away = ["chưa", *forms["late"], *forms["reductions"]]
        if has_word(part.name.text, away) or _in_total(part, found):
            continue
        for whole in reversed(facts[:at]):
            if whole.value is None or whole.value < part.value or not alike(whole, part):
                continue
            if any(one.path == whole.path for one in found.whole.values()) and (
                part.name.rest or part.name.tail
            ):
                continue  # what was planned was done already; this is about something further
            if _same_matter(whole, part) and _wanted_and_done(whole, part, forms):
                found.whole[part.path] = whole
                found.due.add(part.path)
                break


def _same_matter(whole: Fact, part: Fact) -> bool:
    """Whether neither row is narrowed to something that the other is not ("đất đai", "y tế")."""
    if is_only(keys(part.name.text), "results"):
        return True  # "Kết quả thực hiện" is about what stands before it
    left, right = (set(folded_words(one.name.rest)) for one in (whole, part))
    return not (left - right and right - left)


def _in_total(part: Fact, found: Relations) -> bool:
    return any(one.path == part.path for parts in found.parts.values() for one in parts)


def _wanted_and_done(whole: Fact, part: Fact, forms: dict[str, Any]) -> bool:
    wanted, done = whole.name.text, part.name.text
    if _received(whole):
        return (
            not whole.name.passive
            and has_word(done, forms["solved"])
            and (whole.value == part.value or not has_word(wanted, forms["carried_over"]))
        )
    if has_word(wanted, ["đã"]) and not has_word(wanted, ["phải", "thuộc diện"]):
        return False
    if is_only(keys(wanted), "assigned") and is_only(keys(done), "results"):
        return True
    if has_word(wanted, forms["whole_words"]):
        return has_word(done, forms["done_words"])
    for found, solved in forms["answers"]:
        if has_word(wanted, [found]) and has_word(done, solved):
            return True
    head = whole.record.parent is None and fold(part.record.parent or "") == fold(whole.record.name)
    return head and has_word(done, ["đã"]) and part.name.shape == "verb" and not whole.name.verb


def _received(whole: Fact) -> bool:
    return starts_with(keys(whole.name.verb), "receiving") > 0


def _totals(facts: Sequence[Fact], found: Relations) -> None:
    """Rows that add up to a row before them."""
    forms = load("drafting_forms")
    for at, whole in enumerate(facts):
        if not _counts(whole) or not whole.value:
            continue
        run = _run(whole, facts[at + 1 :])
        total = Decimal(0)
        for size, part in enumerate(run, start=1):
            total += part.value or Decimal(0)
            if total == whole.value and size > 1:
                parts = run[:size]
                done = [one for one in parts if _plainly_done(one, forms)]
                if len(done) != 1 or whole.name.total:
                    found.parts[whole.path] = parts
                break


def _run(whole: Fact, later: Sequence[Fact]) -> list[Fact]:
    """The rows behind ``whole`` that may be parts of it."""
    run: list[Fact] = []
    for part in later:
        if not _counts(part) or fold(part.unit) != fold(whole.unit):
            break
        if part.value is None or whole.value is None or part.value > whole.value:
            break
        if part.value:
            run.append(part)
    return run


def _plainly_done(fact: Fact, forms: dict[str, Any]) -> bool:
    """Whether a row says that something was done, and nothing about how."""
    return (
        not fact.name.tail
        and not (fact.name.shape == "verb" and fact.name.rest)
        and fact.name.shape != "quality"
        and has_word(fact.name.text, ["đã", "hoàn thành", "xong"])
        and not has_word(fact.name.text, ["chưa"])
        and bool(forms)
    )


def _within(facts: Sequence[Fact], found: Relations) -> None:
    """Rows below a total that do not add up to it."""
    for at, whole in enumerate(facts):
        named = whole.name.total or _introduced(facts[at + 1 : at + 2])
        if whole.path in found.parts or not named or not _counts(whole):
            continue
        later = facts[at + 1 :]
        if not whole.name.total:
            later = list(takewhile(lambda one: one.name.bullet, later))
        below = [
            one
            for one in _run(whole, later)
            if one.name.bullet and not whole.name.bullet and one.path not in found.whole
        ]
        if below and all(_nominal(one) for one in below):
            found.within[whole.path] = below


def _introduced(behind: Sequence[Fact]) -> bool:
    """Whether the next row says itself that it is a part: "Trong đó: trực tuyến"."""
    return any(starts_with(keys(one.record.name), "within") > 0 for one in behind)


def _nominal(fact: Fact) -> bool:
    """Whether a row reads as a part of another: "14 người nữ", "29 người trình độ đại học"."""
    name = fact.name
    return bool(name.noun) or name.shape == "quality" or (name.shape, name.verb) == ("question", "")


def _narrower(facts: Sequence[Fact], found: Relations) -> None:
    for at, one in enumerate(facts):
        base = _bare(one)
        for other in facts[at + 1 :]:
            words = _bare(other)
            if (
                len(words) > len(base) > 1
                and words[: len(base)] == base
                and fold(one.unit) == fold(other.unit)
                and one.value is not None
                and other.value is not None
                and 0 < other.value <= one.value
                and other.path not in found.whole
            ):
                shown = other.name.text.split()
                extra = " ".join(shown[len(shown) - (len(words) - len(base)) :])
                found.narrower.setdefault(one.path, []).append((other, extra))


def _bare(fact: Fact) -> list[str]:
    """The words of a name without what it counts with and without aspects."""
    words = keys(fact.name.text)
    words = words[starts_with(words, "counts") :]
    return [word for word in words if word not in ("đã", "được", "đang")]


def _shares(facts: Sequence[Fact], counted: Sequence[Fact], found: Relations) -> None:
    for stated in facts:
        if not stated.percent or not stated.value or stated.name.shape != "share":
            continue
        best: tuple[float, Fact, Fact] | None = None
        for part in counted:
            for whole in counted:
                if part is whole or not _makes(stated, part, whole):
                    continue
                pair = found.whole.get(part.path) is whole
                rank = _overlap(stated, part) + _overlap(stated, whole) / 2 + (1.5 if pair else 0)
                rank += 0.5 if whole is facts[0] else 0
                if part.path not in found.share and (best is None or rank > best[0]):
                    best = rank, part, whole
        if best is not None and best[0] > 0.4:
            _, part, whole = best
            found.share[part.path] = stated
            if part.path not in found.whole and not _is_part(part, whole, found):
                found.whole[part.path] = whole


def _is_part(part: Fact, whole: Fact, found: Relations) -> bool:
    return any(one is part for one in found.parts.get(whole.path, ()))


def _makes(stated: Fact, part: Fact, whole: Fact) -> bool:
    """Whether the stated share is that of these two counts, as far as it is printed."""
    if not whole.value or part.value is None or stated.value is None or part.value > whole.value:
        return False
    exact = part.value * 100 / whole.value
    places = max(stated.places, 0)
    own = -int(stated.value.normalize().as_tuple().exponent)
    step = Decimal(1).scaleb(-max(places, own, 0))
    return exact.quantize(step, ROUND_HALF_UP) == stated.value


def _overlap(one: Fact, other: Fact) -> float:
    left = set(folded_words(one.name.text)) - {"ty", "le", "ti", "so", "da", "duoc", "trong"}
    right = set(folded_words(other.name.text)) - {"so", "da", "duoc", "trong", "luong", "tong"}
    return len(left & right) / len(left) if left else 0.0
