"""An answer without what the question sets aside ("Ngoài Phòng X, còn phòng nào …")."""

from __future__ import annotations

import re

from assistant.asking import texts
from assistant.asking.page import Composed, Page
from assistant.asking.sentences.enumerated import enumerated_in
from ingest.text.normal import fold

_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_BULLET = re.compile(r"^\s*[-+•]\s+|\s*(?:\[\d+\])+\s*$|[.;,:]\s*(?=(?:\[\d+\])*\s*$)")
_COUNTED = re.compile(r"\d+(?= [^:*]{2,40} được nêu tên: \*\*)")
_BETWEEN = "; "


def without_named(composed: Composed, name: str) -> Composed:
    """The answer without a unit or item; a refusal where nothing but it was found.

    A quotation stays as it is written; what it lists beside the item is told above it.
    """
    if composed.status != "answered":
        return composed
    page = composed.page
    before = [*page.lines]
    page.rewrite(lambda line: _line_without(line, name))
    if page.lines == before:
        return _told_beside(composed, name)
    if not any(line.strip() for line in page.lines):
        return Composed(Page(), "refused", composed.path, texts.NOTHING_BESIDE.format(name=name))
    return composed


def _line_without(line: str, name: str) -> str | None:
    """A line without the item; ``None`` where the line names nothing else."""
    if is_same(_BULLET.sub("", _BULLET.sub("", line)), name):
        return None
    emptied, counts = False, dict[str, str]()

    def kept(found: re.Match[str]) -> str:
        nonlocal emptied
        items = found.group(1).split(_BETWEEN)
        others = [item for item in items if not is_same(item, name)]
        emptied = emptied or not others
        counts[str(len(items))] = str(len(others))
        return f"**{_BETWEEN.join(others)}**" if others else found.group()

    told = _BOLD.sub(kept, line)
    told = _COUNTED.sub(lambda found: counts.get(found.group(), found.group()), told)
    return None if emptied else told


def is_same(item: str, name: str) -> bool:
    """Whether an item of a list is what is set aside, in full or by the first words of its name."""
    one, other = fold(item).strip(" .;,:"), fold(name).strip(" .;,:")
    return bool(one) and (
        one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")
    )


def _told_beside(composed: Composed, name: str) -> Composed:
    """A quotation that lists the item among others, with the others told first."""
    page = composed.page
    others: list[str] = []
    sources = []
    for citation in page.citations:
        items = enumerated_in(citation.source.quote)
        if any(is_same(item, name) for item in items):
            others += [item for item in items if not is_same(item, name)]
            sources.append(citation.source)
    if others:
        said = texts.BESIDE.format(name=name, others=_BETWEEN.join(dict.fromkeys(others)))
        page.open_with(said, sources)
    return composed
