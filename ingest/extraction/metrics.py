"""What a figure of a sentence measures, from the words around it (``targets.yaml``)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ingest.text.normal import fold, match_key
from ingest.text.numbering import label_of
from ingest.text.organisations import one_of
from ingest.vocabulary import load


def words() -> dict[str, Any]:
    """The words of targets (``targets.yaml``)."""
    return load("targets")


@lru_cache(maxsize=64)
def _ending(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a text that ends with one of ``words``, longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)({'|'.join(re.escape(word) for word in ordered)})\s*$", re.IGNORECASE
    )


def ends_with(text: str, words: list[str]) -> re.Match[str] | None:
    """Where ``text`` ends with one of ``words``, whole words, any case."""
    return _ending(tuple(words)).search(text)


def metric_of(before: str, after: str, unit: str | None) -> str:
    """What a figure between ``before`` and ``after`` measures; ``unit`` is what it counts."""
    left = _tidy_left(before)
    right = _tidy_right(after)
    if _begins(right, words()["not_metric"]):
        right = ""
    if len(left) >= 8 and " " in left and not _only_connecting(left):
        if _begins(left, words()["measures"]):
            return left
        if unit is not None:
            return f"{left} {_without_unit(right, unit, left)}".strip()
        return f"{left} {right}".strip() if right and _needs_object(left) else left
    return right or ("" if _only_connecting(left) else left)


_LONGEST_DIVISION = 5


def carried(own: str, before: str) -> str:
    """A metric that only names another division of the one before it, written out.

    Behind "tỷ lệ số hóa hồ sơ tại cấp tỉnh đạt 80%" the words "cấp xã đạt 65%" measure "tỷ lệ số
    hóa hồ sơ tại cấp xã".
    """
    parts, whole = own.split(), before.split()
    if not parts or len(parts) > _LONGEST_DIVISION or len(whole) <= len(parts):
        return own
    named = one_of(tuple(words()["divisions"]))
    division = named.match(own)
    if division is None:
        return own
    opening = division.group().split()
    for start in range(len(whole) - len(opening), max(0, len(whole) - _LONGEST_DIVISION) - 1, -1):
        if fold(" ".join(whole[start : start + len(opening)])) == fold(" ".join(opening)):
            return " ".join([*whole[:start], *parts]) if start else own
    undivided = not any(map(named.match, _tails(whole)))
    return f"{before} {own}" if undivided and _begins(before, words()["measures"]) else own


def _tails(words_: list[str]) -> list[str]:
    return [
        " ".join(words_[start:])
        for start in range(max(0, len(words_) - _LONGEST_DIVISION), len(words_))
    ]


def _without_unit(right: str, unit: str, left: str) -> str:
    """What follows a count, without the unit where the words before it name it already."""
    named = fold(unit) in fold(left) or fold(right) == fold(unit)
    if named and fold(right).startswith(fold(unit)):
        return right[len(unit) :].strip(" ,;:.-")
    return right


def _begins(text: str, wordings: list[str]) -> bool:
    return bool(one_of(tuple(wordings)).match(text))


def _needs_object(left: str) -> bool:
    return ends_with(left, words()["transitive"]) is not None


_OF_TIME = r"(?:(?:đến\s+)?(?:hết\s+)?năm \d{4}|giai đoạn \d{4}\s*-\s*\d{4})"


@lru_cache(maxsize=4)
def _connecting(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Text that only connects, and openings of a sentence that do not belong to a metric."""
    named = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    striving = r"ph[âầấ]n đ[ầấ]u"
    return (
        re.compile(rf"(?:{striving}|{named}|{_OF_TIME}|,|\s)+"),
        re.compile(rf"^(?:(?:{striving}|{_OF_TIME})[,:\s]+)+", re.IGNORECASE),
    )


def _only_connecting(left: str) -> bool:
    only, _ = _connecting(tuple(words()["connecting"]))
    return bool(only.fullmatch(match_key(left)))


def _tidy_left(text: str) -> str:
    known = words()
    text = text.strip()
    label = label_of(text)
    if label:
        text = text[label.end :]
    changed = True
    while changed:
        changed = False
        for wordings in known["comparators"].values():
            hit = ends_with(text, wordings)
            if hit:
                text, changed = text[: hit.start()].rstrip(), True
        for word in known["trailing"]:
            hit = ends_with(text, [word])
            if hit:
                text, changed = text[: hit.start()].rstrip(), True
    text = re.sub(r"^[\s,;.:và-]*(?:và\s+)?", "", text) if text[:1] in ",;.:-" else text
    if text.endswith(","):  # what stands before the comma is another part of the sentence
        return ""
    text = _connecting(tuple(words()["connecting"]))[1].sub("", text)
    return text.strip(" ,;:-")


def _tidy_right(text: str) -> str:
    text = re.sub(
        r"^\s*(?:trở lên|trở xuống|số(?!\s+lượng))\b|\s+trở (?:lên|xuống)(?=\s|$)", "", text
    )
    cut = re.search(r"\s+(?:so với)\b", text, re.IGNORECASE)
    if cut:
        text = text[: cut.start()]
    text = re.sub(
        r"[,\s]+(?:và|trong đó|trong số đó|đạt|tối thiểu|ít nhất|từ)\s*$", "", text.strip()
    )
    return text.strip(" ,;:.-")
