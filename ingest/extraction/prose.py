"""Targets that stand in running text instead of a table.

Targets are the bullets below a heading that names targets ("Mục tiêu, chỉ tiêu cụ thể"); where a
document has specific headings, its general aims are not targets. Figures below a heading that only
says by when ("Đến năm 2030:") are targets wherever it stands; where no heading names targets, the
figures that the purpose sets are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.extraction.context import Context
from ingest.extraction.heading_years import (
    is_of_years,
    is_to_reach,
    years_named_in,
    years_of,
    years_opening,
)
from ingest.extraction.outline import Placed, PlacedTable
from ingest.extraction.statements import statements
from ingest.extraction.targets import targets_of
from ingest.model import Period, Source, Target
from ingest.text.normal import fold
from ingest.vocabulary import load


def paragraph_source(item: Placed, context: Context) -> Source:
    """The source of a placed paragraph; what a page or a mark cut stands in ``parts``."""
    place = context.below(item.path, item.headings)
    pieces = item.paragraph.pieces or (item.paragraph.text,)
    first, *rest = sorted(pieces, key=len, reverse=True) if not _in_order(item) else pieces
    page = item.paragraph.page
    parts = [place.source(piece, page=page) for piece in rest]
    return place.source(first, page=page, parts=parts, needs_check=item.paragraph.doubtful)


def _in_order(item: Placed) -> bool:
    return len(item.paragraph.pieces) < 2 or len(item.paragraph.pieces[0]) > 20


def prose_targets(placed: Sequence[Placed | PlacedTable], context: Context) -> list[Target]:
    """The target bullets of a plan, in order. ``horizon`` comes from the heading above a bullet."""
    paragraphs = [item for item in placed if isinstance(item, Placed)]
    groups = _target_groups(paragraphs)
    known = {item.order for group in groups for item in group}
    found = _to_reach([item for item in paragraphs if item.order not in known], context)
    for group in groups:
        labelled = any(item.label is not None for item in group)
        for item in group:
            if labelled and item.label is None:
                continue
            if _is_intro(item, group) or _is_general(item):
                continue
            found.append((item.order, _stated(item, context)))
    if not found and not groups:
        return _of_purpose(paragraphs, context)
    in_order = sorted(found, key=lambda one: one[0])
    return [target for _, targets in in_order for target in targets]


def _stated(item: Placed, context: Context) -> list[Target]:
    return targets_of(
        item.paragraph.text,
        source=paragraph_source(item, context),
        key=".".join(item.path),
        context=replace(context, annex=item.part.annex, path=item.path, headings=item.headings),
        horizon=_horizon(item.headings, item),
    )


def _to_reach(paragraphs: Sequence[Placed], context: Context) -> list[tuple[int, list[Target]]]:
    """The figures below headings that only say by when, with the order of their paragraphs."""
    return [
        (item.order, [one for one in _stated(item, context) if one.value is not None])
        for item in paragraphs
        if item.zone == "body" and not (item.part.is_annex or item.heading)
        if item.headings and is_to_reach(item.headings[-1])
    ]


def _of_purpose(paragraphs: Sequence[Placed], context: Context) -> list[Target]:
    """Where no heading names targets: the figures that the purpose of a plan sets ("Mục đích")."""
    words = load("targets")["headings"]["purpose"]
    return [
        target
        for item in paragraphs
        if item.zone == "body" and not (item.part.is_annex or item.heading)
        if any(_opens_with(fold(heading), words) for heading in item.headings)
        for target in _stated(item, context)
        if target.value is not None
    ]


def _target_groups(paragraphs: Sequence[Placed]) -> list[list[Placed]]:
    """Runs of paragraphs below target headings, one run for each innermost heading."""
    words = load("targets")["headings"]
    kept = [item for item in paragraphs if item.zone == "body" and not item.part.is_annex]
    headings = {heading for item in kept for heading in item.headings}
    specific = any(_is_specific(heading, words) for heading in headings)
    groups: list[list[Placed]] = []
    last: tuple[object, ...] | None = None
    for item in kept:
        if item.heading or not _below_target(item.headings, words, specific=specific):
            last = None
            continue
        place = (item.part, item.headings[: _depth(item, words)])
        if place != last:
            groups.append([])
            last = place
        groups[-1].append(item)
    return groups


def _depth(item: Placed, words: dict[str, list[str]]) -> int:
    """How many headings identify a group: down to the target heading and a horizon below it."""
    depth = 0
    for position, heading in enumerate(item.headings):
        if _names_target(heading, words) or is_of_years(heading):
            depth = position + 1
    return depth


def _names_target(heading: str, words: dict[str, list[str]]) -> bool:
    key = fold(heading)
    return any(fold(word) in key for word in words["target"]) and len(heading) < 200


def _is_specific(heading: str, words: dict[str, list[str]]) -> bool:
    return _names_target(heading, words) and any(
        fold(word) in fold(heading) for word in words["specific"]
    )


def _below_target(headings: Sequence[str], words: dict[str, list[str]], *, specific: bool) -> bool:
    """Whether the innermost telling heading names targets (specific ones, where there are any)."""
    for heading in reversed(headings):
        key = fold(heading)
        if any(key.startswith(fold(word)) for word in words["general"]):
            return False
        if _names_target(heading, words):
            if specific and not _is_specific(heading, words):
                return False
            return not _opens_with(key, words["ends"])
        if _opens_with(key, words["ends"]) and len(heading) < 120:
            return False
    return False


def _opens_with(key: str, wordings: list[str]) -> bool:
    return any(key.startswith(fold(word)) for word in wordings)


def _is_intro(item: Placed, group: Sequence[Placed]) -> bool:
    """A paragraph that only leads in the list below it ("… các mục tiêu sau:")."""
    if item.label is not None or not item.paragraph.text.rstrip().endswith(":"):
        return False
    return len(group) > 1 or not statements(item.paragraph.text)


def _is_general(item: Placed) -> bool:
    """An item that states a general aim itself ("Mục tiêu chung: …")."""
    return _opens_with(fold(item.body), load("targets")["headings"]["general"])


def _horizon(headings: Sequence[str], item: Placed) -> Period | None:
    if (opening := years_opening(item.body)) is not None:
        return opening
    for heading in reversed(headings):
        own = heading == item.body  # "Đến năm 2030 có 5 …" is a target, no heading over targets
        found = years_of((heading,)) if own else years_named_in(heading)
        if found:
            return found
    return None
