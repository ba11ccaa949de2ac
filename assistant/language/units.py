"""Names of organisations in a text, and whether each is named as leading or as coordinating."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.lexicon import Lexicon, lexicon
from ingest.text.normal import match_key

_TOKEN = re.compile(r"[^\W_]+(?:&[^\W_]+)*|[^\w\s]|\n")
_LIST_GLUE = re.compile(r"\s*(?:,|và|cùng|cùng với|,\s*và)?\s*")
_DIRECT = r"[\s:(\-]*(?:(?:là|do|với|giao|cho|cùng|thuộc về|chính|của|gồm|bởi)[\s:]+){0,2}"


@dataclass(frozen=True, slots=True)
class UnitMention:
    """An organisation as named. ``words`` are normalised, head first; offsets are those given.

    ``role`` is ``lead`` or ``coordinating`` by the words around it, ``None`` where they are silent.
    """

    words: tuple[str, ...]
    start: int
    end: int
    role: str | None = None


def read_units(shown: str) -> tuple[UnitMention, ...]:
    """All organisations named in plain text. The same rules read sentences and evidence."""
    tokens = [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(shown)]
    words = lexicon()
    mentions: list[UnitMention] = []
    at = 0
    while at < len(tokens):
        head = _head(tokens, at, words)
        last = _name_end(tokens, at + head, words) if head else 0
        if not head or not _is_name(tokens, at, head=head, last=last):
            at += 1
            continue
        named = tuple(match_key(text) for text, _, _ in tokens[at:last] if text[0].isalnum())
        mentions.append(UnitMention(named, tokens[at][1], tokens[last - 1][2]))
        at = last
    return _with_roles(shown, mentions)


def role_words(text: str) -> frozenset[str]:
    """The roles that are spoken of in ``text``, a column title say."""
    key = match_key(text)
    return frozenset(name for name, phrase in lexicon().roles if phrase in key)


def _head(tokens: list[tuple[str, int, int]], at: int, words: Lexicon) -> int:
    """How many tokens at ``at`` are the first words of an organisation's name."""
    if not tokens[at][0][0].isupper():
        return 0
    for head in words.unit_heads:
        piece = tokens[at : at + len(head)]
        if tuple(match_key(text) for text, _, _ in piece) == head:
            return len(head)
    return 0


def _name_end(tokens: list[tuple[str, int, int]], at: int, words: Lexicon) -> int:
    start = last = at
    while at < len(tokens) and at - last < 6:
        text = tokens[at][0]
        if text in (",", "-") or text.lower() == "và":
            at += 1
            if at >= len(tokens) or not _goes_on(tokens, at, words):
                break
            if text == "," and tokens[at][0][0].isupper():
                break
            continue
        if not _goes_on(tokens, at, words, first=at == start):
            break
        at += 1
        last = at
    return last


def _goes_on(
    tokens: list[tuple[str, int, int]], at: int, words: Lexicon, *, first: bool = False
) -> bool:
    text = tokens[at][0]
    if not text[0].isalpha():
        return False
    if text[0].isupper():
        # "Văn phòng Sở" and "Phòng Thanh tra" go on; "Phòng A và Phòng B" are two.
        return first or not _head(tokens, at, words)
    return text.lower() not in words.name_ends


def _is_name(tokens: list[tuple[str, int, int]], at: int, *, head: int, last: int) -> bool:
    """``Ban hành`` and ``Phòng chống`` open sentences and are no organisations."""
    if head > 1 or last == at + head:
        following = tokens[at + head][0] if at + head < len(tokens) else ""
        return head > 1 or not following or match_key(tokens[at][0]) != "ban"
    return tokens[at + head][0][0].isupper()


def _with_roles(shown: str, mentions: list[UnitMention]) -> tuple[UnitMention, ...]:
    lowered = shown.lower()
    cues = [
        (found.start(), found.end(), name)
        for name, phrase in lexicon().roles
        for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", lowered)
    ]
    resolved: list[UnitMention] = []
    following: UnitMention | None = None
    for mention in reversed(mentions):
        role = _role(lowered, mention, following, cues=cues)
        following = UnitMention(mention.words, mention.start, mention.end, role)
        resolved.append(following)
    return tuple(reversed(resolved))


def _role(
    lowered: str,
    mention: UnitMention,
    following: UnitMention | None,
    *,
    cues: list[tuple[int, int, str]],
) -> str | None:
    limit = following.start if following else len(lowered)
    for _, end, name in cues:
        if end <= mention.start and re.fullmatch(_DIRECT, lowered[end : mention.start]):
            return name
    right = re.split(r"[,;.:\n|]", lowered[mention.end : limit])[0]
    after = [
        (start, name)
        for start, _, name in cues
        if mention.end <= start < mention.end + len(right)
        and len(re.findall(r"\w+", lowered[mention.end : start])) <= 4
    ]
    if after:
        return min(after)[1]
    if following and _LIST_GLUE.fullmatch(lowered[mention.end : following.start]):
        gap = lowered[mention.end : following.start].strip()
        if gap and following.role:
            return following.role
    clause = max(lowered.rfind(mark, 0, mention.start) for mark in (";", ".", "\n", "|"))
    before = [(end, name) for _, end, name in cues if clause < end <= mention.start]
    return max(before)[1] if before else None
