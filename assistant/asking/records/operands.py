"""The things that a question adds up, or of which it wants a share, as it writes them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.records.vocabulary import Found, Taking

_MOST, _EARLY = 6, 4
_GOING_ON = (["dong"], ["tac"], ["hoa"])
_PLUS, _VERBS = "cong", frozenset({"tinh", "cong"})


def share_of(taking: Taking) -> list[str]:
    """What a question wants the share of, and of what."""
    between = taking.find("share")
    if between and between[0].start > 0:
        return _texts(taking, [(0, between[0].start), (between[0].end, len(taking.words))])
    opens = [one for one in taking.find("share_opens") if _opens(taking, one.start)]
    if not opens:
        return []
    joins = [one for one in taking.find("share_joins") if one.start > opens[0].end]
    if len(joins) != 1:
        return []
    return _texts(taking, [(opens[0].end, joins[0].start), (joins[0].end, len(taking.words))])


def sum_of(taking: Taking) -> list[str]:
    """What a question adds up."""
    opens = [one for one in taking.find("sum_opens") if _opens(taking, one.start)]
    joining = [one for one in taking.find("sum_joins") if not _is_inside(taking, one)]
    plus = [one for one in joining if taking.plain[one.start] == _PLUS]
    if not opens and not any(one.start > 1 for one in plus):
        return []
    start, end = opens[0].end if opens else _behind_total(taking), len(taking.words)
    for tail in reversed(taking.find("sum_ends")):
        if tail.end == end and tail.start > start:
            end = tail.start
    joins = [one for one in joining if start < one.start < end]
    cuts = [start, *(place for one in joins for place in (one.start, one.end)), end]
    spans = [*zip(cuts[::2], cuts[1::2], strict=True)]
    return [_completed(taking, spans[0], span) for span in spans if span[0] < span[1]][:_MOST]


def _is_inside(taking: Taking, found: Found) -> bool:
    """Whether "cộng" only begins a word ("cộng đồng")."""
    behind = taking.plain[found.end : found.end + 1]
    return taking.plain[found.end - 1] == _PLUS and behind in _GOING_ON


def _completed(taking: Taking, first: tuple[int, int], span: tuple[int, int]) -> str:
    """A thing added, with the words that it shares with the first ("... mức độ 3 và mức độ 4")."""
    own, words = taking.said(*span).strip(), taking.plain
    shared = [place for place in range(first[0] + 1, first[1]) if words[place] == words[span[0]]]
    if span == first or not shared or words[first[0]] == words[span[0]]:
        return own
    return f"{taking.said(first[0], shared[0])} {own}"


def _behind_total(taking: Taking) -> int:
    """The word behind an early "tổng"; the first where there is none."""
    early = [one.end for one in taking.find("sum_opens") if one.start <= _EARLY]
    return early[0] if early else 0


def _opens(taking: Taking, place: int) -> bool:
    """Whether a question, or what it says behind a colon or comma, begins at a word."""
    before = taking.typed[: taking.words[place].start].rstrip()[-1:]
    return not place or before in (":", ",") or (place <= _EARLY and taking.plain[place] in _VERBS)


def _texts(taking: Taking, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [text for start, end in spans if (text := taking.said(start, end).strip())]
