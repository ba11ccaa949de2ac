"""Cuts text into sentences, also while it is still arriving, and sentences at citation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.facts import Fact
from assistant.language.figures import read_facts

# A sentence ends at a line end, or at . ! ? with any marks that follow, before white space.
_END = re.compile(r"\n+|[.!?…]+[\"”’)*_]*(?:[ \t]*[-–]?[ \t]*\[[\d ,;]+\])*+[*_]*+(?=\s|\Z)")
_NOT_AN_END = re.compile(
    r"(?:^|\s|\()(?:[A-ZĐ]{1,2}|TP|Tp|tp|[Tt]h|tr|[Ss]tt|[\dIVX]{1,4}|[a-zđ])$"
)
_MARK_AHEAD = re.compile(r"\s*(?:\[[^\]]*)?$|[ \t]*\[[\d ,;]+\]")
_LIST_GLUE = re.compile(r"[\s,;&]*(?:và[\s]*)?")


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a sentence that one group of marks vouches for.

    ``facts`` hold offsets into ``text``; ``marks`` is empty where nothing is cited.
    """

    text: str
    marks: tuple[int, ...]
    facts: tuple[Fact, ...]


def cut_sentences(text: str, *, final: bool) -> tuple[list[str], str]:
    """Finished sentences with the white space behind them, and the unfinished rest.

    Concatenated they give ``text``. With ``final`` the rest is a sentence too. While text is
    arriving a sentence is finished only when what follows cannot be a mark that belongs to it.
    """
    sentences: list[str] = []
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if found.group().startswith("\n"):
            pass
        elif _NOT_AN_END.search(text[start : found.start()]):
            continue
        else:
            spaces = re.compile(r"\s*").match(text, end)
            end = spaces.end() if spaces else end
            if not final and _MARK_AHEAD.match(text, end):
                break
        sentences.append(text[start:end])
        start = end
    rest = text[start:]
    if final and rest:
        sentences.append(rest)
        rest = ""
    return sentences, rest


def cut_segments(shown: str) -> tuple[Segment, ...]:
    """The parts of one sentence by the marks that vouch for them.

    ``shown`` is :func:`~assistant.language.figures.plain` text. Marks stand behind what they
    prove; where a sentence opens with a mark and ends without one ("Theo [1], …") they stand
    before it. Text behind the last mark belongs to that mark.
    """
    facts = read_facts(shown)
    groups = _mark_groups(shown, facts)
    others = [fact for fact in facts if fact.kind != "citation"]
    if not groups:
        return (_segment(shown, others, marks=(), span=(0, len(shown))),)
    leading = not _says_something(shown[: groups[0][1]]) and bool(
        _says_something(shown[groups[-1][2] :])
    )
    segments = []
    for at, (marks, start, end) in enumerate(groups):
        if leading:
            first = 0 if at == 0 else start
            last = groups[at + 1][1] if at + 1 < len(groups) else len(shown)
        else:
            first = groups[at - 1][2] if at else 0
            last = len(shown) if at + 1 == len(groups) else end
        segments.append(_segment(shown, others, marks=marks, span=(first, last)))
    return tuple(segments)


def _says_something(text: str) -> bool:
    words = re.findall(r"\w+", text)
    return len(words) > 2 or any(char.isdigit() for char in text)


def _mark_groups(shown: str, facts: tuple[Fact, ...]) -> list[tuple[tuple[int, ...], int, int]]:
    groups: list[tuple[tuple[int, ...], int, int]] = []
    for fact in facts:
        if fact.kind != "citation":
            continue
        marks = tuple(int(number) for number in fact.key.split(","))
        gap = shown[groups[-1][2] : fact.start] if groups else ""
        if groups and re.fullmatch(r"\s*-\s*", gap) and groups[-1][0][-1] < marks[0] < 10_000:
            before, start, _ = groups.pop()
            groups.append(((*before, *range(before[-1] + 1, marks[0]), *marks), start, fact.end))
        elif groups and _LIST_GLUE.fullmatch(gap):
            before, start, _ = groups.pop()
            groups.append((tuple(dict.fromkeys((*before, *marks))), start, fact.end))
        else:
            groups.append((marks, fact.start, fact.end))
    return groups


def _segment(
    shown: str, facts: list[Fact], *, marks: tuple[int, ...], span: tuple[int, int]
) -> Segment:
    first, last = span
    inside = tuple(
        Fact(
            fact.kind,
            fact.key,
            fact.text,
            fact.start - first,
            fact.end - first,
            fact.noun,
            fact.bound,
            fact.trend,
        )
        for fact in facts
        if first <= fact.start < last
    )
    return Segment(shown[first:last], marks, inside)
